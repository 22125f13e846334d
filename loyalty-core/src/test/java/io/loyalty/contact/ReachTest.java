package io.loyalty.contact;

import static io.loyalty.contact.Guests.LONG_AGO;
import static io.loyalty.contact.Guests.at;
import static io.loyalty.contact.Guests.buys;
import static io.loyalty.contact.Guests.dates;
import static io.loyalty.contact.Guests.facts;
import static io.loyalty.contact.Guests.guest;
import static io.loyalty.contact.Guests.missed;
import static io.loyalty.contact.Guests.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.customer.Consent;
import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.ContactPreferences;
import io.loyalty.customer.Customer;
import io.loyalty.time.DateWindow;
import io.loyalty.time.WeeklyHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** By which channel a customer is reached, and at what time of the day. */
class ReachTest {

    private static final DateWindow JOINING_WEEK = dates("2026-01-10", "2026-01-16");

    private static final ContactRule WELCOME = ContactRule.send("welcome").onJoining();

    /** Channel and time of the only contact, by the customer's clock; or why there is none. */
    private static String reached(ContactPlan plan, Customer customer, Instant joined, DateWindow dates) {
        ContactSchedule schedule = plan.due(ContactFacts.of(customer, joined), dates);
        if (schedule.contacts().isEmpty()) {
            return "dropped " + missed(schedule.dropped()) + ", waiting " + missed(schedule.waiting());
        }
        Contact contact = schedule.contacts().get(0);
        ZoneId zone = plan.zoneOf(customer.contact());
        return contact.channel() + " " + contact.from().atZone(zone).toLocalDateTime() + " to "
                + contact.until().atZone(zone).toLocalDateTime();
    }

    private static String reached(ContactRule rule, Customer customer) {
        return reached(plan(rule), customer, Guests.JOINED, JOINING_WEEK);
    }

    private static Customer with(Customer customer, Consent consent) {
        return customer.withContact(customer.contact().withConsent(consent));
    }

    private static Customer quiet(Customer customer, String hours) {
        return customer.withContact(customer.contact().withQuiet(WeeklyHours.parse(hours), Guests.TOKYO));
    }

    @Test
    void theCustomersDearestChannelOfTheRuleIsTaken() {
        Customer guest = guest(ContactChannel.LETTER, ContactChannel.TELEPHONE, ContactChannel.EMAIL);

        assertEquals("LETTER 2026-01-10T09:00 to 2026-01-11T00:00", reached(WELCOME, guest));
        assertEquals(
                "TELEPHONE 2026-01-10T09:00 to 2026-01-10T20:00",
                reached(WELCOME.by(ContactChannel.EMAIL, ContactChannel.TELEPHONE), guest));
    }

    @Test
    void aChannelThatIsAllowedThoughNotLikedIsTakenInTheOrderOfTheRule() {
        Customer guest = guest(ContactChannel.LETTER, ContactChannel.TELEPHONE);
        Customer likesNothing = guest.withContact(guest.contact().withPreferred());

        assertEquals(
                "TELEPHONE 2026-01-10T09:00 to 2026-01-10T20:00",
                reached(WELCOME.by(ContactChannel.TELEPHONE, ContactChannel.LETTER), likesNothing));
    }

    @Test
    void withoutConsentThereIsNoContact() {
        Customer silent = guest().withContact(ContactPreferences.NONE);
        Customer marketingOnly = with(silent, Consent.granted(ContactChannel.EMAIL, Consent.MARKETING, LONG_AGO));

        assertEquals("dropped , waiting 2026-01-16 welcome joining NO_CONSENT", reached(WELCOME, silent));
        assertEquals("dropped , waiting 2026-01-16 welcome joining NO_CONSENT", reached(WELCOME, marketingOnly));
        assertEquals(
                "EMAIL 2026-01-10T09:00 to 2026-01-11T00:00",
                reached(WELCOME.underConsentTo(Consent.MARKETING), marketingOnly));
        assertEquals(
                "IN_PERSON 2026-01-10T09:00 to 2026-01-11T00:00",
                reached(WELCOME.by(ContactChannel.EMAIL, ContactChannel.IN_PERSON), silent));
    }

    @Test
    void consentCountsFromItsInstantToItsWithdrawal() {
        Customer silent = guest().withContact(ContactPreferences.NONE);
        Customer later = with(silent, Consent.granted(ContactChannel.EMAIL, Consent.SERVICE, at("2026-01-12T15:00")));
        Customer brief = with(later, Consent.withdrawn(ContactChannel.EMAIL, Consent.SERVICE, at("2026-01-12T16:30")));

        assertEquals("EMAIL 2026-01-12T15:00 to 2026-01-13T00:00", reached(WELCOME, later));
        assertEquals("EMAIL 2026-01-12T15:00 to 2026-01-12T16:30", reached(WELCOME, brief));
        assertEquals(
                "dropped , waiting 2026-01-16 welcome joining NO_CONSENT",
                reached(
                        WELCOME,
                        with(guest(), Consent.withdrawn(ContactChannel.EMAIL, Consent.SERVICE, Guests.JOINED))));
    }

    @Test
    void quietHoursOverMidnightAreKept() {
        Customer guest = quiet(guest(), "MON-SUN 21:00-10:30");

        assertEquals("EMAIL 2026-01-10T10:30 to 2026-01-10T21:00", reached(WELCOME, guest));
        assertEquals(
                "EMAIL 2026-01-11T10:30 to 2026-01-11T21:00",
                reached(plan(WELCOME), guest, at("2026-01-10T21:00"), JOINING_WEEK));
        assertEquals(
                "EMAIL 2026-01-10T20:59:59 to 2026-01-10T21:00",
                reached(plan(WELCOME), guest, at("2026-01-10T20:59:59"), JOINING_WEEK));
    }

    @Test
    void quietDaysAreSkipped() {
        assertEquals(
                "EMAIL 2026-01-12T00:00 to 2026-01-13T00:00", reached(WELCOME, quiet(guest(), "SAT-SUN 00:00-24:00")));
        assertEquals(
                "dropped , waiting 2026-01-16 welcome joining NO_TIME",
                reached(WELCOME, quiet(guest(), "MON-SUN 00:00-24:00")));
    }

    @Test
    void lettersAndWordsInPersonDisturbNobody() {
        Customer guest = quiet(guest(ContactChannel.LETTER), "MON-SUN 00:00-24:00");

        assertEquals("LETTER 2026-01-10T09:00 to 2026-01-11T00:00", reached(WELCOME, guest));
        assertEquals(
                "IN_PERSON 2026-01-10T09:00 to 2026-01-11T00:00", reached(WELCOME.by(ContactChannel.IN_PERSON), guest));
    }

    @Test
    void whereOneChannelHasNoTimeAnotherMay() {
        Customer guest = guest(ContactChannel.TELEPHONE, ContactChannel.EMAIL);
        ContactRule rule = WELCOME.by(ContactChannel.TELEPHONE, ContactChannel.EMAIL);

        assertEquals(
                "EMAIL 2026-01-10T21:00 to 2026-01-11T00:00",
                reached(plan(rule), guest, at("2026-01-10T21:00"), JOINING_WEEK));
    }

    @Test
    void hoursOfTheShopAreKept() {
        ContactPlan plan = plan(WELCOME.by(ContactChannel.TELEPHONE))
                .during(ContactChannel.TELEPHONE, WeeklyHours.parse("MON-FRI 10:00-12:00, MON-FRI 14:00-18:00"));
        Customer guest = guest(ContactChannel.TELEPHONE);

        assertEquals(
                "TELEPHONE 2026-01-12T10:00 to 2026-01-12T12:00", reached(plan, guest, Guests.JOINED, JOINING_WEEK));
        assertEquals(
                "TELEPHONE 2026-01-12T14:00 to 2026-01-12T18:00",
                reached(plan, quiet(guest, "MON-SUN 09:00-14:00"), Guests.JOINED, JOINING_WEEK));
        assertEquals(
                "dropped , waiting 2026-01-16 welcome joining NO_TIME",
                reached(plan, quiet(guest, "MON-SUN 09:00-18:00"), Guests.JOINED, JOINING_WEEK));
    }

    @Test
    void closedDatesAreSkipped() {
        assertEquals(
                "EMAIL 2026-01-12T00:00 to 2026-01-13T00:00",
                reached(
                        plan(WELCOME).notOn(LocalDate.of(2026, 1, 10)).notOn(LocalDate.of(2026, 1, 11)),
                        guest(),
                        Guests.JOINED,
                        JOINING_WEEK));
    }

    private static Customer livesIn(String zone, String quiet) {
        Customer guest = guest();
        return guest.withContact(guest.contact().withQuiet(WeeklyHours.parse(quiet), ZoneId.of(zone)));
    }

    @Test
    void datesAreThoseOfTheCustomersZone() {
        // In Tokyo it is the 10th already, in New York still the evening of the 9th.
        Customer abroad = livesIn("America/New_York", "MON-SUN 22:00-08:00");

        assertEquals(
                "EMAIL 2026-01-09T19:00 to 2026-01-09T22:00",
                reached(plan(WELCOME), abroad, Guests.JOINED, dates("2026-01-09", "2026-01-16")));
    }

    @Test
    void withoutAZoneOfItsOwnTheCustomerLivesByThePlans() {
        Customer untold = guest().withContact(ContactPreferences.NONE.withConsent(
                Consent.granted(ContactChannel.EMAIL, Consent.SERVICE, LONG_AGO)));

        assertEquals(Guests.TOKYO, plan().zoneOf(untold.contact()));
        assertEquals(
                "EMAIL 2026-01-10T09:00 to 2026-01-11T00:00",
                reached(plan(WELCOME), untold, Guests.JOINED, JOINING_WEEK));
        assertEquals(
                ZoneId.of("Z"),
                plan().zoneOf(untold.contact().withQuiet(WeeklyHours.parse("SUN 10:00-12:00"), ZoneId.of("Z"))));
    }

    @Test
    void aDateMayLackItsMidnight() {
        Customer guest = livesIn("America/Sao_Paulo", "MON-SUN 22:00-23:00");
        Instant joined = Instant.parse("2018-11-04T02:59:00Z");

        assertEquals(
                "EMAIL 2018-11-04T01:00 to 2018-11-04T22:00",
                reached(
                        plan(ContactRule.send("welcome").afterJoining(Period.ofDays(1))),
                        guest,
                        joined,
                        dates("2018-11-03", "2018-11-09")));
    }

    @Test
    void quietHoursEndWhereTheClockJumpsOverTheirEnd() {
        // On 29 March 2026 the clock of Berlin goes from 02:00 to 03:00.
        Customer guest = livesIn("Europe/Berlin", "MON-SUN 22:00-02:30");
        Instant joined = Instant.parse("2026-03-28T20:30:00Z");

        assertEquals(
                "EMAIL 2026-03-29T03:00 to 2026-03-29T22:00",
                reached(
                        plan(ContactRule.send("welcome").afterJoining(Period.ofDays(1))),
                        guest,
                        joined,
                        dates("2026-03-28", "2026-04-03")));
    }

    @Test
    void quietHoursShownTwiceAreKeptTwice() {
        // On 25 October 2026 the clock of Berlin goes from 03:00 back to 02:00.
        Customer guest = livesIn("Europe/Berlin", "MON-SUN 22:00-02:30");
        ContactSchedule schedule = plan(ContactRule.send("welcome").afterJoining(Period.ofDays(1)))
                .due(ContactFacts.of(guest, Instant.parse("2026-10-24T15:00:00Z")), dates("2026-10-24", "2026-10-25"));
        Contact contact = schedule.contacts().get(0);

        // Half an hour after the first 02:00 it is quiet no more; after the second it is quiet again.
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), contact.from());
        assertEquals(Instant.parse("2026-10-25T01:00:00Z"), contact.until());
    }

    @Test
    void aDateThatAZoneSkippedIsPassedOver() {
        Customer guest = livesIn("Pacific/Apia", "MON-SUN 22:00-08:00");

        assertEquals(
                "EMAIL 2011-12-31T08:00 to 2011-12-31T22:00",
                reached(
                        plan(ContactRule.send("welcome").afterJoining(Period.ofDays(1))),
                        guest,
                        Instant.parse("2011-12-29T20:00:00Z"),
                        dates("2011-12-29", "2012-01-03")));
    }

    @Test
    void theObstacleReportedIsTheLastThatAChannelMet() {
        Customer guest = quiet(guest(ContactChannel.MESSAGE), "MON-SUN 00:00-24:00");

        assertEquals("dropped , waiting 2026-01-16 welcome joining NO_TIME", reached(WELCOME, guest));
        assertEquals("dropped 2026-01-10 welcome joining NO_TIME, waiting ", reached(WELCOME.noLaterThan(0), guest));
        assertEquals(
                "",
                Guests.said(plan(WELCOME)
                        .due(facts(guest, buys("v-1", "2026-01-11T10:00", 1)), dates("2026-01-18", "2026-01-30"))));
    }
}
