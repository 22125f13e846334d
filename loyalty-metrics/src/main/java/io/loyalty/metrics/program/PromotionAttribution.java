package io.loyalty.metrics.program;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Attributes purchases to the promotions that came before them: the rules, and the way to a {@link PromotionResponse}.
 *
 * <pre>{@code
 * PromotionResponse response = trails.collect(PromotionAttribution.within(14, lastDay)
 *         .with(PromotionAudience.REPEAT_CUSTOMERS)
 *         .collector());
 * }</pre>
 *
 * <h2>Definition</h2>
 *
 * <p>An order is attributed to a promotion if the customer got the promotion on the day of the order or at most w days before. If that
 * holds for several promotions, an {@link OverlapRule} decides. Customers who got a promotion on several days are exposed once. A coupon
 * counts if it is handed in within the same days.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Attributed is not caused: many would have bought anyway, and promotions go to those who buy. Compare promotions of one kind and
 * audience; for what a promotion causes hold out some customers by chance and use {@link PromotionLift}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>A promotion that a customer got less than w days before the last day is too recent for that customer: it takes its orders, but neither
 * they nor the customer count. Orders after the last day and amounts of 0 or below are left out.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass; per customer orders times exposures. Memory grows with the number of promotions, never with customers.
 *
 * <h2>References</h2>
 *
 * <p>R. Berman, 2018, Beyond the last touch: attribution in online advertising, Marketing Science 37, 771–792,
 * doi:10.1287/mksc.2018.1104, on what attribution rules do.
 */
public final class PromotionAttribution implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int days;
    private final LocalDate asOf;
    private final OverlapRule overlap;
    private final PromotionAudience audience;

    private PromotionAttribution(int days, LocalDate asOf, OverlapRule overlap, PromotionAudience audience) {
        this.days = days;
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.overlap = Objects.requireNonNull(overlap, "overlap");
        this.audience = Objects.requireNonNull(audience, "audience");
    }

    /**
     * Last touch, all customers.
     *
     * @param days w: how many days after the promotion an order may come, at least 0
     * @param asOf the last day of the data
     * @return the rules
     * @throws IllegalArgumentException if the number of days is negative
     */
    public static PromotionAttribution within(int days, LocalDate asOf) {
        Rates.requireAtLeast(0, days, "days");
        return new PromotionAttribution(days, asOf, OverlapRule.LAST_TOUCH, PromotionAudience.ALL);
    }

    /**
     * The same with another rule for overlaps.
     *
     * @param other the rule
     * @return the rules
     */
    public PromotionAttribution with(OverlapRule other) {
        return new PromotionAttribution(days, asOf, other, audience);
    }

    /**
     * The same for another audience; promotions that reached other customers are as if they had not.
     *
     * @param other the audience
     * @return the rules
     */
    public PromotionAttribution with(PromotionAudience other) {
        return new PromotionAttribution(days, asOf, overlap, other);
    }

    /**
     * The response of all customers.
     *
     * @param trails one for each customer
     * @return the response
     */
    public PromotionResponse of(Iterable<PromotionTrail> trails) {
        PromotionTally tally = new PromotionTally(this);
        trails.forEach(tally::accept);
        return tally.response();
    }

    /**
     * A collector of customers to their response, for {@code groupingBy} and parallel streams.
     *
     * @return the collector
     */
    public Collector<PromotionTrail, ?, PromotionResponse> collector() {
        return Collector.of(
                () -> new PromotionTally(this),
                PromotionTally::accept,
                PromotionTally::combine,
                PromotionTally::response);
    }

    /**
     * How many days after the promotion an order may come.
     *
     * @return at least 0
     */
    public int days() {
        return days;
    }

    /**
     * The last day of the data.
     *
     * @return the day
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * Which promotion an order belongs to, of several.
     *
     * @return the rule
     */
    public OverlapRule overlap() {
        return overlap;
    }

    /**
     * Whose orders count.
     *
     * @return the audience
     */
    public PromotionAudience audience() {
        return audience;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PromotionAttribution that
                && days == that.days
                && asOf.equals(that.asOf)
                && overlap == that.overlap
                && audience == that.audience;
    }

    @Override
    public int hashCode() {
        return Objects.hash(days, asOf, overlap, audience);
    }

    /**
     * One readable line.
     *
     * @return for example {@code within 14 days, as of 2026-03-31, LAST_TOUCH, ALL}
     */
    @Override
    public String toString() {
        return "within " + days + " days, as of " + asOf + ", " + overlap + ", " + audience;
    }
}
