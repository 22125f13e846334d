package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OpportunityColumnsTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    private static OpportunityColumns columns(int purchases, int last, int opportunities) {
        return OpportunityColumns.of(
                new int[] {purchases}, new int[] {last}, new int[] {opportunities}, PeriodUnit.YEAR, END);
    }

    private static OpportunityColumns weighted(double... weights) {
        return OpportunityColumns.ofWeighted(
                new int[] {2, 0}, new int[] {3, 0}, new int[] {6, 6}, weights, PeriodUnit.YEAR, END);
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Test
    void weightsAreRepeatedCustomers() {
        OpportunityColumns repeated = OpportunityColumns.of(
                new int[] {2, 0, 2, 2, 0}, new int[] {3, 0, 3, 3, 0}, new int[] {6, 6, 6, 6, 6}, PeriodUnit.YEAR, END);
        BgBb model = new BgBb(1.204, .750, .657, 2.783, PeriodUnit.YEAR);
        assertEquals(model.logLikelihood(repeated), model.logLikelihood(weighted(3, 2)), 1e-12);
        assertEquals(5, weighted(3, 2).customers());
        assertEquals(2, weighted(3, 2).size());
        assertEquals(5, repeated.size());
        assertEquals(2, repeated.distinctRows());
        assertEquals(new OpportunityHistory(0, 0, 6), repeated.history(4));
        assertEquals(new OpportunityHistory(2, 3, 6), repeated.history(2));
    }

    @Test
    void weightsAreFiniteAndNotAllNothing() {
        assertEquals(3, weighted(0, 3).customers());
        assertEquals("weights must have the length of purchases, 2: 1", refusal(() -> weighted(1)));
        assertEquals("weights[1] must be finite and at least 0: -1.0", refusal(() -> weighted(1, -1)));
        assertEquals("weights[0] must be finite and at least 0: Infinity", refusal(() -> weighted(1.0 / 0, 1)));
        assertEquals("weights must have a finite sum above 0: 0.0", refusal(() -> weighted(0, 0)));
        assertEquals(
                "weights must have a finite sum above 0: Infinity",
                refusal(() -> weighted(Double.MAX_VALUE, Double.MAX_VALUE)));
    }

    @Test
    void opportunitiesAreTwentyOneBitsAndNotAllNothing() {
        int most = (1 << 21) - 1;
        assertEquals(
                new OpportunityHistory(most, most, most),
                columns(most, most, most).history(0));
        assertEquals("opportunities[0] must be in [0, 2097151]: 2097152", refusal(() -> columns(0, 0, most + 1)));
        assertEquals("opportunities must be above 0 for at least one customer", refusal(() -> columns(0, 0, 0)));
        OpportunityColumns withNew =
                OpportunityColumns.of(new int[] {0, 0}, new int[] {0, 0}, new int[] {0, 1}, PeriodUnit.YEAR, END);
        assertEquals(2, withNew.customers());
        assertEquals(
                "opportunities must be above 0 for at least one customer",
                refusal(() -> OpportunityColumns.ofWeighted(
                        new int[2], new int[2], new int[] {0, 1}, new double[] {1, 0}, PeriodUnit.YEAR, END)));
    }
}
