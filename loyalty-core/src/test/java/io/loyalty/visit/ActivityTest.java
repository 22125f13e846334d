package io.loyalty.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Referral;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The small activities; {@link Visit}, {@link Return} and {@link CustomActivity} have tests of their own. */
class ActivityTest {

    private static final ActivityId ID = ActivityId.of("a-1");
    private static final CustomerId CUSTOMER = CustomerId.of("c-7");
    private static final Instant AT = Instant.parse("2026-02-28T03:00:00Z");
    private static final Place WEB = Place.online("web");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    @Test
    void thereAreSevenKindsOfActivity() {
        assertEquals(
                Set.of(
                        Visit.class,
                        Return.class,
                        Review.class,
                        SignUp.class,
                        ReferralMade.class,
                        OccasionReached.class,
                        CustomActivity.class),
                Arrays.stream(Activity.class.getPermittedSubclasses()).collect(Collectors.toSet()));
    }

    @Test
    void aReviewGivesOneToFiveStars() {
        assertEquals(1, review(1).rating());
        assertEquals(5, review(5).rating());
        assertEquals("rating must be in [1, 5]: 0", refusal(() -> review(0)));
        assertEquals("rating must be in [1, 5]: 6", refusal(() -> review(6)));
    }

    @Test
    void aReviewNamesItsProduct() {
        assertEquals(
                "product must not be blank",
                refusal(() -> new Review(ID, CUSTOMER, AT, "", 3, ReviewOrigin.UNVERIFIED)));
    }

    @Test
    void aReferralIsReadAsOne() {
        CustomerId referee = CustomerId.of("c-8");
        ReferralMade made = new ReferralMade(ID, CUSTOMER, AT, referee);
        assertEquals(new Referral(CUSTOMER, referee, AT), made.referral());
    }

    @Test
    void nobodyBringsOneself() {
        assertEquals(
                "referee must differ from the referrer: c-7",
                refusal(() -> new ReferralMade(ID, CUSTOMER, AT, CUSTOMER)));
    }

    @Test
    void anOccasionNamesItsKind() {
        assertEquals("kind must not be blank", refusal(() -> new OccasionReached(ID, CUSTOMER, AT, " ", DAY)));
    }

    @Test
    void anOccasionPrintsNoDate() {
        String text = new OccasionReached(ID, CUSTOMER, AT, "BIRTHDAY", DAY).toString();
        assertEquals("OccasionReached[id=a-1, customer=c-7, kind=BIRTHDAY]", text);
        assertFalse(text.contains("02-28"));
    }

    @Test
    void otherActivitiesPrintTheirParts() {
        assertTrue(review(4).toString().contains("rating=4"));
        assertEquals(
                "SignUp[id=a-1, customer=c-7, at=2026-02-28T03:00:00Z, place=Place[channel=ONLINE, code=web]]",
                new SignUp(ID, CUSTOMER, AT, WEB).toString());
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals("id", missing(() -> new SignUp(null, CUSTOMER, AT, WEB)));
        assertEquals("customer", missing(() -> new SignUp(ID, null, AT, WEB)));
        assertEquals("at", missing(() -> new SignUp(ID, CUSTOMER, null, WEB)));
        assertEquals("place", missing(() -> new SignUp(ID, CUSTOMER, AT, null)));

        ReviewOrigin origin = ReviewOrigin.UNVERIFIED;
        assertEquals("id", missing(() -> new Review(null, CUSTOMER, AT, "p", 3, origin)));
        assertEquals("customer", missing(() -> new Review(ID, null, AT, "p", 3, origin)));
        assertEquals("at", missing(() -> new Review(ID, CUSTOMER, null, "p", 3, origin)));
        assertEquals("product", missing(() -> new Review(ID, CUSTOMER, AT, null, 3, origin)));
        assertEquals("origin", missing(() -> new Review(ID, CUSTOMER, AT, "p", 3, null)));

        assertEquals("id", missing(() -> new ReferralMade(null, CUSTOMER, AT, CUSTOMER)));
        assertEquals("customer", missing(() -> new ReferralMade(ID, null, AT, CUSTOMER)));
        assertEquals("at", missing(() -> new ReferralMade(ID, CUSTOMER, null, CUSTOMER)));
        assertEquals("referee", missing(() -> new ReferralMade(ID, CUSTOMER, AT, null)));

        assertEquals("id", missing(() -> new OccasionReached(null, CUSTOMER, AT, "k", DAY)));
        assertEquals("customer", missing(() -> new OccasionReached(ID, null, AT, "k", DAY)));
        assertEquals("at", missing(() -> new OccasionReached(ID, CUSTOMER, null, "k", DAY)));
        assertEquals("kind", missing(() -> new OccasionReached(ID, CUSTOMER, AT, null, DAY)));
        assertEquals("day", missing(() -> new OccasionReached(ID, CUSTOMER, AT, "k", null)));
    }

    private static Review review(int rating) {
        return new Review(ID, CUSTOMER, AT, "book-1", rating, ReviewOrigin.VERIFIED_PURCHASE);
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    private static String missing(Executable call) {
        return assertThrows(NullPointerException.class, call).getMessage();
    }
}
