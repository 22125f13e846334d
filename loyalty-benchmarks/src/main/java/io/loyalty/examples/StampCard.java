package io.loyalty.examples;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.Cap;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.program.Membership;
import io.loyalty.program.Program;
import io.loyalty.reward.Catalogue;
import io.loyalty.reward.Price;
import io.loyalty.reward.Reward;
import io.loyalty.reward.Stock;
import io.loyalty.reward.Wish;
import io.loyalty.time.Term;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;

/** A café's stamp card: a stamp for each day with a purchase of 3 euros, and for ten stamps a coffee. */
public final class StampCard {

    private StampCard() {}

    /**
     * Eleven mornings, of which one was too cheap, and the coffee.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Program card = Program.in(ZoneId.of("Europe/Lisbon"), Currency.getInstance("EUR"))
                .earning(EarningRule.earn(1)
                        .perVisit()
                        .from(Money.parse("EUR 3.00"))
                        .named("stamp")
                        .atMost(Cap.times(1, Cap.Per.BUSINESS_DAY))
                        .valid(Term.sliding(Period.ofMonths(6))))
                .rewards(Catalogue.of(Reward.of("coffee", Price.points(10))));

        Customer rosa = Customer.of(CustomerId.of("rosa"));
        Instant morning = Instant.parse("2026-03-02T08:15:00Z");
        Membership member = card.join(rosa, morning);
        for (int day = 0; day < 11; day++) {
            Instant at = morning.plus(Duration.ofDays(day));
            Money spent = Money.parse(day == 4 ? "EUR 1.20" : "EUR 3.40");
            Visit visit = Visit.ofAmount(ActivityId.of("bill-" + day), rosa.id(), at, Place.store("baixa"), spent);
            member = card.record(member, visit).orElseThrow().membership();
        }
        Instant noon = morning.plus(Duration.ofDays(11));
        System.out.println(member.ledger().balance(noon) + " stamps");
        Wish coffee = Wish.of("coffee", Price.points(10));
        member = card.redeem(member, Command.of("free coffee", noon), coffee, Stock.unlimited("coffee"))
                .orElseThrow()
                .step()
                .membership();
        System.out.println(member.ledger().balance(noon) + " stamps after a free coffee");
    }
}
