package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Figures of the wholesaler's invoices against a second computation: Python 3.11 with NumPy 1.24.2 and SciPy 1.10.1
 * ({@code ttest_ind(equal_var=False)}, {@code t.isf}, {@code interp} on the Lorenz curve, the product limit day by
 * day).
 */
@Tag("real-data")
class BuyingRealDataTest {

    private static PurchaseHistory history() {
        return RealData.onlineRetail(RealData.onlineRetailRules());
    }

    @Test
    void orderFigures() {
        OrderFigures figures = OrderFigures.of(history());
        near(4.272014753342554, figures.frequency().value());
        near(0.11687806428560024, figures.frequency().standardError());
        near(44843.929689186276, figures.orderValue().value());
        near(2439.492867210863, figures.orderValue().standardError());
        Interval interval = figures.orderValue().interval().orElseThrow();
        assertEquals(40061.276798293366, interval.lower(), 1e-7);
        assertEquals(49626.582580079186, interval.upper(), 1e-7);
        near(191573.92923005993, figures.revenuePerCustomer().value());
        near(12524.204507501485, figures.revenuePerCustomer().standardError());
    }

    @Test
    void revenueGap() {
        RevenueGap gap = RevenueGap.of(history());
        assertEquals(2_790, gap.repeaters().customers());
        assertEquals(774_089_522, gap.repeaters().total());
        assertEquals(56_958_183, gap.others().total());
        near(240656.7497165958, gap.perHead().value());
        assertEquals(202770.27211335662, gap.perHead().interval().orElseThrow().lower(), 1e-6);
        assertEquals(278543.227319835, gap.perHead().interval().orElseThrow().upper(), 1e-6);
        assertEquals(1.0539126188021525e-34, gap.pValue().orElseThrow(), 1e-44);
        assertEquals(Measure.of(89_483.5), gap.medianGap());
    }

    @Test
    void concentration() {
        Concentration concentration = Concentration.of(history(), NegativeValues.AS_ZERO);
        near(0.7042669192898781, concentration.gini());
        near(0.7044293050217871, concentration.giniCorrected());
        near(0.004500380709993995, concentration.herfindahl());
        near(0.7355091287841291, concentration.topShare(0.2));
        near(0.2714842086834208, concentration.customersMaking(0.8));
    }

    @Test
    void gapsBetweenVisits() {
        GapDistribution gaps = GapDistribution.of(history());
        assertEquals(12_425, gaps.endedGaps());
        assertEquals(4_338, gaps.openGaps());
        near(45.65690140845071, gaps.meanOfEnded());
        near(77.79806841046278, gaps.mean());
        assertEquals(Measure.of(40), gaps.median());
        assertEquals(Measure.of(55), gaps.quantile(0.6));
        assertEquals(Measure.of(130), gaps.quantile(0.8));
        near(0.5802622556051975, gaps.stillWaiting(30));
        near(0.27851794682332903, gaps.stillWaiting(90));
        near(0.06389229698660742, gaps.stillWaiting(365));
    }

    @Test
    void oneCustomersRhythm() {
        PurchaseHistory history = history();
        int number = IntStream.range(0, history.customers())
                .filter(i -> history.customer(i).equals("12747"))
                .findFirst()
                .orElseThrow();
        VisitRhythm rhythm = history.rhythm(number);
        assertArrayEquals(new int[] {8, 20, 20, 34, 38, 40, 43, 44, 55, 65}, rhythm.gaps());
        near(56, rhythm.quantile(0.9));
        near(17.09483352751156, rhythm.standardDeviation());
        OverdueScore score = Overdue.withDefaults().score(rhythm);
        near(-2.0298530514588267, score.deviations());
        near(0.9469623792683594, score.chanceOfWaiting());
    }

    private static void near(double expected, Measure actual) {
        assertEquals(expected, actual.orElseThrow(), 1e-12 * Math.abs(expected));
    }
}
