package io.loyalty.metrics.survey;

import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Objects;

/**
 * Which attributes go with the score, and how well they are done.
 *
 * @param drivers the attributes, in the order of the analysis
 * @param importanceCut from which correlation on an attribute is called important
 * @param performanceCut from which top-box share on it is called done well
 * @param rSquared the share of the score's variance that all attributes together explain in a linear regression
 * @param complete the number of respondents who gave score and all ratings, from whom R² is computed
 */
public record DriverReport(
        List<Driver> drivers, Measure importanceCut, Measure performanceCut, Measure rSquared, long complete) {

    /**
     * Copies the attributes in.
     *
     * @param drivers the attributes, in the order of the analysis
     * @param importanceCut from which correlation on an attribute is called important
     * @param performanceCut from which top-box share on it is called done well
     * @param rSquared the share of the score's variance that all attributes together explain
     * @param complete the number of respondents who gave score and all ratings
     * @throws IllegalArgumentException if {@code complete} is negative
     */
    public DriverReport {
        Objects.requireNonNull(drivers, "drivers");
        drivers = List.copyOf(drivers);
        Objects.requireNonNull(importanceCut, "importanceCut");
        Objects.requireNonNull(performanceCut, "performanceCut");
        Objects.requireNonNull(rSquared, "rSquared");
        if (complete < 0) {
            throw new IllegalArgumentException("complete must be at least 0: " + complete);
        }
    }

    /**
     * The report in one line.
     *
     * @return R² and the attributes
     */
    @Override
    public String toString() {
        return "R2 " + rSquared + ", n = " + complete + ": " + drivers;
    }
}
