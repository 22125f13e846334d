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

import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.Customer;
import io.loyalty.customer.Occasion;
import io.loyalty.time.DateWindow;
import io.loyalty.visit.Activity;
import java.time.MonthDay;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many contacts there may be, how far apart, and which of them give way. */
class LimitsTest {

    private static final ContactRule THANKS =
            ContactRule.send("thanks").afterEvery(Purchases.every()).noLaterThan(3);

    private static final Activity[] FOUR_VISITS = {
        buys("v-1", "2026-02-01T10:00", 500),
        buys("v-2", "2026-02-02T10:00", 500),
        buys("v-3", "2026-02-10T10:00", 500),
        buys("v-4", "2026-02-20T10:00", 500)
    };

    private static final DateWindow SPRING = dates("2026-02-01", "2026-03-31");

    @Test
    void withoutLimitsEverythingGoesOut() {
        assertEquals(
                "2026-02-01 thanks v-1, 2026-02-02 thanks v-2, 2026-02-10 thanks v-3, 2026-02-20 thanks v-4",
                said(plan(THANKS).due(facts(FOUR_VISITS), SPRING)));
    }

    @Test
    void contactsAreKeptApart() {
        ContactSchedule schedule = plan(THANKS).apart(Period.ofDays(3)).due(facts(FOUR_VISITS), SPRING);

        assertEquals(
                "2026-02-01 thanks v-1, 2026-02-04 thanks v-2, 2026-02-10 thanks v-3, 2026-02-20 thanks v-4",
                said(schedule));
        assertEquals(
                "2026-02-05 thanks v-2 TOO_CLOSE",
                missed(plan(THANKS)
                        .apart(Period.ofDays(5))
                        .due(facts(FOUR_VISITS), SPRING)
                        .dropped()));
    }

    @Test
    void twoOnOneDateAreApartOnlyWithoutDistance() {
        ContactRule other = ContactRule.send("survey").afterEvery(Purchases.every());

        assertEquals(
                "2026-02-01 survey v-1, 2026-02-01 thanks v-1",
                said(plan(THANKS, other).due(facts(FOUR_VISITS[0]), SPRING)));
        assertEquals(
                "2026-02-01 survey v-1, 2026-02-02 thanks v-1",
                said(plan(THANKS, other).apart(Period.ofDays(1)).due(facts(FOUR_VISITS[0]), SPRING)));
    }

    @Test
    void atMostSoManyGoOutWithinAnyPeriod() {
        ContactSchedule schedule = plan(THANKS).atMost(2, Period.ofDays(10)).due(facts(FOUR_VISITS), SPRING);

        assertEquals(
                "2026-02-01 thanks v-1, 2026-02-02 thanks v-2, 2026-02-11 thanks v-3, 2026-02-20 thanks v-4",
                said(schedule));
        assertEquals("", missed(schedule.dropped()));
        ContactSchedule fewer = plan(THANKS).atMost(2, Period.ofMonths(1)).due(facts(FOUR_VISITS), SPRING);
        assertEquals("2026-02-01 thanks v-1, 2026-02-02 thanks v-2", said(fewer));
        assertEquals("2026-02-13 thanks v-3 TOO_MANY, 2026-02-23 thanks v-4 TOO_MANY", missed(fewer.dropped()));
    }

    @Test
    void noneAtAllIsALimitToo() {
        assertEquals("", said(plan(THANKS).atMost(0, Period.ofDays(1)).due(facts(FOUR_VISITS), SPRING)));
    }

    @Test
    void contactsMadeOtherwiseCount() {
        MadeContact campaign = new MadeContact("campaign", "spring", date("2026-02-01"), ContactChannel.LETTER);
        ContactFacts facts = facts(FOUR_VISITS[1]).withMade(List.of(campaign));

        assertEquals("2026-02-02 thanks v-2", said(plan(THANKS).due(facts, SPRING)));
        assertEquals(
                "2026-02-04 thanks v-2",
                said(plan(THANKS).apart(Period.ofDays(3)).due(facts, SPRING)));
        assertEquals("", said(plan(THANKS).atMost(1, Period.ofDays(10)).due(facts, SPRING)));
    }

    @Test
    void contactsThatAreGoingToBeMadeCount() {
        MadeContact campaign = new MadeContact("campaign", "spring", date("2026-02-04"), ContactChannel.LETTER);
        ContactFacts facts = facts(FOUR_VISITS[1]).withMade(List.of(campaign));

        assertEquals(
                "2026-02-02 thanks v-2",
                said(plan(THANKS).apart(Period.ofDays(2)).due(facts, SPRING)));
        assertEquals("", said(plan(THANKS).apart(Period.ofDays(3)).due(facts, SPRING)));
        assertEquals("", said(plan(THANKS).atMost(1, Period.ofDays(3)).due(facts, SPRING)));
        assertEquals(
                "2026-02-02 thanks v-2",
                said(plan(THANKS).atMost(1, Period.ofDays(2)).due(facts, SPRING)));
    }

    @Test
    void aLimitMayBeOneOfSomeChannels() {
        Customer guest = guest(ContactChannel.TELEPHONE, ContactChannel.EMAIL);
        ContactPlan plan = plan(THANKS.by(ContactChannel.TELEPHONE, ContactChannel.EMAIL))
                .with(new ContactCap(1, Period.ofDays(30), EnumSet.of(ContactChannel.TELEPHONE)));
        List<ContactChannel> channels = plan.due(facts(guest, FOUR_VISITS), SPRING).contacts().stream()
                .map(Contact::channel)
                .toList();

        assertEquals(
                List.of(ContactChannel.TELEPHONE, ContactChannel.EMAIL, ContactChannel.EMAIL, ContactChannel.EMAIL),
                channels);
    }

    @Test
    void theSameIsNotSaidAgain() {
        ContactPlan plan = plan(THANKS.noLaterThan(30));
        ContactSchedule schedule = plan.due(facts(FOUR_VISITS), SPRING);

        assertEquals("", said(plan.due(facts(FOUR_VISITS).withMade(schedule.made()), SPRING)));
        assertEquals(
                List.of(),
                plan.due(facts(FOUR_VISITS).withMade(schedule.made()), SPRING).dropped());
    }

    @Test
    void aRuleMayKeepADistanceOfItsOwn() {
        ContactSchedule schedule = plan(THANKS.notAgainWithin(Period.ofDays(9))).due(facts(FOUR_VISITS), SPRING);

        assertEquals("2026-02-01 thanks v-1, 2026-02-10 thanks v-3, 2026-02-20 thanks v-4", said(schedule));
        assertEquals("2026-02-05 thanks v-2 AGAIN_TOO_SOON", missed(schedule.dropped()));
    }

    private static final Customer BORN_ON_5_FEBRUARY = guest().withOccasion(Occasion.birthday(MonthDay.of(2, 5)));

    private static final ContactRule CARD =
            ContactRule.send("card").beforeBirthday(0).withPriority(-1);

    @Test
    void roomIsKeptForWhatComesFirstByPriority() {
        ContactFacts facts = facts(BORN_ON_5_FEBRUARY, FOUR_VISITS);
        ContactSchedule schedule =
                plan(THANKS, CARD).atMost(1, Period.ofDays(10)).due(facts, SPRING);

        assertEquals("2026-02-05 card 2026, 2026-02-20 thanks v-4", said(schedule));
        assertEquals(
                "2026-02-04 thanks v-1 KEPT_FREE, 2026-02-05 thanks v-2 TOO_MANY, 2026-02-13 thanks v-3 TOO_MANY",
                missed(schedule.dropped()));
    }

    @Test
    void whatComesLastByPriorityTakesNoRoomFromOthers() {
        ContactFacts facts = facts(BORN_ON_5_FEBRUARY, FOUR_VISITS);
        ContactSchedule schedule =
                plan(THANKS, CARD.withPriority(1)).apart(Period.ofDays(4)).due(facts, SPRING);

        assertEquals(
                "2026-02-01 thanks v-1, 2026-02-05 thanks v-2, 2026-02-10 thanks v-3, 2026-02-20 thanks v-4",
                said(schedule));
        assertEquals("2026-02-05 card 2026 TOO_CLOSE", missed(schedule.dropped()));
    }

    @Test
    void ofEqualPriorityThePurposeDecides() {
        ContactFacts facts = facts(BORN_ON_5_FEBRUARY, FOUR_VISITS[0]);

        assertEquals(
                "2026-02-05 card 2026",
                said(plan(THANKS, CARD.withPriority(0))
                        .atMost(1, Period.ofDays(10))
                        .due(facts, SPRING)));
    }

    @Test
    void noRoomIsKeptForWhatCannotGoOut() {
        ContactFacts facts = facts(BORN_ON_5_FEBRUARY, FOUR_VISITS[0]);
        ContactPlan plan = plan(THANKS, CARD).atMost(1, Period.ofDays(10));

        assertEquals(
                "2026-02-01 thanks v-1", said(plan.notOn(date("2026-02-05")).due(facts, SPRING)));
        assertEquals(
                "2026-02-01 thanks v-1",
                said(plan(THANKS, CARD.underConsentTo("GREETINGS"))
                        .atMost(1, Period.ofDays(10))
                        .due(facts, SPRING)));
        assertEquals(
                "2026-02-01 thanks v-1",
                said(plan(THANKS, CARD.toSegment("vip"))
                        .atMost(1, Period.ofDays(10))
                        .due(facts, SPRING)));
    }

    @Test
    void roomIsKeptWhereTheWaitIsOnlyForAQuietDay() {
        ContactFacts facts = facts(BORN_ON_5_FEBRUARY, FOUR_VISITS[0]);
        ContactPlan plan = plan(
                        THANKS, ContactRule.send("card").beforeBirthday(4).withPriority(-1))
                .notOn(date("2026-02-01"))
                .atMost(1, Period.ofDays(10));

        assertEquals("2026-02-02 card 2026", said(plan.due(facts, SPRING)));
        assertEquals(
                "2026-02-04 thanks v-1 TOO_MANY", missed(plan.due(facts, SPRING).dropped()));
    }

    @Test
    void whatIsDueBeyondTheDatesAskedForIsSeen() {
        ContactFacts facts = facts(BORN_ON_5_FEBRUARY, FOUR_VISITS[0]);
        ContactSchedule schedule =
                plan(THANKS, CARD).atMost(1, Period.ofDays(10)).due(facts, dates("2026-02-01", "2026-02-02"));

        assertEquals("", said(schedule));
        assertEquals("2026-02-02 thanks v-1 KEPT_FREE", missed(schedule.waiting()));
    }

    @Test
    void daysOneByOneGiveTheSameAsAllAtOnce() {
        ContactPlan plan = plan(THANKS, CARD).atMost(1, Period.ofDays(6)).apart(Period.ofDays(2));
        ContactFacts facts = facts(BORN_ON_5_FEBRUARY, FOUR_VISITS);
        ContactFacts known = facts;
        StringBuilder daily = new StringBuilder();
        for (int i = 0; i < 59; i++) {
            ContactSchedule day = plan.due(
                    known,
                    DateWindow.of(SPRING.from().plusDays(i), SPRING.from().plusDays(i + 1L)));
            known = known.withMade(day.made());
            daily.append(daily.isEmpty() || day.contacts().isEmpty() ? "" : ", ")
                    .append(said(day));
        }

        assertEquals(said(plan.due(facts, SPRING)), daily.toString());
        assertEquals("2026-02-05 card 2026, 2026-02-11 thanks v-3, 2026-02-20 thanks v-4", daily.toString());
    }

    @Test
    void aContactMayGoOutAnyTimeOfItsDate() {
        Contact contact =
                plan(CARD).due(facts(BORN_ON_5_FEBRUARY), SPRING).contacts().get(0);

        assertEquals(at("2026-02-05T00:00"), contact.from());
        assertEquals(at("2026-02-06T00:00"), contact.until());
    }
}
