package io.loyalty.metrics.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RowBatchProperties {

    private record Entry(long key, int row, int tick, long amount) {}

    /** Whatever takes the bits: seconds of 68 years leave eleven for an amount. */
    @Property(tries = 300, seed = "20261122")
    void whatWasPutIsRead(
            @ForAll @Size(min = 1, max = 60) List<Long> amounts,
            @ForAll @IntRange(min = 0) int mostTick,
            @ForAll @IntRange(min = 1, max = 7) int segments,
            @ForAll @LongRange(min = 1, max = 1 << 20) long divisor) {
        RowBatch batch = new RowBatch(segments * amounts.size(), mostTick);
        batch.divide(segments);
        batch.keepKeys();
        List<List<Entry>> expected = new ArrayList<>();
        for (int i = 0; i < segments; i++) {
            expected.add(new ArrayList<>());
        }
        for (int i = 0; i < amounts.size(); i++) {
            long amount = amounts.get(i);
            int tick = i % 3 == 0 ? -2 - i % 2 : (int) Math.floorMod(amount, mostTick + 1L);
            Entry entry = new Entry(~amount, RowBatch.SIZE - 1 - i, tick, amount / divisor);
            int segment = (int) Math.floorMod(amount, (long) segments);
            batch.put(segment, entry.key(), entry.row(), entry.tick(), entry.amount());
            expected.get(segment).add(entry);
        }
        for (int segment = 0; segment < segments; segment++) {
            List<Entry> actual = new ArrayList<>();
            for (int i = batch.start(segment); i < batch.end(segment); i++) {
                actual.add(new Entry(batch.key(i), batch.row(i), batch.tick(i), batch.amount(i)));
            }
            assertEquals(expected.get(segment), actual);
        }
    }
}
