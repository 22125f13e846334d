package io.loyalty.tier;

import static io.loyalty.tier.Members.GOLD_IN_MAY;
import static io.loyalty.tier.Members.RULES;
import static io.loyalty.tier.Members.day;
import static io.loyalty.tier.Members.joined;
import static io.loyalty.tier.Members.spend;
import static io.loyalty.tier.Members.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TierGrantTest {

    @Test
    void aGrantLiftsAndItsEndLetsDown() {
        TierHistory history = joined(RULES)
                .plus(spend("2026-03-01T12:00", 100_000))
                .plus(TierGrant.of("Gold", day("2026-04-01"), day("2026-10-01"), "goodwill", "desk"));

        assertEquals(
                new TierStatus(RULES.tiers().get(2), day("2026-04-01"), day("2026-10-01"), TierReason.GRANTED),
                history.statusAt(day("2026-05-01")));
        assertEquals(
                "Bronze 2026-01-10 JOINED, Silver 2026-03-01 QUALIFIED, Gold 2026-04-01 GRANTED, Silver 2026-10-01 GRANT_ENDED, "
                        + "Bronze 2028-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void aGrantOfWhatIsEarnedAnywayChangesNothing() {
        TierHistory history = joined(RULES)
                .plus(TierGrant.of("Gold", day("2026-04-01"), day("2028-10-01"), "goodwill", "desk"))
                .plus(GOLD_IN_MAY);

        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-04-01 GRANTED, Bronze 2029-01-01 RAN_OUT",
                steps(
                        history.plus(TierGrant.of("Gold", day("2028-02-01"), day("2029-01-01"), "again", "desk")),
                        "2030-01-01"),
                "both end on one day, and the facts have the last word");
        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-04-01 GRANTED, Silver 2028-10-01 GRANT_ENDED, Bronze 2029-01-01 RAN_OUT",
                steps(history, "2030-01-01"));
    }

    @Test
    void aLaterGrantTakesTheEarlierBack() {
        TierHistory history = joined(RULES)
                .plus(TierGrant.of("Gold", day("2026-04-01"), Instant.MAX, "by mistake", "desk"))
                .plus(TierGrant.of("Bronze", day("2026-04-02"), Instant.MAX, "mistake undone", "desk"));

        assertEquals(
                "Bronze 2026-01-10 JOINED, Gold 2026-04-01 GRANTED, Bronze 2026-04-02 GRANT_ENDED",
                steps(history, "2030-01-01"));
    }

    @Test
    void grantsAreKnownWhenTheyAreRecorded() {
        TierGrant grant =
                new TierGrant("Gold", day("2026-04-01"), day("2026-10-01"), day("2026-05-01"), "goodwill", "desk");
        TierHistory history = joined(RULES).plus(grant);

        assertEquals("Gold", history.statusAt(day("2026-04-15")).tier().name());
        assertEquals(
                "Bronze",
                history.statusAt(day("2026-04-15"), day("2026-04-20")).tier().name());
        assertEquals(List.of(grant), history.grants());
    }

    @Test
    void grantsOutsideMembershipOrLadderAreRefused() {
        TierGrant early = TierGrant.of("Gold", day("2026-01-10"), day("2026-10-01"), "goodwill", "desk");
        TierGrant unknown = TierGrant.of("Diamond", day("2026-04-01"), day("2026-10-01"), "goodwill", "desk");

        assertEquals(
                "from must not be before joinedAt: 2026-01-09T15:00:00Z and 2026-01-10T00:00:00Z",
                assertThrows(IllegalArgumentException.class, () -> joined(RULES).plus(early))
                        .getMessage());
        assertEquals(
                "tier must be in the ladder: Diamond",
                assertThrows(IllegalArgumentException.class, () -> joined(RULES).plus(unknown))
                        .getMessage());
    }

    @Test
    void grantsMayBecomeKnownInAnyOrder() {
        TierGrant gold = TierGrant.of("Gold", day("2026-04-01"), Instant.MAX, "by mistake", "desk");
        TierGrant silver = TierGrant.of("Silver", day("2026-05-01"), day("2026-06-01"), "mistake undone", "desk");
        String expected = "Bronze 2026-01-10 JOINED, Gold 2026-04-01 GRANTED, Silver 2026-05-01 GRANTED, "
                + "Bronze 2026-06-01 GRANT_ENDED";
        assertEquals(expected, steps(joined(RULES).plus(gold).plus(silver), "2027-01-01"));
        assertEquals(expected, steps(joined(RULES).plus(silver).plus(gold), "2027-01-01"));
        assertEquals(
                List.of(gold, silver), joined(RULES).plus(silver).plus(gold).grants());
    }

    @Test
    void theTierAtAnInstantIsTheHigherOfWhatIsEarnedAndGranted() {
        TierHistory history = joined(RULES)
                .plus(TierGrant.of("Silver", day("2026-04-01"), day("2026-06-01"), "goodwill", "desk"))
                .plus(GOLD_IN_MAY);
        assertEquals("Bronze", history.tierAt(day("2026-03-31")).name());
        assertEquals("Silver", history.tierAt(day("2026-04-01")).name());
        assertEquals("Gold", history.tierAt(GOLD_IN_MAY.at()).name());
        assertEquals("Gold", history.tierAt(day("2027-12-31")).name());
        assertEquals("Silver", history.tierAt(day("2028-01-01")).name());
    }
}
