package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * One customer's margins so far, since when it is a customer.
 *
 * <p>{@link HistoricalValue} says what many of them have been worth.
 *
 * @param start the first day as a customer
 * @param margins the margins, in any order, none of them before the start
 */
public record MarginHistory(LocalDate start, List<DatedMargin> margins) implements Serializable {

    private static final String NOT_YET = "not a customer yet";

    /**
     * Copies the list in.
     *
     * @param start the first day as a customer
     * @param margins the margins, in any order, none of them before the start
     * @throws IllegalArgumentException if a margin is dated before the start
     */
    public MarginHistory {
        Objects.requireNonNull(margins, "margins");
        Objects.requireNonNull(start, "start");
        margins = List.copyOf(margins);
        for (int i = 0; i < margins.size(); i++) {
            if (margins.get(i).date().isBefore(start)) {
                throw new IllegalArgumentException("margins[" + i + "] must not be before " + start + ": "
                        + margins.get(i).date());
            }
        }
    }

    /**
     * The margin realised up to a day, that day included.
     *
     * @param asOf the day; later margins do not count
     * @return the sum; undefined before the start
     */
    public Measure realised(LocalDate asOf) {
        return asOf.isBefore(start) ? Measure.undefined(NOT_YET) : Measure.of(sum(asOf, DatedMargin::margin));
    }

    /**
     * The margin realised up to a day, each with interest from its own day to that day.
     *
     * @param asOf the day; later margins do not count
     * @param rate the annual interest; a year is 365.2425 days
     * @return Σ margin (1 + rate)^years; undefined before the start
     */
    public Measure compounded(LocalDate asOf, AnnualRate rate) {
        double daily = rate.continuous(PeriodUnit.DAY);
        return asOf.isBefore(start)
                ? Measure.undefined(NOT_YET)
                : Measure.of(sum(asOf, m -> m.margin() * Math.exp(daily * ChronoUnit.DAYS.between(m.date(), asOf))));
    }

    /**
     * The margin of the first days as a customer, so that customers of different age can be compared.
     *
     * @param days how many days from the start on, at least 1
     * @param asOf the last day of which the margins are known
     * @return the sum over these days; undefined for a customer who is not yet so old
     * @throws IllegalArgumentException if the number of days is not positive
     */
    public Measure atAge(int days, LocalDate asOf) {
        if (days < 1) {
            throw new IllegalArgumentException("days must be at least 1: " + days);
        }
        LocalDate last = start.plusDays(days - 1L);
        return last.isAfter(asOf)
                ? Measure.undefined("younger than " + days + " days")
                : Measure.of(sum(last, DatedMargin::margin));
    }

    /**
     * A line without the margins.
     *
     * @return for example {@code customer since 2025-03-01, 14 margins}
     */
    @Override
    public String toString() {
        return "customer since " + start + ", " + margins.size() + (margins.size() == 1 ? " margin" : " margins");
    }

    private double sum(LocalDate last, ToDoubleFunction<DatedMargin> value) {
        NeumaierSum sum = new NeumaierSum();
        for (DatedMargin margin : margins) {
            if (!margin.date().isAfter(last)) {
                sum.add(value.applyAsDouble(margin));
            }
        }
        return sum.value();
    }
}
