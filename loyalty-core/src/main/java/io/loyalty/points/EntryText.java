package io.loyalty.points;

import io.loyalty.time.Term;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Entries as text, one line each, for hosts that keep them in files, logs or a single column. {@link #parse(String)} gives back
 * an entry equal to the one that {@link #format(Entry)} wrote, in this and every later version of the library.
 *
 * <p><b>Grammar.</b> A line is a record of comma-separated values after RFC 4180: {@code 1} (the version of the form), sequence
 * number, key, effective instant, recorded instant, kind, and then what the kind has, in the order of the entry's components.
 * Instants are in ISO form, the end of time is {@code MAX}; terms and point types stand in their own text forms; a list is a value
 * that is such a record again; an allocation is {@code points@lot}; other parts with several components are records within the
 * list.
 *
 * <pre>
 * 1,1,v17/base,2026-01-01T03:00:00Z,2026-01-01T03:00:00Z,ACCRUAL,1,points/REGULAR,100,2026-01-01T03:00:00Z,2026-03-31T15:00:00Z,UNTIL 2026-03-31,v17
 * 1,2,order 9,2026-03-01T03:00:00Z,2026-03-01T03:00:00Z,REDEMPTION,points,80,"30@1,50@2",cup
 * </pre>
 */
public final class EntryText {

    /** The version of the form that is written. */
    public static final int VERSION = 1;

    private EntryText() {}

    /**
     * An entry as a line, without a line break.
     *
     * @param entry any entry
     * @return the text that {@link #parse(String)} reads
     */
    public static String format(Entry entry) {
        Entry.Stamp stamp = entry.stamp();
        List<String> values = texts(
                VERSION,
                stamp.sequence(),
                stamp.key(),
                time(stamp.effectiveAt()),
                time(stamp.recordedAt()),
                EntryKind.of(entry).name());
        values.addAll(EntryKind.of(entry).fields(entry));
        return CsvText.join(values);
    }

    /**
     * The entry that a line holds.
     *
     * @param line one line, without a line break
     * @return the entry
     * @throws IllegalArgumentException if the line cannot be read; the message names the value that is wrong
     */
    public static Entry parse(String line) {
        Values values = new Values(CsvText.split(line));
        int version = values.integer();
        if (version != VERSION) {
            throw new IllegalArgumentException("version must be " + VERSION + ": " + version);
        }
        Entry.Stamp stamp = new Entry.Stamp(values.integer(), values.text(), values.instant(), values.instant());
        Entry entry = values.read("a kind", EntryKind::valueOf).parse(stamp, values);
        values.requireEnd();
        return entry;
    }

    /**
     * The entries of several lines.
     *
     * @param lines the lines, in sequence
     * @return the entries
     * @throws IllegalArgumentException if a line cannot be read; the message names the first by its number, from 1
     */
    public static List<Entry> parseAll(Iterable<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            try {
                entries.add(parse(line));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "line " + (entries.size() + 1) + " cannot be read: " + e.getMessage(), e);
            }
        }
        return entries;
    }

    static List<String> texts(Object... parts) {
        List<String> texts = new ArrayList<>(parts.length + 8);
        for (Object part : parts) {
            texts.add(part.toString());
        }
        return texts;
    }

    static String time(Instant instant) {
        return instant.equals(Instant.MAX) ? "MAX" : instant.toString();
    }

    static <T> String list(List<T> items, Function<T, String> form) {
        return CsvText.join(items.stream().map(form).toList());
    }

    static String allocations(List<Allocation> allocations) {
        return list(allocations, Allocation::toString);
    }

    static String reissues(List<Entry.Reissue> reissued) {
        return list(reissued, r -> CsvText.join(texts(r.from(), r.lot(), r.points(), time(r.expiresAt()))));
    }

    static String dates(List<Entry.Dates> dates) {
        return list(dates, d -> CsvText.join(texts(d.lot(), time(d.activatesAt()), time(d.expiresAt()), d.term())));
    }

    static String parcels(List<Entry.Parcel> parcels) {
        return list(
                parcels,
                p -> CsvText.join(texts(
                        p.lot(),
                        p.type(),
                        p.points(),
                        time(p.earnedAt()),
                        time(p.activatesAt()),
                        time(p.expiresAt()),
                        p.term(),
                        p.from(),
                        p.source())));
    }

    static String purse(Entry.OpeningPurse purse) {
        Totals t = purse.totals();
        return CsvText.join(texts(
                purse.currency(),
                parcels(purse.parcels()),
                purse.debt(),
                t.accrued(),
                t.adjustedUp(),
                t.transferredIn(),
                t.redeemed(),
                t.expired(),
                t.forfeited(),
                t.clawedBack(),
                t.adjustedDown(),
                t.transferredOut(),
                t.uncollected(),
                t.moneyDue()));
    }

    /** The values of a record, read one after the other. */
    static final class Values {
        private final List<String> values;
        private int next;

        Values(List<String> values) {
            this.values = values;
        }

        String text() {
            if (next == values.size()) {
                throw new IllegalArgumentException("value " + (next + 1) + " must not be missing");
            }
            return values.get(next++);
        }

        <T> T read(String what, Function<String, T> reader) {
            String text = text();
            try {
                return Objects.requireNonNull(reader.apply(text));
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                throw new IllegalArgumentException(
                        "value " + next + " must be " + what + ": '" + text + "' (" + e.getMessage() + ")", e);
            }
        }

        int integer() {
            return read("a whole number", Integer::valueOf);
        }

        long number() {
            return read("a whole number", Long::valueOf);
        }

        Instant instant() {
            return read("an instant", text -> text.equals("MAX") ? Instant.MAX : Instant.parse(text));
        }

        PointType type() {
            return read("a point type", PointType::parse);
        }

        Term term() {
            return read("a term", Term::parse);
        }

        <T> List<T> list(Function<Values, T> item) {
            return read("a list", text -> {
                List<T> items = new ArrayList<>();
                for (String record : CsvText.split(text)) {
                    Values parts = new Values(CsvText.split(record));
                    items.add(item.apply(parts));
                    parts.requireEnd();
                }
                return items;
            });
        }

        List<Allocation> allocations() {
            return list(parts -> parts.read("points@lot", text -> {
                int at = text.indexOf('@');
                return new Allocation(
                        Integer.parseInt(text.substring(at + 1)), Long.parseLong(text.substring(0, Math.max(at, 0))));
            }));
        }

        List<Entry.Reissue> reissues() {
            return list(p -> new Entry.Reissue(p.integer(), p.integer(), p.number(), p.instant()));
        }

        List<Entry.Dates> dates() {
            return list(p -> new Entry.Dates(p.integer(), p.instant(), p.instant(), p.term()));
        }

        List<Entry.Parcel> parcels() {
            return list(p -> new Entry.Parcel(
                    p.integer(),
                    p.type(),
                    p.number(),
                    p.instant(),
                    p.instant(),
                    p.instant(),
                    p.term(),
                    p.integer(),
                    p.text()));
        }

        Entry.OpeningPurse purse() {
            return new Entry.OpeningPurse(
                    text(),
                    parcels(),
                    number(),
                    new Totals(
                            number(), number(), number(), number(), number(), number(), number(), number(), number(),
                            number(), number()));
        }

        void requireEnd() {
            if (next < values.size()) {
                throw new IllegalArgumentException(
                        "value " + (next + 1) + " must be the end: '" + values.get(next) + "'");
            }
        }
    }
}
