package io.loyalty.metrics.value;

import io.loyalty.metrics.numeric.ChiSquare;
import java.io.Serializable;

/**
 * Whether a model with more parameters explains the data better than chance: the likelihood-ratio test of two fits of the same customers,
 * one model being a special case of the other.
 *
 * <h2>Definition</h2>
 *
 * <p>Twice the difference of the log-likelihoods is chi-square with as many degrees of freedom as there are more
 * parameters, if the smaller model is true and not at a limit of the larger.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A small p-value speaks for the larger model; a large one does not prove the smaller. With many customers
 * small effects become certain too: look at their size as well. Models that are no special cases of each other are compared by
 * {@link Fitted#aic} or {@link Fitted#bic}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Fits that differ by less than the search can tell count as equal: statistic 0, p-value 1. Penalised fits, fits of
 * different customers, and a larger model that fits worse are refused. At a limit, such as a variance of 0, the p-value is too large.
 *
 * <h2>Performance</h2>
 *
 * <p>A constant.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A small p-value speaks for the larger model; a large one does not prove the smaller. With many customers
 * small effects become certain too: look at their size as well. Models that are no special cases of each other are compared by
 * {@link Fitted#aic} or {@link Fitted#bic}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Fits that differ by less than the search can tell count as equal: statistic 0, p-value 1. Penalised fits, fits of
 * different customers, and a larger model that fits worse are refused. At a limit, such as a variance of 0, the p-value is too large.
 *
 * <h2>Performance</h2>
 *
 * <p>A constant.
 *
 * <h2>References</h2>
 *
 * <p>S. S. Wilks (1938), The large-sample distribution of the likelihood ratio for testing composite hypotheses, Annals
 * of Mathematical Statistics 9(1), 60-62, doi:10.1214/aoms/1177732360.
 *
 * @param statistic twice the difference of the log-likelihoods, at least 0
 * @param degreesOfFreedom how many parameters more, at least 1
 * @param pValue the probability of such a difference by chance
 */
public record LikelihoodRatio(double statistic, int degreesOfFreedom, double pValue) implements Serializable {

    /**
     * Refuses what is no test.
     *
     * @param statistic twice the difference of the log-likelihoods
     * @param degreesOfFreedom how many parameters more
     * @param pValue the probability of such a difference by chance
     * @throws IllegalArgumentException if a number is out of place
     */
    public LikelihoodRatio {
        if (!(statistic >= 0)) {
            throw new IllegalArgumentException("statistic must be at least 0: " + statistic);
        }
        if (degreesOfFreedom < 1) {
            throw new IllegalArgumentException("degreesOfFreedom must be at least 1: " + degreesOfFreedom);
        }
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue must be in [0, 1]: " + pValue);
        }
    }

    /**
     * The test of two fits.
     *
     * @param smaller the fit of the special case, for example without covariates
     * @param larger the fit of the general model to the same customers
     * @return the test
     * @throws IllegalArgumentException if the fits are of different customers, the larger has no more parameters, a fit was penalised,
     *     or the larger fits worse, so that it is not the more general one or did not converge
     */
    public static LikelihoodRatio of(Fitted<?> smaller, Fitted<?> larger) {
        int more = larger.model().parameters().size()
                - smaller.model().parameters().size();
        if (more < 1) {
            throw new IllegalArgumentException("larger must have more parameters than smaller: " + more + " more");
        }
        if (smaller.customers() != larger.customers()
                || !smaller.observationEnd().equals(larger.observationEnd())) {
            throw new IllegalArgumentException("smaller and larger must be fits of the same customers");
        }
        if (smaller.findings().contains(FitFinding.PENALISED)
                || larger.findings().contains(FitFinding.PENALISED)) {
            throw new IllegalArgumentException("smaller and larger must be fitted without penalty");
        }
        double statistic = 2 * (larger.logLikelihood() - smaller.logLikelihood());
        if (!(statistic > -1e-6)) {
            throw new IllegalArgumentException("larger must fit at least as well as smaller: " + larger.logLikelihood()
                    + " and " + smaller.logLikelihood());
        }
        double bounded = Math.max(0, statistic);
        return new LikelihoodRatio(bounded, more, ChiSquare.sf(more, bounded));
    }
}
