package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Objects;

/**
 * Ultimate redemption and breakage of every vintage of points, from a {@link RedemptionTriangle}.
 *
 * <h2>Definition</h2>
 *
 * <p>With \( C_{ik} \) the points of vintage i redeemed up to age k: \( f_k = \sum_i C_{i,k+1} / \sum_i C_{ik} \) over the vintages
 * observed at age k + 1. What a vintage last observed at age k will ever redeem is \( C_{ik} f_k f_{k+1} \cdots \), times a tail factor
 * for what comes after the oldest observed age. The standard error is Mack's, which assumes no distribution. {@link RedemptionProjection}
 * has the options, among them the projection from the points issued.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Breakage is 1 less the ultimate redemption rate. It is a projection of habits: a new reward, a change of expiry or a season breaks
 * it. Young vintages hang on few redemptions: mind their errors. Vintages that expire as a whole show their breakage when they are
 * closed; compare.
 *
 * <h2>Edge cases</h2>
 *
 * <p>No vintages: the total is undefined. If no vintage had redeemed anything up to an age, the factor of that age is undefined, and so
 * are the projections that need it. A single vintage is taken as complete but for the tail. Projections above the issue are cut to it
 * and flagged. The error is undefined for fewer than four vintages, if a vintage begins to redeem only after an age without any, and
 * for methods other than chain ladder; it leaves out the tail.
 *
 * <h2>Performance</h2>
 *
 * <p>O(n²) for n vintages, which is the size of the triangle.
 *
 * <h2>References</h2>
 *
 * <p>T. Mack, 1993, Distribution-free calculation of the standard error of chain ladder reserve estimates, ASTIN Bulletin 23, 213–225,
 * doi:10.2143/AST.23.2.2005092. The additive method: K. D. Schmidt, M. Zocher, 2005, Bornhuetter-Ferguson and related methods, also
 * known as incremental loss ratio method.
 *
 * @param method how it was projected
 * @param development by age k from 0: the factor from age k to k + 1, or the share of the issue redeemed at age k + 1
 * @param vintages the forecasts, oldest first
 * @param total all vintages together
 */
public record RedemptionForecast(
        ProjectionMethod method, List<Measure> development, List<VintageForecast> vintages, VintageForecast total) {

    /**
     * Copies the lists.
     *
     * @param method how it was projected
     * @param development by age k from 0: the factor or the share
     * @param vintages the forecasts, oldest first
     * @param total all vintages together
     */
    public RedemptionForecast {
        Objects.requireNonNull(development, "development");
        Objects.requireNonNull(vintages, "vintages");
        Objects.requireNonNull(method, "method");
        development = List.copyOf(development);
        vintages = List.copyOf(vintages);
        Objects.requireNonNull(total, "total");
    }

    /**
     * The chain ladder forecast from all vintages, without a tail.
     *
     * @param triangle redemption by vintage and age
     * @return the forecast
     */
    public static RedemptionForecast of(RedemptionTriangle triangle) {
        return RedemptionProjection.withDefaults().forecast(triangle);
    }

    /**
     * One readable line.
     *
     * @return the total and the method
     */
    @Override
    public String toString() {
        return total + " (" + method + ", " + vintages.size() + " vintages)";
    }
}
