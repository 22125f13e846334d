package io.loyalty.benchmarks;

import static io.loyalty.earning.EarningRule.bonus;
import static io.loyalty.earning.EarningRule.earn;
import static io.loyalty.earning.EarningRule.multiply;

import io.loyalty.customer.Occasion;
import io.loyalty.earning.Cap;
import io.loyalty.earning.Condition;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.program.Program;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.DateWindow;
import io.loyalty.time.Term;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.Place;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;

/** The program that is scored: three tiers, 20 rules of all kinds that shops have, and a daily cap over all of them. */
final class TwentyRules {

    static final long SILVER_YEN = 50_000;
    static final long GOLD_YEN = 150_000;
    static final long CAP_PER_DAY = 500;

    private TwentyRules() {}

    static Program in(ZoneId zone) {
        Term term = Term.endOfMonth(Period.ofMonths(12));
        List<EarningRule> valid = rules().stream().map(rule -> rule.valid(term)).toList();
        return Program.in(zone, VisitData.YEN)
                .tiers(TierRules.ladder("Bronze")
                        .with("Silver", Criterion.spendNet(SILVER_YEN))
                        .with("Gold", Criterion.spendNet(GOLD_YEN)))
                .earning(EarningPlan.of(valid).atMost(Cap.points(CAP_PER_DAY, Cap.Per.BUSINESS_DAY)));
    }

    private static List<EarningRule> rules() {
        return List.of(
                earn(1).per(yen(100)).named("base").unless(Condition.category("books")),
                earn(2).perFull(yen(500)).named("household").onCategory("household"),
                earn(5).perVisit().named("visit"),
                multiply("coffee", Ratio.of(2)).onCategory("coffee"),
                multiply("tea", Ratio.of(3, 2)).onCategory("tea"),
                multiply("bakery", Ratio.of(5, 4)).onCategory("bakery"),
                multiply("dairy", Ratio.of(6, 5)).onCategory("dairy"),
                multiply("toys", Ratio.of(3)).onCategory("toys"),
                multiply("happy hour", Ratio.of(2))
                        .when(Condition.hours(WeeklyHours.of(
                                DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(14, 0), LocalTime.of(16, 0)))),
                multiply("tuesday", Ratio.of(6, 5)).on(DayOfWeek.TUESDAY),
                multiply("spring", Ratio.of(3, 2)).during(window(2024, 3, 1, 2024, 4, 30)),
                multiply("silver", Ratio.of(5, 4)).forTier("Silver"),
                multiply("gold", Ratio.of(3, 2)).forTier("Gold"),
                multiply("birthday", Ratio.of(2)).when(Condition.inTheMonthOf(Occasion.BIRTHDAY)),
                bonus("big basket", 50).from(yen(10_000)),
                bonus("much produce", 20).when(Condition.minimumSpend(yen(2_000), Condition.category("produce"))),
                bonus("summer toys", 30)
                        .when(Condition.contains(Condition.category("toys")))
                        .during(window(2025, 7, 1, 2025, 8, 31)),
                bonus("new store", 10).when(Condition.at(Place.store("store-4"))),
                bonus("first purchase", 100).when(Condition.firstPurchase()),
                earn(100).onEveryVisit(10).named("tenth visit"));
    }

    private static Money yen(long amount) {
        return Money.ofMinor(VisitData.YEN, amount);
    }

    private static DateWindow window(int year, int month, int day, int lastYear, int lastMonth, int lastDay) {
        return DateWindow.ofDates(LocalDate.of(year, month, day), LocalDate.of(lastYear, lastMonth, lastDay));
    }
}
