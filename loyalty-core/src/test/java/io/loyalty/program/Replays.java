package io.loyalty.program;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Command;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Two members, three programs and short ways to write down what is played again. */
final class Replays {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final Currency JPY = Currency.getInstance("JPY");
    static final PointsFigures NOTHING = new PointsFigures(0, 0, 0, 0, 0, 0);

    static final EarningRule BASE =
            EarningRule.earn(1).perFull(Money.parse("JPY 100")).named("base").valid(Term.of(Period.ofMonths(3)));
    static final EarningRule TUESDAY =
            EarningRule.multiply("tuesday", Ratio.of(2)).on(DayOfWeek.TUESDAY);

    static final Program TODAY = Program.in(TOKYO, JPY)
            .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(10_000)))
            .earning(BASE);
    static final Program TUESDAYS = TODAY.earning(BASE, TUESDAY);
    static final Program HALF = TODAY.earning(
            EarningRule.earn(1).perFull(Money.parse("JPY 200")).named("half").valid(Term.of(Period.ofMonths(3))));

    private Replays() {}

    static Instant at(int month, int day) {
        return LocalDate.of(2026, month, day).atTime(12, 0).atZone(TOKYO).toInstant();
    }

    static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    static Visit visit(String customer, String id, Instant at, long yen) {
        return Visit.ofAmount(
                ActivityId.of(id), CustomerId.of(customer), at, Place.store("ginza"), Money.ofMinor(JPY, yen));
    }

    static Return back(Visit visit, Instant at, long yen) {
        return new Return(
                ActivityId.of("back-" + visit.id()),
                visit.customer(),
                at,
                visit.id(),
                List.of(new ReturnedLine(0, Money.ofMinor(JPY, yen))));
    }

    static MemberHistory history(String customer, Activity... activities) {
        return MemberHistory.of(Customer.of(CustomerId.of(customer)), List.of(activities));
    }

    /** 6 January 2026 is a Tuesday, so is 10 February. */
    static List<MemberHistory> two() {
        Visit coat = visit("m2", "coat", at(2, 10), 2_500);
        return List.of(
                history("m1", visit("m1", "feast", at(1, 6), 10_000)).withRedemption("gift", at(2, 5), 80),
                history("m2", visit("m2", "tea", at(2, 4), 5_000), coat, back(coat, at(3, 3), 2_500)));
    }

    static MonthFigures month(int month, PointsFigures points, long bronze, long silver) {
        return new MonthFigures(YearMonth.of(2026, month), points, Map.of("Bronze", bronze, "Silver", silver));
    }

    static Command command(String key, Instant at) {
        return Command.of(key, at);
    }
}
