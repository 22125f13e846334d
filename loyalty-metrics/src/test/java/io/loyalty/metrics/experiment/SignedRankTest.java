package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Measure;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignedRankTest {

    private static final SignedRank SIGNED = SignedRank.withDefaults();

    private static double p(SignedRank test, double... differences) {
        return test.compare(differences, new double[differences.length])
                .test()
                .pValue()
                .orElseThrow();
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
    void largeSamplesAreApproximated() {
        double[] differences = new double[101];
        Arrays.setAll(differences, i -> i % 9 < 4 ? -i - 1 : i + 1);
        TestResult found = SIGNED.compare(differences, new double[101]).test();
        assertEquals("signed rank", found.test());
        assertEquals(
                SIGNED.with(RankTest.NORMAL)
                        .compare(differences, new double[101])
                        .test(),
                found);
        double[] fewer = Arrays.copyOf(differences, 100);
        TestResult exact = SIGNED.compare(fewer, new double[100]).test();
        assertEquals("signed rank, exact", exact.test());
        double normal = p(SIGNED.with(RankTest.NORMAL), fewer);
        assertEquals(1, exact.pValue().orElseThrow() / normal, 0.02);
    }

    @Test
    void valuesMustBeFinite() {
        assertEquals(
                "second[1] must be finite: Infinity",
                Reference.refusal(() -> SIGNED.compare(new double[] {1, 1}, new double[] {1, 1.0 / 0})));
        assertEquals(
                "equalPairs must be in [0, 1]: 2",
                Reference.refusal(() -> new SignedRankComparison(
                        TestResult.undefined("signed rank", "none"), Measure.undefined("none"), 1, 2)));
    }
}
