package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How well a model predicted a holdout: expected against actual purchases, together, by frequency and customer by customer.
 *
 * <h2>Definition</h2>
 *
 * <p>For customer i let e_i be the purchases expected in the holdout, given the history up to the end of calibration,
 * and y_i those made; mean absolute error Σ|e_i − y_i| / n, root mean square error √(Σ(e_i − y_i)² / n). The naive forecast is
 * x_i / T_i times the length of the holdout.
 *
 * <h2>Definition</h2>
 *
 * <p>For customer i let e_i be the purchases expected in the holdout, given the history up to the end of calibration,
 * and y_i those made; mean absolute error Σ|e_i − y_i| / n, root mean square error √(Σ(e_i − y_i)² / n). The naive forecast is
 * x_i / T_i times the length of the holdout.
 *
 * <h2>Interpretation</h2>
 *
 * <p>{@link #byFrequency} shows whether light and heavy buyers are told apart, {@link #bias} whether the total is
 * right; both should be, before the model is believed. The errors of single customers stay large under a true model, since buying is
 * random: compare them with those of the naive forecast, which lets everybody go on at the rate so far.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Groups without customers are left out. A customer of age 0 has a naive forecast of 0. Where nothing was bought in
 * the holdout, a relative bias is undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>One expectation a customer, and one pass.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Groups without customers are left out. A customer of age 0 has a naive forecast of 0. Where nothing was bought in
 * the holdout, a relative bias is undefined.
 *
 * <h2>Performance</h2>
 *
 * <p>One expectation a customer, and one pass.
 *
 * <h2>References</h2>
 *
 * <p>P. S. Fader, B. G. S. Hardie, K. L. Lee (2005), "Counting your customers" the easy way, Marketing Science 24(2),
 * 275-284, doi:10.1287/mksc.1040.0098.
 *
 * @param customers how many were predicted
 * @param expected purchases expected of all together
 * @param actual purchases they made
 * @param meanAbsoluteError mean of |expected − actual| over the customers
 * @param rootMeanSquareError root of the mean of (expected − actual)² over the customers
 * @param naiveMeanAbsoluteError the same error of the forecast x / T × horizon
 * @param naiveRootMeanSquareError the same error of the forecast x / T × horizon
 * @param byFrequency the means by number of repeat purchases before the holdout, ascending; the last group is open
 */
public record HoldoutEvaluation(
        int customers,
        double expected,
        double actual,
        double meanAbsoluteError,
        double rootMeanSquareError,
        double naiveMeanAbsoluteError,
        double naiveRootMeanSquareError,
        List<Group> byFrequency) {

    private static final int USUAL_GROUPS = 7;

    /**
     * Customers with the same number of repeat purchases before the holdout.
     *
     * @param repeats how many; of the last group at least so many
     * @param customers how many customers, at least 1
     * @param expected mean of their expected purchases
     * @param actual mean of their purchases
     */
    public record Group(int repeats, int customers, double expected, double actual) {}

    /**
     * Copies the groups in.
     *
     * @param customers how many were predicted
     * @param expected purchases expected of all together
     * @param actual purchases they made
     * @param meanAbsoluteError mean of |expected − actual|
     * @param rootMeanSquareError root of the mean of (expected − actual)²
     * @param naiveMeanAbsoluteError the same of the forecast x / T × horizon
     * @param naiveRootMeanSquareError the same of the forecast x / T × horizon
     * @param byFrequency the means by number of repeat purchases
     */
    public HoldoutEvaluation {
        Objects.requireNonNull(byFrequency, "byFrequency");
        byFrequency = List.copyOf(byFrequency);
    }

    /**
     * The evaluation of a model, with groups of 0 to 6 and at least 7 repeat purchases.
     *
     * @param model usually fitted to the holdout's calibration
     * @param holdout what happened
     * @return the evaluation
     * @throws IllegalArgumentException if the model is in another unit
     */
    public static HoldoutEvaluation of(PurchaseModel model, Holdout holdout) {
        return of(model, holdout, USUAL_GROUPS);
    }

    /**
     * The evaluation of a model.
     *
     * @param model usually fitted to the holdout's calibration
     * @param holdout what happened
     * @param last the number of repeat purchases from which on customers are one group, at least 0
     * @return the evaluation
     * @throws IllegalArgumentException if the model is in another unit, or {@code last} is negative
     */
    public static HoldoutEvaluation of(PurchaseModel model, Holdout holdout, int last) {
        return of(model.expectedPurchases(holdout.calibration().columns(), holdout.horizon()), holdout, last);
    }

    /**
     * The evaluation of any forecast, for comparison.
     *
     * @param expected the purchases expected of each customer, in the order of the holdout's base
     * @param holdout what happened
     * @param last the number of repeat purchases from which on customers are one group, at least 0
     * @return the evaluation
     * @throws IllegalArgumentException if the forecast has another length, or {@code last} is negative
     */
    public static HoldoutEvaluation of(double[] expected, Holdout holdout, int last) {
        int[] actual = holdout.purchases();
        if (expected.length != actual.length) {
            throw new IllegalArgumentException(
                    "expected must have one number for each customer, " + actual.length + ": " + expected.length);
        }
        if (last < 0) {
            throw new IllegalArgumentException("last must be at least 0: " + last);
        }
        PurchaseColumns columns = holdout.calibration().columns();
        ExactSum absolute = new ExactSum();
        ExactSum square = new ExactSum();
        ExactSum naiveAbsolute = new ExactSum();
        ExactSum naiveSquare = new ExactSum();
        ExactSum total = new ExactSum();
        double happened = 0;
        ExactSum[] sums = new ExactSum[last + 1];
        double[] made = new double[last + 1];
        int[] customers = new int[last + 1];
        for (int i = 0; i < expected.length; i++) {
            RecencyFrequency history = columns.history(i);
            double rate = history.age() > 0 ? history.repeats() / history.age() : 0;
            double error = expected[i] - actual[i];
            double naive = rate * holdout.horizon().length() - actual[i];
            absolute.add(Math.abs(error));
            square.add(error * error);
            naiveAbsolute.add(Math.abs(naive));
            naiveSquare.add(naive * naive);
            total.add(expected[i]);
            happened += actual[i];
            int group = Math.min(last, history.repeats());
            if (customers[group]++ == 0) {
                sums[group] = new ExactSum();
            }
            sums[group].add(expected[i]);
            made[group] += actual[i];
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            if (customers[i] > 0) {
                groups.add(new Group(i, customers[i], sums[i].value() / customers[i], made[i] / customers[i]));
            }
        }
        int n = expected.length;
        return new HoldoutEvaluation(
                n,
                total.value(),
                happened,
                absolute.value() / n,
                Math.sqrt(square.value() / n),
                naiveAbsolute.value() / n,
                Math.sqrt(naiveSquare.value() / n),
                groups);
    }

    /**
     * By how much the total was missed.
     *
     * @return expected / actual − 1, or undefined if nothing was bought
     */
    public Measure bias() {
        return actual > 0 ? Measure.of(expected / actual - 1) : Measure.undefined("nothing was bought in the holdout");
    }
}
