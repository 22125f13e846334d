package io.loyalty.tier;

import static io.loyalty.tier.Members.GOLD_IN_MAY;
import static io.loyalty.tier.Members.JOINED;
import static io.loyalty.tier.Members.RULES;
import static io.loyalty.tier.Members.SILVER_IN_MARCH;
import static io.loyalty.tier.Members.TOKYO;
import static io.loyalty.tier.Members.at;
import static io.loyalty.tier.Members.day;
import static io.loyalty.tier.Members.joined;
import static io.loyalty.tier.Members.spend;
import static io.loyalty.tier.Members.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.time.QualificationPeriod;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a return leaves when more has happened since, and how long a tier is held that it may not take yet. */
class TierReturnTest {

    private static final Period DAYS = Period.ofDays(30);

    private static final TierMeasure ONE = new TierMeasure(1, 1, 0, 0);

    private static TierHistory returnedInJune(TierRules rules) {
        TierFact june = spend("2026-06-01T12:00", 100_000);
        return joined(rules).plus(june).plus(june.takenBack(at("2026-06-10T12:00")));
    }

    @Test
    void everyGraceBeginsWithItsOwnReturn() {
        TierRules rules = RULES.with(ReturnEffect.grace(DAYS));
        TierHistory held = returnedInJune(rules);
        assertEquals(day("2026-07-11"), held.statusAt(day("2026-06-30")).until());

        TierFact again = spend("2026-06-20T12:00", 100_000);
        TierHistory once = held.plus(again).plus(again.takenBack(at("2026-06-25T12:00")));
        assertEquals(day("2026-07-26"), once.statusAt(day("2026-06-30")).until());

        TierFact half = spend("2026-06-20T12:00", 50_000);
        TierHistory halves = held.plusAll(List.of(half, half)).plus(half.takenBack(at("2026-06-25T12:00")));
        assertEquals(day("2026-07-26"), halves.statusAt(day("2026-06-30")).until());
    }

    @Test
    void theGraceOfAReturnEndsWhenTheTurnOfAPeriodLiftsTheMember() {
        TierFact first = spend("2026-12-10T12:00", 100_000);
        TierFact second = spend("2027-11-10T12:00", 100_000);
        TierHistory history = joined(RULES.with(Upgrade.NEXT_PERIOD).with(ReturnEffect.grace(Period.ofMonths(2))))
                .plus(first)
                .plus(second)
                .plus(first.takenBack(at("2027-12-20T12:00")));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2027-01-01 QUALIFIED, Bronze 2029-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2027-01-01 QUALIFIED, Bronze 2028-03-21 RETURNED",
                steps(history.plus(second.takenBack(at("2028-01-20T12:00"))), "2030-01-01"),
                "the second return has a grace of its own");
    }

    @Test
    void aReturnTakesNoTierThatIsHeldForEver() {
        TierRules forever = RULES.with(Validity.forever());
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-06-01 QUALIFIED",
                steps(returnedInJune(forever.with(ReturnEffect.keepToPeriodEnd())), "2099-01-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-06-01 QUALIFIED, Bronze 2026-07-11 RETURNED",
                steps(returnedInJune(forever.with(ReturnEffect.grace(DAYS))), "2099-01-01"));
    }

    @Test
    void whatHasRunOutSinceDoesNotComeBackWithAReturn() {
        TierHistory history = joined(RULES.with(ReturnEffect.immediate()))
                .plus(GOLD_IN_MAY)
                .plus(spend("2026-06-01T12:00", 1_000))
                .plus(GOLD_IN_MAY.takenBack(at("2028-06-01T12:00"), ONE));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2028-01-01 RAN_OUT, Bronze 2029-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void yearsThatAreRunAgainEndOnTheSameDays() {
        TierFact april = spend("2026-04-01T12:00", 1_000);
        TierRules rules = RULES.with(QualificationPeriod.rolling(Period.ofMonths(1)))
                .with(Validity.fixed(Period.ofMonths(3)))
                .with(ReturnEffect.immediate());
        TierHistory history = joined(rules)
                .plus(SILVER_IN_MARCH)
                .plus(april)
                .plus(spend("2026-06-02T12:00", 100_000))
                .plus(april.takenBack(at("2026-06-10T12:00")));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Bronze 2026-06-02 RAN_OUT, "
                        + "Silver 2026-06-02 QUALIFIED, Bronze 2026-09-03 RAN_OUT",
                steps(history, "2027-01-01"));
    }

    @Test
    void whatCameBackStaysAwayWhenMoreFactsComeAtOnce() {
        TierFact april = spend("2026-04-01T12:00", 50_000);
        TierHistory history = joined(RULES.with(ReturnEffect.immediate()))
                .plus(SILVER_IN_MARCH)
                .plus(SILVER_IN_MARCH.takenBack(at("2026-03-05T12:00")))
                .plusAll(List.of(april, spend("2026-04-02T12:00", 40_000)))
                .plus(april.takenBack(at("2026-04-03T12:00"), ONE));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Bronze 2026-03-05 RETURNED",
                steps(history, "2027-01-01"));
        assertEquals(
                89_999,
                history.progressAt(day("2026-04-04"))
                        .next()
                        .orElseThrow()
                        .criteria()
                        .get(0)
                        .reached());
    }

    @Test
    void visitsOfOneInstantCanBothComeBack() {
        TierFact half = spend("2026-05-01T12:00", 60_000);
        TierHistory history = TierPlan.of(RULES.with(ReturnEffect.immediate()), TOKYO)
                .replay(
                        JOINED,
                        List.of(
                                half,
                                half,
                                half.takenBack(at("2026-05-02T12:00")),
                                half.takenBack(at("2026-05-03T12:00")),
                                spend("2026-05-04T12:00", 40_000)));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-05-01 QUALIFIED, Bronze 2026-05-02 RETURNED",
                steps(history, "2027-01-01"));
    }

    @Test
    void visitsOfOneInstantCountOnTheirOwnDay() {
        TierFact half = spend("2028-06-01T12:00", 50_000);
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2028-01-01 RAN_OUT, Bronze 2030-01-01 RAN_OUT",
                steps(joined(RULES).plus(GOLD_IN_MAY).plusAll(List.of(half, half)), "2031-01-01"));
    }

    @Test
    void whoFallsOnTheDayOfNewRulesHasRunOutEvenIfTheLowestTierGotAnotherName() {
        TierRules renamed = TierRules.ladder("Basic")
                .with("Silver", Criterion.spendNet(100_000))
                .with("Gold", Criterion.spendNet(200_000));
        TierHistory history = TierPlan.of(RULES, TOKYO)
                .withRules(LocalDate.parse("2028-01-01"), renamed)
                .open(JOINED)
                .plus(SILVER_IN_MARCH);
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Basic 2028-01-01 RAN_OUT",
                steps(history, "2031-01-01"));
    }
}
