package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.List;
import java.util.Objects;

/**
 * The Brier score: the mean squared difference of a probability from what came about.
 *
 * <h2>Definition</h2>
 *
 * <p>\( B = \sum (p_i - y_i)^2 / N \), y<sub>i</sub> = 1 with the event and 0 without, with its standard error and a 95 %
 * normal interval. Murphy's parts, with N<sub>k</sub> customers in bin k, mean probability p<sub>k</sub>, share
 * o<sub>k</sub> with the event and o overall: reliability \( \sum N_k (p_k - o_k)^2 / N \), resolution \( \sum N_k (o_k -
 * o)^2 / N \), uncertainty \( o (1 - o) \). B = reliability − resolution + uncertainty + within, where the last is what
 * differences of probabilities within bins add; it is 0 if each bin holds one probability only. Skill: \( 1 - B / (o (1 -
 * o)) \).
 *
 * <h2>Interpretation</h2>
 *
 * <p>0 is certain and right. Giving everybody the overall share gets the uncertainty and a skill of 0. Reliability should be
 * small, resolution large. The score depends on the overall share: compare only scores for the same customers.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without customers all is undefined; one customer has no error. With one class only there is no uncertainty and so no
 * skill.
 *
 * <h2>Performance</h2>
 *
 * <p>Two passes over the different probabilities; compensated sums.
 *
 * <h2>References</h2>
 *
 * <p>Brier, G. W. (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78, 1–3,
 * doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2. Murphy, A. H. (1973), A new vector partition of the probability
 * score, Journal of Applied Meteorology 12, 595–600, doi:10.1175/1520-0450(1973)012&lt;0595:ANVPOT&gt;2.0.CO;2. Stephenson, D.
 * B., Coelho, C. A. S., Jolliffe, I. T. (2008), Two extra components in the Brier score decomposition, Weather and Forecasting
 * 23, 752–757, doi:10.1175/2007WAF2006116.1.
 *
 * @param score B, from 0 to 1
 * @param reliability how far probabilities miss the shares observed; small is good
 * @param resolution how much the shares of the bins differ; large is good
 * @param uncertainty the variance of the outcome itself
 * @param within what is left: B less the three parts
 * @param skill the share of the uncertainty that the probabilities take away; may be negative
 */
public record BrierScore(
        Estimate score, Measure reliability, Measure resolution, Measure uncertainty, Measure within, Measure skill) {

    /**
     * Refuses missing parts.
     *
     * @param score B, from 0 to 1
     * @param reliability how far probabilities miss the shares observed
     * @param resolution how much the shares of the bins differ
     * @param uncertainty the variance of the outcome itself
     * @param within what is left
     * @param skill the share of the uncertainty that the probabilities take away
     */
    public BrierScore {
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(reliability, "reliability");
        Objects.requireNonNull(resolution, "resolution");
        Objects.requireNonNull(uncertainty, "uncertainty");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(skill, "skill");
    }

    /**
     * The score of probabilities, its parts by ten bins of equal width.
     *
     * @param outcomes probabilities and what came about
     * @return the score
     * @throws IllegalArgumentException if a score of the table is not in [0, 1]
     */
    public static BrierScore of(ScoredOutcomes outcomes) {
        return of(outcomes, CalibrationBins.USUAL);
    }

    /**
     * The score of probabilities.
     *
     * @param outcomes probabilities and what came about
     * @param bins the number of bins of equal width for the parts, closed on the right, from 1 to 10,000
     * @return the score
     * @throws IllegalArgumentException if a score of the table is not in [0, 1], or the number is out of range
     */
    public static BrierScore of(ScoredOutcomes outcomes, int bins) {
        List<CalibrationBin> parts = CalibrationBins.of(outcomes, bins);
        long n = outcomes.customers();
        if (n == 0) {
            Measure none = Measure.undefined("no customers");
            return new BrierScore(Estimate.undefined("no customers", 0), none, none, none, none, none);
        }
        NeumaierSum sum = new NeumaierSum();
        for (int row = 0; row < outcomes.size(); row++) {
            double p = outcomes.score(row);
            sum.add(outcomes.events(row) * (1 - p) * (1 - p) + outcomes.others(row) * p * p);
        }
        double brier = sum.value() / n;
        double share = (double) outcomes.events() / n;
        double uncertainty = (double) outcomes.events() * outcomes.others() / n / n;
        NeumaierSum reliability = new NeumaierSum();
        NeumaierSum resolution = new NeumaierSum();
        for (CalibrationBin bin : parts) {
            if (bin.customers() > 0) {
                double observed = (double) bin.events() / bin.customers();
                double miss = bin.meanProbability().orElseThrow() - observed;
                reliability.add(bin.customers() * miss * miss);
                resolution.add(bin.customers() * (observed - share) * (observed - share));
            }
        }
        double rel = reliability.value() / n;
        double res = resolution.value() / n;
        return new BrierScore(
                n < 2 ? Confidence.withoutError(brier, n, "one customer") : withError(outcomes, brier),
                Measure.of(rel),
                Measure.of(res),
                Measure.of(uncertainty),
                Measure.of(brier - (rel - res + uncertainty)),
                uncertainty == 0 ? Measure.undefined("all outcomes are alike") : Measure.of(1 - brier / uncertainty));
    }

    private static Estimate withError(ScoredOutcomes outcomes, double brier) {
        NeumaierSum squares = new NeumaierSum();
        for (int row = 0; row < outcomes.size(); row++) {
            double p = outcomes.score(row);
            double ofEvent = (1 - p) * (1 - p) - brier;
            double ofOther = p * p - brier;
            squares.add(outcomes.events(row) * ofEvent * ofEvent + outcomes.others(row) * ofOther * ofOther);
        }
        double n = outcomes.customers();
        return Confidence.normal(brier, Math.sqrt(squares.value() / (n - 1) / n), outcomes.customers(), 0, 1, "normal");
    }

    /**
     * One readable line.
     *
     * @return for example {@code Brier score 0.136 [0.13, 0.14] (95 % normal), n = 7043, skill 0.3}
     */
    @Override
    public String toString() {
        return "Brier score " + score + ", skill " + skill;
    }
}
