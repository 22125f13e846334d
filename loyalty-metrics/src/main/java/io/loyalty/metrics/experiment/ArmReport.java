package io.loyalty.metrics.experiment;

import java.util.Objects;

/**
 * What one treated arm did, against the control arm.
 *
 * @param arm the treated arm's name
 * @param conversion the share of the assigned customers who bought at all
 * @param revenuePerCustomer the mean revenue of the assigned customers, in the unit of the data; its figures of each arm are plain means, its
 *     difference is adjusted by CUPED where covariates are known
 * @param repeatRate the share of the assigned customers (or of the buyers) who bought at least twice
 */
public record ArmReport(String arm, Lift conversion, Lift revenuePerCustomer, Lift repeatRate) {

    /**
     * Refuses missing parts.
     *
     * @param arm the treated arm's name
     * @param conversion the share of the assigned customers who bought at all
     * @param revenuePerCustomer the mean revenue of the assigned customers
     * @param repeatRate the share of the customers who bought at least twice
     */
    public ArmReport {
        Objects.requireNonNull(arm, "arm");
        Objects.requireNonNull(conversion, "conversion");
        Objects.requireNonNull(revenuePerCustomer, "revenuePerCustomer");
        Objects.requireNonNull(repeatRate, "repeatRate");
    }
}
