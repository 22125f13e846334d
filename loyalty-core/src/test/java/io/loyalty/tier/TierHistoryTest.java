package io.loyalty.tier;

import static io.loyalty.tier.Members.GOLD_IN_MAY;
import static io.loyalty.tier.Members.JOINED;
import static io.loyalty.tier.Members.RULES;
import static io.loyalty.tier.Members.SILVER_IN_MARCH;
import static io.loyalty.tier.Members.at;
import static io.loyalty.tier.Members.day;
import static io.loyalty.tier.Members.joined;
import static io.loyalty.tier.Members.spend;
import static io.loyalty.tier.Members.steps;
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
import java.time.Month;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TierHistoryTest {

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

    @Test
    void aVisitThatLiftsNobodyIsKnownWhenItIsRecorded() {
        TierFact late = spend("2026-03-03T12:00", 20).withRecordedAt(at("2026-07-01T12:00"));
        TierHistory history =
                joined(RULES).plus(spend("2026-03-02T12:00", 10)).plus(late).plus(spend("2026-03-04T12:00", 30));
        assertEquals(3, history.knownAt(at("2026-07-01T12:00")).facts().size());
        assertEquals(2, history.knownAt(at("2026-07-01T11:59")).facts().size());
        assertEquals(1, history.knownAt(at("2026-03-04T11:59")).facts().size());
    }

    @Test
    void progressOfAMembershipYearBeginsOnTheJoiningDay() {
        TierHistory history =
                joined(RULES.with(QualificationPeriod.anniversary())).plus(SILVER_IN_MARCH);
        assertEquals(
                DateWindow.of(LocalDate.parse("2027-01-10"), LocalDate.parse("2028-01-10")),
                history.progressAt(day("2027-02-01")).next().orElseThrow().window());
    }

    // Values.

    @Test
    void theNextStandingIsWhatComesWithoutAnythingNew() {
        TierHistory history = joined(RULES).plus(GOLD_IN_MAY).plus(spend("2027-02-01T12:00", 200_000));

        TierStatus silver = history.nextStatusAt(at("2026-06-01T00:00")).orElseThrow();
        assertEquals("Silver", silver.tier().name());
        assertEquals(day("2028-01-01"), silver.since());
        assertEquals(day("2029-01-01"), silver.until());
        assertEquals(TierReason.RAN_OUT, silver.reason());
        assertEquals(
                day("2029-01-01"),
                history.nextStatusAt(at("2027-02-01T12:00")).orElseThrow().since());
        assertEquals(Optional.empty(), history.nextStatusAt(JOINED));
        TierHistory granted =
                joined(RULES).plus(TierGrant.of("Gold", day("2026-02-01"), day("2026-03-01"), "goodwill", "desk"));
        assertEquals(Optional.empty(), granted.nextStatusAt(JOINED));
        assertEquals(
                TierReason.GRANT_ENDED,
                granted.nextStatusAt(day("2026-02-01")).orElseThrow().reason());
    }

    @Test
    void addingLeavesTheHistoryAsItWas() {
        TierHistory before = joined(RULES).plus(SILVER_IN_MARCH);
        TierHistory after = before.plus(spend("2026-06-01T12:00", 100_000));

        assertEquals(List.of(SILVER_IN_MARCH), before.facts());
        assertEquals("Silver", before.statusAt(day("2026-07-01")).tier().name());
        assertEquals("Gold", after.statusAt(day("2026-07-01")).tier().name());
        assertNotEquals(before, after);
        assertSame(before, before.plusAll(List.of()));
    }

    @Test
    void historiesSurviveSerialization() throws IOException, ClassNotFoundException {
        TierHistory history = joined(RULES)
                .plus(SILVER_IN_MARCH)
                .plus(GOLD_IN_MAY)
                .plus(GOLD_IN_MAY.takenBack(at("2026-06-10T12:00")))
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
        assertThrows(IllegalArgumentException.class, () -> joined(RULES).tierAt(day("2026-01-10")));
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

    @Test
    void whatLiftsAMemberAtTheInstantOfJoiningBeginsTheMembership() {
        TierHistory joined = joined(RULES);
        TierHistory history = joined.plus(TierFact.visit(joined.joinedAt(), 100_000, 110_000, 0));
        assertEquals("Silver 2026-01-10 QUALIFIED", steps(history, "2026-06-01"));
        assertEquals(joined.joinedAt(), history.statusAt(joined.joinedAt()).since());
    }

    @Test
    void aVisitKnownBeforehandHidesNoneKnownWhenItHappened() {
        TierFact announced = Members.GOLD_IN_MAY.withRecordedAt(Members.at("2026-02-01T12:00"));
        TierHistory history = Members.joined(Members.RULES)
                .plusAll(List.of(Members.SILVER_IN_MARCH, Members.spend("2026-03-02T12:00", 1), announced));
        assertEquals(
                List.of(announced),
                history.knownAt(Members.at("2026-02-15T12:00")).facts());
        assertEquals(
                List.of(Members.SILVER_IN_MARCH, announced),
                history.knownAt(Members.SILVER_IN_MARCH.at()).facts());
        assertEquals(history, history.knownAt(Members.at("2026-03-02T12:00")));
    }
}
