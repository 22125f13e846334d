package io.loyalty.examples;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.program.Membership;
import io.loyalty.program.Program;
import io.loyalty.program.Step;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;

/** The sample of the README, word for word. */
public final class ReadmeSample {

    private ReadmeSample() {}

    /**
     * Runs the sample.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Program program = Program.in(ZoneId.of("Asia/Tokyo"), Currency.getInstance("JPY"))
                .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(10_000)))
                .earning(
                        EarningRule.earn(1)
                                .perFull(Money.parse("JPY 100"))
                                .named("spend")
                                .valid(Term.endOfMonth(Period.ofMonths(12))),
                        EarningRule.earn(5).perVisit().named("stamp").valid(Term.of(Period.ofMonths(6))));

        Instant noon = Instant.parse("2026-04-01T03:00:00Z");
        Customer customer = Customer.of(CustomerId.of("c-7"));
        Membership member = program.join(customer, noon);

        Visit visit = Visit.ofAmount(
                ActivityId.of("receipt-1"), customer.id(), noon, Place.store("ginza"), Money.parse("JPY 12800"));
        Step step = program.record(member, visit).orElseThrow();
        System.out.println(step.explanation());

        Command reward = Command.of("reward-1", noon.plusSeconds(60));
        member = program.redeem(step.membership(), reward, 50).orElseThrow().membership();
        System.out.println(member.ledger().balance(reward.at()) + " points left, "
                + member.statusAt(reward.at()).tier().tier() + " member");
    }
}
