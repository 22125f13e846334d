package io.loyalty.metrics.survey;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.numeric.Bounds;
import io.loyalty.metrics.numeric.Normal;
import io.loyalty.metrics.numeric.ProportionIntervals;
import io.loyalty.metrics.numeric.StudentT;
import java.util.Optional;

/**
 * How the interval of a net share is made: the share of one kind of answer minus that of its opposite, such as promoters minus
 * detractors.
 *
 * <p>Every method is applied to the observed shares and the number of answers, or Kish's effective number with weights, and cut
 * off at −1 and 1 (−100 and 100 points). Coverage of a nominal 95 %, by exact enumeration over 300 points each, mean / minimum:
 *
 * <table>
 * <caption>Coverage where shares are drawn from Dirichlet(2, 2, 4), "typical", and Dirichlet(0.4, 0.6, 4), "extreme"</caption>
 * <tr><th>method</th><th>n = 10 typical</th><th>n = 10 extreme</th><th>n = 20 extreme</th><th>n = 50 extreme</th></tr>
 * <tr><td>Wald</td><td>.886 / .487</td><td>.677 / .004</td><td>.779 / .008</td><td>.866 / .020</td></tr>
 * <tr><td>trinomial t</td><td>.927 / .490</td><td>.695 / .004</td><td>.789 / .008</td><td>.872 / .020</td></tr>
 * <tr><td>adjusted Wald</td><td>.948 / .898</td><td>.949 / .866</td><td>.956 / .904</td><td>.958 / .930</td></tr>
 * <tr><td>score</td><td>.960 / .937</td><td>.956 / .846</td><td>.957 / .852</td><td>.955 / .891</td></tr>
 * <tr><td>May-Johnson</td><td>.945 / .803</td><td>.891 / .639</td><td>.918 / .634</td><td>.926 / .630</td></tr>
 * </table>
 *
 * <p>References: Rocks, B. (2016), Interval estimation for the "Net Promoter Score", The American Statistician 70(4), 365–372,
 * doi:10.1080/00031305.2016.1158124; May, W. L. and Johnson, W. D. (1997), Confidence intervals for differences in correlated
 * binary proportions, Statistics in Medicine 16, 2127–2136; Tango, T. (1998), Equivalence test and confidence interval for the
 * difference in proportions for the paired-sample design, Statistics in Medicine 17, 891–908.
 */
public enum NetInterval {

    /** Estimate ± z standard errors. Of width 0 where all answers agree: for comparison with other software only. */
    WALD("Wald"),

    /**
     * The mean of −1, 0 and 1 with Student's t and the standard error of the unbiased variance, n − 1. There is none for a single
     * answer; width 0 where all answers agree.
     */
    TRINOMIAL_T("trinomial t"),

    /**
     * Wald after adding 3 answers: 3/4 to either side and 3/2 to the middle. Never of width 0, the best floor where shares are
     * extreme, and simple: the default. Of a single answer, and at lower levels of few that all agree, the bounds stop short of
     * the estimate itself: one promoter scores 100 points, with bounds −48.5 and 98.5.
     */
    ADJUSTED_WALD("adjusted Wald"),

    /**
     * All values that a score test would not reject, its variance taken at the likeliest shares under each (Tango 1998). Nearest to
     * the nominal level where shares are ordinary.
     */
    SCORE("score"),

    /**
     * The closed form of a score test whose variance keeps the observed share of answers that are not in the middle (May and
     * Johnson 1997). Of width 0 where all answers are in the middle.
     */
    MAY_JOHNSON("May-Johnson");

    private final String text;

    NetInterval(String text) {
        this.text = text;
    }

    /** The interval of a net share, times {@code unit}; empty where the method gives none. */
    Optional<Interval> of(NetShare share, double confidence, double unit) {
        return span(share, confidence)
                .map(span -> new Bounds(span.lower(), span.upper()).clip(-1, 1))
                .map(bounds -> new Interval(unit * bounds.lower(), unit * bounds.upper(), confidence, text));
    }

    /** MOVER for the difference of two net shares, times {@code unit}; empty where the method gives none for one of them. */
    Optional<Interval> ofDifference(NetShare first, NetShare second, double confidence, double unit) {
        return span(first, confidence)
                .flatMap(a -> span(second, confidence).map(b -> {
                    Bounds bounds = ProportionIntervals.mover(
                                    a.centre(), a.lower(), a.upper(), b.centre(), b.lower(), b.upper())
                            .clip(-2, 2);
                    return new Interval(unit * bounds.lower(), unit * bounds.upper(), confidence, "MOVER of " + text);
                }));
    }

    private Optional<Span> span(NetShare share, double confidence) {
        double tail = (1 - confidence) / 2;
        double z = Normal.isf(tail);
        double n = share.n();
        switch (this) {
            case WALD:
                return around(share.net(), z * Math.sqrt(share.variance() / n));
            case TRINOMIAL_T:
                if (!(n > 1)) {
                    return Optional.empty();
                }
                double error = Math.sqrt(share.variance() / (n - 1));
                // With next to no degrees of freedom t is infinite, and answers that agree would make it infinity times
                // 0.
                return around(share.net(), error == 0 ? 0 : StudentT.isf(n - 1, tail) * error);
            case ADJUSTED_WALD:
                NetShare adjusted = share.adjusted();
                return around(adjusted.net(), z * Math.sqrt(adjusted.variance() / adjusted.n()));
            case MAY_JOHNSON:
                double k = z * z / n;
                double net = share.net();
                double half = Math.sqrt(Math.max(0, k * ((share.minus() + share.plus()) * (1 + k) - net * net)));
                // Rounding must not move the bound of answers that all agree past the net share itself.
                return Optional.of(
                        new Span(net, Math.min(net, (net - half) / (1 + k)), Math.max(net, (net + half) / (1 + k))));
            default:
                return Optional.of(new Span(share.net(), -share.mirrored().scoreBound(z), share.scoreBound(z)));
        }
    }

    private static Optional<Span> around(double centre, double half) {
        return Optional.of(new Span(centre, centre - half, centre + half));
    }

    /** Bounds before they are cut off, and the estimate that they belong to, which adjusting moves. */
    private record Span(double centre, double lower, double upper) {}

    @Override
    public String toString() {
        return text;
    }
}
