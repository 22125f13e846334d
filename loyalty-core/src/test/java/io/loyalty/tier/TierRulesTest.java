package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.money.Ratio;
import io.loyalty.time.QualificationPeriod;
import java.time.Month;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TierRulesTest {

    private static final TierRules SILVER = TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(100));

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void defaultsAreThoseOfTheGuide() {
        assertEquals(QualificationPeriod.calendarYear(), SILVER.period());
        assertEquals(Upgrade.IMMEDIATE, SILVER.upgrade());
        assertEquals(Validity.endOfNextPeriod(), SILVER.validity());
        assertEquals(Downgrade.oneLevel(), SILVER.downgrade());
        assertEquals(ReturnEffect.grace(Period.ofDays(30)), SILVER.returnEffect());
        assertEquals(CrossingRate.BEFORE, SILVER.crossingRate());
    }

    @Test
    void everyPolicyCanBeChanged() {
        TierRules rules = SILVER.with(QualificationPeriod.calendarYear(Month.APRIL))
                .with(Upgrade.NEXT_PERIOD)
                .with(Validity.forever())
                .with(Downgrade.full().withGrace(Period.ofDays(3)))
                .with(ReturnEffect.immediate())
                .with(CrossingRate.SPLIT);

        assertEquals(
                new TierRules(
                        SILVER.tiers(),
                        QualificationPeriod.calendarYear(Month.APRIL),
                        Upgrade.NEXT_PERIOD,
                        new Validity.Forever(),
                        new Downgrade(Downgrade.Landing.FULL, Period.ofDays(3)),
                        new ReturnEffect.Immediate(),
                        CrossingRate.SPLIT),
                rules);
        assertEquals(Downgrade.Landing.NEVER, Downgrade.never().landing());
        assertEquals(new ReturnEffect.KeepToPeriodEnd(), ReturnEffect.keepToPeriodEnd());
        assertEquals(new Validity.EndOfPeriod(), Validity.endOfPeriod());
    }

    @Test
    void tiersAreFoundByNameAndStandInOrder() {
        assertEquals(Optional.empty(), SILVER.tier("Gold"));
        Tier silver = SILVER.tier("Silver").orElseThrow();
        assertEquals(new Tier("Silver", 1, Criterion.spendNet(100), List.of()), silver);
        assertEquals("Silver", silver.toString());
        assertTrue(silver.isAtLeast(SILVER.lowest()));
        assertTrue(silver.isAtLeast(silver));
        assertEquals(false, SILVER.lowest().isAtLeast(silver));
        assertEquals(silver, SILVER.qualifiedFor(new TierMeasure(100, 0, 0, 0)));
        assertEquals(SILVER.lowest(), SILVER.qualifiedFor(new TierMeasure(99, 900, 900, 900)));
    }

    @Test
    void benefitsComeWithTheirTier() {
        Benefit discount = new Benefit.Discount("off", Ratio.ofPercent(5), Allowance.unlimited());
        TierRules rules = SILVER.with("Silver", discount);

        assertEquals(List.of(discount), rules.tiers().get(1).benefits());
        assertEquals(List.of(), rules.lowest().benefits());
        assertRefused("tier must be in the ladder: Gold", () -> rules.with("Gold", discount));
        assertRefused("Silver benefits[1] must have an id of its own: off", () -> rules.with("Silver", discount));
    }

    @Test
    void aTierThatAsksForLessThanTheOneUnderItIsRefused() {
        assertRefused(
                "threshold of Gold must not lie below that of Silver: SPEND_NET>=99 and SPEND_NET>=100",
                () -> SILVER.with("Gold", Criterion.spendNet(99)));
        assertRefused(
                "threshold of Gold must not lie below that of Silver: anyOf[SPEND_NET>=200, VISITS>=11] and "
                        + "anyOf[SPEND_NET>=100, VISITS>=12]",
                () -> TierRules.ladder("Bronze")
                        .with("Silver", Criterion.anyOf(Criterion.spendNet(100), Criterion.visits(12)))
                        .with("Gold", Criterion.anyOf(Criterion.spendNet(200), Criterion.visits(11))));
        assertRefused(
                "threshold of Gold must not lie below that of Silver: allOf[SPEND_NET>=50, VISITS>=5] and SPEND_NET>=100",
                () -> SILVER.with("Gold", Criterion.allOf(Criterion.spendNet(50), Criterion.visits(5))));
        assertRefused(
                "threshold of Gold must not lie below that of Silver: VISITS>=10 and allOf[SPEND_NET>=100, VISITS>=12]",
                () -> TierRules.ladder("Bronze")
                        .with("Silver", Criterion.allOf(Criterion.spendNet(100), Criterion.visits(12)))
                        .with("Gold", Criterion.visits(10)));
        assertRefused(
                "threshold of Gold must not lie below that of Silver: allOf[SPEND_NET>=100, VISITS>=5] and "
                        + "allOf[SPEND_NET>=100, VISITS>=10]",
                () -> TierRules.ladder("Bronze")
                        .with("Silver", Criterion.allOf(Criterion.spendNet(100), Criterion.visits(10)))
                        .with("Gold", Criterion.allOf(Criterion.spendNet(100), Criterion.visits(5))));
    }

    @Test
    void aTierMayAskForMoreOfOneThingAndLessOfAnother() {
        TierRules both = TierRules.ladder("Bronze")
                .with("Silver", Criterion.allOf(Criterion.spendNet(100), Criterion.visits(10)));
        for (Criterion other : List.of(
                Criterion.allOf(Criterion.spendNet(200), Criterion.visits(5)),
                Criterion.spendNet(100),
                Criterion.spendNet(200),
                Criterion.spendGross(1))) {
            assertEquals(3, both.with("Gold", other).tiers().size());
        }
    }

    @Test
    void anyOfSeveralWaysIsEnough() {
        TierRules rules = TierRules.ladder("Bronze")
                .with(
                        "Silver",
                        Criterion.anyOf(Criterion.spendNet(100), Criterion.visits(10), Criterion.pointsEarned(7)));
        TierPlan plan = TierPlan.of(rules, Members.TOKYO);
        for (TierMeasure enough :
                List.of(new TierMeasure(100, 0, 0, 0), new TierMeasure(0, 0, 7, 0), new TierMeasure(0, 0, 0, 10))) {
            TierFact fact = TierFact.of(Members.at("2026-03-01T12:00"), enough);
            TierHistory history = plan.open(Members.JOINED).plus(fact);
            assertEquals("Silver", history.tierAt(fact.at()).name());
        }
    }

    @Test
    void aTierMayBeReachedByAnotherWayThanTheOneUnderIt() {
        TierRules rules = SILVER.with("Gold", Criterion.anyOf(Criterion.spendNet(200), Criterion.visits(24)));

        assertEquals("Gold", rules.qualifiedFor(new TierMeasure(0, 0, 0, 24)).name());
        TierRules example = TierRules.ladder("Bronze")
                .with("Gold", Criterion.anyOf(Criterion.spendNet(200_000), Criterion.visits(24)))
                .with("Platinum", Criterion.allOf(Criterion.spendNet(100_000), Criterion.visits(30)));
        assertEquals(3, example.tiers().size());
        assertEquals(3, SILVER.with("Gold", Criterion.spendNet(100)).tiers().size());
    }

    @Test
    void otherContradictionsAreRefused() {
        assertRefused(
                "tiers[1] must have a name of its own: Bronze",
                () -> TierRules.ladder("Bronze").with("Bronze", Criterion.visits(1)));
        assertRefused("name must not be blank", () -> TierRules.ladder(" "));
        assertRefused(
                "tiers[1] must ask for something: Silver allOf[]",
                () -> TierRules.ladder("Bronze").with("Silver", Criterion.none()));
        assertRefused("tiers must not be empty", () -> copy(List.of()));
        assertRefused(
                "tiers[0] must ask for nothing, everybody holds it: Silver VISITS>=2",
                () -> copy(List.of(new Tier("Silver", 0, Criterion.visits(2), List.of()))));
        assertRefused(
                "tiers[0] must have its place as order: Bronze 1",
                () -> copy(List.of(new Tier("Bronze", 1, Criterion.none(), List.of()))));
        assertRefused("order must be at least 0: -1", () -> new Tier("Bronze", -1, Criterion.none(), List.of()));
        assertRefused(
                "upgrade NEXT_PERIOD must have a period that recurs: LIFETIME",
                () -> SILVER.with(QualificationPeriod.lifetime()).with(Upgrade.NEXT_PERIOD));
        assertRefused(
                "validity must reach beyond the period for upgrade NEXT_PERIOD: END_OF_PERIOD",
                () -> SILVER.with(Upgrade.NEXT_PERIOD).with(Validity.endOfPeriod()));
    }

    private static TierRules copy(List<Tier> tiers) {
        return new TierRules(
                tiers,
                SILVER.period(),
                SILVER.upgrade(),
                SILVER.validity(),
                SILVER.downgrade(),
                SILVER.returnEffect(),
                SILVER.crossingRate());
    }

    @Test
    void lengthsMustBePositive() {
        assertRefused("period must be positive: P0D", () -> Validity.fixed(Period.ZERO));
        assertRefused("period must be positive: P-1D", () -> Validity.fixed(Period.ofDays(-1)));
        assertRefused("period must be positive: P0D", () -> ReturnEffect.grace(Period.ZERO));
        assertRefused("period must be positive: P1M-1D", () -> ReturnEffect.grace(Period.of(0, 1, -1)));
        assertRefused(
                "grace must not be negative in any part: P-1M",
                () -> Downgrade.full().withGrace(Period.ofMonths(-1)));
    }

    @Test
    void policiesReadLikeTheGuide() {
        assertEquals("END_OF_NEXT_PERIOD", Validity.endOfNextPeriod().toString());
        assertEquals("END_OF_PERIOD", Validity.endOfPeriod().toString());
        assertEquals("FIXED P12M", Validity.fixed(Period.ofMonths(12)).toString());
        assertEquals("FOREVER", Validity.forever().toString());
        assertEquals("GRACE P30D", ReturnEffect.grace(Period.ofDays(30)).toString());
        assertEquals("IMMEDIATE", ReturnEffect.immediate().toString());
        assertEquals("KEEP_TO_PERIOD_END", ReturnEffect.keepToPeriodEnd().toString());
    }
}
