package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Comparisons of 7,043 customers of a telephone company against a second computation: Python 3.11 with SciPy 1.10.1 ({@code ttest_ind},
 * {@code mannwhitneyu}, {@code chi2_contingency}, {@code kruskal}) and statsmodels 0.13.5 ({@code anova_oneway},
 * {@code proportions_ztest}, {@code confint_proportions_2indep}).
 */
@Tag("real-data")
class ExperimentRealDataTest {

    private static final List<String> CONTRACTS = List.of("Month-to-month", "One year", "Two year");
    private static final Predicate<String[]> CHURNED = row -> row[1].equals("1");

    private static List<String[]> rows = List.of();

    @BeforeAll
    static void read() throws IOException {
        rows = Files.readAllLines(Path.of(System.getProperty("loyalty.data"), "telco_churn.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static double[] column(int index, Predicate<String[]> chosen) {
        return rows.stream()
                .filter(chosen)
                .mapToDouble(row -> Double.parseDouble(row[index]))
                .toArray();
    }

    private static void near(double expected, Measure actual) {
        assertEquals(1, actual.orElseThrow() / expected, 1e-9);
    }

    @Test
    void chargesOfCustomersWhoLeft() {
        double[] left = column(4, CHURNED);
        double[] stayed = column(4, CHURNED.negate());
        MeanDifference welch = MeanComparison.withDefaults().compare(left, stayed);
        near(18.407526676414673, welch.test().statistic());
        near(8.59244933154705e-73, welch.test().pValue());
        RankComparison ranks = MannWhitney.withDefaults().compare(left, stayed);
        assertEquals(Measure.of(6003125.5), ranks.test().statistic());
        near(3.311627651988585e-54, ranks.test().pValue());
        Interval bca =
                Bootstrap.withSeed(1).differenceOfMeans(left, stayed).interval().orElseThrow();
        Interval t = welch.difference().interval().orElseThrow();
        assertEquals(t.lower(), bca.lower(), 0.15);
        assertEquals(t.upper(), bca.upper(), 0.15);
    }

    @Test
    void contractsAndLeaving() {
        long[][] table = new long[3][2];
        rows.forEach(row -> table[CONTRACTS.indexOf(row[3])][CHURNED.test(row) ? 1 : 0]++);
        Association found = ContingencyTable.of(table).association();
        near(1184.5965720837926, found.chiSquare().statistic());
        near(5.863038300673391e-258, found.chiSquare().pValue());
        near(1386.809710558487, found.g().statistic());
    }

    @Test
    void tenureByContract() {
        List<double[]> tenures = CONTRACTS.stream()
                .map(contract -> column(2, row -> row[3].equals(contract)))
                .toList();
        near(3139.236066041155, KruskalWallis.of(tenures).test().statistic());
        TestResult means =
                WelchAnova.of(tenures.stream().map(SampleSummary::of).toList()).test();
        near(2974.7892119458165, means.statistic());
        assertEquals(3183.392384176768, means.degreesOfFreedom().get(1), 1e-6);
    }

    @Test
    void leavingOfSeniors() {
        ProportionDifference found = ProportionComparison.withDefaults().compare(left("1"), left("0"));
        near(12.663022223987696, found.test().statistic());
        near(9.477903507376036e-37, found.test().pValue());
        Interval interval = found.difference().interval().orElseThrow();
        assertEquals(0.15041511072227032, interval.lower(), 1e-12);
        assertEquals(0.21148638404096204, interval.upper(), 1e-12);
        near(
                2.789600990152106e-34,
                ProportionComparison.withDefaults()
                        .with(ProportionTest.FISHER)
                        .compare(left("1"), left("0"))
                        .test()
                        .pValue());
    }

    private static SuccessCounts left(String senior) {
        List<String[]> group =
                rows.stream().filter(row -> row[7].equals(senior)).toList();
        return SuccessCounts.of(group.stream().filter(CHURNED).count(), group.size());
    }
}
