package io.loyalty.program;

import java.io.Serializable;
import java.util.Objects;

/**
 * What an applied verb about two memberships gives; both sides are to be persisted together.
 *
 * @param from the side that gives
 * @param into the side that receives
 */
public record TransferStep(Step from, Step into) implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param from the side that gives
     * @param into the side that receives
     */
    public TransferStep {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(into, "into");
    }
}
