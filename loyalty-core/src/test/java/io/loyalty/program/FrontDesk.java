package io.loyalty.program;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.points.Grant;
import io.loyalty.points.Outcome;
import io.loyalty.points.Rejection;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** Two members, a program of one rule, and short ways to write down what happens at its front door. */
final class FrontDesk {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final Currency JPY = Currency.getInstance("JPY");
    static final CustomerId ANN = CustomerId.of("ann");
    static final CustomerId BEN = CustomerId.of("ben");
    static final EarningRule BASE =
            EarningRule.earn(1).perFull(yen(100)).named("base").valid(Term.of(Period.ofYears(1)));
    static final Program PROGRAM = Program.in(TOKYO, JPY)
            .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(100_000)))
            .earning(BASE)
            .payment(RedemptionPolicy.of(1, yen(1)));

    private FrontDesk() {}

    static Money yen(long amount) {
        return Money.ofMinor(JPY, amount);
    }

    static Instant day(int month, int day) {
        return LocalDate.of(2026, month, day).atTime(12, 0).atZone(TOKYO).toInstant();
    }

    static Visit visit(CustomerId who, String id, Instant at, long... amounts) {
        Visit visit = Visit.of(ActivityId.of(id), who, at, Place.store("ginza"), JPY);
        for (long amount : amounts) {
            visit = visit.withLine(Line.of("food", yen(amount)));
        }
        return visit;
    }

    static Return back(CustomerId who, String id, Instant at, String visit, int line, long amount) {
        return new Return(
                ActivityId.of(id), who, at, ActivityId.of(visit), List.of(new ReturnedLine(line, yen(amount))));
    }

    static Membership joined(Program program, CustomerId who) {
        return program.join(Customer.of(who), day(1, 1));
    }

    static Membership given(Program program, CustomerId who, long points) {
        return program.adjustUp(
                        joined(program, who),
                        Command.of("gift", day(1, 1)),
                        Grant.of(points, Term.never()),
                        "welcome gift",
                        "shop")
                .orElseThrow()
                .membership();
    }

    static Rejection refusal(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Rejected.class, outcome).rejection();
    }
}
