package io.loyalty.metrics.monitor;

import static io.loyalty.metrics.monitor.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.ReferenceRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeDecompositionTest {

    private static final List<Driver> REVENUE_FALLS = List.of(
            new Driver("frequency", 5, 4.5), new Driver("order value", 40, 44), new Driver("margin", 0.3, 0.28));

    @Test
    void marginFallsAlthoughOrdersGrowLarger() {
        ChangeDecomposition change = ChangeDecomposition.lmdi(REVENUE_FALLS);
        assertEquals(60, change.before(), 1e-13);
        assertEquals(55.44, change.after(), 1e-13);
        assertEquals(-6.0782, effect(change, 0), 5e-5);
        assertEquals(5.4984, effect(change, 1), 5e-5);
        assertEquals(-3.9802, effect(change, 2), 5e-5);
        assertEquals(-4.56, change.change(), 1e-13);
        assertEquals("frequency", change.strongest().orElseThrow().driver().name());
    }

    @Test
    void shapleyOfTwoFactorsHalvesTheJointChange() {
        // 2 × 3 = 6 became 5 × 4 = 20: +3 × (3 + 4)/2 and +1 × (2 + 5)/2.
        List<Driver> drivers = List.of(new Driver("a", 2, 5), new Driver("b", 3, 4));
        ChangeDecomposition product = ChangeDecomposition.shapley(drivers);
        assertEquals(10.5, effect(product, 0));
        assertEquals(3.5, effect(product, 1));
        ChangeDecomposition formula = ChangeDecomposition.shapley(drivers, x -> x[0] * x[1]);
        assertEquals(10.5, effect(formula, 0), 1e-14);
        assertEquals(3.5, effect(formula, 1), 1e-14);
        assertEquals(DecompositionMethod.SHAPLEY, formula.method());
    }

    @Test
    void sequentialSplitDependsOnTheOrder() {
        Driver a = new Driver("a", 2, 5);
        Driver b = new Driver("b", 3, 4);
        ChangeDecomposition first = ChangeDecomposition.sequential(List.of(a, b), x -> x[0] * x[1]);
        assertEquals(9, effect(first, 0));
        assertEquals(5, effect(first, 1));
        ChangeDecomposition second = ChangeDecomposition.sequential(List.of(b, a), x -> x[0] * x[1]);
        assertEquals(2, effect(second, 0));
        assertEquals(12, effect(second, 1));
        assertEquals(DecompositionMethod.SEQUENTIAL, second.method());
        assertEquals(14, second.change());
    }

    @Test
    void productsAgreeWithTheReference() {
        for (Map<String, String> row : ReferenceRows.of(ChangeDecompositionTest.class, "product_decomposition.csv")) {
            List<Driver> drivers = drivers(row);
            ChangeDecomposition lmdi = ChangeDecomposition.lmdi(drivers);
            if (row.get("lmdi").equals("undefined")) {
                assertFalse(lmdi.contributions().get(0).effect().isDefined(), row::toString);
            } else {
                assertEffects(row.get("lmdi"), lmdi, 5e-15, row);
            }
            ChangeDecomposition shapley = ChangeDecomposition.shapley(drivers);
            // Factors of either sign can cancel in the mean product of the others.
            boolean signed = row.get("lmdi").equals("undefined");
            assertEffects(row.get("shapley"), shapley, signed ? 1e-13 : 2e-15, row);
        }
    }

    @Test
    void lifetimeValueAgreesWithTheReference() {
        for (Map<String, String> row : ReferenceRows.of(ChangeDecompositionTest.class, "formula_decomposition.csv")) {
            List<Driver> drivers = drivers(row);
            ChangeDecomposition shapley = ChangeDecomposition.shapley(drivers, ChangeDecompositionTest::lifetimeValue);
            double scale = 1e-13 * (Math.abs(shapley.before()) + Math.abs(shapley.after()));
            ChangeDecomposition sequential =
                    ChangeDecomposition.sequential(drivers, ChangeDecompositionTest::lifetimeValue);
            double[] expected = numbers(row.get("shapley"));
            double[] steps = numbers(row.get("sequential"));
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], effect(shapley, i), scale, row::toString);
                assertEquals(steps[i], effect(sequential, i), scale, row::toString);
            }
        }
    }

    @Test
    void equalFiguresHaveTheirOwnLogarithmicMean() {
        ChangeDecomposition still = ChangeDecomposition.lmdi(List.of(new Driver("a", 2, 2), new Driver("b", 3, 3)));
        assertEquals(0, effect(still, 0));
        assertEquals(0, still.change());
        assertEquals(Optional.empty(), still.strongest());
        // A plain 0, no -0, also next to a negative factor.
        ChangeDecomposition negative =
                ChangeDecomposition.shapley(List.of(new Driver("a", 2, 2), new Driver("b", -3, -4)));
        assertEquals(0.0, effect(negative, 0));
        // The product is the same while the factors are not: L(6, 6) = 6.
        ChangeDecomposition swapped = ChangeDecomposition.lmdi(List.of(new Driver("a", 2, 3), new Driver("b", 3, 2)));
        assertEquals(6 * Math.log(1.5), effect(swapped, 0), 1e-15);
        assertEquals(-6 * Math.log(1.5), effect(swapped, 1), 1e-15);
        assertEquals("a", swapped.strongest().orElseThrow().driver().name());
    }

    @Test
    void tinyChangesKeepTheirDigits() {
        double moved = 3 * (1 + 1e-9);
        double exact = (moved - 3) * 2;
        List<Driver> drivers = List.of(new Driver("a", 2, 2), new Driver("b", 3, moved));
        assertEquals(exact, effect(ChangeDecomposition.lmdi(drivers), 1), 1e-23);
        assertEquals(exact, effect(ChangeDecomposition.shapley(drivers), 1), 1e-23);
        assertEquals(exact, ChangeDecomposition.lmdi(drivers).change(), 1e-23);
    }

    @Test
    void zeroDriverIsLeftToShapley() {
        List<Driver> drivers = List.of(new Driver("a", 2, 3), new Driver("b", 0, 4));
        ChangeDecomposition lmdi = ChangeDecomposition.lmdi(drivers);
        assertEquals(
                "LMDI needs positive drivers",
                lmdi.contributions().get(0).effect().reason());
        assertEquals(12, lmdi.change());
        assertEquals(Optional.empty(), lmdi.strongest());
        ChangeDecomposition shapley = ChangeDecomposition.shapley(drivers);
        assertEquals(2, effect(shapley, 0));
        assertEquals(10, effect(shapley, 1));
    }

    @Test
    void negativeMarginIsLeftToShapley() {
        List<Driver> drivers = List.of(new Driver("revenue", 100, 200), new Driver("margin", 0.1, -0.1));
        assertFalse(ChangeDecomposition.lmdi(drivers)
                .contributions()
                .get(1)
                .effect()
                .isDefined());
        assertEquals(-30, ChangeDecomposition.lmdi(drivers).change(), 1e-14);
        ChangeDecomposition shapley = ChangeDecomposition.shapley(drivers);
        assertEquals(0, effect(shapley, 0));
        assertEquals(-30, effect(shapley, 1), 1e-14);
    }

    @Test
    void hugeAndTinyFactorsStayFinite() {
        List<Driver> drivers = List.of(new Driver("a", 1e-300, 1e300), new Driver("b", 1e300, 1e-300));
        ChangeDecomposition lmdi = ChangeDecomposition.lmdi(drivers);
        assertEquals(600 * Math.log(10), effect(lmdi, 0), 1e-11);
        assertEquals(0, lmdi.change());
    }

    @Test
    void fifteenDriversAreTheMost() {
        List<Driver> drivers = new ArrayList<>(IntStream.range(0, 15)
                .mapToObj(i -> new Driver("d" + i, i, i + 1))
                .toList());
        ChangeDecomposition sum =
                ChangeDecomposition.shapley(drivers, x -> Arrays.stream(x).sum());
        sum.contributions().forEach(c -> assertEquals(1, c.effect().orElseThrow(), 1e-12));
        drivers.add(new Driver("one more", 1, 1));
        assertRefused(
                "drivers must be at most 15: 16",
                () -> ChangeDecomposition.shapley(drivers, x -> Arrays.stream(x).sum()));
        assertEquals(16, ChangeDecomposition.shapley(drivers).contributions().size());
    }

    @Test
    void formulaMayKeepAndChangeItsArgument() {
        List<Driver> drivers = List.of(new Driver("a", 1, 2), new Driver("b", 10, 20));
        ChangeDecomposition shapley = ChangeDecomposition.shapley(drivers, x -> {
            double sum = x[0] + x[1];
            Arrays.fill(x, -1);
            return sum;
        });
        assertEquals(11, shapley.before());
        assertEquals(22, shapley.after());
        ChangeDecomposition sequential = ChangeDecomposition.sequential(drivers, x -> {
            double sum = x[0] + x[1];
            Arrays.fill(x, -1);
            return sum;
        });
        assertEquals(22, sequential.after());
    }

    @Test
    void badInputIsRefused() {
        Driver a = new Driver("a", 1, 2);
        assertRefused("drivers must not be empty", () -> ChangeDecomposition.lmdi(List.of()));
        assertRefused("drivers must have different names: a", () -> ChangeDecomposition.shapley(List.of(a, a)));
        assertRefused(
                "formula must give a finite figure: NaN",
                () -> ChangeDecomposition.shapley(List.of(a), x -> Double.NaN));
        assertRefused(
                "formula must give a finite figure: Infinity",
                () -> ChangeDecomposition.sequential(List.of(a), x -> 1 / (x[0] - 2)));
        assertRefused(
                "formula must give a finite figure: Infinity",
                () -> ChangeDecomposition.lmdi(List.of(new Driver("a", 1e200, 1), new Driver("b", 1e200, 1))));
        assertRefused("name must not be blank", () -> new Driver(" ", 1, 1));
        assertRefused("before of a must be finite: NaN", () -> new Driver("a", Double.NaN, 1));
        assertRefused("after of a must be finite: Infinity", () -> new Driver("a", 1, Double.POSITIVE_INFINITY));
        assertRefused(
                "contributions must not be empty",
                () -> new ChangeDecomposition(1, 2, DecompositionMethod.LMDI, List.of()));
        assertRefused(
                "before and after must be finite: NaN and 2.0",
                () -> new ChangeDecomposition(Double.NaN, 2, DecompositionMethod.LMDI, List.of()));
        assertThrows(NullPointerException.class, () -> ChangeDecomposition.shapley(List.of(a), null));
    }

    @Test
    void textNamesFigureMethodAndDrivers() {
        assertEquals(
                "2.0 to 6.0 (SHAPLEY): a 2.0 to 3.0: 1.5, b 1.0 to 2.0: 2.5",
                ChangeDecomposition.shapley(List.of(new Driver("a", 2, 3), new Driver("b", 1, 2)))
                        .toString());
    }

    private static void assertEffects(
            String expected, ChangeDecomposition actual, double limit, Map<String, String> row) {
        double[] effects = numbers(expected);
        for (int i = 0; i < effects.length; i++) {
            double error = Math.abs(effect(actual, i) - effects[i]);
            assertTrue(error <= limit * Math.abs(effects[i]), () -> row + ": " + actual);
        }
    }

    private static double lifetimeValue(double[] x) {
        return x[0] * x[1] * x[2] / (1 - x[3] / 1.01);
    }

    private static List<Driver> drivers(Map<String, String> row) {
        double[] before = numbers(row.get("before"));
        double[] after = numbers(row.get("after"));
        return IntStream.range(0, before.length)
                .mapToObj(i -> new Driver("d" + i, before[i], after[i]))
                .toList();
    }

    private static double[] numbers(String list) {
        return Arrays.stream(list.split(";")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double effect(ChangeDecomposition change, int driver) {
        return change.contributions().get(driver).effect().orElseThrow();
    }
}
