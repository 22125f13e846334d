package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CustomerValuesTest {

    private static final double[] REPEATS = {2, 0, 7, 2, 2};
    private static final double[] MEANS = {22.35, 0, 73.74, 22.35, 22.35};

    private static CustomerValues values(AnnualRate discount) {
        PurchaseColumns columns = PurchaseColumns.of(
                REPEATS,
                new double[] {30.43, 0, 29, 30.43, 30.43},
                new double[] {38.86, 38.86, 30, 38.86, 38.86},
                PeriodUnit.WEEK,
                LocalDate.of(1997, 9, 30));
        return PredictedLifetimeValue.of(
                        new BgNbd(.243, 4.414, .793, 2.426, PeriodUnit.WEEK),
                        new GammaGamma(6.25, 3.74, 15.44),
                        discount)
                .score(columns, REPEATS, MEANS);
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Test
    void bandsHoldWhoLiesInThemTheirLowerLimitIncluded() {
        CustomerValues values = values(AnnualRate.of(.15));
        assertEquals(5, values.size());
        double[] alive = values.alive();
        double limit = alive[0];
        List<AliveBand> bands = values.aliveBands(limit);
        double expectedAlive = 0;
        double purchases = 0;
        int above = 0;
        for (int i = 0; i < alive.length; i++) {
            if (alive[i] >= limit) {
                above++;
                expectedAlive += alive[i];
                purchases += values.purchases()[i];
            }
        }
        assertEquals(above, bands.get(1).customers());
        assertEquals(expectedAlive, bands.get(1).expectedAlive(), 1e-14);
        assertEquals(purchases, bands.get(1).purchases(), 1e-12);
        assertEquals(5 - above, bands.get(0).customers());
        assertEquals("limits[1] must be above 0.5 and below 1: 0.5", refusal(() -> values.aliveBands(.5, .5)));
        assertEquals("limits[0] must be above 0.0 and below 1: 0.0", refusal(() -> values.aliveBands(0)));
        assertEquals("limits[0] must be above 0.0 and below 1: 1.0", refusal(() -> values.aliveBands(1)));
    }

    @Test
    void nobodyIsInTheTopOfNone() {
        assertArrayEquals(new int[0], values(AnnualRate.of(.15)).top(0));
    }

    @Test
    void equalValuesStandInTheOrderOfTheirRows() {
        assertArrayEquals(new int[] {2, 0, 3, 4, 1}, values(AnnualRate.of(.15)).top(5));
    }

    @Test
    void withoutDiscountValuesOfSuchModelsAreEndless() {
        CustomerValues values = values(AnnualRate.of(0));
        assertEquals(Double.POSITIVE_INFINITY, values.total());
        assertEquals(
                Double.POSITIVE_INFINITY, Arrays.stream(values.values()).max().orElseThrow());
    }

    @Test
    void marginAndConfidenceAreShares() {
        PredictedLifetimeValue calculator = PredictedLifetimeValue.of(
                new BgNbd(.243, 4.414, .793, 2.426, PeriodUnit.WEEK),
                new GammaGamma(6.25, 3.74, 15.44),
                AnnualRate.of(.15));
        RecencyFrequency first = RecencyFrequency.ofWeeks(2, 30.43, 38.86);
        assertEquals(calculator.value(first, 2, 22.35), calculator.withMargin(1).value(first, 2, 22.35));
        assertThrows(IllegalArgumentException.class, () -> calculator.withMargin(0));
        assertThrows(IllegalArgumentException.class, () -> calculator.withMargin(1.01));
        assertThrows(IllegalArgumentException.class, () -> calculator.withConfidence(0));
        assertThrows(IllegalArgumentException.class, () -> calculator.withConfidence(1));
    }
}
