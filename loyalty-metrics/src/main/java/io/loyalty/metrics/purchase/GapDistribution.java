package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collector;

/**
 * How long customers of a group wait between visits, those who are still waiting included.
 *
 * <h2>Definition</h2>
 *
 * <p>All gaps of all customers are waiting times that ended with a visit; the open gaps, from each customer's last
 * visit to the end of observation, are waiting times cut off. The share still waiting after t days is the product-limit
 * estimate \( S(t) = \prod_{s \le t} (1 - d_s / n_s) \), d<sub>s</sub> gaps of s days, n<sub>s</sub> waits, open ones
 * included, that lasted at least s days. {@link #mean()} is all the time waited divided by the number of gaps that
 * ended.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The mean of ended gaps alone is too short, because long gaps are more often still open. Customers who left for
 * good are among the open gaps, so S(t) need not go to 0: then high quantiles are undefined. Frequent customers have
 * many gaps and weigh as much.
 *
 * <h2>Edge cases</h2>
 *
 * <p>At equal length visits come before cut-offs. Without an ended gap nothing is defined but the counts. A quantile
 * that is not reached is undefined; one that is reached exactly is the first day of reaching it. An open gap of 0 days,
 * a visit on the last day, changes nothing.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass; memory by the longest gap, 16 bytes a day.
 *
 * <h2>References</h2>
 *
 * <p>Kaplan, E. L., Meier, P. (1958), Nonparametric estimation from incomplete observations, JASA 53, 457–481,
 * doi:10.1080/01621459.1958.10501452. For the mean, the maximum-likelihood estimate under exponential waiting: Epstein,
 * B., Sobel, M. (1953), Life testing, JASA 48, 486–502, doi:10.1080/01621459.1953.10483488.
 */
public final class GapDistribution implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NOTHING_ENDED = "no gap has ended";

    private final long ended;
    private final long open;
    private final double daysWaited;
    private final double daysEnded;
    /** The share still waiting after each number of days from 0. */
    private final double[] waiting;

    private GapDistribution(Tally tally) {
        int longest = tally.length();
        waiting = new double[longest];
        long atRisk = 0;
        long endedSum = 0;
        long openSum = 0;
        double waited = 0;
        double endedDays = 0;
        for (int days = 0; days < longest; days++) {
            endedSum += tally.ended(days);
            openSum += tally.open(days);
            endedDays += (double) days * tally.ended(days);
            waited += (double) days * (tally.ended(days) + tally.open(days));
        }
        atRisk = endedSum + openSum;
        double share = 1;
        for (int days = 0; days < longest; days++) {
            if (tally.ended(days) > 0) {
                share *= (double) (atRisk - tally.ended(days)) / atRisk;
            }
            waiting[days] = share;
            atRisk -= tally.ended(days) + tally.open(days);
        }
        ended = endedSum;
        open = openSum;
        daysWaited = waited;
        daysEnded = endedDays;
    }

    /**
     * The distribution of a history's gaps.
     *
     * @param history summaries of some group
     * @return the distribution
     */
    public static GapDistribution of(PurchaseHistory history) {
        Tally tally = new Tally();
        for (int i = 0; i < history.customers(); i++) {
            tally.accept(history.rhythm(i));
        }
        return new GapDistribution(tally);
    }

    /**
     * The distribution of given gaps.
     *
     * @param ended days between successive visits, each at least 1
     * @param open days since the last visit, at least 0, one per customer
     * @return the distribution
     * @throws IllegalArgumentException if a number is too small
     */
    public static GapDistribution of(int[] ended, int[] open) {
        Tally tally = new Tally();
        for (int i = 0; i < ended.length; i++) {
            if (ended[i] < 1) {
                throw new IllegalArgumentException("ended[" + i + "] must be at least 1: " + ended[i]);
            }
            tally.addEnded(ended[i]);
        }
        for (int i = 0; i < open.length; i++) {
            if (open[i] < 0) {
                throw new IllegalArgumentException("open[" + i + "] must be at least 0: " + open[i]);
            }
            tally.addOpen(open[i]);
        }
        return new GapDistribution(tally);
    }

    /**
     * A collector of rhythms to their distribution, for {@code groupingBy} and parallel streams.
     *
     * @return the collector
     */
    public static Collector<VisitRhythm, ?, GapDistribution> collector() {
        return Collector.of(Tally::new, Tally::accept, Tally::combine, GapDistribution::new);
    }

    /**
     * The number of gaps that ended with a visit.
     *
     * @return a count
     */
    public long endedGaps() {
        return ended;
    }

    /**
     * The number of open gaps, one per customer.
     *
     * @return a count
     */
    public long openGaps() {
        return open;
    }

    /**
     * The share still waiting some days after a visit.
     *
     * @param days at least 0
     * @return S(days), from 0 to 1; undefined if no gap has ended, or after the longest wait observed unless it is 0
     *     there
     * @throws IllegalArgumentException if the number is negative
     */
    public Measure stillWaiting(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days must be at least 0: " + days);
        }
        if (ended == 0) {
            return Measure.undefined(NOTHING_ENDED);
        }
        if (days < waiting.length) {
            return Measure.of(waiting[days]);
        }
        return waiting[waiting.length - 1] == 0
                ? Measure.of(0)
                : Measure.undefined("beyond the longest wait of " + (waiting.length - 1) + " days");
    }

    /**
     * The days within which a share of the waits end: the N for "gone after N days without a visit".
     *
     * @param share from 0 to 1, for example 0.9
     * @return the first day on which at most 1 − share still wait; undefined if that is not reached
     * @throws IllegalArgumentException if the share is not in [0, 1]
     */
    public Measure quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1]: " + share);
        }
        if (ended == 0) {
            return Measure.undefined(NOTHING_ENDED);
        }
        // A product of ratios that ends at the bound in exact arithmetic may miss it by some roundings.
        double bound = (1 - share) * (1 + 1e-12);
        for (int days = 0; days < waiting.length; days++) {
            if (waiting[days] <= bound) {
                return Measure.of(days);
            }
        }
        return Measure.undefined("more than " + (1 - share) + " still wait at the end");
    }

    /**
     * The days within which half of the waits end.
     *
     * @return the median; undefined if it is not reached
     */
    public Measure median() {
        return quantile(0.5);
    }

    /**
     * All days waited, over the number of gaps that ended.
     *
     * @return the mean wait in days; undefined if no gap has ended
     */
    public Measure mean() {
        return ended == 0 ? Measure.undefined(NOTHING_ENDED) : Measure.of(daysWaited / ended);
    }

    /**
     * The mean of the gaps that ended: too short where many are open, for comparison.
     *
     * @return days; undefined if no gap has ended
     */
    public Measure meanOfEnded() {
        return ended == 0 ? Measure.undefined(NOTHING_ENDED) : Measure.of(daysEnded / ended);
    }

    /**
     * One readable line.
     *
     * @return for example {@code 12425 gaps and 4338 open: median 54.0 days, mean 86.2}
     */
    @Override
    public String toString() {
        return ended + " gaps and " + open + " open: median " + median() + " days, mean " + mean();
    }

    private static final class Tally implements Serializable {

        private static final long serialVersionUID = 1L;

        private long[] ended = new long[64];
        private long[] open = new long[64];

        void accept(VisitRhythm rhythm) {
            for (int i = 0; i < rhythm.count(); i++) {
                addEnded(rhythm.gap(i));
            }
            addOpen(rhythm.openGap());
        }

        void addEnded(int days) {
            ended = withRoom(ended, days);
            ended[days]++;
        }

        void addOpen(int days) {
            open = withRoom(open, days);
            open[days]++;
        }

        Tally combine(Tally other) {
            ended = withRoom(ended, other.ended.length - 1);
            open = withRoom(open, other.open.length - 1);
            for (int days = 0; days < other.ended.length; days++) {
                ended[days] += other.ended[days];
            }
            for (int days = 0; days < other.open.length; days++) {
                open[days] += other.open[days];
            }
            return this;
        }

        long ended(int days) {
            return days < ended.length ? ended[days] : 0;
        }

        long open(int days) {
            return days < open.length ? open[days] : 0;
        }

        /** One more than the longest wait. */
        int length() {
            int length = Math.max(ended.length, open.length);
            while (length > 0 && ended(length - 1) == 0 && open(length - 1) == 0) {
                length--;
            }
            return length;
        }

        private static long[] withRoom(long[] counts, int days) {
            return days < counts.length ? counts : Arrays.copyOf(counts, Math.max(days + 1, 2 * counts.length));
        }
    }
}
