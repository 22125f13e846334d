package io.loyalty.metrics.purchase;

import io.loyalty.visit.Activity;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collector;

/**
 * How transactions become purchases, and the entrance to this room: rules first, then the data.
 *
 * <pre>{@code
 * PurchaseHistory history = PurchaseRules.asOf(LocalDate.of(2011, 12, 9), ZoneId.of("Europe/London"))
 *         .with(PurchasePeriod.DAY)
 *         .summarize(customers, epochSeconds, amounts);
 * }</pre>
 *
 * <p>Nothing is guessed: the end of observation and the zone are arguments. Transactions of later days are ignored and
 * counted. Without other options: a day is one purchase, refunds lower the revenue and are no visit, amounts of 0 are
 * no orders, times are seconds, and observation begins with the data. Immutable.
 */
public final class PurchaseRules implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LocalDate asOf;
    private final ZoneId zone;
    private final LocalDate from;
    private final PurchasePeriod period;
    private final RefundPolicy refunds;
    private final ZeroAmounts zeroAmounts;
    private final TimeColumn timeColumn;

    private PurchaseRules(
            LocalDate asOf,
            ZoneId zone,
            LocalDate from,
            PurchasePeriod period,
            RefundPolicy refunds,
            ZeroAmounts zeroAmounts,
            TimeColumn timeColumn) {
        this.asOf = asOf;
        this.zone = zone;
        this.from = from;
        this.period = period;
        this.refunds = refunds;
        this.zeroAmounts = zeroAmounts;
        this.timeColumn = timeColumn;
    }

    /**
     * Rules for looking at everything up to a day.
     *
     * @param asOf the last day of observation; it belongs to it
     * @param zone where days begin and end
     * @return the rules with their default options
     * @throws IllegalArgumentException if the year is not from 0 to 9999
     */
    public static PurchaseRules asOf(LocalDate asOf, ZoneId zone) {
        if (asOf.getYear() < 0 || asOf.getYear() > 9_999) {
            throw new IllegalArgumentException("asOf must be in the years 0 to 9999: " + asOf);
        }
        return new PurchaseRules(
                asOf,
                Objects.requireNonNull(zone, "zone"),
                LocalDate.MIN,
                PurchasePeriod.DAY,
                RefundPolicy.NET,
                ZeroAmounts.LEFT_OUT,
                TimeColumn.EPOCH_SECONDS);
    }

    /**
     * The same rules for a window: earlier transactions are counted, and only mark their customers as not new.
     *
     * @param first the first day of the window
     * @return the rules
     * @throws IllegalArgumentException if it is later than the last day, or more than 68 years (24,854 days) before
     */
    public PurchaseRules from(LocalDate first) {
        if (Objects.requireNonNull(first, "first").isAfter(asOf)) {
            throw new IllegalArgumentException("first must not be after asOf: " + first + " and " + asOf);
        }
        if (first.isBefore(asOf.minusDays(PeriodClock.OLDEST_DAY))) {
            throw new IllegalArgumentException(
                    "first must be at most " + PeriodClock.OLDEST_DAY + " days before " + asOf + ": " + first);
        }
        return new PurchaseRules(asOf, zone, first, period, refunds, zeroAmounts, timeColumn);
    }

    /**
     * The same rules with another merging of receipts.
     *
     * @param merged what counts as one purchase
     * @return the rules
     */
    public PurchaseRules with(PurchasePeriod merged) {
        Objects.requireNonNull(merged, "merged");
        return new PurchaseRules(asOf, zone, from, merged, refunds, zeroAmounts, timeColumn);
    }

    /**
     * The same rules with another treatment of refunds.
     *
     * @param policy what a negative amount does
     * @return the rules
     */
    public PurchaseRules with(RefundPolicy policy) {
        Objects.requireNonNull(policy, "policy");
        return new PurchaseRules(asOf, zone, from, period, policy, zeroAmounts, timeColumn);
    }

    /**
     * The same rules with another treatment of amounts of 0.
     *
     * @param meaning what an amount of 0 is
     * @return the rules
     */
    public PurchaseRules with(ZeroAmounts meaning) {
        Objects.requireNonNull(meaning, "meaning");
        return new PurchaseRules(asOf, zone, from, period, refunds, meaning, timeColumn);
    }

    /**
     * The same rules for another unit of time.
     *
     * @param unit the unit of the column of times
     * @return the rules
     */
    public PurchaseRules with(TimeColumn unit) {
        Objects.requireNonNull(unit, "unit");
        return new PurchaseRules(asOf, zone, from, period, refunds, zeroAmounts, unit);
    }

    /**
     * The summaries of columns whose customers are numbers.
     *
     * @param customers one customer key per transaction
     * @param at the times, in the unit of these rules
     * @param amounts the amounts in minor units; negative for refunds
     * @return one summary per customer
     * @throws IllegalArgumentException if the columns differ in length, a time is more than 68 years before the end of
     *     observation, or there is a refund and these rules refuse them
     * @throws ArithmeticException if a customer's sum overflows
     */
    public PurchaseHistory summarize(long[] customers, long[] at, long[] amounts) {
        LongKeyPurchases purchases = longKeys();
        purchases.acceptAll(customers, at, amounts);
        return purchases.finish();
    }

    /**
     * The summaries of columns whose customers are texts.
     *
     * @param customers one customer key per transaction
     * @param at the times, in the unit of these rules
     * @param amounts the amounts in minor units; negative for refunds
     * @return one summary per customer
     * @throws IllegalArgumentException if the columns differ in length, a time is more than 68 years before the end of
     *     observation, or there is a refund and these rules refuse them
     * @throws ArithmeticException if a customer's sum overflows
     */
    public PurchaseHistory summarize(String[] customers, long[] at, long[] amounts) {
        StringKeyPurchases purchases = stringKeys();
        purchases.acceptAll(customers, at, amounts);
        return purchases.finish();
    }

    /**
     * The summaries of facts: visits are orders, returns are refunds, other facts are passed over.
     *
     * @param activities facts in any order
     * @return one summary per customer
     * @throws IllegalArgumentException if the facts are in several currencies, one is more than 68 years before the end
     *     of observation, or there is a return and these rules refuse refunds
     * @throws ArithmeticException if a customer's sum overflows
     */
    public PurchaseHistory summarize(Iterable<? extends Activity> activities) {
        StringKeyPurchases purchases = stringKeys();
        activities.forEach(purchases::accept);
        return purchases.snapshot();
    }

    /**
     * A collector of facts to their summaries, for {@code groupingBy} and parallel streams.
     *
     * @param <T> the type of the facts
     * @return the collector
     */
    public <T extends Activity> Collector<T, ?, PurchaseHistory> collector() {
        return Collector.of(
                this::stringKeys,
                StringKeyPurchases::accept,
                StringKeyPurchases::combine,
                StringKeyPurchases::snapshot);
    }

    /**
     * An empty accumulator for customers that are numbers.
     *
     * @return a new accumulator
     */
    public LongKeyPurchases longKeys() {
        return new LongKeyPurchases(this);
    }

    /**
     * An empty accumulator for customers that are texts.
     *
     * @return a new accumulator
     */
    public StringKeyPurchases stringKeys() {
        return new StringKeyPurchases(this);
    }

    /**
     * The last day of observation.
     *
     * @return a day of {@link #zone()}
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * Where days begin and end.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The first day of the window.
     *
     * @return the day; empty if observation begins with the data
     */
    public Optional<LocalDate> from() {
        return from.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(from);
    }

    /**
     * What counts as one purchase.
     *
     * @return the period within which receipts are merged
     */
    public PurchasePeriod period() {
        return period;
    }

    /**
     * What a refund does.
     *
     * @return the policy
     */
    public RefundPolicy refunds() {
        return refunds;
    }

    /**
     * What an amount of 0 is.
     *
     * @return the meaning
     */
    public ZeroAmounts zeroAmounts() {
        return zeroAmounts;
    }

    /**
     * The unit of the column of times.
     *
     * @return the unit
     */
    public TimeColumn timeColumn() {
        return timeColumn;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PurchaseRules that
                && asOf.equals(that.asOf)
                && zone.equals(that.zone)
                && from.equals(that.from)
                && period == that.period
                && refunds == that.refunds
                && zeroAmounts == that.zeroAmounts
                && timeColumn == that.timeColumn;
    }

    @Override
    public int hashCode() {
        return Objects.hash(asOf, zone, from, period, refunds, zeroAmounts, timeColumn);
    }

    /**
     * One readable line.
     *
     * @return for example {@code as of 2011-12-09 (Europe/London), DAY, refunds NET, zero amounts LEFT_OUT}
     */
    @Override
    public String toString() {
        return from().map(day -> "from " + day + " ").orElse("") + "as of " + asOf + " (" + zone + "), " + period
                + ", refunds " + refunds + ", zero amounts " + zeroAmounts;
    }
}
