package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * One reason that respondents gave for their scores.
 *
 * <p>Reasons are chosen, not assigned: what the figures show is an association.
 *
 * @param name the reason
 * @param score the score of those who named it
 * @param reach the share of all respondents who named it, with Wilson's interval; shares of several reasons add up to more than 1
 * @param detractors the share of detractors who named it
 * @param passives the share of passives who named it
 * @param promoters the share of promoters who named it
 * @param impact the score of all minus the score without those who named it, in points; undefined if nobody would be left
 * @param gap the share among detractors minus the share among promoters, with Newcombe's interval and Fisher's test
 * @param adjustedPValue the p-value of the gap after Holm's adjustment for the number of reasons
 */
public record Reason(
        String name,
        NetPromoterScore score,
        Estimate reach,
        Measure detractors,
        Measure passives,
        Measure promoters,
        Measure impact,
        Comparison gap,
        Measure adjustedPValue) {

    /**
     * Refuses missing parts.
     *
     * @param name the reason
     * @param score the score of those who named it
     * @param reach the share of all respondents who named it
     * @param detractors the share of detractors who named it
     * @param passives the share of passives who named it
     * @param promoters the share of promoters who named it
     * @param impact the score of all minus the score without those who named it
     * @param gap the share among detractors minus the share among promoters
     * @param adjustedPValue the p-value of the gap after Holm's adjustment for the number of reasons
     */
    public Reason {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(detractors, "detractors");
        Objects.requireNonNull(passives, "passives");
        Objects.requireNonNull(promoters, "promoters");
        Objects.requireNonNull(impact, "impact");
        Objects.requireNonNull(gap, "gap");
        Objects.requireNonNull(adjustedPValue, "adjustedPValue");
    }

    /**
     * The reason in one line.
     *
     * @return name, reach, impact and gap
     */
    @Override
    public String toString() {
        return name + ": reach " + reach + "; impact " + impact + "; gap " + gap + ", adjusted p = " + adjustedPValue;
    }
}
