package io.loyalty.visit;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * A customer came, in store or by another channel, and bought something or nothing.
 *
 * <p>All money of a visit is in one currency. The tenders say how it was paid; they may be missing altogether, and they need
 * not add up to the lines, since rounding the tax of a bill is the shop's own affair. Immutable.
 *
 * <pre>{@code
 * Visit visit = Visit.of(
 *                 ActivityId.of("r-1001"),
 *                 CustomerId.of("c-7"),
 *                 Instant.parse("2026-04-01T03:00:00Z"),
 *                 Place.store("ginza"),
 *                 Currency.getInstance("JPY"))
 *         .withLine(Line.of("coffee", 2, Money.ofMinor("JPY", 450)))
 *         .withTender(Tender.of(TenderKind.CASH, Money.ofMinor("JPY", 900)));
 * }</pre>
 *
 * @param id the host's key of the visit
 * @param customer who came
 * @param at when the visit took place
 * @param place where
 * @param currency the currency of all lines and tenders
 * @param lines what was bought, in the order of the receipt; empty for a visit without purchase
 * @param tenders how it was paid; empty if unknown
 */
public record Visit(
        ActivityId id,
        CustomerId customer,
        Instant at,
        Place place,
        Currency currency,
        List<Line> lines,
        List<Tender> tenders)
        implements Activity {

    /**
     * Copies the lists and refuses a second currency and sums that do not fit.
     *
     * @param id the host's key of the visit
     * @param customer who came
     * @param at when the visit took place
     * @param place where
     * @param currency the currency of all lines and tenders
     * @param lines what was bought, in the order of the receipt; empty for a visit without purchase
     * @param tenders how it was paid; empty if unknown
     * @throws IllegalArgumentException if a line or a tender is in another currency
     * @throws ArithmeticException if the lines, the tenders or the points given sum up to more than a {@code long} holds
     */
    public Visit {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(currency, "currency");
        lines = Lines.of(Objects.requireNonNull(lines, "lines"), currency);
        tenders = List.copyOf(Objects.requireNonNull(tenders, "tenders"));
        Money.zero(currency);
        long paid = 0;
        long points = 0;
        for (int i = 0; i < tenders.size(); i++) {
            requireCurrency(currency, tenders.get(i).amount(), "tenders", i);
            paid = sum(paid, tenders.get(i).amount().minorUnits(), "tenders");
            points = sum(points, tenders.get(i).points(), "points");
        }
    }

    /**
     * A visit with these lines, or without any, paid in an unknown way.
     *
     * @param id the host's key of the visit
     * @param customer who came
     * @param at when the visit took place
     * @param place where
     * @param currency the currency of the visit
     * @param lines what was bought
     * @return the visit
     * @throws IllegalArgumentException if a line is in another currency
     * @throws ArithmeticException if the sum of the lines does not fit
     */
    public static Visit of(
            ActivityId id, CustomerId customer, Instant at, Place place, Currency currency, Line... lines) {
        return new Visit(id, customer, at, place, currency, List.of(lines), List.of());
    }

    /**
     * A visit of which only the total is known: one line of goods, without category and without tax.
     *
     * @param id the host's key of the visit
     * @param customer who came
     * @param at when the visit took place
     * @param place where
     * @param amount the total, at least 0
     * @return the visit
     * @throws IllegalArgumentException if the amount is below 0
     */
    public static Visit ofAmount(ActivityId id, CustomerId customer, Instant at, Place place, Money amount) {
        return of(id, customer, at, place, amount.currency(), Line.of("", amount));
    }

    /**
     * This visit with one more line at the end.
     *
     * @param line the line
     * @return the changed copy
     * @throws IllegalArgumentException if the line is in another currency
     * @throws ArithmeticException if the sum of the lines does not fit
     */
    public Visit withLine(Line line) {
        return new Visit(id, customer, at, place, currency, appended(lines, line, "line"), tenders);
    }

    /**
     * This visit with one more tender at the end.
     *
     * @param tender the tender
     * @return the changed copy
     * @throws IllegalArgumentException if the tender is in another currency
     * @throws ArithmeticException if the sum of the tenders does not fit
     */
    public Visit withTender(Tender tender) {
        return new Visit(id, customer, at, place, currency, lines, appended(tenders, tender, "tender"));
    }

    /**
     * The sum of the lines' amounts as the shop wrote them.
     *
     * <p>Where lines of both tax bases meet, this mixes the two forms; {@link #net()} and {@link #gross()} do not.
     *
     * @return an amount of at least 0; 0 for a visit without purchase
     */
    public Money amount() {
        return Money.ofMinor(currency, amountMinor());
    }

    /**
     * The number of minor units of {@link #amount()}, for loops over many visits.
     *
     * @return a number of at least 0
     */
    public long amountMinor() {
        return columns().amountMinor();
    }

    /**
     * The amount of one line as written, in minor units of the currency.
     *
     * @param line the index of the line
     * @return {@link Line#amountMinor()} of the line
     * @throws IndexOutOfBoundsException if there is no such line
     */
    public long amountMinor(int line) {
        return columns().amountMinor(line);
    }

    /**
     * The category of one line.
     *
     * @param line the index of the line
     * @return {@link Line#category()} of the line
     * @throws IndexOutOfBoundsException if there is no such line
     */
    public String category(int line) {
        return columns().category(line);
    }

    /**
     * The kind of one line.
     *
     * @param line the index of the line
     * @return {@link Line#kind()} of the line
     * @throws IndexOutOfBoundsException if there is no such line
     */
    public LineKind kind(int line) {
        return columns().kind(line);
    }

    /**
     * Whether all amounts stand in a form as they are written: what is not taxed stands in both.
     *
     * @param form with or without tax
     * @return true if no line must be turned
     */
    public boolean isIn(TaxBasis form) {
        return columns().areIn(form);
    }

    private Lines columns() {
        return (Lines) lines;
    }

    /**
     * The exact sum of the lines without tax.
     *
     * @return a number of minor units, in general not whole
     * @throws ArithmeticException if the fraction does not fit
     */
    public Ratio net() {
        return columns().sum(TaxBasis.EXCLUDED);
    }

    /**
     * The exact sum of the lines with tax.
     *
     * @return a number of minor units, in general not whole
     * @throws ArithmeticException if the fraction does not fit
     */
    public Ratio gross() {
        return columns().sum(TaxBasis.INCLUDED);
    }

    /**
     * The sum of the lines without tax as a whole number: {@link #net()}, rounded once.
     *
     * @param mode how a fraction becomes a whole number
     * @return a number of minor units of at least 0
     * @throws ArithmeticException if the exact fraction does not fit, or {@code mode} is {@link RoundingMode#UNNECESSARY} and it is
     *     not whole
     */
    public long netMinor(RoundingMode mode) {
        return columns().sum(TaxBasis.EXCLUDED, mode);
    }

    /**
     * The sum of the lines with tax as a whole number: {@link #gross()}, rounded once.
     *
     * @param mode how a fraction becomes a whole number
     * @return a number of minor units of at least 0
     * @throws ArithmeticException if the exact fraction does not fit, or {@code mode} is {@link RoundingMode#UNNECESSARY} and it is
     *     not whole
     */
    public long grossMinor(RoundingMode mode) {
        return columns().sum(TaxBasis.INCLUDED, mode);
    }

    /**
     * The sum of the tenders.
     *
     * @return an amount of at least 0; 0 if it is unknown how the visit was paid
     */
    public Money tendered() {
        long sum = 0;
        for (int i = 0; i < tenders.size(); i++) {
            sum += tenders.get(i).amount().minorUnits();
        }
        return Money.ofMinor(currency, sum);
    }

    /**
     * The part of {@link #tendered()} that was paid with points.
     *
     * @return the money that the points stood for, at least 0
     */
    public Money paidWithPoints() {
        long sum = 0;
        for (int i = 0; i < tenders.size(); i++) {
            if (tenders.get(i).kind() == TenderKind.POINTS) {
                sum += tenders.get(i).amount().minorUnits();
            }
        }
        return Money.ofMinor(currency, sum);
    }

    /**
     * The points given in payment.
     *
     * @return a number of at least 0
     */
    public long pointsTendered() {
        long sum = 0;
        for (int i = 0; i < tenders.size(); i++) {
            sum += tenders.get(i).points();
        }
        return sum;
    }

    static void requireCurrency(Currency currency, Money money, String list, int index) {
        if (!currency.equals(money.currency())) {
            throw new IllegalArgumentException(
                    list + "[" + index + "] must be in " + currency + ": " + money.currency());
        }
    }

    /** Sum of two numbers of at least 0; proves once that the accessors may add without a check. */
    static long sum(long a, long b, String what) {
        if (a + b < 0) {
            throw new ArithmeticException("visit overflow: sum of " + what);
        }
        return a + b;
    }

    private static <T> List<T> appended(List<T> list, T last, String name) {
        List<T> longer = new ArrayList<>(list);
        longer.add(Objects.requireNonNull(last, name));
        return longer;
    }
}
