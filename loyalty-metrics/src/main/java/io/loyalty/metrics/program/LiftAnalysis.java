package io.loyalty.metrics.program;

import io.loyalty.metrics.experiment.MeanComparison;
import io.loyalty.metrics.experiment.MeanDifference;
import io.loyalty.metrics.experiment.ProportionComparison;
import io.loyalty.metrics.experiment.ProportionDifference;
import io.loyalty.metrics.experiment.ProportionTest;
import java.util.Objects;

/**
 * Options of a {@link PromotionLift}: the confidence of its intervals and the test of the response.
 *
 * <p>Immutable; {@link PromotionLift} has the definitions.
 */
public final class LiftAnalysis {

    private final double confidence;
    private final ProportionTest test;

    private LiftAnalysis(double confidence, ProportionTest test) {
        this.confidence = confidence;
        this.test = Objects.requireNonNull(test, "test");
    }

    /**
     * 95 % intervals and the pooled z test.
     *
     * @return the usual options
     */
    public static LiftAnalysis withDefaults() {
        return new LiftAnalysis(Rates.CONFIDENCE, ProportionTest.POOLED_Z);
    }

    /**
     * The same with another test of the response.
     *
     * @param other the test
     * @return the options
     */
    public LiftAnalysis with(ProportionTest other) {
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
     * @throws IllegalArgumentException if a group has more than 2<sup>53</sup> customers
     */
    public PromotionLift compare(ResponseGroup exposed, ResponseGroup heldOut) {
        ProportionDifference response = ProportionComparison.withDefaults()
                .with(test)
                .withConfidence(confidence)
                .compare(exposed.responses(), heldOut.responses());
        MeanDifference revenue = MeanComparison.withDefaults()
                .withConfidence(confidence)
                .compare(exposed.revenues(), heldOut.revenues());
        return new PromotionLift(
                exposed,
                heldOut,
                response.difference(),
                response.test().pValue(),
                test,
                response.relativeLift(),
                Scaled.times(response.difference(), exposed.customers()),
                Scaled.times(revenue.difference(), exposed.customers()),
                revenue.test().pValue());
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
