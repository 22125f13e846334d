package io.loyalty.metrics.purchase;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

    private static final Concentration FIVE = Concentration.of(30, 10, 100, 20, 20);

    @Test
    void giniOfFive() {
        assertEquals(0.422222, FIVE.gini().orElseThrow(), 5e-7);
        assertEquals(380 / 900.0, FIVE.gini().orElseThrow(), 1e-15);
        assertEquals(380 / 720.0, FIVE.giniCorrected().orElseThrow(), 1e-15);
        assertEquals(
                (100 + 400 + 400 + 900 + 10_000) / 32_400.0, FIVE.herfindahl().orElseThrow(), 1e-15);
        assertEquals(5, FIVE.customers());
        assertEquals(180, FIVE.total());
    }

    @Test
    void topSharesDivideCustomers() {
        assertEquals(100 / 180.0, FIVE.topShare(0.2).orElseThrow(), 1e-15);
        assertEquals(115 / 180.0, FIVE.topShare(0.3).orElseThrow(), 1e-15);
        assertEquals(Measure.of(0), FIVE.topShare(0));
        assertEquals(Measure.of(1), FIVE.topShare(1));
        assertEquals(
                "Gini " + FIVE.gini() + " of 5 customers; the top 20 % make " + FIVE.topShare(0.2), FIVE.toString());
    }

    @Test
    void theFewestCustomersWhoMakeAShare() {
        // 80 % of 180 are 144: the top two make 130, and 14 of the third's 20 complete it.
        assertEquals((2 + 14 / 20.0) / 5, FIVE.customersMaking(0.8).orElseThrow(), 1e-15);
        assertEquals(0, FIVE.customersMaking(0).orElseThrow(), 1e-15);
        assertEquals(1, FIVE.customersMaking(1).orElseThrow(), 1e-15);
    }

    @Test
    void theLorenzCurveGoesFromTheLeastToTheMost() {
        assertEquals(
                List.of(
                        new LorenzPoint(0, 0),
                        new LorenzPoint(0.2, 10 / 180.0),
                        new LorenzPoint(0.4, 30 / 180.0),
                        new LorenzPoint(0.6, 50 / 180.0),
                        new LorenzPoint(0.8, 80 / 180.0),
                        new LorenzPoint(1, 1)),
                FIVE.lorenz());
        assertEquals(
                List.of(new LorenzPoint(0, 0), new LorenzPoint(0.5, 40 / 180.0), new LorenzPoint(1, 1)),
                FIVE.lorenz(2));
    }

    @Test
    void zerosAreCustomersWhoBringNothing() {
        Concentration one = Concentration.of(0, 0, 0, 7);
        assertEquals(Measure.of(0.75), one.gini());
        assertEquals(Measure.of(1), one.giniCorrected());
        assertEquals(Measure.of(0.25), one.customersMaking(1));
        assertEquals(Measure.of(1), one.topShare(0.25));
    }

    @Test
    void equalValuesAreNotConcentrated() {
        Concentration equal = Concentration.of(3, 3, 3);
        assertEquals(Measure.of(0), equal.gini());
        assertEquals(1 / 3.0, equal.herfindahl().orElseThrow(), 1e-16);
        assertEquals(0.4, equal.topShare(0.4).orElseThrow(), 1e-15);
    }

    @Test
    void oneCustomerIsEverything() {
        Concentration one = Concentration.of(7);
        assertEquals(Measure.of(0), one.gini());
        assertEquals(Measure.undefined("one customer"), one.giniCorrected());
        assertEquals(Measure.of(1), one.herfindahl());
    }

    @Test
    void nothingIsUndefined() {
        Measure noCustomers = Measure.undefined("no customers");
        assertEquals(noCustomers, Concentration.of().gini());
        assertEquals(noCustomers, Concentration.of().topShare(0.2));
        Concentration zero = Concentration.of(0, 0);
        Measure noTotal = Measure.undefined("total is 0");
        assertEquals(noTotal, zero.gini());
        assertEquals(noTotal, zero.giniCorrected());
        assertEquals(noTotal, zero.herfindahl());
        assertEquals(noTotal, zero.customersMaking(0.8));
        assertEquals(List.of(), zero.lorenz());
        assertEquals(List.of(), zero.lorenz(4));
    }

    @Test
    void negativeValuesAreRefusedOrCountAsZero() {
        refused("values[1] must be at least 0: -2.0", () -> Concentration.of(1, -2));
        assertEquals(
                Concentration.of(1, 0, 3).gini(),
                Concentration.of(new double[] {1, -2, 3}, NegativeValues.AS_ZERO)
                        .gini());
        PurchaseHistory history = PurchaseRules.asOf(LocalDate.ofEpochDay(20_500), ZoneOffset.UTC)
                .with(TimeColumn.EPOCH_DAYS)
                .summarize(new long[] {1, 1, 2}, new long[] {20_400, 20_440, 20_490}, new long[] {1, -5, 6});
        assertEquals(6, Concentration.of(history, NegativeValues.AS_ZERO).total());
        refused("values[0] must be at least 0: -4.0", () -> Concentration.of(history, NegativeValues.REFUSE));
    }

    @Test
    void groupsAreCollected() {
        Map<Integer, Concentration> byLength = Stream.of("a", "b", "cc", "dd")
                .collect(groupingBy(
                        String::length, Concentration.collector(text -> text.charAt(0), NegativeValues.REFUSE)));
        assertEquals('c' + 'd', byLength.get(2).total());
        double[] values = new double[100];
        java.util.Arrays.setAll(values, i -> i % 17);
        assertEquals(
                Concentration.of(values).gini(),
                java.util.Arrays.stream(values)
                        .boxed()
                        .parallel()
                        .collect(Concentration.collector(Double::doubleValue, NegativeValues.REFUSE))
                        .gini());
    }

    @Test
    void badNumbersAreRefused() {
        refused("values[0] must be finite: Infinity", () -> Concentration.of(Double.POSITIVE_INFINITY));
        refused("customers must be in [0, 1]: NaN", () -> FIVE.topShare(Double.NaN));
        refused("value must be in [0, 1]: 80.0", () -> FIVE.customersMaking(80));
        refused("steps must be at least 1: 0", () -> FIVE.lorenz(0));
        refused("value must be in [0, 1]: 1.5", () -> new LorenzPoint(1, 1.5));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
