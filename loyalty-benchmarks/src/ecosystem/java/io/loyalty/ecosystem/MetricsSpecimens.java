package io.loyalty.ecosystem;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.ArmAccumulator;
import io.loyalty.metrics.program.PointsAnalysis;
import io.loyalty.metrics.program.PromotionAttribution;
import io.loyalty.metrics.program.PromotionTrail;
import io.loyalty.metrics.survey.AnswerScale;
import io.loyalty.metrics.survey.DriverAnalysis;
import io.loyalty.metrics.survey.DriverCounts;
import io.loyalty.metrics.survey.GroupReport;
import io.loyalty.metrics.survey.LikertScale;
import io.loyalty.metrics.survey.LikertScaleCounts;
import io.loyalty.metrics.survey.NetPromoterQuestion;
import io.loyalty.metrics.survey.WeightedCount;
import io.loyalty.metrics.value.BgNbd;
import io.loyalty.metrics.value.PeriodUnit;
import io.loyalty.metrics.value.PurchaseColumns;
import io.loyalty.metrics.value.ValueByGroup;
import io.loyalty.points.PointsLedger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Results of the metrics whose parts must fit together, computed from small samples. */
final class MetricsSpecimens {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final int[] SCORES = {0, 3, 6, 7, 7, 8, 9, 9, 10, 10, 10, AnswerScale.MISSING};
    private static final int[] RATINGS = {1, 2, 2, 4, 3, 4, 5, 4, 5, 5, 3, 4};

    private MetricsSpecimens() {}

    /** Adds results, some of them of the ledgers that are among the specimens already. */
    static void addTo(Specimens specimens) {
        for (Measure measure : List.of(Measure.of(0), Measure.of(1.0 / 3), Measure.undefined("no answers"))) {
            specimens.add(measure);
        }
        specimens.add(WeightedCount.of(3, 2.5, 2.25));
        addSurveys(specimens);
        addValues(specimens);
        addPrograms(specimens);
        ArmAccumulator arm = new ArmAccumulator();
        for (int rating : RATINGS) {
            arm.accept(rating % 3, rating % 3 * 12.5, rating);
        }
        specimens.add(arm.snapshot());
    }

    private static void addSurveys(Specimens specimens) {
        DriverAnalysis drivers = DriverAnalysis.of(AnswerScale.ZERO_TO_TEN, AnswerScale.ONE_TO_FIVE, "taste", "price");
        DriverCounts counts = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).stream()
                .collect(drivers.collector(i -> SCORES[i], i -> new int[] {RATINGS[i], RATINGS[11 - i]}));
        specimens.add(counts);
        specimens.add(drivers.report(counts));
        LikertScale scale = LikertScale.of(AnswerScale.ONE_TO_FIVE, "one", "two", "three");
        LikertScaleCounts rows = scale.count(
                new int[][] {{4, 5, 4}, {2, 3, 3}, {5, 5, 4}, {3, 3, 2}, {1, 2, AnswerScale.MISSING}, {4, 4, 5}});
        specimens.add(rows);
        specimens.add(scale.reliability(rows));
        NetPromoterQuestion recommend = NetPromoterQuestion.withDefaults();
        specimens.add(recommend.pairs(SCORES, new int[] {0, 9, 9, 9, 9, 9, 7, 6, 5, 10, 10, 10}));
        specimens.add(GroupReport.of(
                Map.of("Tokyo", recommend.score(SCORES), "Kyoto", recommend.score(3)),
                score -> score.counts().base()));
    }

    private static void addValues(Specimens specimens) {
        SplittableRandom random = new SplittableRandom(7);
        double[] repeats = new double[300];
        double[] last = new double[repeats.length];
        double[] age = new double[repeats.length];
        for (int i = 0; i < repeats.length; i++) {
            age[i] = 20 + random.nextInt(19);
            repeats[i] = Math.max(0, random.nextInt(9) - 4);
            last[i] = repeats[i] > 0 ? random.nextDouble(1, age[i]) : 0;
        }
        specimens.add(BgNbd.fit(PurchaseColumns.of(repeats, last, age, PeriodUnit.WEEK, DAY)));
        specimens.add(ValueByGroup.withDefaults()
                .withMinimumBase(3)
                .compare(Map.of("a", age, "b", last, "c", new double[1])));
    }

    private static void addPrograms(Specimens specimens) {
        specimens.add(PointsAnalysis.asOf(DAY, ZoneId.of("Asia/Tokyo"))
                .of(specimens.of(PointsLedger.class).stream()
                        .map(PointsLedger.class::cast)
                        .toList()));
        specimens.add(PromotionAttribution.within(7, DAY)
                .of(List.of(new PromotionTrail(
                        List.of(new PromotionTrail.Exposure("mail", DAY.minusDays(20))),
                        List.of(new PromotionTrail.Order(DAY.minusDays(18), 1_200)),
                        List.of(new PromotionTrail.Redemption("mail", DAY.minusDays(18)))))));
    }
}
