package io.loyalty.metrics.purchase;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Local days of a zone at the speed of a column: the offset is looked up once per stretch of twelve days and kept. Only
 * a stretch that holds a transition asks the zone each time. Not safe for use by several threads.
 */
final class ZoneDays {

    private static final int STRETCH_BITS = 20;
    private static final int SLOTS = 256;
    private static final int HOLDS_TRANSITION = Integer.MIN_VALUE;
    private static final long DAY_SECONDS = 86_400;

    private final ZoneRules rules;
    private final long[] stretches = new long[SLOTS];
    private final int[] offsets = new int[SLOTS];

    ZoneDays(ZoneId zone) {
        rules = zone.getRules();
        Arrays.fill(stretches, Long.MIN_VALUE);
    }

    long dayOf(long epochSecond) {
        long stretch = epochSecond >> STRETCH_BITS;
        int slot = (int) stretch & (SLOTS - 1);
        int offset = stretches[slot] == stretch ? offsets[slot] : load(stretch, slot);
        if (offset == HOLDS_TRANSITION) {
            offset = rules.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
        }
        return Math.floorDiv(epochSecond + offset, DAY_SECONDS);
    }

    private int load(long stretch, int slot) {
        Instant start = Instant.ofEpochSecond(stretch << STRETCH_BITS);
        ZoneOffsetTransition next = rules.nextTransition(start);
        boolean constant = next == null || next.toEpochSecond() >= (stretch + 1) << STRETCH_BITS;
        stretches[slot] = stretch;
        offsets[slot] = constant ? rules.getOffset(start).getTotalSeconds() : HOLDS_TRANSITION;
        return offsets[slot];
    }
}
