package io.loyalty.program;

import io.loyalty.earning.AwardPart;
import io.loyalty.earning.Cap;
import io.loyalty.earning.Condition;
import io.loyalty.earning.EarningHistory;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.Effect;
import io.loyalty.earning.Trigger;
import io.loyalty.earning.VisitCondition;
import io.loyalty.points.Allocation;
import io.loyalty.points.Command;
import io.loyalty.points.Outcome;
import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Duplicate;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.points.PointType;
import io.loyalty.points.Posting;
import io.loyalty.points.Transfer;
import io.loyalty.points.Transfers;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierGrant;
import io.loyalty.tier.TierHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What two memberships do together: points go from one to the other, or one goes on as both. */
final class Uniting {

    private Uniting() {}

    static Outcome<TransferStep> transfer(Membership from, Membership into, Command command, long points) {
        Outcome<Transfer> outcome = Transfers.transfer(command, account(from), account(into), points, PointType.POINTS);
        if (outcome instanceof Rejected<Transfer> rejected) {
            return new Rejected<>(rejected.rejection());
        }
        Transfer transfer = outcome.orElseThrow();
        TransferStep step = new TransferStep(step(from, transfer.from()), step(into, transfer.into()));
        return outcome instanceof Duplicate ? new Duplicate<>(step) : new Applied<>(step);
    }

    private static Transfers.Account account(Membership membership) {
        return new Transfers.Account(membership.customer().id().value(), membership.ledger());
    }

    private static Step step(Membership membership, Posting posting) {
        return Step.of(membership.with(posting.ledger()), posting.entries());
    }

    static Outcome<TransferStep> merge(
            Settings settings, Membership from, Membership into, Command command, OneOffBonuses bonuses) {
        Draft giving = new Draft(from.ledger());
        Draft taking = new Draft(into.ledger());
        boolean known = into.ledger().entry(keyOf(command, PointType.POINTS)).isPresent();
        if (bonuses == OneOffBonuses.KEEP_ONE) {
            List<Allocation> twice = twice(from, into);
            if (!twice.isEmpty()
                    && !giving.post(giving.ledger().clawBack(with(command, command.key() + "/bonuses"), twice))) {
                return giving.refusal();
            }
        }
        for (String currency : currencies(from)) {
            Outcome<Transfer> merged = Transfers.merge(
                    with(command, keyOf(command, currency)),
                    new Transfers.Account(from.customer().id().value(), giving.ledger()),
                    new Transfers.Account(into.customer().id().value(), taking.ledger()),
                    currency);
            if (merged instanceof Rejected<Transfer> rejected) {
                return new Rejected<>(rejected.rejection());
            }
            Transfer transfer = merged.orElseThrow();
            boolean applied = merged instanceof Applied;
            giving.post(applied ? new Applied<>(transfer.from()) : new Duplicate<>(transfer.from()));
            taking.post(applied ? new Applied<>(transfer.into()) : new Duplicate<>(transfer.into()));
        }
        Membership left = from.with(giving.ledger());
        if (known) {
            return new Duplicate<>(new TransferStep(Step.of(left, giving.added()), Step.of(into, taking.added())));
        }
        Membership united = into.moved(taking.ledger(), tiers(settings, from, into, command), history(from, into));
        return new Applied<>(new TransferStep(Step.of(left, giving.added()), Step.of(united, taking.added())));
    }

    private static Command with(Command command, String key) {
        return new Command(key, command.at(), command.recordedAt());
    }

    private static String keyOf(Command command, String currency) {
        return currency.equals(PointType.POINTS) ? command.key() : command.key() + "/" + currency;
    }

    /** The usual currency first, which says whether the merge was done before. */
    private static Set<String> currencies(Membership from) {
        Set<String> all = new LinkedHashSet<>(List.of(PointType.POINTS));
        all.addAll(from.ledger().currencies());
        return all;
    }

    // ---- standing and past --------------------------------------------------------------------------------------

    /** Both standings as one, from the earlier joining on; known from the merge on. */
    private static TierHistory tiers(Settings settings, Membership from, Membership into, Command command) {
        Instant joined = from.joinedAt().isBefore(into.joinedAt()) ? from.joinedAt() : into.joinedAt();
        TierHistory tiers = joined.equals(into.joinedAt())
                ? into.tiers()
                : again(settings.tiers().open(joined), into);
        List<TierFact> facts = new ArrayList<>();
        for (TierFact fact : from.tiers().facts()) {
            facts.add(
                    fact.recordedAt().isBefore(command.recordedAt())
                            ? fact.withRecordedAt(command.recordedAt())
                            : fact);
        }
        tiers = tiers.plusAll(facts);
        for (TierGrant grant : from.tiers().grants()) {
            tiers = tiers.plus(grant);
        }
        return tiers;
    }

    private static TierHistory again(TierHistory opened, Membership into) {
        TierHistory tiers = opened.plusAll(into.tiers().facts());
        for (TierGrant grant : into.tiers().grants()) {
            tiers = tiers.plus(grant);
        }
        return tiers;
    }

    private static EarningHistory history(Membership from, Membership into) {
        EarningHistory history = into.history();
        if (history.referral().isEmpty() && from.history().referral().isPresent()) {
            history = history.referredBy(from.history().referral().get());
        }
        for (Recorded fact : from.recorded()) {
            if (!fact.awards().isEmpty() && !fact.left().isVoid()) {
                history = history.after(fact.left());
            }
        }
        return history;
    }

    // ---- one-off bonuses ----------------------------------------------------------------------------------------

    /** What the one gave for rules that pay once and that have paid the other, too. */
    private static List<Allocation> twice(Membership from, Membership into) {
        Set<String> had = new HashSet<>();
        for (Recorded fact : into.recorded()) {
            oneOffs(fact).forEach(part -> had.add(part.ruleId()));
        }
        List<Allocation> twice = new ArrayList<>();
        for (Recorded fact : from.recorded()) {
            List<AwardPart> again = oneOffs(fact).stream()
                    .filter(part -> had.contains(part.ruleId()))
                    .toList();
            if (!again.isEmpty()) {
                twice.addAll(Recording.owed(from.ledger(), fact.whole(), again));
            }
        }
        return twice;
    }

    private static List<AwardPart> oneOffs(Recorded fact) {
        if (fact.awards().isEmpty() || fact.left().isForReferrer()) {
            return List.of();
        }
        return fact.left().parts().stream()
                .filter(part -> fact.left()
                        .plan()
                        .rule(part.ruleId())
                        .filter(Uniting::isOneOff)
                        .isPresent())
                .toList();
    }

    /** Whether a rule pays a customer once at most: for signing up, for the first purchase, or by its cap. */
    private static boolean isOneOff(EarningRule rule) {
        boolean signUp = rule.effect() instanceof Effect.Fixed fixed && fixed.trigger() instanceof Trigger.OnSignUp;
        boolean capped = rule.caps().stream()
                .anyMatch(cap -> cap.per() == Cap.Per.LIFETIME && cap.unit() == Cap.Unit.TIMES && cap.limit() == 1);
        return signUp || capped || asksForFirst(rule.condition());
    }

    private static boolean asksForFirst(Condition condition) {
        return condition instanceof VisitCondition.FirstPurchase
                || condition instanceof Condition.All all && all.of().stream().anyMatch(Uniting::asksForFirst);
    }
}
