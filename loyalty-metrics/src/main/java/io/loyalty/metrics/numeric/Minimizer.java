package io.loyalty.metrics.numeric;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * A minimum of a function of one variable within bounds.
 *
 * <p><b>Method.</b> Brent's: parabolas through the three best points, golden sections where they do not behave; both ends are compared at the
 * end. A function with one minimum gives it; of several, a local one.
 *
 * <p><b>Edge cases.</b> NaN counts as positive infinity. Near a smooth minimum the function is flat: a tolerance below 1e-8 of the point
 * gains nothing. The result says how the search ended.
 *
 * <p><b>References.</b> R. P. Brent, 1973, Algorithms for Minimization without Derivatives, chapter 5.
 */
public final class Minimizer {

    private static final double GOLDEN = 0.38196601125010515180;
    private static final double SQRT_EPSILON = 0x1p-26;
    private static final int MOST_EVALUATIONS = 300;

    private final DoubleUnaryOperator function;
    private final double tolerance;
    private int evaluations;

    private Minimizer(DoubleUnaryOperator function, double tolerance) {
        this.function = function;
        this.tolerance = tolerance;
    }

    /**
     * Finds a minimum.
     *
     * @param function a continuous function
     * @param low the lower end, finite
     * @param high the upper end, finite, larger than {@code low}
     * @param tolerance how far the point may be from the minimum, at least 0; 1.5e-8 of the point is always allowed
     * @return the minimum and how it was found
     * @throws IllegalArgumentException if the ends are not in order, or they or their distance not finite, or the tolerance is negative
     */
    public static Minimum find(DoubleUnaryOperator function, double low, double high, double tolerance) {
        Objects.requireNonNull(function, "function");
        Check.notNegative(tolerance, "tolerance");
        Check.bracket(low, high);
        return new Minimizer(function, tolerance).between(low, high);
    }

    private double at(double x) {
        evaluations++;
        double value = function.applyAsDouble(x);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private Minimum between(double low, double high) {
        double a = low;
        double b = high;
        // x is the best point, w the second best, v the one before.
        double x = a + GOLDEN * (b - a);
        double w = x;
        double v = x;
        double fx = at(x);
        double fw = fx;
        double fv = fx;
        double step = 0;
        double before = 0;
        Minimum.Status status = Minimum.Status.EVALUATION_LIMIT;
        while (evaluations < MOST_EVALUATIONS) {
            double middle = 0.5 * (a + b);
            double small = SQRT_EPSILON * Math.abs(x) + tolerance / 3 + Double.MIN_NORMAL;
            if (Math.abs(x - middle) <= 2 * small - 0.5 * (b - a)) {
                status = Minimum.Status.CONVERGED;
                break;
            }
            double parabolic = Double.NaN;
            if (Math.abs(before) > small) {
                double r = (x - w) * (fx - fv);
                double q = (x - v) * (fx - fw);
                double p = (x - v) * q - (x - w) * r;
                q = 2 * (q - r);
                double candidate = -p / q;
                if (Math.abs(candidate) < 0.5 * Math.abs(before) && x + candidate > a && x + candidate < b) {
                    parabolic = candidate;
                }
            }
            if (Double.isNaN(parabolic)) {
                before = x < middle ? b - x : a - x;
                step = GOLDEN * before;
            } else {
                before = step;
                step = parabolic;
                if (x + step - a < 2 * small || b - x - step < 2 * small) {
                    step = Math.copySign(small, middle - x);
                }
            }
            double u = x + (Math.abs(step) >= small ? step : Math.copySign(small, step));
            double fu = at(u);
            if (fu <= fx) {
                if (u < x) {
                    b = x;
                } else {
                    a = x;
                }
                v = w;
                fv = fw;
                w = x;
                fw = fx;
                x = u;
                fx = fu;
            } else {
                if (u < x) {
                    a = u;
                } else {
                    b = u;
                }
                if (fu <= fw || w == x) {
                    v = w;
                    fv = fw;
                    w = u;
                    fw = fu;
                } else if (fu <= fv || v == x || v == w) {
                    v = u;
                    fv = fu;
                }
            }
        }
        return withEnds(low, high, x, fx, status);
    }

    private Minimum withEnds(double low, double high, double x, double fx, Minimum.Status status) {
        double atLow = at(low);
        double atHigh = at(high);
        if (atLow <= fx && atLow <= atHigh) {
            return new Minimum(low, atLow, Minimum.Status.AT_LOWER_END, evaluations);
        }
        if (atHigh <= fx) {
            return new Minimum(high, atHigh, Minimum.Status.AT_UPPER_END, evaluations);
        }
        return new Minimum(x, fx, status, evaluations);
    }
}
