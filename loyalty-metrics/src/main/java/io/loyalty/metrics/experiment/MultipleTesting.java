package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How p-values are raised when many questions are asked of the same data.
 *
 * <h2>Definition</h2>
 *
 * <p>With \( p_{(1)} \le \dots \le p_{(m)} \): Bonferroni \( m p \); Holm \( \max_{j \le i} (m - j + 1) p_{(j)} \); Hommel the smallest level at
 * which the closed test of Simes tests rejects; Benjamini and Hochberg \( \min_{j \ge i} m p_{(j)}/j \); Benjamini and Yekutieli the same
 * times \( \sum_{k \le m} 1/k \). All are cut off at 1.
 *
 * <h2>Interpretation</h2>
 *
 * <p>An adjusted p-value is compared with the level as if it were the only one. Bonferroni, Holm and Hommel bound the chance of any false
 * finding, Benjamini's two the expected share of false ones among the findings. Holm is never worse than Bonferroni, and as safe. Hommel
 * and Benjamini-Hochberg hold for independent or positively dependent tests, the others always.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Undefined p-values stay so and do not count as questions. Equal p-values stay equal.
 *
 * <h2>Performance</h2>
 *
 * <p>A sort; Hommel takes a quadratic number of steps.
 *
 * <h2>References</h2>
 *
 * <p>Holm, S. (1979), Scandinavian Journal of Statistics 6, 65–70. Hommel, G. (1988), Biometrika 75, 383–386, doi:10.1093/biomet/75.2.383; in the
 * form of Wright, S. P. (1992), Biometrics 48, 1005–1013, doi:10.2307/2532694. Benjamini, Y. and Hochberg, Y. (1995), JRSS B 57, 289–300,
 * doi:10.1111/j.2517-6161.1995.tb02031.x. Benjamini, Y. and Yekutieli, D. (2001), Annals of Statistics 29, 1165–1188,
 * doi:10.1214/aos/1013699998.
 */
public enum MultipleTesting {

    /** Not at all: each p-value is read as if it were the only one. */
    NONE,

    /** Bonferroni: every p-value times their number. */
    BONFERRONI,

    /** Holm: the smallest times the number of all, the next times one less, and so on. */
    HOLM,

    /** Hommel: the most powerful of these against any false finding. */
    HOMMEL,

    /** Benjamini and Hochberg: bounds the expected share of false findings. */
    BENJAMINI_HOCHBERG,

    /** Benjamini and Yekutieli: the same whatever the dependence. */
    BENJAMINI_YEKUTIELI;

    /**
     * Adjusted p-values.
     *
     * @param pValues numbers in [0, 1], in any order
     * @return the adjusted ones, in the same order
     * @throws IllegalArgumentException if a number is not in [0, 1]
     */
    public double[] adjust(double... pValues) {
        Integer[] order = new Integer[pValues.length];
        for (int i = 0; i < pValues.length; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new IllegalArgumentException("pValues[" + i + "] must be in [0, 1]: " + pValues[i]);
            }
            order[i] = i;
        }
        Arrays.sort(order, (i, j) -> Double.compare(pValues[i], pValues[j]));
        double[] sorted = new double[pValues.length];
        Arrays.setAll(sorted, rank -> pValues[order[rank]]);
        double[] raised = raise(sorted);
        double[] adjusted = new double[pValues.length];
        for (int rank = 0; rank < raised.length; rank++) {
            adjusted[order[rank]] = raised[rank];
        }
        return adjusted;
    }

    /**
     * Adjusted p-values of which some are undefined.
     *
     * @param pValues numbers in [0, 1] or reasons why there is none, in any order
     * @return the adjusted ones, in the same order; undefined ones stay as they are and do not count
     * @throws IllegalArgumentException if a number is not in [0, 1]
     */
    public List<Measure> adjust(List<Measure> pValues) {
        double[] adjusted = adjust(pValues.stream()
                .filter(Measure::isDefined)
                .mapToDouble(Measure::orElseThrow)
                .toArray());
        List<Measure> all = new ArrayList<>(pValues);
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isDefined()) {
                all.set(i, Measure.of(adjusted[next++]));
            }
        }
        return List.copyOf(all);
    }

    /** Raises ascending p-values. */
    private double[] raise(double[] p) {
        int m = p.length;
        double[] raised = p.clone();
        if (this == BONFERRONI) {
            Arrays.setAll(raised, i -> Math.min(1, m * p[i]));
        } else if (this == HOLM) {
            double largest = 0;
            for (int i = 0; i < m; i++) {
                largest = Math.max(largest, Math.min(1, (m - i) * p[i]));
                raised[i] = largest;
            }
        } else if (this == HOMMEL) {
            return hommel(p);
        } else if (this != NONE) {
            double smallest = 1;
            double factor = this == BENJAMINI_HOCHBERG ? m : m * harmonic(m);
            for (int i = m - 1; i >= 0; i--) {
                // The quotient first: it is at least 1, so that no p-value is lowered by rounding.
                smallest = Math.min(smallest, p[i] * (factor / (i + 1)));
                raised[i] = smallest;
            }
        }
        return raised;
    }

    /** Wright's algorithm: for each size of a set of hypotheses the smallest Simes level that any such set with the given one has. */
    private static double[] hommel(double[] p) {
        int m = p.length;
        double[] adjusted = p.clone();
        for (int size = m; size > 1; size--) {
            // The Simes level of the largest size − 1 ones, without the factor of the first.
            double level = Double.POSITIVE_INFINITY;
            for (int j = 1; j < size; j++) {
                level = Math.min(level, size * p[m - size + j] / (j + 1));
            }
            for (int i = 0; i < m; i++) {
                adjusted[i] = Math.max(adjusted[i], Math.min(level, size * p[i]));
            }
        }
        return adjusted;
    }

    private static double harmonic(int m) {
        double sum = 0;
        for (int k = m; k >= 1; k--) {
            sum += 1.0 / k;
        }
        return sum;
    }
}
