package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.Objects;

/**
 * What one driver did to a figure.
 *
 * @param driver the driver with its two values
 * @param effect the part of the figure's change that is due to it, in the unit of the figure; or why there is none
 */
public record Contribution(Driver driver, Measure effect) implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param driver the driver with its two values
     * @param effect the part of the figure's change that is due to it
     */
    public Contribution {
        Objects.requireNonNull(driver, "driver");
        Objects.requireNonNull(effect, "effect");
    }

    /**
     * One readable line.
     *
     * @return for example {@code order value 40.0 to 44.0: 5.498400961361361}
     */
    @Override
    public String toString() {
        return driver.name() + " " + driver.before() + " to " + driver.after() + ": " + effect;
    }
}
