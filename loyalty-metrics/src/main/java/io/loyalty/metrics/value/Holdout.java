package io.loyalty.metrics.value;

import io.loyalty.metrics.purchase.PurchaseHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Customers up to a day, and what the same customers bought in the time after it: a check of predictions. Customers who came later are
 * not in it. Immutable.
 */
public final class Holdout {

    private final CustomerBase calibration;
    private final int[] purchases;
    private final double[] spends;
    private final Horizon horizon;

    Holdout(CustomerBase calibration, int[] purchases, double[] spends, Horizon horizon) {
        this.calibration = calibration;
        this.purchases = purchases;
        this.spends = spends;
        this.horizon = horizon;
    }

    /**
     * A holdout from two histories of the same transactions under the same rules, but for the last day.
     *
     * @param calibration up to the last day of observation
     * @param whole up to the last day of the holdout
     * @param unit the unit of the models to come
     * @return the customers of the first, and how many purchases more the second knows of each; without amounts
     * @throws IllegalArgumentException if the second does not end later, or knows less of a customer
     */
    public static Holdout between(PurchaseHistory calibration, PurchaseHistory whole, PeriodUnit unit) {
        long days =
                whole.rules().asOf().toEpochDay() - calibration.rules().asOf().toEpochDay();
        if (days <= 0) {
            throw new IllegalArgumentException("whole must end after calibration, "
                    + calibration.rules().asOf() + ": " + whole.rules().asOf());
        }
        Objects.requireNonNull(unit, "unit");
        Map<String, Integer> repeats = new HashMap<>();
        int[] all = whole.repeatPurchases();
        for (int i = 0; i < all.length; i++) {
            repeats.put(whole.customer(i), all[i]);
        }
        int[] before = calibration.repeatPurchases();
        int[] after = new int[before.length];
        for (int i = 0; i < before.length; i++) {
            after[i] = repeats.getOrDefault(calibration.customer(i), -1) - before[i];
            if (after[i] < 0) {
                throw new IllegalArgumentException("whole must know all purchases of calibration, customer " + i
                        + " has fewer: " + (after[i] + before[i]));
            }
        }
        return new Holdout(
                CustomerBase.from(calibration, unit),
                after,
                new double[0],
                new Horizon(PeriodUnit.DAY.convert(days, unit), unit));
    }

    /**
     * The customers as they stood.
     *
     * @return the base to fit to
     */
    public CustomerBase calibration() {
        return calibration;
    }

    /**
     * How many purchases each customer made in the holdout.
     *
     * @return a new column, in the order of the base
     */
    public int[] purchases() {
        return purchases.clone();
    }

    /**
     * What each customer spent in the holdout, in units of money.
     *
     * @return a new column
     * @throws IllegalStateException if there are no amounts
     */
    public double[] spends() {
        if (spends.length == 0) {
            throw new IllegalStateException("the log has no amounts");
        }
        return spends.clone();
    }

    /**
     * The length of the holdout.
     *
     * @return in the unit of the base
     */
    public Horizon horizon() {
        return horizon;
    }
}
