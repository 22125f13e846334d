package io.loyalty.points;

import io.loyalty.persistent.IntMap;
import io.loyalty.time.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The points of one currency: which lots wait, which live, what is owed, and the running totals.
 *
 * <p>Active lots with points left stand in bands, one for the fixed lots of each nature and one for each sliding group.
 *
 * <p>Changes only while the {@link State} that it belongs to moves; each state has purses of its own.
 */
final class Purse {

    /** What most entries leave as it is: shared by copies, and copied when something of it changes. */
    private static final class Rest {
        final String currency;
        long debt;
        long held;
        /** By {@link Flow}, up to the last one that ever was taken: how many points have taken that way. Copied when one is changed. */
        long[] sums = {};
        /** By number of a sliding group that is dead, empty and swept: when it died. */
        IntMap<Instant> graves = IntMap.empty();
        /** The highest number that a sliding group ever had; no number is given twice. */
        int lastGroup;

        Rest(String currency) {
            this.currency = currency;
        }

        Rest(Rest other) {
            this(other.currency);
            debt = other.debt;
            held = other.held;
            sums = other.sums;
            graves = other.graves;
            lastGroup = other.lastGroup;
        }
    }

    Band[] bands;
    /** The active lots by age, kept only where points are consumed by age. */
    private LotTree queue;

    LotTree pending;
    /** How many points have come in as {@link Flow#ACCRUED}: alone, because most entries count nothing else. */
    private long accrued;

    private Rest rest;

    private Purse(String currency, LotTree queue) {
        this.queue = queue;
        bands = new Band[0];
        pending = LotTree.in(Lot.BY_END_OF_PENDING);
        rest = new Rest(currency);
    }

    /** A purse that changes apart from another. */
    Purse(Purse other) {
        bands = other.bands.clone();
        for (int i = 0; i < bands.length; i++) {
            bands[i] = new Band(bands[i]);
        }
        queue = other.queue;
        pending = other.pending;
        accrued = other.accrued;
        rest = other.rest;
    }

    static Purse empty(String currency, ConsumptionOrder order) {
        LotTree queue = switch (order) {
            case OLDEST -> LotTree.in(Lot.BY_AGE);
            case NEWEST -> LotTree.in(Lot.BY_AGE.reversed());
            case SOONEST_EXPIRY, PROMOTIONAL_FIRST -> null;
        };
        return new Purse(currency, queue);
    }

    String currency() {
        return rest.currency;
    }

    long debt() {
        return rest.debt;
    }

    long held() {
        return rest.held;
    }

    /** The highest number that a sliding group ever had; no number is given twice. */
    int lastGroup() {
        return rest.lastGroup;
    }

    private Rest changing() {
        rest = new Rest(rest);
        return rest;
    }

    /** Owes so many points more; fewer if below 0. */
    void owe(long points) {
        if (points != 0) {
            changing().debt += points;
        }
    }

    /** Holds so many points more; fewer if below 0. */
    void hold(long points) {
        changing().held += points;
    }

    /** What could be spent at the clock. */
    long available() {
        long living = 0;
        for (Band band : bands) {
            living += band.lots().total() - band.dead();
        }
        return living;
    }

    /** Counts points that have taken a way; fewer than 0 if they come back. */
    void count(Flow flow, long points) {
        if (flow == Flow.ACCRUED) {
            accrued = Math.addExact(accrued, points);
        } else if (points != 0) {
            long[] changed = Arrays.copyOf(rest.sums, Math.max(rest.sums.length, flow.ordinal() + 1));
            changed[flow.ordinal()] = Math.addExact(changed[flow.ordinal()], points);
            changing().sums = changed;
        }
    }

    long sum(Flow flow) {
        if (flow == Flow.ACCRUED) {
            return accrued;
        }
        return flow.ordinal() < rest.sums.length ? rest.sums[flow.ordinal()] : 0;
    }

    /** Takes over what was counted elsewhere. */
    void count(Totals totals) {
        count(Flow.ACCRUED, totals.accrued());
        count(Flow.ADJUSTED_UP, totals.adjustedUp());
        count(Flow.TRANSFERRED_IN, totals.transferredIn());
        count(Flow.REDEEMED, totals.redeemed());
        count(Flow.EXPIRED, totals.expired());
        count(Flow.FORFEITED, totals.forfeited());
        count(Flow.CLAWED_BACK, totals.clawedBack());
        count(Flow.ADJUSTED_DOWN, totals.adjustedDown());
        count(Flow.TRANSFERRED_OUT, totals.transferredOut());
        count(Flow.UNCOLLECTED, totals.uncollected());
        count(Flow.MONEY_DUE, totals.moneyDue());
    }

    /** What was counted, and as expired also what has died and nobody has written down. */
    Totals totals() {
        return new Totals(
                sum(Flow.ACCRUED),
                sum(Flow.ADJUSTED_UP),
                sum(Flow.TRANSFERRED_IN),
                sum(Flow.REDEEMED),
                sum(Flow.EXPIRED) + dead(),
                sum(Flow.FORFEITED),
                sum(Flow.CLAWED_BACK),
                sum(Flow.ADJUSTED_DOWN),
                sum(Flow.TRANSFERRED_OUT),
                sum(Flow.UNCOLLECTED),
                sum(Flow.MONEY_DUE));
    }

    /** How many more points may come in, so that no sum in the account leaves the range of {@code long}. */
    long room() {
        // Each part is in range, so at most the last subtraction passes below zero, and not further than the range
        // goes.
        long left = Long.MAX_VALUE - sum(Flow.ACCRUED) - sum(Flow.ADJUSTED_UP);
        return left <= sum(Flow.TRANSFERRED_IN) ? 0 : left - sum(Flow.TRANSFERRED_IN);
    }

    /** What the bands hold of lots that have died by the account's clock. */
    long dead() {
        long sum = 0;
        for (Band band : bands) {
            sum += band.dead();
        }
        return sum;
    }

    /** No lot of the bands dies after the clock and before this. */
    Instant nextExpiry() {
        Instant next = Instant.MAX;
        for (Band band : bands) {
            next = band.nextExpiry().isBefore(next) ? band.nextExpiry() : next;
        }
        return next;
    }

    /** Makes the derived numbers those of a later clock. */
    void pass(Instant clock) {
        for (Band band : bands) {
            band.pass(clock);
        }
    }

    /** The band that a lot stands in, or −1. */
    int bandOf(Lot lot) {
        for (int i = 0; i < bands.length; i++) {
            if (bands[i].group() == lot.group()
                    && bands[i].nature() == lot.type().nature()) {
                return i;
            }
        }
        return -1;
    }

    /** The sliding band that a lot with a sliding term joins at an instant, or −1. */
    int openBand(PointType.Nature nature, Term term, Instant at) {
        for (int i = bands.length - 1; i >= 0; i--) {
            if (bands[i].slides()
                    && bands[i].nature() == nature
                    && bands[i].term().equals(term)
                    && bands[i].expiresAt().isAfter(at)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts an active lot into its band, which is opened if there is none. */
    void add(Lot lot, Instant clock) {
        int at = bandOf(lot);
        if (at < 0) {
            at = bands.length;
            bands = Arrays.copyOf(bands, at + 1);
            bands[at] = Band.forLot(lot);
        }
        bands[at].add(lot, clock);
        if (queue != null && lot.remaining() > 0) {
            queue = queue.plus(lot);
        }
        if (lot.group() > rest.lastGroup) {
            changing().lastGroup = lot.group();
        }
    }

    /** Puts a changed active lot in place of what it was. */
    void replace(Lot before, Lot after, Instant clock) {
        int at = bandOf(before);
        if (at < 0) {
            // Its group is in its grave, and nothing remains of the lot that a tree would hold.
            return;
        }
        bands[at].replace(before, after, clock);
        queue = queue == null ? null : queue.replacing(before, after);
    }

    /** Puts a changed pending lot in place of what it was. */
    void replacePending(Lot before, Lot after) {
        pending = pending.replacing(before, after);
    }

    /** Drops the sliding bands that are empty and dead. */
    void tidy(Instant clock) {
        List<Band> kept = new ArrayList<>(bands.length);
        for (Band band : bands) {
            if (!band.slides() || !band.lots().isEmpty() || band.expiresAt().isAfter(clock)) {
                kept.add(band);
            } else {
                changing().graves = rest.graves.with(band.group(), band.expiresAt());
            }
        }
        bands = kept.size() == bands.length ? bands : kept.toArray(new Band[0]);
    }

    Instant expiryOf(Lot lot) {
        int at = bandOf(lot);
        if (at >= 0) {
            return bands[at].expiryOf(lot);
        }
        return lot.group() > 0 ? rest.graves.get(lot.group(), lot.expiresAt()) : lot.expiresAt();
    }

    /** The living lots in the order in which a policy takes them. */
    Iterator<Lot> inOrder(ConsumptionOrder order, Instant clock) {
        if (queue != null) {
            return new Living(queue.iterator(), this, clock);
        }
        List<Source> sources = new ArrayList<>(bands.length);
        for (Band band : bands) {
            Iterator<Lot> living = band.living(clock);
            if (living.hasNext()) {
                sources.add(new Source(band, living));
            }
        }
        return sources.size() == 1
                ? sources.get(0).rest
                : new Merged(sources, order == ConsumptionOrder.PROMOTIONAL_FIRST ? PROMOTIONAL_FIRST : SOONEST);
    }

    private static final Comparator<Source> SOONEST =
            Comparator.<Source, Instant>comparing(s -> s.band.expiryOf(s.head)).thenComparing(s -> s.head, Lot.BY_AGE);

    private static final Comparator<Source> PROMOTIONAL_FIRST = Comparator.<Source, PointType.Nature>comparing(
                    s -> s.band.nature())
            .reversed()
            .thenComparing(SOONEST);

    /** The rest of a band's lots, with the next one in hand. */
    private static final class Source {
        final Band band;
        final Iterator<Lot> rest;
        Lot head;

        Source(Band band, Iterator<Lot> rest) {
            this.band = band;
            this.rest = rest;
        }
    }

    /** Several bands as one sequence; there are few of them, so the least head is looked for each time. */
    private static final class Merged implements Iterator<Lot> {
        private final List<Source> sources;
        private final Comparator<Source> order;

        Merged(List<Source> sources, Comparator<Source> order) {
            this.sources = sources;
            this.order = order;
            for (Source source : sources) {
                source.head = source.rest.next();
            }
        }

        @Override
        public boolean hasNext() {
            return !sources.isEmpty();
        }

        @Override
        public Lot next() {
            Source least = Collections.min(sources, order);
            Lot lot = least.head;
            if (least.rest.hasNext()) {
                least.head = least.rest.next();
            } else {
                sources.remove(least);
            }
            return lot;
        }
    }

    /** The lots of the queue that live: dead ones not yet swept are passed over. */
    private static final class Living implements Iterator<Lot> {
        private final Iterator<Lot> all;
        private final Purse purse;
        private final Instant clock;
        private Lot next;

        Living(Iterator<Lot> all, Purse purse, Instant clock) {
            this.all = all;
            this.purse = purse;
            this.clock = clock;
            advance();
        }

        private void advance() {
            next = null;
            while (next == null && all.hasNext()) {
                Lot lot = all.next();
                if (purse.expiryOf(lot).isAfter(clock)) {
                    next = lot;
                }
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Lot next() {
            Lot lot = next;
            if (lot == null) {
                throw new NoSuchElementException();
            }
            advance();
            return lot;
        }
    }
}
