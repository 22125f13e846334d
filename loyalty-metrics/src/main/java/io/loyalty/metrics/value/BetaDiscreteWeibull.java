package io.loyalty.metrics.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * BdW, the beta-discrete-Weibull model of customers under contract: sBG with duration dependence.
 *
 * <h2>Definition</h2>
 *
 * <p>A customer is left after t renewal dates with probability (1 − θ)^(t^c); θ is Beta(α, β) over the customers. S(t) =
 * B(α, β + t^c) / B(α, β).
 *
 * <h2>Interpretation</h2>
 *
 * <p>c &gt; 1: each customer grows likelier to leave with time; c &lt; 1: more loyal; c = 1 is
 * {@link ShiftedBetaGeometric}. It separates changing people from a changing mix of people, and projects retention better
 * where the former matters. It wants four renewal dates or more.
 *
 * <h2>Edge cases</h2>
 *
 * <p>As {@link ShiftedBetaGeometric}; without discount the expected number of renewals is infinite for c α ≤ 1. A weak
 * discount costs some thousand terms and an integral.
 *
 * <h2>Performance</h2>
 *
 * <p>A pass over the data takes a step for each renewal date.
 *
 * <h2>References</h2>
 *
 * <p>P. S. Fader, B. G. S. Hardie, Y. Liu, J. Davin, T. Steenburgh (2018), "How to project customer retention" revisited: the
 * role of duration dependence, Journal of Interactive Marketing 43, 1-16, doi:10.1016/j.intmar.2018.01.002.
 *
 * @param alpha first parameter of the distribution of the probability to leave
 * @param beta its second parameter
 * @param c duration dependence, 1 for none
 * @param unit the time from one renewal date to the next
 */
public record BetaDiscreteWeibull(double alpha, double beta, double c, PeriodUnit unit) implements RenewalModel {

    private static final String NAME = "BetaDiscreteWeibull";

    /**
     * Refuses parameters that are not above 0 and finite.
     *
     * @param alpha first parameter of the distribution of the probability to leave
     * @param beta its second parameter
     * @param c duration dependence, 1 for none
     * @param unit the time from one renewal date to the next
     * @throws IllegalArgumentException if a parameter is not above 0 and finite
     */
    public BetaDiscreteWeibull {
        Positive.require(alpha, "alpha");
        Positive.require(beta, "beta");
        Positive.require(c, "c");
        Objects.requireNonNull(unit, "unit");
    }

    /**
     * The model of maximum likelihood.
     *
     * @param cohorts the customers
     * @return the fit with its status; its rows are the renewal dates
     */
    public static Fitted<BetaDiscreteWeibull> fit(RenewalCohorts cohorts) {
        return fit(cohorts, FitOptions.withDefaults());
    }

    /**
     * The model of maximum likelihood, penalised. There is too little work for several threads.
     *
     * @param cohorts the customers
     * @param options the penalty
     * @return the fit with its status; its rows are the renewal dates
     */
    public static Fitted<BetaDiscreteWeibull> fit(RenewalCohorts cohorts, FitOptions options) {
        Coordinates coordinates = RenewalProcess.coordinates()
                .with(
                        Coordinates.Block.LOG,
                        new Coordinates.Axis(
                                0,
                                -3,
                                3,
                                FitFinding.DURATION_DEPENDENCE_AT_LIMIT,
                                FitFinding.DURATION_DEPENDENCE_AT_LIMIT));
        Maximum outcome = Maximizer.maximizeFromAllSides(
                (p, gradient) -> BetaSurvival.logLikelihood(cohorts, p, gradient),
                coordinates,
                cohorts.customers(),
                options.ridge());
        return Fitted.of(
                outcome,
                p -> new BetaDiscreteWeibull(p[0], p[1], p[2], cohorts.unit()),
                RenewalProcess.dates(cohorts),
                cohorts.customers(),
                cohorts.observationEnd());
    }

    @Override
    public List<Double> parameters() {
        return List.of(alpha, beta, c);
    }

    @Override
    public BetaDiscreteWeibull withParameters(List<Double> p) {
        Positive.requireCount(p, 3);
        return new BetaDiscreteWeibull(p.get(0), p.get(1), p.get(2), unit);
    }

    /**
     * The text form, which {@link #parse} reads back equal.
     *
     * @return {@code BetaDiscreteWeibull{alpha=…, beta=…, c=…, unit=…}}
     */
    @Override
    public String toString() {
        return TextForm.write(NAME, "alpha", alpha, "beta", beta, "c", c, "unit", unit);
    }

    /**
     * The model that a text form describes.
     *
     * @param text what {@link #toString()} gave
     * @return a model equal to the one written
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static BetaDiscreteWeibull parse(CharSequence text) {
        Map<String, String> entries = TextForm.read(NAME, text, "alpha", "beta", "c", "unit");
        return new BetaDiscreteWeibull(
                TextForm.number(entries, "alpha"),
                TextForm.number(entries, "beta"),
                TextForm.number(entries, "c"),
                TextForm.unit(entries));
    }
}
