package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Occasion;
import io.loyalty.testing.EarningArbitraries;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Caps and counters over random sequences of visits, returns and visits made void, against plain lists of all that happened. */
class EarningHistoryProperties {

    private static final EarningContext CONTEXT =
            EarningContext.of(Shop.CUSTOMER.withOccasion(Occasion.birthday(MonthDay.of(4, 20))), Shop.FIVE);

    /** One step: a visit so many hours after the latest, or before it; or something of an earlier visit comes back. */
    record Step(int hours, long amount, int backOf, int backPercent) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return steps(Arbitraries.integers().between(0, 60));
    }

    @Provide
    Arbitrary<List<Step>> stepsWithLateFacts() {
        return steps(Arbitraries.integers().between(-1_200, 300));
    }

    private static Arbitrary<List<Step>> steps(Arbitrary<Integer> hours) {
        return Combinators.combine(
                        hours,
                        Arbitraries.of(0L, 90L, 500L, 1_000L, 7_000L, 20_000L),
                        Arbitraries.integers().between(-12, 6),
                        Arbitraries.of(10, 50, 100))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Cap> caps() {
        return EarningArbitraries.caps();
    }

    @Provide
    Arbitrary<EarningPlan> plans() {
        return EarningArbitraries.plans(Shop.JPY);
    }

    /** Everything that happened, one entry for each visit. */
    private static final class Book {
        private final EarningPlan plan;
        private final List<Award> given = new ArrayList<>();
        private final List<Award> left = new ArrayList<>();
        private EarningHistory history = EarningHistory.empty();
        private Instant latest = Shop.at("2026-04-01T03:00");

        Book(EarningPlan plan) {
            this.plan = plan;
        }

        /** Takes a step; gives the award if it is a visit. */
        Award take(Step step) {
            if (step.backOf() >= 0 && step.backOf() < given.size()) {
                bringBack(step.backOf(), step.backPercent());
                return null;
            }
            Instant at = latest.plus(Duration.ofHours(step.hours()));
            latest = at.isAfter(latest) ? at : latest;
            Visit visit = visit(given.size(), at, step.amount());
            Award award = plan.award(visit, CONTEXT.with(history));
            given.add(award);
            left.add(award);
            history = history.after(award);
            return award;
        }

        private void bringBack(int index, int percent) {
            Visit visit = (Visit) given.get(index).activity();
            long amount = visit.amountMinor() * percent / 100;
            Award before = left.get(index);
            if (amount > 0 && before == given.get(index)) {
                Award after = before.remainingAfter(List.of(Shop.back(visit, "b-" + index, 0, amount)));
                left.set(index, after);
                history = history.revised(before, after);
            }
        }
    }

    private static Visit visit(int number, Instant at, long amount) {
        return Visit.of(ActivityId.of("r-" + number), Shop.ID, at, Place.store("ginza"), Shop.JPY, Shop.line(amount));
    }

    private static Object bucket(Award award, Cap.Per per) {
        LocalDate day = LocalDate.ofEpochDay(award.day());
        return switch (per) {
            case VISIT -> award.activity().id();
            case BUSINESS_DAY -> day;
            case MONTH -> YearMonth.from(day);
            case LIFETIME -> "";
        };
    }

    @Property(tries = 200, seed = "1")
    void aCapGivesExactlyTheRoomThatAPlainListLeaves(@ForAll("steps") List<Step> steps, @ForAll("caps") Cap cap) {
        EarningPlan free = EarningPlan.of(Shop.base());
        Book ofRule = new Book(EarningPlan.of(Shop.base().atMost(cap)));
        Book overall = new Book(free.atMost(cap));
        for (Step step : steps) {
            Award award = ofRule.take(step);
            Award same = overall.take(step);
            if (award != null) {
                long raw = free.award(award.activity(), CONTEXT).total();
                long used = 0;
                for (int i = 0; i < ofRule.given.size() - 1; i++) {
                    Award other = (cap.room() == Cap.Room.NET ? ofRule.left : ofRule.given).get(i);
                    used += bucket(other, cap.per()).equals(bucket(award, cap.per())) ? other.total() : 0;
                }
                long room = Math.max(0, cap.limit() - used);
                long trimmed = cap.overflow() == Cap.Overflow.TRIM ? room : 0;
                assertEquals(raw <= room ? raw : trimmed, award.total());
                assertEquals(award.total(), same.total());
            }
        }
    }

    @Property(tries = 200, seed = "2")
    void noBucketEverHoldsMoreThanItsCap(
            @ForAll("stepsWithLateFacts") List<Step> steps, @ForAll("plans") EarningPlan plan) {
        Book book = new Book(plan);
        for (Step step : steps) {
            book.take(step);
        }
        for (Compiled.Limit limit : plan.compiled().limits) {
            Map<Object, Long> sums = new HashMap<>();
            for (Award award : limit.cap().room() == Cap.Room.NET ? book.left : book.given) {
                long points = limit.rule() < 0
                        ? award.points(limit.currency())
                        : award.entries().pointsUnder(plan.compiled(), limit.rule());
                sums.merge(bucket(award, limit.cap().per()), points, Long::sum);
            }
            for (long sum : sums.values()) {
                assertTrue(sum <= limit.cap().limit(), limit.cap() + ": " + sum);
            }
        }
    }

    @Property(tries = 200, seed = "3")
    void aVisitMadeVoidAtOnceLeavesNoTrace(
            @ForAll("steps") List<Step> steps, @ForAll("plans") EarningPlan plan, @ForAll("steps") List<Step> more) {
        EarningPlan net = withoutGross(plan);
        Book book = new Book(net);
        for (Step step : steps) {
            book.take(step);
        }
        Award gone = net.award(visit(1_000, book.latest, 20_000), CONTEXT.with(book.history));
        EarningHistory after = book.history.after(gone).without(gone);
        Book again = new Book(net);
        again.history = after;
        again.latest = book.latest;
        Book undisturbed = new Book(net);
        undisturbed.history = book.history;
        undisturbed.latest = book.latest;
        for (Step step : more) {
            Award one = again.take(step);
            Award other = undisturbed.take(step);
            if (one != null) {
                assertEquals(other.parts(), one.parts());
            }
        }
        assertEquals(undisturbed.history.visits(), again.history.visits());
        assertEquals(undisturbed.history.purchases(), again.history.purchases());
    }

    private static EarningPlan withoutGross(EarningPlan plan) {
        List<EarningRule> rules = new ArrayList<>();
        for (EarningRule rule : plan.rules()) {
            rules.add(new EarningRule(
                    rule.id(),
                    rule.effect(),
                    rule.condition(),
                    rule.priority(),
                    rule.terms(),
                    rule.caps().stream().map(cap -> cap.with(Cap.Room.NET)).toList()));
        }
        EarningPlan net = EarningPlan.of(rules).with(plan.stacking());
        for (Map.Entry<String, List<Cap>> caps : plan.caps().entrySet()) {
            for (Cap cap : caps.getValue()) {
                net = net.atMost(caps.getKey(), cap.with(Cap.Room.NET));
            }
        }
        return net;
    }

    @Property(tries = 500, seed = "4")
    void everyNthVisitIsPaidAsOftenAsAPlainCountSays(@ForAll("steps") List<Step> steps) {
        int n = 3;
        Book book = new Book(EarningPlan.of(EarningRule.earn(1).onEveryVisit(n).named("nth")));
        long best = 0;
        for (Step step : steps) {
            long paidBefore = book.left.stream().mapToLong(Award::total).sum();
            Award award = book.take(step);
            long counted = book.left.stream().filter(one -> !one.isVoid()).count();
            assertEquals(counted, book.history.visits());
            assertEquals(counted, book.history.counted("nth"));
            long paid = book.left.stream().mapToLong(Award::total).sum();
            best = Math.max(best, counted);
            assertTrue(paid * n <= best, "never more than one for three visits that were there at some time");
            if (award != null) {
                long due = counted / n > paidBefore ? 1 : 0;
                assertEquals(
                        due, award.total(), "a visit pays one milestone if any is due, however many were made void");
            }
        }
    }

    @Property(tries = 60, seed = "5")
    void aHistoryTakesTheSameRoomHoweverLongThePast(
            @ForAll("plans") EarningPlan plan, @ForAll("steps") List<Step> steps) {
        Book book = new Book(plan);
        for (int year = 0; year < 3; year++) {
            for (Step step : steps) {
                book.take(step);
            }
            book.latest = book.latest.plus(Duration.ofDays(200));
        }
        EarningHistory aligned = book.history.alignedTo(plan.compiled());
        for (int i = 0; i < plan.compiled().tallies.length; i++) {
            assertTrue(
                    Tallies.get(aligned.tallies(), i).length <= 2 * EarningHistory.DAYS_KEPT, plan.compiled().keys[i]);
        }
    }
}
