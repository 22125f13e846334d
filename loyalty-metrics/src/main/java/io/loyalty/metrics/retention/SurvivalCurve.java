package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * A survival curve: the share still there after each time, estimated by {@link KaplanMeier}, which has the definitions.
 *
 * <p>A step function that is 1 before the first event and changes at events only. Immutable; points are made when they
 * are asked for.
 */
public final class SurvivalCurve implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NOBODY = "no customers";
    private static final String NOBODY_LEFT = "nobody is left";
    /** A survival probability that is a fraction in exact arithmetic may miss it by a rounding. */
    private static final double ROUNDING = 0x1p-52;

    private final KaplanMeier options;
    private final LifeTable table;
    /** Rows of the table with events. */
    private final int[] rows;

    private final double[] survival;
    /** Greenwood's sum of d / (n (n − d)). */
    private final double[] sums;

    SurvivalCurve(LifeTable table, KaplanMeier options) {
        this.table = table;
        this.options = options;
        int[] eventRows = new int[table.size()];
        double[] shares = new double[table.size()];
        double[] greenwood = new double[table.size()];
        int size = 0;
        // The product in two words: error terms of multiplication and division are exact by fma.
        double high = 1;
        double low = 0;
        double sum = 0;
        double sumError = 0;
        for (int row = 0; row < table.size(); row++) {
            long d = table.events(row);
            if (d == 0) {
                continue;
            }
            double n = table.atRisk(row);
            double left = n - d;
            double product = high * left;
            double productError = Math.fma(high, left, -product) + low * left;
            double quotient = product / n;
            double quotientError = (Math.fma(-quotient, n, product) + productError) / n;
            high = quotient + quotientError;
            low = quotientError - (high - quotient);
            // Compensated (Neumaier). The last term is infinite if nobody is left.
            double term = d / (n * left);
            double next = sum + term;
            sumError += sum >= term ? (sum - next) + term : (term - next) + sum;
            sum = next;
            eventRows[size] = row;
            shares[size] = high;
            greenwood[size++] = left > 0 ? sum + sumError : Double.POSITIVE_INFINITY;
            if (left == 0) {
                // From here on nothing but 0.
                break;
            }
        }
        rows = Arrays.copyOf(eventRows, size);
        survival = Arrays.copyOf(shares, size);
        sums = Arrays.copyOf(greenwood, size);
    }

    /**
     * The counts that the curve was made of.
     *
     * @return the table
     */
    public LifeTable table() {
        return table;
    }

    /**
     * The steps of the curve: times with events, until nobody is left.
     *
     * @return an unmodifiable list, ascending by time
     */
    public List<SurvivalPoint> points() {
        return new Points(this);
    }

    /**
     * The share still there after a time.
     *
     * @param time at least 0
     * @return S(time) with Greenwood's error and a pointwise interval; undefined without customers, and after the last
     *     observed time unless it is 0 there
     * @throws IllegalArgumentException if the time is negative or NaN
     */
    public Estimate at(double time) {
        requireTime(time, "time");
        if (table.size() == 0) {
            return Estimate.undefined(NOBODY, 0);
        }
        int step = stepAt(time);
        return isObserved(time) ? estimate(step) : Estimate.undefined(beyond(), table.subjects());
    }

    /**
     * The share of those still there after one time who are still there after a later one: what a customer of a known
     * age is judged by.
     *
     * @param from the earlier time, at least 0
     * @param to the later time
     * @return S(to) / S(from) with an interval of the same kind; undefined where either is, or nobody is left at the
     *     earlier time
     * @throws IllegalArgumentException if a time is negative or NaN, or they are in the wrong order
     */
    public Estimate between(double from, double to) {
        requireTime(from, "from");
        if (!(to >= from)) {
            throw new IllegalArgumentException("to must be at least " + from + ": " + to);
        }
        if (table.size() == 0) {
            return Estimate.undefined(NOBODY, 0);
        }
        int start = stepAt(from);
        if (start >= 0 && survival[start] == 0) {
            return Estimate.undefined(NOBODY_LEFT, table.subjects());
        }
        if (!isObserved(to)) {
            return Estimate.undefined(beyond(), table.subjects());
        }
        int end = stepAt(to);
        return estimate(share(end) / share(start), end == start ? 0 : sums[end] - (start < 0 ? 0 : sums[start]));
    }

    /**
     * The time by which half have left.
     *
     * @return the median with its interval, whose upper bound may be infinite; undefined if it is not reached
     */
    public Estimate median() {
        return quantile(0.5);
    }

    /**
     * The time by which a share has left. The interval holds the times at which the curve's pointwise interval contains
     * the level (Brookmeyer and Crowley).
     *
     * @param share the share that has left, between 0 and 1
     * @return the first time with S(t) &lt;= 1 − share, or by the midpoint rule of the options; its interval, whose upper
     *     bound may be infinite; undefined if it is not reached
     * @throws IllegalArgumentException if the share is not in (0, 1)
     */
    public Estimate quantile(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be in (0, 1): " + share);
        }
        if (table.size() == 0) {
            return Estimate.undefined(NOBODY, 0);
        }
        double level = 1 - share;
        int step = 0;
        while (step < survival.length && survival[step] > level + ROUNDING) {
            step++;
        }
        if (step == survival.length) {
            return Estimate.undefined(share(step - 1) + " are still there at the end", table.subjects());
        }
        double time = time(step);
        if (options.quantiles() == QuantileRule.MIDPOINT && survival[step] >= level - ROUNDING) {
            double end = step + 1 < rows.length ? time(step + 1) : lastTime();
            time = 0.5 * time + 0.5 * end;
        }
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        double reach = Confidence.reach(options.confidence());
        for (int i = 0; i < survival.length && upper == Double.POSITIVE_INFINITY; i++) {
            if (survival[i] > 0) {
                if (lower == Double.POSITIVE_INFINITY && bound(survival[i], sums[i], -reach) <= level + ROUNDING) {
                    lower = time(i);
                }
                if (bound(survival[i], sums[i], reach) <= level + ROUNDING) {
                    upper = time(i);
                }
            }
        }
        // With one customer, say, only the step to 0 crosses, and it has no interval.
        Optional<Interval> interval = lower <= time
                ? Optional.of(new Interval(
                        lower,
                        Math.max(upper, time),
                        options.confidence(),
                        options.scale().label()))
                : Optional.empty();
        return new Estimate(
                Measure.of(time),
                Measure.undefined("a quantile has an interval, no standard error"),
                interval,
                table.subjects(),
                table.subjects());
    }

    /**
     * The mean time until the event, up to the last observed time.
     *
     * @return the area below the whole curve
     */
    public Estimate restrictedMean() {
        return table.size() == 0 ? Estimate.undefined(NOBODY, 0) : restrictedMean(lastTime());
    }

    /**
     * The mean time until the event or until a limit, whichever is first: the area below the curve up to the limit.
     * Compare groups at the same limit.
     *
     * @param limit τ, positive, at most the last observed time unless the curve has reached 0
     * @return the restricted mean with its standard error and a normal interval; undefined beyond the last observed time
     * @throws IllegalArgumentException if the limit is negative, infinite or NaN
     */
    public Estimate restrictedMean(double limit) {
        requireTime(limit, "limit");
        if (limit == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("limit must be finite: " + limit);
        }
        if (table.size() == 0 || !isObserved(limit)) {
            return Estimate.undefined(table.size() == 0 ? NOBODY : beyond(), table.subjects());
        }
        // From the limit backwards: area is what lies between the step and the limit.
        double area = 0;
        double areaError = 0;
        double variance = 0;
        double end = limit;
        for (int step = stepAt(limit); step >= 0; step--) {
            double piece = survival[step] * (end - time(step));
            double next = area + piece;
            areaError += Math.abs(area) >= Math.abs(piece) ? (area - next) + piece : (piece - next) + area;
            area = next;
            end = time(step);
            long d = table.events(rows[step]);
            double n = table.atRisk(rows[step]);
            double sofar = area + areaError;
            // Where nobody is left, nothing lies behind the step.
            variance += sofar > 0 ? sofar * sofar * d / (n * (n - d)) : 0;
        }
        double mean = area + areaError + end;
        return Confidence.normal(mean, Math.sqrt(variance), table.subjects(), 0, limit, "normal");
    }

    /**
     * The curve in whole steps of time, as models of lifetime value take it: the share still there after 0, 1, 2…
     * periods.
     *
     * @param width the length of a period in the unit of the times, positive
     * @param periods how many periods, at least 0
     * @return periods + 1 shares; undefined ones after the last observed time
     * @throws IllegalArgumentException if a number is out of its range
     */
    public List<Measure> retention(double width, int periods) {
        if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("width must be positive and finite: " + width);
        }
        if (periods < 0) {
            throw new IllegalArgumentException("periods must be at least 0: " + periods);
        }
        List<Measure> shares = new ArrayList<>(periods + 1);
        for (int period = 0; period <= periods; period++) {
            shares.add(at(period * width).value());
        }
        return List.copyOf(shares);
    }

    /**
     * One readable line.
     *
     * @return for example {@code 8 customers, 5 events at 6 different times: median 8.0 [2.0, Infinity] (95 % log-log), n = 8}
     */
    @Override
    public String toString() {
        return table + ": median " + median();
    }

    private Estimate estimate(int step) {
        return estimate(share(step), step < 0 ? 0 : sums[step]);
    }

    private Estimate estimate(double share, double sum) {
        long n = table.subjects();
        if (share == 0) {
            return Confidence.withoutError(0, n, NOBODY_LEFT);
        }
        double reach = Confidence.reach(options.confidence());
        return new Estimate(
                Measure.of(share),
                Measure.of(share * Math.sqrt(sum)),
                Optional.of(new Interval(
                        bound(share, sum, -reach),
                        bound(share, sum, reach),
                        options.confidence(),
                        options.scale().label())),
                n,
                n);
    }

    /** The bound some standard errors above or below; S is above 0. */
    private double bound(double share, double sum, double reach) {
        if (share == 1) {
            return 1;
        }
        double error = reach * Math.sqrt(sum);
        if (options.scale() == SurvivalInterval.PLAIN) {
            return Math.max(0, Math.min(1, share + share * error));
        }
        if (options.scale() == SurvivalInterval.LOG) {
            return Math.min(1, share * Math.exp(error));
        }
        double log = Math.log(share);
        return Math.exp(log * Math.exp(error / log));
    }

    /** The last step at or before a time; -1 before the first. */
    private int stepAt(double time) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private double time(int step) {
        return table.time(rows[step]);
    }

    private double share(int step) {
        return step < 0 ? 1 : survival[step];
    }

    private double lastTime() {
        return table.time(table.size() - 1);
    }

    private boolean isObserved(double time) {
        return time <= lastTime() || survival.length > 0 && survival[survival.length - 1] == 0;
    }

    private String beyond() {
        return "beyond the last observed time " + lastTime();
    }

    private static void requireTime(double time, String name) {
        if (!(time >= 0)) {
            throw new IllegalArgumentException(name + " must be at least 0: " + time);
        }
    }

    private static final class Points extends AbstractList<SurvivalPoint> implements RandomAccess {

        private final SurvivalCurve curve;

        Points(SurvivalCurve curve) {
            this.curve = curve;
        }

        @Override
        public SurvivalPoint get(int index) {
            int row = curve.rows[Objects.checkIndex(index, size())];
            return new SurvivalPoint(
                    curve.table.time(row), curve.table.atRisk(row), curve.table.events(row), curve.estimate(index));
        }

        @Override
        public int size() {
            return curve.rows.length;
        }
    }
}
