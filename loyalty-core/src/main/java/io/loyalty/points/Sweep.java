package io.loyalty.points;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what time alone has done, in the order in which it happened. */
final class Sweep {

    private Sweep() {}

    static Posting of(PointsLedger ledger, Instant at) {
        State then = ledger.state().advance(at);
        // At one instant points die before others become usable, and holds lapse between: the order in which State
        // moves.
        Map<Instant, List<Line>> lines = new TreeMap<>();
        for (Purse purse : then.purses()) {
            dead(purse, at)
                    .forEach((when, lots) -> lines.computeIfAbsent(when, t -> new ArrayList<>())
                            .add(stamp -> new Entry.Expiry(stamp, purse.currency(), lots)));
        }
        for (State.Unwritten event : then.unwritten()) {
            if (event.at().isAfter(at)) {
                break;
            }
            lines.computeIfAbsent(event.at(), t -> new ArrayList<>()).add(stamp -> entry(then, event, stamp));
        }
        JournalWriter writer = new JournalWriter(ledger.journal());
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<Instant, List<Line>> instant : lines.entrySet()) {
            for (Line line : instant.getValue()) {
                int sequence = writer.next();
                Entry entry = line.entry(new Entry.Stamp(sequence, Command.OWN + "" + sequence, instant.getKey(), at));
                writer.write(entry);
                entries.add(entry);
            }
        }
        return new Posting(ledger.with(writer.journal()), entries);
    }

    private interface Line {
        Entry entry(Entry.Stamp stamp);
    }

    /** What remains of dead lots, by the instant of their death. */
    private static Map<Instant, List<Allocation>> dead(Purse purse, Instant at) {
        Map<Instant, List<Allocation>> dead = new TreeMap<>();
        for (Band band : purse.bands) {
            Iterator<Lot> lots = band.lots().iterator();
            while (lots.hasNext()) {
                Lot lot = lots.next();
                Instant expiry = band.expiryOf(lot);
                if (expiry.isAfter(at)) {
                    break;
                }
                dead.computeIfAbsent(expiry, t -> new ArrayList<>()).add(new Allocation(lot.id(), lot.remaining()));
            }
        }
        return dead;
    }

    private static Entry entry(State state, State.Unwritten event, Entry.Stamp stamp) {
        if (event.lot() == 0) {
            return new Entry.Lapse(stamp, event.hold(), event.returned(), event.forfeited());
        }
        Lot lot = state.lot(event.lot());
        return new Entry.Activation(
                stamp, List.of(new Entry.Dates(lot.id(), lot.activatesAt(), lot.expiresAt(), lot.term())));
    }
}
