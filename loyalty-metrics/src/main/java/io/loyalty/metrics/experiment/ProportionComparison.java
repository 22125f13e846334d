package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares the shares of two independent groups: conversion, repeat rate, response.
 *
 * <h2>Definition</h2>
 *
 * <p>With x<sub>i</sub> successes of n<sub>i</sub> and \( p_i = x_i/n_i \) the difference is \( p_1 - p_2 \), the relative lift
 * \( p_1/p_2 - 1 \). The default test is \( z = (p_1 - p_2) / \sqrt{\bar p (1 - \bar p)(1/n_1 + 1/n_2)} \), \( \bar p \) the pooled share; the
 * other is Fisher's. The interval of the difference is Newcombe's unless chosen otherwise; that of the relative lift is
 * \( \exp(\ln(p_1/p_2) \pm z \sqrt{(1-p_1)/x_1 + (1-p_2)/x_2}) - 1 \).
 *
 * <h2>Interpretation</h2>
 *
 * <p>First minus second: take the treated group first. Interval and test come from different methods and may disagree at the edge.
 * For the same customers asked twice use {@link McNemar}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>An empty group leaves everything undefined. If nobody or everybody of both groups did it, z has no p-value while Fisher's is 1; the
 * difference keeps an interval. No success in the second group: no relative lift; none in the first: −1 without interval.
 *
 * <h2>Performance</h2>
 *
 * <p>A constant; Fisher's test sums some standard deviations of terms, Miettinen and Nurminen's interval takes some hundred
 * evaluations.
 *
 * <h2>References</h2>
 *
 * <p>Newcombe, R. G. (1998), Statistics in Medicine 17, 873–890, doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I.
 * Agresti, A. and Caffo, B. (2000), The American Statistician 54, 280–288, doi:10.1080/00031305.2000.10474560. Miettinen, O. and
 * Nurminen, M. (1985), Statistics in Medicine 4, 213–226, doi:10.1002/sim.4780040211. Katz, D. et al. (1978), Biometrics 34, 469–474,
 * doi:10.2307/2530610 (ratio). Cohen, J. (1988), Statistical power analysis for the behavioral sciences, chapter 6.
 */
public final class ProportionComparison implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final ProportionComparison DEFAULTS =
            new ProportionComparison(ProportionInterval.NEWCOMBE, ProportionTest.POOLED_Z, Alternative.TWO_SIDED, 0.95);

    private final ProportionInterval interval;
    private final ProportionTest test;
    private final Alternative alternative;
    private final double confidence;

    private ProportionComparison(
            ProportionInterval interval, ProportionTest test, Alternative alternative, double confidence) {
        this.interval = interval;
        this.test = test;
        this.alternative = alternative;
        this.confidence = confidence;
    }

    /**
     * A 95 % Newcombe interval and the two-sided pooled z test.
     *
     * @return the comparison
     */
    public static ProportionComparison withDefaults() {
        return DEFAULTS;
    }

    /**
     * The comparison with another interval of the difference.
     *
     * @param method how the interval is computed
     * @return the comparison
     */
    public ProportionComparison with(ProportionInterval method) {
        return new ProportionComparison(Objects.requireNonNull(method, "method"), test, alternative, confidence);
    }

    /**
     * The comparison with another test.
     *
     * @param other how the p-value is computed
     * @return the comparison
     */
    public ProportionComparison with(ProportionTest other) {
        return new ProportionComparison(interval, Objects.requireNonNull(other, "other"), alternative, confidence);
    }

    /**
     * The comparison with a test in another direction.
     *
     * @param direction which departures from no difference count
     * @return the comparison
     */
    public ProportionComparison with(Alternative direction) {
        return new ProportionComparison(interval, test, Objects.requireNonNull(direction, "direction"), confidence);
    }

    /**
     * The comparison with another level of confidence.
     *
     * @param level nominal coverage of the intervals, between 0 and 1
     * @return the comparison
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public ProportionComparison withConfidence(double level) {
        return new ProportionComparison(interval, test, alternative, Require.inOpenUnit(level, "confidence"));
    }

    /**
     * The difference of two shares.
     *
     * @param first one group, usually the treated one
     * @param second the other
     * @return first minus second
     */
    public ProportionDifference compare(SuccessCounts first, SuccessCounts second) {
        long n = first.n() + second.n();
        if (first.n() == 0 || second.n() == 0) {
            String reason = "nobody in a group";
            Estimate none = Estimate.undefined(reason, n);
            return new ProportionDifference(
                    first, second, none, none, none, TestResult.undefined(test.toString(), reason));
        }
        double p1 = first.value();
        double p2 = second.value();
        Estimate difference = new Estimate(
                Measure.of(p1 - p2),
                Measure.of(Math.sqrt(first.variance() / first.n() + second.variance() / second.n())),
                Optional.of(interval.of(first, second, confidence)),
                n,
                n);
        return new ProportionDifference(
                first, second, difference, lift(first, second, n), effect(first, second, n), test(first, second));
    }

    /** Cohen's h: the angles have nearly the same variance, 1/n, at all shares. */
    private Estimate effect(SuccessCounts first, SuccessCounts second, long n) {
        double h = angle(first) - angle(second);
        double error = Math.sqrt(1.0 / first.n() + 1.0 / second.n());
        double half = Intervals.z(confidence) * error;
        Interval bounds =
                new Interval(Math.max(-Math.PI, h - half), Math.min(Math.PI, h + half), confidence, "arcsine");
        return new Estimate(Measure.of(h), Measure.of(error), Optional.of(bounds), n, n);
    }

    private Estimate lift(SuccessCounts first, SuccessCounts second, long n) {
        if (second.successes() == 0) {
            return Estimate.undefined("no successes in the second group", n);
        }
        double ratio = first.value() / second.value();
        if (first.successes() == 0) {
            Measure none = Measure.undefined("no successes in the first group");
            return new Estimate(Measure.of(-1), none, Optional.empty(), n, n);
        }
        double logError = Math.sqrt((double) first.failures() / first.n() / first.successes()
                + (double) second.failures() / second.n() / second.successes());
        return new Estimate(
                Measure.of(ratio - 1),
                Measure.of(ratio * logError),
                // Everybody in both groups: the ratio's variance is estimated as 0, which nobody believes.
                logError == 0 ? Optional.empty() : Optional.of(Intervals.ofLift(ratio, logError, confidence)),
                n,
                n);
    }

    /** 2 asin √p, accurate at both ends. */
    private static double angle(SuccessCounts counts) {
        return 2 * Math.atan2(Math.sqrt(counts.successes()), Math.sqrt(counts.failures()));
    }

    private TestResult test(SuccessCounts first, SuccessCounts second) {
        if (test == ProportionTest.FISHER) {
            return TestResult.of(test.toString(), first.successes(), FisherExact.pValue(first, second, alternative));
        }
        SuccessCounts all = first.plus(second);
        if (all.successes() == 0 || all.failures() == 0) {
            return TestResult.undefined(test.toString(), all.successes() == 0 ? "no successes" : "no failures");
        }
        double error = Math.sqrt(all.variance() * (1.0 / first.n() + 1.0 / second.n()));
        double z = (first.value() - second.value()) / error;
        return TestResult.of(test.toString(), z, alternative.normal(z));
    }
}
