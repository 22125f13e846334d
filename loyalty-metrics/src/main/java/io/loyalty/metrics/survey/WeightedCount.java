package io.loyalty.metrics.survey;

import java.io.Serializable;

/**
 * How many answers of one kind there are, how much they weigh, and the sum of their squared weights.
 *
 * <p>These three numbers are all that a weighted share needs for its estimate, its standard error and Kish's effective number
 * of answers \( n_{eff} = (\sum w)^2 / \sum w^2 \). Answers without a weight weigh 1. The sums are carried in twice the
 * precision of a {@code double}, so that the order of adding shows at most in the last digit. Immutable.
 */
public final class WeightedCount implements Serializable {

    /** No answers. */
    public static final WeightedCount ZERO = new WeightedCount(0, 0, 0, 0, 0);

    private static final long serialVersionUID = 1L;
    private static final double SMALLEST_WEIGHT = 1e-100;
    private static final double LARGEST_WEIGHT = 1e100;

    private final long n;
    private final double weight;
    private final double weightRest;
    private final double squares;
    private final double squaresRest;

    private WeightedCount(long n, double weight, double weightRest, double squares, double squaresRest) {
        this.n = n;
        this.weight = weight;
        this.weightRest = weightRest;
        this.squares = squares;
        this.squaresRest = squaresRest;
    }

    /**
     * So many answers of weight 1.
     *
     * @param n the number of answers, at least 0
     * @return the count
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public static WeightedCount of(long n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0: " + n);
        }
        return n == 0 ? ZERO : new WeightedCount(n, n, 0, n, 0);
    }

    /**
     * A count from sums that the caller has made, for example in a database.
     *
     * @param n the number of answers with a weight above 0
     * @param weight the sum of their weights
     * @param squaredWeight the sum of their squared weights
     * @return the count
     * @throws IllegalArgumentException if no positive weights have these sums
     */
    public static WeightedCount of(long n, double weight, double squaredWeight) {
        if (n == 0 && weight == 0 && squaredWeight == 0) {
            return ZERO;
        }
        // Cauchy and Schwarz: n squares add up to at least (sum of weights)^2 / n, and to at most its square.
        double slack = 1 + 1e-9;
        if (!(n > 0
                && weight > 0
                && squaredWeight > 0
                && weight * weight <= n * squaredWeight * slack
                && squaredWeight <= weight * weight * slack)) {
            throw new IllegalArgumentException("n, weight and squaredWeight must be sums over n positive weights: " + n
                    + ", " + weight + " and " + squaredWeight);
        }
        return new WeightedCount(n, weight, 0, squaredWeight, 0);
    }

    /**
     * One more answer.
     *
     * @param w its weight, above 0, as {@link #requireWeight} has it
     * @return the count with it
     */
    WeightedCount plusOne(double w) {
        double square = w * w;
        return plus(new WeightedCount(1, w, 0, square, Math.fma(w, w, -square)));
    }

    /**
     * Both together.
     *
     * @param other another count
     * @return the sums
     * @throws ArithmeticException if the number of answers overflows
     */
    public WeightedCount plus(WeightedCount other) {
        if (n == 0) {
            return other;
        }
        if (other.n == 0) {
            return this;
        }
        double sum = weight + other.weight;
        double rest = error(weight, other.weight, sum) + (weightRest + other.weightRest);
        double total = sum + rest;
        double squareSum = squares + other.squares;
        double squareRest = error(squares, other.squares, squareSum) + (squaresRest + other.squaresRest);
        double squareTotal = squareSum + squareRest;
        return new WeightedCount(
                Math.addExact(n, other.n),
                total,
                (sum - total) + rest,
                squareTotal,
                (squareSum - squareTotal) + squareRest);
    }

    /** All but a part of them. */
    WeightedCount minus(WeightedCount part) {
        if (n == part.n) {
            return ZERO;
        }
        if (part.n == 0) {
            return this;
        }
        double sum = weight - part.weight;
        double rest = error(weight, -part.weight, sum) + (weightRest - part.weightRest);
        double squareSum = squares - part.squares;
        double squareRest = error(squares, -part.squares, squareSum) + (squaresRest - part.squaresRest);
        return new WeightedCount(n - part.n, sum + rest, 0, squareSum + squareRest, 0);
    }

    /** What rounding lost in {@code sum = a + b} (Knuth's two-sum). */
    private static double error(double a, double b, double sum) {
        double bPart = sum - a;
        return (a - (sum - bPart)) + (b - bPart);
    }

    /**
     * A weight that can be used, or an error.
     *
     * @param w the weight
     * @param name what to call it in the message
     * @return true if it is above 0, false if it is 0
     */
    static boolean requireWeight(double w, String name) {
        // Beyond these bounds the square of a weight would vanish or overflow.
        if (!(w == 0 || w >= SMALLEST_WEIGHT && w <= LARGEST_WEIGHT)) {
            throw new IllegalArgumentException(name + " must be 0 or in [1e-100, 1e100]: " + w);
        }
        return w > 0;
    }

    /**
     * The number of answers with a weight above 0.
     *
     * @return at least 0
     */
    public long n() {
        return n;
    }

    /**
     * The sum of the weights.
     *
     * @return at least 0; equal to {@link #n()} without weights
     */
    public double weight() {
        return weight;
    }

    /**
     * The sum of the squared weights.
     *
     * @return at least 0; equal to {@link #n()} without weights
     */
    public double squaredWeight() {
        return squares;
    }

    /**
     * The number of equally weighted answers that would be as informative (Kish 1965).
     *
     * @return \( (\sum w)^2 / \sum w^2 \), at most {@link #n()}; exactly {@link #n()} where all weights are equal; 0 without
     *     answers
     */
    public double effectiveN() {
        return isEquallyWeighted() ? n : weight / squares * weight;
    }

    /**
     * Whether all weights are equal, so that they say nothing.
     *
     * @return true if the effective number of answers is {@link #n()} up to rounding
     */
    boolean isEquallyWeighted() {
        return n == 0 || Math.abs(weight / squares * weight / n - 1) < 1e-12;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightedCount that && n == that.n && weight == that.weight && squares == that.squares;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(n) * 31 * 31 + Double.hashCode(weight) * 31 + Double.hashCode(squares);
    }

    /**
     * The number of answers, and their weight where it differs.
     *
     * @return for example {@code 12} or {@code 12 (weight 9.5)}
     */
    @Override
    public String toString() {
        return weight == n && squares == n ? Long.toString(n) : n + " (weight " + weight + ")";
    }
}
