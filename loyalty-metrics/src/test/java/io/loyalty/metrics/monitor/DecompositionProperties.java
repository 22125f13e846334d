package io.loyalty.metrics.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Parts add up to the whole, and do not depend on names, order or direction. */
class DecompositionProperties {

    @Property(seed = "501", tries = 500)
    void lmdiAddsUpAndIsOppositeForSwappedPeriods(@ForAll("positive") List<Driver> drivers) {
        ChangeDecomposition change = ChangeDecomposition.lmdi(drivers);
        double scale = size(change);
        assertEquals(change.after() - change.before(), change.change(), 1e-14 * scale);
        ChangeDecomposition back = ChangeDecomposition.lmdi(swapped(drivers));
        for (int i = 0; i < drivers.size(); i++) {
            assertEquals(-effect(change, i), effect(back, i), 1e-15 * scale);
        }
    }

    @Property(seed = "502", tries = 500)
    void shapleyAddsUpInEitherForm(@ForAll("any") List<Driver> drivers) {
        ChangeDecomposition product = ChangeDecomposition.shapley(drivers);
        ChangeDecomposition formula = ChangeDecomposition.shapley(drivers, DecompositionProperties::product);
        double scale = size(product) + largest(drivers);
        assertEquals(product.after() - product.before(), product.change(), 1e-13 * scale);
        for (int i = 0; i < drivers.size(); i++) {
            assertEquals(effect(product, i), effect(formula, i), 1e-13 * scale);
        }
    }

    @Property(seed = "503", tries = 300)
    void orderOfTheDriversDoesNotMatter(@ForAll("positive") List<Driver> drivers) {
        List<Driver> reversed = new ArrayList<>(drivers);
        Collections.reverse(reversed);
        int last = drivers.size() - 1;
        ChangeDecomposition there = ChangeDecomposition.shapley(drivers);
        ChangeDecomposition back = ChangeDecomposition.shapley(reversed);
        ChangeDecomposition lmdi = ChangeDecomposition.lmdi(drivers);
        ChangeDecomposition lmdiBack = ChangeDecomposition.lmdi(reversed);
        for (int i = 0; i <= last; i++) {
            assertEquals(effect(there, i), effect(back, last - i), 1e-14 * Math.abs(effect(there, i)));
            assertEquals(effect(lmdi, i), effect(lmdiBack, last - i), 1e-14 * Math.abs(effect(lmdi, i)));
        }
    }

    @Property(seed = "504", tries = 300)
    void sequentialSplitsOfBothDirectionsAverageToShapleyForTwo(@ForAll("pair") List<Driver> drivers) {
        List<Driver> reversed = List.of(drivers.get(1), drivers.get(0));
        ChangeDecomposition there = ChangeDecomposition.sequential(drivers, DecompositionProperties::product);
        ChangeDecomposition back = ChangeDecomposition.sequential(reversed, DecompositionProperties::product);
        ChangeDecomposition shapley = ChangeDecomposition.shapley(drivers);
        double scale = size(shapley) + largest(drivers);
        assertEquals((effect(there, 0) + effect(back, 1)) / 2, effect(shapley, 0), 1e-14 * scale);
        assertEquals((effect(there, 1) + effect(back, 0)) / 2, effect(shapley, 1), 1e-14 * scale);
    }

    @Property(seed = "505", tries = 500)
    void mixAndRateAddUp(
            @ForAll("segments") Map<Integer, SegmentBase> before, @ForAll("segments") Map<Integer, SegmentBase> after) {
        MixRate<Integer> change = MixRate.of(before, after);
        double first = mean(before);
        double second = mean(after);
        assertEquals(second - first, change.change().orElseThrow(), 1e-11);
        MixRate<Integer> back = MixRate.of(after, before);
        assertEquals(-change.mix().orElseThrow(), back.mix().orElseThrow(), 1e-11);
        assertEquals(-change.rate().orElseThrow(), back.rate().orElseThrow(), 1e-11);
    }

    @Property(seed = "506", tries = 300)
    void unitOfTheBaseDoesNotMatter(
            @ForAll("segments") Map<Integer, SegmentBase> before, @ForAll("segments") Map<Integer, SegmentBase> after) {
        Map<Integer, SegmentBase> doubled = new HashMap<>();
        after.forEach((key, base) -> doubled.put(key, base.plus(base)));
        assertEquals(
                MixRate.of(before, after).mix(), MixRate.of(before, doubled).mix());
    }

    @Provide
    Arbitrary<List<Driver>> positive() {
        return drivers(Arbitraries.doubles().between(1e-3, 1e3).ofScale(9), 1, 6);
    }

    @Provide
    Arbitrary<List<Driver>> any() {
        return drivers(Arbitraries.doubles().between(-20, 20).ofScale(9), 1, 6);
    }

    @Provide
    Arbitrary<List<Driver>> pair() {
        return drivers(Arbitraries.doubles().between(-20, 20).ofScale(9), 2, 2);
    }

    @Provide
    Arbitrary<Map<Integer, SegmentBase>> segments() {
        Arbitrary<SegmentBase> base = Combinators.combine(
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(-1000, 1000))
                .as((size, total) -> new SegmentBase(size, size == 0 ? 0 : total));
        return Arbitraries.maps(Arbitraries.integers().between(0, 9), base)
                .ofMinSize(1)
                .ofMaxSize(8)
                .filter(map -> map.values().stream().anyMatch(s -> s.size() > 0));
    }

    private static Arbitrary<List<Driver>> drivers(Arbitrary<Double> values, int least, int most) {
        return Combinators.combine(values, values)
                .as(Tuple::of)
                .list()
                .ofMinSize(least)
                .ofMaxSize(most)
                .map(pairs -> {
                    List<Driver> drivers = new ArrayList<>();
                    pairs.forEach(pair -> drivers.add(new Driver("d" + drivers.size(), pair.get1(), pair.get2())));
                    return drivers;
                });
    }

    private static List<Driver> swapped(List<Driver> drivers) {
        return drivers.stream()
                .map(d -> new Driver(d.name(), d.after(), d.before()))
                .toList();
    }

    private static double product(double[] x) {
        return Arrays.stream(x).reduce(1, (a, b) -> a * b);
    }

    private static double mean(Map<Integer, SegmentBase> segments) {
        double total =
                segments.values().stream().mapToDouble(SegmentBase::total).sum();
        return total / segments.values().stream().mapToDouble(SegmentBase::size).sum();
    }

    private static double effect(ChangeDecomposition change, int driver) {
        return change.contributions().get(driver).effect().orElseThrow();
    }

    /** The figures and the sum of the sizes of the effects: what rounding is measured by. */
    private static double size(ChangeDecomposition change) {
        double sum = Math.abs(change.before()) + Math.abs(change.after());
        for (Contribution contribution : change.contributions()) {
            sum += Math.abs(contribution.effect().orElseThrow());
        }
        return sum;
    }

    /** The largest product of a mixture. */
    private static double largest(List<Driver> drivers) {
        return drivers.stream()
                .mapToDouble(d -> Math.max(Math.abs(d.before()), Math.abs(d.after())))
                .reduce(1, (a, b) -> a * b);
    }
}
