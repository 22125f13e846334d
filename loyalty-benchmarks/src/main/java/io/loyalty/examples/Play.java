package io.loyalty.examples;

import io.loyalty.points.Command;
import io.loyalty.points.Outcome;
import io.loyalty.points.Reason;
import io.loyalty.program.Membership;
import io.loyalty.program.Program;
import io.loyalty.program.Step;
import io.loyalty.visit.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A shop's program played to its last day.
 *
 * @param shop the shop
 * @param closing the last moment of the last day
 * @param memberships how each member stands then, in the order of the shop's members
 * @param refused how many facts the program refused, by reason
 */
record Play(Shop shop, Instant closing, List<Membership> memberships, Map<Reason, Integer> refused) {

    /** Hears of every fact and redemption of a member. */
    interface Listener {

        /** A fact was recorded, or refused. */
        void recorded(Activity activity, Outcome<Step> outcome);

        /** A member took rewards. */
        void redeemed(Instant at, long points);
    }

    static Play of(Shop shop, Progress progress) {
        Instant closing = shop.program().day().endOf(shop.lastDay()).minusNanos(1);
        Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
        Listener tally = new Listener() {
            @Override
            public void recorded(Activity activity, Outcome<Step> outcome) {
                if (outcome instanceof Outcome.Rejected<Step> rejected) {
                    refused.merge(rejected.rejection().reason(), 1, Integer::sum);
                }
                progress.step("facts played");
            }

            @Override
            public void redeemed(Instant at, long points) {
                // The ledger has it.
            }
        };
        List<Membership> memberships = new ArrayList<>(shop.members().size());
        for (Shop.Member member : shop.members()) {
            memberships.add(member(shop, member, closing, tally));
        }
        return new Play(shop, closing, memberships, refused);
    }

    /** Plays one member alone: members do not touch each other, and the same facts always come to the same end. */
    static Membership member(Shop shop, Shop.Member member, Instant closing, Listener listener) {
        Program program = shop.program();
        Membership membership =
                program.join(member.customer(), member.activities().get(0).at());
        for (Activity activity : member.activities()) {
            Outcome<Step> recorded = program.record(membership, activity);
            listener.recorded(activity, recorded);
            if (recorded.isRejected()) {
                continue;
            }
            membership = recorded.orElseThrow().membership();
            if (member.wishes().contains(activity.id())) {
                membership = redeem(shop, membership, activity, listener);
            }
        }
        return program.sweep(membership, closing).orElseThrow().membership();
    }

    private static Membership redeem(Shop shop, Membership membership, Activity activity, Listener listener) {
        long available = membership.ledger().asOf(activity.at()).available();
        long points = available - available % shop.rewardPrice();
        if (points == 0) {
            return membership;
        }
        Command command = Command.of(activity.id() + "/reward", activity.at());
        listener.redeemed(activity.at(), points);
        return shop.program().redeem(membership, command, points).orElseThrow().membership();
    }
}
