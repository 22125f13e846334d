package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.ProportionTest;
import io.loyalty.metrics.program.PromotionTrail.Exposure;
import io.loyalty.metrics.program.PromotionTrail.Order;
import io.loyalty.metrics.program.PromotionTrail.Redemption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Figures of 801 households, their baskets of 2017 and the campaigns they were sent ({@code campaign_*.csv}, 84.51 "Complete Journey
 * 2.0") against a second computation: Python 3.11 with plain loops for the attribution, NumPy 1.24.2 for sums and variances, SciPy 1.10.1
 * ({@code ttest_ind(equal_var=False)}, {@code kruskal}, {@code fisher_exact}, {@code norm.sf}) and statsmodels 0.13.5
 * ({@code proportion_confint(method='wilson')}, {@code confint_proportions_2indep} with {@code newcomb} and {@code log},
 * {@code anova_oneway(use_var='unequal')}).
 *
 * <p>Inputs: baskets with positive sales up to 31 December 2017; a campaign is got on its first day; 28 days; campaign 18 began on 30
 * October. Chance did not choose the households, so no difference here is an effect. The tiers are made up: Silver from 2,000 cents and
 * Gold from 5,000 cents spent since January, the period is the second half of the year.
 */
@Tag("real-data")
class ProgramRealDataTest {

    private static final LocalDate LAST = LocalDate.of(2017, 12, 31);
    private static final PromotionAttribution FOUR_WEEKS = PromotionAttribution.within(28, LAST);
    private static final LocalDate START_OF_18 = LocalDate.of(2017, 10, 30);

    private static final Map<String, List<Order>> ORDERS = new TreeMap<>();
    private static final Map<String, List<Exposure>> EXPOSURES = new TreeMap<>();
    private static final Map<String, List<Redemption>> REDEMPTIONS = new TreeMap<>();

    @BeforeAll
    static void read() {
        for (String[] row : rows("campaign_households.csv")) {
            ORDERS.put(row[0], new ArrayList<>());
            EXPOSURES.put(row[0], new ArrayList<>());
            REDEMPTIONS.put(row[0], new ArrayList<>());
        }
        for (String[] row : rows("campaign_baskets.csv")) {
            ORDERS.get(row[0]).add(new Order(LocalDate.parse(row[1]), Long.parseLong(row[2])));
        }
        for (String[] row : rows("campaign_targets.csv")) {
            EXPOSURES.get(row[4]).add(new Exposure(row[0], LocalDate.parse(row[2])));
        }
        for (String[] row : rows("campaign_redemptions.csv")) {
            REDEMPTIONS.get(row[0]).add(new Redemption(row[1], LocalDate.parse(row[2])));
        }
    }

    private static List<String[]> rows(String file) {
        try {
            return Files.readAllLines(Path.of(System.getProperty("loyalty.data"), file)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PromotionResponse response(PromotionAttribution rules) {
        return ORDERS.keySet().stream()
                .map(household ->
                        new PromotionTrail(EXPOSURES.get(household), ORDERS.get(household), REDEMPTIONS.get(household)))
                .collect(rules.collector());
    }

    @Test
    void attributedByLastTouch() {
        PromotionResponse response = response(FOUR_WEEKS);
        assertEquals(27, response.promotions().size());
        assertEquals(801, response.customers());
        assertEquals(25_745, response.orders());
        assertEquals(9_704, response.attributedOrders());
        assertEquals(5_292_359, response.attributedRevenue());
        assertEquals(398, response.strayRedemptions());
        CampaignResponse campaign = response.of("18").orElseThrow();
        assertEquals(643, campaign.exposed());
        assertEquals(0, campaign.tooRecent());
        assertEquals(555, campaign.responders());
        assertEquals(134, campaign.redeemers());
        assertEquals(1_633, campaign.orders());
        assertEquals(875_603, campaign.revenue());
        near(1361.746500777605, campaign.revenuePerExposed().value());
        near(53.465601087546816, campaign.revenuePerExposed().standardError());
        Interval interval = campaign.responseRate().interval().orElseThrow();
        assertEquals(0.834410658147897, interval.lower(), 1e-14);
        assertEquals(0.8875591439291425, interval.upper(), 1e-14);
        assertEquals(183, response.of("22").orElseThrow().tooRecent());
        assertEquals(0, response.of("22").orElseThrow().exposed());
    }

    @Test
    void attributedByFirstTouchAndInParts() {
        CampaignResponse first =
                response(FOUR_WEEKS.with(OverlapRule.FIRST_TOUCH)).of("8").orElseThrow();
        assertEquals(500, first.responders());
        assertEquals(1_369, first.orders());
        assertEquals(683_290, first.revenue());
        CampaignResponse parts =
                response(FOUR_WEEKS.with(OverlapRule.SPLIT)).of("18").orElseThrow();
        assertEquals(561, parts.responders());
        assertEquals(1552.6666666666665, parts.orders(), 1e-9);
        assertEquals(835671.3333333333, parts.revenue(), 1e-6);
        near(50.93024950920447, parts.revenuePerExposed().standardError());
    }

    @Test
    void attributedToRepeatCustomers() {
        PromotionResponse response = response(FOUR_WEEKS.with(PromotionAudience.REPEAT_CUSTOMERS));
        assertEquals(9_438, response.attributedOrders());
        assertEquals(5_167_239, response.attributedRevenue());
        assertEquals(411, response.strayRedemptions());
        CampaignResponse campaign = response.of("27").orElseThrow();
        assertEquals(139, campaign.exposed());
        assertEquals(130, campaign.responders());
        assertEquals(20, campaign.redeemers());
        assertEquals(433, campaign.orders());
        near(1877.273381294964, campaign.revenuePerExposed().value());
        near(169.6153648558359, campaign.revenuePerExposed().standardError());
    }

    @Test
    void targetedAgainstOtherHouseholds() {
        Map<Boolean, ResponseGroup> groups = ORDERS.keySet().stream()
                .collect(Collectors.partitioningBy(
                        targeted()::contains,
                        ResponseGroup.collector(household -> count(household), household -> spent(household, 0))));
        ResponseGroup exposed = groups.get(true);
        assertEquals(643, exposed.customers());
        assertEquals(557, exposed.buyers());
        assertEquals(1_692, exposed.orders());
        assertEquals(919_929, exposed.revenue());
        assertEquals(2_616_561_795L, exposed.squaredRevenue().longValueExact());
        PromotionLift lift = PromotionLift.of(exposed, groups.get(false));
        near(0.1004291592023151, lift.responseDifference().value());
        Interval newcombe = lift.responseDifference().interval().orElseThrow();
        assertEquals(0.03469293102103656, newcombe.lower(), 1e-13);
        assertEquals(0.1762352876064129, newcombe.upper(), 1e-13);
        near(0.0017056760565223085, lift.responsePValue());
        near(
                0.0029120398393153654,
                LiftAnalysis.withDefaults()
                        .with(ProportionTest.FISHER)
                        .compare(exposed, groups.get(false))
                        .responsePValue());
        Interval ratio = lift.relativeLift().interval().orElseThrow();
        assertEquals(1.032319766167848 - 1, ratio.lower(), 1e-12);
        assertEquals(1.2394175310535036 - 1, ratio.upper(), 1e-12);
        near(287074.5632911392, lift.incrementalRevenue().value());
        near(122.45959459299594 * 643, lift.incrementalRevenue().standardError());
        near(0.00032494225766672253, lift.revenuePValue());
    }

    @Test
    void changeOfTargetedAndOtherHouseholds() {
        Set<String> targeted = targeted();
        DifferenceInDifferences result = ORDERS.keySet().stream()
                .collect(DifferenceInDifferences.collector(
                        household -> targeted.contains(household) ? StudyArm.TREATED : StudyArm.CONTROL,
                        household -> spent(household, -28),
                        household -> spent(household, 0)));
        near(110.96267496111975, result.treatedChange().value());
        near(-117.86075949367088, result.controlChange().value());
        near(228.82343445479063, result.effect().value());
        near(133.44161393800024, result.effect().standardError());
        near(0.08767903381150692, result.pValue());
    }

    @Test
    void revenueByMadeUpTiers() {
        List<String> ladder = List.of("Bronze", "Silver", "Gold");
        TierRevenueAccumulator accumulator = TierRevenueAccumulator.ofLadder(ladder);
        ORDERS.forEach((household, orders) -> addSales(accumulator, household, orders));
        RevenueByTier atStart = accumulator.report(TierClassification.AT_START);
        assertEquals(
                List.of(87L, 213L, 501L),
                atStart.tiers().stream().map(TierFigures::customers).toList());
        assertEquals(
                List.of(359_805L, 1_153_036L, 5_479_226L),
                atStart.tiers().stream().map(TierFigures::total).toList());
        TierFigures gold = atStart.tiers().get(2);
        near(10936.57884231537, gold.mean().value());
        near(295.32194807449355, gold.mean().standardError());
        assertEquals(Measure.of(9_693), gold.median());
        assertEquals(3.648630970701776e-43, atStart.meansPValue().orElseThrow(), 1e-53);
        assertEquals(6.207633901971787e-46, atStart.ranksPValue().orElseThrow(), 1e-55);
        near(1277.624898818196, atStart.steps().get(0).perHead().difference().value());
        near(437.7883080776589, atStart.steps().get(0).perHead().difference().standardError());
        near(0.003977059394783568, atStart.steps().get(0).perHead().pValue());
        near(5523.26428832476, atStart.steps().get(1).perHead().difference().value());
        assertEquals(
                3 * 4.2969853591078776e-40,
                atStart.steps().get(1).adjustedPValue().orElseThrow(),
                1e-49);
        RevenueByTier atPurchase = accumulator.report(TierClassification.AT_PURCHASE);
        assertEquals(
                List.of(87L, 280L, 711L),
                atPurchase.tiers().stream().map(TierFigures::customers).toList());
        assertEquals(
                List.of(86_889L, 553_652L, 6_351_526L),
                atPurchase.tiers().stream().map(TierFigures::total).toList());
        assertEquals(
                List.of(Measure.of(838), Measure.of(1_928), Measure.of(7_298)),
                atPurchase.tiers().stream().map(TierFigures::median).toList());
    }

    private static void addSales(TierRevenueAccumulator accumulator, String household, List<Order> orders) {
        LocalDate start = LocalDate.of(2017, 7, 1);
        long spent = orders.stream()
                .filter(order -> order.amount() > 0 && order.day().isBefore(start))
                .mapToLong(Order::amount)
                .sum();
        String atStart = tier(spent);
        accumulator.accept(TierSale.ofMember(household, atStart));
        List<Order> later = orders.stream()
                .filter(order -> order.amount() > 0 && !order.day().isBefore(start))
                .sorted(Comparator.comparing(Order::day).thenComparing(Order::amount))
                .toList();
        for (Order order : later) {
            accumulator.accept(new TierSale(household, atStart, tier(spent), order.amount()));
            spent += order.amount();
        }
    }

    private static String tier(long spent) {
        return spent >= 5_000 ? "Gold" : spent >= 2_000 ? "Silver" : "Bronze";
    }

    private static Set<String> targeted() {
        return EXPOSURES.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(exposure -> exposure.promotion().equals("18")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Baskets in the 28 days from the start of campaign 18. */
    private static long count(String household) {
        return ORDERS.get(household).stream().filter(order -> falls(order, 0)).count();
    }

    /** What a household spent in 28 days, some days from the start of campaign 18. */
    private static long spent(String household, int offset) {
        return ORDERS.get(household).stream()
                .filter(order -> falls(order, offset))
                .mapToLong(Order::amount)
                .sum();
    }

    private static boolean falls(Order order, int offset) {
        LocalDate start = START_OF_18.plusDays(offset);
        return order.amount() > 0 && !order.day().isBefore(start) && order.day().isBefore(start.plusDays(28));
    }

    private static void near(double expected, Measure actual) {
        assertEquals(expected, actual.orElseThrow(), 1e-11 * Math.abs(expected));
    }
}
