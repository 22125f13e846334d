package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Tallies in one array, changed at the place, are those that {@link Tally#add} makes one by one. */
class TalliesProperties {

    private static final int TALLIES = 3;

    /** A change of a number: of which tally, how long after the one before, and by how much. */
    record Change(int index, int later, int by) {}

    /** For how many buckets numbers are kept, and how many numbers at most. */
    record Kept(long span, int most) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Integer> later = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(0, 1)),
                Tuple.of(2, Arbitraries.integers().between(-6, 9)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, TALLIES - 1), later, Arbitraries.of(1, 1, 2, 5, -1, -2, -5))
                .as(Change::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Kept> kept() {
        return Arbitraries.of(
                new Kept(4, Integer.MAX_VALUE),
                new Kept(1, Integer.MAX_VALUE),
                new Kept(TallySpec.FOR_EVER, 1),
                new Kept(TallySpec.FOR_EVER, 3),
                new Kept(4, 2));
    }

    @Property(tries = 1_000, seed = "20261122")
    void changesAtThePlaceAreThoseOfEachTallyByItself(
            @ForAll("changes") List<Change> changes, @ForAll("kept") Kept kept) {
        TallySpec spec = new TallySpec(
                "k",
                TallySpec.Kind.POINTS,
                TallySpec.Side.OWN,
                -1,
                "",
                TallySpec.Buckets.DAY,
                Cap.Room.NET,
                kept.span(),
                kept.most());
        long[][] single = new long[TALLIES][];
        Arrays.fill(single, Tally.EMPTY);
        long[] all = Tallies.of(single);
        long[] alone = all;
        long bucket = 100;
        for (Change change : changes) {
            bucket += change.later();
            long[] before = alone.clone();
            long[] after = Tallies.add(alone, change.index(), bucket, change.by(), spec, false);
            assertArrayEquals(before, alone, "what is not one's own is left alone");
            alone = after;
            all = Tallies.add(all, change.index(), bucket, change.by(), spec, true);
            single[change.index()] = Tally.add(single[change.index()], bucket, change.by(), kept.span(), kept.most());
            assertArrayEquals(Tallies.of(single), alone);
            assertArrayEquals(Tallies.of(single), all);
        }
    }
}
