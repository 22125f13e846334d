package io.loyalty.points;

import static io.loyalty.points.EntryText.allocations;
import static io.loyalty.points.EntryText.dates;
import static io.loyalty.points.EntryText.list;
import static io.loyalty.points.EntryText.parcels;
import static io.loyalty.points.EntryText.reissues;
import static io.loyalty.points.EntryText.texts;
import static io.loyalty.points.EntryText.time;

import io.loyalty.points.EntryText.Values;
import io.loyalty.time.Renewal;
import java.util.List;

/** The kinds of entries: how each is written and read. */
enum EntryKind {
    ACCRUAL(Entry.Accrual.class) {
        @Override
        List<String> fields(Entry entry) {
            Entry.Accrual e = (Entry.Accrual) entry;
            return texts(
                    e.lot(), e.type(), e.points(), time(e.activatesAt()), time(e.expiresAt()), e.term(), e.source());
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
            return texts(e.currency(), e.points(), allocations(e.allocations()), time(e.lapsesAt()), e.overExpiry());
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
            return texts(e.purpose(), e.account(), e.reference(), e.currency(), allocations(e.allocations()), e.debt());
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

    EntryKind(Class<? extends Entry> type) {
        this.type = type;
    }

    static EntryKind of(Entry entry) {
        for (EntryKind kind : values()) {
            if (kind.type == entry.getClass()) {
                return kind;
            }
        }
        throw new IllegalArgumentException("entry must be of a known kind: " + entry.getClass());
    }

    abstract List<String> fields(Entry entry);

    abstract Entry parse(Entry.Stamp stamp, Values in);
}
