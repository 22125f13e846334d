package io.loyalty.metrics.retention;

import io.loyalty.metrics.purchase.PurchaseHistory;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;

/**
 * How long customers were observed and how each observation ended, counted by time: all that survival figures need.
 *
 * <p>A customer is observed for a time, in any unit that the caller likes, and then either the event happens (it
 * leaves, it buys again) or the observation is cut off, which is called censoring. The table holds the different times
 * in ascending order with the number of events, of cut-offs, and of customers still at risk just before. At equal times
 * events come before cut-offs. Times are equal by value, without a tolerance. Time 0 is allowed; a negative one is
 * refused.
 *
 * <p>Late entry: a customer who has been under observation only from some age on is at risk at times after that age,
 * not at it. An entry of 0 means observed from the start, time 0 included.
 *
 * <p>Tables of different customers are joined by {@link #plus}, in any order. Immutable. Memory by different times.
 */
public final class LifeTable implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double[] times;
    private final long[] events;
    private final long[] censored;
    private final long[] atRisk;
    private final CountedTimes entries;
    private final long subjects;
    private final long eventSum;

    /** Takes the arrays as they are. */
    LifeTable(CountedTimes ended, CountedTimes open, CountedTimes entries) {
        int most = ended.size() + open.size();
        double[] allTimes = new double[most];
        long[] allEvents = new long[most];
        long[] allCensored = new long[most];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < ended.size() || j < open.size()) {
            double next = i < ended.size() ? ended.time(i) : Double.POSITIVE_INFINITY;
            double nextOpen = j < open.size() ? open.time(j) : Double.POSITIVE_INFINITY;
            allTimes[size] = Math.min(next, nextOpen);
            if (next <= nextOpen) {
                allEvents[size] = ended.count(i++);
            }
            if (nextOpen <= next) {
                allCensored[size] = open.count(j++);
            }
            size++;
        }
        times = size == most ? allTimes : Arrays.copyOf(allTimes, size);
        events = size == most ? allEvents : Arrays.copyOf(allEvents, size);
        censored = size == most ? allCensored : Arrays.copyOf(allCensored, size);
        this.entries = entries;
        atRisk = new long[size];
        long risk = 0;
        int entry = entries.size();
        long notYet = 0;
        long eventCount = 0;
        for (int k = size - 1; k >= 0; k--) {
            risk = Math.addExact(risk, Math.addExact(events[k], censored[k]));
            eventCount += events[k];
            while (entry > 0 && entries.time(entry - 1) >= times[k]) {
                notYet += entries.count(--entry);
            }
            atRisk[k] = risk - notYet;
        }
        subjects = risk;
        eventSum = eventCount;
    }

    /**
     * The table of a column of times.
     *
     * @param times how long each customer was observed, finite and at least 0
     * @param events whether the event ended the observation
     * @return the table
     * @throws IllegalArgumentException if the columns differ in length or a time is negative, infinite or NaN
     */
    public static LifeTable of(double[] times, boolean[] events) {
        LifeTimes lives = new LifeTimes();
        LifeTimes.requireEqual(times.length, events.length, "times and events");
        for (int i = 0; i < times.length; i++) {
            lives.add(times[i], events[i], 1, i);
        }
        return lives.snapshot();
    }

    /**
     * The table of a column of whole times, such as days.
     *
     * @param times how long each customer was observed, at least 0
     * @param events whether the event ended the observation
     * @return the table
     * @throws IllegalArgumentException if the columns differ in length or a time is negative
     */
    public static LifeTable of(int[] times, boolean[] events) {
        LifeTimes lives = new LifeTimes();
        LifeTimes.requireEqual(times.length, events.length, "times and events");
        for (int i = 0; i < times.length; i++) {
            lives.add(times[i], events[i], 1, i);
        }
        return lives.snapshot();
    }

    /**
     * The table of rows that each stand for a number of equal customers. The same as repeating each row.
     *
     * @param times how long each row's customers were observed, finite and at least 0
     * @param events whether the event ended the observation
     * @param weights how many customers each row stands for, at least 0
     * @return the table
     * @throws IllegalArgumentException if the columns differ in length, a time is negative, infinite or NaN, or a
     *     weight is negative
     * @throws ArithmeticException if a count overflows
     */
    public static LifeTable of(double[] times, boolean[] events, long[] weights) {
        LifeTimes lives = new LifeTimes();
        LifeTimes.requireEqual(times.length, events.length, "times and events");
        LifeTimes.requireEqual(times.length, weights.length, "times and weights");
        for (int i = 0; i < times.length; i++) {
            lives.add(times[i], events[i], weights[i], i);
        }
        return lives.snapshot();
    }

    /**
     * The table of customers who were not all observed from the start.
     *
     * @param entries the age from which on each was observed, at least 0; 0 for "from the start"
     * @param times the age at the end of each observation, after its entry; 0 only with an entry of 0
     * @param events whether the event ended the observation
     * @return the table
     * @throws IllegalArgumentException if the columns differ in length, a number is negative, infinite or NaN, or an
     *     entry is not before its time
     */
    public static LifeTable ofEntered(double[] entries, double[] times, boolean[] events) {
        LifeTimes lives = new LifeTimes();
        LifeTimes.requireEqual(times.length, events.length, "times and events");
        LifeTimes.requireEqual(times.length, entries.length, "times and entries");
        for (int i = 0; i < times.length; i++) {
            lives.addEntered(entries[i], times[i], events[i], 1, i);
        }
        return lives.snapshot();
    }

    /**
     * The table of counts.
     *
     * @param times different times in any order, finite and at least 0
     * @param events number of events at each, at least 0
     * @param censored number of observations cut off at each, at least 0
     * @return the table
     * @throws IllegalArgumentException if the columns differ in length or a number is out of its range
     * @throws ArithmeticException if a count overflows
     */
    public static LifeTable ofCounts(double[] times, long[] events, long[] censored) {
        LifeTimes lives = new LifeTimes();
        LifeTimes.requireEqual(times.length, events.length, "times and events");
        LifeTimes.requireEqual(times.length, censored.length, "times and censored");
        for (int i = 0; i < times.length; i++) {
            lives.add(times[i], true, events[i], i);
            lives.add(times[i], false, censored[i], i);
        }
        return lives.snapshot();
    }

    /**
     * Days from each customer's first purchase to the second, on another day; customers who have not come again are cut
     * off at the end of observation. Customers known to have bought before the window are left out, since their first
     * purchase is not in it.
     *
     * @param history summaries of a window
     * @return the table, with the second purchase as the event; in whole weeks of seven days if weeks are merged
     */
    public static LifeTable ofSecondPurchases(PurchaseHistory history) {
        LifeTimes lives = new LifeTimes();
        for (int i = 0; i < history.customers(); i++) {
            if (!history.summary(i).boughtBefore()) {
                int[] ago = history.purchaseDaysAgo(i);
                boolean again = ago.length > 1;
                lives.accept(again ? ago[0] - ago[1] : ago[0], again);
            }
        }
        return lives.snapshot();
    }

    /**
     * A collector of customers to their table, for {@code groupingBy} and parallel streams.
     *
     * @param <T> the type of the customers
     * @param time how long the customer was observed, at least 0
     * @param event whether the event ended the observation
     * @return the collector
     */
    public static <T> Collector<T, ?, LifeTable> collector(
            ToDoubleFunction<? super T> time, Predicate<? super T> event) {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(event, "event");
        return Collector.of(
                LifeTimes::new,
                (lives, customer) -> lives.accept(time.applyAsDouble(customer), event.test(customer)),
                LifeTimes::combine,
                LifeTimes::snapshot,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * The table of the customers of both tables, who must be different people.
     *
     * @param other another table in the same unit of time
     * @return the joined table
     * @throws ArithmeticException if a count overflows
     */
    public LifeTable plus(LifeTable other) {
        LifeTimes lives = new LifeTimes();
        lives.addAll(this);
        lives.addAll(other);
        return lives.snapshot();
    }

    /**
     * The same customers in coarser time: each time is rounded down to a whole number of periods lived through.
     *
     * @param width the length of a period in the unit of the times, positive
     * @return the table in periods 0, 1, 2…
     * @throws IllegalArgumentException if the width is not positive and finite, or there are late entries, which have
     *     no place in whole periods
     */
    public LifeTable inPeriodsOf(double width) {
        if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("width must be positive and finite: " + width);
        }
        if (entries.size() > 0) {
            throw new IllegalArgumentException("the table must have no late entries: " + entries.size());
        }
        LifeTimes lives = new LifeTimes();
        for (int i = 0; i < times.length; i++) {
            double period = Math.floor(times[i] / width);
            lives.add(period, true, events[i], i);
            lives.add(period, false, censored[i], i);
        }
        return lives.snapshot();
    }

    /**
     * The number of customers.
     *
     * @return the sum of events and cut-offs
     */
    public long subjects() {
        return subjects;
    }

    /**
     * The number of events.
     *
     * @return at most {@link #subjects()}
     */
    public long events() {
        return eventSum;
    }

    /**
     * The number of different times.
     *
     * @return the number of rows
     */
    public int size() {
        return times.length;
    }

    /**
     * The time of a row.
     *
     * @param row from 0, ascending by time
     * @return the time
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double time(int row) {
        return times[row];
    }

    /**
     * The number of events at the time of a row.
     *
     * @param row from 0
     * @return a count
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public long events(int row) {
        return events[row];
    }

    /**
     * The number of observations cut off at the time of a row.
     *
     * @param row from 0
     * @return a count
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public long censored(int row) {
        return censored[row];
    }

    /**
     * The number of customers under observation just before the time of a row, those that end there included.
     *
     * @param row from 0
     * @return a count
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public long atRisk(int row) {
        return atRisk[row];
    }

    /**
     * Whether the other table has the same counts at the same times.
     *
     * @param other any object
     * @return true if the tables are interchangeable
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof LifeTable that
                && Arrays.equals(times, that.times)
                && Arrays.equals(events, that.events)
                && Arrays.equals(censored, that.censored)
                && entries.sameAs(that.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(times), Arrays.hashCode(events), Arrays.hashCode(censored));
    }

    /**
     * One readable line.
     *
     * @return for example {@code 8 customers, 5 events at 6 different times}
     */
    @Override
    public String toString() {
        return subjects + " customers, " + eventSum + " events at " + times.length + " different times";
    }

    /** The last row at or before a time; -1 before the first. */
    int rowAt(double time) {
        int row = Arrays.binarySearch(times, time + 0.0);
        return row >= 0 ? row : -row - 2;
    }

    /** How many are under observation just before a time, given the first row at or after it. */
    long atRiskAt(int row, double time) {
        // Between two rows nobody leaves, but some may enter who are at risk at the next row only.
        return row == times.length ? 0 : atRisk[row] - entries.countBetween(time, times[row]);
    }

    CountedTimes lateEntries() {
        return entries;
    }
}
