package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.Moments;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The rhythm of one customer's visits: the gaps between its days of purchase, and how long the last is ago.
 *
 * <h2>Definition</h2>
 *
 * <p>Gaps are differences of successive different visit days, so each is at least 1; n + 1 visit days have n gaps.
 * Mean, median, quantiles (type 7), standard deviation (divisor n − 1) and coefficient of variation are those of the
 * gaps. The open gap, from the last visit to the end of observation, is not one of them.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A coefficient of variation below 1 means regular, around 1 haphazard, above 1 clustered visits. The mean of few
 * gaps says little, and of an infrequent customer only the short gaps have been seen whole: {@link GapDistribution}
 * corrects that for a group, {@link Overdue} for a single customer.
 *
 * <h2>Edge cases</h2>
 *
 * <p>A customer of one visit day has no gap: all but the open gap is undefined. One gap has no standard deviation.
 *
 * <h2>Performance</h2>
 *
 * <p>A sort of the gaps; four bytes each.
 *
 * <h2>References</h2>
 *
 * <p>Hyndman, R. J., Fan, Y. (1996), Sample quantiles in statistical packages, The American Statistician 50(4),
 * 361–365, doi:10.1080/00031305.1996.10473566.
 */
public final class VisitRhythm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NO_GAP = "no gap between visits";

    /** Ascending. */
    private final int[] gaps;

    private final int openGap;

    private VisitRhythm(int[] gaps, int openGap) {
        this.gaps = gaps;
        this.openGap = openGap;
    }

    /**
     * The rhythm of given gaps.
     *
     * @param gaps days between successive visits, each at least 1, in any order
     * @param openGap days since the last visit, at least 0
     * @return the rhythm
     * @throws IllegalArgumentException if a gap is below 1 or the open gap below 0
     */
    public static VisitRhythm of(int[] gaps, int openGap) {
        for (int i = 0; i < gaps.length; i++) {
            if (gaps[i] < 1) {
                throw new IllegalArgumentException("gaps[" + i + "] must be at least 1: " + gaps[i]);
            }
        }
        if (openGap < 0) {
            throw new IllegalArgumentException("openGap must be at least 0: " + openGap);
        }
        int[] sorted = gaps.clone();
        Arrays.sort(sorted);
        return new VisitRhythm(sorted, openGap);
    }

    /** The rhythm of different visit days before the end of observation, descending. */
    static VisitRhythm ofDaysAgo(int[] days) {
        int[] gaps = new int[days.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = days[i] - days[i + 1];
        }
        Arrays.sort(gaps);
        return new VisitRhythm(gaps, days[gaps.length]);
    }

    /**
     * The number of gaps.
     *
     * @return one less than the number of different visit days
     */
    public int count() {
        return gaps.length;
    }

    /**
     * The gaps.
     *
     * @return a new array of days, ascending
     */
    public int[] gaps() {
        return gaps.clone();
    }

    /**
     * Days from the last visit to the end of observation.
     *
     * @return a number of at least 0
     */
    public int openGap() {
        return openGap;
    }

    /**
     * The mean gap.
     *
     * @return days; undefined without gaps
     */
    public Measure mean() {
        return gaps.length == 0 ? Measure.undefined(NO_GAP) : Measure.of((double) sum() / gaps.length);
    }

    /**
     * The median gap.
     *
     * @return days; undefined without gaps
     */
    public Measure median() {
        return quantile(0.5);
    }

    /**
     * A quantile of the gaps, linear between them (type 7).
     *
     * @param share from 0, the shortest, to 1, the longest
     * @return days; undefined without gaps
     * @throws IllegalArgumentException if the share is not in [0, 1]
     */
    public Measure quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1]: " + share);
        }
        if (gaps.length == 0) {
            return Measure.undefined(NO_GAP);
        }
        double position = (gaps.length - 1) * share;
        int below = (int) position;
        int above = Math.min(below + 1, gaps.length - 1);
        return Measure.of(gaps[below] + (position - below) * (gaps[above] - gaps[below]));
    }

    /**
     * The standard deviation of the gaps, with divisor n − 1.
     *
     * @return days; undefined for fewer than two gaps
     */
    public Measure standardDeviation() {
        if (gaps.length < 2) {
            return Measure.undefined(gaps.length == 0 ? NO_GAP : "one gap");
        }
        Moments moments = new Moments();
        for (int gap : gaps) {
            moments.add(gap);
        }
        return Measure.of(Math.sqrt(moments.variance()));
    }

    /**
     * The standard deviation over the mean.
     *
     * @return a number without unit; undefined for fewer than two gaps
     */
    public Measure coefficientOfVariation() {
        Measure deviation = standardDeviation();
        return deviation.isDefined() ? Measure.of(deviation.orElseThrow() / mean().orElseThrow()) : deviation;
    }

    /**
     * The share of the gaps that were no longer than some time.
     *
     * @param days any number of days
     * @return the empirical distribution function; undefined without gaps
     */
    public Measure shareUpTo(int days) {
        if (gaps.length == 0) {
            return Measure.undefined(NO_GAP);
        }
        int count = 0;
        while (count < gaps.length && gaps[count] <= days) {
            count++;
        }
        return Measure.of((double) count / gaps.length);
    }

    /**
     * One readable line.
     *
     * @return for example {@code every 12.5 days (median 11.0, 8 gaps), last 30 days ago}
     */
    @Override
    public String toString() {
        return (gaps.length == 0
                        ? "one visit day"
                        : "every " + mean() + " days (median " + median() + ", " + gaps.length
                                + (gaps.length == 1 ? " gap)" : " gaps)"))
                + ", last " + openGap + " days ago";
    }

    long sum() {
        long sum = 0;
        for (int gap : gaps) {
            sum += gap;
        }
        return sum;
    }

    int gap(int index) {
        return gaps[index];
    }
}
