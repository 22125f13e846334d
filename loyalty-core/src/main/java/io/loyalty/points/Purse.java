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
 * <p>Active lots with points left stand in bands. In the band of a nature each lot has an expiry of its own; in a sliding band
 * all lots share one. Lots that have died stay in their band until a sweep writes that down; {@code dead} is their sum at the
 * account's clock, so that what lives costs one subtraction.
 */
final class Purse {

    /** Lots that are ordered and expire by one rule: fixed lots of a nature, or a sliding group. */
    record Band(PointType.Nature nature, Term term, int group, Instant expiresAt, LotTree lots) {
        boolean slides() {
            return group != 0;
        }

        Instant expiryOf(Lot lot) {
            return slides() ? expiresAt : lot.expiresAt();
        }

        Band with(LotTree changed) {
            return new Band(nature, term, group, expiresAt, changed);
        }

        long dead(Instant at) {
            if (slides()) {
                return expiresAt.isAfter(at) ? 0 : lots.total();
            }
            return lots.totalExpiringBy(at);
        }

        /** The first expiry after an instant, or {@link Instant#MAX}. */
        Instant nextExpiry(Instant after) {
            if (lots.isEmpty()) {
                return Instant.MAX;
            }
            if (slides()) {
                return expiresAt.isAfter(after) ? expiresAt : Instant.MAX;
            }
            Iterator<Lot> living = lots.expiringAfter(after);
            return living.hasNext() ? living.next().expiresAt() : Instant.MAX;
        }
    }

    final String currency;
    final Band[] bands;
    /** The active lots by age, kept only where points are consumed by age. */
    final LotTree queue;

    final LotTree pending;
    final long debt;
    final long held;
    final Totals totals;
    /** By number of a sliding group that is dead, empty and swept: when it died. */
    final IntMap<Instant> graves;
    /** The highest number that a sliding group ever had; no number is given twice. */
    final int lastGroup;

    /** What the bands hold of lots that have died by the account's clock. */
    final long dead;
    /** No lot of the bands dies after the clock and before this. */
    final Instant nextExpiry;

    private Purse(
            String currency,
            Band[] bands,
            LotTree queue,
            LotTree pending,
            long debt,
            long held,
            Totals totals,
            IntMap<Instant> graves,
            int lastGroup,
            long dead,
            Instant nextExpiry) {
        this.currency = currency;
        this.bands = bands;
        this.queue = queue;
        this.pending = pending;
        this.debt = debt;
        this.held = held;
        this.totals = totals;
        this.graves = graves;
        this.lastGroup = lastGroup;
        this.dead = dead;
        this.nextExpiry = nextExpiry;
    }

    static Purse empty(String currency, ConsumptionOrder order) {
        LotTree queue = switch (order) {
            case OLDEST -> LotTree.in(Lot.BY_AGE);
            case NEWEST -> LotTree.in(Lot.BY_AGE.reversed());
            case SOONEST_EXPIRY, PROMOTIONAL_FIRST -> null;
        };
        return new Purse(
                currency,
                new Band[0],
                queue,
                LotTree.in(Lot.BY_END_OF_PENDING),
                0,
                0,
                Totals.NONE,
                IntMap.empty(),
                0,
                0,
                Instant.MAX);
    }

    /** What could be spent at the clock. */
    long available() {
        return active() - dead;
    }

    private long active() {
        long total = 0;
        for (Band band : bands) {
            total += band.lots.total();
        }
        return total;
    }

    Purse with(Totals changed) {
        return new Purse(currency, bands, queue, pending, debt, held, changed, graves, lastGroup, dead, nextExpiry);
    }

    Purse owe(long points) {
        return new Purse(
                currency, bands, queue, pending, debt + points, held, totals, graves, lastGroup, dead, nextExpiry);
    }

    Purse hold(long points) {
        return new Purse(
                currency, bands, queue, pending, debt, held + points, totals, graves, lastGroup, dead, nextExpiry);
    }

    Purse withPending(LotTree changed) {
        return new Purse(currency, bands, queue, changed, debt, held, totals, graves, lastGroup, dead, nextExpiry);
    }

    /** The purse with its derived numbers as of a later clock. */
    Purse at(Instant clock) {
        if (clock.isBefore(nextExpiry)) {
            return this;
        }
        return settled(clock);
    }

    /** The purse with its derived numbers made anew. */
    Purse settled(Instant clock) {
        long sum = 0;
        Instant next = Instant.MAX;
        for (Band band : bands) {
            sum += band.dead(clock);
            Instant expiry = band.nextExpiry(clock);
            next = expiry.isBefore(next) ? expiry : next;
        }
        return new Purse(currency, bands, queue, pending, debt, held, totals, graves, lastGroup, sum, next);
    }

    /** The band that a lot stands in, or −1. */
    int bandOf(Lot lot) {
        for (int i = 0; i < bands.length; i++) {
            if (bands[i].group == lot.group() && bands[i].nature == lot.type().nature()) {
                return i;
            }
        }
        return -1;
    }

    /** The sliding band that a lot with a sliding term joins at an instant, or −1. */
    int openBand(PointType.Nature nature, Term term, Instant at) {
        for (int i = bands.length - 1; i >= 0; i--) {
            if (bands[i].slides()
                    && bands[i].nature == nature
                    && bands[i].term.equals(term)
                    && bands[i].expiresAt.isAfter(at)) {
                return i;
            }
        }
        return -1;
    }

    /** The purse with an active lot put into its band, which is opened if there is none. */
    Purse plus(Lot lot, Instant clock) {
        int at = bandOf(lot);
        Band[] changed;
        if (at < 0) {
            at = bands.length;
            changed = Arrays.copyOf(bands, at + 1);
            changed[at] = lot.group() == 0
                    ? new Band(lot.type().nature(), lot.term(), 0, Instant.MAX, LotTree.in(LotTree.SOONEST))
                    : new Band(lot.type().nature(), lot.term(), lot.group(), lot.expiresAt(), LotTree.in(Lot.BY_AGE));
        } else {
            changed = bands.clone();
        }
        if (lot.remaining() > 0) {
            changed[at] = changed[at].with(changed[at].lots.plus(lot));
        }
        Instant expiry = changed[at].expiryOf(lot);
        return new Purse(
                currency,
                changed,
                queue == null || lot.remaining() == 0 ? queue : queue.plus(lot),
                pending,
                debt,
                held,
                totals,
                graves,
                Math.max(lastGroup, lot.group()),
                expiry.isAfter(clock) ? dead : dead + lot.remaining(),
                expiry.isAfter(clock) && expiry.isBefore(nextExpiry) ? expiry : nextExpiry);
    }

    /** The purse with a changed active lot in place of what it was. */
    Purse replace(Lot before, Lot after, Instant clock) {
        int at = bandOf(before);
        if (at < 0) {
            // Its group is in its grave, and nothing remains of the lot that a tree would hold.
            return this;
        }
        Band band = bands[at];
        Band[] changed = bands.clone();
        changed[at] = band.with(replaced(band.lots, before, after));
        Instant expiry = band.expiryOf(before);
        boolean alive = expiry.isAfter(clock);
        return new Purse(
                currency,
                changed,
                queue == null ? null : replaced(queue, before, after),
                pending,
                debt,
                held,
                totals,
                graves,
                lastGroup,
                alive ? dead : dead - before.remaining() + after.remaining(),
                alive && after.remaining() > 0 && expiry.isBefore(nextExpiry) ? expiry : nextExpiry);
    }

    private static LotTree replaced(LotTree tree, Lot before, Lot after) {
        if (before.remaining() == 0) {
            return after.remaining() == 0 ? tree : tree.plus(after);
        }
        return after.remaining() == 0 ? tree.minus(before) : tree.with(after);
    }

    /** The purse with another band in a place. */
    Purse withBand(int at, Band band, Instant clock) {
        Band[] changed = bands.clone();
        changed[at] = band;
        return new Purse(currency, changed, queue, pending, debt, held, totals, graves, lastGroup, dead, nextExpiry)
                .settled(clock);
    }

    /** The purse without the sliding bands that are empty and dead. */
    Purse tidied(Instant clock) {
        List<Band> kept = new ArrayList<>(bands.length);
        IntMap<Instant> more = graves;
        for (Band band : bands) {
            if (!band.slides() || !band.lots.isEmpty() || band.expiresAt.isAfter(clock)) {
                kept.add(band);
            } else {
                more = more.with(band.group, band.expiresAt);
            }
        }
        return kept.size() == bands.length
                ? this
                : new Purse(
                        currency,
                        kept.toArray(new Band[0]),
                        queue,
                        pending,
                        debt,
                        held,
                        totals,
                        more,
                        lastGroup,
                        dead,
                        nextExpiry);
    }

    Instant expiryOf(Lot lot) {
        int at = bandOf(lot);
        if (at >= 0) {
            return bands[at].expiryOf(lot);
        }
        return lot.group() > 0 ? graves.get(lot.group(), lot.expiresAt()) : lot.expiresAt();
    }

    /** The living lots in the order in which a policy takes them. */
    Iterator<Lot> inOrder(ConsumptionOrder order, Instant clock) {
        if (queue != null) {
            return new Living(queue.iterator(), this, clock);
        }
        List<Source> sources = new ArrayList<>(bands.length);
        for (Band band : bands) {
            if (band.slides()) {
                if (band.expiresAt.isAfter(clock) && !band.lots.isEmpty()) {
                    sources.add(new Source(band, band.lots.iterator()));
                }
            } else {
                Iterator<Lot> living = band.lots.expiringAfter(clock);
                if (living.hasNext()) {
                    sources.add(new Source(band, living));
                }
            }
        }
        return sources.size() == 1
                ? sources.get(0).rest
                : new Merged(sources, order == ConsumptionOrder.PROMOTIONAL_FIRST ? PROMOTIONAL_FIRST : SOONEST);
    }

    private static final Comparator<Source> SOONEST =
            Comparator.<Source, Instant>comparing(s -> s.band.expiryOf(s.head)).thenComparing(s -> s.head, Lot.BY_AGE);

    private static final Comparator<Source> PROMOTIONAL_FIRST = Comparator.<Source, PointType.Nature>comparing(
                    s -> s.band.nature)
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
