package io.loyalty.earning;

import io.loyalty.money.Rounding;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What rules said of a fact, as far as it cannot be found out again: by slot the reason and the points, or for what only counts
 * how far it counted. Filled while a fact is scored, then left alone.
 */
final class Entries implements Serializable {

    private static final long serialVersionUID = 1;

    private static final Reason[] REASONS = Reason.values();
    private static final long[] NONE = {};

    private static final int SPARE = 8;

    /** An entry: the slot, above the reason in 8 bits, above the value in 32. */
    private static final int SLOT = 40;

    private static final int KEY = 32;
    /** In an entry: the value stands in {@code notes}, and its index in the entry. */
    private static final long IS_WIDE = 0x80L << KEY;

    private static final int REASON = 0x7F;
    /** The key of a note that is the value of an entry. */
    private static final long WIDE = Long.MAX_VALUE;

    /** Entries; more than there are. */
    private long[] said = NONE;

    private int size;
    /** The sum of all points; below 0 once it did not fit. */
    private long total;
    /**
     * Pairs: the number of a limit and what it cut; minus one minus a slot, and the day of the occasion that it paid; or {@link
     * #WIDE} and a value that does not fit into an entry.
     */
    private long[] notes = NONE;

    void add(int slot, Reason reason, long value) {
        if (size == said.length) {
            reserve(size == 0 ? SPARE : 1);
        }
        set(size++, slot, reason, value);
        if (isPaid(reason)) {
            extend(size, value);
        }
    }

    /** Makes room for so many entries more; gives them all, for {@link #put}. */
    long[] reserve(int more) {
        if (said.length < size + more) {
            said = size == 0 ? new long[more] : Arrays.copyOf(said, size + more + SPARE);
        }
        return said;
    }

    /** What {@link #put} needs to know of a slot. */
    static long key(int slot) {
        return (long) slot << SLOT | (long) Reason.APPLIED.ordinal() << KEY;
    }

    /**
     * Puts points that fit into 31 bits behind the entries that are there; gives how many there are then. Whether there are any
     * points cannot be foreseen, so they are written at any rate, and stand if the size grows.
     */
    static int put(long[] said, int size, long key, long points) {
        said[size] = key | points;
        return size + (int) (-points >>> Long.SIZE - 1);
    }

    /** Takes what was put behind the entries as some of them. */
    void extend(int newSize, long points) {
        size = newSize;
        long sum = total + points;
        total = (total | sum) < 0 ? -1 : sum;
    }

    private void set(int entry, int slot, Reason reason, long value) {
        boolean fits = value == (int) value;
        long key = (long) slot << SLOT | (long) reason.ordinal() << KEY;
        if (!fits) {
            note(WIDE, value);
        }
        said[entry] = key | (fits ? value & 0xFFFF_FFFFL : IS_WIDE | notes.length - 1);
    }

    void cutTo(int entry, long points) {
        total -= total < 0 ? 0 : points(entry) - points;
        set(entry, slot(entry), points > 0 ? Reason.TRIMMED : Reason.CAP_REACHED, points);
    }

    private void note(long key, long value) {
        notes = Arrays.copyOf(notes, notes.length + 2);
        notes[notes.length - 2] = key;
        notes[notes.length - 1] = value;
    }

    /** The notes that are no values of entries. */
    private long[] ownNotes() {
        return IntStream.range(0, notes.length)
                .filter(i -> notes[i & ~1] != WIDE)
                .mapToLong(i -> notes[i])
                .toArray();
    }

    void noteCut(int limit, long cut) {
        note(limit, cut);
    }

    void noteOccasion(int slot, long day) {
        note(-1L - slot, day);
    }

    /** The same with a part of all points, rounded down one by one. */
    Entries inProportion(long part, long of) {
        Entries scaled = new Entries();
        scaled.notes = ownNotes();
        for (int i = 0; i < size; i++) {
            long value = isPaid(reason(i)) ? Rounding.multiplyDivide(value(i), part, of, RoundingMode.FLOOR) : value(i);
            scaled.add(slot(i), reason(i), value);
        }
        return scaled;
    }

    int size() {
        return size;
    }

    int slot(int entry) {
        return (int) (said[entry] >> SLOT);
    }

    private int reasonOf(int entry) {
        return (int) (said[entry] >> KEY) & REASON;
    }

    Reason reason(int entry) {
        return REASONS[reasonOf(entry)];
    }

    long value(int entry) {
        int value = (int) said[entry];
        return (said[entry] & IS_WIDE) == 0 ? value : notes[value];
    }

    /** The points of an entry; 0 if it pays none. */
    long points(int entry) {
        // Asked most often: the two reasons that pay are the first.
        return reasonOf(entry) <= Reason.TRIMMED.ordinal() ? value(entry) : 0;
    }

    static boolean isPaid(Reason reason) {
        return reason == Reason.APPLIED || reason == Reason.TRIMMED;
    }

    /** The entry of a slot, or -1. Who counts something comes late: rules with milestones stand behind what multipliers multiply (24 ns of recording). */
    int find(int slot) {
        int entry = size - 1;
        while (entry >= 0 && slot(entry) != slot) {
            entry--;
        }
        return entry;
    }

    boolean has(int slot, Reason reason) {
        int entry = find(slot);
        return entry >= 0 && reason(entry) == reason;
    }

    /** Refuses a sum of all points that does not fit. */
    void requireTotal() {
        total();
    }

    long total() {
        if (total >= 0) {
            return total;
        }
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = Exact.plus(sum, points(i), "points");
        }
        return sum;
    }

    long points(Compiled plan, String currency) {
        if (plan.onlyTerms != null) {
            return plan.onlyTerms.type().currency().equals(currency) ? total() : 0;
        }
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += points(i) > 0 && plan.termsOf(slot(i)).type().currency().equals(currency) ? points(i) : 0;
        }
        return sum;
    }

    /** The points over which the caps of a rule have a say. */
    long pointsUnder(Compiled plan, int rule) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += points(i) > 0 && plan.governs(rule, slot(i)) ? points(i) : 0;
        }
        return sum;
    }

    boolean has(Compiled plan, int rule, Reason reason) {
        return (reasons(plan, rule) & 1L << reason.ordinal()) != 0;
    }

    /** All that a rule said, as bits by the ordinal of the reason. */
    long reasons(Compiled plan, int rule) {
        int only = plan.onlySlotOf(rule);
        if (only >= 0) {
            int entry = find(only);
            return entry < 0 ? 0 : 1L << reasonOf(entry);
        }
        long reasons = 0;
        for (int i = 0; i < size; i++) {
            reasons |= plan.ruleOf(slot(i)) == rule ? 1L << reasonOf(i) : 0;
        }
        return reasons;
    }

    /** The day of the occasion that a rule paid. */
    long occasionDay(Compiled plan, int rule) {
        for (int i = 0; i < notes.length; i += 2) {
            if (notes[i] < 0 && plan.ruleOf((int) (-1 - notes[i])) == rule) {
                return notes[i + 1];
            }
        }
        throw new IllegalStateException("no occasion was paid");
    }

    /** What a limit cut. */
    long cutBy(int limit) {
        for (int i = 0; i < notes.length; i += 2) {
            if (notes[i] == limit) {
                return notes[i + 1];
            }
        }
        return 0;
    }

    /** The entries of a referral that still holds: those whose slot qualifies in the referee's entries. */
    Entries whereQualified(Entries referee) {
        Entries kept = new Entries();
        kept.notes = ownNotes();
        for (int i = 0; i < size; i++) {
            if (referee.has(slot(i), Reason.QUALIFIED)) {
                kept.add(slot(i), reason(i), value(i));
            }
        }
        return kept;
    }

    private boolean isSame(Entries other, int entry) {
        return slot(entry) == other.slot(entry)
                && reason(entry) == other.reason(entry)
                && value(entry) == other.value(entry);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entries that
                && size == that.size
                && IntStream.range(0, size).allMatch(entry -> isSame(that, entry))
                && Arrays.equals(ownNotes(), that.ownNotes());
    }

    @Override
    public int hashCode() {
        return 31 * size + Long.hashCode(total());
    }
}
