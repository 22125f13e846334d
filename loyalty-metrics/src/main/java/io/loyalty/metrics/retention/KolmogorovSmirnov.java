package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * The Kolmogorov-Smirnov distance of a score: how far apart customers with and without the event lie at best.
 *
 * <h2>Definition</h2>
 *
 * <p>The largest difference, in size, between the share of customers with the event and the share of the others at or above a
 * score.
 *
 * <h2>Interpretation</h2>
 *
 * <p>0 separates nothing, 1 all. The score at which it is reached is the cut that Youden's index would choose; a cut that
 * pays is found by {@link ContactPolicy}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>With one class only both are undefined. Of several scores that reach the distance the highest is given. If all
 * scores are equal the distance is 0.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the different scores.
 *
 * <h2>References</h2>
 *
 * <p>Smirnov, N. (1948), Table for estimating the goodness of fit of empirical distributions, Annals of Mathematical
 * Statistics 19, 279–281, doi:10.1214/aoms/1177730256. Youden, W. J. (1950), Index for rating diagnostic tests, Cancer 3,
 * 32–35.
 *
 * @param distance the largest difference, from 0 to 1
 * @param score the score at which it is reached
 */
public record KolmogorovSmirnov(Measure distance, Measure score) implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param distance the largest difference
     * @param score the score at which it is reached
     */
    public KolmogorovSmirnov {
        Objects.requireNonNull(distance, "distance");
        Objects.requireNonNull(score, "score");
    }

    /**
     * The distance of a score.
     *
     * @param outcomes scores and what came about
     * @return the distance
     */
    public static KolmogorovSmirnov of(ScoredOutcomes outcomes) {
        if (outcomes.events() == 0 || outcomes.others() == 0) {
            Measure none = Measure.undefined(outcomes.events() == 0 ? "no events" : "nothing but events");
            return new KolmogorovSmirnov(none, none);
        }
        long events = 0;
        long others = 0;
        double largest = -1;
        double at = Double.NaN;
        for (int row = 0; row < outcomes.size(); row++) {
            events += outcomes.events(row);
            others += outcomes.others(row);
            double distance = Math.abs((double) events / outcomes.events() - (double) others / outcomes.others());
            if (distance > largest) {
                largest = distance;
                at = outcomes.score(row);
            }
        }
        return new KolmogorovSmirnov(Measure.of(largest), Measure.of(at));
    }

    /**
     * One readable line.
     *
     * @return for example {@code Kolmogorov-Smirnov 0.53 at score 0.28}
     */
    @Override
    public String toString() {
        return "Kolmogorov-Smirnov " + distance + " at score " + score;
    }
}
