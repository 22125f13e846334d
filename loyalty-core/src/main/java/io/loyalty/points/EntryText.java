package io.loyalty.points;

import io.loyalty.time.Renewal;
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
                Kind.of(entry).name());
        values.addAll(Kind.of(entry).fields(entry));
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
        Entry entry = values.read("a kind", Kind::valueOf).parse(stamp, values);
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

    private static List<String> texts(Object... parts) {
        List<String> texts = new ArrayList<>(parts.length + 8);
        for (Object part : parts) {
            texts.add(part.toString());
        }
        return texts;
    }

    private static String time(Instant instant) {
        return instant.equals(Instant.MAX) ? "MAX" : instant.toString();
    }

    private static <T> String list(List<T> items, Function<T, String> form) {
        return CsvText.join(items.stream().map(form).toList());
    }

    private static String allocations(List<Allocation> allocations) {
        return list(allocations, Allocation::toString);
    }

    private static String reissues(List<Entry.Reissue> reissued) {
        return list(reissued, r -> CsvText.join(texts(r.from(), r.lot(), r.points(), time(r.expiresAt()))));
    }

    private static String dates(List<Entry.Dates> dates) {
        return list(dates, d -> CsvText.join(texts(d.lot(), time(d.activatesAt()), time(d.expiresAt()), d.term())));
    }

    private static String parcels(List<Entry.Parcel> parcels) {
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

    private static String purse(Entry.OpeningPurse purse) {
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

    /** The kinds of entries: how each is written and read. */
    private enum Kind {
        ACCRUAL(Entry.Accrual.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Accrual e = (Entry.Accrual) entry;
                return texts(
                        e.lot(),
                        e.type(),
                        e.points(),
                        time(e.activatesAt()),
                        time(e.expiresAt()),
                        e.term(),
                        e.source());
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Accrual(
                        stamp, in.integer(), in.type(), in.number(), in.instant(), in.instant(), in.term(), in.text());
            }
        },
        ACTIVATION(Entry.Activation.class) {
            @Override
            List<String> fields(Entry entry) {
                return texts(dates(((Entry.Activation) entry).lots()));
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Activation(stamp, in.dates());
            }
        },
        REDEMPTION(Entry.Redemption.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Redemption e = (Entry.Redemption) entry;
                return texts(e.currency(), e.points(), allocations(e.allocations()), e.reference());
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Redemption(stamp, in.text(), in.number(), in.allocations(), in.text());
            }
        },
        RESTORATION(Entry.Restoration.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Restoration e = (Entry.Restoration) entry;
                return texts(
                        e.redemption(),
                        e.points(),
                        allocations(e.restored()),
                        allocations(e.forfeited()),
                        reissues(e.reissued()));
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Restoration(
                        stamp, in.integer(), in.number(), in.allocations(), in.allocations(), in.reissues());
            }
        },
        HOLD(Entry.Hold.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Hold e = (Entry.Hold) entry;
                return texts(
                        e.currency(), e.points(), allocations(e.allocations()), time(e.lapsesAt()), e.overExpiry());
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Hold(
                        stamp,
                        in.text(),
                        in.number(),
                        in.allocations(),
                        in.instant(),
                        in.read("a policy", HoldOverExpiry::valueOf));
            }
        },
        CAPTURE(Entry.Capture.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Capture e = (Entry.Capture) entry;
                return texts(
                        e.hold(),
                        e.points(),
                        allocations(e.allocations()),
                        allocations(e.returned()),
                        allocations(e.forfeited()));
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Capture(
                        stamp, in.text(), in.number(), in.allocations(), in.allocations(), in.allocations());
            }
        },
        RELEASE(Entry.Release.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Release e = (Entry.Release) entry;
                return texts(e.hold(), allocations(e.returned()), allocations(e.forfeited()));
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Release(stamp, in.text(), in.allocations(), in.allocations());
            }
        },
        LAPSE(Entry.Lapse.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Lapse e = (Entry.Lapse) entry;
                return texts(e.hold(), allocations(e.returned()), allocations(e.forfeited()));
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Lapse(stamp, in.text(), in.allocations(), in.allocations());
            }
        },
        CLAWBACK(Entry.Clawback.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Clawback e = (Entry.Clawback) entry;
                return texts(
                        e.currency(),
                        allocations(e.owed()),
                        allocations(e.taken()),
                        allocations(e.expired()),
                        e.debt(),
                        e.uncollected(),
                        e.moneyDue());
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Clawback(
                        stamp,
                        in.text(),
                        in.allocations(),
                        in.allocations(),
                        in.allocations(),
                        in.number(),
                        in.number(),
                        in.number());
            }
        },
        EXPIRY(Entry.Expiry.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Expiry e = (Entry.Expiry) entry;
                return texts(e.currency(), allocations(e.allocations()));
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Expiry(stamp, in.text(), in.allocations());
            }
        },
        FORFEITURE(Entry.Forfeiture.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Forfeiture e = (Entry.Forfeiture) entry;
                return texts(e.currency(), allocations(e.allocations()), e.reason());
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Forfeiture(stamp, in.text(), in.allocations(), in.text());
            }
        },
        EXTENSION(Entry.Extension.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Extension e = (Entry.Extension) entry;
                return texts(dates(e.lots()), e.reason());
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Extension(stamp, in.dates(), in.text());
            }
        },
        RENEWED(Entry.Renewed.class) {
            @Override
            List<String> fields(Entry entry) {
                return texts(((Entry.Renewed) entry).activity());
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Renewed(stamp, in.read("an activity", Renewal::valueOf));
            }
        },
        REINSTATEMENT(Entry.Reinstatement.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Reinstatement e = (Entry.Reinstatement) entry;
                return texts(e.currency(), reissues(e.reissued()), e.reason());
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Reinstatement(stamp, in.text(), in.reissues(), in.text());
            }
        },
        ADJUSTMENT(Entry.Adjustment.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.Adjustment e = (Entry.Adjustment) entry;
                return texts(e.currency(), parcels(e.given()), allocations(e.taken()), e.reason(), e.actor());
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Adjustment(stamp, in.text(), in.parcels(), in.allocations(), in.text(), in.text());
            }
        },
        TRANSFER_OUT(Entry.TransferOut.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.TransferOut e = (Entry.TransferOut) entry;
                return texts(
                        e.purpose(), e.account(), e.reference(), e.currency(), allocations(e.allocations()), e.debt());
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.TransferOut(
                        stamp,
                        in.read("a purpose", TransferPurpose::valueOf),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.allocations(),
                        in.number());
            }
        },
        TRANSFER_IN(Entry.TransferIn.class) {
            @Override
            List<String> fields(Entry entry) {
                Entry.TransferIn e = (Entry.TransferIn) entry;
                return texts(
                        e.purpose(),
                        e.account(),
                        e.reference(),
                        e.currency(),
                        parcels(e.parcels()),
                        allocations(e.settled()),
                        e.debt());
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.TransferIn(
                        stamp,
                        in.read("a purpose", TransferPurpose::valueOf),
                        in.text(),
                        in.text(),
                        in.text(),
                        in.parcels(),
                        in.allocations(),
                        in.number());
            }
        },
        OPENING(Entry.Opening.class) {
            @Override
            List<String> fields(Entry entry) {
                return texts(list(((Entry.Opening) entry).purses(), EntryText::purse));
            }

            @Override
            Entry parse(Entry.Stamp stamp, Values in) {
                return new Entry.Opening(stamp, in.list(Values::purse));
            }
        };

        private final Class<? extends Entry> type;

        Kind(Class<? extends Entry> type) {
            this.type = type;
        }

        static Kind of(Entry entry) {
            for (Kind kind : values()) {
                if (kind.type == entry.getClass()) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("entry must be of a known kind: " + entry.getClass());
        }

        abstract List<String> fields(Entry entry);

        abstract Entry parse(Entry.Stamp stamp, Values in);
    }

    /** The values of a record, read one after the other. */
    private static final class Values {
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
