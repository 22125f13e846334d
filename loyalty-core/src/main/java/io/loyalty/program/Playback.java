package io.loyalty.program;

import io.loyalty.points.Outcome;
import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.reward.Offer;
import io.loyalty.reward.Quote;
import io.loyalty.reward.Stock;
import io.loyalty.reward.Wish;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.time.Instant;

/** Plays the histories of members under one program, by the verbs of that program alone. */
final class Playback {

    /** Hears of what a program says to the deeds. */
    interface Witness {

        /** A fact was recorded. */
        void recorded(Activity activity, Step step);

        /** A fact was refused. */
        void refused(Activity activity, Reason reason);

        /** A redemption was refused, or a payment with points; of a reward the points are not known, and 0. */
        void notRedeemed(Reason reason, long points);
    }

    private final Program program;
    private final Instant end;

    /** Plays what is done and known before {@code end}. */
    Playback(Program program, Instant end) {
        this.program = program;
        this.end = end;
    }

    /** The membership at the end, with all written down that time has done until then. */
    Membership play(MemberHistory history, Witness witness) {
        Membership member = program.join(history.customer(), history.joinedAt());
        for (MemberHistory.Deed deed : history.deeds()) {
            if (!deed.recordedAt().isBefore(end)) {
                break;
            }
            if (deed.at().isBefore(end)) {
                member = play(member, deed, witness);
            }
        }
        return program.sweep(member, end.minusNanos(1)).orElseThrow().membership();
    }

    private Membership play(Membership member, MemberHistory.Deed deed, Witness witness) {
        if (deed instanceof MemberHistory.Fact fact) {
            return record(member, fact, witness);
        }
        if (deed instanceof MemberHistory.Redeemed redeemed) {
            Outcome<Step> outcome = program.redeem(member, redeemed.command(), redeemed.points());
            if (outcome instanceof Rejected<Step> rejected) {
                witness.notRedeemed(rejected.rejection().reason(), redeemed.points());
                return member;
            }
            return outcome.orElseThrow().membership();
        }
        return reward(member, (MemberHistory.Rewarded) deed, witness);
    }

    private Membership record(Membership member, MemberHistory.Fact fact, Witness witness) {
        Activity activity = fact.activity();
        Outcome<Step> outcome = program.record(member, activity, fact.recordedAt());
        if (outcome instanceof Rejected<Step> rejected
                && activity instanceof Visit visit
                && rejected.rejection().reason() == Reason.INSUFFICIENT_POINTS) {
            witness.notRedeemed(Reason.INSUFFICIENT_POINTS, visit.pointsTendered());
            outcome = program.record(member, paidOtherwise(visit), fact.recordedAt());
        }
        if (outcome instanceof Rejected<Step> rejected) {
            witness.refused(activity, rejected.rejection().reason());
            return member;
        }
        Step step = outcome.orElseThrow();
        if (outcome instanceof Applied) {
            witness.recorded(activity, step);
        }
        return step.membership();
    }

    private static Visit paidOtherwise(Visit visit) {
        return new Visit(
                visit.id(),
                visit.customer(),
                visit.at(),
                visit.place(),
                visit.currency(),
                visit.lines(),
                visit.tenders().stream()
                        .map(tender -> tender.kind() == TenderKind.POINTS
                                ? Tender.of(TenderKind.OTHER, tender.amount())
                                : tender)
                        .toList());
    }

    /** Takes a reward at the first of its prices that the member can pay. */
    private Membership reward(Membership member, MemberHistory.Rewarded wanted, Witness witness) {
        Stock stock = Stock.unlimited(wanted.reward());
        Quote quote = program.quote(
                member,
                wanted.reward(),
                wanted.quantity(),
                stock,
                wanted.command().at());
        Rejection obstacle = quote.obstacles().isEmpty()
                ? quote.offers().stream()
                        .flatMap(offer -> offer.obstacles().stream())
                        .findFirst()
                        .orElse(Rejection.of(Reason.NO_SUCH_PRICE))
                : quote.obstacles().get(0);
        for (Offer offer : quote.offers()) {
            if (!offer.isPossible()) {
                continue;
            }
            Wish wish = Wish.of(wanted.reward(), offer.price()).times(wanted.quantity());
            Outcome<RewardStep> outcome = program.redeem(member, wanted.command(), wish, stock);
            if (outcome instanceof Rejected<RewardStep> rejected) {
                obstacle = rejected.rejection();
            } else {
                return outcome.orElseThrow().step().membership();
            }
        }
        witness.notRedeemed(obstacle.reason(), 0);
        return member;
    }
}
