package io.loyalty.points;

import io.loyalty.time.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * An account in one currency at one instant: every question about what it holds.
 *
 * <p>Right whether or not anybody has written down what time alone does: points that have died by the instant are not counted,
 * pending points whose day has come are, lapsed holds have gone back. Immutable.
 */
public final class Position {

    private final State state;
    private final Purse purse;
    private final Instant at;

    Position(State state, String currency, Instant at) {
        this.state = state;
        this.purse = state.purse(currency);
        this.at = State.inTime(at);
    }

    /**
     * The instant of the question.
     *
     * @return the instant; the last one there is if {@link Instant#MAX} was asked, at which nothing happens
     */
    public Instant at() {
        return at;
    }

    /**
     * Name of the points.
     *
     * @return the currency
     */
    public String currency() {
        return purse.currency();
    }

    /**
     * What the customer has: available and held.
     *
     * @return a number at least 0
     */
    public long balance() {
        return available() + purse.held();
    }

    /**
     * What could be spent at the instant.
     *
     * @return a number at least 0
     */
    public long available() {
        return purse.available();
    }

    /**
     * What could be spent at the instant of one nature.
     *
     * @param nature regular or promotional
     * @return a number at least 0
     */
    public long available(PointType.Nature nature) {
        long sum = 0;
        for (Band band : purse.bands) {
            sum += band.nature() == nature ? band.lots().total() - band.dead() : 0;
        }
        return sum;
    }

    /**
     * What is reserved by open holds.
     *
     * @return a number at least 0
     */
    public long held() {
        return purse.held();
    }

    /**
     * What has been given but is not yet usable. Points whose life ends before they become usable die as others do.
     *
     * @return a number at least 0
     */
    public long pending() {
        return purse.pending.total();
    }

    /**
     * What the customer owes.
     *
     * @return a number at least 0
     */
    public long debt() {
        return purse.debt();
    }

    /**
     * Balance less debt.
     *
     * @return a number of either sign
     */
    public long net() {
        return balance() - purse.debt();
    }

    /**
     * What came in and went out from the beginning of the account.
     *
     * @return the totals; {@code expired} counts what has died by the instant, written down or not
     */
    public Totals totals() {
        return purse.totals();
    }

    /**
     * The lots with points pending, available or held, by number. Takes time in proportion to all lots of the account.
     *
     * @return the lots, each with the expiry that holds at the instant
     */
    public List<Lot> lots() {
        List<Lot> found = new ArrayList<>();
        for (Lot lot : state.lots()) {
            if (lot != null && lot.type().currency().equals(purse.currency())) {
                Instant expiry = state.expiryOf(lot);
                if (lot.held() > 0 || lot.remaining() > 0 && (state.isPending(lot) || expiry.isAfter(at))) {
                    found.add(lot.dated(lot.activatesAt(), expiry, lot.group()));
                }
            }
        }
        return Collections.unmodifiableList(found);
    }

    /**
     * How many of the points that are available now die after the instant and at another or before it, if nobody uses them.
     *
     * @param until the last instant that counts
     * @return a number at least 0
     */
    public long expiringBy(Instant until) {
        if (!until.isAfter(at)) {
            return 0;
        }
        long sum = 0;
        for (Band band : purse.bands) {
            sum += band.deadBy(State.inTime(until));
        }
        return sum - purse.dead();
    }

    /**
     * How many of the points that are available now die on which day, if nobody uses them.
     *
     * @param lastDay the last day that counts, as a last valid day
     * @return the points by their last valid day, in order of days
     */
    public NavigableMap<LocalDate, Long> expiringThrough(LocalDate lastDay) {
        BusinessDay day = BusinessDay.midnight(zone());
        Instant end = State.inTime(day.endOf(lastDay));
        NavigableMap<LocalDate, Long> byDay = new TreeMap<>();
        for (Band band : purse.bands) {
            Iterator<Lot> lots = band.living(at);
            while (lots.hasNext()) {
                Lot lot = lots.next();
                Instant expiry = band.expiryOf(lot);
                if (expiry.isAfter(end)) {
                    break;
                }
                byDay.merge(day.dateOf(expiry.minusNanos(1)), lot.remaining(), Math::addExact);
            }
        }
        return byDay;
    }

    private ZoneId zone() {
        return state.zone();
    }

    /**
     * The instant and the chief numbers.
     *
     * @return one readable line
     */
    @Override
    public String toString() {
        return purse.currency() + " at " + at + ": available " + available() + ", held " + held() + ", pending "
                + pending() + ", debt " + debt();
    }
}
