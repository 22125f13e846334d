package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.Objects;

/**
 * Log loss: the mean surprise at what came about, in nats.
 *
 * <h2>Definition</h2>
 *
 * <p>\( -\sum (y_i \ln p_i + (1 - y_i) \ln (1 - p_i)) / N \), with probabilities moved into [1e-15, 1 − 1e-15], with its
 * standard error and a 95 % normal interval.
 *
 * <h2>Interpretation</h2>
 *
 * <p>0 is certain and right; being certain and wrong costs 34.5, so a few such customers decide the figure: {@link #clipped()}
 * says how many probabilities were moved. Giving everybody the overall share o gets the entropy \( -o \ln o - (1 - o) \ln (1 - o)
 * \).
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without customers it is undefined; one customer has no error.
 *
 * <h2>Performance</h2>
 *
 * <p>Two passes over the different probabilities.
 *
 * <h2>References</h2>
 *
 * <p>Good, I. J. (1952), Rational decisions, JRSS B 14, 107–114, doi:10.1111/j.2517-6161.1952.tb00104.x.
 *
 * @param loss the mean loss, at least 0
 * @param clipped number of customers whose probability was moved
 */
public record LogLoss(Estimate loss, long clipped) {

    private static final double CLIP = 1e-15;

    /**
     * Refuses a negative count.
     *
     * @param loss the mean loss
     * @param clipped number of customers whose probability was moved
     * @throws IllegalArgumentException if the count is negative
     */
    public LogLoss {
        Objects.requireNonNull(loss, "loss");
        if (clipped < 0) {
            throw new IllegalArgumentException("clipped must be at least 0: " + clipped);
        }
    }

    /**
     * The log loss of probabilities.
     *
     * @param outcomes probabilities and what came about
     * @return the loss
     * @throws IllegalArgumentException if a score of the table is not in [0, 1]
     */
    public static LogLoss of(ScoredOutcomes outcomes) {
        outcomes.requireProbabilities();
        long n = outcomes.customers();
        if (n == 0) {
            return new LogLoss(Estimate.undefined("no customers", 0), 0);
        }
        NeumaierSum sum = new NeumaierSum();
        long clipped = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            double p = clip(outcomes.score(row));
            clipped += p == outcomes.score(row) ? 0 : outcomes.events(row) + outcomes.others(row);
            sum.add(outcomes.events(row) * -Math.log(p) + outcomes.others(row) * -Math.log1p(-p));
        }
        double loss = sum.value() / n;
        if (n < 2) {
            return new LogLoss(Confidence.withoutError(loss, n, "one customer"), clipped);
        }
        NeumaierSum squares = new NeumaierSum();
        for (int row = 0; row < outcomes.size(); row++) {
            double p = clip(outcomes.score(row));
            double ofEvent = -Math.log(p) - loss;
            double ofOther = -Math.log1p(-p) - loss;
            squares.add(outcomes.events(row) * ofEvent * ofEvent + outcomes.others(row) * ofOther * ofOther);
        }
        double error = Math.sqrt(squares.value() / (n - 1.0) / n);
        return new LogLoss(Confidence.normal(loss, error, n, 0, Double.POSITIVE_INFINITY, "normal"), clipped);
    }

    /** The nearest probability that does not make an outcome impossible. */
    static double clip(double probability) {
        return Math.max(CLIP, Math.min(1 - CLIP, probability));
    }

    /**
     * One readable line.
     *
     * @return for example {@code log loss 0.415 [0.4, 0.43] (95 % normal), n = 7043}
     */
    @Override
    public String toString() {
        return "log loss " + loss;
    }
}
