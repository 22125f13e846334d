package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.ChiSquare;
import io.loyalty.metrics.numeric.Cholesky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The log-rank test: do groups of customers stay equally long?
 *
 * <h2>Definition</h2>
 *
 * <p>At each time with events, d events among n at risk are expected to fall on the groups in proportion to their
 * members at risk: \( E_g = \sum d\, n_g / n \). With hypergeometric covariance \( V_{gh} = \sum d (n - d) / (n - 1)
 * \cdot n_g / n \cdot (\delta_{gh} - n_h / n) \), the statistic \( (O - E)^T V^{-} (O - E) \) has a chi-square
 * distribution with one degree of freedom less than there are groups with events expected, if all groups have the same
 * hazard.
 *
 * <h2>Interpretation</h2>
 *
 * <p>It has most power if the hazards are in proportion. Curves that cross may differ and not be told apart. The test
 * says whether, {@link SurvivalCurve#restrictedMean(double)} says by how much.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without events, or if never two groups are at risk together at an event, the statistic is undefined. Groups of
 * which no event is expected do not count.
 *
 * <h2>Performance</h2>
 *
 * <p>A merge of the tables; the square of the number of groups per time with events.
 *
 * <h2>References</h2>
 *
 * <p>Mantel, N. (1966), Evaluation of survival data and two new rank order statistics arising in its consideration,
 * Cancer Chemotherapy Reports 50, 163–170. Peto, R., Peto, J. (1972), Asymptotically efficient rank invariant test
 * procedures, JRSS A 135, 185–207, doi:10.2307/2344317.
 *
 * @param groups the groups in the given order
 * @param chiSquare the statistic
 * @param degreesOfFreedom its degrees of freedom; 0 where it is undefined
 * @param pValue the chance of a statistic at least so large if all groups have the same hazard
 */
public record LogRankTest(List<LogRankGroup> groups, Measure chiSquare, int degreesOfFreedom, Measure pValue) {

    /**
     * Copies the list.
     *
     * @param groups the groups in the given order
     * @param chiSquare the statistic
     * @param degreesOfFreedom its degrees of freedom
     * @param pValue the chance of a statistic at least so large if all groups have the same hazard
     * @throws IllegalArgumentException if the degrees of freedom are negative
     */
    public LogRankTest {
        Objects.requireNonNull(groups, "groups");
        groups = List.copyOf(groups);
        Objects.requireNonNull(chiSquare, "chiSquare");
        Objects.requireNonNull(pValue, "pValue");
        if (degreesOfFreedom < 0) {
            throw new IllegalArgumentException("degreesOfFreedom must be at least 0: " + degreesOfFreedom);
        }
    }

    /**
     * Tests groups of different customers.
     *
     * @param tables one table per group, in the same unit of time
     * @return the test
     * @throws IllegalArgumentException if there are fewer than two groups
     */
    public static LogRankTest of(Collection<LifeTable> tables) {
        LifeTable[] groups = tables.toArray(new LifeTable[0]);
        if (groups.length < 2) {
            throw new IllegalArgumentException("tables must be at least 2: " + groups.length);
        }
        Scores scores = new Scores(groups);
        List<LogRankGroup> counts = new ArrayList<>();
        for (int g = 0; g < groups.length; g++) {
            counts.add(new LogRankGroup(groups[g].subjects(), groups[g].events(), scores.expected[g]));
        }
        int[] counted = scores.counted();
        if (counted.length < 2) {
            Measure none = Measure.undefined("no event with several groups at risk");
            return new LogRankTest(counts, none, 0, none);
        }
        int df = counted.length - 1;
        double[][] covariance = new double[df][df];
        double[] excess = new double[df];
        for (int i = 0; i < df; i++) {
            excess[i] = groups[counted[i]].events() - scores.expected[counted[i]];
            for (int j = 0; j < df; j++) {
                covariance[i][j] = scores.covariance[counted[i]][counted[j]];
            }
        }
        Cholesky factor = Cholesky.of(covariance);
        if (!factor.isPositiveDefinite()) {
            Measure none = Measure.undefined("no variance: groups are not at risk together");
            return new LogRankTest(counts, none, 0, none);
        }
        double[] solution = factor.solve(excess);
        double statistic = 0;
        for (int i = 0; i < df; i++) {
            statistic += excess[i] * solution[i];
        }
        statistic = Math.max(0, statistic);
        return new LogRankTest(counts, Measure.of(statistic), df, Measure.of(ChiSquare.sf(df, statistic)));
    }

    /**
     * One readable line.
     *
     * @return for example {@code log-rank chi-square 12.3, 2 degrees of freedom, p = 0.0021}
     */
    @Override
    public String toString() {
        return "log-rank chi-square " + chiSquare + ", " + degreesOfFreedom
                + (degreesOfFreedom == 1 ? " degree" : " degrees") + " of freedom, p = " + pValue;
    }

    /** Expected events and their covariance, summed over the times with events in ascending order. */
    private static final class Scores {

        private final LifeTable[] groups;
        private final double[] expected;
        private final double[][] covariance;

        Scores(LifeTable[] groups) {
            this.groups = groups;
            expected = new double[groups.length];
            covariance = new double[groups.length][groups.length];
            int[] row = new int[groups.length];
            double time = nextEvent(row, Double.NEGATIVE_INFINITY);
            while (time < Double.POSITIVE_INFINITY) {
                addTime(row, time);
                time = nextEvent(row, time);
            }
        }

        /** The first time with an event after the given one, rows moved on to the first at or after it. */
        private double nextEvent(int[] row, double after) {
            double next = Double.POSITIVE_INFINITY;
            for (int g = 0; g < groups.length; g++) {
                int r = row[g];
                while (r < groups[g].size() && (groups[g].time(r) <= after || groups[g].events(r) == 0)) {
                    r++;
                }
                if (r < groups[g].size()) {
                    next = Math.min(next, groups[g].time(r));
                }
            }
            for (int g = 0; g < groups.length; g++) {
                while (row[g] < groups[g].size() && groups[g].time(row[g]) < next) {
                    row[g]++;
                }
            }
            return next;
        }

        private void addTime(int[] row, double time) {
            double[] risk = new double[groups.length];
            double n = 0;
            double d = 0;
            for (int g = 0; g < groups.length; g++) {
                risk[g] = groups[g].atRiskAt(row[g], time);
                n += risk[g];
                if (row[g] < groups[g].size() && groups[g].time(row[g]) == time) {
                    d += groups[g].events(row[g]);
                }
            }
            double scale = n > 1 ? d * (n - d) / (n - 1) : 0;
            for (int g = 0; g < risk.length; g++) {
                double share = risk[g] / n;
                expected[g] += d * share;
                for (int h = 0; h < risk.length; h++) {
                    covariance[g][h] += scale * share * ((g == h ? n - risk[h] : -risk[h]) / n);
                }
            }
        }

        /** The groups of which events are expected. */
        int[] counted() {
            int[] indices = new int[groups.length];
            int size = 0;
            for (int g = 0; g < groups.length; g++) {
                if (expected[g] > 0) {
                    indices[size++] = g;
                }
            }
            return Arrays.copyOf(indices, size);
        }
    }
}
