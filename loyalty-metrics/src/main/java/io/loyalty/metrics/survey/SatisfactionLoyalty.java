package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * Satisfaction against loyalty: how far being satisfied and staying go together.
 *
 * <h2>Definition</h2>
 *
 * <p>Two axes, each high or low: satisfaction, and loyalty as an attitude or as behaviour. Of loyalists a (high, high), mercenaries b
 * (high, low), hostages c (low, high) and defectors d (low, low): the satisfied who are not loyal are \( b / (a + b) \), the dissatisfied
 * who are loyal \( c / (c + d) \), and the association is \( \phi = (ad - bc) / \sqrt{(a+b)(c+d)(a+c)(b+d)} \).
 *
 * <h2>Interpretation</h2>
 *
 * <p>Shares in [0, 1]. Phi is 1 where only loyalists and defectors exist, 0 without association; its size is Cramér's V. "So many per
 * cent of satisfied customers do not come back" is {@link #satisfiedNotLoyal()}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>An answer at the cut is high, so that every customer with both answers has a quadrant. A share without customers below it is
 * undefined, phi if a row or column of the table is empty. Weighted tables have no exact test.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass; from counts, a constant and the exact test.
 *
 * <h2>References</h2>
 *
 * <p>Jones, T. O. and Sasser, W. E. (1995), Why satisfied customers defect, Harvard Business Review 73(6), 88–99; Wilson, E. B. (1927),
 * Journal of the American Statistical Association 22, 209–212, doi:10.1080/01621459.1927.10502953.
 *
 * @param counts customers by quadrant, and what stands outside the base
 * @param loyalists the share of loyalists, apostles included, with Wilson's interval like all shares
 * @param mercenaries the share of mercenaries
 * @param hostages the share of hostages
 * @param defectors the share of defectors, terrorists included
 * @param apostles the share of apostles among all
 * @param terrorists the share of terrorists among all
 * @param satisfiedNotLoyal the share of the satisfied who are not loyal
 * @param dissatisfiedLoyal the share of the dissatisfied who are loyal
 * @param phi the association of the two, in [−1, 1]
 * @param pValue the two-sided p-value of no association, by Fisher's exact test
 */
public record SatisfactionLoyalty(
        SatisfactionLoyaltyCounts counts,
        Estimate loyalists,
        Estimate mercenaries,
        Estimate hostages,
        Estimate defectors,
        Estimate apostles,
        Estimate terrorists,
        Estimate satisfiedNotLoyal,
        Estimate dissatisfiedLoyal,
        Measure phi,
        Measure pValue) {

    /**
     * Refuses missing parts.
     *
     * @param counts customers by quadrant, and what stands outside the base
     * @param loyalists the share of loyalists, apostles included
     * @param mercenaries the share of mercenaries
     * @param hostages the share of hostages
     * @param defectors the share of defectors, terrorists included
     * @param apostles the share of apostles among all
     * @param terrorists the share of terrorists among all
     * @param satisfiedNotLoyal the share of the satisfied who are not loyal
     * @param dissatisfiedLoyal the share of the dissatisfied who are loyal
     * @param phi the association of the two, in [−1, 1]
     * @param pValue the two-sided p-value of no association
     */
    public SatisfactionLoyalty {
        Objects.requireNonNull(counts, "counts");
        Objects.requireNonNull(loyalists, "loyalists");
        Objects.requireNonNull(mercenaries, "mercenaries");
        Objects.requireNonNull(hostages, "hostages");
        Objects.requireNonNull(defectors, "defectors");
        Objects.requireNonNull(apostles, "apostles");
        Objects.requireNonNull(terrorists, "terrorists");
        Objects.requireNonNull(satisfiedNotLoyal, "satisfiedNotLoyal");
        Objects.requireNonNull(dissatisfiedLoyal, "dissatisfiedLoyal");
        Objects.requireNonNull(phi, "phi");
        Objects.requireNonNull(pValue, "pValue");
    }

    /**
     * The figures of counted customers, with 95 % intervals.
     *
     * @param counts customers by quadrant
     * @return the figures
     */
    public static SatisfactionLoyalty of(SatisfactionLoyaltyCounts counts) {
        return of(counts, 0.95);
    }

    static SatisfactionLoyalty of(SatisfactionLoyaltyCounts counts, double confidence) {
        WeightedCount total = counts.total();
        return new SatisfactionLoyalty(
                counts,
                Shares.estimate(counts.loyalists(), total, confidence),
                Shares.estimate(counts.mercenaries(), total, confidence),
                Shares.estimate(counts.hostages(), total, confidence),
                Shares.estimate(counts.defectors(), total, confidence),
                Shares.estimate(counts.apostles(), total, confidence),
                Shares.estimate(counts.terrorists(), total, confidence),
                Shares.estimate(counts.mercenaries(), counts.satisfied(), confidence),
                Shares.estimate(counts.hostages(), counts.dissatisfied(), confidence),
                phi(counts),
                fisher(counts));
    }

    private static Measure phi(SatisfactionLoyaltyCounts counts) {
        double high = counts.satisfied().weight();
        double low = counts.dissatisfied().weight();
        double loyal = counts.loyalists().weight() + counts.hostages().weight();
        double disloyal = counts.mercenaries().weight() + counts.defectors().weight();
        if (!(high > 0 && low > 0 && loyal > 0 && disloyal > 0)) {
            return Measure.undefined("an empty row or column");
        }
        // As a product of shares within rows and columns, so that large counts do not overflow.
        double a = counts.loyalists().weight();
        double b = counts.mercenaries().weight();
        double c = counts.hostages().weight();
        double d = counts.defectors().weight();
        double phi = (a / high * (d / low) - b / high * (c / low)) * Math.sqrt(high / loyal * (low / disloyal));
        return Measure.of(Math.max(-1, Math.min(1, phi)));
    }

    private static Measure fisher(SatisfactionLoyaltyCounts counts) {
        if (counts.total().n() == 0) {
            return Measure.undefined(Shares.NO_ANSWERS);
        }
        return counts.total().isEquallyWeighted()
                ? Shares.fisher(counts.loyalists(), counts.satisfied(), counts.hostages(), counts.dissatisfied())
                : Measure.undefined(Shares.NO_EXACT_TEST);
    }

    /**
     * The table in one line.
     *
     * @return the quadrants and the two statements
     */
    @Override
    public String toString() {
        return counts + "; satisfied but not loyal " + satisfiedNotLoyal + "; dissatisfied but loyal "
                + dissatisfiedLoyal + "; phi " + phi;
    }
}
