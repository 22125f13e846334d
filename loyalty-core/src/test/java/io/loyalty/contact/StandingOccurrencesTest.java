package io.loyalty.contact;

import static io.loyalty.contact.Guests.at;
import static io.loyalty.contact.Guests.date;
import static io.loyalty.contact.Guests.guest;
import static io.loyalty.contact.Guests.tiers;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.money.Ratio;
import io.loyalty.points.Command;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.PointsLedger;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierGrant;
import io.loyalty.tier.TierHistory;
import io.loyalty.tier.TierMeasure;
import io.loyalty.tier.TierPlan;
import io.loyalty.tier.TierRules;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.Term;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From when to when points, tiers and benefits give occasion to speak, and what is true on which date. */
class StandingOccurrencesTest {

    private static final TierRules RULES = TierRules.ladder("Bronze")
            .with("Silver", Criterion.spendNet(100_000))
            .with("Gold", Criterion.spendNet(200_000));

    private static TierFact spend(String local, long net) {
        return TierFact.visit(at(local), net, net, 0);
    }

    private static TierGrant grant(String tier, String from, String until) {
        return TierGrant.of(tier, at(from + "T00:00"), at(until + "T00:00"), "goodwill", "desk");
    }

    private static List<Occurrence> found(ContactFacts facts, String from, String to, ContactRule rule) {
        Known known = new Known(facts, BusinessDay.midnight(Guests.TOKYO));
        return new Occurrences(known, date(from), date(to)).of(List.of(rule));
    }

    /** Subject, first and last date of each. */
    private static String open(TierHistory history, String from, String to, ContactRule rule) {
        return found(ContactFacts.of(guest(), history), from, to, rule).stream()
                .map(one -> one.subject + " " + one.due + " to " + one.last)
                .collect(Collectors.joining(", "));
    }

    /** The names and values that an occurrence tells on a date, or nothing. */
    private static String told(Occurrence one, String day) {
        return one.on(date(day))
                .map(parameters -> parameters.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + " " + entry.getValue().text())
                        .collect(Collectors.joining(", ")))
                .orElse("nothing");
    }

    // ---- points -------------------------------------------------------------------------------------------------

    private static PointsLedger earn(PointsLedger ledger, String key, String local, long points, String lastDay) {
        return ledger.accrue(Command.of(key, at(local)), Grant.of(points, Term.until(date(lastDay))))
                .orElseThrow()
                .ledger();
    }

    @Test
    void pointsThatDieOnOneDayAreOneOccasionWhoseSumIsThatOfTheDate() {
        PointsLedger ledger = earn(
                earn(PointsLedger.open(LedgerPolicy.in(Guests.TOKYO)), "a", "2026-02-01T10:00", 300, "2026-06-30"),
                "b",
                "2026-06-10T10:00",
                50,
                "2026-06-30");
        ContactFacts facts = ContactFacts.of(guest(), tiers(RULES)).with(ledger);
        ContactRule rule = ContactRule.send("points").beforePointsExpire(30);
        List<Occurrence> found = found(facts, "2026-06-01", "2026-07-10", rule);
        assertEquals(1, found.size());
        Occurrence one = found.get(0);
        assertEquals("points 2026-06-30", one.subject);
        assertEquals(date("2026-05-31"), one.due);
        assertEquals(date("2026-06-30"), one.last);
        assertEquals("lastDay 2026-06-30, points 300", told(one, "2026-06-09"));
        assertEquals("lastDay 2026-06-30, points 350", told(one, "2026-06-10"));
        assertEquals("lastDay 2026-06-30, points 350", told(one, "2026-06-30"));
        assertEquals("nothing", told(one, "2026-07-01"));
        assertEquals("nothing", told(one, "2026-05-30"), "too early by a day");
        assertEquals(0, found(facts, "2026-07-01", "2026-07-10", rule).size());
        assertEquals(0, found(facts, "2026-05-01", "2026-05-31", rule).size());
    }

    @Test
    void theLeastNumberOfPointsIsItselfEnough() {
        ContactFacts facts = ContactFacts.of(guest(), tiers(RULES))
                .with(earn(
                        PointsLedger.open(LedgerPolicy.in(Guests.TOKYO)), "a", "2026-02-01T10:00", 300, "2026-06-30"));
        for (int least : new int[] {300, 301}) {
            Occurrence one = found(
                            facts,
                            "2026-06-01",
                            "2026-06-30",
                            ContactRule.send("points").beforePointsExpire(30, least, "points"))
                    .get(0);
            assertEquals(least == 300, one.on(date("2026-06-30")).isPresent());
        }
    }

    // ---- the next tier ------------------------------------------------------------------------------------------

    private static final ContactRule ALMOST = ContactRule.send("almost").nearNextTier(Ratio.ofPercent(80));

    @Test
    void theShareItselfIsNear() {
        assertEquals(
                "", open(tiers(RULES).plus(spend("2026-03-01T10:00", 79_999)), "2026-03-01", "2026-04-01", ALMOST));
        assertEquals(
                "Silver 2026-01-01 2026-03-01 to 2026-03-15",
                open(tiers(RULES).plus(spend("2026-03-01T10:00", 80_000)), "2026-03-01", "2026-04-01", ALMOST));
    }

    @Test
    void aThirdOfAThresholdIsRoundedUp() {
        ContactRule third = ContactRule.send("almost").nearNextTier(Ratio.of(1, 3));
        assertEquals("", open(tiers(RULES).plus(spend("2026-03-01T10:00", 33_333)), "2026-03-01", "2026-04-01", third));
        assertEquals(
                "Silver 2026-01-01 2026-03-01 to 2026-03-15",
                open(tiers(RULES).plus(spend("2026-03-01T10:00", 33_334)), "2026-03-01", "2026-04-01", third));
    }

    @Test
    void newsIsFoundAsLongAsThePatienceLasts() {
        TierHistory near = tiers(RULES).plus(spend("2026-03-01T10:00", 80_000));
        String news = "Silver 2026-01-01 2026-03-01 to 2026-03-15";
        assertEquals(news, open(near, "2026-03-15", "2026-03-16", ALMOST));
        assertEquals("", open(near, "2026-03-16", "2026-04-16", ALMOST));
        assertEquals("", open(near, "2026-02-01", "2026-03-01", ALMOST));
        assertEquals(news, open(near, "2026-02-01", "2026-03-02", ALMOST));
    }

    @Test
    void nearnessOnTheDayOfJoiningIsNews() {
        TierHistory history = tiers(RULES).plus(spend("2026-01-10T10:00", 80_000));
        assertEquals("Silver 2026-01-01 2026-01-10 to 2026-01-24", open(history, "2026-01-01", "2026-02-01", ALMOST));
    }

    /** From the second day on the customer has Silver and is near Gold: another piece of news. */
    @Test
    void newsOfOneTierDoesNotSpeakOfAnother() {
        TierHistory history =
                tiers(RULES).plus(spend("2026-03-01T10:00", 90_000)).plus(spend("2026-03-02T10:00", 80_000));
        List<Occurrence> found = found(ContactFacts.of(guest(), history), "2026-03-01", "2026-04-01", ALMOST);
        assertEquals(
                List.of("Silver 2026-01-01", "Gold 2026-01-01"),
                found.stream().map(one -> one.subject).toList());
        assertEquals("remaining.SPEND_NET 10000, tier Silver", told(found.get(0), "2026-03-01"));
        assertEquals("nothing", told(found.get(0), "2026-03-02"));
        assertEquals("nothing", told(found.get(1), "2026-03-01"));
        assertEquals("remaining.SPEND_NET 30000, tier Gold", told(found.get(1), "2026-03-02"));
    }

    @Test
    void whatIsReturnedIsNoNews() {
        TierFact first = spend("2026-03-01T10:00", 100_000);
        TierHistory history = tiers(RULES).plus(first).plus(first.takenBack(at("2026-03-05T10:00"), spendOf(15_000)));
        assertEquals("", open(history, "2026-03-01", "2026-04-01", ALMOST));
    }

    private static TierMeasure spendOf(long net) {
        return new TierMeasure(net, net, 0, 0);
    }

    // ---- the end of a tier --------------------------------------------------------------------------------------

    private static final ContactRule STAY = ContactRule.send("stay").beforeTierEnds(7);

    @Test
    void theLastDayOfATierIsTheLastToSpeakOfIt() {
        TierHistory history = tiers(RULES).plus(grant("Silver", "2026-02-01", "2026-04-01"));
        Occurrence one = found(ContactFacts.of(guest(), history), "2026-03-01", "2026-05-01", STAY)
                .get(0);
        assertEquals("Silver " + at("2026-04-01T00:00"), one.subject);
        assertEquals(date("2026-03-24"), one.due);
        assertEquals(date("2026-03-31"), one.last);
        assertEquals(
                "lastDay 2026-03-31, nextTier Bronze, remaining.SPEND_NET 100000, tier Silver",
                told(one, "2026-03-31"));
        assertEquals("nothing", told(one, "2026-04-01"));
    }

    /** From April on Gold costs less than the guest has spent, and everybody has known that since January. */
    @Test
    void whoRisesIsNotWarned() {
        TierRules easier = TierRules.ladder("Bronze")
                .with("Silver", Criterion.spendNet(100_000))
                .with("Gold", Criterion.spendNet(120_000));
        TierHistory rises = TierPlan.of(RULES, Guests.TOKYO)
                .withRules(date("2026-04-01"), easier)
                .open(Guests.JOINED)
                .plus(spend("2026-02-01T10:00", 150_000));
        List<Occurrence> found = found(ContactFacts.of(guest(), rises), "2026-03-24", "2026-04-01", STAY);
        assertEquals(1, found.size());
        assertEquals("Silver " + at("2026-04-01T00:00"), found.get(0).subject);
        assertEquals("nothing", told(found.get(0), "2026-03-31"));
    }
}
