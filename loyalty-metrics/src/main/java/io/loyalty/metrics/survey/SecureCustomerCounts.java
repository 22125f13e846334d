package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Customers by class of the Secure Customer Index, and what keeps the favorable from being secure.
 *
 * <p>Counts of days, shops or machines add up by {@link #plus}. Immutable.
 *
 * @param secure customers with all three answers in the top
 * @param favorable customers with all three answers at least good, by what keeps them out
 * @param vulnerable customers whose lowest answer is in the middle
 * @param atRisk customers with a bad answer
 * @param incomplete customers with some answers only, who are outside the base
 * @param excluded what else stands outside the base; missing are those without any of the three answers
 */
public record SecureCustomerCounts(
        WeightedCount secure,
        KeptOut favorable,
        WeightedCount vulnerable,
        WeightedCount atRisk,
        WeightedCount incomplete,
        Excluded excluded)
        implements Serializable {

    static final int SECURE = 0;
    static final int KEPT_BY_SATISFACTION = 1;
    static final int KEPT_BY_RECOMMENDATION = 2;
    static final int KEPT_BY_REPEAT = 3;
    static final int KEPT_BY_SEVERAL = 4;
    static final int VULNERABLE = 5;
    static final int AT_RISK = 6;
    static final int INCOMPLETE = 7;
    static final AnswerScale CODES = AnswerScale.of(SECURE, INCOMPLETE).with(InvalidAnswers.DROP);

    /**
     * Refuses missing parts.
     *
     * @param secure customers with all three answers in the top
     * @param favorable customers with all three answers at least good, by what keeps them out
     * @param vulnerable customers whose lowest answer is in the middle
     * @param atRisk customers with a bad answer
     * @param incomplete customers with some answers only, who are outside the base
     * @param excluded what else stands outside the base
     */
    public SecureCustomerCounts {
        Objects.requireNonNull(secure, "secure");
        Objects.requireNonNull(favorable, "favorable");
        Objects.requireNonNull(vulnerable, "vulnerable");
        Objects.requireNonNull(atRisk, "atRisk");
        Objects.requireNonNull(incomplete, "incomplete");
        Objects.requireNonNull(excluded, "excluded");
    }

    /**
     * Favorable customers by the question that keeps them from being secure.
     *
     * @param satisfaction only their satisfaction is below the top
     * @param recommendation only their likelihood to recommend is
     * @param repeat only their likelihood to continue or buy again is
     * @param several more than one of the three is
     */
    public record KeptOut(
            WeightedCount satisfaction, WeightedCount recommendation, WeightedCount repeat, WeightedCount several)
            implements Serializable {

        /**
         * Refuses missing parts.
         *
         * @param satisfaction only their satisfaction is below the top
         * @param recommendation only their likelihood to recommend is
         * @param repeat only their likelihood to continue or buy again is
         * @param several more than one of the three is
         */
        public KeptOut {
            Objects.requireNonNull(satisfaction, "satisfaction");
            Objects.requireNonNull(recommendation, "recommendation");
            Objects.requireNonNull(repeat, "repeat");
            Objects.requireNonNull(several, "several");
        }

        /**
         * All favorable customers.
         *
         * @return the sum of the four
         */
        public WeightedCount total() {
            return satisfaction.plus(recommendation).plus(repeat).plus(several);
        }

        KeptOut plus(KeptOut other) {
            return new KeptOut(
                    satisfaction.plus(other.satisfaction),
                    recommendation.plus(other.recommendation),
                    repeat.plus(other.repeat),
                    several.plus(other.several));
        }

        /**
         * The counts in one line.
         *
         * @return for example {@code 3 by satisfaction, 0 by recommendation, 1 by repeat, 2 by several}
         */
        @Override
        public String toString() {
            return satisfaction + " by satisfaction, " + recommendation + " by recommendation, " + repeat
                    + " by repeat, " + several + " by several";
        }
    }

    static SecureCustomerCounts from(AnswerCounts codes) {
        return new SecureCustomerCounts(
                codes.at(SECURE),
                new KeptOut(
                        codes.at(KEPT_BY_SATISFACTION),
                        codes.at(KEPT_BY_RECOMMENDATION),
                        codes.at(KEPT_BY_REPEAT),
                        codes.at(KEPT_BY_SEVERAL)),
                codes.at(VULNERABLE),
                codes.at(AT_RISK),
                codes.at(INCOMPLETE),
                codes.excluded());
    }

    static SecureClass classOf(int code) {
        return List.of(
                        SecureClass.SECURE,
                        SecureClass.FAVORABLE,
                        SecureClass.FAVORABLE,
                        SecureClass.FAVORABLE,
                        SecureClass.FAVORABLE,
                        SecureClass.VULNERABLE,
                        SecureClass.AT_RISK,
                        SecureClass.INCOMPLETE)
                .get(code);
    }

    /**
     * The customers of both.
     *
     * @param other other counts by the same rule
     * @return the sums
     * @throws ArithmeticException if a count overflows
     */
    public SecureCustomerCounts plus(SecureCustomerCounts other) {
        return new SecureCustomerCounts(
                secure.plus(other.secure),
                favorable.plus(other.favorable),
                vulnerable.plus(other.vulnerable),
                atRisk.plus(other.atRisk),
                incomplete.plus(other.incomplete),
                excluded.plus(other.excluded));
    }

    /**
     * All customers in the base.
     *
     * @return secure, favorable, vulnerable and at risk together
     */
    public WeightedCount total() {
        return secure.plus(favorable.total()).plus(vulnerable).plus(atRisk);
    }

    /**
     * The counts in one line.
     *
     * @return the four classes, then those outside the base
     */
    @Override
    public String toString() {
        return secure + " secure, " + favorable.total() + " favorable (kept out: " + favorable + "), " + vulnerable
                + " vulnerable, " + atRisk + " at risk; " + incomplete + " incomplete";
    }
}
