package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RevenueGapTest {

    private static final RevenueGap GAP =
            RevenueGap.of(new double[] {300, 500, 420, 900, 380}, new double[] {120, 80, 260, 140});

    @Test
    void totalsSharesAndMedians() {
        assertEquals(2_500, GAP.repeaters().total());
        assertEquals(600, GAP.others().total());
        assertEquals(1_900, GAP.totalGap());
        assertEquals(Measure.of(2_500 / 3_100.0), GAP.repeaterShare());
        assertEquals(Measure.of(420 - 130), GAP.medianGap());
        assertEquals(5, GAP.repeaters().customers());
        assertEquals(9, GAP.perHead().n());
    }

    /**
     * mpmath 1.2.1 with 30 digits: Welch-Satterthwaite degrees of freedom, p = I(df / (df + t²); df/2, 1/2) and its
     * inverse. SciPy 1.10.1 gives the same p and bounds that are right to 9 digits.
     */
    @Test
    void theGapPerHeadIsWelchs() {
        Interval interval = GAP.perHead().interval().orElseThrow();
        assertEquals(Measure.of(350), GAP.perHead().value());
        assertEquals(0.025832393037564437, GAP.pValue().orElseThrow(), 1e-13);
        assertEquals(62.77255208111045, interval.lower(), 1e-10);
        assertEquals(637.2274479188895, interval.upper(), 1e-10);
    }

    @Test
    void groupsFollowTheBasis() {
        PurchaseHistory history = PurchaseRules.asOf(LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
                .from(LocalDate.of(2025, 1, 1))
                .with(TimeColumn.EPOCH_DAYS)
                .summarize(
                        new long[] {1, 1, 2, 2, 3, 3},
                        new long[] {day(30), day(20), day(10), day(10), day(400), day(5)},
                        new long[] {10, 20, 40, 80, 160, 320});
        assertEquals(30, RevenueGap.of(history).repeaters().total());
        assertEquals(150, RevenueGap.of(history, RepeatBasis.ORDERS).repeaters().total());
        assertEquals(
                320, RevenueGap.of(history, RepeatBasis.RETURNING).repeaters().total());
        assertEquals(
                RevenueGap.of(history, RepeatBasis.ORDERS),
                history.summaries().parallelStream().collect(RevenueGap.collector(RepeatBasis.ORDERS)));
    }

    @Test
    void withoutOneGroupThereIsNoGap() {
        RevenueGap nobody = RevenueGap.of(new double[0], new double[0]);
        assertEquals(Measure.undefined("no repeat customers"), nobody.perHead().value());
        assertEquals(Measure.undefined("total revenue is not above 0"), nobody.repeaterShare());
        RevenueGap all = RevenueGap.of(new double[] {4, 5}, new double[0]);
        assertEquals(Measure.undefined("no other customers"), all.pValue());
        assertEquals(Measure.of(1), all.repeaterShare());
    }

    @Test
    void withoutVarianceThereIsNoTest() {
        RevenueGap constant = RevenueGap.of(new double[] {5, 5}, new double[] {3, 3});
        assertEquals(Measure.of(2), constant.perHead().value());
        assertEquals(Measure.undefined("no variance in either group"), constant.pValue());
        RevenueGap single = RevenueGap.of(new double[] {5}, new double[] {3, 4});
        assertEquals(Measure.of(1.5), single.medianGap());
        assertEquals(
                Measure.undefined("one customer in a group"), single.perHead().standardError());
    }

    @Test
    void largeRevenuesKeepTheirSmallVariance() {
        RevenueGap gap = RevenueGap.of(new double[] {1e9 + 1, 1e9 + 2, 1e9 + 3}, new double[] {1e9 - 1, 1e9, 1e9 + 1});
        assertEquals(Measure.of(1), gap.repeaters().standardDeviation());
        assertEquals(Measure.of(2), gap.perHead().value());
        assertEquals(Math.sqrt(2 / 3.0), gap.perHead().standardError().orElseThrow(), 1e-15);
    }

    @Test
    void revenuesThatAreNotNumbersAreRefused() {
        assertEquals(
                "others[1] must be finite: NaN",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RevenueGap.of(new double[1], new double[] {1, Double.NaN}))
                        .getMessage());
    }

    private static long day(int ago) {
        return LocalDate.of(2025, 12, 31).minusDays(ago).toEpochDay();
    }

    @Test
    void exchangingTheGroupsTurnsTheSign() {
        RevenueGap gap = RevenueGap.of(new double[] {120, 80, 260, 140}, new double[] {300, 500, 420, 900, 380});
        Interval interval = gap.perHead().interval().orElseThrow();
        assertEquals(-1_900, gap.totalGap());
        assertEquals(Measure.of(600 / 3_100.0), gap.repeaterShare());
        assertEquals(Measure.of(-350), gap.perHead().value());
        assertEquals(-637.2274479188895, interval.lower(), 1e-10);
        assertEquals(-62.77255208111045, interval.upper(), 1e-10);
        assertEquals(0.025832393037564437, gap.pValue().orElseThrow(), 1e-13);
        assertEquals(9, gap.perHead().n());
        assertEquals(
                "revenue gap per head " + gap.perHead() + "; repeaters make " + gap.repeaterShare() + " of the revenue",
                gap.toString());
        assertEquals(
                "4 customers, total 600.0, mean 150.0, median 130.0",
                gap.repeaters().toString());
    }

    @Test
    void whereAllComeAgainTheGapIsTheirRevenue() {
        RevenueGap gap = RevenueGap.of(new double[] {4}, new double[0]);
        assertEquals(4, gap.totalGap());
        assertEquals(1, gap.perHead().n());
        assertEquals(
                "1 customer, total 4.0, mean 4.0, median 4.0", gap.repeaters().toString());
        assertEquals(-4, RevenueGap.of(new double[0], new double[] {4}).totalGap());
        assertEquals(
                "repeaters[0] must be finite: Infinity",
                assertThrows(IllegalArgumentException.class, () -> RevenueGap.of(new double[] {1.0 / 0}, new double[0]))
                        .getMessage());
    }
}
