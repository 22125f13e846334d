package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Objects;

/**
 * Calibration: do customers with a probability of 0.3 leave in 30 of 100 cases?
 *
 * <h2>Definition</h2>
 *
 * <p>Bins of equal width, closed on the right; in each the mean probability p<sub>k</sub> and the share o<sub>k</sub> with the event.
 * Expected calibration error: \( \sum N_k |p_k - o_k| / N \); largest: \( \max |p_k - o_k| \). Slope and intercept: the
 * logistic regression of the outcome on the log-odds of the probability, clipped to [1e-15, 1 − 1e-15]; calibration in the
 * large: its intercept with the slope fixed at 1.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Well calibrated: slope 1, intercept 0. A slope below 1 is the mark of a model that was fitted too closely: its high
 * probabilities are too high, its low ones too low. A calibration in the large above 0: too few were foreseen. The expected error
 * depends on the bins and is above 0 even for true probabilities, by chance.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Empty bins are listed and count nothing. Without customers all is undefined; slope and intercepts are so too with one class,
 * with equal probabilities, or if the probabilities tell the outcomes apart.
 *
 * <h2>Performance</h2>
 *
 * <p>A logistic regression on the different probabilities.
 *
 * <h2>References</h2>
 *
 * <p>Cox, D. R. (1958), Two further applications of a model for binary regression, Biometrika 45, 562–565,
 * doi:10.1093/biomet/45.3-4.562. Van Calster, B. et al. (2019), Calibration: the Achilles heel of predictive analytics, BMC
 * Medicine 17, 230, doi:10.1186/s12916-019-1466-7.
 *
 * @param bins the bins, lowest probabilities first
 * @param expectedError the mean distance of probability and share, weighted by customers
 * @param largestError the largest distance of a bin
 * @param slope the slope of the outcome on the log-odds
 * @param intercept the intercept that belongs to it
 * @param inTheLarge the intercept with a slope of 1
 */
public record Calibration(
        List<CalibrationBin> bins,
        Measure expectedError,
        Measure largestError,
        Estimate slope,
        Estimate intercept,
        Estimate inTheLarge) {

    /**
     * Copies the list.
     *
     * @param bins the bins, lowest probabilities first
     * @param expectedError the mean distance of probability and share
     * @param largestError the largest distance of a bin
     * @param slope the slope of the outcome on the log-odds
     * @param intercept the intercept that belongs to it
     * @param inTheLarge the intercept with a slope of 1
     */
    public Calibration {
        Objects.requireNonNull(bins, "bins");
        bins = List.copyOf(bins);
        Objects.requireNonNull(expectedError, "expectedError");
        Objects.requireNonNull(largestError, "largestError");
        Objects.requireNonNull(slope, "slope");
        Objects.requireNonNull(intercept, "intercept");
        Objects.requireNonNull(inTheLarge, "inTheLarge");
    }

    /**
     * The calibration of probabilities, by ten bins.
     *
     * @param outcomes probabilities and what came about
     * @return the calibration
     * @throws IllegalArgumentException if a score of the table is not in [0, 1]
     */
    public static Calibration of(ScoredOutcomes outcomes) {
        return of(outcomes, CalibrationBins.USUAL);
    }

    /**
     * The calibration of probabilities.
     *
     * @param outcomes probabilities and what came about
     * @param bins the number of bins, from 1 to 10,000
     * @return the calibration
     * @throws IllegalArgumentException if a score of the table is not in [0, 1], or the number is out of range
     */
    public static Calibration of(ScoredOutcomes outcomes, int bins) {
        List<CalibrationBin> table = CalibrationBins.of(outcomes, bins);
        double sum = 0;
        double largest = 0;
        for (CalibrationBin bin : table) {
            if (bin.customers() > 0) {
                double miss = Math.abs(bin.meanProbability().orElseThrow() - (double) bin.events() / bin.customers());
                sum += bin.customers() * miss;
                largest = Math.max(largest, miss);
            }
        }
        boolean isEmpty = outcomes.customers() == 0;
        Measure none = Measure.undefined("no customers");
        Recalibration line = new Recalibration(outcomes);
        LogisticModel model = line.model();
        return new Calibration(
                table,
                isEmpty ? none : Measure.of(sum / outcomes.customers()),
                isEmpty ? none : Measure.of(largest),
                model.coefficients().get(0).estimate(),
                model.intercept(),
                line.inTheLarge());
    }

    /**
     * One readable line.
     *
     * @return for example {@code calibration slope 0.97 […], n = 7043; expected error 0.012}
     */
    @Override
    public String toString() {
        return "calibration slope " + slope + "; expected error " + expectedError;
    }
}
