package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.QualificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums over facts of one, two, four ... in March, each basis a multiple of its own. */
class CountingWindowTest {

    private static final LocalDate JOINED = LocalDate.parse("2026-01-10");

    private static final TierPlan ROLLING = plan(QualificationPeriod.rolling(Period.ofDays(10)));
    private static final TierPlan YEARS = plan(QualificationPeriod.calendarYear());

    private final List<TierFact> facts = new ArrayList<>();
    private final NetFacts net = new NetFacts(facts, ROLLING.days().new Cursor());

    private static TierPlan plan(QualificationPeriod period) {
        return TierPlan.of(Members.RULES.with(period), Members.TOKYO);
    }

    private static long day(String date) {
        return LocalDate.parse(date).toEpochDay();
    }

    private static TierFact fact(String local, long times) {
        Instant at = Members.at(local);
        return new TierFact(at, at, at, times, 100 * times, 10_000 * times, 1_000_000 * times);
    }

    private static TierMeasure times(long times) {
        return new TierMeasure(times, 100 * times, 10_000 * times, 1_000_000 * times);
    }

    private static Enough enough(long net, long gross, long points, long visits) {
        return Enough.any(List.of(new TierMeasure(net, gross, points, visits)));
    }

    /** A window on 1 March, with facts of 1, 2, 4, 8 ... on that and the following days. */
    private CountingWindow withFacts(int count) {
        CountingWindow window = new CountingWindow(ROLLING.version(0), JOINED, day("2026-03-01"), net, 0);
        for (int i = 0; i < count; i++) {
            facts.add(fact(LocalDate.parse("2026-03-01").plusDays(i) + "T12:00", 1L << i));
            window.add(facts.get(i));
        }
        return window;
    }

    @Test
    void factsLeaveOnTheDayThatNoLongerSeesThem() {
        CountingWindow window = withFacts(4);
        assertEquals(times(15), window.measure());
        window.moveTo(day("2026-03-10"), net);
        assertEquals(times(15), window.measure());
        window.moveTo(day("2026-03-11"), net);
        assertEquals(times(14), window.measure());
        window.moveTo(day("2026-03-13"), net);
        assertEquals(times(8), window.measure());
        assertFalse(window.isEmpty());
        window.moveTo(day("2026-03-14"), net);
        assertEquals(TierMeasure.ZERO, window.measure());
        assertTrue(window.isEmpty());
        assertEquals(day("2026-03-14"), window.day());
        facts.add(fact("2026-03-20T12:00", 16));
        window.add(facts.get(4));
        window.moveTo(day("2026-03-29"), net);
        assertEquals(times(16), window.measure());
        window.moveTo(day("2026-03-30"), net);
        assertEquals(TierMeasure.ZERO, window.measure());
    }

    @Test
    void aWindowOverFactsThereAreIsThatMovedAlong() {
        CountingWindow window = withFacts(5);
        for (int day = 0; day < 20; day++) {
            long epochDay = day("2026-03-05") + day;
            window.moveTo(epochDay, net);
            CountingWindow anew = new CountingWindow(ROLLING.version(0), JOINED, epochDay, net, 5);
            assertEquals(window.measure(), anew.measure());
            anew.moveTo(epochDay + 1, net);
            CountingWindow next = window.copy();
            next.moveTo(epochDay + 1, net);
            assertEquals(next.measure(), anew.measure());
        }
    }

    @Test
    void aWindowOverFactsOfTwoYearsHasThemApart() {
        facts.add(fact("2024-12-31T12:00", 1));
        facts.add(fact("2025-01-01T12:00", 2));
        facts.add(fact("2025-12-31T12:00", 4));
        facts.add(fact("2026-01-01T12:00", 8));
        CountingWindow window = new CountingWindow(YEARS.version(0), JOINED, day("2026-03-01"), net, 4);
        assertEquals(times(8), window.measure());
        assertEquals(day("2026-01-01"), window.from());
        assertEquals(day("2027-01-01"), window.to());
        assertEquals(day("2028-01-01"), window.nextTo());
        window.moveTo(day("2026-12-31"), net);
        assertEquals(times(8), window.measure());
        window.moveTo(day("2027-01-01"), net);
        assertEquals(TierMeasure.ZERO, window.measure());
        assertTrue(window.isEmpty());
    }

    @Test
    void factsAreCountedUntilASecondOrUntilThereIsEnough() {
        TierFact[] all = {fact("2026-03-01T12:00", 1), fact("2026-03-02T12:00", 2), fact("2026-03-03T12:00", 4)};
        long noon = all[2].at().getEpochSecond();
        assertEquals(2, counted(all, noon, Enough.NEVER, times(3)));
        assertEquals(3, counted(all, noon + 1, Enough.NEVER, times(7)));
        assertEquals(0, counted(all, noon + 1, Enough.ALWAYS, TierMeasure.ZERO));
        assertEquals(1, counted(all, noon + 1, enough(3, 0, 0, 0), times(1)));
        assertEquals(2, counted(all, noon + 1, enough(4, 0, 0, 0), times(3)));
        assertEquals(1, counted(all, noon + 1, enough(0, 300, 0, 0), times(1)));
        assertEquals(2, counted(all, noon + 1, enough(0, 301, 0, 0), times(3)));
        assertEquals(1, counted(all, noon + 1, enough(0, 0, 30_000, 0), times(1)));
        assertEquals(2, counted(all, noon + 1, enough(0, 0, 30_001, 0), times(3)));
        assertEquals(1, counted(all, noon + 1, enough(0, 0, 0, 3_000_000), times(1)));
        assertEquals(2, counted(all, noon + 1, enough(0, 0, 0, 3_000_001), times(3)));
        TierFact most = new TierFact(all[2].at(), all[2].at(), all[2].at(), Long.MAX_VALUE, 0, 0, 0);
        assertEquals(2, counted(new TierFact[] {all[0], all[1], most}, noon + 1, Enough.NEVER, times(3)));
    }

    private int counted(TierFact[] all, long second, Enough enough, TierMeasure sums) {
        CountingWindow window = new CountingWindow(ROLLING.version(0), JOINED, day("2026-03-01"), net, 0);
        int next = window.addWhile(all, 0, all.length, second, enough);
        assertEquals(sums, window.measure());
        assertEquals(next, window.end());
        facts.clear();
        facts.addAll(List.of(all));
        window.moveTo(day("2026-03-12"), net);
        assertEquals(next == 3 ? times(4) : TierMeasure.ZERO, window.measure());
        return next;
    }

    @Test
    void sumsCountedElsewhereAreTakenOverOnce() {
        CountingWindow window = new CountingWindow(ROLLING.version(0), JOINED, day("2026-03-01"), net, 0);
        facts.add(fact("2026-03-01T12:00", 1));
        facts.add(fact("2026-03-03T12:00", 2));
        window.addUpTo(2, times(3));
        assertEquals(2, window.end());
        window.addUpTo(2, times(5));
        assertEquals(times(3), window.measure());
        window.moveTo(day("2026-03-11"), net);
        assertEquals(times(2), window.measure());
    }

    @Test
    void whatCountsFromADayOnIsFoundGoingForwardAndBack() {
        CountingWindow window = withFacts(5);
        assertEquals(times(31), window.measureSince(day("2026-03-01"), net));
        assertEquals(times(28), window.measureSince(day("2026-03-03"), net));
        assertEquals(times(16), window.measureSince(day("2026-03-05"), net));
        assertEquals(times(30), window.measureSince(day("2026-03-02"), net));
        assertEquals(times(31), window.measureSince(day("2026-03-01"), net));
        assertEquals(TierMeasure.ZERO, window.measureSince(day("2026-03-06"), net));
        window.spareAll();
        assertEquals(times(24), window.measureSince(day("2026-03-04"), net));
        window.moveTo(day("2026-03-12"), net);
        assertEquals(times(24), window.measureSince(day("2026-03-04"), net));
        assertEquals(times(28), window.measureSince(day("2026-03-03"), net));
    }

    @Test
    void thereIsEnoughUntilTheNewestNeededFactLeaves() {
        for (List<Enough> same : List.of(
                List.of(enough(31, 0, 0, 0), enough(30, 0, 0, 0), enough(17, 0, 0, 0), enough(16, 0, 0, 0)),
                List.of(enough(0, 3_100, 0, 0), enough(0, 3_000, 0, 0), enough(0, 1_700, 0, 0), enough(0, 1_600, 0, 0)),
                List.of(
                        enough(0, 0, 310_000, 0),
                        enough(0, 0, 300_000, 0),
                        enough(0, 0, 170_000, 0),
                        enough(0, 0, 160_000, 0)),
                List.of(
                        enough(0, 0, 0, 31_000_000),
                        enough(0, 0, 0, 30_000_000),
                        enough(0, 0, 0, 17_000_000),
                        enough(0, 0, 0, 16_000_000)))) {
            facts.clear();
            CountingWindow window = withFacts(5);
            long today = day("2026-03-05");
            assertEquals(day("2026-03-11"), window.sureUntil(today, same.get(0), net));
            assertEquals(day("2026-03-12"), window.sureUntil(today, same.get(1), net));
            assertEquals(day("2026-03-14"), window.sureUntil(today, same.get(2), net));
            assertEquals(day("2026-03-15"), window.sureUntil(today, same.get(3), net));
            // What was spare for less is needed again for more.
            assertEquals(day("2026-03-12"), window.sureUntil(today, same.get(1), net));
            assertEquals(day("2026-03-11"), window.sureUntil(today, same.get(0), net));
            window.spareAll();
            assertEquals(day("2026-03-14"), window.sureUntil(today, same.get(2), net));
            window.moveTo(day("2026-03-12"), net);
            assertEquals(day("2026-03-14"), window.sureUntil(day("2026-03-12"), same.get(2), net));
            assertEquals(day("2026-03-12"), window.sureUntil(day("2026-03-12"), same.get(0), net));
        }
    }

    @Test
    void theDayIsToldTooEarlyAsLongAsItIsToCome() {
        TierPlan months = plan(QualificationPeriod.rolling(Period.ofMonths(1)));
        CountingWindow window = new CountingWindow(months.version(0), JOINED, day("2026-03-01"), net, 0);
        facts.add(fact("2026-03-01T12:00", 1));
        window.add(facts.get(0));
        assertEquals(day("2026-03-29"), window.sureUntil(day("2026-03-28"), enough(1, 0, 0, 0), net));
        assertEquals(day("2026-04-01"), window.sureUntil(day("2026-03-29"), enough(1, 0, 0, 0), net));
    }
}
