package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * The rule that turns the values of many customers into scores from 1 to k. The rules differ in what they do with equal
 * values, and so they can differ much: k = 5 and seven identical customers give 333, 111, 555 or a spread from 1 to 5.
 *
 * <p>Recency is taken as negative days, so that more is better in all three dimensions.
 */
public sealed interface RfmScoring extends Serializable {

    /**
     * The number of different scores.
     *
     * @return k, at least 2
     */
    int groups();

    /**
     * Scores by average ranks, the default: \( s = \lceil k (r - 1/2) / n \rceil \), r the average rank among n
     * customers. Equal values share a score, and if all are equal it is the middle one.
     *
     * @param groups k, from 2 to 100
     */
    record Midrank(int groups) implements RfmScoring {

        /**
         * Refuses a number of groups out of range.
         *
         * @param groups k, from 2 to 100
         * @throws IllegalArgumentException if k is out of range
         */
        public Midrank {
            checkGroups(groups);
        }
    }

    /**
     * Scores by breaks at the quantiles 1/k, 2/k … of the values (type 7 of Hyndman and Fan, the default of R and
     * NumPy). Where quantiles coincide, scores stay empty.
     *
     * @param groups k, from 2 to 100
     * @param closed where a value goes that equals a break
     */
    record QuantileBreaks(int groups, ClosedSide closed) implements RfmScoring {

        /**
         * Refuses a number of groups out of range.
         *
         * @param groups k, from 2 to 100
         * @param closed where a value goes that equals a break
         * @throws IllegalArgumentException if k is out of range
         */
        public QuantileBreaks {
            checkGroups(groups);
            Objects.requireNonNull(closed, "closed");
        }
    }

    /**
     * Scores by position, as {@code NTILE(k)} of SQL: groups of equal size, the lower ones larger by one where they
     * cannot be. Equal values are told apart by the customers' numbers, that is by the order of the data: for parity
     * with a database only.
     *
     * @param groups k, from 2 to 100
     */
    record Ntile(int groups) implements RfmScoring {

        /**
         * Refuses a number of groups out of range.
         *
         * @param groups k, from 2 to 100
         * @throws IllegalArgumentException if k is out of range
         */
        public Ntile {
            checkGroups(groups);
        }
    }

    /**
     * Scores by given breaks, in days, counts and money. A value that equals a break has the better of the two scores:
     * with the day breaks 30, 90, 180, 365, a customer of 30 days ago scores 5.
     *
     * @param days k − 1 breaks of the days since the last purchase, increasing
     * @param counts k − 1 breaks of the frequency, increasing
     * @param money k − 1 breaks of the money, increasing
     */
    record Breaks(List<Double> days, List<Double> counts, List<Double> money) implements RfmScoring {

        /**
         * Copies the lists and refuses what does not increase.
         *
         * @param days k − 1 breaks of the days since the last purchase, increasing
         * @param counts k − 1 breaks of the frequency, increasing
         * @param money k − 1 breaks of the money, increasing
         * @throws IllegalArgumentException if the lists differ in length, are empty or longer than 99, or do not
         *     increase strictly
         */
        public Breaks {
            Objects.requireNonNull(days, "days");
            Objects.requireNonNull(counts, "counts");
            Objects.requireNonNull(money, "money");
            days = increasing(days, "days");
            counts = increasing(counts, "counts");
            money = increasing(money, "money");
            if (days.size() != counts.size() || days.size() != money.size()) {
                throw new IllegalArgumentException("breaks must be equally many: " + days.size() + " days, "
                        + counts.size() + " counts, " + money.size() + " money");
            }
            checkGroups(days.size() + 1);
        }

        @Override
        public int groups() {
            return days.size() + 1;
        }

        private static List<Double> increasing(List<Double> breaks, String name) {
            List<Double> copy = List.copyOf(breaks);
            for (int i = 0; i < copy.size(); i++) {
                if (!Double.isFinite(copy.get(i)) || i > 0 && !(copy.get(i) > copy.get(i - 1))) {
                    throw new IllegalArgumentException(
                            name + "[" + i + "] must be finite and above the break before: " + copy.get(i));
                }
            }
            return copy;
        }
    }

    /**
     * Scores by average ranks one within the other, as SPSS does on request: frequency among customers of equal recency
     * score, money among those of equal recency and frequency score. All k³ cells are then about equally full, and a
     * frequency score says nothing without its recency score.
     *
     * @param groups k, from 2 to 100
     */
    record Nested(int groups) implements RfmScoring {

        /**
         * Refuses a number of groups out of range.
         *
         * @param groups k, from 2 to 100
         * @throws IllegalArgumentException if k is out of range
         */
        public Nested {
            checkGroups(groups);
        }
    }

    private static void checkGroups(int groups) {
        if (groups < 2 || groups > 100) {
            throw new IllegalArgumentException("groups must be in [2, 100]: " + groups);
        }
    }
}
