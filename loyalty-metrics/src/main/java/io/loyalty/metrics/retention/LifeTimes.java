package io.loyalty.metrics.retention;

import java.io.Serializable;
import java.util.Objects;

/**
 * Builds a {@link LifeTable}, one customer at a time.
 *
 * <p>Partial results are joined by {@link #combine}; neither the order nor the split matters. Memory: 8 bytes for
 * each whole time up to the longest, and 8 for each customer with another time. Not safe for use by several threads.
 */
public final class LifeTimes implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TimeCounts ended = new TimeCounts();
    private final TimeCounts open = new TimeCounts();
    private final TimeCounts entered = new TimeCounts();

    /** Nobody yet. */
    public LifeTimes() {}

    /**
     * Adds a customer who was observed from the start.
     *
     * @param time how long it was observed, finite and at least 0
     * @param event whether the event ended the observation
     * @throws IllegalArgumentException if the time is negative, infinite or NaN
     */
    public void accept(double time, boolean event) {
        add(time, event, 1, -1);
    }

    /**
     * Adds a number of equal customers who were observed from the start.
     *
     * @param time how long they were observed, finite and at least 0
     * @param event whether the event ended the observation
     * @param weight how many they are, at least 0
     * @throws IllegalArgumentException if the time is negative, infinite or NaN, or the weight is negative
     * @throws ArithmeticException if a count overflows
     */
    public void accept(double time, boolean event, long weight) {
        add(time, event, weight, -1);
    }

    /**
     * Adds a number of equal customers who were observed from some age on.
     *
     * @param entry the age from which on they were observed, at least 0; 0 for "from the start"
     * @param time the age at the end of the observation, after the entry; 0 only with an entry of 0
     * @param event whether the event ended the observation
     * @param weight how many they are, at least 0
     * @throws IllegalArgumentException if a number is negative, infinite or NaN, or the entry is not before the time
     * @throws ArithmeticException if a count overflows
     */
    public void acceptEntered(double entry, double time, boolean event, long weight) {
        addEntered(entry, time, event, weight, -1);
    }

    /**
     * Adds all that another accumulator holds.
     *
     * @param other another accumulator in the same unit of time; it stays as it is
     * @return this accumulator
     * @throws IllegalArgumentException if it is this one
     * @throws ArithmeticException if a count overflows
     */
    public LifeTimes combine(LifeTimes other) {
        if (Objects.requireNonNull(other, "other") == this) {
            throw new IllegalArgumentException("other must be another accumulator");
        }
        ended.combine(other.ended);
        open.combine(other.open);
        entered.combine(other.entered);
        return this;
    }

    /**
     * The table of the customers so far.
     *
     * @return an immutable table
     * @throws ArithmeticException if the number of customers overflows
     */
    public LifeTable snapshot() {
        return new LifeTable(ended.sorted(), open.sorted(), entered.sorted());
    }

    void add(double time, boolean event, long weight, int index) {
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    named("times", "time", index) + " must be finite and at least 0: " + time);
        }
        if (weight < 0) {
            throw new IllegalArgumentException(named("weights", "weight", index) + " must be at least 0: " + weight);
        }
        // A weight of 0 leaves no trace; adding 0 makes a -0 a plain 0.
        (event ? ended : open).add(time + 0.0, weight);
    }

    void addEntered(double entry, double time, boolean event, long weight, int index) {
        if (!(entry >= 0 && (entry < time || entry == 0 && time == 0))) {
            throw new IllegalArgumentException(
                    named("entries", "entry", index) + " must be in [0, " + time + "): " + entry);
        }
        add(time, event, weight, index);
        if (entry > 0) {
            entered.add(entry, weight);
        }
    }

    void addAll(LifeTable table) {
        for (int row = 0; row < table.size(); row++) {
            ended.add(table.time(row), table.events(row));
            open.add(table.time(row), table.censored(row));
        }
        CountedTimes late = table.lateEntries();
        for (int i = 0; i < late.size(); i++) {
            entered.add(late.time(i), late.count(i));
        }
    }

    static void requireEqual(int first, int second, String names) {
        if (first != second) {
            throw new IllegalArgumentException(names + " must be equally long: " + first + " and " + second);
        }
    }

    private static String named(String column, String single, int index) {
        return index < 0 ? single : column + "[" + index + "]";
    }
}
