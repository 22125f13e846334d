package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.column.SortedDoubles;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;

/**
 * Scores given to customers beforehand, and whether the event, usually leaving, came about: counts by different score, which is
 * all that the evaluation of a score needs.
 *
 * <p>A higher score means that the event is thought likelier. Scores are equal by value, without a tolerance. Tables of
 * different customers are joined by {@link #plus}. Immutable. Memory by different scores.
 */
public final class ScoredOutcomes implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Descending, different. */
    private final double[] scores;

    private final long[] events;
    private final long[] others;
    private final long eventSum;
    private final long otherSum;

    /** Takes sorted columns with repetitions, ascending. */
    private ScoredOutcomes(Tied of, Tied against) {
        int most = of.size + against.size;
        double[] allScores = new double[most];
        long[] allEvents = new long[most];
        long[] allOthers = new long[most];
        int size = 0;
        int i = of.size - 1;
        int j = against.size - 1;
        while (i >= 0 || j >= 0) {
            double next = i >= 0 ? of.scores[i] : Double.NEGATIVE_INFINITY;
            double nextOther = j >= 0 ? against.scores[j] : Double.NEGATIVE_INFINITY;
            allScores[size] = Math.max(next, nextOther);
            if (i >= 0 && next >= nextOther) {
                allEvents[size] = of.counts[i--];
            }
            if (j >= 0 && nextOther >= next) {
                allOthers[size] = against.counts[j--];
            }
            size++;
        }
        scores = size == most ? allScores : Arrays.copyOf(allScores, size);
        events = size == most ? allEvents : Arrays.copyOf(allEvents, size);
        others = size == most ? allOthers : Arrays.copyOf(allOthers, size);
        eventSum = sum(events);
        otherSum = sum(others);
        // The number of all must be a number, too.
        Math.addExact(eventSum, otherSum);
    }

    /**
     * The table of columns.
     *
     * @param scores the score of each customer, finite
     * @param events whether the event came about
     * @return the table
     * @throws IllegalArgumentException if the columns differ in length or a score is not finite
     */
    public static ScoredOutcomes of(double[] scores, boolean[] events) {
        LifeTimes.requireEqual(scores.length, events.length, "scores and events");
        int eventCount = 0;
        for (boolean event : events) {
            eventCount += event ? 1 : 0;
        }
        double[] of = new double[eventCount];
        double[] against = new double[scores.length - eventCount];
        int i = 0;
        int j = 0;
        for (int k = 0; k < scores.length; k++) {
            double score = checked(scores[k], k);
            if (events[k]) {
                of[i++] = score;
            } else {
                against[j++] = score;
            }
        }
        return new ScoredOutcomes(new Tied(of), new Tied(against));
    }

    /**
     * The table of counts.
     *
     * @param scores scores in any order, finite; a score may be given several times
     * @param events number of customers with the score and the event, at least 0
     * @param others number of customers with the score and without the event, at least 0
     * @return the table
     * @throws IllegalArgumentException if the columns differ in length, a score is not finite or a count is negative
     * @throws ArithmeticException if a count overflows
     */
    public static ScoredOutcomes ofCounts(double[] scores, long[] events, long[] others) {
        LifeTimes.requireEqual(scores.length, events.length, "scores and events");
        LifeTimes.requireEqual(scores.length, others.length, "scores and others");
        for (int i = 0; i < scores.length; i++) {
            checked(scores[i], i);
            if (events[i] < 0 || others[i] < 0) {
                throw new IllegalArgumentException((events[i] < 0 ? "events[" : "others[") + i
                        + "] must be at least 0: " + (events[i] < 0 ? events[i] : others[i]));
            }
        }
        return new ScoredOutcomes(new Tied(scores, events), new Tied(scores, others));
    }

    /**
     * A collector of customers to their table, for {@code groupingBy} and parallel streams.
     *
     * @param <T> the type of the customers
     * @param score a customer's score, finite
     * @param event whether the event came about
     * @return the collector
     */
    public static <T> Collector<T, ?, ScoredOutcomes> collector(
            ToDoubleFunction<? super T> score, Predicate<? super T> event) {
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(event, "event");
        return Collector.of(
                Columns::new,
                (columns, customer) -> columns.add(score.applyAsDouble(customer), event.test(customer)),
                Columns::combine,
                Columns::table,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * The table of the customers of both tables, who must be different people.
     *
     * @param other another table of the same score
     * @return the joined table
     * @throws ArithmeticException if a count overflows
     */
    public ScoredOutcomes plus(ScoredOutcomes other) {
        return ofCounts(joined(scores, other.scores), joined(events, other.events), joined(others, other.others));
    }

    /**
     * The number of customers.
     *
     * @return with and without the event
     */
    public long customers() {
        return eventSum + otherSum;
    }

    /**
     * The number of customers with the event.
     *
     * @return a count
     */
    public long events() {
        return eventSum;
    }

    /**
     * The number of customers without the event.
     *
     * @return a count
     */
    public long others() {
        return otherSum;
    }

    /**
     * The number of different scores.
     *
     * @return the number of rows
     */
    public int size() {
        return scores.length;
    }

    /**
     * The score of a row.
     *
     * @param row from 0, the highest score first
     * @return the score
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double score(int row) {
        return scores[row];
    }

    /**
     * The number of customers with the score of a row and the event.
     *
     * @param row from 0, the highest score first
     * @return a count
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public long events(int row) {
        return events[row];
    }

    /**
     * The number of customers with the score of a row and without the event.
     *
     * @param row from 0, the highest score first
     * @return a count
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public long others(int row) {
        return others[row];
    }

    /**
     * The share of all events that is found among the customers with the highest scores. Customers whose score ties with the last
     * of them count by their proportion.
     *
     * @param share the share of the customers who are looked at, from 0 to 1
     * @return the gain, from 0 to 1; undefined without events
     * @throws IllegalArgumentException if the share is not in [0, 1]
     */
    public Measure gain(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1]: " + share);
        }
        return eventSum == 0 ? Measure.undefined("no events") : Measure.of(eventsAmong(share * customers()) / eventSum);
    }

    /**
     * How much more often the event is found among the customers with the highest scores than among all.
     *
     * @param share the share of the customers who are looked at, above 0 and up to 1
     * @return gain / share; undefined without events
     * @throws IllegalArgumentException if the share is not in (0, 1]
     */
    public Measure lift(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in (0, 1]: " + share);
        }
        Measure gain = gain(share);
        return gain.isDefined() ? Measure.of(gain.orElseThrow() / share) : gain;
    }

    /**
     * One readable line.
     *
     * @return for example {@code 7043 customers, 1869 events, 6531 different scores}
     */
    @Override
    public String toString() {
        return customers() + " customers, " + eventSum + " events, " + scores.length + " different scores";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoredOutcomes that
                && Arrays.equals(scores, that.scores)
                && Arrays.equals(events, that.events)
                && Arrays.equals(others, that.others);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(scores), Arrays.hashCode(events), Arrays.hashCode(others));
    }

    /** Refuses tables whose scores cannot be probabilities. */
    void requireProbabilities() {
        if (scores.length > 0 && !(scores[0] <= 1 && scores[scores.length - 1] >= 0)) {
            double outside = scores[0] > 1 ? scores[0] : scores[scores.length - 1];
            throw new IllegalArgumentException("scores must be probabilities in [0, 1]: " + outside);
        }
    }

    /** The number of events among so many customers with the highest scores, a number of customers that need not be whole. */
    double eventsAmong(double customers) {
        long found = 0;
        long passed = 0;
        for (int row = 0; row < scores.length; row++) {
            long tied = events[row] + others[row];
            if (passed + tied >= customers) {
                return found + events[row] * ((customers - passed) / tied);
            }
            passed += tied;
            found += events[row];
        }
        return found;
    }

    private static double checked(double score, int index) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException(
                    (index < 0 ? "score" : "scores[" + index + "]") + " must be finite: " + score);
        }
        // Adding 0 makes a -0 a plain 0.
        return score + 0.0;
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum = Math.addExact(sum, count);
        }
        return sum;
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static long[] joined(long[] a, long[] b) {
        long[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    /** Different scores, ascending, with positive counts. */
    private static final class Tied {

        private final double[] scores;
        private final long[] counts;
        private int size;

        /** Sorts the column in place. */
        Tied(double[] column) {
            SortedDoubles.sort(column);
            scores = column;
            counts = new long[column.length];
            for (double score : column) {
                add(score, 1);
            }
        }

        Tied(double[] column, long[] weights) {
            Integer[] order = new Integer[column.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Double.compare(column[a] + 0.0, column[b] + 0.0));
            scores = new double[column.length];
            counts = new long[column.length];
            for (int i : order) {
                if (weights[i] > 0) {
                    add(column[i] + 0.0, weights[i]);
                }
            }
        }

        /** The place written to is never beyond the one read from. */
        private void add(double score, long count) {
            if (size > 0 && scores[size - 1] == score) {
                counts[size - 1] = Math.addExact(counts[size - 1], count);
            } else {
                scores[size] = score;
                counts[size++] = count;
            }
        }
    }

    private static final class Columns implements Serializable {

        private static final long serialVersionUID = 1L;

        private double[] scores = new double[16];
        private boolean[] events = new boolean[16];
        private int size;

        void add(double score, boolean event) {
            if (size == scores.length) {
                makeRoom(2 * size);
            }
            scores[size] = checked(score, -1);
            events[size++] = event;
        }

        Columns combine(Columns other) {
            if (size + other.size > scores.length) {
                makeRoom(Math.max(2 * size, size + other.size));
            }
            System.arraycopy(other.scores, 0, scores, size, other.size);
            System.arraycopy(other.events, 0, events, size, other.size);
            size += other.size;
            return this;
        }

        private void makeRoom(int length) {
            scores = Arrays.copyOf(scores, length);
            events = Arrays.copyOf(events, length);
        }

        ScoredOutcomes table() {
            return of(Arrays.copyOf(scores, size), Arrays.copyOf(events, size));
        }
    }
}
