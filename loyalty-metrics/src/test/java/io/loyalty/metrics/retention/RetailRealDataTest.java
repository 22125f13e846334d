package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertEstimate;
import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.time.DateWindow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Figures of the invoices of a wholesaler, 1 December 2010 to 9 December 2011, against a second computation: Python 3.11 with
 * pandas 1.5.3 (group-by on month periods, sets of customers), statsmodels 0.13.5 ({@code SurvfuncRight} on days to the
 * second purchase, {@code Logit} with a tolerance of 1e-14) and NumPy 1.24.2, no code in common.
 */
@Tag("real-data")
class RetailRealDataTest {

    private final RealData.Retail data = new RealData.Retail();
    private final PurchaseHistory history = data.history(RealData.retailRules());
    private final Cohorts monthly = Cohorts.by(CohortPeriod.MONTH, RealData.retailRules());

    @Test
    void cohortsByMonth() {
        CohortMatrix matrix = monthly.matrix(data.customers, data.at, data.amounts);
        assertEquals(13, matrix.cohorts());
        assertEquals(LocalDate.of(2010, 12, 1), matrix.start(0));
        assertEquals(
                List.of(885L, 417L, 380L, 452L, 300L, 284L, 242L, 188L, 169L, 299L, 358L, 323L, 41L),
                IntStream.range(0, 13).mapToObj(matrix::size).toList());
        assertEquals(
                List.of(885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445),
                column(matrix, 0, 12, CohortCell::customers));
        assertEquals(
                List.of(1400, 517, 458, 582, 504, 651, 572, 547, 538, 641, 628, 945),
                column(matrix, 0, 12, CohortCell::orders));
        assertEquals(
                List.of(11819674, 1799928, 1951238, 1870104, 2749270, 3286960, 3271363),
                column(matrix, 5, 7, CohortCell::revenue));
        assertFalse(matrix.isOver(0, 12));
        assertFalse(matrix.cell(0, 12).customers().isDefined());
        assertFalse(matrix.cell(12, 0).retention().isDefined());
        assertMeasure(
                (55853269 + 26732458 + 22693145) / 885.0,
                1e-9,
                matrix.cell(0, 2).cumulativeRevenuePerHead());
        assertTrue(matrix.isLeftTruncated());
        assertEquals(34, matrix.customersWithoutPurchase());
        assertEquals(18_532, matrix.counts().orders());
    }

    @Test
    void averageRetentionLeavesOpenCellsOut() {
        CohortMatrix matrix = monthly.matrix(data.customers, data.at, data.amounts);
        assertMeasure(940.0 / 3974, 1e-15, matrix.averageRetention(1).value());
        assertMeasure(901.0 / 3616, 1e-15, matrix.averageRetention(2).value());
        assertMeasure(445.0 / 885, 1e-15, matrix.averageRetention(11).value());
        assertFalse(matrix.averageRetention(12).isDefined());
    }

    @Test
    void retentionFromMonthToMonth() {
        List<CalendarRetention> months = monthly.calendar(data.customers, data.at, data.amounts);
        assertEquals(13, months.size());
        assertEquals(new PeriodRetention(0, 0, 885, 0), months.get(0).customers());
        assertEquals(new PeriodRetention(324, 561, 417, 0), months.get(1).customers());
        assertEquals(new PeriodRetention(410, 646, 242, 339), months.get(6).customers());
        assertEquals(new PeriodRetention(622, 742, 323, 719), months.get(11).customers());
        assertFalse(months.get(11).isOpen());
        assertTrue(months.get(12).isOpen());
    }

    @Test
    void revenueRetentionFromMonthToMonth() {
        List<CalendarRetention> months = monthly.calendar(data.customers, data.at, data.amounts);
        RevenueRetention june = months.get(6).revenue();
        assertEquals(1_051, june.customers());
        assertEquals(65_245_773, june.base());
        assertEquals(10_026_483, june.expansion());
        assertEquals(14_413_552, june.contraction());
        assertEquals(24_350_563, june.churned());
        assertEstimate(0.5595479878826787, 0.06939353387422542, 1e-14, june.net());
        assertMeasure(0.40957042535153965, 1e-15, june.gross().value());
        RevenueRetention january = months.get(1).revenue();
        assertMeasure(0.4761264676105604, 1e-15, january.net().value());
        assertMeasure(0.30453310457709265, 1e-15, january.gross().value());
    }

    @Test
    void timeToTheSecondPurchase() {
        SurvivalCurve curve = KaplanMeier.withDefaults().estimate(LifeTable.ofSecondPurchases(history));
        assertEquals(4_338, curve.table().subjects());
        assertEquals(2_790, curve.table().events());
        assertEstimate(0.8083980170436555, 0.0060532684132458, 1e-14, curve.at(30));
        assertEstimate(0.3424385131974113, 0.008101841901316553, 1e-14, curve.at(180));
        assertEstimate(0.15193676110961446, 0.00976515154891198, 1e-14, curve.at(365));
        assertMeasure(104, 0, curve.median().value());
    }

    @Test
    void absenceAndAges() {
        assertEquals(new InactivityChurn(90, 1_449, 4_338), InactivityChurn.of(history, 90));
        assertEquals(new InactivityChurn(180, 858, 4_338), InactivityChurn.of(history, 180));
        assertEquals(new AgeRetention(36, 4_086, 252, 0), AgeRetention.onDay(history, 30));
        assertEquals(new AgeRetention(948, 3_741, 597, 0), AgeRetention.between(history, 31, 60));
        assertEquals(new AgeRetention(2_194, 3_370, 968, 0), AgeRetention.onOrAfter(history, 90));
    }

    @Test
    void retentionFromQuarterToQuarter() {
        assertEquals(
                new PeriodRetention(1_211, 780, 656, 294),
                PeriodRetention.of(
                        history,
                        DateWindow.of(LocalDate.of(2011, 4, 1), LocalDate.of(2011, 7, 1)),
                        DateWindow.of(LocalDate.of(2011, 7, 1), LocalDate.of(2011, 10, 1))));
    }

    @Test
    void churnSampleAndModel() {
        PurchaseHistory before = data.history(PurchaseRules.asOf(LocalDate.of(2011, 8, 31), RealData.LONDON));
        PurchaseHistory after = data.history(
                PurchaseRules.asOf(LocalDate.of(2011, 11, 29), RealData.LONDON).from(LocalDate.of(2011, 9, 1)));
        ChurnSample sample = ChurnSample.of(before, after, 60);
        assertEquals(
                "3317 customers, 1453 churned, features [recency, purchases, revenue, trend, overdue]",
                sample.toString());
        double[] means = {
            92.14290021103406, 3.1254145312028943, 148662.68435333134, 1.122926850391427, 20.37308404359618
        };
        for (int j = 0; j < means.length; j++) {
            assertEquals(
                    means[j],
                    Arrays.stream(sample.column(sample.features().get(j)))
                            .average()
                            .orElseThrow(),
                    1e-8);
        }
        LogisticModel model = LogisticRegression.withDefaults().fit(sample.without("revenue"));
        assertEstimate(0.2671409087606041, 0.19620294242843178, 1e-11, model.intercept());
        double[] coefficients = {0.003962244019841306, -0.41478362864925955, 0.0964142278878705, 3.2427483424779287e-06
        };
        double[] errors = {0.001468151935433587, 0.03209119727784598, 0.06348148868614491, 0.001220285667859124};
        for (int j = 0; j < errors.length; j++) {
            assertEstimate(
                    coefficients[j],
                    errors[j],
                    1e-11,
                    model.coefficients().get(j).estimate());
        }
    }

    private static List<Integer> column(
            CohortMatrix matrix, int cohort, int ages, Function<CohortCell, Measure> figure) {
        return IntStream.range(0, ages)
                .mapToObj(age -> (int) figure.apply(matrix.cell(cohort, age)).orElseThrow())
                .toList();
    }
}
