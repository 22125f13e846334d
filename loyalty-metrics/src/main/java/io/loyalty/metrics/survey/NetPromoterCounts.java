package io.loyalty.metrics.survey;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * Detractors, passives and promoters: all that a Net Promoter Score needs to know about the answers.
 *
 * <p>Counts of days, shops or machines add up by {@link #plus}. Immutable.
 *
 * @param detractors who would not recommend
 * @param passives who neither would nor would not
 * @param promoters who would recommend
 * @param excluded what stands outside the base
 */
public record NetPromoterCounts(
        WeightedCount detractors, WeightedCount passives, WeightedCount promoters, Excluded excluded)
        implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param detractors who would not recommend
     * @param passives who neither would nor would not
     * @param promoters who would recommend
     * @param excluded what stands outside the base
     */
    public NetPromoterCounts {
        Objects.requireNonNull(detractors, "detractors");
        Objects.requireNonNull(passives, "passives");
        Objects.requireNonNull(promoters, "promoters");
        Objects.requireNonNull(excluded, "excluded");
    }

    /**
     * Counts of answers of weight 1.
     *
     * @param detractors who would not recommend
     * @param passives who neither would nor would not
     * @param promoters who would recommend
     * @return the counts, nothing excluded
     * @throws IllegalArgumentException if a count is negative
     */
    public static NetPromoterCounts of(long detractors, long passives, long promoters) {
        if (detractors < 0 || passives < 0 || promoters < 0) {
            throw new IllegalArgumentException("detractors, passives and promoters must be at least 0: " + detractors
                    + ", " + passives + " and " + promoters);
        }
        return new NetPromoterCounts(
                WeightedCount.of(detractors), WeightedCount.of(passives), WeightedCount.of(promoters), Excluded.NONE);
    }

    /**
     * The same answers with other records outside the base.
     *
     * @param other what stands outside the base
     * @return the counts
     */
    public NetPromoterCounts with(Excluded other) {
        return new NetPromoterCounts(detractors, passives, promoters, other);
    }

    /**
     * The answers of both.
     *
     * @param other other counts
     * @return the sums
     * @throws ArithmeticException if a count overflows
     */
    public NetPromoterCounts plus(NetPromoterCounts other) {
        return new NetPromoterCounts(
                detractors.plus(other.detractors),
                passives.plus(other.passives),
                promoters.plus(other.promoters),
                excluded.plus(other.excluded));
    }

    /**
     * All answers in the base.
     *
     * @return the sum of the three
     */
    public WeightedCount total() {
        return detractors.plus(passives).plus(promoters);
    }

    /**
     * The number of answers that the score is computed from.
     *
     * @return valid answers of a weight above 0
     */
    public long base() {
        return total().n();
    }

    /**
     * The number of answers given, whether usable or not.
     *
     * @return base, invalid and weightless answers together
     */
    public long given() {
        return base() + excluded.invalid() + excluded.weightless();
    }

    /**
     * The share of promoters.
     *
     * @return weighted share in [0, 1], undefined without answers
     */
    public Measure promoterShare() {
        return Shares.share(promoters, total());
    }

    /**
     * The share of passives.
     *
     * @return weighted share in [0, 1], undefined without answers
     */
    public Measure passiveShare() {
        return Shares.share(passives, total());
    }

    /**
     * The share of detractors.
     *
     * @return weighted share in [0, 1], undefined without answers
     */
    public Measure detractorShare() {
        return Shares.share(detractors, total());
    }

    /**
     * The three counts in one line.
     *
     * @return for example {@code 25 detractors, 35 passives, 40 promoters}
     */
    @Override
    public String toString() {
        return detractors + " detractors, " + passives + " passives, " + promoters + " promoters";
    }
}
