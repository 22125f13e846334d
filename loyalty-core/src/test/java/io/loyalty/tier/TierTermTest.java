package io.loyalty.tier;

import static io.loyalty.tier.Members.RULES;
import static io.loyalty.tier.Members.SILVER_IN_MARCH;
import static io.loyalty.tier.Members.at;
import static io.loyalty.tier.Members.day;
import static io.loyalty.tier.Members.joined;
import static io.loyalty.tier.Members.spend;
import static io.loyalty.tier.Members.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.time.QualificationPeriod;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** How long a tier is held that has been earned again, or that nothing can take. */
class TierTermTest {

    private static final TierFact AGAIN = spend("2028-02-10T12:00", 100_000);

    private static final Downgrade WITH_GRACE = Downgrade.full().withGrace(Period.ofMonths(2));

    @Test
    void whoEarnsTheTierAgainInGraceHoldsItForATermFromThen() {
        TierRules fixed = RULES.with(QualificationPeriod.rolling(Period.ofMonths(1)))
                .with(Validity.fixed(Period.ofMonths(3)))
                .with(WITH_GRACE);
        TierHistory history = joined(fixed).plus(SILVER_IN_MARCH);
        assertEquals(day("2026-08-02"), history.statusAt(day("2026-06-15")).until());
        TierHistory again = history.plus(spend("2026-06-20T12:00", 100_000));
        assertEquals(SILVER_IN_MARCH.at(), again.statusAt(day("2026-06-21")).since());
        assertEquals(day("2026-11-21"), again.statusAt(day("2026-06-21")).until());
        assertEquals(day("2026-08-02"), again.statusAt(day("2026-06-20")).until());
    }

    @Test
    void graceEndsWithTheYearInWhichTheTierIsEarnedAgain() {
        TierHistory history = joined(RULES.with(WITH_GRACE)).plus(SILVER_IN_MARCH);
        assertEquals(day("2028-03-01"), history.statusAt(day("2028-02-01")).until());
        TierHistory again = history.plus(AGAIN);
        assertEquals("Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED", steps(again, "2030-01-01"));
        assertEquals(day("2030-03-01"), again.statusAt(AGAIN.at()).until());
    }

    @Test
    void whereUpgradesWaitTheTierCanStillBeKeptInGrace() {
        TierHistory history =
                joined(RULES.with(Upgrade.NEXT_PERIOD).with(WITH_GRACE)).plus(SILVER_IN_MARCH);
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2027-01-01 QUALIFIED, Bronze 2028-03-01 RAN_OUT",
                steps(history, "2030-01-01"));
        TierHistory again = history.plus(spend("2028-01-15T12:00", 99_999)).plus(spend("2028-02-10T12:00", 1));
        assertEquals("Bronze 2026-01-10 JOINED, Silver 2027-01-01 QUALIFIED", steps(again, "2030-01-01"));
        assertEquals(day("2030-03-01"), again.statusAt(day("2028-02-11")).until());
    }

    @Test
    void aFixedTermChangesNothingAsLongAsTheLifetimeSumsAreEnough() {
        TierRules rules = RULES.with(QualificationPeriod.lifetime())
                .with(Validity.fixed(Period.ofMonths(3)))
                .with(Downgrade.full());
        TierHistory history = joined(rules).plus(SILVER_IN_MARCH);
        assertEquals(Instant.MAX, history.statusAt(day("2026-03-02")).until());
        assertEquals("Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED", steps(history, "2030-01-01"));
    }

    @Test
    void aTierThatNothingTakesHasNoEnd() {
        TierHistory history = joined(RULES.with(Downgrade.never())).plus(SILVER_IN_MARCH);
        assertEquals(Instant.MAX, history.statusAt(day("2026-03-02")).until());
        TierRules whileEarned = RULES.with(QualificationPeriod.rolling(Period.ofMonths(1)))
                .with(Validity.endOfPeriod())
                .with(Downgrade.never());
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED",
                steps(joined(whileEarned).plus(SILVER_IN_MARCH), "2030-01-01"));
    }

    @Test
    void aReturnThatBecomesKnownYearsLaterRunsTheYearsAgain() {
        TierFact first = spend("2026-02-01T12:00", 50_000);
        TierFact second = spend("2026-03-01T12:00", 50_000);
        TierFact later = spend("2027-05-01T12:00", 100_000);
        TierHistory history = joined(RULES.with(ReturnEffect.immediate()))
                .plus(first)
                .plus(second)
                .plus(later)
                .plus(first.takenBack(at("2027-06-01T12:00")));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Bronze 2029-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void aTierStillEarnedSeenFromTheLastDayOfItsTermIsHeldForAnotherWithoutGrace() {
        TierRules rolling = TierRules.ladder("Bronze")
                .with("Silver", Criterion.spendNet(100_000))
                .with(QualificationPeriod.rolling(Period.ofMonths(12)))
                .with(WITH_GRACE);
        TierHistory history = joined(rolling).plus(SILVER_IN_MARCH);
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Bronze 2027-05-02 RAN_OUT",
                steps(history.plus(spend("2026-03-01T23:00", 99_999)), "2031-01-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Bronze 2028-05-02 RAN_OUT",
                steps(
                        history.plus(spend("2026-03-02T00:00", 99_999)).plus(spend("2026-10-01T12:00", 1)),
                        "2031-01-01"));
    }

    @Test
    void aVisitThatLiftsNobodyLeavesAFixedTermAsItIs() {
        TierRules fixed = RULES.with(Validity.fixed(Period.ofMonths(3))).with(Downgrade.full());
        TierHistory history = joined(fixed).plus(spend("2026-02-01T12:00", 100_000));
        String expected = "Bronze 2026-01-10 JOINED, Silver 2026-02-01 QUALIFIED, Bronze 2027-02-02 RAN_OUT";
        assertEquals(expected, steps(history, "2028-01-01"));
        assertEquals(expected, steps(history.plus(spend("2026-02-15T12:00", 1_000)), "2028-01-01"));
    }

    @Test
    void whereUpgradesWaitTheTermOfALengthBeginsWithThePeriod() {
        TierRules rules = RULES.with(Upgrade.NEXT_PERIOD)
                .with(Validity.fixed(Period.ofMonths(18)))
                .with(Downgrade.full());
        TierHistory history = joined(rules).plus(SILVER_IN_MARCH);
        String expected = "Bronze 2026-01-10 JOINED, Silver 2027-01-01 QUALIFIED, Bronze 2028-07-02 RAN_OUT";
        assertEquals(expected, steps(history, "2030-01-01"));
        assertEquals(
                expected,
                steps(history.plus(spend("2027-03-01T12:00", 100_000)), "2028-12-31"),
                "earning it again in the term begins no new one");
    }
}
