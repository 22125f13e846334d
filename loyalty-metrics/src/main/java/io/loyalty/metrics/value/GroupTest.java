package io.loyalty.metrics.value;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * A test of whether all groups are alike.
 *
 * @param name the test
 * @param statistic its statistic; or why there is none
 * @param pValue its p-value; or why there is none
 */
public record GroupTest(String name, Measure statistic, Measure pValue) implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param name the test
     * @param statistic its statistic; or why there is none
     * @param pValue its p-value; or why there is none
     */
    public GroupTest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(statistic, "statistic");
        Objects.requireNonNull(pValue, "pValue");
    }

    static GroupTest undefined(String name, String reason) {
        return new GroupTest(name, Measure.undefined(reason), Measure.undefined(reason));
    }
}
