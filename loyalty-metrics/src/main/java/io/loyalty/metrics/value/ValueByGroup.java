package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.MeanDifference;
import io.loyalty.metrics.experiment.MultipleTesting;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Lifetime value by group: age band, sex, region, purchase history, loyalty.
 *
 * <h2>Definition</h2>
 *
 * <p>Per group the number of customers, the mean with its interval, the median, the total and its share. Over the groups
 * Welch's analysis of variance (equal means, unequal variances), the rank test of Kruskal and Wallis, and every pair of groups
 * by Welch's t with Holm's adjustment. Unless told otherwise groups below 10 customers are withheld, intervals are Student's at 95 %.
 *
 * <pre>{@code
 * Bands ages = Bands.of(18, 30, 45, 60);
 * ValueByGroup.withDefaults().compare(customers, c -> ages.bandOf(c.age()), Customer::value);
 * }</pre>
 *
 * <h2>Interpretation</h2>
 *
 * <p>A difference between groups is no effect of belonging to one. Values are skewed: read the median next to the mean, and
 * prefer {@link MeanInterval#BOOTSTRAP} in small groups. Two tests that disagree say that a few customers make the means. A
 * customer stands in one group per comparison; one who is in several groups enters their tests twice, and these are then too
 * sure of themselves.
 *
 * <h2>Edge cases</h2>
 *
 * <p>A group of one, or without variance, has no interval and leaves Welch's analysis undefined. Fewer than two shown groups
 * leave all tests undefined. Values that are not finite are refused. An empty group is suppressed like any other small one,
 * unless the minimum is 0.
 *
 * <h2>Performance</h2>
 *
 * <p>A sort of each group; for the ranks, a merge of the k groups that costs k per distinct value; k (k − 1)/2 pairs. The bootstrap
 * draws 2,000 values for each customer.
 *
 * <h2>References</h2>
 *
 * <p>Welch, B. L. (1951), On the comparison of several mean values: an alternative approach, Biometrika 38, 330–336,
 * doi:10.1093/biomet/38.3-4.330. Kruskal, W. H., Wallis, W. A. (1952), Use of ranks in one-criterion variance analysis,
 * Journal of the American Statistical Association 47, 583–621, doi:10.1080/01621459.1952.10483441. Holm, S. (1979), A simple
 * sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6, 65–70.
 */
public final class ValueByGroup {

    private static final ValueByGroup DEFAULT = new ValueByGroup(10, 0.95, MeanInterval.STUDENT, 0);

    private final int minimumBase;
    private final double confidence;
    private final MeanInterval interval;
    private final long seed;

    private ValueByGroup(int minimumBase, double confidence, MeanInterval interval, long seed) {
        this.minimumBase = minimumBase;
        this.confidence = confidence;
        this.interval = interval;
        this.seed = seed;
    }

    /**
     * A comparison that withholds groups below 10 customers, with Student's intervals at 95 %.
     *
     * @return the comparison
     */
    public static ValueByGroup withDefaults() {
        return DEFAULT;
    }

    /**
     * The same with another minimum.
     *
     * @param customers the smallest base that is shown, at least 0
     * @return the comparison
     * @throws IllegalArgumentException if the minimum is negative
     */
    public ValueByGroup withMinimumBase(int customers) {
        if (customers < 0) {
            throw new IllegalArgumentException("minimumBase must be at least 0: " + customers);
        }
        return new ValueByGroup(customers, confidence, interval, seed);
    }

    /**
     * The same with another confidence.
     *
     * @param level the nominal coverage of the intervals, in (0, 1)
     * @return the comparison
     * @throws IllegalArgumentException if the level is out of its range
     */
    public ValueByGroup withConfidence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + level);
        }
        return new ValueByGroup(minimumBase, level, interval, seed);
    }

    /**
     * The same with other intervals of the means.
     *
     * @param method how they are made
     * @return the comparison
     */
    public ValueByGroup with(MeanInterval method) {
        return new ValueByGroup(minimumBase, confidence, Objects.requireNonNull(method, "method"), seed);
    }

    /**
     * The same with another seed of the bootstrap, 0 unless told otherwise.
     *
     * @param start any number; the same one gives the same intervals
     * @return the comparison
     */
    public ValueByGroup withSeed(long start) {
        return new ValueByGroup(minimumBase, confidence, interval, start);
    }

    /**
     * Compares groups.
     *
     * @param values the values of each group's customers
     * @param <K> the type of the keys
     * @return the report, in the order of the keys
     * @throws IllegalArgumentException if a value is not finite
     */
    public <K extends Comparable<? super K>> ValueByGroupReport<K> compare(Map<K, double[]> values) {
        SortedMap<K, GroupSample> samples = new TreeMap<>();
        SortedMap<K, Integer> suppressed = new TreeMap<>();
        NeumaierSum total = new NeumaierSum();
        // In the order of the keys, so that sums do not depend on the order of the map.
        new TreeMap<>(values).forEach((key, group) -> {
            requireFinite(group, key);
            GroupSample sample = GroupSample.of(group);
            total.add(sample.total());
            if (sample.n() < minimumBase) {
                suppressed.put(key, sample.n());
            } else {
                samples.put(key, sample);
            }
        });
        SortedMap<K, GroupValue> shown = new TreeMap<>();
        samples.forEach((key, sample) -> shown.put(key, value(sample, total.value())));
        List<GroupSample> groups = List.copyOf(samples.values());
        return new ValueByGroupReport<>(
                shown,
                suppressed,
                minimumBase,
                GroupTests.welch(groups),
                GroupTests.kruskalWallis(groups),
                differences(List.copyOf(samples.keySet()), groups));
    }

    /**
     * Compares groups of customers.
     *
     * @param customers the customers
     * @param group gives the group of a customer
     * @param value gives the value of a customer, a finite number
     * @param <T> the type of the customers
     * @param <K> the type of the keys
     * @return the report, in the order of the keys
     * @throws IllegalArgumentException if a value is not finite
     */
    public <T, K extends Comparable<? super K>> ValueByGroupReport<K> compare(
            Collection<T> customers, Function<? super T, K> group, ToDoubleFunction<? super T> value) {
        Map<K, List<T>> members = new TreeMap<>();
        customers.forEach(customer -> members.computeIfAbsent(group.apply(customer), key -> new ArrayList<>())
                .add(customer));
        Map<K, double[]> values = new TreeMap<>();
        members.forEach(
                (key, list) -> values.put(key, list.stream().mapToDouble(value).toArray()));
        return compare(values);
    }

    private GroupValue value(GroupSample sample, double total) {
        Measure share =
                total > 0 ? Measure.of(sample.total() / total) : Measure.undefined("total value is not above 0");
        return new GroupValue(
                sample.n(), sample.total(), share, sample.mean(confidence, interval, seed), sample.median());
    }

    private <K> List<GroupDifference<K>> differences(List<K> keys, List<GroupSample> groups) {
        List<K> firsts = new ArrayList<>();
        List<K> seconds = new ArrayList<>();
        List<MeanDifference> pairs = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            for (int j = i + 1; j < keys.size(); j++) {
                firsts.add(keys.get(i));
                seconds.add(keys.get(j));
                pairs.add(GroupTests.difference(groups.get(i), groups.get(j), confidence));
            }
        }
        List<Measure> adjusted = MultipleTesting.HOLM.adjust(
                pairs.stream().map(GroupTests::pValue).toList());
        List<GroupDifference<K>> differences = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            differences.add(new GroupDifference<>(
                    firsts.get(i),
                    seconds.get(i),
                    pairs.get(i).difference(),
                    GroupTests.pValue(pairs.get(i)),
                    adjusted.get(i)));
        }
        return differences;
    }

    private static void requireFinite(double[] values, Object key) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("values of " + key + "[" + i + "] must be finite: " + values[i]);
            }
        }
    }
}
