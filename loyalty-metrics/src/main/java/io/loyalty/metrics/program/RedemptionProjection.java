package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Options of a {@link RedemptionForecast}: the method, the tail, and how many of the latest units the development is taken from.
 *
 * <p>Immutable; {@link RedemptionForecast} has the definitions.
 */
public final class RedemptionProjection {

    private final ProjectionMethod method;
    private final double tail;
    private final int latest;

    private RedemptionProjection(ProjectionMethod method, double tail, int latest) {
        this.method = Objects.requireNonNull(method, "method");
        this.tail = tail;
        this.latest = latest;
    }

    /**
     * Chain ladder over all units, no redemption after the oldest observed age.
     *
     * @return the usual options
     */
    public static RedemptionProjection withDefaults() {
        return new RedemptionProjection(ProjectionMethod.CHAIN_LADDER, 1, Integer.MAX_VALUE);
    }

    /**
     * The same with another method.
     *
     * @param other how to project
     * @return the options
     */
    public RedemptionProjection with(ProjectionMethod other) {
        return new RedemptionProjection(other, tail, latest);
    }

    /**
     * The same with redemption after the oldest observed age.
     *
     * @param factor what is ever redeemed over what is redeemed up to that age, at least 1
     * @return the options
     * @throws IllegalArgumentException if the factor is below 1 or infinite
     */
    public RedemptionProjection withTail(double factor) {
        if (!(factor >= 1 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("factor must be at least 1 and finite: " + factor);
        }
        return new RedemptionProjection(method, factor, latest);
    }

    /**
     * The same with the development taken from what happened in the latest units alone, so that it follows new habits.
     *
     * @param units how many units, at least 1
     * @return the options
     * @throws IllegalArgumentException if the number is below 1
     */
    public RedemptionProjection fromLatest(int units) {
        Rates.requireAtLeast(1, units, "units");
        return new RedemptionProjection(method, tail, units);
    }

    /**
     * Projects a triangle.
     *
     * @param triangle redemption by vintage and age
     * @return the forecast
     */
    public RedemptionForecast forecast(RedemptionTriangle triangle) {
        int n = triangle.rows().size();
        if (n == 0) {
            Measure none = Measure.undefined("no vintages");
            return new RedemptionForecast(method, List.of(), List.of(), VintageForecast.of(0, 0, none, none));
        }
        Ladder ladder = new Ladder(triangle, latest);
        List<Measure> development = new ArrayList<>();
        for (int age = 0; age + 1 < n; age++) {
            development.add(method == ProjectionMethod.CHAIN_LADDER ? ladder.factor(age) : ladder.share(age));
        }
        List<VintageForecast> vintages = new ArrayList<>();
        MackError mack = new MackError(ladder);
        Measure allProjected = Measure.of(0);
        long allIssued = 0;
        long allRedeemed = 0;
        for (int i = 0; i < n; i++) {
            RedemptionTriangle.Row row = triangle.rows().get(i);
            Measure projected = projected(row, development);
            Measure error = method == ProjectionMethod.CHAIN_LADDER
                    ? mack.ofVintage(i)
                    : Measure.undefined("no error for " + method);
            vintages.add(VintageForecast.of(row.issued(), row.total(), projected, error));
            allProjected = sum(allProjected, projected);
            allIssued = Math.addExact(allIssued, row.issued());
            allRedeemed = Math.addExact(allRedeemed, row.total());
        }
        Measure error =
                method == ProjectionMethod.CHAIN_LADDER ? mack.ofTotal() : Measure.undefined("no error for " + method);
        return new RedemptionForecast(
                method, development, vintages, total(vintages, allIssued, allRedeemed, allProjected, error));
    }

    private Measure projected(RedemptionTriangle.Row row, List<Measure> development) {
        double value = row.total();
        double share = 0;
        for (int age = row.redeemed().size() - 1; age < development.size(); age++) {
            Measure step = development.get(age);
            if (!step.isDefined()) {
                return step;
            }
            if (method == ProjectionMethod.CHAIN_LADDER) {
                value *= step.orElseThrow();
            } else {
                share += step.orElseThrow();
            }
        }
        return Measure.of((value + row.issued() * share) * tail);
    }

    /** The total is the sum of the vintages, each within its own bounds. */
    private static VintageForecast total(
            List<VintageForecast> vintages, long issued, long redeemed, Measure projected, Measure error) {
        Measure ultimate = Measure.of(0);
        for (VintageForecast vintage : vintages) {
            ultimate = sum(ultimate, vintage.ultimate());
        }
        return new VintageForecast(issued, redeemed, projected, error, ultimate);
    }

    private static Measure sum(Measure sum, Measure next) {
        if (!sum.isDefined() || !next.isDefined()) {
            return sum.isDefined() ? next : sum;
        }
        return Measure.of(sum.orElseThrow() + next.orElseThrow());
    }

    /**
     * One readable line.
     *
     * @return the options
     */
    @Override
    public String toString() {
        return method + ", tail " + tail
                + (latest == Integer.MAX_VALUE ? "" : ", from the latest " + latest + " units");
    }
}
