package io.loyalty.program;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A history under two programs.
 *
 * @param baseline what came of it under the one
 * @param variant what came of it under the other
 * @param gainsAndLosses how many members fare better or worse under the variant, and by how much
 * @param top the members whose points differ most, the greatest difference first, by id where it is the same
 */
public record SimulationResult(
        ProgramFigures baseline, ProgramFigures variant, GainsAndLosses gainsAndLosses, List<MemberDifference> top)
        implements Serializable {

    /**
     * Copies the list.
     *
     * @param baseline what came of it under the one
     * @param variant what came of it under the other
     * @param gainsAndLosses how many members fare better or worse under the variant
     * @param top the members whose points differ most
     */
    public SimulationResult {
        Objects.requireNonNull(top, "top");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(gainsAndLosses, "gainsAndLosses");
        top = List.copyOf(top);
    }
}
