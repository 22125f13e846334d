package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.KruskalWallis;
import io.loyalty.metrics.experiment.MultipleTesting;
import io.loyalty.metrics.experiment.SampleSummary;
import io.loyalty.metrics.experiment.WelchAnova;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What customers of each tier bring in, and whether the tiers differ.
 *
 * <h2>Definition</h2>
 *
 * <p>Per tier the number of customers, their revenue in total, on average and at the median, and its share. All pairs of tiers are compared by
 * Welch's test with Holm's adjustment; all tiers at once by Welch's analysis of variance, for means, and by Kruskal and Wallis, for ranks.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Customers are in a high tier because they bring much: a gap between tiers is not what the tier's benefits cause. By
 * {@link TierClassification#AT_START} the groups are fixed before the revenue comes; by {@code AT_PURCHASE} the revenue stands where it was
 * made, but who moves up stands in two tiers, so no test is given. Revenue is skewed: look at the medians.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Tiers without customers appear with undefined figures and are left out of the tests. A tier of one customer or without variance leaves
 * the tests of means undefined; equal revenues of all leave Kruskal-Wallis undefined. Customers who were no members at the start are counted
 * apart under {@code AT_START}.
 *
 * <h2>Performance</h2>
 *
 * <p>A sort of the customers' revenues.
 *
 * <h2>References</h2>
 *
 * <p>B. L. Welch, 1951, doi:10.1093/biomet/38.3-4.330. W. H. Kruskal, W. A. Wallis, 1952, doi:10.1080/01621459.1952.10483441. S. Holm, 1979,
 * Scandinavian Journal of Statistics 6, 65–70.
 *
 * @param classification by which tier revenue is counted
 * @param tiers the figures by tier, lowest first
 * @param pairs all pairs of tiers, by the lower tier and then the higher
 * @param meansPValue p-value of Welch's analysis of variance
 * @param ranksPValue p-value of Kruskal and Wallis
 * @param unclassifiedCustomers number of customers who were no members at the start
 * @param unclassifiedRevenue their revenue, in minor units
 */
public record RevenueByTier(
        TierClassification classification,
        List<TierFigures> tiers,
        List<TierGap> pairs,
        Measure meansPValue,
        Measure ranksPValue,
        long unclassifiedCustomers,
        long unclassifiedRevenue) {

    /**
     * Copies the lists.
     *
     * @param classification by which tier revenue is counted
     * @param tiers the figures by tier, lowest first
     * @param pairs all pairs of tiers
     * @param meansPValue p-value of Welch's analysis of variance
     * @param ranksPValue p-value of Kruskal and Wallis
     * @param unclassifiedCustomers number of customers who were no members at the start
     * @param unclassifiedRevenue their revenue, in minor units
     */
    public RevenueByTier {
        Objects.requireNonNull(tiers, "tiers");
        Objects.requireNonNull(pairs, "pairs");
        Objects.requireNonNull(classification, "classification");
        tiers = List.copyOf(tiers);
        pairs = List.copyOf(pairs);
        Objects.requireNonNull(meansPValue, "meansPValue");
        Objects.requireNonNull(ranksPValue, "ranksPValue");
    }

    /**
     * The figures of customers who are sorted into tiers already, each into one.
     *
     * @param ladder names of the tiers, lowest first
     * @param revenues each customer's revenue in minor units, by tier; a missing tier has no customers
     * @return the figures
     * @throws IllegalArgumentException if a tier is not of the ladder, or twice in it
     * @throws ArithmeticException if a sum overflows
     */
    public static RevenueByTier of(List<String> ladder, Map<String, long[]> revenues) {
        TierRevenueAccumulator.requireDistinct(ladder);
        for (String tier : revenues.keySet()) {
            if (!ladder.contains(tier)) {
                throw new IllegalArgumentException("tier must be one of " + ladder + ": " + tier);
            }
        }
        List<long[]> columns = ladder.stream()
                .map(tier -> revenues.getOrDefault(tier, new long[0]))
                .toList();
        return of(TierClassification.AT_START, ladder, columns, Optional.empty(), 0, 0);
    }

    /** The figures of columns by tier; an obstacle says why there are no tests. */
    static RevenueByTier of(
            TierClassification classification,
            List<String> ladder,
            List<long[]> columns,
            Optional<String> obstacle,
            long unclassifiedCustomers,
            long unclassifiedRevenue) {
        List<double[]> sorted = new ArrayList<>();
        List<SampleSummary> revenues = new ArrayList<>();
        long[] totals = new long[ladder.size()];
        double all = 0;
        for (int i = 0; i < totals.length; i++) {
            for (long revenue : columns.get(i)) {
                totals[i] = Math.addExact(totals[i], revenue);
            }
            all += totals[i];
            double[] column =
                    Arrays.stream(columns.get(i)).asDoubleStream().sorted().toArray();
            sorted.add(column);
            revenues.add(SampleSummary.of(column));
        }
        List<TierFigures> tiers = new ArrayList<>();
        for (int i = 0; i < totals.length; i++) {
            tiers.add(new TierFigures(
                    ladder.get(i),
                    revenues.get(i).n(),
                    totals[i],
                    Rates.mean(revenues.get(i), "no customers"),
                    median(sorted.get(i)),
                    Rates.ratio(totals[i], all, "total revenue is not above 0")));
        }
        Measure none = Measure.undefined(obstacle.orElse("-"));
        return new RevenueByTier(
                classification,
                tiers,
                pairs(tiers, revenues, obstacle),
                obstacle.isPresent() ? none : equalMeans(revenues),
                obstacle.isPresent() ? none : KruskalWallis.of(sorted).test().pValue(),
                unclassifiedCustomers,
                unclassifiedRevenue);
    }

    /**
     * Each tier compared with the one below it.
     *
     * @return the gaps, lowest first; one fewer than there are tiers
     */
    public List<TierGap> steps() {
        List<TierGap> steps = new ArrayList<>();
        for (int i = 1; i < tiers.size(); i++) {
            String lower = tiers.get(i - 1).tier();
            String higher = tiers.get(i).tier();
            for (TierGap gap : pairs) {
                if (gap.lower().equals(lower) && gap.higher().equals(higher)) {
                    steps.add(gap);
                }
            }
        }
        return List.copyOf(steps);
    }

    /**
     * One readable line.
     *
     * @return the tiers and the p-values of all at once
     */
    @Override
    public String toString() {
        return tiers + " by tier " + classification + "; means p = " + meansPValue + ", ranks p = " + ranksPValue;
    }

    private static Measure equalMeans(List<SampleSummary> revenues) {
        List<SampleSummary> filled =
                revenues.stream().filter(tier -> tier.n() > 0).toList();
        return WelchAnova.of(filled).test().pValue();
    }

    private static List<TierGap> pairs(
            List<TierFigures> tiers, List<SampleSummary> revenues, Optional<String> obstacle) {
        List<MeanGap> gaps = new ArrayList<>();
        for (int low = 0; low < tiers.size(); low++) {
            for (int high = low + 1; high < tiers.size(); high++) {
                MeanGap gap = MeanGap.of(revenues.get(high), revenues.get(low));
                gaps.add(obstacle.isPresent() ? gap.withoutTest(obstacle.get()) : gap);
            }
        }
        List<Measure> adjusted =
                MultipleTesting.HOLM.adjust(gaps.stream().map(MeanGap::pValue).toList());
        List<TierGap> pairs = new ArrayList<>();
        for (int low = 0; low < tiers.size(); low++) {
            for (int high = low + 1; high < tiers.size(); high++) {
                int i = pairs.size();
                TierFigures higher = tiers.get(high);
                TierFigures lower = tiers.get(low);
                pairs.add(new TierGap(
                        higher.tier(),
                        lower.tier(),
                        gaps.get(i),
                        difference(higher.median(), lower.median()),
                        adjusted.get(i)));
            }
        }
        return pairs;
    }

    private static Measure difference(Measure first, Measure second) {
        if (!first.isDefined() || !second.isDefined()) {
            return first.isDefined() ? second : first;
        }
        return Measure.of(first.orElseThrow() - second.orElseThrow());
    }

    private static Measure median(double[] sorted) {
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Measure.undefined("no customers");
        }
        return Measure.of(sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2);
    }
}
