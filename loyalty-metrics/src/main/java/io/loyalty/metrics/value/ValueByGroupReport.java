package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lifetime value by group, with the tests of whether the groups differ.
 *
 * @param shown the groups with a sufficient base, by key
 * @param suppressed the numbers of customers of the others, by key; they are in no test
 * @param minimumBase the smallest base that is shown
 * @param equalMeans Welch's analysis of variance: whether all means are equal
 * @param equalRanks the test of Kruskal and Wallis: whether no group tends to larger values than the others
 * @param differences every pair of the shown groups, in the order of the keys
 * @param <K> the type of the keys
 */
public record ValueByGroupReport<K extends Comparable<? super K>>(
        SortedMap<K, GroupValue> shown,
        SortedMap<K, Integer> suppressed,
        int minimumBase,
        GroupTest equalMeans,
        GroupTest equalRanks,
        List<GroupDifference<K>> differences) {

    /**
     * Copies the collections in.
     *
     * @param shown the groups with a sufficient base, by key
     * @param suppressed the numbers of customers of the others, by key
     * @param minimumBase the smallest base that is shown
     * @param equalMeans Welch's analysis of variance
     * @param equalRanks the test of Kruskal and Wallis
     * @param differences every pair of the shown groups
     */
    public ValueByGroupReport {
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(suppressed, "suppressed");
        Objects.requireNonNull(differences, "differences");
        shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
        suppressed = Collections.unmodifiableSortedMap(new TreeMap<>(suppressed));
        Objects.requireNonNull(equalMeans, "equalMeans");
        Objects.requireNonNull(equalRanks, "equalRanks");
        differences = List.copyOf(differences);
    }

    /**
     * The pairs whose means differ at a level, after Holm's adjustment.
     *
     * @param level the chance of calling any difference by mistake, in (0, 1), for example 0.05
     * @return these pairs, in the order of the keys
     * @throws IllegalArgumentException if the level is out of its range
     */
    public List<GroupDifference<K>> differingAt(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1): " + level);
        }
        return differences.stream()
                .filter(pair -> {
                    Measure p = pair.adjustedPValue();
                    return p.isDefined() && p.orElseThrow() <= level;
                })
                .toList();
    }
}
