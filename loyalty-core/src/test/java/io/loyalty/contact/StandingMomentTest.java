package io.loyalty.contact;

import static io.loyalty.contact.Guests.at;
import static io.loyalty.contact.Guests.date;
import static io.loyalty.contact.Guests.dates;
import static io.loyalty.contact.Guests.guest;
import static io.loyalty.contact.Guests.missed;
import static io.loyalty.contact.Guests.plan;
import static io.loyalty.contact.Guests.said;
import static io.loyalty.contact.Guests.tiers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.loyalty.money.Ratio;
import io.loyalty.points.Command;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.PointsLedger;
import io.loyalty.tier.Allowance;
import io.loyalty.tier.AllowancePeriod;
import io.loyalty.tier.Benefit;
import io.loyalty.tier.BenefitOutcome;
import io.loyalty.tier.BenefitUses;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierGrant;
import io.loyalty.tier.TierHistory;
import io.loyalty.tier.TierRules;
import io.loyalty.time.QualificationPeriod;
import io.loyalty.time.Term;
import io.loyalty.visit.AttributeValue;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What points, tiers and benefits give occasion to say. */
class StandingMomentTest {

    private static final TierRules RULES = TierRules.ladder("Bronze")
            .with("Silver", Criterion.spendNet(100_000))
            .with("Gold", Criterion.anyOf(Criterion.spendNet(200_000), Criterion.visits(10)));

    private static TierFact spend(String local, long net) {
        return TierFact.visit(at(local), net, net, 0);
    }

    private static ContactFacts standing(TierHistory history) {
        return ContactFacts.of(guest(), history);
    }

    private static PointsLedger earn(PointsLedger ledger, String key, String local, long points, String lastDay) {
        return ledger.accrue(Command.of(key, at(local)), Grant.of(points, Term.until(date(lastDay))))
                .orElseThrow()
                .ledger();
    }

    private static final PointsLedger POINTS = earn(
            earn(
                    earn(PointsLedger.open(LedgerPolicy.in(Guests.TOKYO)), "a", "2026-02-01T10:00", 300, "2026-06-30"),
                    "b",
                    "2026-03-01T10:00",
                    200,
                    "2026-06-30"),
            "c",
            "2026-03-02T10:00",
            40,
            "2026-09-30");

    @Test
    void pointsAboutToDieAreToldOfOncePerDay() {
        ContactSchedule schedule = plan(ContactRule.send("points").beforePointsExpire(30))
                .due(standing(tiers(RULES)).with(POINTS), dates("2026-01-01", "2026-12-31"));

        assertEquals("2026-05-31 points points 2026-06-30, 2026-08-31 points points 2026-09-30", said(schedule));
        assertEquals(
                Map.of(
                        "points", new AttributeValue.Number(Ratio.of(500)),
                        "lastDay", new AttributeValue.Day(date("2026-06-30"))),
                schedule.contacts().get(0).parameters());
        assertEquals(ContactPurpose.EXPIRING_POINTS, schedule.contacts().get(0).purpose());
    }

    @Test
    void fewPointsAreNotWorthAWord() {
        assertEquals(
                "2026-05-31 points points 2026-06-30",
                said(plan(ContactRule.send("points").beforePointsExpire(30, 41, "points"))
                        .due(standing(tiers(RULES)).with(POINTS), dates("2026-01-01", "2026-12-31"))));
    }

    @Test
    void pointsThatHaveBeenUsedDoNotDie() {
        PointsLedger used = POINTS.redeem(Command.of("r", at("2026-06-01T10:00")), 450)
                .orElseThrow()
                .ledger();
        ContactPlan plan = plan(ContactRule.send("points").beforePointsExpire(30, 100, "points"))
                .notOn(date("2026-05-31"));
        ContactSchedule schedule = plan.due(standing(tiers(RULES)).with(used), dates("2026-05-01", "2026-06-30"));

        assertEquals("", said(schedule));
        assertEquals("2026-06-01 points points 2026-06-30 NO_LONGER_DUE", missed(schedule.dropped()));
        assertEquals(
                Map.of(
                        "points", new AttributeValue.Number(Ratio.of(50)),
                        "lastDay", new AttributeValue.Day(date("2026-06-30"))),
                plan(ContactRule.send("points").beforePointsExpire(30))
                        .notOn(date("2026-05-31"))
                        .due(standing(tiers(RULES)).with(used), dates("2026-05-01", "2026-06-30"))
                        .contacts()
                        .get(0)
                        .parameters());
    }

    @Test
    void whoIsNearTheNextTierIsTold() {
        ContactRule rule = ContactRule.send("almost").nearNextTier(Ratio.ofPercent(80));
        TierHistory near = tiers(RULES)
                .plus(spend("2026-02-01T10:00", 79_999))
                .plus(spend("2026-03-01T10:00", 1))
                .plus(spend("2026-03-09T10:00", 10_000));
        ContactSchedule schedule = plan(rule).due(standing(near), dates("2026-01-01", "2026-12-31"));

        assertEquals("2026-03-01 almost Silver 2026-01-01", said(schedule));
        assertEquals(
                Map.of(
                        "tier", new AttributeValue.Text("Silver"),
                        "remaining.SPEND_NET", new AttributeValue.Number(Ratio.of(20_000))),
                schedule.contacts().get(0).parameters());
        assertEquals(at("2026-03-01T10:00"), schedule.contacts().get(0).from());
    }

    @Test
    void anyOfIsNearByOneWayAndAllOfByAll() {
        ContactRule rule = ContactRule.send("almost").nearNextTier(Ratio.ofPercent(80));
        TierRules both = TierRules.ladder("Bronze")
                .with("Silver", Criterion.allOf(Criterion.spendNet(100_000), Criterion.visits(2)));
        TierHistory silver = tiers(RULES).plus(spend("2026-02-01T10:00", 160_000));

        assertEquals(
                "2026-02-01 almost Gold 2026-01-01",
                said(plan(rule).due(standing(silver), dates("2026-01-01", "2026-12-31"))));
        assertEquals(
                "",
                said(plan(rule)
                        .due(
                                standing(tiers(both).plus(spend("2026-02-01T10:00", 160_000))),
                                dates("2026-01-01", "2026-12-31"))));
        assertEquals(
                "2026-02-01 almost Silver 2026-01-01",
                said(plan(ContactRule.send("almost").nearNextTier(Ratio.ofPercent(50)))
                        .due(
                                standing(tiers(both).plus(spend("2026-02-01T10:00", 50_000))),
                                dates("2026-01-01", "2026-12-31"))));
    }

    @Test
    void whoHasReachedTheTierIsNotNearIt() {
        ContactPlan plan = plan(ContactRule.send("almost").nearNextTier(Ratio.ofPercent(80)))
                .notOn(date("2026-03-01"));
        TierHistory reached =
                tiers(RULES).plus(spend("2026-03-01T10:00", 90_000)).plus(spend("2026-03-02T10:00", 10_000));

        assertEquals("", said(plan.due(standing(reached), dates("2026-01-01", "2026-12-31"))));
    }

    @Test
    void newsOfTheNextTierComesAgainInTheNextPeriod() {
        ContactRule rule = ContactRule.send("almost").nearNextTier(Ratio.ofPercent(80));
        TierHistory twice =
                tiers(RULES).plus(spend("2026-12-31T10:00", 90_000)).plus(spend("2027-01-01T10:00", 90_000));
        TierHistory rolling = tiers(RULES.with(QualificationPeriod.rolling(Period.ofMonths(12))))
                .plus(spend("2026-12-31T10:00", 90_000))
                .plus(spend("2028-01-01T10:00", 90_000));

        assertEquals(
                "2026-12-31 almost Silver 2026-01-01, 2027-01-01 almost Silver 2027-01-01",
                said(plan(rule).due(standing(twice), dates("2026-01-01", "2028-12-31"))));
        assertEquals(
                "2026-12-31 almost Silver " + Guests.JOINED,
                said(plan(rule).due(standing(rolling), dates("2026-01-01", "2028-12-31"))));
    }

    @Test
    void aTierAboutToEndIsToldOf() {
        TierHistory gold =
                tiers(RULES).plus(spend("2026-05-01T10:00", 200_000)).plus(spend("2027-02-01T10:00", 120_000));
        ContactSchedule schedule = plan(ContactRule.send("stay").beforeTierEnds(60))
                .due(standing(gold), dates("2026-01-01", "2030-12-31"));

        assertEquals(
                "2027-11-01 stay Gold " + at("2028-01-01T00:00") + ", 2028-11-01 stay Silver " + at("2029-01-01T00:00"),
                said(schedule));
        assertEquals(
                Map.of(
                        "tier", new AttributeValue.Text("Gold"),
                        "nextTier", new AttributeValue.Text("Silver"),
                        "lastDay", new AttributeValue.Day(date("2027-12-31")),
                        "remaining.SPEND_NET", new AttributeValue.Number(Ratio.of(80_000)),
                        "remaining.VISITS", new AttributeValue.Number(Ratio.of(9))),
                schedule.contacts().get(0).parameters());
    }

    @Test
    void aTierThatIsEarnedAgainDoesNotEnd() {
        TierHistory gold =
                tiers(RULES).plus(spend("2026-05-01T10:00", 200_000)).plus(spend("2027-11-02T10:00", 200_000));

        assertEquals(
                "2027-11-01 stay Gold " + at("2028-01-01T00:00"),
                said(plan(ContactRule.send("stay").beforeTierEnds(60))
                        .due(standing(gold), dates("2026-01-01", "2028-10-31"))));
        ContactSchedule late = plan(ContactRule.send("stay").beforeTierEnds(60))
                .notOn(date("2027-11-01"))
                .due(standing(gold), dates("2026-01-01", "2028-10-31"));
        assertEquals("", said(late));
        assertEquals("2027-11-02 stay Gold " + at("2028-01-01T00:00") + " NO_LONGER_DUE", missed(late.dropped()));
    }

    @Test
    void theEndOfAGrantIsToldOfOnlyIfItLetsDown() {
        TierHistory granted = tiers(RULES)
                .plus(TierGrant.of("Silver", at("2026-02-01T00:00"), at("2026-04-01T00:00"), "goodwill", "desk"));

        assertEquals(
                "2026-03-24 stay Silver " + at("2026-04-01T00:00"),
                said(plan(ContactRule.send("stay").beforeTierEnds(7))
                        .due(standing(granted), dates("2026-01-01", "2026-12-31"))));
        assertEquals(
                "",
                said(plan(ContactRule.send("stay").beforeTierEnds(7))
                        .due(
                                standing(granted.plus(spend("2026-03-01T10:00", 200_000))),
                                dates("2026-01-01", "2026-12-31"))));
    }

    private static final Benefit LOUNGE =
            new Benefit.PriorityReservation("lounge", Allowance.of(2, AllowancePeriod.QUARTER));

    private static final TierHistory WITH_LOUNGE = tiers(RULES.with("Silver", LOUNGE)
                    .with("Silver", new Benefit.Discount("off", Ratio.ofPercent(5), Allowance.unlimited()))
                    .with("Silver", new Benefit.Gift("box", "box", Allowance.of(1, AllowancePeriod.STAY))))
            .plus(spend("2026-05-01T10:00", 100_000));

    @Test
    void whatIsLeftOfABenefitIsToldOfBeforeItLapses() {
        ContactSchedule schedule = plan(ContactRule.send("use-it").beforeBenefitLapses(10))
                .due(standing(WITH_LOUNGE), dates("2027-07-01", "2027-12-31"));

        assertEquals(
                "2027-09-20 use-it lounge " + at("2027-10-01T00:00") + ", 2027-12-21 use-it box "
                        + at("2028-01-01T00:00") + ", 2027-12-21 use-it lounge " + at("2028-01-01T00:00"),
                said(schedule));
        assertEquals(
                Map.of(
                        "benefit", new AttributeValue.Text("lounge"),
                        "remaining", new AttributeValue.Number(Ratio.of(2)),
                        "lastDay", new AttributeValue.Day(date("2027-09-30"))),
                schedule.contacts().get(0).parameters());
    }

    @Test
    void aBenefitUsedUpIsNotToldOf() {
        BenefitUses uses = BenefitUses.none();
        for (String key : new String[] {"u-1", "u-2"}) {
            uses = assertInstanceOf(
                            BenefitOutcome.Used.class, uses.use(WITH_LOUNGE, key, "lounge", at("2027-08-01T12:00")))
                    .uses();
        }

        assertEquals(
                "2027-12-21 use-it lounge " + at("2028-01-01T00:00"),
                said(plan(ContactRule.send("use-it").beforeBenefitLapses(10, "lounge"))
                        .due(standing(WITH_LOUNGE).with(uses), dates("2027-07-01", "2027-12-31"))));
    }

    @Test
    void rulesSpeakToTheirAudience() {
        TierHistory silver = tiers(RULES).plus(spend("2026-05-01T10:00", 100_000));
        ContactFacts facts = ContactFacts.of(guest().withSegment("wine"), silver);
        ContactRule rule = ContactRule.send("tips").afterJoining(Period.ofMonths(4));

        assertEquals(
                "2026-05-10 tips joining",
                said(plan(rule.toTier("Silver")).due(facts, dates("2026-01-01", "2026-12-31"))));
        assertEquals("", said(plan(rule.toTier("Gold")).due(facts, dates("2026-01-01", "2026-12-31"))));
        assertEquals(
                "2026-05-10 tips joining",
                said(plan(rule.toSegment("tea").toSegment("wine")).due(facts, dates("2026-01-01", "2026-12-31"))));
        assertEquals("", said(plan(rule.toSegment("tea")).due(facts, dates("2026-01-01", "2026-12-31"))));
    }
}
