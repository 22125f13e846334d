package io.loyalty.metrics.survey;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.MultipleTesting;
import io.loyalty.metrics.experiment.ProportionTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Why customers scored as they did, and whether the passives sound like detractors.
 *
 * <h2>Definition</h2>
 *
 * <p>Per reason: how many named it, what the score would be without them, and how much more often detractors named it than promoters.
 * The profile of a group is how its mentions spread over the reasons. The passives' likeness to another group is one minus the
 * total-variation distance of the profiles, \( 1 - \frac{1}{2} \sum_t |p_t - q_t| \).
 *
 * <h2>Interpretation</h2>
 *
 * <p>Passives who give the reasons of detractors are those to lose next. A likeness of 1 means the same profile, 0 that no reason is
 * shared. Associations, not causes.
 *
 * <h2>Edge cases</h2>
 *
 * <p>A gap is undefined without detractors or without promoters, a likeness if a group gave no reasons. With weights (votes) there is
 * no exact test, hence no p-value.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the number of reasons, apart from sorting and the exact tests.
 *
 * <h2>References</h2>
 *
 * <p>QuestionPro, "NPS+" and "NPS &amp; Churn" (the idea of reasons with a score and of comparing passives with detractors);
 * Newcombe, R. G. (1998), Statistics in Medicine 17, 873–890,
 * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I; Holm, S. (1979), Scandinavian Journal of Statistics
 * 6, 65–70.
 *
 * @param counts what was counted
 * @param reasons the reasons, those that tell detractors from promoters most first
 * @param passivesLikeDetractors likeness of the passives' profile to the detractors', in [0, 1]
 * @param passivesLikePromoters likeness of the passives' profile to the promoters', in [0, 1]
 */
public record ReasonReport(
        ReasonCounts counts, List<Reason> reasons, Measure passivesLikeDetractors, Measure passivesLikePromoters) {

    /**
     * Copies the reasons in.
     *
     * @param counts what was counted
     * @param reasons the reasons
     * @param passivesLikeDetractors likeness of the passives' profile to the detractors', in [0, 1]
     * @param passivesLikePromoters likeness of the passives' profile to the promoters', in [0, 1]
     */
    public ReasonReport {
        Objects.requireNonNull(reasons, "reasons");
        Objects.requireNonNull(counts, "counts");
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(passivesLikeDetractors, "passivesLikeDetractors");
        Objects.requireNonNull(passivesLikePromoters, "passivesLikePromoters");
    }

    static ReasonReport of(ReasonCounts counts, double confidence) {
        NetPromoterQuestion question = NetPromoterQuestion.withDefaults().withConfidence(confidence);
        NetPromoterCounts all = counts.all();
        List<Reason> reasons = new ArrayList<>();
        counts.naming().forEach((name, naming) -> reasons.add(reason(name, naming, all, question, confidence)));
        List<Measure> adjusted = MultipleTesting.HOLM.adjust(
                reasons.stream().map(reason -> reason.gap().pValue()).toList());
        for (int i = 0; i < reasons.size(); i++) {
            Reason r = reasons.get(i);
            reasons.set(
                    i,
                    new Reason(
                            r.name(),
                            r.score(),
                            r.reach(),
                            r.detractors(),
                            r.passives(),
                            r.promoters(),
                            r.impact(),
                            r.gap(),
                            adjusted.get(i)));
        }
        // Stable, so that equal gaps stay in the order of the names; undefined ones last.
        reasons.sort(Comparator.comparingDouble(
                r -> -r.gap().difference().value().value().orElse(Double.NEGATIVE_INFINITY)));
        return new ReasonReport(
                counts,
                reasons,
                likeness(counts, NetPromoterCounts::passives, NetPromoterCounts::detractors),
                likeness(counts, NetPromoterCounts::passives, NetPromoterCounts::promoters));
    }

    private static Reason reason(
            String name,
            NetPromoterCounts naming,
            NetPromoterCounts all,
            NetPromoterQuestion question,
            double confidence) {
        NetPromoterScore others = question.score(new NetPromoterCounts(
                all.detractors().minus(naming.detractors()),
                all.passives().minus(naming.passives()),
                all.promoters().minus(naming.promoters()),
                Excluded.NONE));
        Measure impact = others.base() == 0
                ? Measure.undefined("nobody is left without them")
                : Measure.of(question.score(all).score().value().orElseThrow()
                        - others.score().value().orElseThrow());
        Comparison gap = Shares.compare(
                naming.detractors(),
                all.detractors(),
                naming.promoters(),
                all.promoters(),
                confidence,
                ProportionTest.FISHER);
        return new Reason(
                name,
                question.score(naming),
                Shares.estimate(naming.total(), all.total(), confidence),
                Shares.share(naming.detractors(), all.detractors()),
                Shares.share(naming.passives(), all.passives()),
                Shares.share(naming.promoters(), all.promoters()),
                impact,
                gap,
                gap.pValue());
    }

    private static Measure likeness(
            ReasonCounts counts,
            Function<NetPromoterCounts, WeightedCount> one,
            Function<NetPromoterCounts, WeightedCount> other) {
        double ofOne = mentions(counts, one);
        double ofOther = mentions(counts, other);
        if (ofOne == 0 || ofOther == 0) {
            return Measure.undefined("a group without reasons");
        }
        double distance = 0;
        for (NetPromoterCounts naming : counts.naming().values()) {
            distance += Math.abs(
                    one.apply(naming).weight() / ofOne - other.apply(naming).weight() / ofOther);
        }
        return Measure.of(Math.max(0, 1 - distance / 2));
    }

    private static double mentions(ReasonCounts counts, Function<NetPromoterCounts, WeightedCount> group) {
        return counts.naming().values().stream()
                .mapToDouble(naming -> group.apply(naming).weight())
                .sum();
    }

    /**
     * The reasons that a larger share of detractors than of promoters named.
     *
     * @return their names, the widest gap first
     */
    public List<String> detractorReasons() {
        return reasons.stream()
                .filter(r -> r.gap().difference().value().value().orElse(0) > 0)
                .map(Reason::name)
                .toList();
    }

    /**
     * Whether somebody gave a reason that is over-represented among detractors: for a passive, a sign to look after them.
     *
     * @param named the reasons of one respondent
     * @return true if one of them is among {@link #detractorReasons()}
     */
    public boolean resemblesDetractor(Collection<String> named) {
        return detractorReasons().stream().anyMatch(named::contains);
    }

    /**
     * The report in one line.
     *
     * @return the number of respondents, the likenesses and the reasons
     */
    @Override
    public String toString() {
        return "n = " + counts.all().base() + ", passives like detractors " + passivesLikeDetractors
                + ", like promoters " + passivesLikePromoters + ": " + reasons;
    }
}
