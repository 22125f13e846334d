package io.loyalty.metrics.purchase;

import io.loyalty.metrics.column.SortedDoubles;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * RFM: customers scored by how recently, how often and for how much they bought.
 *
 * <h2>Definition</h2>
 *
 * <p>Recency is days from the last purchase to the last day of observation, frequency the number of orders, money the
 * revenue. Each becomes a score from 1 to k (5 by default) among the customers at hand, by one of the rules of
 * {@link RfmScoring}; few days score high. {@link RfmScores} joins the three.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Scores are relative: they compare a customer with the others of the same data, so half of the customers of a dying
 * shop still score above the middle. To compare periods, score by given {@link RfmScoring.Breaks}. Frequencies are few
 * different numbers, so some of their scores stay empty; {@link RfmScores#bands} shows which.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Customers without an order are not scored. If all customers are equal, or there is one, the default rule gives the
 * middle score. Fewer customers than scores leave scores empty. Revenue may be negative after refunds. A refund is no
 * purchase and moves neither recency nor frequency, unless the {@link RefundPolicy} says otherwise. No customers give
 * no scores.
 *
 * <h2>Performance</h2>
 *
 * <p>A few passes per dimension and no sort by the default rule, which takes a million customers 50 ms; a sort by
 * digits where positions or quantiles are asked for. 60 bytes for each customer at the peak.
 *
 * <h2>References</h2>
 *
 * <p>Hughes, A. M. (1994), Strategic Database Marketing, Probus. Hyndman, R. J., Fan, Y. (1996), Sample quantiles in
 * statistical packages, The American Statistician 50(4), 361–365, doi:10.1080/00031305.1996.10473566.
 */
public final class Rfm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final RfmScoring scoring;
    private final RfmFrequency frequency;
    private final RfmMonetary monetary;

    private Rfm(RfmScoring scoring, RfmFrequency frequency, RfmMonetary monetary) {
        this.scoring = scoring;
        this.frequency = frequency;
        this.monetary = monetary;
    }

    /**
     * Five scores by average ranks, of orders and total revenue.
     *
     * @return the default options
     */
    public static Rfm withDefaults() {
        return new Rfm(new RfmScoring.Midrank(5), RfmFrequency.ORDERS, RfmMonetary.TOTAL);
    }

    /**
     * The same options with another rule.
     *
     * @param rule how values become scores
     * @return the changed copy
     */
    public Rfm with(RfmScoring rule) {
        return new Rfm(Objects.requireNonNull(rule, "rule"), frequency, monetary);
    }

    /**
     * The same options with another count.
     *
     * @param count what the frequency counts
     * @return the changed copy
     */
    public Rfm with(RfmFrequency count) {
        return new Rfm(scoring, Objects.requireNonNull(count, "count"), monetary);
    }

    /**
     * The same options with other money.
     *
     * @param money which money is looked at
     * @return the changed copy
     */
    public Rfm with(RfmMonetary money) {
        return new Rfm(scoring, frequency, Objects.requireNonNull(money, "money"));
    }

    /**
     * The scores of a history's customers.
     *
     * @param history summaries up to the day of analysis
     * @return scores by customer number
     */
    public RfmScores score(PurchaseHistory history) {
        int n = history.customers();
        Buyers buyers = history.buyers();
        double[] days = new double[n];
        double[] counts = new double[n];
        double[] money = new double[n];
        for (int i = 0; i < n; i++) {
            days[i] = history.daysSinceLast(i);
            counts[i] = frequency == RfmFrequency.ORDERS ? buyers.orders(i) : buyers.purchases(i);
            money[i] =
                    monetary == RfmMonetary.TOTAL ? history.revenue(i) : (double) history.revenue(i) / buyers.orders(i);
        }
        return scored(days, counts, money);
    }

    /**
     * The scores of plain columns, for customers summed up elsewhere or for other money, such as margins.
     *
     * @param daysSinceLast days since the last purchase, at least 0
     * @param counts frequencies
     * @param money money of any sign
     * @return scores by position
     * @throws IllegalArgumentException if the columns differ in length, a number is not finite, or a number of days is
     *     negative
     */
    public RfmScores score(int[] daysSinceLast, double[] counts, double[] money) {
        if (daysSinceLast.length != counts.length || daysSinceLast.length != money.length) {
            throw new IllegalArgumentException("columns must be equally long: " + daysSinceLast.length + ", "
                    + counts.length + " and " + money.length);
        }
        double[] days = new double[daysSinceLast.length];
        for (int i = 0; i < days.length; i++) {
            if (daysSinceLast[i] < 0) {
                throw new IllegalArgumentException("daysSinceLast[" + i + "] must be at least 0: " + daysSinceLast[i]);
            }
            requireFinite(counts[i], "counts", i);
            requireFinite(money[i], "money", i);
            days[i] = daysSinceLast[i];
        }
        return scored(days, counts.clone(), money.clone());
    }

    private RfmScores scored(double[] days, double[] counts, double[] money) {
        double[] recency = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            recency[i] = -days[i];
        }
        byte[] r = scores(recency, RfmDimension.RECENCY);
        byte[] f;
        byte[] m;
        if (scoring instanceof RfmScoring.Nested) {
            f = within(r, counts);
            m = within(cells(r, f), money);
        } else {
            f = scores(counts, RfmDimension.FREQUENCY);
            m = scores(money, RfmDimension.MONETARY);
        }
        return new RfmScores(scoring, r, f, m, days, counts, money);
    }

    private byte[] scores(double[] column, RfmDimension dimension) {
        if (scoring instanceof RfmScoring.Breaks breaks) {
            return given(breaks, dimension).scores(column);
        }
        if (scoring instanceof RfmScoring.Ntile) {
            return positions(column, SortedDoubles.of(column), scoring.groups());
        }
        if (scoring instanceof RfmScoring.QuantileBreaks quantiles) {
            return Cuts.quantiles(SortedDoubles.of(column), quantiles.groups(), quantiles.closed())
                    .scores(column);
        }
        return Cuts.midrank(column, scoring.groups()).scores(column);
    }

    private static Cuts given(RfmScoring.Breaks breaks, RfmDimension dimension) {
        if (dimension == RfmDimension.RECENCY) {
            return Cuts.atNegative(breaks.days());
        }
        return Cuts.at(dimension == RfmDimension.FREQUENCY ? breaks.counts() : breaks.money());
    }

    /** NTILE: equal values take the positions of their stretch in the order of the column. */
    private static byte[] positions(double[] column, double[] sorted, int groups) {
        byte[] scores = new byte[column.length];
        int[] taken = new int[column.length];
        int size = column.length / groups;
        int larger = column.length % groups;
        for (int i = 0; i < column.length; i++) {
            int first = firstOf(sorted, column[i]);
            int position = first + taken[first]++;
            // The first groups have one member more than the others, as many as there are left over.
            int inLarger = larger * (size + 1);
            int group = position < inLarger ? position / (size + 1) : larger + (position - inLarger) / size;
            scores[i] = (byte) (group + 1);
        }
        return scores;
    }

    private static int firstOf(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int[] cells(byte[] r, byte[] f) {
        int[] cells = new int[r.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (r[i] - 1) * scoring.groups() + f[i] - 1;
        }
        return cells;
    }

    private byte[] within(byte[] r, double[] column) {
        int[] cells = new int[r.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = r[i] - 1;
        }
        return within(cells, column);
    }

    /** Scores by average ranks among the members of each cell. */
    private byte[] within(int[] cells, double[] column) {
        int count = Arrays.stream(cells).max().orElse(-1) + 1;
        int[] ends = new int[count + 1];
        for (int cell : cells) {
            ends[cell + 1]++;
        }
        for (int cell = 1; cell <= count; cell++) {
            ends[cell] += ends[cell - 1];
        }
        int[] members = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            members[ends[cells[i]]++] = i;
        }
        byte[] scores = new byte[cells.length];
        for (int cell = 0; cell < count; cell++) {
            int from = cell == 0 ? 0 : ends[cell - 1];
            double[] values = new double[ends[cell] - from];
            for (int i = 0; i < values.length; i++) {
                values[i] = column[members[from + i]];
            }
            byte[] cellScores = Cuts.midrank(values, scoring.groups()).scores(values);
            for (int i = 0; i < values.length; i++) {
                scores[members[from + i]] = cellScores[i];
            }
        }
        return scores;
    }

    private static void requireFinite(double value, String name, int index) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + "[" + index + "] must be finite: " + value);
        }
    }
}
