package io.loyalty.earning;

import io.loyalty.points.Grant;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Return;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What a fact earns under a plan. Immutable. */
public final class Award implements Serializable {

    private static final long serialVersionUID = 1;

    private final EarningPlan plan;
    private final Activity activity;
    private final EarningContext context;
    private final List<AwardPart> parts;
    private final List<Explanation.Verdict> verdicts;

    Award(
            EarningPlan plan,
            Activity activity,
            EarningContext context,
            List<AwardPart> parts,
            List<Explanation.Verdict> verdicts) {
        this.plan = plan;
        this.activity = activity;
        this.context = context;
        this.parts = List.copyOf(parts);
        this.verdicts = List.copyOf(verdicts);
    }

    /**
     * The fact.
     *
     * @return the activity
     */
    public Activity activity() {
        return activity;
    }

    /**
     * The sum of all points.
     *
     * @return a number of at least 0
     */
    public long total() {
        return parts.stream().mapToLong(AwardPart::points).reduce(0, Math::addExact);
    }

    /**
     * Whether nothing was earned.
     *
     * @return true if the total is 0
     */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /**
     * The points by rule, in the order of priority and id.
     *
     * @return the parts, each above 0; their sum is the total
     */
    public List<AwardPart> parts() {
        return parts;
    }

    /**
     * The points as the ledger takes them.
     *
     * @return one grant for each part
     */
    public List<Grant> grants() {
        return parts.stream().map(part -> part.grant(activity.id())).toList();
    }

    /**
     * What every rule said.
     *
     * @return the explanation
     */
    public Explanation explanation() {
        return new Explanation(total(), verdicts);
    }

    /**
     * What the visit is still worth after some of it came back: what it would have earned without that, but never more than
     * it did earn.
     *
     * @param returns all returns of the visit so far
     * @return the award of what remains
     * @throws IllegalArgumentException if the award is not one for a visit, or the returns do not fit the visit
     */
    public Award remainingAfter(Collection<Return> returns) {
        return plan.award(Remainder.of(activity, returns), context);
    }

    /**
     * What must be given back when this award shrinks to another.
     *
     * @param remaining what the fact is still worth
     * @return for each part that shrank, by how much; the sum is the difference of the totals
     */
    public List<AwardPart> clawback(Award remaining) {
        Objects.requireNonNull(remaining, "remaining");
        List<AwardPart> difference = new ArrayList<>();
        for (AwardPart part : parts) {
            long left = remaining.parts.stream()
                    .filter(other ->
                            other.ruleId().equals(part.ruleId()) && other.type().equals(part.type()))
                    .mapToLong(AwardPart::points)
                    .sum();
            if (left < part.points()) {
                difference.add(new AwardPart(
                        part.ruleId(), part.points() - left, part.type(), part.activation(), part.term()));
            }
        }
        return difference;
    }

    /**
     * The explanation as a short statement.
     *
     * @return one line for each rule
     */
    @Override
    public String toString() {
        return explanation().toString();
    }
}
