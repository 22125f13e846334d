package io.loyalty.contact;

import static io.loyalty.contact.Guests.date;
import static io.loyalty.contact.Guests.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.ContactChannel;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiaryTest {

    private static final ContactRule WELCOME = ContactRule.send("welcome").onJoining();

    private static Diary diary(ContactPlan plan, String... dates) {
        return new Diary(
                plan,
                Arrays.stream(dates)
                        .map(day -> new MadeContact("welcome", day, date(day), ContactChannel.EMAIL))
                        .toList());
    }

    private static String obstacle(Diary diary, String day, Diary.Touch... kept) {
        return diary.obstacle(date(day), ContactChannel.EMAIL, List.of(kept))
                .map(Enum::name)
                .orElse("none");
    }

    private static Diary.Touch mail(String day) {
        return new Diary.Touch(date(day), ContactChannel.EMAIL);
    }

    @Test
    void contactsAreApartInBothDirections() {
        Diary diary = diary(plan(WELCOME).apart(Period.ofDays(3)), "2026-03-10");
        assertEquals("none", obstacle(diary, "2026-03-07"));
        assertEquals("TOO_CLOSE", obstacle(diary, "2026-03-08"));
        assertEquals("TOO_CLOSE", obstacle(diary, "2026-03-10"));
        assertEquals("TOO_CLOSE", obstacle(diary, "2026-03-12"));
        assertEquals("none", obstacle(diary, "2026-03-13"));
    }

    @Test
    void noPeriodOfALimitMayHoldMore() {
        Diary diary = diary(plan(WELCOME).atMost(2, Period.ofDays(7)), "2026-03-10", "2026-03-14");
        assertEquals("none", obstacle(diary, "2026-03-07"));
        // From 8 to 14 March there would be three.
        assertEquals("TOO_MANY", obstacle(diary, "2026-03-08"));
        assertEquals("TOO_MANY", obstacle(diary, "2026-03-16"));
        assertEquals("none", obstacle(diary, "2026-03-17"));
    }

    @Test
    void aLimitOfSomeChannelsLeavesOthersAlone() {
        ContactPlan plan = plan(WELCOME).with(new ContactCap(1, Period.ofDays(7), Set.of(ContactChannel.MESSAGE)));
        Diary diary = diary(plan, "2026-03-10");
        assertEquals("none", obstacle(diary, "2026-03-10"));
        assertEquals(Optional.empty(), diary.obstacle(date("2026-03-10"), ContactChannel.MESSAGE, List.of()));
        diary.add(new MadeContact("other", "x", date("2026-03-11"), ContactChannel.MESSAGE));
        assertEquals(
                Optional.of(ContactObstacle.TOO_MANY),
                diary.obstacle(date("2026-03-10"), ContactChannel.MESSAGE, List.of()));
        assertEquals("none", obstacle(diary, "2026-03-10"));
    }

    @Test
    void roomKeptForOthersIsNamedAsSuch() {
        Diary close = diary(plan(WELCOME).apart(Period.ofDays(3)));
        assertEquals("KEPT_FREE", obstacle(close, "2026-03-10", mail("2026-03-12")));
        assertEquals("none", obstacle(close, "2026-03-10", mail("2026-03-13")));
        Diary full = diary(plan(WELCOME).atMost(2, Period.ofDays(7)), "2026-03-10");
        assertEquals("KEPT_FREE", obstacle(full, "2026-03-11", mail("2026-03-13")));
        assertEquals("none", obstacle(full, "2026-03-11", mail("2026-03-18")));
    }

    @Test
    void aRuleKeepsItsOwnDistanceFromItselfAlone() {
        Diary diary = diary(plan(WELCOME), "2026-03-10");
        ContactRule monthly = WELCOME.notAgainWithin(Period.ofMonths(1));
        assertTrue(diary.isAgainTooSoon(monthly, date("2026-04-09")));
        assertFalse(diary.isAgainTooSoon(monthly, date("2026-04-10")));
        assertTrue(diary.isAgainTooSoon(monthly, date("2026-02-11")));
        assertFalse(diary.isAgainTooSoon(monthly.named("other"), date("2026-03-10")));
        assertFalse(diary.isAgainTooSoon(WELCOME, date("2026-03-10")));
    }
}
