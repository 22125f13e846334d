package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Optional;

/**
 * A test that may be looked at every day and stopped at any time: the mixture sequential probability ratio test, with its confidence sequence.
 *
 * <pre>{@code
 * SequentialTest test = SequentialTest.withMixture(0.02);       // before the start: effects of about two points
 * SequentialLook look = test.look(kept, treated, control);      // every day
 * kept = look.state();
 * }</pre>
 *
 * <h2>Definition</h2>
 *
 * <p>With d the difference of means and \( s^2 = v_1/n_1 + v_2/n_2 \) its squared error, and differences under the alternative that are normal with
 * mean 0 and standard deviation τ: \( \ln \Lambda = \frac12 \ln\frac{s^2}{s^2 + \tau^2} + \frac{\tau^2 d^2}{2 s^2 (s^2 + \tau^2)} \). The
 * always-valid p-value is the smallest \( \min(1, 1/\Lambda) \) so far; the confidence sequence is
 * \( d \pm \sqrt{(2 \ln(1/\alpha) - \ln\frac{s^2}{s^2 + \tau^2}) \frac{s^2 (s^2 + \tau^2)}{\tau^2}} \).
 *
 * <h2>Interpretation</h2>
 *
 * <p>Under no difference the p-value ever falls below α with probability at most α, however often one looks. The sequence covers
 * the true difference at all looks together with probability 1 − α. The price is an interval that is wider than one of a planned
 * length. τ must be fixed before the first look; the effect one hopes for is a good choice.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Fewer than two customers in a group, or no variance yet: no ratio, the p-value stays. With few customers the variances are
 * rough and the normal approximation with them: wait for some hundred before the first look. Data that shrink between
 * looks are refused.
 *
 * <h2>Performance</h2>
 *
 * <p>A constant for each look, from summaries.
 *
 * <h2>References</h2>
 *
 * <p>Johari, R., Koomen, P., Pekelis, L. and Walsh, D. (2022), Always valid inference: continuous monitoring of A/B tests, Operations Research 70,
 * 1806–1821, doi:10.1287/opre.2021.2135. Robbins, H. (1970), Annals of Mathematical Statistics 41, 1397–1409, doi:10.1214/aoms/1177696786.
 */
public final class SequentialTest implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String METHOD = "confidence sequence";

    private final double tau;
    private final double confidence;

    private SequentialTest(double tau, double confidence) {
        this.tau = tau;
        this.confidence = confidence;
    }

    /**
     * A test with 95 % confidence sequences.
     *
     * @param deviation τ, the standard deviation of the differences that are thought possible, in the unit of the means; above 0
     * @return the test
     * @throws IllegalArgumentException if the deviation is not above 0 and finite
     */
    public static SequentialTest withMixture(double deviation) {
        return new SequentialTest(Require.positive(deviation, "deviation"), 0.95);
    }

    /**
     * The test with another level of confidence.
     *
     * @param level nominal coverage of the sequence, between 0 and 1
     * @return the test
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public SequentialTest withConfidence(double level) {
        return new SequentialTest(tau, Require.inOpenUnit(level, "confidence"));
    }

    /**
     * A look at two means.
     *
     * @param previous what was kept of the last look; {@link SequentialState#START} at first
     * @param first all values of one group so far, usually the treated one
     * @param second all values of the other so far
     * @return the difference so far, and what to keep
     * @throws IllegalArgumentException if there are fewer values than at the last look
     */
    public SequentialLook look(SequentialState previous, SampleSummary first, SampleSummary second) {
        long n = Math.addExact(first.n(), second.n());
        requireMore(previous, n);
        if (first.n() < 2 || second.n() < 2) {
            boolean empty = first.n() == 0 || second.n() == 0;
            return waiting(
                    previous,
                    empty ? Measure.undefined("nobody in a group") : Measure.of(first.mean() - second.mean()),
                    n,
                    "fewer than two customers in a group");
        }
        return look(
                previous, first.mean() - second.mean(), first.squaredErrorOfMean() + second.squaredErrorOfMean(), n);
    }

    /**
     * A look at two shares.
     *
     * @param previous what was kept of the last look; {@link SequentialState#START} at first
     * @param first the counts of one group so far, usually the treated one
     * @param second the counts of the other so far
     * @return the difference so far, and what to keep
     * @throws IllegalArgumentException if there are fewer customers than at the last look
     */
    public SequentialLook look(SequentialState previous, SuccessCounts first, SuccessCounts second) {
        long n = first.n() + second.n();
        requireMore(previous, n);
        if (first.n() == 0 || second.n() == 0) {
            return waiting(previous, Measure.undefined("nobody in a group"), n, "nobody in a group");
        }
        double squaredError = first.variance() / first.n() + second.variance() / second.n();
        return look(previous, first.value() - second.value(), squaredError, n);
    }

    private SequentialLook look(SequentialState previous, double d, double squaredError, long n) {
        double ratio = tau / Math.sqrt(squaredError) * (tau / Math.sqrt(squaredError));
        double squaredZ = d / squaredError * d;
        // A speck of variance is none: the ratio would leave the doubles.
        if (squaredError == 0 || !Double.isFinite(ratio) || !Double.isFinite(squaredZ)) {
            return waiting(previous, Measure.of(d), n, "no variance within the groups");
        }
        double shrinkage = Math.log1p(ratio);
        // ln Λ with τ² in units of the squared error.
        double log = 0.5 * (squaredZ * (ratio / (1 + ratio)) - shrinkage);
        double p = Math.min(previous.pValue(), Math.exp(-Math.max(0, log)));
        double half = Math.sqrt((shrinkage - 2 * Math.log1p(-confidence)) * (1 + 1 / ratio) * squaredError);
        Estimate difference = new Estimate(
                Measure.of(d),
                Measure.of(Math.sqrt(squaredError)),
                Double.isFinite(half) ? Optional.of(Intervals.around(d, half, confidence, METHOD)) : Optional.empty(),
                n,
                n);
        return new SequentialLook(difference, Measure.of(log), new SequentialState(p, previous.looks() + 1, n));
    }

    private static SequentialLook waiting(SequentialState previous, Measure difference, long n, String reason) {
        Measure none = Measure.undefined(reason);
        return new SequentialLook(
                new Estimate(difference, none, Optional.empty(), n, n),
                none,
                new SequentialState(previous.pValue(), previous.looks() + 1, n));
    }

    private static void requireMore(SequentialState previous, long n) {
        if (n < previous.n()) {
            throw new IllegalArgumentException("n must be at least that of the last look, " + previous.n() + ": " + n);
        }
    }
}
