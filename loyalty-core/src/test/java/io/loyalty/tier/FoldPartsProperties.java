package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.calendar.DayTable;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.QualificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The fast parts of the fold against the plain ones they stand for. */
class FoldPartsProperties {

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 40);
        Arbitrary<Integer> months = Arbitraries.integers().between(0, 40);
        return Combinators.combine(months, days)
                .as((m, d) -> Period.of(0, m, d))
                .filter(period -> !period.isZero());
    }

    @Property(tries = 1000, seed = "20261201")
    void lookingBackIsThatOfTheQualificationPeriod(
            @ForAll("periods") Period period, @ForAll @LongRange(min = -200_000, max = 200_000) long day) {
        RollingSpan span = new RollingSpan(period);
        LocalDate date = LocalDate.ofEpochDay(day);
        LocalDate from =
                QualificationPeriod.rolling(period).windowAt(date, date).from();
        assertEquals(from.toEpochDay(), span.firstSeenFrom(day));
        assertEquals(date.plusMonths(period.getMonths()).toEpochDay(), RollingSpan.plusMonths(day, period.getMonths()));
    }

    @Property(tries = 1000, seed = "20261206")
    void lookingBackOverNearMonthsIsThatOfTheQualificationPeriod(
            @ForAll("periods") Period period, @ForAll @LongRange(min = -1_000, max = 48_500) long day) {
        lookingBackIsThatOfTheQualificationPeriod(period, day);
        aDayIsSeenUntilItIsNot(period, day);
    }

    @Property(tries = 1000, seed = "20261202")
    void aDayIsSeenUntilItIsNot(
            @ForAll("periods") Period period, @ForAll @LongRange(min = -200_000, max = 200_000) long day) {
        RollingSpan span = new RollingSpan(period);
        long blind = span.firstBlindTo(day);
        assertEquals(true, span.firstSeenFrom(blind) > day);
        assertEquals(true, span.firstSeenFrom(blind - 1) <= day);
        assertEquals(true, day + span.least <= blind);
    }

    @Provide
    Arbitrary<BusinessDay> days() {
        return Combinators.combine(
                        Arbitraries.of(
                                "Asia/Tokyo",
                                "America/Sao_Paulo",
                                "Europe/Berlin",
                                "Pacific/Apia",
                                "Africa/Casablanca"),
                        Arbitraries.of("00:00", "00:30", "02:30", "05:00:00.5", "23:59:59"))
                .as((zone, cutOff) -> BusinessDay.of(ZoneId.of(zone), LocalTime.parse(cutOff)));
    }

    @Property(tries = 500, seed = "20261203")
    void daysOfTheTableAreBusinessDays(@ForAll("days") BusinessDay day, @ForAll Random random) {
        DayTable.Cursor cursor = new DayTable(day).new Cursor();
        long second = random.nextLong(5_000_000_000L) - 400_000_000;
        for (int i = 0; i < 200; i++) {
            Instant instant = Instant.ofEpochSecond(second, random.nextInt(3) * 250_000_000L);
            assertEquals(day.dateOf(instant).toEpochDay(), cursor.dayOf(instant), instant::toString);
            long epochDay = cursor.dayOf(instant) + random.nextInt(400) - 200;
            assertEquals(day.startOf(LocalDate.ofEpochDay(epochDay)), cursor.startOf(epochDay));
            second += random.nextInt(random.nextBoolean() ? 7_200 : 8_000_000);
        }
    }

    @Property(tries = 500, seed = "20261205")
    void noDayBeginsBeforeTheSecondThatIsNamed(@ForAll("days") BusinessDay day, @ForAll Random random) {
        DayTable.Cursor cursor = new DayTable(day).new Cursor();
        cursor.dayOf(Instant.ofEpochSecond(random.nextLong(5_000_000_000L) - 400_000_000));
        for (int i = 0; i < 100; i++) {
            long epochDay = random.nextInt(60_000) - 6_000;
            long start = day.startOf(LocalDate.ofEpochDay(epochDay)).getEpochSecond();
            long second = cursor.notBefore(epochDay);
            assertEquals(true, second <= start && second > start - 4 * 86_400, () -> epochDay + " in " + day);
        }
        assertEquals(Long.MAX_VALUE, cursor.notBefore(RuleVersion.NEVER));
    }

    @Property(tries = 100, seed = "20261204")
    void factsAreFoundByTheirInstants(@ForAll @IntRange(max = 300) int size) {
        List<TierFact> facts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            facts.add(TierFact.visit(Instant.ofEpochSecond(10L * i), i, 0, 0));
        }
        for (int i = 0; i < size; i++) {
            assertEquals(i, NetFacts.countBefore(facts, Instant.ofEpochSecond(10L * i)));
            assertEquals(i, NetFacts.countBefore(facts, Instant.ofEpochSecond(10L * i - 9)));
        }
        assertEquals(size, NetFacts.countBefore(facts, Instant.MAX));
    }
}
