package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.DateWindow;
import io.loyalty.time.QualificationPeriod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TierHistoryTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final TierRules RULES = TierRules.ladder("Bronze")
            .with("Silver", Criterion.spendNet(100_000))
            .with("Gold", Criterion.spendNet(200_000));

    private static final TierFact GOLD_IN_MAY = spend("2026-05-01T12:00", 200_000);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(TOKYO).toInstant();
    }

    private static TierFact spend(String local, long net) {
        return TierFact.visit(at(local), net, net + net / 10, net / 100);
    }

    private static TierHistory joined(TierRules rules) {
        return TierPlan.of(rules, TOKYO).open(at("2026-01-10T09:00"));
    }

    /** Tier, first day and reason of each step. */
    private static String steps(TierHistory history, String until) {
        StringBuilder text = new StringBuilder();
        for (TierStatus status : history.statusesUntil(day(until))) {
            LocalDate since = status.since().atZone(TOKYO).toLocalDate();
            text.append(text.isEmpty() ? "" : ", ").append(status.tier() + " " + since + " " + status.reason());
        }
        return text.toString();
    }

    /** Example 16. */
    @Test
    void goldThatIsNotEarnedAgainLandsSoftlyOnSilver() {
        TierHistory history = joined(RULES).plus(GOLD_IN_MAY).plus(spend("2027-05-01T12:00", 20_000));

        assertEquals("Gold", history.statusAt(at("2027-12-31T23:59:59")).tier().name());
        assertEquals(day("2028-01-01"), history.statusAt(at("2026-06-01T00:00")).until());
        assertEquals(
                new TierStatus(RULES.tiers().get(1), day("2028-01-01"), day("2029-01-01"), TierReason.RAN_OUT),
                history.statusAt(day("2028-01-01")));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2028-01-01 RAN_OUT, Bronze 2029-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    /** Example 17. */
    @Test
    void anyOfAndAllOfShowTheirProgress() {
        TierRules rules = TierRules.ladder("Bronze")
                .with("Gold", Criterion.anyOf(Criterion.spendNet(200_000), Criterion.visits(24)))
                .with("Platinum", Criterion.allOf(Criterion.spendNet(400_000), Criterion.visits(24)));
        TierHistory history =
                joined(rules).plus(TierFact.of(at("2026-05-01T12:00"), new TierMeasure(150_000, 165_000, 1_500, 24)));

        Progress progress = history.progressAt(at("2026-06-01T00:00"));

        assertEquals("Gold", progress.status().tier().name());
        TierTarget platinum = progress.next().orElseThrow();
        assertEquals(
                List.of(
                        new CriterionProgress(TierBasis.SPEND_NET, 400_000, 150_000, 250_000),
                        new CriterionProgress(TierBasis.VISITS, 24, 24, 0)),
                platinum.criteria());
        assertFalse(platinum.isMet());
        assertEquals(
                List.of(
                        new CriterionProgress(TierBasis.SPEND_NET, 200_000, 150_000, 0),
                        new CriterionProgress(TierBasis.VISITS, 24, 24, 0)),
                progress.keep().criteria());
        assertTrue(progress.keep().isMet());
        assertEquals(DateWindow.of(LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01")), platinum.window());
    }

    @Test
    void thresholdsAreInclusive() {
        assertEquals(
                "Bronze 2026-01-10 JOINED", steps(joined(RULES).plus(spend("2026-05-01T12:00", 99_999)), "2026-06-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-05-01 QUALIFIED",
                steps(joined(RULES).plus(spend("2026-05-01T12:00", 100_000)), "2026-06-01"));
    }

    @Test
    void earningTheTierAgainLengthensItAtOnce() {
        TierHistory history = joined(RULES).plus(GOLD_IN_MAY).plus(spend("2027-03-01T12:00", 200_000));

        assertEquals(day("2028-01-01"), history.statusAt(day("2027-03-01")).until());
        TierStatus again = history.statusAt(day("2027-03-02"));
        assertEquals(day("2029-01-01"), again.until());
        assertEquals(GOLD_IN_MAY.at(), again.since());
    }

    @Test
    void nobodyFallsFromTheLowestTier() {
        assertEquals(
                new TierStatus(RULES.lowest(), at("2026-01-10T09:00"), Instant.MAX, TierReason.JOINED),
                joined(RULES).statusAt(Instant.MAX));
    }

    // Periods.

    @Test
    void fiscalYearsEndWithTheirLastMonth() {
        TierHistory history = joined(RULES.with(QualificationPeriod.calendarYear(Month.APRIL)))
                .plus(spend("2026-03-31T23:00", 150_000))
                .plus(spend("2026-04-01T00:00", 50_000));

        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-31 QUALIFIED, Bronze 2027-04-01 RAN_OUT",
                steps(history, "2028-01-01"));
    }

    @Test
    void membershipYearsBeginOnTheJoiningDay() {
        TierHistory history = joined(RULES.with(QualificationPeriod.anniversary()))
                .plus(spend("2027-01-09T23:00", 60_000))
                .plus(spend("2027-01-10T01:00", 100_000));

        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2027-01-10 QUALIFIED, Bronze 2029-01-10 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void rollingPeriodsLookBackAndTheTierIsHeldForOneMore() {
        TierHistory history = joined(RULES.with(QualificationPeriod.rolling(Period.ofMonths(12))))
                .plus(spend("2026-02-10T12:00", 60_000))
                .plus(spend("2027-02-10T12:00", 50_000))
                .plus(spend("2027-02-20T12:00", 50_000));

        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2027-02-20 QUALIFIED, Bronze 2028-02-21 RAN_OUT",
                steps(history, "2029-01-01"));
    }

    @Test
    void progressToKeepingARollingTierLooksBackFromTheEndOfItsTerm() {
        TierHistory history = joined(RULES.with(QualificationPeriod.rolling(Period.ofMonths(12))))
                .plus(spend("2026-02-10T12:00", 120_000))
                .plus(spend("2026-06-10T12:00", 30_000));

        Progress progress = history.progressAt(day("2026-07-01"));

        assertEquals(
                DateWindow.of(LocalDate.parse("2026-02-11"), LocalDate.parse("2027-02-11")),
                progress.keep().window());
        assertEquals(70_000, progress.keep().criteria().get(0).remaining());
        assertEquals(50_000, progress.next().orElseThrow().criteria().get(0).remaining());
    }

    @Test
    void rollingTiersHeldWhileEarnedEndWithTheFactThatEarnedThem() {
        TierHistory history = joined(RULES.with(QualificationPeriod.rolling(Period.ofMonths(12)))
                        .with(Validity.endOfPeriod())
                        .with(Downgrade.full()))
                .plus(spend("2026-02-10T12:00", 100_000))
                .plus(spend("2026-06-10T12:00", 100_000));

        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-02-10 QUALIFIED, Gold 2026-06-10 QUALIFIED, Silver 2027-02-10 RAN_OUT, "
                        + "Bronze 2027-06-10 RAN_OUT",
                steps(history, "2029-01-01"));
        assertEquals(day("2027-02-10"), history.statusAt(day("2026-07-01")).until());
    }

    @Test
    void softLandingOfRollingTiersLastsOnePeriod() {
        TierHistory history = joined(RULES.with(QualificationPeriod.rolling(Period.ofMonths(6)))
                        .with(Validity.endOfPeriod()))
                .plus(spend("2026-02-10T12:00", 200_000));

        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-02-10 QUALIFIED, Silver 2026-08-10 RAN_OUT, Bronze 2027-02-10 RAN_OUT",
                steps(history, "2029-01-01"));
    }

    @Test
    void lifetimeSumsNeverRunOut() {
        TierHistory history = joined(RULES.with(QualificationPeriod.lifetime()))
                .plus(spend("2026-02-10T12:00", 60_000))
                .plus(spend("2031-02-10T12:00", 60_000));

        assertEquals("Bronze 2026-01-10 JOINED, Silver 2031-02-10 QUALIFIED", steps(history, "2099-01-01"));
        assertTrue(history.statusAt(day("2040-01-01")).isOpenEnded());
        assertEquals(Optional.empty(), history.nextChangeAt(day("2040-01-01")));
    }

    // Upgrade and validity.

    @Test
    void upgradesCanWaitForTheNextPeriod() {
        TierHistory history = joined(RULES.with(Upgrade.NEXT_PERIOD)).plus(GOLD_IN_MAY);

        assertEquals(day("2027-01-01"), history.statusAt(day("2026-06-01")).until());
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2027-01-01 QUALIFIED, Silver 2028-01-01 RAN_OUT, Bronze 2029-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void validityCanEndWithThePeriod() {
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2027-01-01 RAN_OUT, Bronze 2028-01-01 RAN_OUT",
                steps(joined(RULES.with(Validity.endOfPeriod())).plus(GOLD_IN_MAY), "2030-01-01"));
    }

    @Test
    void validityCanBeALengthOfItsOwn() {
        TierHistory history =
                joined(RULES.with(Validity.fixed(Period.ofMonths(3)))).plus(GOLD_IN_MAY);

        assertEquals("Gold", history.statusAt(at("2026-08-01T23:59")).tier().name());
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2027-02-02 RAN_OUT, Bronze 2027-05-02 RAN_OUT",
                steps(history, "2030-01-01"),
                "2 August and 2 November still look back on the spend of the same year");
    }

    @Test
    void validityCanBeForEver() {
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED",
                steps(joined(RULES.with(Validity.forever())).plus(GOLD_IN_MAY), "2099-01-01"));
    }

    // Downgrade.

    @Test
    void fullDowngradeGoesToWhatIsEarned() {
        TierHistory history = joined(RULES.with(Downgrade.full())).plus(GOLD_IN_MAY);

        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Bronze 2028-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2028-01-01 RAN_OUT, Bronze 2029-01-01 RAN_OUT",
                steps(history.plus(spend("2027-08-01T12:00", 130_000)), "2030-01-01"));
    }

    @Test
    void withoutDowngradeTheTierStays() {
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED",
                steps(joined(RULES.with(Downgrade.never())).plus(GOLD_IN_MAY), "2099-01-01"));
    }

    @Test
    void graceHoldsTheTierAndThenLetsItGo() {
        TierHistory history = joined(RULES.with(Downgrade.oneLevel().withGrace(Period.ofMonths(2))))
                .plus(GOLD_IN_MAY);

        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2028-03-01 RAN_OUT, Bronze 2029-03-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void earningTheTierAgainInGraceChangesNothing() {
        TierHistory history = joined(RULES.with(Downgrade.oneLevel().withGrace(Period.ofMonths(2))))
                .plus(GOLD_IN_MAY)
                .plus(spend("2028-02-29T23:00", 200_000));

        assertEquals("Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED", steps(history, "2029-12-31"));
        assertEquals(day("2030-03-01"), history.statusAt(day("2028-03-01")).until());
    }

    // Returns.

    private static final TierFact SILVER_IN_MARCH = spend("2026-03-01T12:00", 100_000);

    private static final TierFact GOLD_IN_JUNE = spend("2026-06-01T12:00", 100_000);

    private static TierHistory returned(ReturnEffect effect) {
        return joined(RULES.with(effect))
                .plus(SILVER_IN_MARCH)
                .plus(GOLD_IN_JUNE)
                .plus(GOLD_IN_JUNE.takenBack(at("2026-06-10T12:00"), new TierMeasure(1, 1, 0, 0)));
    }

    @Test
    void aReturnCanTakeTheTierAtOnce() {
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Gold 2026-06-01 QUALIFIED, Silver 2026-06-10 RETURNED, "
                        + "Bronze 2028-01-01 RAN_OUT",
                steps(returned(ReturnEffect.immediate()), "2030-01-01"));
    }

    @Test
    void graceAfterAReturnHoldsTheTier() {
        TierHistory history = returned(ReturnEffect.grace(Period.ofDays(30)));

        assertEquals(day("2026-07-11"), history.statusAt(day("2026-07-01")).until());
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Gold 2026-06-01 QUALIFIED, Silver 2026-07-11 RETURNED, "
                        + "Bronze 2028-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void earningTheTierAgainInTheGraceOfAReturnChangesNothing() {
        TierHistory history = returned(ReturnEffect.grace(Period.ofDays(30))).plus(spend("2026-07-10T23:59", 1));

        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Gold 2026-06-01 QUALIFIED",
                steps(history, "2027-12-31"));
        assertEquals(day("2028-01-01"), history.statusAt(day("2026-08-01")).until());
    }

    @Test
    void aReturnCanLeaveTheTierToItsEnd() {
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Gold 2026-06-01 QUALIFIED, Bronze 2028-01-01 RETURNED",
                steps(returned(ReturnEffect.keepToPeriodEnd()), "2030-01-01"),
                "what was earned without the returned part has run out by then as well");
    }

    @Test
    void graceAfterAReturnNeverLengthensATier() {
        TierHistory history = joined(RULES).plus(GOLD_IN_MAY).plus(GOLD_IN_MAY.takenBack(at("2027-12-20T12:00")));

        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Bronze 2028-01-01 RETURNED",
                steps(history, "2030-01-01"));
    }

    @Test
    void aReturnNeverTakesMoreThanCounted() {
        TierFact other = spend("2026-03-02T12:00", 90_000);
        TierHistory history = joined(RULES)
                .plus(other)
                .plus(GOLD_IN_MAY)
                .plus(GOLD_IN_MAY.takenBack(at("2026-05-02T12:00")))
                .plus(GOLD_IN_MAY.takenBack(at("2026-05-03T12:00")))
                .plus(spend("2026-05-04T12:00", 10_000));

        assertEquals(
                100_000,
                history.progressAt(day("2026-06-01")).keep().criteria().stream()
                        .mapToLong(CriterionProgress::reached)
                        .max()
                        .orElseThrow());
    }

    @Test
    void aReturnOfWhatIsNotKnownTakesNothing() {
        TierFact unknown = spend("2026-03-02T12:00", 90_000);
        TierHistory history = joined(RULES).plus(GOLD_IN_MAY).plus(unknown.takenBack(at("2026-05-02T12:00")));

        assertEquals("Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED", steps(history, "2027-01-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED",
                steps(history.plus(unknown), "2027-01-01"),
                "the visit became known after its return");
        assertEquals(
                200_000,
                history.plus(unknown)
                        .progressAt(day("2026-06-01"))
                        .keep()
                        .criteria()
                        .get(0)
                        .reached());
    }

    // Instants, days and knowledge.

    @Test
    void factsOfOneInstantAreJudgedTogether() {
        TierHistory history = joined(RULES)
                .plus(GOLD_IN_MAY)
                .plus(GOLD_IN_MAY.takenBack(GOLD_IN_MAY.at()))
                .plus(spend("2026-05-01T12:00", 60_000))
                .plus(spend("2026-05-01T12:00", 60_000));

        assertEquals("Bronze 2026-01-10 JOINED, Silver 2026-05-01 QUALIFIED", steps(history, "2026-06-01"));
    }

    @Test
    void aTierLostAndEarnedInOneInstantIsNotLost() {
        TierHistory history =
                joined(RULES.with(Downgrade.full())).plus(GOLD_IN_MAY).plus(spend("2028-01-01T00:00", 200_000));

        assertEquals("Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED", steps(history, "2029-12-31"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2028-01-01 RAN_OUT",
                steps(
                        joined(RULES.with(Downgrade.full())).plus(GOLD_IN_MAY).plus(spend("2028-01-01T00:00", 100_000)),
                        "2028-12-31"));
    }

    @Test
    void lateKnowledgeChangesThePastButNotWhatWasKnown() {
        TierHistory early =
                joined(RULES).plus(spend("2026-04-01T12:00", 50_000)).plus(spend("2026-06-01T12:00", 50_000));
        TierFact late = spend("2026-05-01T12:00", 50_000).withRecordedAt(at("2026-07-01T12:00"));

        TierHistory history = early.plus(late);

        assertEquals(at("2026-05-01T12:00"), history.statusAt(day("2026-08-01")).since());
        assertEquals(at("2026-06-01T12:00"), early.statusAt(day("2026-08-01")).since());
        assertEquals(early.statusAt(day("2026-06-15")), history.statusAt(day("2026-06-15"), day("2026-07-01")));
        assertEquals(early, history.knownAt(day("2026-07-01")));
        assertSame(history, history.knownAt(at("2026-07-01T12:00")));
    }

    @Test
    void theNextChangeIsAnEndOrWhatIsKnownToCome() {
        TierHistory history = joined(RULES).plus(GOLD_IN_MAY);

        assertEquals(Optional.of(GOLD_IN_MAY.at()), history.nextChangeAt(day("2026-02-01")));
        assertEquals(Optional.of(day("2028-01-01")), history.nextChangeAt(GOLD_IN_MAY.at()));
        assertEquals(Optional.of(day("2029-01-01")), history.nextChangeAt(day("2028-01-01")));
        assertEquals(Optional.empty(), history.nextChangeAt(day("2029-01-01")));
        TierGrant grant = TierGrant.of("Silver", day("2026-03-01"), day("2026-04-01"), "goodwill", "desk");
        assertEquals(Optional.of(day("2026-03-01")), history.plus(grant).nextChangeAt(day("2026-02-01")));
        assertEquals(Optional.empty(), history.nextChangeAt(Instant.MAX));
    }

    // Grants.

    @Test
    void aGrantLiftsAndItsEndLetsDown() {
        TierHistory history = joined(RULES)
                .plus(spend("2026-03-01T12:00", 100_000))
                .plus(TierGrant.of("Gold", day("2026-04-01"), day("2026-10-01"), "goodwill", "desk"));

        assertEquals(
                new TierStatus(RULES.tiers().get(2), day("2026-04-01"), day("2026-10-01"), TierReason.GRANTED),
                history.statusAt(day("2026-05-01")));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Gold 2026-04-01 GRANTED, Silver 2026-10-01 GRANT_ENDED, "
                        + "Bronze 2028-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void aGrantOfWhatIsEarnedAnywayChangesNothing() {
        TierHistory history = joined(RULES)
                .plus(TierGrant.of("Gold", day("2026-04-01"), day("2028-10-01"), "goodwill", "desk"))
                .plus(GOLD_IN_MAY);

        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-04-01 GRANTED, Bronze 2029-01-01 RAN_OUT",
                steps(
                        history.plus(TierGrant.of("Gold", day("2028-02-01"), day("2029-01-01"), "again", "desk")),
                        "2030-01-01"),
                "both end on one day, and the facts have the last word");
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-04-01 GRANTED, Silver 2028-10-01 GRANT_ENDED, Bronze 2029-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void aLaterGrantTakesTheEarlierBack() {
        TierHistory history = joined(RULES)
                .plus(TierGrant.of("Gold", day("2026-04-01"), Instant.MAX, "by mistake", "desk"))
                .plus(TierGrant.of("Bronze", day("2026-04-02"), Instant.MAX, "mistake undone", "desk"));

        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-04-01 GRANTED, Bronze 2026-04-02 GRANT_ENDED",
                steps(history, "2030-01-01"));
    }

    @Test
    void grantsAreKnownWhenTheyAreRecorded() {
        TierGrant grant =
                new TierGrant("Gold", day("2026-04-01"), day("2026-10-01"), day("2026-05-01"), "goodwill", "desk");
        TierHistory history = joined(RULES).plus(grant);

        assertEquals("Gold", history.statusAt(day("2026-04-15")).tier().name());
        assertEquals(
                "Bronze",
                history.statusAt(day("2026-04-15"), day("2026-04-20")).tier().name());
        assertEquals(List.of(grant), history.grants());
    }

    @Test
    void grantsOutsideMembershipOrLadderAreRefused() {
        TierGrant early = TierGrant.of("Gold", day("2026-01-10"), day("2026-10-01"), "goodwill", "desk");
        TierGrant unknown = TierGrant.of("Diamond", day("2026-04-01"), day("2026-10-01"), "goodwill", "desk");

        assertEquals(
                "from must not be before joinedAt: 2026-01-09T15:00:00Z and 2026-01-10T00:00:00Z",
                assertThrows(IllegalArgumentException.class, () -> joined(RULES).plus(early))
                        .getMessage());
        assertEquals(
                "tier must be in the ladder: Diamond",
                assertThrows(IllegalArgumentException.class, () -> joined(RULES).plus(unknown))
                        .getMessage());
    }

    // Versions of the rules.

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

    // Values.

    @Test
    void addingLeavesTheHistoryAsItWas() {
        TierHistory before = joined(RULES).plus(SILVER_IN_MARCH);
        TierHistory after = before.plus(GOLD_IN_JUNE);

        assertEquals(List.of(SILVER_IN_MARCH), before.facts());
        assertEquals("Silver", before.statusAt(day("2026-07-01")).tier().name());
        assertEquals("Gold", after.statusAt(day("2026-07-01")).tier().name());
        assertNotEquals(before, after);
        assertSame(before, before.plusAll(List.of()));
    }

    @Test
    void historiesSurviveSerialization() throws IOException, ClassNotFoundException {
        TierHistory history = returned(ReturnEffect.immediate())
                .plus(TierGrant.of("Gold", day("2026-09-01"), day("2026-10-01"), "goodwill", "desk"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(history);
            out.writeObject(history.statusAt(day("2026-09-10")));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            TierHistory read = (TierHistory) in.readObject();
            assertEquals(history, read);
            assertEquals(history.hashCode(), read.hashCode());
            assertEquals(in.readObject(), read.statusAt(day("2026-09-10")));
        }
        assertEquals("TierHistory[since 2026-01-10T00:00:00Z, 3 facts, 1 grants]", history.toString());
    }

    @Test
    void theTimeBeforeTheMembershipIsRefused() {
        assertEquals(
                "at must not be before joinedAt: 2026-01-09T15:00:00Z and 2026-01-10T00:00:00Z",
                assertThrows(IllegalArgumentException.class, () -> joined(RULES).plus(spend("2026-01-10T00:00", 1)))
                        .getMessage());
        assertEquals(
                "asOf must not be before joinedAt: 2026-01-09T15:00:00Z and 2026-01-10T00:00:00Z",
                assertThrows(IllegalArgumentException.class, () -> joined(RULES).statusAt(day("2026-01-10")))
                        .getMessage());
    }

    @Test
    void sumsThatDoNotFitAreReported() {
        TierFact most = TierFact.visit(at("2026-03-01T12:00"), Long.MAX_VALUE, 1, 0);
        TierHistory history = joined(RULES).plus(most);

        assertEquals(
                "sums of what counts together must fit a long: netMinor -9223372036854775808, grossMinor 2, points 0, visits 2",
                assertThrows(
                                ArithmeticException.class,
                                () -> history.plus(TierFact.visit(at("2026-03-02T12:00"), 1, 1, 0)))
                        .getMessage());
        assertThrows(ArithmeticException.class, () -> history.plus(TierFact.visit(at("2026-03-01T12:00"), 1, 1, 0)));
    }
}
