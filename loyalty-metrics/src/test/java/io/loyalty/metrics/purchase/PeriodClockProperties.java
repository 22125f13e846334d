package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PeriodClockProperties {

    private static final LocalDate END = LocalDate.of(2015, 6, 30);

    @Provide
    Arbitrary<PurchaseRules> rules() {
        return Combinators.combine(
                        Arbitraries.of(
                                "Europe/London", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo", "Asia/Tokyo"),
                        Arbitraries.of(0, 40, 2_000),
                        Arbitraries.of(TimeColumn.EPOCH_SECONDS, TimeColumn.EPOCH_MILLIS),
                        Arbitraries.of(PurchasePeriod.class))
                .as((zone, window, unit, period) -> {
                    PurchaseRules rules =
                            PurchaseRules.asOf(END, ZoneId.of(zone)).with(unit).with(period);
                    return window == 0 ? rules : rules.from(END.minusDays(window));
                });
    }

    /** Columns of a minute to ten years: within a day, across changes of the clocks, before the window, after the end. */
    @Property(tries = 500, seed = "20261123")
    void timesOfAColumnHaveTheTicksOfSingleTimes(
            @ForAll("rules") PurchaseRules rules,
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 1_000) Long> shares,
            @ForAll @LongRange(min = 60, max = 3_650 * 86_400L) long span,
            @ForAll @LongRange(min = -3, max = 2_000) long daysBefore,
            @ForAll @IntRange(max = 3) int from) {
        long scale = rules.timeColumn() == TimeColumn.EPOCH_MILLIS ? 1_000 : 1;
        long end = END.plusDays(1 - daysBefore).atStartOfDay(rules.zone()).toEpochSecond();
        long[] at = new long[from + shares.size()];
        int[] expected = new int[shares.size()];
        PeriodClock clock = new PeriodClock(rules);
        for (int i = 0; i < expected.length; i++) {
            at[from + i] = (end - 1) * scale - span * scale / 1_000 * shares.get(i);
            expected[i] = clock.ago(at[from + i]);
        }
        int[] ticks = new int[expected.length];
        new PeriodClock(rules).ago(at, from, ticks, ticks.length);
        assertArrayEquals(expected, ticks);
    }
}
