package io.loyalty.contact;

import static io.loyalty.contact.Guests.at;
import static io.loyalty.contact.Guests.buys;
import static io.loyalty.contact.Guests.date;
import static io.loyalty.contact.Guests.dates;
import static io.loyalty.contact.Guests.facts;
import static io.loyalty.contact.Guests.guest;
import static io.loyalty.contact.Guests.missed;
import static io.loyalty.contact.Guests.plan;
import static io.loyalty.contact.Guests.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Occasion;
import io.loyalty.money.Ratio;
import io.loyalty.time.BusinessDay;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which occurrences are found for some dates, and from when to when each is open. */
class OccurrencesTest {

    private static final ContactRule WELCOME = ContactRule.send("welcome").onJoining();

    private static List<Occurrence> found(ContactFacts facts, String from, String to, ContactRule... rules) {
        Known known = new Known(facts, BusinessDay.midnight(Guests.TOKYO));
        return new Occurrences(known, date(from), date(to)).of(List.of(rules));
    }

    /** Subject, first and last date of each. */
    private static String open(ContactFacts facts, String from, String to, ContactRule... rules) {
        return found(facts, from, to, rules).stream()
                .map(one -> one.subject + " " + one.due + " to " + one.last)
                .collect(Collectors.joining(", "));
    }

    private static ContactFacts born(int month, int day) {
        return facts(guest().withOccasion(Occasion.birthday(MonthDay.of(month, day))));
    }

    @Test
    void whatIsOpenOnOneOfTheDatesIsFound() {
        String welcome = "joining 2026-01-10 to 2026-01-17";
        assertEquals("", open(facts(), "2026-01-01", "2026-01-10", WELCOME));
        assertEquals(welcome, open(facts(), "2026-01-01", "2026-01-11", WELCOME));
        assertEquals(welcome, open(facts(), "2026-01-10", "2026-01-11", WELCOME));
        assertEquals(welcome, open(facts(), "2026-01-17", "2026-01-18", WELCOME));
        assertEquals("", open(facts(), "2026-01-18", "2026-02-18", WELCOME));
        assertEquals("", open(facts(), "2026-01-12", "2026-01-12", WELCOME));
    }

    @Test
    void anOccurrenceLastsFromTheDateItIsDueForAsLongAsItsRuleIsPatient() {
        ContactRule tips = ContactRule.send("tips").afterJoining(Period.ofMonths(1));
        assertEquals("joining 2026-02-10 to 2026-02-17", open(facts(), "2026-02-12", "2026-02-13", tips));
        assertEquals(
                "joining 2026-02-10 to 2026-02-12", open(facts(), "2026-02-12", "2026-02-13", tips.noLaterThan(2)));
        assertEquals("", open(facts(), "2026-02-12", "2026-02-13", tips.noLaterThan(1)));
        assertEquals(
                "joining 2026-02-10 to 2026-02-10", open(facts(), "2026-01-01", "2026-03-01", tips.noLaterThan(0)));
    }

    @Test
    void whatComesBeforeADateLastsUntilThatDateAtMost() {
        ContactRule card = ContactRule.send("card").beforeBirthday(7);
        assertEquals(
                "2026 2026-05-24 to 2026-05-26", open(born(5, 31), "2026-05-01", "2026-06-30", card.noLaterThan(2)));
        assertEquals("2026 2026-05-24 to 2026-05-31", open(born(5, 31), "2026-05-01", "2026-06-30", card));
        assertEquals(
                "2026 2026-05-24 to 2026-05-31", open(born(5, 31), "2026-05-01", "2026-06-30", card.noLaterThan(30)));
        assertEquals(
                "2026 2026-05-31 to 2026-05-31",
                open(
                        born(5, 31),
                        "2026-05-01",
                        "2026-06-30",
                        ContactRule.send("card").beforeBirthday(0)));
    }

    @Test
    void nothingIsDueBeforeJoining() {
        ContactRule card = ContactRule.send("card").beforeBirthday(7);
        assertEquals("2026 2026-01-10 to 2026-01-12", open(born(1, 12), "2026-01-01", "2026-02-01", card));
        assertEquals("2026 2026-01-10 to 2026-01-10", open(born(1, 10), "2026-01-01", "2026-02-01", card));
        assertEquals("", open(born(1, 9), "2026-01-01", "2026-02-01", card));
        // Wanted on 5 January, and of no more use after the 9th.
        assertEquals("", open(born(1, 12), "2026-01-01", "2026-02-01", card.noLaterThan(4)));
        assertEquals(
                "2026 2026-01-10 to 2026-01-10", open(born(1, 12), "2026-01-01", "2026-02-01", card.noLaterThan(5)));
        assertEquals(
                "",
                open(
                        facts(buys("v-1", "2026-01-09T10:00", 500)),
                        "2026-01-01",
                        "2026-02-01",
                        ContactRule.send("thanks").afterEvery(Purchases.every())));
    }

    @Test
    void aGreetingBeforeNewYearBelongsToTheNextYear() {
        ContactRule card = ContactRule.send("card").beforeBirthday(7);
        assertEquals("2027 2026-12-28 to 2027-01-04", open(born(1, 4), "2026-12-20", "2026-12-31", card));
        assertEquals("2027 2026-12-28 to 2027-01-04", open(born(1, 4), "2027-01-01", "2027-12-01", card));
    }

    /** What can be said on a date does not depend on the dates asked for beside it. */
    @Test
    void anOccurrenceIsTheSameWhateverDatesAreAskedFor() {
        ContactFacts facts = facts(
                        guest().withOccasion(Occasion.birthday(LocalDate.of(1990, 4, 1))),
                        buys("v-1", "2026-02-01T10:00", 500),
                        buys("v-2", "2026-02-11T10:00", 500),
                        buys("v-3", "2026-02-21T10:00", 500))
                .with(new Rhythm.Own(2));
        ContactRule[] rules = {
            WELCOME,
            ContactRule.send("card").beforeBirthday(10),
            ContactRule.send("thanks").afterEvery(Purchases.every()),
            ContactRule.send("miss-you").whenOverdue(Ratio.of(2)),
            ContactRule.send("gone").whenAwayFor(Period.ofMonths(1))
        };
        List<Occurrence> all = found(facts, "2026-01-01", "2026-06-01", rules);
        int days = 0;
        for (LocalDate day = date("2026-01-01"); day.isBefore(date("2026-06-01")); day = day.plusDays(1)) {
            String expected = sayable(all, day);
            assertEquals(
                    expected,
                    sayable(found(facts, day.toString(), day.plusDays(1).toString(), rules), day));
            days += expected.isEmpty() ? 0 : 1;
        }
        assertEquals(8 + 3 * 8 + 23, days, "welcome, thanks three times, the others without a break");
    }

    private static String sayable(List<Occurrence> occurrences, LocalDate day) {
        return occurrences.stream()
                .filter(one -> one.isOpenOn(day) && one.on(day).isPresent())
                .map(one -> one.rule.id() + " " + one.subject + " " + one.due + " to " + one.last)
                .collect(Collectors.joining(", "));
    }

    @Test
    void theHigherRankThenTheOlderComesFirst() {
        assertEquals(
                "joining 2026-01-10 to 2026-01-17, v-1 2026-01-10 to 2026-01-17, v-1 2026-01-21 to 2026-01-28",
                open(
                        facts(buys("v-1", "2026-01-10T10:00", 500)),
                        "2026-01-01",
                        "2026-03-01",
                        ContactRule.send("how").afterEvery(Purchases.first(), Period.ofDays(11)),
                        ContactRule.send("thanks").afterEvery(Purchases.every()),
                        ContactRule.send("tips").onJoining().withPriority(-1)));
    }

    @Test
    void theReasonIsAskedForOnEachDate() {
        ContactFacts facts = facts(buys("v-1", "2026-02-01T10:00", 500), buys("v-2", "2026-03-10T18:00", 500));
        Occurrence away = found(
                        facts,
                        "2026-03-01",
                        "2026-03-20",
                        ContactRule.send("gone").whenAwayFor(Period.ofMonths(1)))
                .get(0);
        assertEquals("v-1", away.subject);
        assertEquals(at("2026-02-01T10:00"), away.notBefore);
        assertTrue(away.on(date("2026-03-09")).isPresent());
        assertFalse(away.on(date("2026-03-10")).isPresent());
    }

    @Test
    void whatEndedOnTheFirstDateIsStillSeen() {
        ContactPlan closed =
                plan(ContactRule.send("gone").whenAwayFor(Period.ofMonths(1))).notOn(date("2026-03-09"));
        ContactFacts facts = facts(buys("v-1", "2026-02-01T10:00", 500), buys("v-2", "2026-03-10T18:00", 500));
        ContactSchedule schedule = closed.due(facts, dates("2026-03-10", "2026-03-20"));
        assertEquals("", said(schedule));
        assertEquals("2026-03-10 gone v-1 NO_LONGER_DUE", missed(schedule.dropped()));
    }

    @Test
    void aRuleSpeaksToItsAudienceAlone() {
        Occurrence toSome = found(facts(), "2026-01-10", "2026-01-11", WELCOME.toSegment("wine"))
                .get(0);
        assertFalse(toSome.on(date("2026-01-10")).isPresent());
        Occurrence toAll = found(facts(), "2026-01-10", "2026-01-11", WELCOME).get(0);
        assertTrue(toAll.on(date("2026-01-10")).isPresent());
    }
}
