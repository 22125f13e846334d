package io.loyalty.ecosystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.SampleSummary;
import io.loyalty.metrics.program.DifferenceInDifferences;
import io.loyalty.metrics.program.LiabilityMovement;
import io.loyalty.metrics.program.MembershipFigures;
import io.loyalty.metrics.program.PointsAnalysis;
import io.loyalty.metrics.program.PromotionAttribution;
import io.loyalty.metrics.program.PromotionTrail;
import io.loyalty.metrics.program.ReferralFigures;
import io.loyalty.metrics.program.ResponseGroup;
import io.loyalty.metrics.program.RewardCost;
import io.loyalty.metrics.program.StudyArm;
import io.loyalty.metrics.program.TierClassification;
import io.loyalty.metrics.program.TierRevenueAccumulator;
import io.loyalty.metrics.program.TierSale;
import io.loyalty.metrics.purchase.Concentration;
import io.loyalty.metrics.purchase.GapDistribution;
import io.loyalty.metrics.purchase.NegativeValues;
import io.loyalty.metrics.purchase.OrderFigures;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.PurchaseSummary;
import io.loyalty.metrics.purchase.RepeatBasis;
import io.loyalty.metrics.purchase.RepeatBuying;
import io.loyalty.metrics.purchase.RevenueGap;
import io.loyalty.metrics.purchase.ShareOfWallet;
import io.loyalty.metrics.purchase.VisitRhythm;
import io.loyalty.metrics.retention.CohortMatrix;
import io.loyalty.metrics.retention.CohortPeriod;
import io.loyalty.metrics.retention.Cohorts;
import io.loyalty.metrics.retention.InactivityChurn;
import io.loyalty.metrics.retention.LifeTable;
import io.loyalty.metrics.retention.PeriodRetention;
import io.loyalty.metrics.retention.RevenueRetention;
import io.loyalty.metrics.retention.ScoredOutcomes;
import io.loyalty.metrics.survey.AnswerScale;
import io.loyalty.metrics.survey.CustomerEffort;
import io.loyalty.metrics.survey.CustomerSatisfaction;
import io.loyalty.metrics.survey.DriverAnalysis;
import io.loyalty.metrics.survey.LikertItem;
import io.loyalty.metrics.survey.LikertScale;
import io.loyalty.metrics.survey.NetPromoterQuestion;
import io.loyalty.metrics.survey.NetPromoterScore;
import io.loyalty.metrics.survey.SatisfactionLoyaltyRule;
import io.loyalty.metrics.survey.SecureCustomerRule;
import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.PointsLedger;
import io.loyalty.program.MemberHistory;
import io.loyalty.program.Program;
import io.loyalty.program.Simulation;
import io.loyalty.time.Term;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every collector of the library gives in a parallel stream what it gives in a sequential one, to the last bit. */
class CollectorsTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant START = Instant.parse("2025-01-01T03:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final PurchaseRules RULES = PurchaseRules.asOf(LAST_DAY, TOKYO);

    /** One respondent, customer or unit, whatever the collector needs. */
    private record Row(int index, int zeroToTen, int oneToFive, int other, double weight, long amount, boolean flag) {}

    /** A collector with its elements, and what can be compared of its result. */
    private record Case<T, R>(String method, List<T> elements, Collector<T, ?, R> collector, Function<R, Object> view) {

        Object collect(boolean parallel) {
            return view.apply((parallel ? elements.parallelStream() : elements.stream()).collect(collector));
        }

        @Override
        public String toString() {
            return method;
        }
    }

    private static final List<Row> ROWS = rows(20_000);
    private static final List<Visit> VISITS = visits(6_000);
    private static final List<PurchaseSummary> SUMMARIES =
            RULES.summarize(VISITS).summaries();

    @ParameterizedTest
    @MethodSource("cases")
    void parallelIsSequential(Case<?, ?> one) {
        Object sequential = one.collect(false);
        assertEquals(sequential, one.collect(false), "a result must be equal to itself");
        for (int i = 0; i < 3; i++) {
            assertEquals(sequential, one.collect(true));
        }
    }

    @Test
    void noCollectorIsForgotten() {
        Set<String> published = new TreeSet<>();
        List<Class<?>> types = new ArrayList<>(PublishedModule.of(Money.class).publicTypes());
        types.addAll(PublishedModule.of(Measure.class).publicTypes());
        for (Class<?> type : types) {
            for (Method method : type.getMethods()) {
                if (method.getReturnType() == Collector.class) {
                    published.add(method.getDeclaringClass().getSimpleName() + "." + method.getName());
                }
            }
        }
        Set<String> tested = new TreeSet<>();
        cases().forEach(one -> tested.add(one.method()));
        assertEquals(published, tested);
        assertTrue(tested.size() > 30);
    }

    static List<Case<?, ?>> cases() {
        List<Case<?, ?>> cases = new ArrayList<>();
        cases.addAll(surveys());
        cases.addAll(purchases());
        cases.addAll(retention());
        cases.addAll(programs());
        return cases;
    }

    private static List<Case<?, ?>> surveys() {
        NetPromoterQuestion recommend = NetPromoterQuestion.withDefaults();
        List<String> reasons = List.of("price", "taste", "staff");
        return List.of(
                ofRows("NetPromoterScore.collector", NetPromoterScore.collector(Row::zeroToTen)),
                ofRows("CustomerSatisfaction.collector", CustomerSatisfaction.collector(Row::oneToFive)),
                ofRows("CustomerEffort.collector", CustomerEffort.collector(Row::oneToFive)),
                ofRows("LikertItem.collector", LikertItem.collector(Row::oneToFive)),
                ofRows("SurveyQuestion.collector", recommend.collector(Row::zeroToTen)),
                ofRows("SurveyQuestion.collector", recommend.collector(Row::zeroToTen, Row::weight)),
                ofRows("NetPromoterQuestion.pairedCollector", recommend.pairedCollector(Row::zeroToTen, Row::other)),
                ofRows(
                        "NetPromoterQuestion.reasonCollector",
                        recommend.reasonCollector(
                                Row::zeroToTen,
                                row -> List.of(reasons.get(row.index % 3), reasons.get(row.other % 3)))),
                ofRows("AnswerScale.collector", AnswerScale.ZERO_TO_TEN.collector(Row::zeroToTen)),
                ofRows("AnswerScale.collector", AnswerScale.ZERO_TO_TEN.collector(Row::zeroToTen, Row::weight)),
                ofRows(
                        "LikertScale.collector",
                        LikertScale.of(AnswerScale.ZERO_TO_TEN, "one", "two", "three")
                                .collector(row -> new int[] {row.zeroToTen, row.oneToFive, row.other})),
                ofRows(
                        "DriverAnalysis.collector",
                        DriverAnalysis.of(AnswerScale.ZERO_TO_TEN, AnswerScale.ONE_TO_FIVE, "taste")
                                .collector(Row::zeroToTen, row -> new int[] {row.oneToFive})),
                ofRows(
                        "SatisfactionLoyaltyRule.collector",
                        SatisfactionLoyaltyRule.attitude().collector(Row::oneToFive, row -> 1 + row.other % 5)),
                ofRows(
                        "SatisfactionLoyaltyRule.behaviourCollector",
                        SatisfactionLoyaltyRule.behaviour().behaviourCollector(Row::oneToFive, Row::flag)),
                ofRows(
                        "SecureCustomerRule.collector",
                        SecureCustomerRule.TOP_BOX_0_10.collector(
                                Row::zeroToTen, Row::other, row -> Math.max(row.zeroToTen, row.other))));
    }

    private static List<Case<?, ?>> purchases() {
        return List.of(
                new Case<>(
                        "PurchaseRules.collector",
                        VISITS,
                        RULES.<Visit>collector(),
                        history -> List.of(history.counts(), history.summaries())),
                equal(
                        "RepeatBuying.collector",
                        SUMMARIES,
                        RepeatBuying.withDefaults().collector()),
                equal("OrderFigures.collector", SUMMARIES, OrderFigures.collector()),
                equal("RevenueGap.collector", SUMMARIES, RevenueGap.collector(RepeatBasis.PURCHASES)),
                new Case<>(
                        "GapDistribution.collector",
                        rhythms(),
                        GapDistribution.collector(),
                        gaps -> List.of(
                                gaps.endedGaps(), gaps.openGaps(), gaps.mean(), gaps.median(), gaps.stillWaiting(9))),
                ofRows(
                        "ShareOfWallet.collector",
                        ShareOfWallet.collector(row -> row.amount, row -> row.amount + row.weight)),
                new Case<>(
                        "Concentration.collector",
                        ROWS,
                        Concentration.collector(row -> row.amount * row.weight, NegativeValues.REFUSE),
                        all -> List.of(all.customers(), all.total(), all.gini(), all.herfindahl(), all.lorenz())));
    }

    private static List<Case<?, ?>> retention() {
        return List.of(
                new Case<>(
                        "Cohorts.collector",
                        VISITS,
                        Cohorts.by(CohortPeriod.MONTH, RULES).<Visit>collector(),
                        CollectorsTest::cells),
                ofRows("InactivityChurn.collector", InactivityChurn.collector(Row::zeroToTen, 6)),
                ofRows(
                        "PeriodRetention.collector",
                        PeriodRetention.collector(Row::flag, row -> row.other > 4, row -> row.flag || row.other > 7)),
                ofRows(
                        "RevenueRetention.collector",
                        RevenueRetention.collector(Row::amount, row -> row.flag ? row.amount + 7 : row.other)),
                ofRows("LifeTable.collector", LifeTable.collector(row -> row.amount / 8.0, Row::flag)),
                ofRows("ScoredOutcomes.collector", ScoredOutcomes.collector(row -> row.weight, Row::flag)));
    }

    private static List<Case<?, ?>> programs() {
        List<MembershipFigures> figures = ROWS.stream()
                .map(row -> new MembershipFigures(2, 1, 1, 3, 2, row.amount + 5, row.amount))
                .toList();
        List<TierSale> sales = ROWS.stream()
                .map(row -> new TierSale("c" + row.index % 700, tier(row.index % 700), tier(row.other), row.amount))
                .toList();
        return List.of(
                ofRows("SampleSummary.collector", SampleSummary.collector(row -> row.amount * row.weight)),
                ofRows(
                        "DifferenceInDifferences.collector",
                        DifferenceInDifferences.collector(
                                row -> row.flag ? StudyArm.TREATED : StudyArm.CONTROL, Row::weight, row -> row.amount)),
                ofRows(
                        "ResponseGroup.collector",
                        ResponseGroup.collector(row -> row.other, row -> row.other * row.amount)),
                equal("MembershipFigures.collector", figures, MembershipFigures.collector()),
                equal(
                        "RewardCost.collector",
                        ROWS.stream()
                                .map(row -> new RewardCost(row.other, row.amount, row.index))
                                .toList(),
                        RewardCost.collector()),
                equal(
                        "ReferralFigures.collector",
                        ROWS.stream()
                                .map(row -> new ReferralFigures(20, 5, 9, 7, 9))
                                .toList(),
                        ReferralFigures.collector()),
                equal(
                        "LiabilityMovement.collector",
                        ROWS.stream()
                                .map(row -> new LiabilityMovement(row.amount, row.other, row.zeroToTen, -row.oneToFive))
                                .toList(),
                        LiabilityMovement.collector()),
                equal(
                        "TierRevenueAccumulator.collector",
                        sales,
                        TierRevenueAccumulator.collector(List.of("Bronze", "Silver"), TierClassification.AT_PURCHASE)),
                equal(
                        "PromotionAttribution.collector",
                        ROWS.stream().map(CollectorsTest::trail).toList(),
                        PromotionAttribution.within(5, LAST_DAY).collector()),
                equal(
                        "PointsAnalysis.collector",
                        ROWS.subList(0, 2_000).stream()
                                .map(CollectorsTest::account)
                                .toList(),
                        PointsAnalysis.asOf(LAST_DAY, TOKYO).collector()),
                equal("Simulation.collector", members(), simulation().collector()));
    }

    private static <R> Case<Row, R> ofRows(String method, Collector<Row, ?, R> collector) {
        return equal(method, ROWS, collector);
    }

    private static <T, R> Case<T, R> equal(String method, List<T> elements, Collector<T, ?, R> collector) {
        return new Case<>(method, elements, collector, result -> result);
    }

    private static List<Row> rows(int count) {
        SplittableRandom random = new SplittableRandom(20261122);
        return IntStream.range(0, count)
                .mapToObj(i -> new Row(
                        i,
                        random.nextInt(11),
                        1 + random.nextInt(5),
                        random.nextInt(11),
                        random.nextDouble(0.1, 3),
                        random.nextLong(1, 20_000),
                        random.nextBoolean()))
                .toList();
    }

    private static List<Visit> visits(int count) {
        SplittableRandom random = new SplittableRandom(7);
        Instant at = START;
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            at = at.plusSeconds(random.nextInt(8_000));
            visits.add(Visit.ofAmount(
                    ActivityId.of("r" + i),
                    CustomerId.of("c" + random.nextInt(900)),
                    at,
                    Place.store("ginza"),
                    Money.ofMinor(Currency.getInstance("JPY"), random.nextLong(1, 30_000))));
        }
        return visits;
    }

    private static List<VisitRhythm> rhythms() {
        return ROWS.stream()
                .map(row -> VisitRhythm.of(new int[] {1 + row.zeroToTen, row.oneToFive}, row.other))
                .toList();
    }

    private static List<Object> cells(CohortMatrix matrix) {
        List<Object> cells = new ArrayList<>(List.of(matrix.counts(), matrix.customers()));
        for (int cohort = 0; cohort < matrix.cohorts(); cohort++) {
            for (int age = 0; age < matrix.cohorts(); age++) {
                cells.add(matrix.cell(cohort, age));
            }
        }
        return cells;
    }

    private static String tier(int number) {
        return number % 3 == 0 ? "Silver" : "Bronze";
    }

    private static PromotionTrail trail(Row row) {
        LocalDate day = LAST_DAY.minusDays(30 + row.index % 200);
        return new PromotionTrail(
                List.of(new PromotionTrail.Exposure(row.flag ? "mail" : "leaflet", day)),
                List.of(new PromotionTrail.Order(day.plusDays(row.other), row.amount)),
                List.of());
    }

    private static List<Entry> account(Row row) {
        PointsLedger ledger = PointsLedger.open(LedgerPolicy.in(TOKYO));
        Instant at = START.plus(Duration.ofDays(row.index % 300));
        ledger = ledger.accrue(Command.of("visit", at), Grant.of(row.amount, Term.of(Period.ofMonths(2))))
                .orElseThrow()
                .ledger();
        return ledger.redeem(Command.of("cup", at.plusSeconds(60)), 1 + row.amount / 2)
                .orElseThrow()
                .ledger()
                .entries();
    }

    private static Simulation simulation() {
        Program baseline = Program.in(TOKYO, Currency.getInstance("JPY"))
                .earning(EarningRule.earn(1).perFull(Money.parse("JPY 100")).named("spend"));
        Program variant = baseline.earning(
                EarningRule.earn(3).perFull(Money.parse("JPY 250")).named("spend"));
        return Simulation.of(baseline, variant, LAST_DAY).explaining(5);
    }

    private static List<MemberHistory> members() {
        List<MemberHistory> members = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            CustomerId id = CustomerId.of("c" + i);
            List<MemberHistory.Deed> deeds = new ArrayList<>();
            for (Activity visit : VISITS) {
                if (visit.customer().equals(id)) {
                    deeds.add(new MemberHistory.Fact(visit, visit.at()));
                }
            }
            members.add(new MemberHistory(Customer.of(id), START, deeds));
        }
        return members;
    }
}
