package io.loyalty.metrics.value;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;

/**
 * Historical value: what customers have been worth so far.
 *
 * <h2>Definition</h2>
 *
 * <p>Per customer the sum of the margins to date, {@link #realised}, with interest to today, {@link #compounded}, or over the
 * first days as a customer, {@link #atAge}; over customers the mean with a 95 % t interval, the median and the total.
 *
 * <h2>Interpretation</h2>
 *
 * <p>It looks back: the value of a customer who has just come is small, whatever it may become. Groups that joined at
 * different times must be compared at the same age, or the older group always wins. Margins are skewed; the median says what a
 * middling customer brings.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Customers who start after the day, or are younger than the age, have no value; they are counted in {@link #leftOut()}. A
 * customer without margins is worth 0. Nobody leaves mean and median undefined; one customer, or none that differs from the
 * others, leaves the error and the interval undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over the margins and a sort of the customers' values.
 *
 * <h2>References</h2>
 *
 * <p>Kumar, V., Reinartz, W. (2018), Customer Relationship Management, 3rd ed., chapter 5 (past customer value),
 * doi:10.1007/978-3-662-55381-7.
 *
 * @param total the value of all customers together
 * @param mean the mean value per customer
 * @param median the middle customer's value
 * @param leftOut customers without a value: not yet there, or too young
 */
public record HistoricalValue(double total, Estimate mean, Measure median, long leftOut) {

    private static final double CONFIDENCE = 0.95;

    /**
     * Refuses missing parts and a negative count.
     *
     * @param total the value of all customers together
     * @param mean the mean value per customer
     * @param median the middle customer's value
     * @param leftOut customers without a value: not yet there, or too young
     * @throws IllegalArgumentException if the count is negative
     */
    public HistoricalValue {
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(median, "median");
        if (leftOut < 0) {
            throw new IllegalArgumentException("leftOut must be at least 0: " + leftOut);
        }
    }

    /**
     * The margins realised up to a day.
     *
     * @param customers the histories
     * @param asOf the day, included
     * @return their value
     */
    public static HistoricalValue realised(Collection<MarginHistory> customers, LocalDate asOf) {
        Objects.requireNonNull(asOf, "asOf");
        return of(customers, customer -> customer.realised(asOf));
    }

    /**
     * The margins realised up to a day, with interest to that day.
     *
     * @param customers the histories
     * @param asOf the day, included
     * @param rate the annual interest
     * @return their value
     */
    public static HistoricalValue compounded(Collection<MarginHistory> customers, LocalDate asOf, AnnualRate rate) {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(rate, "rate");
        return of(customers, customer -> customer.compounded(asOf, rate));
    }

    /**
     * The margins of the first days as a customer, of those who are old enough.
     *
     * @param customers the histories
     * @param days how many days from each customer's start on, at least 1
     * @param asOf the last day of which the margins are known
     * @return their value
     * @throws IllegalArgumentException if the number of days is not positive
     */
    public static HistoricalValue atAge(Collection<MarginHistory> customers, int days, LocalDate asOf) {
        Objects.requireNonNull(asOf, "asOf");
        return of(customers, customer -> customer.atAge(days, asOf));
    }

    /**
     * The single values behind {@link #atAge}, for {@link ValueByGroup}: so are groups compared that joined at different times.
     *
     * @param customers the histories
     * @param days how many days from each customer's start on, at least 1
     * @param asOf the last day of which the margins are known
     * @return the values of those who are old enough, in the order given
     * @throws IllegalArgumentException if the number of days is not positive
     */
    public static double[] valuesAtAge(Collection<MarginHistory> customers, int days, LocalDate asOf) {
        Objects.requireNonNull(asOf, "asOf");
        return values(customers, customer -> customer.atAge(days, asOf));
    }

    private static HistoricalValue of(Collection<MarginHistory> customers, Function<MarginHistory, Measure> value) {
        double[] values = values(customers, value);
        GroupSample sample = GroupSample.of(values);
        return new HistoricalValue(
                sample.total(), sample.mean(CONFIDENCE), sample.median(), (long) customers.size() - values.length);
    }

    private static double[] values(Collection<MarginHistory> customers, Function<MarginHistory, Measure> value) {
        return customers.stream()
                .map(value)
                .filter(Measure::isDefined)
                .mapToDouble(Measure::orElseThrow)
                .toArray();
    }
}
