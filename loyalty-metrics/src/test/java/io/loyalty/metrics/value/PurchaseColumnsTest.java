package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PurchaseColumnsTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    private static PurchaseColumns of(double[] x, double[] last, double[] age) {
        return PurchaseColumns.of(x, last, age, PeriodUnit.WEEK, END);
    }

    private static String refusal(double x, double last, double age) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> of(new double[] {0, x}, new double[] {0, last}, new double[] {5, age}))
                .getMessage();
    }

    @Test
    void equalHistoriesAreOneRow() {
        PurchaseColumns columns =
                of(new double[] {2, 0, 2, 0, 1}, new double[] {3, 0, 3, -0.0, 2}, new double[] {9, 9, 9, 9, 4});
        assertEquals(5, columns.size());
        assertEquals(3, columns.distinctRows());
        assertEquals(5, columns.customers());
        assertArrayEquals(new double[] {2, 1, 2}, columns.weight);
        assertEquals(RecencyFrequency.ofWeeks(2, 3, 9), columns.history(2));
        assertEquals(RecencyFrequency.ofWeeks(1, 2, 4), columns.history(4));
    }

    @Test
    void weightsOfEqualRowsAdd() {
        PurchaseColumns columns = PurchaseColumns.ofWeighted(
                new double[] {1, 1, 0},
                new double[] {1, 1, 0},
                new double[] {2, 2, 2},
                new double[] {0.5, 2, 3},
                PeriodUnit.YEAR,
                END);
        assertArrayEquals(new double[] {3, 2.5}, columns.weight);
        assertEquals(5.5, columns.customers());
    }

    @Test
    void impossibleRowsAreNamed() {
        assertEquals("repeats[1] must be a whole number of at least 0: 1.5", refusal(1.5, 1, 2));
        assertEquals("repeats[1] must be a whole number of at least 0: -1.0", refusal(-1, 0, 2));
        assertEquals("repeats[1] must be a whole number of at least 0: NaN", refusal(Double.NaN, 0, 2));
        assertEquals("last[1] must be in [0, age = 2.0]: 3.0", refusal(1, 3, 2));
        assertEquals("last[1] must be in [0, age = 2.0]: NaN", refusal(1, Double.NaN, 2));
        assertEquals("last[1] must be 0 without a repeat purchase: 1.0", refusal(0, 1, 2));
        assertEquals("age[1] must be finite and at least 0: NaN", refusal(1, 1, Double.NaN));
        assertEquals("age[1] must be finite and at least 0: Infinity", refusal(1, 1, Double.POSITIVE_INFINITY));
        assertEquals(
                "age must be above 0 for at least one customer: nobody was observed for any time",
                assertThrows(IllegalArgumentException.class, () -> of(new double[3], new double[3], new double[3]))
                        .getMessage());
        assertEquals(
                "repeats must not be empty",
                assertThrows(IllegalArgumentException.class, () -> of(new double[0], new double[0], new double[0]))
                        .getMessage());
        assertEquals(
                "repeats, last and age must have one length: 2, 1 and 2",
                assertThrows(IllegalArgumentException.class, () -> of(new double[2], new double[1], new double[2]))
                        .getMessage());
    }

    @Test
    void badWeightsAreNamed() {
        double[] one = {1};
        assertEquals(
                "weights[0] must be finite and at least 0: -1.0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PurchaseColumns.ofWeighted(one, one, one, new double[] {-1}, PeriodUnit.DAY, END))
                        .getMessage());
        assertEquals(
                "weights must not all be 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PurchaseColumns.ofWeighted(one, one, one, new double[] {0}, PeriodUnit.DAY, END))
                        .getMessage());
    }

    @Test
    void columnsInAnotherUnitAreRefused() {
        double[] one = {1};
        PurchaseColumns days = PurchaseColumns.of(one, one, one, PeriodUnit.DAY, END);
        assertEquals(
                "columns must be in the model's unit WEEK: DAY",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new BgNbd(1, 1, 1, 1, PeriodUnit.WEEK).probabilityAlive(days))
                        .getMessage());
    }

    @Test
    void everyThirdRowStandsForSixtyThousand() {
        int n = 60_000;
        double[] x = new double[n];
        double[] last = new double[n];
        double[] age = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            // In the order in which rows are kept: by x, then by age.
            x[i] = 3 * i / n;
            age[i] = 10 + i;
            last[i] = x[i] == 0 ? 0 : 5;
            weights[i] = 1 + i % 2;
        }
        PurchaseColumns columns = PurchaseColumns.ofWeighted(x, last, age, weights, PeriodUnit.WEEK, LocalDate.EPOCH);
        PurchaseColumns few = columns.sample().orElseThrow();
        assertEquals(20_000, few.distinctRows());
        assertEquals(30_000, few.customers(), "weights of 1 and 2 in turn");
        for (int i = 0; i < 20_000; i++) {
            assertEquals(x[3 * i], few.counts[few.countOf[i]]);
            assertEquals(last[3 * i], few.lasts[few.lastOf[i]]);
            assertEquals(age[3 * i], few.ages[few.ageOf[i]]);
            assertEquals(weights[3 * i], few.weight[i]);
        }
        assertEquals(PeriodUnit.WEEK, few.unit());
        double[] p = {.5, 10, .7, 12};
        for (Likelihood[] whole : new Likelihood[][] {
            {
                new GeometricDropoutLikelihood(columns, 1, Execution.SEQUENTIAL),
                new GeometricDropoutLikelihood(few, 1, Execution.SEQUENTIAL)
            },
            {
                new LomaxDropoutLikelihood(columns, Execution.SEQUENTIAL),
                new LomaxDropoutLikelihood(few, Execution.SEQUENTIAL)
            }
        }) {
            Likelihood.Sample sample = whole[0].sample().orElseThrow();
            assertEquals(30_000, sample.customers());
            assertEquals(whole[1].at(p, new double[4]), sample.likelihood().at(p, new double[4]));
        }
        assertTrue(PurchaseColumns.of(
                        Arrays.copyOf(x, n - 1),
                        Arrays.copyOf(last, n - 1),
                        Arrays.copyOf(age, n - 1),
                        PeriodUnit.WEEK,
                        LocalDate.EPOCH)
                .sample()
                .isEmpty());
    }
}
