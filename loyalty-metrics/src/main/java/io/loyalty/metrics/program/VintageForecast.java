package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * How much of an issue will ever be redeemed, of one vintage or of all.
 *
 * @param issued points issued, net of what was taken back
 * @param redeemed points redeemed so far
 * @param projected points that will ever have been redeemed as projected, whatever was issued
 * @param standardError the standard error of {@code projected}
 * @param ultimate the projection kept between what is redeemed already and what was issued
 */
public record VintageForecast(long issued, long redeemed, Measure projected, Measure standardError, Measure ultimate) {

    private static final String NOTHING = "no points issued, or all taken back";

    /**
     * Refuses missing parts.
     *
     * @param issued points issued, net of what was taken back
     * @param redeemed points redeemed so far
     * @param projected points that will ever have been redeemed as projected
     * @param standardError the standard error of the projection
     * @param ultimate the projection kept between what is redeemed already and what was issued
     */
    public VintageForecast {
        Objects.requireNonNull(projected, "projected");
        Objects.requireNonNull(standardError, "standardError");
        Objects.requireNonNull(ultimate, "ultimate");
    }

    static VintageForecast of(long issued, long redeemed, Measure projected, Measure standardError) {
        Measure ultimate = projected.isDefined()
                ? Measure.of(Math.max(redeemed, Math.min(issued, projected.orElseThrow())))
                : projected;
        return new VintageForecast(issued, redeemed, projected, standardError, ultimate);
    }

    /**
     * Whether the projection had to be cut to what was issued, or raised to what is redeemed: a sign that it does not fit.
     *
     * @return true if {@code ultimate} is not {@code projected}
     */
    public boolean isClamped() {
        return !ultimate.equals(projected);
    }

    /**
     * The ultimate redemption rate: the share of the issue that will ever be redeemed.
     *
     * @return ultimate / issued; undefined without an issue or a projection
     */
    public Measure ultimateRate() {
        if (issued <= 0 || !ultimate.isDefined()) {
            return issued <= 0 ? Measure.undefined(NOTHING) : ultimate;
        }
        return Measure.of(ultimate.orElseThrow() / issued);
    }

    /**
     * Breakage: the share of the issue that will never be redeemed.
     *
     * @return 1 − ultimate redemption rate; undefined without an issue or a projection
     */
    public Measure breakage() {
        if (issued <= 0 || !ultimate.isDefined()) {
            return ultimateRate();
        }
        return Measure.of((issued - ultimate.orElseThrow()) / issued);
    }

    /**
     * Points yet to be redeemed.
     *
     * @return ultimate − redeemed, at least 0; undefined without a projection
     */
    public Measure toCome() {
        return ultimate.isDefined() ? Measure.of(ultimate.orElseThrow() - redeemed) : ultimate;
    }

    /**
     * One readable line.
     *
     * @return for example {@code 70 of 100 redeemed, 82.5 expected, breakage 0.175}
     */
    @Override
    public String toString() {
        return redeemed + " of " + issued + " redeemed, " + ultimate + " expected, breakage " + breakage();
    }
}
