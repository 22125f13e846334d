package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.FDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of {@link ScaleReliability}, from a covariance matrix. */
final class Reliability {

    private static final String TOO_FEW = "fewer than two complete respondents";
    private static final String CONSTANT_SUM = "no variance in the sum of the items";

    private final ItemMoments moments;
    private final int k;
    private final double[][] c;
    private final double[] rowSums;
    private final double trace;
    private final double total;

    private Reliability(ItemMoments moments) {
        this.moments = moments;
        this.k = moments.items();
        this.c = moments.covariances();
        this.rowSums = new double[k];
        double diagonal = 0;
        double all = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                rowSums[i] += c[i][j];
            }
            diagonal += c[i][i];
            all += rowSums[i];
        }
        this.trace = diagonal;
        // Items that cancel each other leave a speck of rounding, which is no variance.
        this.total = all > 1e-12 * diagonal ? all : 0;
    }

    static ScaleReliability of(LikertScale scale, ItemMoments moments, double confidence) {
        long n = moments.n();
        if (n < 2) {
            Measure none = Measure.undefined(TOO_FEW);
            List<ItemReliability> items = new ArrayList<>();
            for (int i = 0; i < moments.items(); i++) {
                String name = scale.items().get(i);
                Measure mean = n == 0 ? none : Measure.of(moments.mean(i));
                items.add(new ItemReliability(name, scale.key(name), mean, none, none, none, none));
            }
            return new ScaleReliability(
                    Estimate.undefined(TOO_FEW, n),
                    none,
                    none,
                    none,
                    items,
                    OneFactorFit.undefined(TOO_FEW),
                    List.of());
        }
        return new Reliability(moments).reliability(scale, confidence);
    }

    private ScaleReliability reliability(LikertScale scale, double confidence) {
        List<String> names = scale.items();
        List<ItemReliability> items = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Estimate alpha = alpha(confidence);
        if (alpha.value().value().orElse(0) < 0) {
            warnings.add("alpha is negative: check the keys of the items");
        }
        for (int i = 0; i < k; i++) {
            ItemReliability item = item(i, names.get(i), scale.key(names.get(i)));
            items.add(item);
            if (c[i][i] == 0) {
                warnings.add(item.name() + " has no variance");
            }
            if (item.itemRest().value().orElse(0) < 0) {
                warnings.add(item.name() + " correlates negatively with the rest");
            }
        }
        Measure r = meanCorrelation();
        return new ScaleReliability(
                alpha, standardized(r), lambda2(), r, items, OneFactorSolver.fit(c, names), warnings);
    }

    private Estimate alpha(double confidence) {
        long n = moments.n();
        if (total == 0) {
            return Estimate.undefined(CONSTANT_SUM, n);
        }
        double alpha = k / (k - 1.0) * (1 - trace / total);
        double df1 = n - 1.0;
        double df2 = df1 * (k - 1);
        double tail = (1 - confidence) / 2;
        // Without rounding alpha is at most 1.
        double rest = Math.max(0, 1 - alpha);
        Interval interval = new Interval(
                1 - rest * FDistribution.isf(df1, df2, tail),
                1 - rest * FDistribution.quantile(df1, df2, tail),
                confidence,
                "Feldt");
        return new Estimate(Measure.of(alpha), Measure.of(standardError()), Optional.of(interval), n, n);
    }

    /** Duhachek and Iacobucci (2004), equation 1, for covariances. */
    private double standardError() {
        double squareTrace = 0;
        double squareTotal = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                squareTrace += c[i][j] * c[i][j];
            }
            squareTotal += rowSums[i] * rowSums[i];
        }
        // In shares of the total, so that the cube of a large one does no harm.
        double t = trace / total;
        double q = 2.0
                * k
                * k
                / ((k - 1.0) * (k - 1.0))
                * (squareTrace / total / total + t * t - 2 * t * (squareTotal / total / total));
        return Math.sqrt(Math.max(0, q) / moments.n());
    }

    private Measure lambda2() {
        if (total == 0) {
            return Measure.undefined(CONSTANT_SUM);
        }
        double squares = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                squares += i == j ? 0 : c[i][j] * c[i][j];
            }
        }
        return Measure.of((total - trace + Math.sqrt(k / (k - 1.0) * squares)) / total);
    }

    private Measure meanCorrelation() {
        double sum = 0;
        for (int i = 0; i < k; i++) {
            if (c[i][i] == 0) {
                return Measure.undefined("an item without variance");
            }
            for (int j = 0; j < i; j++) {
                sum += correlation(c[i][j], c[i][i], c[j][j]);
            }
        }
        return Measure.of(sum / (k * (k - 1) / 2.0));
    }

    private Measure standardized(Measure r) {
        if (!r.isDefined()) {
            return r;
        }
        double mean = r.orElseThrow();
        double variance = 1 + (k - 1) * mean;
        return variance > 1e-12 ? Measure.of(k * mean / variance) : Measure.undefined(CONSTANT_SUM);
    }

    private ItemReliability item(int i, String name, ItemKey key) {
        double restVariance = total - 2 * rowSums[i] + c[i][i];
        double restTrace = trace - c[i][i];
        boolean restVaries = restVariance > 1e-12 * restTrace;
        Measure itemTotal;
        Measure itemRest;
        if (c[i][i] == 0) {
            itemTotal = Measure.undefined("an item without variance");
            itemRest = itemTotal;
        } else {
            itemTotal =
                    total > 0 ? Measure.of(correlation(rowSums[i], c[i][i], total)) : Measure.undefined(CONSTANT_SUM);
            itemRest = restVaries
                    ? Measure.of(correlation(rowSums[i] - c[i][i], c[i][i], restVariance))
                    : Measure.undefined("no variance in the rest");
        }
        Measure deleted;
        if (k == 2) {
            deleted = Measure.undefined("a single item is left");
        } else if (restVaries) {
            deleted = Measure.of((k - 1.0) / (k - 2.0) * (1 - restTrace / restVariance));
        } else {
            deleted = Measure.undefined("no variance in the rest");
        }
        return new ItemReliability(
                name, key, Measure.of(moments.mean(i)), Measure.of(Math.sqrt(c[i][i])), itemTotal, itemRest, deleted);
    }

    private static double correlation(double covariance, double variance1, double variance2) {
        return Math.max(-1, Math.min(1, covariance / Math.sqrt(variance1) / Math.sqrt(variance2)));
    }
}
