package io.loyalty.metrics.purchase;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Local days of a zone at the speed of a column: the offsets of a stretch of twelve days, and when they change within it, are
 * looked up once and kept. Not safe for use by several threads.
 */
final class ZoneDays {

    private static final int STRETCH_BITS = 20;
    private static final int SLOTS = 256;
    private static final long DAY_SECONDS = 86_400;
    /** Two changes within one stretch: some zones did that, and their offsets are then asked for one by one. */
    private static final int SEVERAL = Integer.MIN_VALUE;

    private final ZoneRules rules;
    private final long[] stretches = new long[SLOTS];
    private final long[] changes = new long[SLOTS];
    private final int[] before = new int[SLOTS];
    private final int[] after = new int[SLOTS];
    private long steadyFrom;
    private long steadyUntil;
    private int steadyOffset;

    ZoneDays(ZoneId zone) {
        rules = zone.getRules();
        Arrays.fill(stretches, Long.MIN_VALUE);
    }

    long dayOf(long epochSecond) {
        long stretch = epochSecond >> STRETCH_BITS;
        int slot = (int) stretch & (SLOTS - 1);
        if (stretches[slot] != stretch) {
            load(stretch, slot);
        }
        int offset = epochSecond < changes[slot] ? before[slot] : after[slot];
        if (offset == SEVERAL) {
            offset = rules.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
        }
        return Math.floorDiv(epochSecond + offset, DAY_SECONDS);
    }

    /**
     * Whether the clocks of the zone are not changed between two times.
     *
     * @return whether {@link #steadyOffset} is the offset of both and all times between
     */
    boolean isSteady(long first, long last) {
        if (first < steadyFrom || last >= steadyUntil) {
            Instant start = Instant.ofEpochSecond(first);
            ZoneOffsetTransition next = rules.nextTransition(start);
            steadyFrom = first;
            steadyUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond();
            steadyOffset = rules.getOffset(start).getTotalSeconds();
        }
        return last < steadyUntil;
    }

    /** In seconds. */
    int steadyOffset() {
        return steadyOffset;
    }

    private void load(long stretch, int slot) {
        Instant start = Instant.ofEpochSecond(stretch << STRETCH_BITS);
        long end = (stretch + 1) << STRETCH_BITS;
        ZoneOffsetTransition next = rules.nextTransition(start);
        stretches[slot] = stretch;
        changes[slot] = end;
        before[slot] = rules.getOffset(start).getTotalSeconds();
        if (next != null && next.toEpochSecond() < end) {
            ZoneOffsetTransition second = rules.nextTransition(next.getInstant());
            boolean single = second == null || second.toEpochSecond() >= end;
            changes[slot] = next.toEpochSecond();
            before[slot] = single ? before[slot] : SEVERAL;
            after[slot] = single ? next.getOffsetAfter().getTotalSeconds() : SEVERAL;
        }
    }
}
