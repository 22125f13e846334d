package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    @Property(tries = 100, seed = "20261204")
    void vectorsAreListsThatShare(@ForAll @IntRange(min = 0, max = 3_000) int size, @ForAll Random random) {
        FactVector vector = new FactVector();
        List<TierFact> list = new ArrayList<>();
        List<FactVector> copies = new ArrayList<>();
        List<List<TierFact>> listCopies = new ArrayList<>();
        while (list.size() < size) {
            int dice = random.nextInt(20);
            if (dice == 0) {
                copies.add(vector.copy());
                listCopies.add(List.copyOf(list));
            } else if (dice == 1 && !copies.isEmpty()) {
                int some = random.nextInt(copies.size());
                vector = copies.get(some).copy();
                list = new ArrayList<>(listCopies.get(some));
                size--;
            } else if (dice == 2 && !list.isEmpty()) {
                int index = random.nextInt(list.size());
                TierFact other = TierFact.visit(list.get(index).at(), random.nextInt(100), 0, 0);
                vector.set(index, other);
                list.set(index, other);
            } else {
                TierFact[] more = new TierFact[random.nextInt(dice == 3 ? 1_100 : 3) + 1];
                for (int i = 0; i < more.length; i++) {
                    more[i] = TierFact.visit(Instant.ofEpochSecond(10L * (list.size() + i)), i, 0, 0);
                }
                int from = random.nextInt(more.length);
                vector.append(more, 0, from);
                vector.append(more[from]);
                list.addAll(List.of(more).subList(0, from + 1));
            }
        }
        copies.add(vector);
        listCopies.add(list);
        for (int i = 0; i < copies.size(); i++) {
            assertSame(listCopies.get(i), copies.get(i));
        }
    }

    private static void assertSame(List<TierFact> list, FactVector vector) {
        assertEquals(list.size(), vector.size());
        for (int i = 0; i < list.size(); i++) {
            assertEquals(list.get(i), vector.get(i));
            assertEquals(i, vector.countBefore(Instant.ofEpochSecond(10L * i)));
            assertEquals(i, vector.countBefore(Instant.ofEpochSecond(10L * i - 9)));
        }
        if (!list.isEmpty()) {
            assertEquals(list.get(list.size() - 1), vector.last());
        }
    }
}
