package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Customers by satisfaction and loyalty.
 *
 * <p>Counts of days, shops or machines add up by {@link #plus}. Immutable.
 *
 * @param apostles satisfied and loyal, both at the top
 * @param otherLoyalists satisfied and loyal, without the apostles
 * @param mercenaries satisfied but not loyal
 * @param hostages dissatisfied but loyal
 * @param terrorists dissatisfied and not loyal, both at the bottom
 * @param otherDefectors dissatisfied and not loyal, without the terrorists
 * @param excluded customers without both answers
 */
public record SatisfactionLoyaltyCounts(
        WeightedCount apostles,
        WeightedCount otherLoyalists,
        WeightedCount mercenaries,
        WeightedCount hostages,
        WeightedCount terrorists,
        WeightedCount otherDefectors,
        Excluded excluded)
        implements Serializable {

    static final int APOSTLE = 0;
    static final int LOYALIST = 1;
    static final int MERCENARY = 2;
    static final int HOSTAGE = 3;
    static final int TERRORIST = 4;
    static final int DEFECTOR = 5;
    static final AnswerScale CODES = AnswerScale.of(APOSTLE, DEFECTOR).with(InvalidAnswers.DROP);

    /**
     * Refuses missing parts.
     *
     * @param apostles satisfied and loyal, both at the top
     * @param otherLoyalists satisfied and loyal, without the apostles
     * @param mercenaries satisfied but not loyal
     * @param hostages dissatisfied but loyal
     * @param terrorists dissatisfied and not loyal, both at the bottom
     * @param otherDefectors dissatisfied and not loyal, without the terrorists
     * @param excluded customers without both answers
     */
    public SatisfactionLoyaltyCounts {
        Objects.requireNonNull(apostles, "apostles");
        Objects.requireNonNull(otherLoyalists, "otherLoyalists");
        Objects.requireNonNull(mercenaries, "mercenaries");
        Objects.requireNonNull(hostages, "hostages");
        Objects.requireNonNull(terrorists, "terrorists");
        Objects.requireNonNull(otherDefectors, "otherDefectors");
        Objects.requireNonNull(excluded, "excluded");
    }

    /**
     * Counts of the four quadrants alone, weight 1; nobody is called apostle or terrorist.
     *
     * @param loyalists satisfied and loyal
     * @param mercenaries satisfied but not loyal
     * @param hostages dissatisfied but loyal
     * @param defectors dissatisfied and not loyal
     * @return the counts, nothing excluded
     * @throws IllegalArgumentException if a count is negative
     */
    public static SatisfactionLoyaltyCounts of(long loyalists, long mercenaries, long hostages, long defectors) {
        return new SatisfactionLoyaltyCounts(
                WeightedCount.ZERO,
                WeightedCount.of(loyalists),
                WeightedCount.of(mercenaries),
                WeightedCount.of(hostages),
                WeightedCount.ZERO,
                WeightedCount.of(defectors),
                Excluded.NONE);
    }

    static SatisfactionLoyaltyCounts from(AnswerCounts codes) {
        return new SatisfactionLoyaltyCounts(
                codes.at(APOSTLE),
                codes.at(LOYALIST),
                codes.at(MERCENARY),
                codes.at(HOSTAGE),
                codes.at(TERRORIST),
                codes.at(DEFECTOR),
                codes.excluded());
    }

    static LoyaltyQuadrant quadrantOf(int code) {
        return List.of(
                        LoyaltyQuadrant.LOYALIST,
                        LoyaltyQuadrant.LOYALIST,
                        LoyaltyQuadrant.MERCENARY,
                        LoyaltyQuadrant.HOSTAGE,
                        LoyaltyQuadrant.DEFECTOR,
                        LoyaltyQuadrant.DEFECTOR)
                .get(code);
    }

    /**
     * The customers of both.
     *
     * @param other other counts by the same rule
     * @return the sums
     * @throws ArithmeticException if a count overflows
     */
    public SatisfactionLoyaltyCounts plus(SatisfactionLoyaltyCounts other) {
        return new SatisfactionLoyaltyCounts(
                apostles.plus(other.apostles),
                otherLoyalists.plus(other.otherLoyalists),
                mercenaries.plus(other.mercenaries),
                hostages.plus(other.hostages),
                terrorists.plus(other.terrorists),
                otherDefectors.plus(other.otherDefectors),
                excluded.plus(other.excluded));
    }

    /**
     * Customers who are satisfied and loyal.
     *
     * @return apostles and other loyalists
     */
    public WeightedCount loyalists() {
        return apostles.plus(otherLoyalists);
    }

    /**
     * Customers who are neither satisfied nor loyal.
     *
     * @return terrorists and other defectors
     */
    public WeightedCount defectors() {
        return terrorists.plus(otherDefectors);
    }

    /**
     * Satisfied customers.
     *
     * @return loyalists and mercenaries
     */
    public WeightedCount satisfied() {
        return loyalists().plus(mercenaries);
    }

    /**
     * Dissatisfied customers.
     *
     * @return hostages and defectors
     */
    public WeightedCount dissatisfied() {
        return hostages.plus(defectors());
    }

    /**
     * All customers in the base.
     *
     * @return the sum of the four quadrants
     */
    public WeightedCount total() {
        return satisfied().plus(dissatisfied());
    }

    /**
     * The counts in one line.
     *
     * @return the four quadrants with their extremes
     */
    @Override
    public String toString() {
        return loyalists() + " loyalists (" + apostles + " apostles), " + mercenaries + " mercenaries, " + hostages
                + " hostages, " + defectors() + " defectors (" + terrorists + " terrorists)";
    }
}
