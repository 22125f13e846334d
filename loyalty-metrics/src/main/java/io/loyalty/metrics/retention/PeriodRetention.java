package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchasePeriod;
import io.loyalty.time.DateWindow;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collector;

/**
 * Who was active in a period, and in the one before: retained, lost, new and reactivated customers.
 *
 * <h2>Definition</h2>
 *
 * <p>A customer is active in a period in which it buys. Retained: active in both periods. Lost: active before, not now.
 * New: active now for the first time ever. Reactivated: active now, not before, but earlier. Retention is retained / (retained
 * + lost), churn its complement, both with Wilson's interval of 95 %.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A customer who buys less often than once a period is now lost and now reactivated: choose periods longer than the
 * usual gap between visits. Compare only periods of the same length.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without active customers before, retention is undefined. The partition holds whatever the windows: active now =
 * retained + new + reactivated.
 *
 * <h2>Performance</h2>
 *
 * <p>From a history: a pass over the different days of purchase.
 *
 * <h2>References</h2>
 *
 * <p>Fader, P. S., Hardie, B. G. S., Ross, M. (2022), The Customer-Base Audit, Wharton School Press, chapter 5. Wilson, E.
 * B. (1927), Probable inference, JASA 22, 209–212, doi:10.1080/01621459.1927.10502953.
 *
 * @param retained number of customers active in both periods
 * @param lost number of customers active before, not now
 * @param acquired number of customers active now for the first time
 * @param reactivated number of customers active now, not before, but earlier
 */
public record PeriodRetention(long retained, long lost, long acquired, long reactivated) implements Serializable {

    private static final String NOBODY = "nobody was active before";

    /**
     * Refuses negative counts.
     *
     * @param retained number of customers active in both periods
     * @param lost number of customers active before, not now
     * @param acquired number of customers active now for the first time
     * @param reactivated number of customers active now, not before, but earlier
     * @throws IllegalArgumentException if a count is negative
     */
    public PeriodRetention {
        if (retained < 0 || lost < 0 || acquired < 0 || reactivated < 0) {
            throw new IllegalArgumentException(
                    "counts must be at least 0: " + retained + ", " + lost + ", " + acquired + " and " + reactivated);
        }
    }

    /**
     * The retention from one window to a later one.
     *
     * @param history purchases up to the last day of the later window at least
     * @param before the earlier window, of days
     * @param now the later window, of days
     * @return the retention; customers known to have bought before the history's window are reactivated, not new
     * @throws IllegalArgumentException if the windows overlap or are in the wrong order, one is empty or not over at the
     *     end of the history, or the history merges weeks and cannot tell days apart
     */
    public static PeriodRetention of(PurchaseHistory history, DateWindow before, DateWindow now) {
        if (history.rules().period() == PurchasePeriod.WEEK) {
            throw new IllegalArgumentException("history must tell days apart: " + history.rules());
        }
        DaysAgo earlier = DaysAgo.of(history, before, "before");
        DaysAgo later = DaysAgo.of(history, now, "now");
        if (earlier.least() <= later.most()) {
            throw new IllegalArgumentException("before must end before now: " + before + " and " + now);
        }
        Tally tally = new Tally();
        for (int i = 0; i < history.customers(); i++) {
            int[] ago = history.purchaseDaysAgo(i);
            boolean isOld = history.summary(i).boughtBefore() || ago[0] > later.most();
            tally.add(earlier.holdsAny(ago), later.holdsAny(ago), isOld);
        }
        return tally.result();
    }

    /**
     * A collector of customers to their retention, for {@code groupingBy} and parallel streams.
     *
     * @param <T> the type of the customers
     * @param activeBefore whether a customer was active in the period before
     * @param activeNow whether it is active in the period
     * @param activeEver whether it was active at any time before the period
     * @return the collector
     */
    public static <T> Collector<T, ?, PeriodRetention> collector(
            Predicate<? super T> activeBefore, Predicate<? super T> activeNow, Predicate<? super T> activeEver) {
        Objects.requireNonNull(activeBefore, "activeBefore");
        Objects.requireNonNull(activeNow, "activeNow");
        Objects.requireNonNull(activeEver, "activeEver");
        return Collector.of(
                Tally::new,
                (tally, customer) ->
                        tally.add(activeBefore.test(customer), activeNow.test(customer), activeEver.test(customer)),
                Tally::combine,
                Tally::result,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * The number of customers active in the period before.
     *
     * @return retained + lost
     */
    public long activeBefore() {
        return Math.addExact(retained, lost);
    }

    /**
     * The number of customers active in the period.
     *
     * @return retained + new + reactivated
     */
    public long active() {
        return Math.addExact(Math.addExact(retained, acquired), reactivated);
    }

    /**
     * The share of the customers active before who are active now.
     *
     * @return retained / active before
     */
    public Estimate retention() {
        return Confidence.share(retained, activeBefore(), NOBODY);
    }

    /**
     * The share of the customers active before who are not active now.
     *
     * @return lost / active before
     */
    public Estimate churn() {
        return Confidence.share(lost, activeBefore(), NOBODY);
    }

    /**
     * The retention of both groups of customers together, who must be different people.
     *
     * @param other the retention of another group in the same period
     * @return the retention of the added counts
     * @throws ArithmeticException if a count overflows
     */
    public PeriodRetention plus(PeriodRetention other) {
        return new PeriodRetention(
                Math.addExact(retained, other.retained),
                Math.addExact(lost, other.lost),
                Math.addExact(acquired, other.acquired),
                Math.addExact(reactivated, other.reactivated));
    }

    /**
     * This retention minus that of different customers.
     *
     * @param other the retention to subtract
     * @return the difference of the shares with Newcombe's interval; undefined if one base is empty
     */
    public Estimate minus(PeriodRetention other) {
        return Confidence.difference(retained, activeBefore(), other.retained, other.activeBefore(), NOBODY);
    }

    /**
     * One readable line.
     *
     * @return for example {@code 320 retained, 80 lost, 55 new, 20 reactivated: retention 0.8 […], n = 400}
     */
    @Override
    public String toString() {
        return retained + " retained, " + lost + " lost, " + acquired + " new, " + reactivated
                + " reactivated: retention " + retention();
    }

    /** The counts while they are made, from three answers about each customer. */
    static final class Tally implements Serializable {

        private static final long serialVersionUID = 1L;

        private long retained;
        private long lost;
        private long acquired;
        private long reactivated;

        void add(boolean activeBefore, boolean activeNow, boolean activeEver) {
            if (activeBefore) {
                retained += activeNow ? 1 : 0;
                lost += activeNow ? 0 : 1;
            } else if (activeNow) {
                reactivated += activeEver ? 1 : 0;
                acquired += activeEver ? 0 : 1;
            }
        }

        Tally combine(Tally other) {
            retained += other.retained;
            lost += other.lost;
            acquired += other.acquired;
            reactivated += other.reactivated;
            return this;
        }

        PeriodRetention result() {
            return new PeriodRetention(retained, lost, acquired, reactivated);
        }
    }

    /** A window of days, as days before the end of a history. */
    private record DaysAgo(int least, int most) {

        static DaysAgo of(PurchaseHistory history, DateWindow window, String name) {
            Objects.requireNonNull(window, name);
            LocalDate asOf = history.rules().asOf();
            if (window.isEmpty() || window.to().isAfter(asOf.plusDays(1))) {
                throw new IllegalArgumentException(name + " must not be empty and be over on " + asOf + ": " + window);
            }
            long most = asOf.toEpochDay() - window.from().toEpochDay();
            long least = asOf.toEpochDay() - window.to().toEpochDay() + 1;
            return new DaysAgo((int) Math.min(Integer.MAX_VALUE, least), (int) Math.min(Integer.MAX_VALUE, most));
        }

        /** Whether any of the days, descending, is in the window. */
        boolean holdsAny(int[] ago) {
            for (int day : ago) {
                if (day <= most) {
                    // The first day that is not before the window; the others are later still.
                    return day >= least;
                }
            }
            return false;
        }
    }
}
