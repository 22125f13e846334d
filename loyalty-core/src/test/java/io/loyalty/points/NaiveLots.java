package io.loyalty.points;

import io.loyalty.time.BusinessDay;
import io.loyalty.time.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lots, holds, debts and sums of an account, and every question about them: each number a {@link BigDecimal}, each answer a
 * walk over all lots. Slow and plain on purpose.
 */
abstract class NaiveLots {

    /** What has come in and gone out, by kind. */
    enum Sum {
        ACCRUED,
        ADJUSTED_UP,
        TRANSFERRED_IN,
        REDEEMED,
        EXPIRED,
        FORFEITED,
        CLAWED_BACK,
        ADJUSTED_DOWN,
        TRANSFERRED_OUT,
        UNCOLLECTED,
        MONEY_DUE
    }

    /** A lot; {@code group} is 0 until it shares the expiry of a sliding group. */
    static final class Batch {
        final int id;
        final PointType type;
        final BigDecimal amount;
        final Instant earnedAt;
        final String source;
        BigDecimal remaining;
        BigDecimal held = BigDecimal.ZERO;
        BigDecimal expired = BigDecimal.ZERO;
        BigDecimal clawed = BigDecimal.ZERO;
        BigDecimal clawedExpired = BigDecimal.ZERO;
        Instant activatesAt;
        Instant expiresAt;
        Term term;
        boolean earnedHere;
        int group;

        Batch(int id, PointType type, BigDecimal amount, Instant earnedAt, String source) {
            this.id = id;
            this.type = type;
            this.amount = amount;
            this.remaining = amount;
            this.earnedAt = earnedAt;
            this.source = source;
        }

        Batch(Batch that) {
            this(that.id, that.type, that.amount, that.earnedAt, that.source);
            remaining = that.remaining;
            held = that.held;
            expired = that.expired;
            clawed = that.clawed;
            clawedExpired = that.clawedExpired;
            activatesAt = that.activatesAt;
            expiresAt = that.expiresAt;
            term = that.term;
            earnedHere = that.earnedHere;
            group = that.group;
        }

        /** A pending lot with an expiry of its own dies on that day, activated or not. */
        Instant endOfPending() {
            return !term.slides() && expiresAt.isBefore(activatesAt) ? expiresAt : activatesAt;
        }
    }

    /** Sliding lots of one kind that live and die together; closed once its death is written down. */
    record Group(int id, PointType type, Term term, Instant expiresAt, boolean isClosed) {}

    /** An open hold with what of it is still held. */
    record OpenHold(Entry.Hold entry, List<Allocation> held) {}

    /** What time alone did: a lot became usable (hold empty) or a hold lapsed. */
    record Derived(Instant at, int lot, String hold, List<Allocation> returned, List<Allocation> forfeited) {}

    final ZoneId zone;
    final ConsumptionOrder order;
    Instant clock = Instant.MIN;
    int lastLot;
    int lastGroup;
    int writtenDown;
    final Map<Integer, Batch> lots = new TreeMap<>();
    final Map<Integer, Group> groups = new TreeMap<>();
    final List<OpenHold> holds = new ArrayList<>();
    final Map<String, Rejection> closedHolds = new LinkedHashMap<>();
    final Map<Integer, List<Allocation>> restored = new LinkedHashMap<>();
    final Map<String, BigDecimal> debts = new LinkedHashMap<>();
    final Map<String, Map<Sum, BigDecimal>> sums = new LinkedHashMap<>();
    final List<Derived> derived = new ArrayList<>();

    NaiveLots(LedgerPolicy policy) {
        zone = policy.zone();
        order = policy.consumptionOrder();
    }

    // ---- questions ----------------------------------------------------------------------------------------------

    boolean isPending(Batch lot) {
        return lot.activatesAt.isAfter(clock);
    }

    Instant expiryOf(Batch lot) {
        return lot.group == 0 ? lot.expiresAt : groups.get(lot.group).expiresAt();
    }

    boolean isAlive(Batch lot) {
        return isPending(lot) || expiryOf(lot).isAfter(clock);
    }

    boolean isUsable(Batch lot) {
        return !isPending(lot) && isAlive(lot);
    }

    List<Batch> of(String currency) {
        return lots.values().stream()
                .filter(lot -> lot.type.currency().equals(currency))
                .toList();
    }

    BigDecimal available(String currency) {
        return of(currency).stream()
                .filter(this::isUsable)
                .map(lot -> lot.remaining)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal available(String currency, PointType.Nature nature) {
        return of(currency).stream()
                .filter(lot -> isUsable(lot) && lot.type.nature() == nature)
                .map(lot -> lot.remaining)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal held(String currency) {
        return of(currency).stream().map(lot -> lot.held).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal pending(String currency) {
        return of(currency).stream()
                .filter(this::isPending)
                .map(lot -> lot.remaining)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal debt(String currency) {
        return debts.getOrDefault(currency, BigDecimal.ZERO);
    }

    BigDecimal deadAndNotWrittenDown(String currency) {
        return of(currency).stream()
                .filter(lot -> !isAlive(lot))
                .map(lot -> lot.remaining)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal sum(String currency, Sum kind) {
        return sums.getOrDefault(currency, Map.of()).getOrDefault(kind, BigDecimal.ZERO);
    }

    BigDecimal income(String currency) {
        return sum(currency, Sum.ACCRUED).add(sum(currency, Sum.ADJUSTED_UP)).add(sum(currency, Sum.TRANSFERRED_IN));
    }

    Totals totals(String currency) {
        return new Totals(
                number(sum(currency, Sum.ACCRUED)),
                number(sum(currency, Sum.ADJUSTED_UP)),
                number(sum(currency, Sum.TRANSFERRED_IN)),
                number(sum(currency, Sum.REDEEMED)),
                number(sum(currency, Sum.EXPIRED).add(deadAndNotWrittenDown(currency))),
                number(sum(currency, Sum.FORFEITED)),
                number(sum(currency, Sum.CLAWED_BACK)),
                number(sum(currency, Sum.ADJUSTED_DOWN)),
                number(sum(currency, Sum.TRANSFERRED_OUT)),
                number(sum(currency, Sum.UNCOLLECTED)),
                number(sum(currency, Sum.MONEY_DUE)));
    }

    /** The lots that a position lists, without their internal group. */
    List<Lot> listed(String currency) {
        return of(currency).stream()
                .filter(lot -> lot.held.signum() > 0 || lot.remaining.signum() > 0 && isAlive(lot))
                .map(lot -> new Lot(
                        lot.id,
                        lot.type,
                        number(lot.amount),
                        number(lot.remaining),
                        number(lot.held),
                        number(lot.expired),
                        lot.earnedAt,
                        lot.activatesAt,
                        expiryOf(lot),
                        lot.term,
                        0,
                        lot.source))
                .toList();
    }

    BigDecimal expiringBy(String currency, Instant until) {
        return of(currency).stream()
                .filter(lot -> isUsable(lot)
                        && !expiryOf(lot).equals(Instant.MAX)
                        && !expiryOf(lot).isAfter(until))
                .map(lot -> lot.remaining)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Map<LocalDate, Long> expiringThrough(String currency, LocalDate lastDay) {
        Map<LocalDate, Long> days = new TreeMap<>();
        for (Batch lot : of(currency)) {
            if (isUsable(lot) && lot.remaining.signum() > 0 && !expiryOf(lot).equals(Instant.MAX)) {
                LocalDate day = BusinessDay.midnight(zone).dateOf(expiryOf(lot).minusNanos(1));
                if (!day.isAfter(lastDay)) {
                    days.merge(day, number(lot.remaining), Long::sum);
                }
            }
        }
        return days;
    }

    /** The lots that could be spent, in the order in which they are. */
    List<Batch> inOrder(String currency) {
        Comparator<Batch> byAge =
                Comparator.<Batch, Instant>comparing(lot -> lot.earnedAt).thenComparing(lot -> lot.id);
        Comparator<Batch> soonest =
                Comparator.<Batch, Instant>comparing(this::expiryOf).thenComparing(byAge);
        Comparator<Batch> promotional = Comparator.<Batch, Boolean>comparing(
                        lot -> lot.type.nature() != PointType.Nature.PROMOTIONAL)
                .thenComparing(soonest);
        Comparator<Batch> chosen = Map.of(
                        ConsumptionOrder.SOONEST_EXPIRY, soonest,
                        ConsumptionOrder.OLDEST, byAge,
                        ConsumptionOrder.PROMOTIONAL_FIRST, promotional,
                        ConsumptionOrder.NEWEST, byAge.reversed())
                .get(order);
        return of(currency).stream()
                .filter(lot -> isUsable(lot) && lot.remaining.signum() > 0)
                .sorted(chosen)
                .toList();
    }

    List<Batch> waiting(String currency) {
        return of(currency).stream()
                .filter(lot -> isPending(lot) && lot.remaining.signum() > 0)
                .sorted(Comparator.<Batch, Instant>comparing(Batch::endOfPending)
                        .thenComparing(lot -> lot.id))
                .toList();
    }

    OpenHold openHold(String key) {
        return holds.stream()
                .filter(hold -> hold.entry().stamp().key().equals(key))
                .findFirst()
                .orElse(null);
    }

    static long number(BigDecimal number) {
        return number.longValueExact();
    }

    // ---- pieces -------------------------------------------------------------------------------------------------

    List<String> currencies() {
        return List.copyOf(sums.keySet());
    }

    Map<Sum, BigDecimal> currency(String name) {
        return sums.computeIfAbsent(name, c -> new EnumMap<>(Sum.class));
    }

    void add(String currency, Sum kind, long points) {
        currency(currency).merge(kind, BigDecimal.valueOf(points), BigDecimal::add);
    }

    void owe(String currency, BigDecimal points) {
        debts.merge(currency, points, BigDecimal::add);
    }

    void take(List<Allocation> allocations) {
        for (Allocation part : allocations) {
            Batch lot = lots.get(part.lot());
            lot.remaining = lot.remaining.subtract(BigDecimal.valueOf(part.points()));
        }
    }

    void unhold(Allocation part) {
        Batch lot = lots.get(part.lot());
        lot.held = lot.held.subtract(BigDecimal.valueOf(part.points()));
    }

    void putBack(Allocation part) {
        unhold(part);
        Batch lot = lots.get(part.lot());
        lot.remaining = lot.remaining.add(BigDecimal.valueOf(part.points()));
    }

    void letHeldDie(List<Allocation> parts) {
        for (Allocation part : parts) {
            unhold(part);
            Batch lot = lots.get(part.lot());
            lot.expired = lot.expired.add(BigDecimal.valueOf(part.points()));
            add(lot.type.currency(), Sum.EXPIRED, part.points());
        }
    }

    static long points(List<Allocation> allocations) {
        return number(allocations.stream()
                .map(part -> BigDecimal.valueOf(part.points()))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The parts in order of lots, for comparing where no order is promised. */
    static List<Allocation> byLot(List<Allocation> parts) {
        List<Allocation> sorted = new ArrayList<>(parts);
        Collections.sort(sorted, Comparator.comparing(Allocation::lot));
        return sorted;
    }
}
