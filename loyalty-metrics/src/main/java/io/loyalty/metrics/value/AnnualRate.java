package io.loyalty.metrics.value;

import java.io.Serializable;
import java.util.Objects;

/**
 * An annual effective discount rate: 0.15 means that a payment in one year is worth 1 / 1.15 of the same payment today.
 *
 * <p>It is the only form in which the models take a discount; they convert it to their own time unit. A nominal rate of 1 % a
 * month is {@code ofPeriodic(0.01, PeriodUnit.MONTH)}, an instantaneous rate of a paper {@code ofContinuous(0.0027, PeriodUnit.WEEK)}.
 *
 * @param effective the annual effective rate, finite and at least 0
 */
public record AnnualRate(double effective) implements Serializable {

    /**
     * Refuses negative, infinite and NaN rates.
     *
     * @param effective the annual effective rate, finite and at least 0
     * @throws IllegalArgumentException if the rate is out of place
     */
    public AnnualRate {
        if (!(effective >= 0 && effective < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("effective must be finite and at least 0: " + effective);
        }
    }

    /**
     * An annual effective rate.
     *
     * @param effective for example 0.15
     * @return the rate
     */
    public static AnnualRate of(double effective) {
        return new AnnualRate(effective);
    }

    /**
     * The annual rate that compounds from a rate per period.
     *
     * @param perPeriod the rate of one period, for example 0.01
     * @param period the period, for example a month
     * @return (1 + perPeriod)^periods − 1
     */
    public static AnnualRate ofPeriodic(double perPeriod, PeriodUnit period) {
        Objects.requireNonNull(period, "period");
        if (!(perPeriod >= 0)) {
            throw new IllegalArgumentException("perPeriod must be at least 0: " + perPeriod);
        }
        return new AnnualRate(Math.expm1(period.perYear() * Math.log1p(perPeriod)));
    }

    /**
     * The annual rate that belongs to an instantaneous rate.
     *
     * @param force the instantaneous rate per unit of time, δ in the papers
     * @param unit the unit of time
     * @return e^(δ · units a year) − 1
     */
    public static AnnualRate ofContinuous(double force, PeriodUnit unit) {
        Objects.requireNonNull(unit, "unit");
        if (!(force >= 0)) {
            throw new IllegalArgumentException("force must be at least 0: " + force);
        }
        return new AnnualRate(Math.expm1(force * unit.perYear()));
    }

    /**
     * The instantaneous rate δ per unit of time: e^(−δ t) is the value today of a payment after t units.
     *
     * @param unit the unit of time
     * @return ln(1 + effective) / units a year
     */
    public double continuous(PeriodUnit unit) {
        return Math.log1p(effective) / unit.perYear();
    }

    /**
     * The effective rate of one period.
     *
     * @param unit the period
     * @return (1 + effective)^(1 / periods a year) − 1
     */
    public double periodic(PeriodUnit unit) {
        return Math.expm1(continuous(unit));
    }
}
