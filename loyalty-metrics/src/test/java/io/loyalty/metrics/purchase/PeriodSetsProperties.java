package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PeriodSetsProperties {

    @Provide
    Arbitrary<int[]> notes() {
        return Arbitraries.integers().between(0, 400).array(int[].class).ofMaxSize(400);
    }

    /** Small spans become bit maps, large ones stay lists; filing in between mixes both. */
    @Property(tries = 300, seed = "20260405")
    void setsHoldWhatWasNotedOnce(
            @ForAll("notes") int[] notes,
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 200_000) int stretch,
            @ForAll @IntRange(min = 1, max = 30) int fileEvery) {
        PeriodSets sets = new PeriodSets(new PeriodRoom());
        TreeSet<Integer>[] expected = emptySets(rows);
        for (int i = 0; i < notes.length; i++) {
            int row = (i * 7 + notes[i]) % rows;
            int period = notes[i] * stretch;
            sets.add(row, period, rows);
            expected[row].add(period);
            if (i % fileEvery == 0) {
                sets.file(rows);
            }
        }
        sets.file(rows);
        PeriodSets copy = sets.copy(new PeriodRoom());
        for (int row = 0; row < rows; row++) {
            sets.add(row, 100_000_000, rows);
        }
        sets.file(rows);
        for (int row = 0; row < rows; row++) {
            assertArrayEquals(members(expected[row]), copy.members(row));
            assertEquals(expected[row].size(), copy.size(row));
            expected[row].add(100_000_000);
            assertArrayEquals(members(expected[row]), sets.members(row));
            assertEquals(expected[row].size(), sets.size(row));
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static TreeSet<Integer>[] emptySets(int rows) {
        TreeSet<Integer>[] sets = new TreeSet[rows];
        for (int row = 0; row < rows; row++) {
            sets[row] = new TreeSet<>(Comparator.reverseOrder());
        }
        return sets;
    }

    private static int[] members(TreeSet<Integer> set) {
        return set.stream().mapToInt(Integer::intValue).toArray();
    }
}
