package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Overdue score: is a customer later than its own rhythm lets expect?
 *
 * <h2>Definition</h2>
 *
 * <p>The open gap e is compared with the customer's gaps: their mean m, median, standard deviation and distribution.
 * With a group given, a customer without gaps is compared with the group's. With a prior of weight a, the mean is drawn
 * towards that of the group: \( m = (a m_0 + \sum g_i) / (a + n) \), as if the customer had had a more gaps of the
 * group's mean m<sub>0</sub>, which is {@link GapDistribution#mean()}.
 *
 * <h2>Interpretation</h2>
 *
 * <p>A baseline for churn risk: above 1 the visit is late, at 3 the customer has probably gone. It needs no model and
 * knows no season. The mean of a customer's ended gaps is too short by itself, so some prior weight (1 to 3 gaps) is
 * advisable where most customers have few.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Without gaps and without group all but the open gap is undefined. The basis says whose gaps were used. A visit on
 * the last day gives 0.
 *
 * <h2>Performance</h2>
 *
 * <p>By the number of the customer's gaps.
 *
 * <h2>References</h2>
 *
 * <p>Gelman, A. et al. (2013), Bayesian Data Analysis, 3rd ed., CRC Press, section 2.6: a mean with prior weight is
 * that of an exponential gap under its conjugate prior. Kaplan, E. L., Meier, P. (1958),
 * doi:10.1080/01621459.1958.10501452, for the group.
 */
public final class Overdue implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final GapDistribution NO_GROUP = GapDistribution.of(new int[0], new int[0]);

    private final GapDistribution group;
    private final double priorWeight;

    private Overdue(GapDistribution group, double priorWeight) {
        this.group = group;
        this.priorWeight = priorWeight;
    }

    /**
     * A customer's own gaps alone.
     *
     * @return the default options
     */
    public static Overdue withDefaults() {
        return new Overdue(NO_GROUP, 0);
    }

    /**
     * The same options with a group for customers without gaps, usually all customers or those of a segment.
     *
     * @param gaps the group's gaps
     * @return the changed copy
     */
    public Overdue within(GapDistribution gaps) {
        return new Overdue(Objects.requireNonNull(gaps, "gaps"), priorWeight);
    }

    /**
     * The same options with means drawn towards that of the group.
     *
     * @param gaps a: the number of gaps that the group's mean is worth, at least 0
     * @return the changed copy
     * @throws IllegalArgumentException if the number is negative or not finite
     */
    public Overdue withPriorWeight(double gaps) {
        if (!(gaps >= 0 && gaps < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gaps must be finite and at least 0: " + gaps);
        }
        return new Overdue(group, gaps);
    }

    /**
     * The score of one customer.
     *
     * @param rhythm the customer's gaps
     * @return the score
     */
    public OverdueScore score(VisitRhythm rhythm) {
        int open = rhythm.openGap();
        GapBasis basis = basis(rhythm);
        Measure mean = meanGap(rhythm, basis);
        boolean own = rhythm.count() > 0;
        Measure median = own ? rhythm.median() : group.median();
        return new OverdueScore(
                open,
                rhythm.count(),
                basis,
                mean,
                over(open, mean),
                over(open, median),
                deviations(rhythm),
                own ? rhythm.shareUpTo(open) : ended(group.stillWaiting(open)),
                mean.isDefined() ? Measure.of(Math.exp(-open / mean.orElseThrow())) : mean);
    }

    /**
     * The scores of a history's customers.
     *
     * @param history summaries up to the day of scoring
     * @return a score by customer number
     */
    public List<OverdueScore> scores(PurchaseHistory history) {
        List<OverdueScore> scores = new ArrayList<>(history.customers());
        for (int i = 0; i < history.customers(); i++) {
            scores.add(score(history.rhythm(i)));
        }
        return List.copyOf(scores);
    }

    private GapBasis basis(VisitRhythm rhythm) {
        boolean groupKnown = group.endedGaps() > 0;
        if (rhythm.count() == 0) {
            return groupKnown ? GapBasis.GROUP : GapBasis.NONE;
        }
        return groupKnown && priorWeight > 0 ? GapBasis.OWN_AND_GROUP : GapBasis.OWN;
    }

    private Measure meanGap(VisitRhythm rhythm, GapBasis basis) {
        if (basis == GapBasis.OWN) {
            return rhythm.mean();
        }
        if (basis == GapBasis.OWN_AND_GROUP) {
            double prior = priorWeight * group.mean().orElseThrow();
            return Measure.of((prior + rhythm.sum()) / (priorWeight + rhythm.count()));
        }
        return basis == GapBasis.GROUP ? group.mean() : rhythm.mean();
    }

    private static Measure over(int open, Measure gap) {
        return gap.isDefined() ? Measure.of(open / gap.orElseThrow()) : gap;
    }

    private static Measure ended(Measure waiting) {
        return waiting.isDefined() ? Measure.of(1 - waiting.orElseThrow()) : waiting;
    }

    private static Measure deviations(VisitRhythm rhythm) {
        Measure deviation = rhythm.standardDeviation();
        if (!deviation.isDefined()) {
            return deviation;
        }
        return deviation.orElseThrow() == 0
                ? Measure.undefined("all gaps are equal")
                : Measure.of((rhythm.openGap() - rhythm.mean().orElseThrow()) / deviation.orElseThrow());
    }
}
