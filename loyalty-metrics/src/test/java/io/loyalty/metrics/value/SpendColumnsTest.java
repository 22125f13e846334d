package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SpendColumnsTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    private static SpendColumns columns(double[] purchases, double... means) {
        return SpendColumns.of(purchases, means, END);
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Test
    void spendMayGoWithFrequencyOrNot() {
        // Deviations −1, 0, 1 and −2, −1, 3: 5 over the root of 2 · 14.
        SpendColumns columns = columns(new double[] {1, 2, 3, 0}, 2, 3, 7, 0);
        assertEquals(5 / Math.sqrt(28), columns.correlation().orElseThrow(), 1e-15);
        assertEquals(-1, columns(new double[] {1, 2}, 9, 4).correlation().orElseThrow(), 1e-15);
        Measure none = Measure.undefined("all customers have one number of purchases or one mean");
        assertEquals(none, columns(new double[] {2, 2}, 9, 4).correlation());
        assertEquals(none, columns(new double[] {1, 2}, 4, 4).correlation());
    }

    @Test
    void weightsAreRepeatedCustomers() {
        SpendColumns weighted = SpendColumns.ofWeighted(
                new double[] {1, 2, 3, 0, 0}, new double[] {2, 3, 7, 0, 0}, new double[] {2, 1, 3, 4, .5}, END);
        SpendColumns repeated = columns(new double[] {1, 1, 2, 3, 3, 3}, 2, 2, 3, 7, 7, 7);
        assertEquals(
                repeated.correlation().orElseThrow(), weighted.correlation().orElseThrow(), 1e-15);
        assertEquals(6, weighted.customers());
        assertEquals(4.5, weighted.customersWithoutPurchase());
        assertEquals(5, weighted.size());
        assertEquals(3, weighted.distinctRows());
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);
        assertEquals(model.logLikelihood(repeated), model.logLikelihood(weighted), 1e-12);
        assertEquals(2, columns(new double[] {1, 0, 0}, 2, 0, 0).customersWithoutPurchase());
    }

    @Test
    void impossibleRowsAreNamed() {
        assertEquals(
                "means[0] must be finite and above 0: Infinity", refusal(() -> columns(new double[] {1}, 1.0 / 0)));
        assertEquals("means[0] must be finite and above 0: 0.0", refusal(() -> columns(new double[] {1}, 0)));
        assertEquals(
                "weights must have the length of purchases, 1: 2",
                refusal(() -> SpendColumns.ofWeighted(new double[1], new double[1], new double[2], END)));
        for (double weight : new double[] {-1, 1.0 / 0, Double.NaN}) {
            assertEquals(
                    "weights[0] must be finite and at least 0: " + weight,
                    refusal(() ->
                            SpendColumns.ofWeighted(new double[] {1}, new double[] {1}, new double[] {weight}, END)));
        }
        double many = Integer.MAX_VALUE;
        assertEquals(1, columns(new double[] {many}, 3).customers());
        assertEquals(
                "purchases[0] must be a whole number of at least 0: 2.147483648E9",
                refusal(() -> columns(new double[] {many + 1}, 3)));
    }
}
