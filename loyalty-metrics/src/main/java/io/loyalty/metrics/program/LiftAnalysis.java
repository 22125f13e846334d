package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Normal;
import io.loyalty.metrics.numeric.ProportionIntervals;
import java.util.Objects;
import java.util.Optional;

/**
 * Options of a {@link PromotionLift}: the confidence of its intervals and the test of the response.
 *
 * <p>Immutable; {@link PromotionLift} has the definitions.
 */
public final class LiftAnalysis {

    private final double confidence;
    private final ShareTest test;

    private LiftAnalysis(double confidence, ShareTest test) {
        this.confidence = confidence;
        this.test = Objects.requireNonNull(test, "test");
    }

    /**
     * 95 % intervals and the pooled z test.
     *
     * @return the usual options
     */
    public static LiftAnalysis withDefaults() {
        return new LiftAnalysis(Rates.CONFIDENCE, ShareTest.POOLED_Z);
    }

    /**
     * The same with another test of the response.
     *
     * @param other the test
     * @return the options
     */
    public LiftAnalysis with(ShareTest other) {
        return new LiftAnalysis(confidence, other);
    }

    /**
     * The same with another confidence.
     *
     * @param level the nominal coverage of the intervals, between 0 and 1
     * @return the options
     * @throws IllegalArgumentException if the level is out of range
     */
    public LiftAnalysis withConfidence(double level) {
        Rates.requireConfidence(level);
        return new LiftAnalysis(level, test);
    }

    /**
     * Compares customers who got a promotion with customers who were kept from it by chance.
     *
     * @param exposed those who got it
     * @param heldOut those who did not, observed over the same time
     * @return the lift
     * @throws ArithmeticException if the number of all customers overflows
     */
    public PromotionLift compare(ResponseGroup exposed, ResponseGroup heldOut) {
        long n = Math.addExact(exposed.customers(), heldOut.customers());
        Estimate difference;
        Measure pValue;
        Estimate relative;
        if (exposed.customers() == 0 || heldOut.customers() == 0) {
            String reason = exposed.customers() == 0 ? "no exposed customers" : "no held-out customers";
            difference = Estimate.undefined(reason, n);
            relative = difference;
            pValue = Measure.undefined(reason);
        } else {
            difference = difference(exposed, heldOut, n);
            relative = relative(exposed, heldOut, n);
            pValue = test.pValue(exposed.buyers(), exposed.customers(), heldOut.buyers(), heldOut.customers());
        }
        Welch revenue = Welch.of(exposed.spread(), heldOut.spread(), confidence);
        return new PromotionLift(
                exposed,
                heldOut,
                difference,
                pValue,
                test,
                relative,
                Welch.scaled(difference, exposed.customers()),
                revenue.times(exposed.customers()),
                revenue.pValue());
    }

    private Estimate difference(ResponseGroup exposed, ResponseGroup heldOut, long n) {
        double p1 = (double) exposed.buyers() / exposed.customers();
        double p2 = (double) heldOut.buyers() / heldOut.customers();
        double variance = p1 * (1 - p1) / exposed.customers() + p2 * (1 - p2) / heldOut.customers();
        Interval interval = ProportionIntervals.newcombeDifference(
                exposed.buyers(), exposed.customers(), heldOut.buyers(), heldOut.customers(), confidence);
        return new Estimate(Measure.of(p1 - p2), Measure.of(Math.sqrt(variance)), Optional.of(interval), n, n);
    }

    /** The ratio of the response rates less 1, its interval from that of the logarithm (Katz 1978). */
    private Estimate relative(ResponseGroup exposed, ResponseGroup heldOut, long n) {
        if (heldOut.buyers() == 0) {
            return Estimate.undefined("no response among the held-out", n);
        }
        double x1 = exposed.buyers();
        double n1 = exposed.customers();
        double x2 = heldOut.buyers();
        double n2 = heldOut.customers();
        double ratio = x1 / n1 / (x2 / n2);
        if (x1 == 0) {
            Measure none = Measure.undefined("no response among the exposed");
            return new Estimate(Measure.of(-1), none, Optional.empty(), n, n);
        }
        double error = Math.sqrt((n1 - x1) / (n1 * x1) + (n2 - x2) / (n2 * x2));
        double reach = Normal.isf(0.5 * (1 - confidence)) * error;
        Interval interval =
                new Interval(ratio * Math.exp(-reach) - 1, ratio * Math.exp(reach) - 1, confidence, "log ratio");
        return new Estimate(Measure.of(ratio - 1), Measure.of(ratio * error), Optional.of(interval), n, n);
    }

    /**
     * One readable line.
     *
     * @return the options
     */
    @Override
    public String toString() {
        return "confidence " + confidence + ", test " + test;
    }
}
