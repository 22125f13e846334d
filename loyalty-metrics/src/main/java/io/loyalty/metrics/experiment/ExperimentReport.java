package io.loyalty.metrics.experiment;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * What an experiment found: first whether the arms have the sizes that were planned, then the lifts of each treated arm.
 *
 * @param allocation the check of the sizes; read it before anything else
 * @param arms one report for each arm but the control, in the order of the plan
 */
public record ExperimentReport(AllocationCheck allocation, List<ArmReport> arms) {

    /**
     * Refuses missing parts.
     *
     * @param allocation the check of the sizes
     * @param arms one report for each arm but the control, in the order of the plan
     */
    public ExperimentReport {
        Objects.requireNonNull(arms, "arms");
        Objects.requireNonNull(allocation, "allocation");
        arms = List.copyOf(arms);
    }

    /**
     * The report of a treated arm.
     *
     * @param name the arm's name
     * @return its report
     * @throws NoSuchElementException if there is no such treated arm
     */
    public ArmReport arm(String name) {
        return arms.stream()
                .filter(arm -> arm.arm().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no treated arm of that name: " + name));
    }

    /**
     * The report in some lines.
     *
     * @return the check of the sizes, then three lines for each treated arm
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("allocation ").append(allocation);
        for (ArmReport arm : arms) {
            text.append("\n").append(arm.arm()).append(" conversion ").append(arm.conversion());
            text.append("\n").append(arm.arm()).append(" revenue per customer ").append(arm.revenuePerCustomer());
            text.append("\n").append(arm.arm()).append(" repeat rate ").append(arm.repeatRate());
        }
        return text.toString();
    }
}
