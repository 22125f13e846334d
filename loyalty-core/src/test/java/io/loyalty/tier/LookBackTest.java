package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.QualificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Standings by a look back of thirty days, with the fold over the same facts as the second witness. */
class LookBackTest {

    private static final TierRules WHILE_EARNED = Members.RULES
            .with(QualificationPeriod.rolling(Period.ofDays(30)))
            .with(Validity.endOfPeriod())
            .with(Downgrade.full());

    private static final TierPlan PLAN = TierPlan.of(WHILE_EARNED, Members.TOKYO);

    private static String at(String asOf, TierFact... facts) {
        return at(PLAN, Members.at(asOf), facts);
    }

    private static String at(TierPlan plan, Instant asOf, TierFact... facts) {
        TierStatus status = plan.statusAt(Members.JOINED, List.of(facts), asOf);
        assertEquals(plan.replay(Members.JOINED, List.of(facts)).statusAt(asOf), status);
        return status.tier() + " since " + local(status.since()) + " until "
                + (status.isOpenEnded() ? "ever" : local(status.until())) + ": " + status.reason();
    }

    private static String local(Instant instant) {
        return instant.atZone(Members.TOKYO).toLocalDateTime().toString();
    }

    private static LookBack lookBack(TierFact... facts) {
        return new LookBack(PLAN.version(0), PLAN.days(), facts);
    }

    @Test
    void whoHasSpentTooLittleStandsWhereTheyBegan() {
        assertEquals("Bronze since 2026-01-10T09:00 until ever: JOINED", at("2026-03-01T00:00"));
        assertEquals(
                "Bronze since 2026-01-10T09:00 until ever: JOINED",
                at("2026-03-05T00:00", Members.spend("2026-03-01T12:00", 99_999)));
    }

    @Test
    void aTierIsHeldWhileWhatEarnedItIsInSight() {
        TierFact visit = Members.spend("2026-03-01T12:00", 100_000);
        assertEquals("Bronze since 2026-01-10T09:00 until ever: JOINED", at("2026-03-01T11:59:59", visit));
        assertEquals("Silver since 2026-03-01T12:00 until 2026-03-31T00:00: QUALIFIED", at("2026-03-01T12:00", visit));
        assertEquals(
                "Silver since 2026-03-01T12:00 until 2026-03-31T00:00: QUALIFIED", at("2026-03-30T23:59:59", visit));
        assertEquals("Bronze since 2026-03-31T00:00 until ever: RAN_OUT", at("2026-03-31T00:00", visit));
        assertEquals("Bronze since 2026-03-31T00:00 until ever: RAN_OUT", at("2027-03-31T00:00", visit));
    }

    @Test
    void theEndIsThatOfTheFactWithoutWhichThereIsNotEnough() {
        TierFact[] visits = {
            Members.spend("2026-03-01T12:00", 30_000),
            Members.spend("2026-03-05T12:00", 40_000),
            Members.spend("2026-03-09T12:00", 60_000),
            Members.spend("2026-03-12T12:00", 10_000)
        };
        assertEquals("Silver since 2026-03-09T12:00 until 2026-04-04T00:00: QUALIFIED", at("2026-03-20T00:00", visits));
        assertEquals("Silver since 2026-03-09T12:00 until 2026-04-04T00:00: QUALIFIED", at("2026-04-03T00:00", visits));
        assertEquals("Bronze since 2026-04-04T00:00 until ever: RAN_OUT", at("2026-04-05T00:00", visits));
    }

    @Test
    void whoHasMoreInSightLaterStandsThereSinceTheyCameDown() {
        TierFact[] visits = {
            Members.spend("2026-03-01T12:00", 100_000), Members.spend("2026-03-11T12:00", 100_000),
        };
        assertEquals("Gold since 2026-03-11T12:00 until 2026-03-31T00:00: QUALIFIED", at("2026-03-15T00:00", visits));
        assertEquals("Silver since 2026-03-31T00:00 until 2026-04-10T00:00: RAN_OUT", at("2026-04-01T00:00", visits));
    }

    @Test
    void whatLeavesOnTheMomentOfAVisitIsOneChangeWithIt() {
        TierFact old = Members.spend("2026-03-01T12:00", 100_000);
        TierFact other = Members.spend("2026-03-31T00:00", 100_000);
        assertEquals(
                "Silver since 2026-03-01T12:00 until 2026-04-30T00:00: QUALIFIED", at("2026-04-02T00:00", old, other));
        assertEquals(
                "Gold since 2026-03-31T00:00 until 2026-04-30T00:00: QUALIFIED",
                at("2026-04-02T00:00", old, Members.spend("2026-03-31T00:00", 200_000)));
        assertEquals(
                "Silver since 2026-03-31T00:00 until 2026-04-30T00:00: RAN_OUT",
                at("2026-04-02T00:00", Members.spend("2026-03-01T12:00", 200_000), other));
        assertEquals(
                "Silver since 2026-03-31T00:00:01 until 2026-04-30T00:00: QUALIFIED",
                at("2026-04-02T00:00", old, Members.spend("2026-03-31T00:00:01", 100_000)));
    }

    @Test
    void whatLeavesOnTheMomentOfSeveralVisitsIsOneChangeWithAllOfThem() {
        assertEquals(
                "Silver since 2026-03-01T12:00 until 2026-04-30T00:00: QUALIFIED",
                at(
                        "2026-04-02T00:00",
                        Members.spend("2026-03-01T12:00", 150_000),
                        Members.spend("2026-03-31T00:00", 50_000),
                        Members.spend("2026-03-31T00:00", 60_000)));
    }

    @Test
    void everyBasisLeavesWithItsFact() {
        for (Criterion criterion :
                List.of(Criterion.spendGross(110), Criterion.pointsEarned(100), Criterion.visits(2))) {
            TierPlan plan = TierPlan.of(
                    TierRules.ladder("Bronze")
                            .with("Silver", criterion)
                            .with(WHILE_EARNED.period())
                            .with(WHILE_EARNED.validity())
                            .with(WHILE_EARNED.downgrade()),
                    Members.TOKYO);
            assertEquals(
                    "Silver since 2026-03-05T12:00 until 2026-03-31T00:00: QUALIFIED",
                    at(
                            plan,
                            Members.at("2026-03-06T00:00"),
                            TierFact.visit(Members.at("2026-03-01T12:00"), 50, 55, 50),
                            TierFact.visit(Members.at("2026-03-05T12:00"), 50, 55, 50)));
        }
    }

    @Test
    void severalFactsOfOneInstantAreOneChange() {
        assertEquals(
                "Gold since 2026-03-01T12:00 until 2026-03-31T00:00: QUALIFIED",
                at(
                        "2026-03-02T00:00",
                        Members.spend("2026-03-01T12:00", 60_000),
                        Members.spend("2026-03-01T12:00", 70_000),
                        Members.spend("2026-03-01T12:00", 80_000)));
        assertEquals(
                "Gold since 2026-03-01T13:00 until 2026-03-31T00:00: QUALIFIED",
                at(
                        "2026-03-02T00:00",
                        Members.spend("2026-03-01T12:00", 60_000),
                        Members.spend("2026-03-01T12:00", 70_000),
                        Members.spend("2026-03-01T13:00", 80_000)));
    }

    @Test
    void whatHappensAtTheJoiningLiftsAMemberThere() {
        assertEquals(
                "Silver since 2026-01-10T09:00 until 2026-02-09T00:00: QUALIFIED",
                at("2026-01-11T00:00", Members.spend("2026-01-10T09:00", 100_000)));
    }

    @Test
    void onlyFactsInOrderWhoseSumsFitAreRead() {
        TierFact first = Members.spend("2026-03-01T12:00", 1);
        TierFact second = Members.spend("2026-03-02T12:00", 1);
        assertTrue(lookBack().isReadable());
        assertTrue(lookBack(first, second).isReadable());
        assertTrue(lookBack(first, first).isReadable());
        assertTrue(lookBack(TierFact.of(first.at(), TierMeasure.ZERO)).isReadable());
        assertFalse(lookBack(second, first).isReadable());
        assertFalse(lookBack(first, first.takenBack(second.at())).isReadable());
        TierFact half = new TierFact(first.at(), first.at(), first.at(), Long.MAX_VALUE / 2, 0, 0, 0);
        TierFact most = new TierFact(first.at(), first.at(), first.at(), Long.MAX_VALUE, 0, 0, 0);
        assertTrue(lookBack(most).isReadable());
        assertTrue(lookBack(half, half).isReadable());
        assertFalse(lookBack(half, most).isReadable());
    }

    @Test
    void sumsThatDoNotFitAreReportedAsByTheFold() {
        TierFact first = Members.spend("2026-03-01T12:00", 1);
        TierFact most = new TierFact(first.at(), first.at(), first.at(), Long.MAX_VALUE, 0, 0, 0);
        List<TierFact> facts = List.of(most, Members.spend("2026-03-02T12:00", 1));
        ArithmeticException thrown = assertThrows(
                ArithmeticException.class, () -> PLAN.statusAt(Members.JOINED, facts, Members.at("2026-03-03T00:00")));
        assertEquals(
                "sums of what counts together must fit a long: netMinor " + Long.MIN_VALUE
                        + ", grossMinor 1, points 0, visits 1",
                thrown.getMessage());
    }

    @Test
    void factsFromBeforeTheMembershipAreRefused() {
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> PLAN.statusAt(
                        Members.JOINED, List.of(Members.spend("2026-01-10T08:59", 1)), Members.at("2026-03-03T00:00")));
        assertEquals(
                "at must not be before joinedAt: 2026-01-09T23:59:00Z and 2026-01-10T00:00:00Z", thrown.getMessage());
    }

    @Test
    void rulesThatChangeAreLeftToTheFold() {
        TierFact visit = Members.spend("2026-03-01T12:00", 100_000);
        TierRules dearer = TierRules.ladder("Bronze")
                .with("Silver", Criterion.spendNet(100_001))
                .with(WHILE_EARNED.period())
                .with(WHILE_EARNED.validity())
                .with(WHILE_EARNED.downgrade());
        TierPlan soon = PLAN.withRules(LocalDate.parse("2026-03-10"), dearer);
        assertEquals(
                "Bronze since 2026-03-10T00:00 until ever: RAN_OUT", at(soon, Members.at("2026-03-12T00:00"), visit));
        TierPlan longAgo = TierPlan.of(dearer, Members.TOKYO).withRules(LocalDate.parse("2026-01-10"), WHILE_EARNED);
        assertEquals(
                "Silver since 2026-03-01T12:00 until 2026-03-31T00:00: QUALIFIED",
                at(longAgo, Members.at("2026-03-12T00:00"), visit));
    }

    @Test
    void onlyATierThatIsHeldJustWhileItIsEarnedFollowsFromSight() {
        assertTrue(follows(WHILE_EARNED));
        assertFalse(follows(WHILE_EARNED.with(Validity.endOfNextPeriod())));
        assertFalse(follows(WHILE_EARNED.with(Downgrade.oneLevel())));
        assertFalse(follows(WHILE_EARNED.with(Downgrade.never())));
        assertFalse(follows(WHILE_EARNED.with(Downgrade.full().withGrace(Period.ofDays(1)))));
        assertFalse(follows(WHILE_EARNED.with(QualificationPeriod.lifetime())));
        assertFalse(follows(WHILE_EARNED.with(QualificationPeriod.calendarYear())));
    }

    private static boolean follows(TierRules rules) {
        return TierPlan.of(rules, Members.TOKYO).version(0).followsFromSight();
    }
}
