package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;
import java.util.Optional;

/**
 * One attribute and its association with the score.
 *
 * @param name the attribute
 * @param importance its correlation with the score, over the respondents who gave both
 * @param performance the share of its ratings in the top box, with Wilson's interval
 * @param quadrant where it stands among the others; empty if importance or performance is undefined
 * @param explained the part of R² that falls to it by Shapley's rule; the parts add up to R²
 */
public record Driver(
        String name, Estimate importance, Estimate performance, Optional<DriverQuadrant> quadrant, Measure explained) {

    /**
     * Refuses missing parts.
     *
     * @param name the attribute
     * @param importance its correlation with the score
     * @param performance the share of its ratings in the top box
     * @param quadrant where it stands among the others
     * @param explained the part of R² that falls to it by Shapley's rule
     */
    public Driver {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(importance, "importance");
        Objects.requireNonNull(performance, "performance");
        Objects.requireNonNull(quadrant, "quadrant");
        Objects.requireNonNull(explained, "explained");
    }

    /**
     * The attribute in one line.
     *
     * @return name, importance, performance and quadrant
     */
    @Override
    public String toString() {
        return name + ": importance " + importance + ", performance " + performance
                + quadrant.map(q -> ", " + q).orElse("");
    }
}
