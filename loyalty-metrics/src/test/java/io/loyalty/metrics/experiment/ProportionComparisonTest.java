package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProportionComparisonTest {

    private static final ProportionComparison DEFAULTS = ProportionComparison.withDefaults();
    private static final ProportionComparison FISHER = DEFAULTS.with(ProportionTest.FISHER);

    private static SuccessCounts counts(long successes, long n) {
        return SuccessCounts.of(successes, n);
    }

    private static Interval interval(ProportionComparison comparison, SuccessCounts first, SuccessCounts second) {
        return comparison.compare(first, second).difference().interval().orElseThrow();
    }

    private static double p(ProportionComparison comparison, SuccessCounts first, SuccessCounts second) {
        return comparison.compare(first, second).test().pValue().orElseThrow();
    }

    @Test
    void workedExample() {
        ProportionDifference found = DEFAULTS.compare(counts(42, 60), counts(30, 55));
        assertEquals(0.154545, found.difference().value().orElseThrow(), 5e-7);
        Interval interval = found.difference().interval().orElseThrow();
        assertEquals(-0.021794, interval.lower(), 5e-7);
        assertEquals(0.319360, interval.upper(), 5e-7);
        assertEquals("Newcombe", interval.method());
        assertEquals(115, found.difference().n());
    }

    @Test
    void fisherIsTheExactSumOfFractions() {
        for (Reference row : Reference.rows("fisher.csv")) {
            SuccessCounts first = counts(row.count("x1"), row.count("n1"));
            SuccessCounts second = counts(row.count("x2"), row.count("n2"));
            double expected = row.number("p");
            assertEquals(expected, p(FISHER, first, second), 1e-13 * expected, row.toString());
        }
    }

    @Test
    void fisherIsSymmetricToTheLastDigits() {
        for (int x1 = 0; x1 <= 12; x1++) {
            for (int x2 = 0; x2 <= 9; x2++) {
                double p = p(FISHER, counts(x1, 12), counts(x2, 9));
                assertEquals(p, p(FISHER, counts(x2, 9), counts(x1, 12)), 1e-13 * p);
                assertEquals(p, p(FISHER, counts(12 - x1, 12), counts(9 - x2, 9)), 1e-13 * p);
            }
        }
    }

    @Test
    void fisherKeepsItsDigitsInFarTails() {
        // Python 3.11 fractions and math.comb, all tables.
        assertEquals(6.450093816437613e-30, p(FISHER, counts(70, 75), counts(5, 75)), 1e-42);
        assertEquals(1.7357954624257734e-78, p(FISHER, counts(200, 210), counts(20, 200)), 1e-90);
        assertEquals(0.0, p(FISHER, counts(1_000_000, 1_000_000), counts(0, 1_000_000)));
    }

    @Test
    void fisherOfAMillionEach() {
        // mpmath 1.3.0 with 40 digits, all 10,201 tables.
        assertEquals(0.048213272956588231, p(FISHER, counts(5_200, 1_000_000), counts(5_000, 1_000_000)), 1e-14);
    }

    @Test
    void figuresFollowTheirDefinitions() {
        ProportionDifference found = DEFAULTS.compare(counts(30, 100), counts(20, 100));
        assertEquals(0.1, found.difference().value().orElseThrow(), 1e-15);
        assertEquals(
                Math.sqrt(0.3 * 0.7 / 100 + 0.2 * 0.8 / 100),
                found.difference().standardError().orElseThrow(),
                1e-15);
        assertEquals(
                0.1 / Math.sqrt(0.25 * 0.75 * 0.02), found.test().statistic().orElseThrow(), 1e-13);
        assertEquals(0.5, found.relativeLift().value().orElseThrow(), 1e-15);
        double logError = Math.sqrt(0.7 / 30 + 0.8 / 20);
        Interval lift = found.relativeLift().interval().orElseThrow();
        assertEquals(1.5 * Math.exp(-1.959963984540054 * logError) - 1, lift.lower(), 1e-14);
        assertEquals(1.5 * Math.exp(1.959963984540054 * logError) - 1, lift.upper(), 1e-14);
        assertEquals(
                2 * Math.asin(Math.sqrt(0.3)) - 2 * Math.asin(Math.sqrt(0.2)),
                found.cohensH().value().orElseThrow(),
                1e-15);
        assertEquals(Math.sqrt(0.02), found.cohensH().standardError().orElseThrow(), 1e-15);
        assertEquals(
                found.cohensH().value().orElseThrow() - 1.959963984540054 * Math.sqrt(0.02),
                found.cohensH().interval().orElseThrow().lower(),
                1e-14);
        // Tea: three of four cups right against one of four, Fisher 1935.
        assertEquals(34.0 / 70, p(FISHER, counts(3, 4), counts(1, 4)), 1e-15);
        assertEquals(17.0 / 70, p(FISHER.with(Alternative.GREATER), counts(3, 4), counts(1, 4)), 1e-15);
    }

    @Test
    void testsAndIntervalsAgreeWithStatsmodelsAndSciPy() {
        for (Reference row : Reference.rows("proportions.csv")) {
            SuccessCounts first = counts(row.count("x1"), row.count("n1"));
            SuccessCounts second = counts(row.count("x2"), row.count("n2"));
            TestResult z = DEFAULTS.compare(first, second).test();
            assertEquals(row.has("z"), z.pValue().isDefined(), row::toString);
            if (row.has("z")) {
                row.check("z", 1e-12, z.statistic());
                row.check("p", 1e-11, z.pValue());
                row.check("p_greater", 1e-11, p(DEFAULTS.with(Alternative.GREATER), first, second));
            }
            Interval newcombe = interval(DEFAULTS, first, second);
            row.check("newcombe_lower", 1e-11, newcombe.lower());
            row.check("newcombe_upper", 1e-11, newcombe.upper());
            Interval caffo = interval(DEFAULTS.with(ProportionInterval.AGRESTI_CAFFO), first, second);
            row.check("caffo_lower", 1e-11, caffo.lower());
            row.check("caffo_upper", 1e-11, caffo.upper());
            // SciPy's own probabilities are good to some 1e-11.
            row.check("fisher", 1e-10, p(FISHER, first, second));
            row.check("fisher_greater", 1e-10, p(FISHER.with(Alternative.GREATER), first, second));
            row.check("fisher_less", 1e-10, p(FISHER.with(Alternative.LESS), first, second));
        }
    }

    @Test
    void scoreIntervalsAgreeWithFortyDigits() {
        ProportionComparison score = DEFAULTS.with(ProportionInterval.MIETTINEN_NURMINEN);
        for (Reference row : Reference.rows("miettinen_nurminen.csv")) {
            Interval interval =
                    interval(score, counts(row.count("x1"), row.count("n1")), counts(row.count("x2"), row.count("n2")));
            row.check("lower", 1e-9, interval.lower());
            row.check("upper", 1e-9, interval.upper());
            assertEquals("Miettinen-Nurminen", interval.method());
        }
    }

    @Test
    void nobodyOrEverybodyLeavesZUndefinedButNotFisherNorTheInterval() {
        for (SuccessCounts[] pair :
                new SuccessCounts[][] {{counts(0, 10), counts(0, 20)}, {counts(10, 10), counts(10, 10)}}) {
            ProportionDifference found = DEFAULTS.compare(pair[0], pair[1]);
            assertFalse(found.test().pValue().isDefined());
            assertEquals(1.0, p(FISHER, pair[0], pair[1]));
            for (ProportionInterval method : ProportionInterval.values()) {
                Interval interval = interval(DEFAULTS.with(method), pair[0], pair[1]);
                assertTrue(interval.lower() < 0 && interval.upper() > 0, () -> method + " " + interval);
            }
        }
        assertEquals(
                "no successes",
                DEFAULTS.compare(counts(0, 10), counts(0, 20)).test().pValue().reason());
        assertEquals(
                "no failures",
                DEFAULTS.compare(counts(5, 5), counts(2, 2)).test().pValue().reason());
    }

    @Test
    void oneAgainstOneHasFiguresAndAnHonestFisher() {
        ProportionDifference found = FISHER.compare(counts(1, 1), counts(0, 1));
        assertEquals(Measure.of(1), found.difference().value());
        assertEquals(1.0, found.test().pValue().orElseThrow());
        assertEquals(1.0, found.difference().interval().orElseThrow().upper());
        assertEquals(Math.PI, found.cohensH().value().orElseThrow(), 1e-15);
        assertEquals(
                "no successes in the second group", found.relativeLift().value().reason());
    }

    @Test
    void fishersToleranceIsRelative() {
        // Symmetric tables: the two-sided p is twice the one-sided one, however small it is.
        SuccessCounts first = counts(10, 100);
        SuccessCounts second = counts(90, 100);
        double oneSided = p(FISHER.with(Alternative.LESS), first, second);
        assertTrue(oneSided < 1e-30);
        assertEquals(1, p(FISHER, first, second) / (2 * oneSided), 1e-12);
        SuccessCounts few = counts(60, 600);
        SuccessCounts many = counts(540, 600);
        double far = p(FISHER.with(Alternative.LESS), few, many);
        assertTrue(far > 0 && far < 1e-190);
        assertEquals(1, p(FISHER, few, many) / (2 * far), 1e-10);
    }

    @Test
    void fisherIsFastAndExactForMillions() {
        double p = p(FISHER, counts(1_003_000, 10_000_000), counts(1_000_000, 10_000_000));
        double z = p(DEFAULTS, counts(1_003_000, 10_000_000), counts(1_000_000, 10_000_000));
        assertEquals(1, p / z, 2e-3);
    }

    @Test
    void emptyGroupLeavesAllUndefined() {
        ProportionDifference found = DEFAULTS.compare(counts(0, 0), counts(3, 4));
        assertEquals("nobody in a group", found.difference().value().reason());
        assertEquals("nobody in a group", found.test().pValue().reason());
        assertEquals("nobody in a group", found.cohensH().value().reason());
        assertEquals(4, found.difference().n());
    }

    @Test
    void liftOfNothingIsMinusOneWithoutInterval() {
        ProportionDifference found = DEFAULTS.compare(counts(0, 10), counts(3, 10));
        assertEquals(Measure.of(-1), found.relativeLift().value());
        assertEquals(Optional.empty(), found.relativeLift().interval());
        assertEquals(
                "no successes in the first group",
                found.relativeLift().standardError().reason());
        assertEquals(
                Optional.empty(),
                DEFAULTS.compare(counts(4, 4), counts(5, 5)).relativeLift().interval());
    }

    @Test
    void farTailHasItsDigits() {
        // z = 40: a p-value of 1e-349 does not exist as a double, one of z = 36 does.
        double p = p(DEFAULTS, counts(6_800, 10_000), counts(4_257, 10_000));
        assertTrue(p > 0 && p < 1e-250, () -> "" + p);
    }

    @Test
    void badArgumentsAreRefused() {
        assertEquals("successes must be in [0, 4]: 5", Reference.refusal(() -> counts(5, 4)));
        assertEquals("successes must be in [0, 4]: -1", Reference.refusal(() -> counts(-1, 4)));
        assertEquals("n must be in [0, 2^53]: -1", Reference.refusal(() -> counts(0, -1)));
        assertEquals("confidence must be in (0, 1): 1.0", Reference.refusal(() -> DEFAULTS.withConfidence(1)));
        assertEquals(
                "confidence must be in (0, 1): NaN",
                Reference.refusal(() -> counts(1, 2).share(Double.NaN)));
        assertThrows(NullPointerException.class, () -> DEFAULTS.with((ProportionTest) null));
    }

    @Test
    void countsAddUp() {
        assertEquals(counts(5, 9), counts(2, 4).plus(counts(3, 5)));
        assertEquals(counts(2, 4), counts(2, 4).plus(SuccessCounts.NONE));
        assertEquals(
                "nobody in the group", SuccessCounts.NONE.share(0.95).value().reason());
        assertEquals(
                0.574913, counts(42, 60).share(0.95).interval().orElseThrow().lower(), 5e-7);
        assertEquals(
                0.801018, counts(42, 60).share(0.95).interval().orElseThrow().upper(), 5e-7);
    }

    @Test
    void namesAndLinesCanBeRead() {
        assertEquals("pooled z", ProportionTest.POOLED_Z.toString());
        assertEquals("Fisher", ProportionTest.FISHER.toString());
        assertEquals("Newcombe", ProportionInterval.NEWCOMBE.toString());
        ProportionDifference found = DEFAULTS.compare(counts(30, 100), counts(20, 100));
        assertEquals(found.difference() + ", " + found.test(), found.toString());
    }

    @Test
    void aShareHasTheErrorOfItsSize() {
        assertEquals(
                Math.sqrt(0.3 * 0.7 / 100),
                counts(30, 100).share(0.95).standardError().orElseThrow(),
                1e-16);
        assertEquals(1L << 53, counts(1, 1L << 53).n());
        assertEquals("n must be in [0, 2^53]: 9007199254740993", Reference.refusal(() -> counts(1, (1L << 53) + 1)));
    }
}
