package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchasePeriod;
import java.io.Serializable;

/**
 * Retention at an age: the share of customers who bought again some days after their first purchase.
 *
 * <h2>Definition</h2>
 *
 * <p>Days are counted from each customer's own first purchase, which is day 0. Classic: bought on day n. Bracket: bought
 * on any day from a to b. Unbounded: bought on day n or later. The base is everybody who was observed through the whole
 * of it, at least to the last day asked for (day n for the unbounded share). With Wilson's interval of 95 %.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Classic retention suits daily habits; shops take brackets about as long as the usual gap. Unbounded retention grows
 * with the time that the customers have been observed, so compare only groups observed alike; the share who had come
 * again by an age, for all customers, is 1 − S of {@link LifeTable#ofSecondPurchases}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Customers who are too young, and those known to have bought before the window, are counted apart. Without a base the
 * share is undefined. On day 0 everybody bought.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over the different days of purchase.
 *
 * <h2>References</h2>
 *
 * <p>Fader, P. S., Hardie, B. G. S., Ross, M. (2022), The Customer-Base Audit, Wharton School Press. Wilson, E. B. (1927),
 * Probable inference, JASA 22, 209–212, doi:10.1080/01621459.1927.10502953.
 *
 * @param retained number of customers of the base who bought on a day asked for
 * @param customers number of customers in the base
 * @param tooYoung number of customers left out because their days asked for are not over
 * @param boughtBefore number of customers left out because their first purchase is not in the window
 */
public record AgeRetention(long retained, long customers, long tooYoung, long boughtBefore) implements Serializable {

    /**
     * Refuses counts that cannot be.
     *
     * @param retained number of customers of the base who bought on a day asked for
     * @param customers number of customers in the base
     * @param tooYoung number of customers left out because they are too young
     * @param boughtBefore number of customers left out because their first purchase is not in the window
     * @throws IllegalArgumentException if a count is negative, or more are retained than there are
     */
    public AgeRetention {
        if (retained < 0 || retained > customers) {
            throw new IllegalArgumentException("retained must be in [0, " + customers + "]: " + retained);
        }
        if (tooYoung < 0 || boughtBefore < 0) {
            throw new IllegalArgumentException(
                    "tooYoung and boughtBefore must be at least 0: " + tooYoung + " and " + boughtBefore);
        }
    }

    /**
     * Classic retention: bought on day n.
     *
     * @param history summaries of a window
     * @param day n, at least 0
     * @return the retention
     * @throws IllegalArgumentException if the day is negative, or the history merges weeks
     */
    public static AgeRetention onDay(PurchaseHistory history, int day) {
        return between(history, day, day);
    }

    /**
     * Bracket retention: bought on any day of a stretch.
     *
     * @param history summaries of a window
     * @param firstDay a, at least 0
     * @param lastDay b, at least a; it belongs to the stretch
     * @return the retention
     * @throws IllegalArgumentException if the days are out of order or negative, or the history merges weeks
     */
    public static AgeRetention between(PurchaseHistory history, int firstDay, int lastDay) {
        if (lastDay < firstDay) {
            throw new IllegalArgumentException("lastDay must be at least " + firstDay + ": " + lastDay);
        }
        return count(history, firstDay, lastDay, lastDay);
    }

    /**
     * Unbounded retention: bought on day n or later.
     *
     * @param history summaries of a window
     * @param day n, at least 0
     * @return the retention
     * @throws IllegalArgumentException if the day is negative, or the history merges weeks
     */
    public static AgeRetention onOrAfter(PurchaseHistory history, int day) {
        return count(history, day, Integer.MAX_VALUE, day);
    }

    private static AgeRetention count(PurchaseHistory history, int firstDay, int lastDay, int leastAge) {
        if (firstDay < 0) {
            throw new IllegalArgumentException("day must be at least 0: " + firstDay);
        }
        if (history.rules().period() == PurchasePeriod.WEEK) {
            throw new IllegalArgumentException("history must tell days apart: " + history.rules());
        }
        long retained = 0;
        long customers = 0;
        long tooYoung = 0;
        long boughtBefore = 0;
        for (int i = 0; i < history.customers(); i++) {
            int[] ago = history.purchaseDaysAgo(i);
            if (history.summary(i).boughtBefore()) {
                boughtBefore++;
            } else if (ago[0] < leastAge) {
                tooYoung++;
            } else {
                customers++;
                retained += holdsAny(ago, firstDay, lastDay) ? 1 : 0;
            }
        }
        return new AgeRetention(retained, customers, tooYoung, boughtBefore);
    }

    private static boolean holdsAny(int[] ago, int firstDay, int lastDay) {
        for (int day : ago) {
            int age = ago[0] - day;
            if (age >= firstDay) {
                return age <= lastDay;
            }
        }
        return false;
    }

    /**
     * The share of the base who bought on a day asked for.
     *
     * @return retained / customers with a Wilson interval; undefined without a base
     */
    public Estimate retention() {
        return Confidence.share(retained, customers, "nobody is old enough");
    }

    /**
     * The retention of both groups of customers together, who must be different people.
     *
     * @param other the retention of another group at the same age
     * @return the retention of the added counts
     * @throws ArithmeticException if a count overflows
     */
    public AgeRetention plus(AgeRetention other) {
        return new AgeRetention(
                Math.addExact(retained, other.retained),
                Math.addExact(customers, other.customers),
                Math.addExact(tooYoung, other.tooYoung),
                Math.addExact(boughtBefore, other.boughtBefore));
    }

    /**
     * This retention minus that of different customers, at the same age.
     *
     * @param other the retention to subtract
     * @return the difference of the shares with Newcombe's interval; undefined if one base is empty
     */
    public Estimate minus(AgeRetention other) {
        return Confidence.difference(retained, customers, other.retained, other.customers, "nobody is old enough");
    }

    /**
     * One readable line.
     *
     * @return for example {@code retention 0.21 [0.2, 0.23] (95 % Wilson), n = 3900, 438 too young}
     */
    @Override
    public String toString() {
        return "retention " + retention() + ", " + tooYoung + " too young";
    }
}
