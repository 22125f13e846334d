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
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How tiers are lost: because they run out, and because something comes back. */
class TierLossTest {

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
    void whatIsEarnedInGraceCountsWhenItIsOver() {
        TierHistory history = joined(RULES.with(Downgrade.full().withGrace(Period.ofMonths(2))))
                .plus(GOLD_IN_MAY)
                .plus(spend("2028-02-01T12:00", 100_000));

        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-05-01 QUALIFIED, Silver 2028-03-01 RAN_OUT, Bronze 2030-03-01 RAN_OUT",
                steps(history, "2031-01-01"));
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

    @Test
    void whicheverVisitComesBackItIsMissing() {
        TierRules rules =
                TierRules.ladder("Bronze").with("Silver", Criterion.visits(600)).with(ReturnEffect.immediate());
        List<TierFact> visits = IntStream.range(0, 600)
                .mapToObj(i -> TierFact.visit(JOINED.plusSeconds(3_600L * i), 1, 1, 0))
                .toList();
        TierHistory history = TierPlan.of(rules, TOKYO).replay(JOINED, visits);
        assertEquals("Silver", history.statusAt(day("2026-03-01")).tier().name());

        for (TierFact visit : visits) {
            TierHistory after = history.plus(visit.takenBack(at("2026-02-20T12:00")));
            assertEquals("Bronze", after.statusAt(day("2026-03-01")).tier().name());
            assertEquals("Silver", after.statusAt(day("2026-02-20")).tier().name());
        }
    }

    @Test
    void oldFactsLeaveWithoutHarmWhereNewOnesAreEnough() {
        TierHistory history = joined(RULES.with(QualificationPeriod.rolling(Period.ofDays(30)))
                        .with(Validity.endOfPeriod())
                        .with(Downgrade.full()))
                .plus(spend("2026-02-01T12:00", 60_000))
                .plus(spend("2026-02-10T12:00", 50_000))
                .plus(spend("2026-02-20T12:00", 60_000))
                .plus(spend("2026-03-10T12:00", 80_000))
                .plus(spend("2026-03-11T12:00", 60_000));

        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-02-10 QUALIFIED, Bronze 2026-03-12 RAN_OUT",
                steps(
                        joined(RULES.with(QualificationPeriod.rolling(Period.ofDays(30)))
                                        .with(Validity.endOfPeriod())
                                        .with(Downgrade.full()))
                                .plus(spend("2026-02-01T12:00", 60_000))
                                .plus(spend("2026-02-10T12:00", 50_000))
                                .plus(spend("2026-02-20T12:00", 60_000)),
                        "2027-01-01"));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-02-10 QUALIFIED, Gold 2026-03-11 QUALIFIED, Silver 2026-03-22 RAN_OUT, "
                        + "Bronze 2026-04-09 RAN_OUT",
                steps(history, "2027-01-01"));
    }
}
