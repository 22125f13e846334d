package io.loyalty.metrics.survey;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Results by group, of which those with a small base are withheld and named.
 *
 * <p>A figure from a handful of answers says little and may give away who said it. Mind that a single withheld group can be worked
 * out from the total.
 *
 * <pre>{@code
 * Map<String, NetPromoterScore> byShop =
 *         stream.collect(groupingBy(Reply::shop, NetPromoterScore.collector(Reply::answer)));
 * GroupReport<String, NetPromoterScore> report = GroupReport.of(byShop, NetPromoterScore::base);
 * }</pre>
 *
 * @param shown the results of groups with a sufficient base, by key
 * @param suppressed the bases of the others, by key
 * @param minimumBase the smallest base that is shown
 * @param <K> the type of the keys
 * @param <R> the type of the results
 */
public record GroupReport<K extends Comparable<? super K>, R>(
        SortedMap<K, R> shown, SortedMap<K, Long> suppressed, long minimumBase) {

    /** The smallest base that is shown unless told otherwise. */
    public static final long DEFAULT_MINIMUM_BASE = 10;

    /**
     * Copies the maps in.
     *
     * @param shown the results of groups with a sufficient base, by key
     * @param suppressed the bases of the others, by key
     * @param minimumBase the smallest base that is shown
     * @throws IllegalArgumentException if the minimum is negative
     */
    public GroupReport {
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(suppressed, "suppressed");
        shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
        suppressed = Collections.unmodifiableSortedMap(new TreeMap<>(suppressed));
        if (minimumBase < 0) {
            throw new IllegalArgumentException("minimumBase must be at least 0: " + minimumBase);
        }
    }

    /**
     * Withholds results from a base below {@value #DEFAULT_MINIMUM_BASE}.
     *
     * @param results the results of all groups
     * @param base gives the base of a result
     * @param <K> the type of the keys
     * @param <R> the type of the results
     * @return the report, in the order of the keys
     */
    public static <K extends Comparable<? super K>, R> GroupReport<K, R> of(
            Map<K, R> results, ToLongFunction<? super R> base) {
        return of(results, base, DEFAULT_MINIMUM_BASE);
    }

    /**
     * Withholds results from a small base.
     *
     * @param results the results of all groups
     * @param base gives the base of a result
     * @param minimumBase the smallest base that is shown, at least 0
     * @param <K> the type of the keys
     * @param <R> the type of the results
     * @return the report, in the order of the keys
     * @throws IllegalArgumentException if the minimum is negative
     */
    public static <K extends Comparable<? super K>, R> GroupReport<K, R> of(
            Map<K, R> results, ToLongFunction<? super R> base, long minimumBase) {
        Objects.requireNonNull(base, "base");
        SortedMap<K, R> shown = new TreeMap<>();
        SortedMap<K, Long> suppressed = new TreeMap<>();
        results.forEach((key, result) -> {
            long n = base.applyAsLong(result);
            if (n < minimumBase) {
                suppressed.put(key, n);
            } else {
                shown.put(key, result);
            }
        });
        return new GroupReport<>(shown, suppressed, minimumBase);
    }

    /**
     * The groups in one line.
     *
     * @return the shown results and the bases of those withheld
     */
    @Override
    public String toString() {
        return shown + ", base below " + minimumBase + ": " + suppressed;
    }
}
