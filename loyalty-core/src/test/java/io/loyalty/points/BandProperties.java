package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.loyalty.time.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A band of fixed lots against a list of them, while the clock moves on and lots come, go and come back. */
class BandProperties {

    private static Lot lot(int id, int expires) {
        return new Lot(
                id,
                PointType.REGULAR,
                id,
                id,
                0,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.ofEpochSecond(expires),
                Term.never(),
                0,
                "");
    }

    private static long dead(List<Lot> lots, Instant clock) {
        return lots.stream()
                .filter(lot -> !lot.expiresAt().isAfter(clock))
                .mapToLong(Lot::remaining)
                .sum();
    }

    @Property(tries = 200, seed = "47")
    void knowsWhatHasDied(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int steps) {
        Random random = new Random(seed);
        int disorder = 1 << random.nextInt(8);
        List<Lot> lots = new ArrayList<>();
        Band band = Band.forLot(lot(1, 1));
        int now = 0;
        for (int step = 0; step < steps; step++) {
            Instant clock = Instant.ofEpochSecond(now);
            int which = random.nextInt(4);
            if (which < 2) {
                Lot lot = lot(lots.size() + 1, Math.max(1, step + 40 - random.nextInt(disorder)));
                lots.add(lot);
                band.add(lot, clock);
            } else if (which == 2 && !lots.isEmpty()) {
                int at = random.nextInt(lots.size());
                Lot before = lots.get(at);
                Lot after = before.with(random.nextInt(before.id() + 1), 0, 0);
                lots.set(at, after);
                band.replace(before, after, clock);
            } else {
                now += random.nextInt(8);
                clock = Instant.ofEpochSecond(now);
                band = random.nextBoolean() ? new Band(band) : band;
                band.pass(clock);
            }
            assertEquals(dead(lots, clock), band.dead());
            assertEquals(band.dead(), band.deadBy(clock));
            Instant next = band.nextExpiry();
            for (Lot lot : lots) {
                assertFalse(lot.remaining() > 0
                        && lot.expiresAt().isAfter(clock)
                        && lot.expiresAt().isBefore(next));
            }
        }
    }
}
