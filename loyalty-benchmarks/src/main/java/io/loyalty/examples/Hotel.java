package io.loyalty.examples;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Command;
import io.loyalty.program.Membership;
import io.loyalty.program.Program;
import io.loyalty.program.RewardStep;
import io.loyalty.reward.Catalogue;
import io.loyalty.reward.Price;
import io.loyalty.reward.Reward;
import io.loyalty.reward.Stock;
import io.loyalty.reward.Wish;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.tier.Validity;
import io.loyalty.time.Term;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;

/** A hotel: ten points a dollar, half as many more for Gold guests, and a free night that is held until the guest arrives. */
public final class Hotel {

    private Hotel() {}

    /**
     * Three stays that make a guest Gold, a night held, and the arrival.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Program hotel = Program.in(ZoneId.of("America/New_York"), Currency.getInstance("USD"))
                .tiers(TierRules.ladder("Guest")
                        .with("Gold", Criterion.anyOf(Criterion.visits(3), Criterion.spendNet(300_000)))
                        .with(Validity.endOfNextPeriod()))
                .earning(
                        EarningRule.earn(10)
                                .perFull(Money.parse("USD 1.00"))
                                .named("stay")
                                .valid(Term.sliding(Period.ofYears(2))),
                        EarningRule.multiply("gold guests", Ratio.of(3, 2)).forTier("Gold"))
                .rewards(Catalogue.of(Reward.of("free night", Price.points(15_000))
                        .pricedFor("Gold", Price.points(12_000))
                        .whileStockLasts()));

        Customer guest = Customer.of(CustomerId.of("g-5"));
        Instant checkOut = Instant.parse("2026-01-12T15:00:00Z");
        Membership member = hotel.join(guest, checkOut);
        for (int stay = 1; stay <= 4; stay++) {
            Instant at = checkOut.plus(Duration.ofDays(30L * stay));
            Visit visit = Visit.ofAmount(
                    ActivityId.of("stay-" + stay), guest.id(), at, Place.store("boston"), Money.parse("USD 280.50"));
            member = hotel.record(member, visit).orElseThrow().membership();
            System.out.println("stay " + stay + ": "
                    + member.statusAt(at).tier().tier() + ", " + member.ledger().balance(at) + " points");
        }
        Instant booking = checkOut.plus(Duration.ofDays(130));
        Wish night = Wish.of("free night", Price.points(12_000));
        RewardStep held = hotel.hold(
                        member,
                        Command.of("booking-9", booking),
                        night,
                        booking.plus(Duration.ofDays(30)),
                        Stock.of("free night", 2))
                .orElseThrow();
        System.out.println("held, and "
                + held.step().membership().statusAt(booking).points().available() + " left to spend");
        Command arrival = Command.of("arrival-9", booking.plus(Duration.ofDays(20)));
        RewardStep taken = hotel.capture(
                        held.step().membership(),
                        arrival,
                        "booking-9",
                        1,
                        held.redemption().stock())
                .orElseThrow();
        System.out.println("arrived with " + taken.step().membership().ledger().balance(arrival.at()) + " points, "
                + taken.redemption().stock().available(arrival.at()) + " free night left");
    }
}
