package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** The closed forms against sums, and against each other. */
class ClosedFormProperties {

    @Property(seed = "521", tries = 400)
    void finiteHorizonIsASumOfCashFlows(
            @ForAll @Scale(6) @DoubleRange(min = -100, max = 100) double margin,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1) double retention,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.5) double discount,
            @ForAll @IntRange(min = 0, max = 60) int periods) {
        double[] margins = new double[periods];
        Arrays.fill(margins, margin);
        double[] survival = new double[periods];
        for (int t = 0; t < periods; t++) {
            survival[t] = Math.pow(retention, t);
        }
        double[] start = {1, 1 / Math.sqrt(1 + discount), 1 / (1 + discount)};
        MarginTiming[] timings = {
            MarginTiming.FIRST_NOW, MarginTiming.FIRST_MID_PERIOD, MarginTiming.FIRST_AT_PERIOD_END
        };
        for (int i = 0; i < 3; i++) {
            double sum = ExpectedCashFlows.of(margins, survival, PaymentTime.values()[i])
                    .presentValue(discount);
            double closed = RetentionValue.of(margin, retention, timings[i])
                    .withDiscount(discount)
                    .over(periods)
                    .orElseThrow();
            assertEquals(sum, closed, 1e-12 * Math.abs(sum) * start[i] + 1e-300);
        }
    }

    @Property(seed = "522", tries = 400)
    void longHorizonApproachesTheInfiniteOne(
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.97) double retention,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.5) double discount) {
        RetentionValue value =
                RetentionValue.of(10, retention, MarginTiming.FIRST_NOW).withDiscount(discount);
        double infinite = value.infinite().orElseThrow();
        assertEquals(infinite, value.over(5000).orElseThrow(), 1e-13 * infinite);
        assertTrue(value.over(3).orElseThrow() <= infinite * (1 + 1e-15));
    }

    @Property(seed = "523", tries = 400)
    void paybackInvertsTheRunningSum(
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1) double retention,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.5) double discount,
            @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 30) double periods) {
        RetentionValue value =
                RetentionValue.of(10, retention, MarginTiming.FIRST_NOW).withDiscount(discount);
        int whole = (int) periods;
        double before = value.over(whole).orElseThrow();
        double after = value.over(whole + 1).orElseThrow();
        double cost = before + (periods - whole) * (after - before);
        Measure payback = value.payback(cost);
        // Where the margins have all but faded out, the cost no longer tells the time.
        if (after - before > 1e-6) {
            assertEquals(periods, payback.orElseThrow(), 1e-7);
        }
    }

    @Property(seed = "524", tries = 300)
    void paybackOfCashFlowsInvertsTheRunningSum(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 50) Integer> margins,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.3) double discount,
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1) double share) {
        ExpectedCashFlows flows =
                ExpectedCashFlows.of(margins.stream().mapToDouble(x -> x).toArray(), PaymentTime.PERIOD_START);
        double all = flows.presentValue(discount);
        // A whole share can miss the sum by its last digit.
        double time =
                flows.discountedPayback(share * all * (1 - 1e-15), discount).orElseThrow();
        int whole = (int) time;
        double paid = 0;
        for (int t = 0; t < whole; t++) {
            paid += margins.get(t) * Math.pow(1 + discount, -t);
        }
        if (whole < margins.size()) {
            paid += (time - whole) * margins.get(whole) * Math.pow(1 + discount, -whole);
        }
        assertEquals(share * all, paid, 1e-10 * all);
    }

    @Property(seed = "525", tries = 300)
    void everyNumberIsInOneBand(@ForAll @Scale(3) @DoubleRange(min = -10, max = 100) double value) {
        Bands bands = Bands.of(0, 18, 30.5, 65);
        Band.Range band = (Band.Range) bands.bandOf(value);
        assertTrue(band.from() <= value && value < band.to());
        long matching = List.of(-5.0, 0.0, 18.0, 30.5, 65.0).stream()
                .map(bands::bandOf)
                .filter(band::equals)
                .count();
        assertEquals(1, matching);
    }
}
