package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * Lifetime value from a constant margin per period and a constant retention rate.
 *
 * <h2>Definition</h2>
 *
 * <p>Margin m per period, retention r, discount d and growth of the margin g, all per period; continuation \( q = r (1 + g) /
 * (1 + d) \). Over an infinite horizon the value is \( m f / (1 - q) \), over T periods \( m f (1 - q^T) / (1 - q) \), where f
 * depends on the {@link MarginTiming}: 1 for a first margin now, q for one next period if retained (then the value is the \( m
 * r / (1 + d - r) \) of Gupta and Lehmann), 1 / (1 + d) for a certain one at the end of the period, 1 / √(1 + d) for one in its middle.
 *
 * <pre>{@code
 * RetentionValue value = RetentionValue.of(120, 0.7, MarginTiming.FIRST_NOW).withDiscount(0.08);
 * value.infinite(); // 341.05...
 * }</pre>
 *
 * <h2>Interpretation</h2>
 *
 * <p>In the currency of the margin, per customer, before the cost of acquisition. Real customers do not leave at one constant
 * rate: those who leave easily leave first, and this value is then too low for those who stayed and too high for long horizons
 * of new ones; the fitted models of this room know that.
 *
 * <h2>Edge cases</h2>
 *
 * <p>q of 1 or more has no infinite horizon (for example r = 1 with d = 0): undefined. A finite horizon exists then too; one
 * that leaves the doubles is undefined. Without discount and growth d = g = 0. A negative margin is allowed and gives a
 * negative value, a retention outside [0, 1] is refused. Payback is 0 where there is no cost, and undefined where the margins
 * never add up to it.
 *
 * <h2>Performance</h2>
 *
 * <p>A few operations; no loop over periods.
 *
 * <h2>References</h2>
 *
 * <p>Gupta, S., Lehmann, D. R. (2003), Customers as assets, Journal of Interactive Marketing 17(1), 9–24,
 * doi:10.1002/dir.10045. Gupta, S. and others (2006), Modeling customer lifetime value, Journal of Service Research 9,
 * 139–155, doi:10.1177/1094670506293810. Fader, P. S., Hardie, B. G. S. (2010), Customer-base valuation in a contractual
 * setting: the perils of ignoring heterogeneity, Marketing Science 29, 85–93, doi:10.1287/mksc.1080.0482.
 *
 * @param marginPerPeriod m, the margin of a customer in the first period; may be negative
 * @param retentionPerPeriod r, the share of customers who are still there one period later, in [0, 1]
 * @param timing when the first margin comes in
 * @param discountPerPeriod d, the discount rate of one period, at least 0
 * @param growthPerPeriod g, the growth of the margin in one period, above −1
 */
public record RetentionValue(
        double marginPerPeriod,
        double retentionPerPeriod,
        MarginTiming timing,
        double discountPerPeriod,
        double growthPerPeriod)
        implements Serializable {

    /**
     * Refuses numbers out of range.
     *
     * @param marginPerPeriod m, the margin of a customer in the first period; may be negative
     * @param retentionPerPeriod r, the share of customers who are still there one period later, in [0, 1]
     * @param timing when the first margin comes in
     * @param discountPerPeriod d, the discount rate of one period, at least 0
     * @param growthPerPeriod g, the growth of the margin in one period, above −1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public RetentionValue {
        if (!Double.isFinite(marginPerPeriod)) {
            throw new IllegalArgumentException("marginPerPeriod must be finite: " + marginPerPeriod);
        }
        if (!(retentionPerPeriod >= 0 && retentionPerPeriod <= 1)) {
            throw new IllegalArgumentException("retentionPerPeriod must be in [0, 1]: " + retentionPerPeriod);
        }
        Objects.requireNonNull(timing, "timing");
        if (!(discountPerPeriod >= 0 && discountPerPeriod < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("discountPerPeriod must be finite and at least 0: " + discountPerPeriod);
        }
        if (!(growthPerPeriod > -1 && growthPerPeriod < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("growthPerPeriod must be finite and above -1: " + growthPerPeriod);
        }
    }

    /**
     * The value without discount and growth; add them with the methods below.
     *
     * @param marginPerPeriod m, the margin of a customer in the first period; may be negative
     * @param retentionPerPeriod r, the share of customers who are still there one period later, in [0, 1]
     * @param timing when the first margin comes in
     * @return the value
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static RetentionValue of(double marginPerPeriod, double retentionPerPeriod, MarginTiming timing) {
        return new RetentionValue(marginPerPeriod, retentionPerPeriod, timing, 0, 0);
    }

    /**
     * The retention of a shorter period that compounds to a yearly one.
     *
     * @param annualRetention the share of customers who are still there after a year, in [0, 1]
     * @param period the period, for example a month
     * @return annualRetention^(1 / periods a year), for a month the twelfth root
     * @throws IllegalArgumentException if the retention is out of its range
     */
    public static double retentionOf(double annualRetention, PeriodUnit period) {
        Objects.requireNonNull(period, "period");
        if (!(annualRetention >= 0 && annualRetention <= 1)) {
            throw new IllegalArgumentException("annualRetention must be in [0, 1]: " + annualRetention);
        }
        return Math.pow(annualRetention, 1 / period.perYear());
    }

    /**
     * The same with a discount.
     *
     * @param perPeriod the discount rate of one period, at least 0
     * @return the value
     * @throws IllegalArgumentException if the rate is out of its range
     */
    public RetentionValue withDiscount(double perPeriod) {
        return new RetentionValue(marginPerPeriod, retentionPerPeriod, timing, perPeriod, growthPerPeriod);
    }

    /**
     * The same with an annual discount, converted to the period: (1 + d)^(1/12) − 1 for a month, not d/12.
     *
     * @param annual the annual effective rate
     * @param period the period of margin and retention
     * @return the value
     */
    public RetentionValue withDiscount(AnnualRate annual, PeriodUnit period) {
        return withDiscount(annual.periodic(period));
    }

    /**
     * The same with a growing or shrinking margin.
     *
     * @param perPeriod the growth of the margin in one period, above −1
     * @return the value
     * @throws IllegalArgumentException if the growth is out of its range
     */
    public RetentionValue withGrowth(double perPeriod) {
        return new RetentionValue(marginPerPeriod, retentionPerPeriod, timing, discountPerPeriod, perPeriod);
    }

    /**
     * The continuation: what a margin of the next period is worth, relative to one of this period.
     *
     * @return q = r (1 + g) / (1 + d)
     */
    public double continuation() {
        return retentionPerPeriod * (1 + growthPerPeriod) / (1 + discountPerPeriod);
    }

    /**
     * The value over an infinite horizon.
     *
     * @return m f / (1 − q); undefined for q of 1 or more
     */
    public Measure infinite() {
        double shrinkage = shrinkage();
        if (!(shrinkage > 0)) {
            return Measure.undefined("the margins do not shrink: their sum diverges");
        }
        return finite(marginPerPeriod * factor() / shrinkage);
    }

    /**
     * The value of a number of margins.
     *
     * @param periods T, how many margins are counted, at least 0
     * @return m f (1 − q^T) / (1 − q), which is m f T for q = 1; undefined if too large for a double
     * @throws IllegalArgumentException if the number is negative
     */
    public Measure over(int periods) {
        if (periods < 0) {
            throw new IllegalArgumentException("periods must be at least 0: " + periods);
        }
        return finite(marginPerPeriod * factor() * margins(periods));
    }

    /**
     * After how many periods the margins have paid for a cost, taken to come in evenly within each period. Discounted by
     * {@link #discountPerPeriod()}; for the plain payback time leave the discount out. Where the first margin comes next
     * period, that period counts.
     *
     * @param cost the cost of acquisition
     * @return the number of periods, not whole in general; 0 for a cost of 0 or less; undefined if the margins never add up to the cost
     * @throws IllegalArgumentException if the cost is not finite
     */
    public Measure payback(double cost) {
        if (!Double.isFinite(cost)) {
            throw new IllegalArgumentException("cost must be finite: " + cost);
        }
        if (cost <= 0) {
            return Measure.of(0);
        }
        // In units of the first margin, Σ q^t has to reach this.
        double wanted = cost / (marginPerPeriod * factor());
        double shrinkage = shrinkage();
        if (!(wanted > 0 && wanted < Double.POSITIVE_INFINITY) || !(wanted * shrinkage < 1)) {
            return Measure.undefined("the margins never add up to the cost");
        }
        double whole = shrinkage == 0
                ? Math.floor(wanted)
                : Math.floor(Math.log1p(-wanted * shrinkage) / Math.log1p(-shrinkage));
        // The logarithms can be off by one period where the cost is met at the end of one: the fraction makes up for
        // it.
        double rest = wanted - margins(whole);
        double start = timing == MarginTiming.FIRST_NEXT_IF_RETAINED ? 1 : 0;
        return finite(start + Math.max(0, whole + rest / Math.pow(continuation(), whole)));
    }

    /**
     * The formula with its numbers in one line.
     *
     * @return for example {@code margin 120.0, retention 0.7, discount 0.08, growth 0.0, FIRST_NOW: 341.05263157894734}
     */
    @Override
    public String toString() {
        return "margin " + marginPerPeriod + ", retention " + retentionPerPeriod + ", discount " + discountPerPeriod
                + ", growth " + growthPerPeriod + ", " + timing + ": " + infinite();
    }

    /** 1 − q, which keeps its digits where q is next to 1. */
    private double shrinkage() {
        double numerator = 1 - retentionPerPeriod + (discountPerPeriod - retentionPerPeriod * growthPerPeriod);
        return numerator / (1 + discountPerPeriod);
    }

    /** Σ q^t over t below a number of periods. */
    private double margins(double periods) {
        double shrinkage = shrinkage();
        if (shrinkage == 0) {
            return periods;
        }
        if (shrinkage == 1) {
            return Math.min(1, periods);
        }
        return -Math.expm1(periods * Math.log1p(-shrinkage)) / shrinkage;
    }

    private double factor() {
        return timing.factor(continuation(), discountPerPeriod);
    }

    private static Measure finite(double value) {
        return Double.isFinite(value) ? Measure.of(value) : Measure.undefined("too large for a double");
    }
}
