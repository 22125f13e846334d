package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Mix and rate: whether an average moved because its segments moved, or because there are now more customers of one kind.
 *
 * <h2>Definition</h2>
 *
 * <p>The overall mean is \( A = \sum_i w_i r_i \), w the shares of the base and r the means of the segments. Its change is the
 * sum over segments of
 *
 * <ul>
 *   <li>mix \( (\bar r_i - \bar A)(w_{i1} - w_{i0}) \) and
 *   <li>rate \( \bar w_i (r_{i1} - r_{i0}) \),
 * </ul>
 *
 * <p>where a bar is the midpoint of the two periods. Since the changes of shares add up to 0, taking the overall mean off
 * changes no sum; it makes the mix effect of a segment tell whether better or worse than average customers became more.
 *
 * <pre>{@code
 * Map<Region, SegmentBase> lastYear = orders.stream()
 *         .collect(toMap(Order::region, order -> new SegmentBase(1, order.revenue()), SegmentBase::plus));
 * MixRate<Region> change = MixRate.of(lastYear, thisYear); // of the order value
 * }</pre>
 *
 * <h2>Interpretation</h2>
 *
 * <p>In the unit of the mean. An average can fall while every segment rises (Simpson's paradox): the rate effects are then
 * positive and the mix is negative. Arithmetic, no proof of cause.
 *
 * <h2>Edge cases</h2>
 *
 * <p>A segment that is new or gone has no mean in one period; it counts with its mean of the other period and is all mix. No base at all
 * in one of the periods leaves everything undefined. A segment that is missing from a map is an empty one.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the number of segments, after sorting their keys.
 *
 * <h2>References</h2>
 *
 * <p>Kitagawa, E. M. (1955), Components of a difference between two rates, Journal of the American Statistical Association 50, 1168–1194,
 * doi:10.1080/01621459.1955.10501299.
 *
 * @param before the overall mean of the earlier period
 * @param after the overall mean of the later period
 * @param effects what each segment did, by key
 * @param <K> the type of the keys
 */
public record MixRate<K extends Comparable<? super K>>(
        Measure before, Measure after, SortedMap<K, MixRateEffect> effects) {

    private static final String NO_BASE = "no base in one of the periods";

    /**
     * Copies the map in.
     *
     * @param before the overall mean of the earlier period
     * @param after the overall mean of the later period
     * @param effects what each segment did, by key
     */
    public MixRate {
        Objects.requireNonNull(effects, "effects");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        effects = Collections.unmodifiableSortedMap(new TreeMap<>(effects));
    }

    /**
     * Divides the change of an overall mean.
     *
     * @param before the segments of the earlier period
     * @param after the segments of the later period
     * @param <K> the type of the keys
     * @return the effects, in the order of the keys
     */
    public static <K extends Comparable<? super K>> MixRate<K> of(
            Map<K, SegmentBase> before, Map<K, SegmentBase> after) {
        TreeSet<K> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        // In the order of the keys, so that sums do not depend on the order of the maps.
        SortedMap<K, SegmentBase> first = new TreeMap<>(before);
        SortedMap<K, SegmentBase> second = new TreeMap<>(after);
        SegmentBase all0 = sum(first);
        SegmentBase all1 = sum(second);
        boolean defined = all0.size() > 0 && all1.size() > 0;
        double centre = defined ? all0.total() / all0.size() / 2 + all1.total() / all1.size() / 2 : 0;
        SortedMap<K, MixRateEffect> effects = new TreeMap<>();
        for (K key : keys) {
            SegmentBase s0 = first.getOrDefault(key, SegmentBase.EMPTY);
            SegmentBase s1 = second.getOrDefault(key, SegmentBase.EMPTY);
            effects.put(
                    key,
                    defined
                            ? effect(s0, s1, all0.size(), all1.size(), centre)
                            : new MixRateEffect(s0, s1, Measure.undefined(NO_BASE), Measure.undefined(NO_BASE)));
        }
        return new MixRate<>(all0.mean(), all1.mean(), effects);
    }

    /**
     * The part of the change that is due to changed shares.
     *
     * @return the sum of the mix effects; undefined without a base in one of the periods
     */
    public Measure mix() {
        return sum(MixRateEffect::mix);
    }

    /**
     * The part of the change that is due to changed means.
     *
     * @return the sum of the rate effects; undefined without a base in one of the periods
     */
    public Measure rate() {
        return sum(MixRateEffect::rate);
    }

    /**
     * The change of the overall mean.
     *
     * @return mix + rate, which is after − before; undefined without a base in one of the periods
     */
    public Measure change() {
        Measure mix = mix();
        return mix.isDefined() ? Measure.of(mix.orElseThrow() + rate().orElseThrow()) : mix;
    }

    /**
     * The two parts in one line.
     *
     * @return for example {@code 20.0 to 18.5: mix -2.0, rate 0.5}
     */
    @Override
    public String toString() {
        return before + " to " + after + ": mix " + mix() + ", rate " + rate();
    }

    private Measure sum(Function<MixRateEffect, Measure> part) {
        if (!before.isDefined() || !after.isDefined()) {
            return Measure.undefined(NO_BASE);
        }
        NeumaierSum sum = new NeumaierSum();
        effects.values().forEach(effect -> sum.add(part.apply(effect).orElseThrow()));
        return Measure.of(sum.value());
    }

    /** Compensated, so that the effects of many segments add up to the change. */
    private static SegmentBase sum(SortedMap<?, SegmentBase> segments) {
        NeumaierSum size = new NeumaierSum();
        NeumaierSum total = new NeumaierSum();
        segments.values().forEach(segment -> {
            size.add(segment.size());
            total.add(segment.total());
        });
        // Nobody has no total, though empty parts may leave -0.
        return size.value() > 0 ? new SegmentBase(size.value(), total.value()) : SegmentBase.EMPTY;
    }

    private static MixRateEffect effect(SegmentBase s0, SegmentBase s1, double all0, double all1, double centre) {
        if (s0.size() == 0 && s1.size() == 0) {
            return new MixRateEffect(s0, s1, Measure.of(0), Measure.of(0));
        }
        double r0 = s0.size() > 0 ? s0.total() / s0.size() : s1.total() / s1.size();
        double r1 = s1.size() > 0 ? s1.total() / s1.size() : r0;
        double w0 = s0.size() / all0;
        double w1 = s1.size() / all1;
        double mix = (r0 / 2 + r1 / 2 - centre) * (w1 - w0);
        double rate = (w0 / 2 + w1 / 2) * (r1 - r0);
        return new MixRateEffect(s0, s1, Measure.of(mix), Measure.of(rate));
    }
}
