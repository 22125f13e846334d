package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tests of pairs: paired t, signed rank, McNemar. */
class PairedTestsTest {

    private static final PairedComparison PAIRED = PairedComparison.withDefaults();
    private static final SignedRank SIGNED = SignedRank.withDefaults();

    private static double p(SignedRank test, double... differences) {
        return test.compare(differences, new double[differences.length])
                .test()
                .pValue()
                .orElseThrow();
    }

    @Test
    void pairedTIsTheTestOfDifferences() {
        MeanDifference found = PAIRED.compare(new double[] {11, 13, 15}, new double[] {10, 11, 12});
        assertEquals(Measure.of(2), found.difference().value());
        assertEquals(2 * Math.sqrt(3), found.test().statistic().orElseThrow(), 1e-14);
        assertEquals(2.0, found.test().degreesOfFreedom().get(0));
        assertEquals(Measure.of(2), found.cohensD());
        assertEquals(2 / Math.sqrt(Math.PI), found.hedgesG().orElseThrow(), 1e-14);
        assertEquals(13.0 / 11 - 1, found.relativeLift().value().orElseThrow(), 1e-15);
        assertEquals(3, found.difference().n());
    }

    @Test
    void pairedTAgreesWithSciPy() {
        for (Reference row : Reference.rows("pairs.csv")) {
            MeanDifference found = PAIRED.compare(row.numbers("first"), row.numbers("second"));
            row.check("t", 1e-11, found.test().statistic());
            row.check("p", 1e-11, found.test().pValue());
            Interval interval = found.difference().interval().orElseThrow();
            row.check("lower", 1e-11, interval.lower());
            row.check("upper", 1e-11, interval.upper());
        }
    }

    @Test
    void pairsWithoutSpreadHaveNoTest() {
        MeanDifference same = PAIRED.compare(new double[] {2, 3, 4}, new double[] {1, 2, 3});
        assertEquals(Measure.of(1), same.difference().value());
        assertEquals("all differences are the same", same.test().pValue().reason());
        assertEquals(
                "a single pair",
                PAIRED.compare(new double[] {2}, new double[] {1})
                        .test()
                        .pValue()
                        .reason());
        assertEquals(
                "no pairs",
                PAIRED.compare(new double[0], new double[0])
                        .difference()
                        .value()
                        .reason());
        assertEquals(
                "too few pairs",
                PAIRED.compare(new double[] {2, 5}, new double[] {1, 1})
                        .hedgesG()
                        .reason());
        assertEquals(
                "a mean that is not above 0",
                PAIRED.compare(new double[] {2, -5}, new double[] {1, 1})
                        .relativeLift()
                        .value()
                        .reason());
        assertEquals(
                "no usable spread of the ratio",
                PAIRED.compare(new double[] {2, 4}, new double[] {1, 2})
                        .relativeLift()
                        .value()
                        .reason());
    }

    @Test
    void pairsMustMatchAndBeFinite() {
        assertEquals(
                "first and second must have one length: 1 and 2",
                Reference.refusal(() -> PAIRED.compare(new double[] {1}, new double[] {1, 2})));
        assertEquals(
                "second[1] must be finite: Infinity",
                Reference.refusal(() -> SIGNED.compare(new double[] {1, 1}, new double[] {1, 1.0 / 0})));
    }

    @Test
    void directionOfPairedT() {
        double[] up = {11, 13, 15};
        double[] down = {10, 11, 12};
        double greater = PAIRED.with(Alternative.GREATER)
                .compare(up, down)
                .test()
                .pValue()
                .orElseThrow();
        double less =
                PAIRED.with(Alternative.LESS).compare(up, down).test().pValue().orElseThrow();
        assertEquals(1, greater + less, 1e-14);
        assertEquals(2 * greater, PAIRED.compare(up, down).test().pValue().orElseThrow(), 1e-14);
        assertTrue(PAIRED.withConfidence(0.5)
                        .compare(up, down)
                        .difference()
                        .interval()
                        .orElseThrow()
                        .width()
                < 2);
    }

    @Test
    void signedRanksByHand() {
        // Sizes 1 2 3, of which 2 and 3 are positive: W = 5, and 5 or 6 have 2 of 8 choices of signs.
        SignedRankComparison found = SIGNED.compare(new double[] {0, 2, 3}, new double[] {1, 0, 0});
        assertEquals(Measure.of(5), found.test().statistic());
        assertEquals(4.0 / 8, found.test().pValue().orElseThrow(), 1e-15);
        assertEquals(2.0 / 8, p(SIGNED.with(Alternative.GREATER), -1, 2, 3), 1e-15);
        assertEquals(7.0 / 8, p(SIGNED.with(Alternative.LESS), -1, 2, 3), 1e-15);
        assertEquals(4.0 / 6, found.rankBiserial().orElseThrow(), 1e-15);
        // Ties: sizes 1 1 2 have ranks 1.5 1.5 3.
        assertEquals(
                Measure.of(4.5),
                SIGNED.compare(new double[] {1, -1, 2}, new double[3]).test().statistic());
    }

    @Test
    void signedRanksAgreeWithSciPy() {
        for (Reference row : Reference.rows("signed_rank.csv")) {
            SignedRank test = SIGNED.with(
                            row.text("method").equals("exact") ? RankTest.EXACT_IF_SMALL : RankTest.NORMAL)
                    .with(row.text("zeros").equals("pratt") ? ZeroDifferences.RANK : ZeroDifferences.DROP);
            double[] differences = row.numbers("differences");
            row.check("two_sided", 1e-12, p(test, differences));
            row.check("greater", 1e-12, p(test.with(Alternative.GREATER), differences));
            row.check("less", 1e-12, p(test.with(Alternative.LESS), differences));
        }
    }

    @Test
    void equalPairsAreCountedAndNothingElseHasNoTest() {
        SignedRankComparison found = SIGNED.compare(new double[] {1, 2, 3, 4}, new double[] {1, 2, 1, 1});
        assertEquals(4, found.pairs());
        assertEquals(2, found.equalPairs());
        assertEquals(0.5, found.test().pValue().orElseThrow(), 1e-15);
        assertEquals(
                "all pairs are equal",
                SIGNED.compare(new double[] {1}, new double[] {1})
                        .test()
                        .pValue()
                        .reason());
        assertEquals(
                "no pairs",
                SIGNED.compare(new double[0], new double[0]).rankBiserial().reason());
    }

    @Test
    void mcNemarAgreesWithStatsmodels() {
        for (Reference row : Reference.rows("mcnemar.csv")) {
            McNemar found = McNemar.of(50, row.count("b"), row.count("c"), 60);
            row.check("exact", 1e-11, found.exact().pValue());
            row.check("mid_p", 1e-11, found.midP().pValue());
            assertEquals(row.has("chi_square"), found.chiSquare().pValue().isDefined());
            if (row.has("chi_square")) {
                row.check("chi_square", 1e-13, found.chiSquare().statistic());
                row.check("chi_square_p", 1e-11, found.chiSquare().pValue());
            }
        }
    }

    @Test
    void mcNemarsDifferenceFollowsItsDefinition() {
        McNemar found = McNemar.of(20, 12, 4, 14);
        assertEquals(8.0 / 50, found.difference().value().orElseThrow(), 1e-15);
        assertEquals(
                Math.sqrt((16.0 / 50 - 64.0 / 2500) / 50),
                found.difference().standardError().orElseThrow(),
                1e-15);
        Interval interval = found.difference().interval().orElseThrow();
        double half = 1.959963984540054 * Math.sqrt((18.0 / 52 - 64.0 / 2704) / 52);
        assertEquals(8.0 / 52 - half, interval.lower(), 1e-14);
        assertEquals(8.0 / 52 + half, interval.upper(), 1e-14);
        assertEquals(Optional.empty(), McNemar.of(0, 0, 0, 0).difference().interval());
        assertEquals("no pairs", McNemar.of(0, 0, 0, 0).exact().pValue().reason());
        assertEquals(
                "nobody changed", McNemar.of(3, 0, 0, 2).chiSquare().pValue().reason());
        assertEquals("firstOnly must be at least 0: -1", Reference.refusal(() -> McNemar.of(1, -1, 0, 0)));
    }
}
