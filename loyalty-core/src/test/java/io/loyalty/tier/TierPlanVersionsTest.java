package io.loyalty.tier;

import static io.loyalty.tier.Members.GOLD_IN_MAY;
import static io.loyalty.tier.Members.JOINED;
import static io.loyalty.tier.Members.RULES;
import static io.loyalty.tier.Members.SILVER_IN_MARCH;
import static io.loyalty.tier.Members.TOKYO;
import static io.loyalty.tier.Members.at;
import static io.loyalty.tier.Members.day;
import static io.loyalty.tier.Members.spend;
import static io.loyalty.tier.Members.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.time.QualificationPeriod;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** What becomes of members when new rules come into force. */
class TierPlanVersionsTest {

    private static final LocalDate JULY = LocalDate.parse("2026-07-01");

    private static final TierRules HARDER = TierRules.ladder("Bronze")
            .with("Silver", Criterion.spendNet(500_000))
            .with("Gold", Criterion.spendNet(900_000));

    private static TierHistory changed(TierRules first, String date, TierRules second) {
        return TierPlan.of(first, TOKYO)
                .withRules(LocalDate.parse(date), second)
                .open(JOINED);
    }

    @Test
    void newThresholdsLiftAtOnceAndLetDownOnlyAtTheEnd() {
        TierRules easier = TierRules.ladder("Bronze")
                .with("Silver", Criterion.spendNet(50_000))
                .with("Gold", Criterion.spendNet(90_000));
        TierRules harder = TierRules.ladder("Bronze")
                .with("Silver", Criterion.spendNet(500_000))
                .with("Gold", Criterion.spendNet(900_000));
        LocalDate july = LocalDate.parse("2026-07-01");

        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Gold 2026-07-01 RULES_CHANGED, Silver 2028-01-01 RAN_OUT, "
                        + "Bronze 2029-01-01 RAN_OUT",
                steps(
                        TierPlan.of(RULES, TOKYO)
                                .withRules(july, easier)
                                .open(at("2026-01-10T09:00"))
                                .plus(SILVER_IN_MARCH),
                        "2030-01-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Bronze 2028-01-01 RAN_OUT",
                steps(
                        TierPlan.of(RULES, TOKYO)
                                .withRules(july, harder)
                                .open(at("2026-01-10T09:00"))
                                .plus(SILVER_IN_MARCH),
                        "2030-01-01"));
    }

    @Test
    void membersOfATierThatIsGoneComeToTheNextLower() {
        TierRules without = TierRules.ladder("Bronze")
                .with("Silver", Criterion.spendNet(100_000))
                .with("Platinum", Criterion.spendNet(500_000));
        TierHistory history = TierPlan.of(RULES, TOKYO)
                .withRules(LocalDate.parse("2026-07-01"), without)
                .open(at("2026-01-10T09:00"))
                .plus(GOLD_IN_MAY);

        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2026-07-01 RULES_CHANGED, Bronze 2028-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void aTierKeepsItsNameWhenOthersComeUnderIt() {
        TierRules more = TierRules.ladder("Bronze")
                .with("Silver", Criterion.spendNet(100_000))
                .with("Sapphire", Criterion.spendNet(150_000))
                .with("Gold", Criterion.spendNet(200_000));
        TierHistory history = TierPlan.of(RULES, TOKYO)
                .withRules(LocalDate.parse("2026-07-01"), more)
                .open(at("2026-01-10T09:00"))
                .plus(GOLD_IN_MAY);

        assertEquals(more.tiers().get(3), history.statusAt(day("2026-08-01")).tier());
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Sapphire 2028-01-01 RAN_OUT, Silver 2029-01-01 RAN_OUT, "
                        + "Bronze 2030-01-01 RAN_OUT",
                steps(history, "2031-01-01"));
    }

    @Test
    void howLongATierWasToBeHeldIsAPromise() {
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2028-01-01 RAN_OUT, Bronze 2029-01-01 RAN_OUT",
                steps(changed(RULES, "2026-07-01", HARDER).plus(GOLD_IN_MAY), "2030-01-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2029-01-01 RAN_OUT, Bronze 2030-01-01 RAN_OUT",
                steps(
                        changed(RULES, "2027-07-01", HARDER).plus(GOLD_IN_MAY).plus(spend("2027-03-01T12:00", 200_000)),
                        "2031-01-01"),
                "earned again before the rules became harder");
        TierRules grace = RULES.with(Downgrade.oneLevel().withGrace(Period.ofMonths(2)));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2028-03-01 RAN_OUT, Bronze 2030-01-01 RAN_OUT",
                steps(
                        changed(grace, "2028-07-01", HARDER).plus(GOLD_IN_MAY).plus(spend("2028-02-01T12:00", 100_000)),
                        "2031-01-01"),
                "silver was earned in the grace of gold");
    }

    @Test
    void whoCouldNotFallIsHeldForOneMoreTerm() {
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2030-01-01 RAN_OUT, Bronze 2031-01-01 RAN_OUT",
                steps(
                        changed(RULES.with(Downgrade.never()), "2029-07-01", RULES)
                                .plus(GOLD_IN_MAY),
                        "2032-01-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED",
                steps(
                        changed(RULES.with(Validity.forever()), "2029-07-01", RULES)
                                .plus(GOLD_IN_MAY),
                        "2032-01-01"),
                "for ever was the promise");
    }

    @Test
    void whoWasHeldWhileEarnedIsHeldForATerm() {
        TierRules rolling = RULES.with(QualificationPeriod.rolling(Period.ofMonths(6)));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2027-01-01 RAN_OUT, Bronze 2027-07-01 RAN_OUT",
                steps(
                        changed(rolling.with(Validity.endOfPeriod()), "2026-07-01", rolling)
                                .plus(GOLD_IN_MAY),
                        "2032-01-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2026-11-02 RAN_OUT, Bronze 2027-05-02 RAN_OUT",
                steps(
                        changed(rolling, "2026-07-01", rolling.with(Validity.endOfPeriod()))
                                .plus(GOLD_IN_MAY),
                        "2032-01-01"));
    }

    @Test
    void whoWasOnTheLowestTierIsHeldForATermIfItIsNoLongerTheLowest() {
        TierRules lower = TierRules.ladder("Member")
                .with("Bronze", Criterion.spendNet(10_000))
                .with("Silver", Criterion.spendNet(100_000));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Member 2027-01-01 RAN_OUT",
                steps(changed(RULES, "2026-07-01", lower), "2032-01-01"));
    }

    @Test
    void aTermThatEndsWithTheOldRulesIsJudgedByTheNewOnesLookingBackFromItsLastDay() {
        TierRules first =
                RULES.with(QualificationPeriod.rolling(Period.ofDays(30))).with(Validity.fixed(Period.ofDays(60)));
        TierRules second =
                RULES.with(QualificationPeriod.rolling(Period.ofDays(61))).with(Validity.fixed(Period.ofDays(10)));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2026-07-11 RAN_OUT, Bronze 2026-07-21 RAN_OUT",
                steps(changed(first, "2026-07-01", second).plus(GOLD_IN_MAY), "2032-01-01"),
                "from 30 June the last 61 days reach back to 1 May");
    }

    @Test
    void whatAReturnLeavesIsFollowedThroughTheChange() {
        TierRules more = TierRules.ladder("Bronze")
                .with("Silver", Criterion.spendNet(100_000))
                .with("Sapphire", Criterion.spendNet(150_000))
                .with("Gold", Criterion.spendNet(200_000));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Bronze 2028-01-01 RETURNED",
                steps(
                        changed(RULES.with(ReturnEffect.keepToPeriodEnd()), "2026-07-01", more)
                                .plus(GOLD_IN_MAY)
                                .plus(GOLD_IN_MAY.takenBack(at("2026-06-01T12:00"))),
                        "2032-01-01"));
        TierRules without = TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(100_000));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2026-07-01 RULES_CHANGED, Bronze 2028-01-01 RETURNED",
                steps(
                        changed(RULES.with(ReturnEffect.keepToPeriodEnd()), "2026-07-01", without)
                                .plus(GOLD_IN_MAY)
                                .plus(GOLD_IN_MAY.takenBack(at("2026-06-01T12:00"))),
                        "2032-01-01"));
    }

    @Test
    void whoseTermEndsOnTheDayOfNewRulesIsJudgedOnThatDay() {
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2028-01-01 RAN_OUT, Bronze 2029-01-01 RAN_OUT",
                steps(changed(RULES, "2028-01-01", RULES).plus(GOLD_IN_MAY), "2032-01-01"));
    }

    @Test
    void whoComesToTheLowestTierHasNoTermToBeJudged() {
        TierRules rolling = RULES.with(QualificationPeriod.rolling(Period.ofMonths(6)));
        TierRules without = TierRules.ladder("Bronze")
                .with("Gold", Criterion.spendNet(200_000))
                .with(rolling.period());
        TierHistory history = changed(rolling, "2026-07-01", without).plus(SILVER_IN_MARCH);
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Bronze 2026-07-01 RULES_CHANGED",
                steps(history, "2032-01-01"));
        Progress progress = history.progressAt(day("2026-07-10"));
        assertEquals(progress.next().orElseThrow().window(), progress.keep().window());
    }

    private static final TierRules ONE_MORE = TierRules.ladder("Bronze")
            .with("Sapphire", Criterion.spendNet(50_000))
            .with("Silver", Criterion.spendNet(100_000))
            .with("Gold", Criterion.spendNet(200_000));

    private static TierGrant grant(String tier, String from, String until) {
        return TierGrant.of(tier, day(from), day(until), "goodwill", "desk");
    }

    @Test
    void aGrantLeavesTheTierOfNewRulesWhatItIs() {
        TierHistory history = changed(RULES, "2026-07-01", ONE_MORE)
                .plus(spend("2026-08-01T12:00", 100_000))
                .plus(grant("Sapphire", "2026-09-01", "2026-10-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-08-01 QUALIFIED, Sapphire 2028-01-01 RAN_OUT, Bronze 2029-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void whatWasEarnedOrGrantedByOldRulesKeepsItsName() {
        TierHistory earned = changed(RULES, "2026-07-01", ONE_MORE)
                .plus(SILVER_IN_MARCH)
                .plus(grant("Sapphire", "2026-09-01", "2026-10-01"));
        assertEquals("Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED", steps(earned, "2027-01-01"));
        TierHistory granted = changed(RULES, "2026-07-01", ONE_MORE).plus(grant("Silver", "2026-03-01", "2026-10-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 GRANTED, Bronze 2026-10-01 GRANT_ENDED",
                steps(granted, "2027-01-01"));
    }

    @Test
    void aGrantedTierThatIsGoneEndsWithTheOldRules() {
        TierRules without = TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(100_000));
        TierHistory history = changed(RULES, "2026-07-01", without)
                .plus(SILVER_IN_MARCH)
                .plus(grant("Gold", "2026-05-01", "2026-10-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Gold 2026-05-01 GRANTED, Silver 2026-07-01 RULES_CHANGED",
                steps(history, "2027-01-01"));
    }
}
