package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PeriodLogProperties {

    /** Up to five blocks, twice, from the same room. */
    @Property(tries = 60, seed = "20261125")
    void whatWasNotedComesOutByRow(
            @ForAll @IntRange(max = 5_000) int notes,
            @ForAll @IntRange(min = 1, max = 300) int rows,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PeriodLog log = new PeriodLog(new PeriodRoom());
        for (int round = 0; round < 2; round++) {
            List<List<Integer>> expected = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                expected.add(new ArrayList<>());
            }
            for (int i = 0; i < notes; i++) {
                int row = random.nextInt(rows);
                int member = random.nextInt(Integer.MAX_VALUE);
                log.add(row, member);
                expected.get(row).add(member);
            }
            assertEquals(notes, log.size());
            int[] ends = new int[rows + 1];
            int[] members = new int[notes];
            log.drain(rows, ends, members);
            int from = 0;
            for (int row = 0; row < rows; row++) {
                assertEquals(
                        expected.get(row),
                        IntStream.range(from, ends[row])
                                .map(i -> members[i])
                                .boxed()
                                .toList());
                from = ends[row];
            }
        }
    }
}
