package io.loyalty.metrics.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * sBG, the shifted-beta-geometric model of customers under contract.
 *
 * <h2>Definition</h2>
 *
 * <p>At every renewal date a customer leaves with probability θ, which is Beta(α, β) over the customers. S(t) =
 * B(α, β + t) / B(α, β); retention rate (β + t − 1) / (α + β + t − 1).
 *
 * <h2>Interpretation</h2>
 *
 * <p>For subscriptions and memberships with renewal dates. Its retention rate rises because the fickle leave
 * first, not because anybody changes; take {@link BetaDiscreteWeibull} where people do change, and compare the two by
 * {@link Fitted#bic()}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>One renewal date tells the mean of θ but not its spread, and everybody or nobody leaving tells neither: the fit
 * says so by its status, with finite numbers. Without discount the expected number of renewals is infinite for α ≤ 1, and said to be.
 *
 * <h2>Performance</h2>
 *
 * <p>A pass over the data takes a step for each renewal date.
 *
 * <h2>References</h2>
 *
 * <p>P. S. Fader, B. G. S. Hardie (2007), How to project customer retention, Journal of Interactive Marketing 21(1),
 * 76-90, doi:10.1002/dir.20074. P. S. Fader, B. G. S. Hardie (2010), Customer-base valuation in a contractual setting: the perils of
 * ignoring heterogeneity, Marketing Science 29(1), 85-93, doi:10.1287/mksc.1080.0482.
 *
 * @param alpha first parameter of the distribution of the probability to leave
 * @param beta its second parameter
 * @param unit the time from one renewal date to the next
 */
public record ShiftedBetaGeometric(double alpha, double beta, PeriodUnit unit) implements RenewalModel {

    private static final String NAME = "ShiftedBetaGeometric";

    /**
     * Refuses parameters that are not above 0 and finite.
     *
     * @param alpha first parameter of the distribution of the probability to leave
     * @param beta its second parameter
     * @param unit the time from one renewal date to the next
     * @throws IllegalArgumentException if a parameter is not above 0 and finite
     */
    public ShiftedBetaGeometric {
        Positive.require(alpha, "alpha");
        Positive.require(beta, "beta");
        Objects.requireNonNull(unit, "unit");
    }

    /**
     * The model of maximum likelihood.
     *
     * @param cohorts the customers
     * @return the fit with its status; its rows are the renewal dates
     */
    public static Fitted<ShiftedBetaGeometric> fit(RenewalCohorts cohorts) {
        return fit(cohorts, FitOptions.withDefaults());
    }

    /**
     * The model of maximum likelihood, penalised. There is too little work for several threads.
     *
     * @param cohorts the customers
     * @param options the penalty
     * @return the fit with its status; its rows are the renewal dates
     */
    public static Fitted<ShiftedBetaGeometric> fit(RenewalCohorts cohorts, FitOptions options) {
        Likelihood likelihood = (p, gradient) -> {
            double[] all = new double[3];
            double value = BetaSurvival.logLikelihood(cohorts, new double[] {p[0], p[1], 1}, all);
            gradient[0] = all[0];
            gradient[1] = all[1];
            return value;
        };
        Maximum outcome = Maximizer.maximizeFromAllSides(
                likelihood, RenewalProcess.coordinates(), cohorts.customers(), options.ridge());
        return Fitted.of(
                outcome,
                p -> new ShiftedBetaGeometric(p[0], p[1], cohorts.unit()),
                RenewalProcess.dates(cohorts),
                cohorts.customers(),
                cohorts.observationEnd());
    }

    @Override
    public List<Double> parameters() {
        return List.of(alpha, beta);
    }

    @Override
    public ShiftedBetaGeometric withParameters(List<Double> p) {
        Positive.requireCount(p, 2);
        return new ShiftedBetaGeometric(p.get(0), p.get(1), unit);
    }

    /**
     * The text form, which {@link #parse} reads back equal.
     *
     * @return {@code ShiftedBetaGeometric{alpha=…, beta=…, unit=…}}
     */
    @Override
    public String toString() {
        return TextForm.write(NAME, "alpha", alpha, "beta", beta, "unit", unit);
    }

    /**
     * The model that a text form describes.
     *
     * @param text what {@link #toString()} gave
     * @return a model equal to the one written
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static ShiftedBetaGeometric parse(CharSequence text) {
        Map<String, String> entries = TextForm.read(NAME, text, "alpha", "beta", "unit");
        return new ShiftedBetaGeometric(
                TextForm.number(entries, "alpha"), TextForm.number(entries, "beta"), TextForm.unit(entries));
    }
}
