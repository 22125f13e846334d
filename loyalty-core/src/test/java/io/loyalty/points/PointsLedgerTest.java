package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the oracle and hard thought found wrong once, and the corners of time, sliding, debt and number ranges. */
class PointsLedgerTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final LedgerPolicy POLICY = LedgerPolicy.in(UTC);

    private static Instant day(int day) {
        return LocalDate.of(2026, 1, 1).plusDays(day).atTime(12, 0).atZone(UTC).toInstant();
    }

    private static Instant midnight(int day) {
        return LocalDate.of(2026, 1, 1).plusDays(day).atStartOfDay(UTC).toInstant();
    }

    private static Command on(int day, String key) {
        return Command.of(key, day(day));
    }

    private static Grant days(long points, int days) {
        return Grant.of(points, Term.of(Period.ofDays(days)));
    }

    private static Term sliding(int days, Renewal... renewals) {
        return Term.sliding(Period.ofDays(days), List.of(renewals));
    }

    private static PointsLedger open() {
        return PointsLedger.open(POLICY);
    }

    private static PointsLedger done(Outcome<Posting> outcome) {
        return assertInstanceOf(Outcome.Applied.class, outcome).result() instanceof Posting posting
                ? posting.ledger()
                : null;
    }

    private static void refused(Reason reason, Map<String, Long> numbers, Outcome<?> outcome) {
        assertEquals(new Outcome.Rejected<>(new Rejection(reason, numbers)), outcome);
    }

    // ---- the end of time ----------------------------------------------------------------------------------------

    @Test
    void pointsThatNeverExpireAreThereAtTheEndOfTime() {
        PointsLedger ledger = done(open().accrue(on(0, "a"), Grant.of(10, Term.never())));
        PointsLedger waiting =
                done(ledger.accrue(on(0, "b"), Grant.of(5, Term.never()).with(Activation.onEvent())));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertEquals(10, waiting.balance(Instant.MAX));
            assertEquals(5, waiting.asOf(Instant.MAX).pending());
            assertEquals(10, waiting.asOf(Instant.MAX).lots().get(0).remaining());
            assertEquals(0, waiting.asOf(day(1)).expiringBy(Instant.MAX));
            assertEquals(new TreeMap<>(), waiting.asOf(day(1)).expiringThrough(LocalDate.MAX));
        });
    }

    @Test
    void nothingIsSweptAtTheEndOfTime() {
        assertEquals(
                "at must be before the end of time: " + Instant.MAX,
                assertThrows(IllegalArgumentException.class, () -> open().sweep(Instant.MAX))
                        .getMessage());
    }
}
