package io.loyalty.tier;

import io.loyalty.persistent.Chain;
import java.time.Instant;

/**
 * Where a history has come to: its facts, and a fold over all of them but those that came last and changed nothing but sums.
 *
 * <p>Most facts are of that kind. They are only added to the sums, and the fold, which is shared by all the histories since, is
 * copied and moved on by the next fact that may change more, or for a question. Immutable.
 */
final class Course {

    private final Fold fold;
    private final Chain<TierFact> events;
    /** What counts; the events themselves where there is no difference. */
    private final Chain<TierFact> net;
    /** The sums of the fold's window, with the facts that the fold lacks. */
    private final TierMeasure counted;

    /** Takes over a fold, which is never changed again. */
    Course(Fold fold) {
        this(fold, fold.events(), fold.counting(), fold.track().counted());
    }

    private Course(Fold fold, Chain<TierFact> events, Chain<TierFact> net, TierMeasure counted) {
        this.fold = fold;
        this.events = events;
        this.net = net;
        this.counted = counted;
    }

    Chain<TierFact> events() {
        return events;
    }

    /** A fold over all facts, to go on with. */
    Fold fold() {
        return fold.after(events, net, counted);
    }

    /** The fold as it was before an instant or earlier, to go on with; null if it would be the very beginning. */
    Fold foldBefore(Instant instant) {
        return fold.before(instant);
    }

    /** Whether an instant is not before any fact, and no day can have changed anything since the last. */
    boolean isQuietAt(Instant instant) {
        return instant.getEpochSecond() < fold.quietBefore()
                && (events.isEmpty() || !events.last().at().isAfter(instant));
    }

    /** The tier that the member has earned by the rules of their day, at an instant that is quiet. */
    Tier tier() {
        return fold.tier();
    }

    /** Whether a fact, not the first, comes after all others and changes nothing but the sums. */
    boolean isQuiet(TierFact fact) {
        int size = events.size();
        if (fact.isReturn()
                || size == 0
                || size + 1 >= fold.markDue()
                || !events.last().at().isBefore(fact.at())
                || fact.at().getEpochSecond() >= fold.quietBefore()) {
            return false;
        }
        long netMinor = counted.netMinor() + fact.netMinor();
        long grossMinor = counted.grossMinor() + fact.grossMinor();
        long points = counted.points() + fact.points();
        long visits = counted.visits() + fact.visits();
        return (netMinor | grossMinor | points | visits) >= 0
                && !Enough.isMet(fold.track().watched(), netMinor, grossMinor, points, visits);
    }

    /** The course with one fact more that changes nothing but the sums. */
    Course plus(TierFact fact) {
        Chain<TierFact> longer = events.append(fact);
        return new Course(fold, longer, net == events ? longer : net.append(fact), counted.plus(fact.measure()));
    }
}
