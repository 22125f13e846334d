package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.time.QualificationPeriod;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossingTest {

    private static final Instant JOINED = Instant.parse("2026-01-01T00:00:00Z");

    private static final Instant BEFORE = Instant.parse("2026-03-01T00:00:00Z");

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    private static final TierRules RULES = TierRules.ladder("Base").with("Silver", Criterion.spendNet(100_000));

    private static TierHistory with(TierRules rules, long net) {
        return TierPlan.of(rules, ZoneId.of("Asia/Tokyo")).open(JOINED).plus(TierFact.visit(BEFORE, net, net, 0));
    }

    /** Points for tax-excluded amounts: 1 % on the lowest tier, and one per cent more with each. */
    private static long points(List<TierShare> shares) {
        return shares.stream()
                .mapToLong(share -> share.netMinor() * (1 + share.tier().order()) / 100)
                .sum();
    }

    private static String text(List<TierShare> shares) {
        StringBuilder text = new StringBuilder();
        shares.forEach(share -> text.append(share.tier())
                .append(' ')
                .append(share.netMinor())
                .append('/')
                .append(share.grossMinor())
                .append("; "));
        return text.toString();
    }

    /** Example 15. */
    @Test
    void theCrossingVisitIsPaidBeforeAfterOrSplit() {
        TierFact visit = TierFact.visit(NOW, 10_000, 11_000, 0);

        assertEquals(100, points(with(RULES, 95_000).shares(visit)));
        assertEquals(200, points(with(RULES.with(CrossingRate.AFTER), 95_000).shares(visit)));
        assertEquals(150, points(with(RULES.with(CrossingRate.SPLIT), 95_000).shares(visit)));
    }

    @Test
    void spendingExactlyTheThresholdReachesItWithTheLastUnit() {
        TierFact visit = TierFact.visit(NOW, 5_000, 5_500, 0);

        assertEquals(
                "Silver 5000/5500; ",
                text(with(RULES.with(CrossingRate.AFTER), 95_000).shares(visit)));
        assertEquals(
                "Base 5000/5500; ",
                text(with(RULES.with(CrossingRate.SPLIT), 95_000).shares(visit)));
        assertEquals(
                "Base 5000/5500; ",
                text(with(RULES.with(CrossingRate.AFTER), 94_999).shares(visit)));
    }

    @Test
    void aVisitMayCrossSeveralThresholds() {
        TierRules rules = RULES.with("Gold", Criterion.spendNet(103_000)).with("Platinum", Criterion.spendNet(900_000));

        assertEquals(
                "Base 5000/5500; Silver 3000/3300; Gold 2000/2200; ",
                text(with(rules.with(CrossingRate.SPLIT), 95_000).shares(TierFact.visit(NOW, 10_000, 11_000, 0))));
    }

    @Test
    void grossAndPointsGrowInProportionAndVisitsCountWithTheLastUnit() {
        TierRules gross = TierRules.ladder("Base")
                .with("Silver", Criterion.spendGross(100))
                .with(CrossingRate.SPLIT);
        TierRules points = TierRules.ladder("Base")
                .with("Silver", Criterion.pointsEarned(5))
                .with(CrossingRate.SPLIT);
        TierRules visits =
                TierRules.ladder("Base").with("Silver", Criterion.visits(2)).with(CrossingRate.SPLIT);
        TierFact visit = TierFact.visit(NOW, 10, 11, 10);

        assertEquals(
                "Base 5/5; Silver 5/6; ", text(with(gross, 95).shares(visit)), "5 net are 5.5 gross, rounded down");
        assertEquals("Base 5/5; Silver 5/6; ", text(with(points, 95).shares(visit)));
        assertEquals("Base 10/11; ", text(with(visits, 95).shares(visit)));
    }

    @Test
    void aVisitWithoutAmountHasOneEmptyShare() {
        TierRules visits =
                TierRules.ladder("Base").with("Silver", Criterion.visits(2)).with(CrossingRate.SPLIT);

        assertEquals("Base 0/0; ", text(with(visits, 95).shares(TierFact.visit(NOW, 0, 0, 0))));
    }

    @Test
    void amountsNearTheLimitAreSplitExactly() {
        TierRules rules = TierRules.ladder("Base")
                .with("Silver", Criterion.spendGross(Long.MAX_VALUE - 5))
                .with(CrossingRate.SPLIT);
        TierFact visit = TierFact.visit(NOW, Long.MAX_VALUE - 1, Long.MAX_VALUE - 1, 0);

        assertEquals(
                "Base 9223372036854775802/9223372036854775802; Silver 4/4; ",
                text(with(rules, 0).shares(visit)));
    }

    @Test
    void whoHoldsTheTierAlreadyIsPaidByIt() {
        TierHistory history = with(RULES.with(CrossingRate.SPLIT), 95_000)
                .plus(TierGrant.of("Silver", BEFORE, Instant.MAX, "goodwill", "desk"));

        assertEquals("Silver 10000/11000; ", text(history.shares(TierFact.visit(NOW, 10_000, 11_000, 0))));
    }

    @Test
    void upgradesThatWaitCrossNothing() {
        TierRules rules = RULES.with(Upgrade.NEXT_PERIOD).with(CrossingRate.AFTER);

        assertEquals("Base 10000/11000; ", text(with(rules, 95_000).shares(TierFact.visit(NOW, 10_000, 11_000, 0))));
    }

    @Test
    void whatHasLeftTheWindowDoesNotCount() {
        TierRules rules =
                RULES.with(QualificationPeriod.rolling(Period.ofDays(31))).with(CrossingRate.SPLIT);

        assertEquals("Base 10000/11000; ", text(with(rules, 95_000).shares(TierFact.visit(NOW, 10_000, 11_000, 0))));
        assertEquals(
                "Base 5000/5500; Silver 5000/5500; ",
                text(with(rules, 95_000).shares(TierFact.visit(NOW.minusSeconds(86_400), 10_000, 11_000, 0))));
    }

    @Test
    void returnsHaveNoShares() {
        TierHistory history = with(RULES, 95_000);
        TierFact back = history.facts().get(0).takenBack(NOW);

        assertEquals(
                "visit must not be a return: 2026-04-01T00:00:00Z",
                assertThrows(IllegalArgumentException.class, () -> history.shares(back))
                        .getMessage());
    }
}
