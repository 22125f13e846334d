package io.loyalty.customer;

import static io.loyalty.customer.Consent.MARKETING;
import static io.loyalty.customer.Consent.SERVICE;
import static io.loyalty.customer.ContactChannel.EMAIL;
import static io.loyalty.customer.ContactChannel.IN_PERSON;
import static io.loyalty.customer.ContactChannel.LETTER;
import static io.loyalty.customer.ContactChannel.MESSAGE;
import static io.loyalty.customer.ContactChannel.TELEPHONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.WeeklyHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ContactPreferencesTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-06-01T00:00:00Z");

    private static final Consent GRANT = Consent.granted(EMAIL, MARKETING, NEW_YEAR);
    private static final Consent WITHDRAWAL = Consent.withdrawn(EMAIL, MARKETING, SPRING);

    @Test
    void theLatestDecisionCounts() {
        ContactPreferences wishes =
                ContactPreferences.NONE.withConsent(WITHDRAWAL).withConsent(GRANT);
        assertFalse(wishes.allows(EMAIL, MARKETING, NEW_YEAR.minusNanos(1)));
        assertTrue(wishes.allows(EMAIL, MARKETING, NEW_YEAR));
        assertTrue(wishes.allows(EMAIL, MARKETING, SPRING.minusNanos(1)));
        assertFalse(wishes.allows(EMAIL, MARKETING, SPRING));
        assertFalse(wishes.allows(EMAIL, MARKETING, SUMMER));
        assertEquals(Optional.of(GRANT), wishes.consent(EMAIL, MARKETING, NEW_YEAR));
        assertEquals(Optional.of(WITHDRAWAL), wishes.consent(EMAIL, MARKETING, SUMMER));
        assertEquals(Optional.empty(), wishes.consent(EMAIL, MARKETING, Instant.MIN));
    }

    @Test
    void consentHoldsForItsChannelAndPurposeOnly() {
        ContactPreferences wishes = ContactPreferences.NONE.withConsent(GRANT);
        assertTrue(wishes.allows(EMAIL, MARKETING, SUMMER));
        assertFalse(wishes.allows(EMAIL, SERVICE, SUMMER));
        assertFalse(wishes.allows(LETTER, MARKETING, SUMMER));
    }

    @Test
    void withoutDecisionOnlyAWordInPersonIsAllowed() {
        for (ContactChannel channel : ContactChannel.values()) {
            assertEquals(channel == IN_PERSON, ContactPreferences.NONE.allows(channel, MARKETING, SUMMER));
        }
        assertFalse(ContactPreferences.NONE
                .withConsent(Consent.withdrawn(IN_PERSON, MARKETING, SPRING))
                .allows(IN_PERSON, MARKETING, SUMMER));
    }

    @Test
    void aWithdrawalBeatsAGrantOfTheSameInstant() {
        Consent grant = Consent.granted(EMAIL, MARKETING, SPRING);
        assertFalse(ContactPreferences.NONE
                .withConsent(grant)
                .withConsent(WITHDRAWAL)
                .allows(EMAIL, MARKETING, SUMMER));
        assertFalse(ContactPreferences.NONE
                .withConsent(WITHDRAWAL)
                .withConsent(grant)
                .allows(EMAIL, MARKETING, SUMMER));
    }

    @Test
    void theFirstAllowedPreferredChannelIsTheBest() {
        ContactPreferences wishes = ContactPreferences.NONE
                .withPreferred(TELEPHONE, EMAIL, MESSAGE)
                .withConsent(GRANT)
                .withConsent(WITHDRAWAL)
                .withConsent(Consent.granted(MESSAGE, MARKETING, NEW_YEAR))
                .withConsent(Consent.granted(LETTER, MARKETING, NEW_YEAR));
        assertEquals(Optional.of(EMAIL), wishes.channel(MARKETING, NEW_YEAR));
        assertEquals(Optional.of(MESSAGE), wishes.channel(MARKETING, SPRING));
        assertEquals(Optional.empty(), wishes.channel(SERVICE, SPRING));
    }

    @Test
    void quietHoursFollowTheCustomersClock() {
        ContactPreferences wishes = ContactPreferences.NONE.withQuiet(
                WeeklyHours.daily(LocalTime.of(22, 0), LocalTime.of(7, 0)), ZoneId.of("Asia/Tokyo"));
        assertTrue(wishes.isQuiet(Instant.parse("2026-06-01T13:00:00Z")));
        assertFalse(wishes.isQuiet(Instant.parse("2026-06-01T22:00:00Z")));
        assertFalse(ContactPreferences.NONE.isQuiet(Instant.parse("2026-06-01T13:00:00Z")));
    }

    @Test
    void quietHoursDoNotForbidAChannel() {
        ContactPreferences wishes =
                ContactPreferences.NONE.withConsent(GRANT).withQuiet(WeeklyHours.always(), ZoneOffset.UTC);
        assertTrue(wishes.isQuiet(SUMMER));
        assertTrue(wishes.allows(EMAIL, MARKETING, SUMMER));
    }

    @Test
    void consentsAreSortedAndEachIsKeptOnce() {
        ContactPreferences wishes = new ContactPreferences(
                List.of(), List.of(WITHDRAWAL, GRANT, GRANT), WeeklyHours.none(), ZoneOffset.UTC);
        assertEquals(List.of(GRANT, WITHDRAWAL), wishes.consents());
        assertEquals(ContactPreferences.NONE.withConsent(GRANT).withConsent(WITHDRAWAL), wishes);
    }

    @Test
    void aChannelTwiceIsRefused() {
        assertEquals(
                "preferred[2] must not repeat a channel: EMAIL",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ContactPreferences.NONE.withPreferred(EMAIL, LETTER, EMAIL))
                        .getMessage());
    }

    @Test
    void aPurposeMustBeAWord() {
        assertEquals(
                "purpose must not be blank",
                assertThrows(IllegalArgumentException.class, () -> Consent.granted(EMAIL, "", SPRING))
                        .getMessage());
    }

    @Test
    void missingPartsAreNamed() {
        ContactPreferences none = ContactPreferences.NONE;
        assertEquals("consent", missing(() -> none.withConsent(null)));
        assertEquals("quiet", missing(() -> none.withQuiet(null, ZoneOffset.UTC)));
        assertEquals("zone", missing(() -> none.withQuiet(WeeklyHours.none(), null)));
        assertEquals("channel", missing(() -> none.allows(null, MARKETING, SPRING)));
        assertEquals("purpose", missing(() -> none.allows(EMAIL, null, SPRING)));
        assertEquals("at", missing(() -> none.allows(EMAIL, MARKETING, null)));
        assertEquals("channel", missing(() -> Consent.granted(null, MARKETING, SPRING)));
        assertEquals("purpose", missing(() -> Consent.granted(EMAIL, null, SPRING)));
        assertEquals("decision", missing(() -> new Consent(EMAIL, MARKETING, null, SPRING)));
        assertEquals("since", missing(() -> Consent.withdrawn(EMAIL, MARKETING, null)));
    }

    @Test
    void printsCountsOnly() {
        assertEquals(
                "ContactPreferences[1 channels, 2 consents]",
                ContactPreferences.NONE
                        .withPreferred(LETTER)
                        .withConsent(GRANT)
                        .withConsent(WITHDRAWAL)
                        .toString());
    }

    private static String missing(Executable call) {
        return assertThrows(NullPointerException.class, call).getMessage();
    }
}
