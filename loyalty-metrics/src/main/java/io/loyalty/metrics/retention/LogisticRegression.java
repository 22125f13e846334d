package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Logistic regression: the probability of leaving as a function of a few features.
 *
 * <h2>Definition</h2>
 *
 * <p>\( \ln (p / (1 - p)) = \beta_0 + \sum \beta_j x_j \), fitted by maximum likelihood, or with a ridge λ by the maximum of \(
 * \ell(\beta) - \tfrac{\lambda}{2} \sum (\beta_j s_j)^2 \), s<sub>j</sub> the standard deviation (divisor n) of feature j: the
 * penalty does not depend on units and leaves the intercept alone. Standard errors come from the inverse of the
 * information matrix.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Coefficients are changes of the log-odds with the other features held still; they tell association, not cause. Judge the
 * model on customers it has not seen, with {@link RocAuc}, {@link Calibration} and {@link LiftTable}. A ridge steadies many or
 * related features at the price of a bias; it has no honest standard errors, and none are given.
 *
 * <h2>Edge cases</h2>
 *
 * <p>If features tell the outcomes apart, the likelihood has no maximum: without a ridge the coefficients are undefined and the
 * status says so; with one they are finite, and the model tells a complete separation. Constant or dependent features have no
 * single solution without a ridge. If all outcomes are alike nothing can be fitted.
 *
 * <h2>Performance</h2>
 *
 * <p>Newton's method (iteratively reweighted least squares) with halved steps: usually 5 to 8 passes of n k² operations for k
 * features, at most 50.
 *
 * <h2>References</h2>
 *
 * <p>McCullagh, P., Nelder, J. A. (1989), Generalized Linear Models, 2nd ed., chapter 4, doi:10.1007/978-1-4899-3242-6. Albert,
 * A., Anderson, J. A. (1984), On the existence of maximum likelihood estimates in logistic regression models, Biometrika 71,
 * 1–10, doi:10.1093/biomet/71.1.1. le Cessie, S., van Houwelingen, J. C. (1992), Ridge estimators in logistic regression,
 * Applied Statistics 41, 191–201, doi:10.2307/2347628.
 */
public final class LogisticRegression implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_FEATURES = 50;
    private static final int MOST_ITERATIONS = 50;

    private final double ridge;
    private final int mostIterations;

    private LogisticRegression(double ridge, int mostIterations) {
        this.ridge = ridge;
        this.mostIterations = mostIterations;
    }

    /**
     * The usual options: no ridge, at most 50 iterations.
     *
     * @return the regression
     */
    public static LogisticRegression withDefaults() {
        return new LogisticRegression(0, MOST_ITERATIONS);
    }

    /**
     * The same with a ridge.
     *
     * @param penalty λ, at least 0, on the scale of the log-likelihood of all customers; 0 for none
     * @return the changed copy
     * @throws IllegalArgumentException if the penalty is negative or not finite
     */
    public LogisticRegression withRidge(double penalty) {
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("penalty must be finite and at least 0: " + penalty);
        }
        return new LogisticRegression(penalty, mostIterations);
    }

    /**
     * The same with another limit of iterations.
     *
     * @param iterations the limit, at least 1
     * @return the changed copy
     * @throws IllegalArgumentException if the limit is below 1
     */
    public LogisticRegression withMostIterations(int iterations) {
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations must be at least 1: " + iterations);
        }
        return new LogisticRegression(ridge, iterations);
    }

    /**
     * Fits customers.
     *
     * @param features the names of the features, at most 50, different
     * @param rows one row of finite numbers per customer, in the order of the names
     * @param events whether the event came about
     * @return the model, whose status says whether it may be used
     * @throws IllegalArgumentException if the sizes differ, there are too many features, a name occurs twice, or a number is not
     *     finite
     */
    public LogisticModel fit(List<String> features, double[][] rows, boolean[] events) {
        long[] with = new long[events.length];
        long[] without = new long[events.length];
        for (int i = 0; i < events.length; i++) {
            with[i] = events[i] ? 1 : 0;
            without[i] = events[i] ? 0 : 1;
        }
        return fitCounts(features, rows, with, without);
    }

    /**
     * Fits a sample made from purchases.
     *
     * @param sample features before a day, and who left after it
     * @return the model, whose status says whether it may be used
     */
    public LogisticModel fit(ChurnSample sample) {
        return fit(sample.features(), sample.rows(), sample.churned());
    }

    /**
     * Fits groups of customers with equal features.
     *
     * @param features the names of the features, at most 50, different
     * @param rows one row of finite numbers per group, in the order of the names
     * @param events number of customers of each group with the event, at least 0
     * @param others number of customers of each group without, at least 0
     * @return the model, whose status says whether it may be used
     * @throws IllegalArgumentException if the sizes differ, there are too many features, a name occurs twice, a number is not
     *     finite or a count is negative
     */
    public LogisticModel fitCounts(List<String> features, double[][] rows, long[] events, long[] others) {
        List<String> names = List.copyOf(features);
        if (names.size() > MOST_FEATURES) {
            throw new IllegalArgumentException("features must be at most " + MOST_FEATURES + ": " + names.size());
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("features must be different: " + names);
        }
        LifeTimes.requireEqual(rows.length, events.length, "rows and events");
        LifeTimes.requireEqual(rows.length, others.length, "rows and others");
        for (int i = 0; i < rows.length; i++) {
            check(rows[i], names.size(), i);
            if (events[i] < 0 || others[i] < 0) {
                throw new IllegalArgumentException(
                        "events and others must be at least 0: " + events[i] + " and " + others[i] + " in row " + i);
            }
        }
        return new LogisticFit(this, names, rows, events, others).model();
    }

    double ridge() {
        return ridge;
    }

    int mostIterations() {
        return mostIterations;
    }

    static void check(double[] row, int length, int index) {
        Objects.requireNonNull(row, "row");
        String name = index < 0 ? "features" : "rows[" + index + "]";
        if (row.length != length) {
            throw new IllegalArgumentException(name + " must have " + length + " numbers: " + row.length);
        }
        for (int j = 0; j < length; j++) {
            if (!Double.isFinite(row[j])) {
                throw new IllegalArgumentException(name + "[" + j + "] must be finite: " + row[j]);
            }
        }
    }

    /**
     * One readable line.
     *
     * @return for example {@code logistic regression, ridge 1.0}
     */
    @Override
    public String toString() {
        return "logistic regression" + (ridge > 0 ? ", ridge " + Measure.of(ridge) : "");
    }
}
