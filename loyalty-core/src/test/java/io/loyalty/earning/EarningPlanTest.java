package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.money.Rounding;
import io.loyalty.time.BusinessDay;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class EarningPlanTest {

    private static final EarningContext CONTEXT =
            EarningContext.of(Customer.of(CustomerId.of("c-1")), BusinessDay.midnight(ZoneId.of("Asia/Tokyo")));

    private static Visit visit(Line... lines) {
        return Visit.of(
                ActivityId.of("r-1"),
                CustomerId.of("c-1"),
                Instant.parse("2026-04-01T03:00:00Z"),
                Place.store("ginza"),
                Currency.getInstance("JPY"),
                lines);
    }

    private static long points(RoundingMode mode, Rounding.Scope scope) {
        EarningPlan plan =
                EarningPlan.of(EarningRule.earn(5).per(Money.parse("JPY 100")).rounded(new Rounding(mode, scope)));
        Visit visit = visit(Line.of("", 3, Money.parse("JPY 333")), Line.of("", Money.parse("JPY 333")));
        return plan.award(visit, CONTEXT).total();
    }

    @Test
    void aRateIsRoundedPerUnitLineOrTransaction() {
        assertEquals(68, points(RoundingMode.HALF_UP, Rounding.Scope.UNIT));
        assertEquals(64, points(RoundingMode.FLOOR, Rounding.Scope.UNIT));
        assertEquals(65, points(RoundingMode.FLOOR, Rounding.Scope.LINE));
        assertEquals(66, points(RoundingMode.FLOOR, Rounding.Scope.TRANSACTION));
        assertEquals(67, points(RoundingMode.HALF_UP, Rounding.Scope.TRANSACTION));
    }

    @Test
    void visitPointsAddToSpendPoints() {
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(1).perFull(Money.parse("JPY 100")).named("base"),
                EarningRule.earn(2).perVisit().named("stamp"));
        Award award = plan.award(visit(Line.of("", Money.parse("JPY 1990"))), CONTEXT);
        assertEquals(21, award.total());
        assertEquals("base", award.parts().get(0).ruleId());
        assertEquals(19, award.parts().get(0).points());
    }
}
