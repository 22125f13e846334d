package io.loyalty.contact;

import static io.loyalty.contact.Guests.buys;
import static io.loyalty.contact.Guests.date;
import static io.loyalty.contact.Guests.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.money.Ratio;
import io.loyalty.time.BusinessDay;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsualGapTest {

    /** Gaps of 10, 30, 5 and 7 days. */
    private static final ContactFacts UNEVEN = facts(
            buys("v-1", "2026-02-01T10:00", 500),
            buys("v-2", "2026-02-11T10:00", 500),
            buys("v-3", "2026-03-13T10:00", 500),
            buys("v-4", "2026-03-18T10:00", 500),
            buys("v-5", "2026-03-25T10:00", 500));

    private static Optional<Ratio> gap(ContactFacts facts, String lastVisit) {
        return UsualGap.days(new Known(facts, BusinessDay.midnight(Guests.TOKYO)), date(lastVisit));
    }

    @Test
    void theGapIsTheMedianOfThoseUpToTheVisit() {
        assertEquals(Optional.of(Ratio.of(10)), gap(UNEVEN, "2026-03-18"));
        assertEquals(Optional.of(Ratio.parse("8.5")), gap(UNEVEN, "2026-03-25"));
    }

    @Test
    void fewGapsTellNothing() {
        assertEquals(Optional.empty(), gap(UNEVEN, "2026-03-13"));
        assertEquals(Optional.of(Ratio.of(20)), gap(UNEVEN.with(new Rhythm.Own(2)), "2026-03-13"));
        assertEquals(Optional.of(Ratio.of(10)), gap(UNEVEN.with(new Rhythm.Own(1)), "2026-02-11"));
        assertEquals(Optional.empty(), gap(UNEVEN.with(new Rhythm.Own(1)), "2026-02-01"));
    }

    @Test
    void visitsOfOneDateAreOne() {
        ContactFacts twice = facts(
                        buys("v-1", "2026-02-01T10:00", 500),
                        buys("v-2", "2026-02-01T19:00", 500),
                        buys("v-3", "2026-02-08T10:00", 500))
                .with(new Rhythm.Own(1));
        assertEquals(Optional.of(Ratio.of(7)), gap(twice, "2026-02-08"));
    }

    @Test
    void aGivenGapCountsToTheNanosecond() {
        Duration gap = Duration.ofDays(3).plusHours(12);
        assertEquals(Optional.of(Ratio.parse("3.5")), gap(UNEVEN.with(Rhythm.of(gap)), "2026-02-01"));
        assertEquals(
                Optional.of(Ratio.of(1, 86_400_000_000_000L)),
                gap(UNEVEN.with(Rhythm.of(Duration.ofNanos(1))), "2026-02-01"));
    }
}
