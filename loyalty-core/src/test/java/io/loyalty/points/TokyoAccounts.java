package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.loyalty.time.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** Short words for tests by hand, of accounts in Tokyo in 2026. */
final class TokyoAccounts {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final LedgerPolicy POLICY = LedgerPolicy.in(TOKYO);

    private TokyoAccounts() {}

    static Instant noon(int month, int day) {
        return LocalDate.of(2026, month, day).atTime(12, 0).atZone(TOKYO).toInstant();
    }

    static Instant midnight(int month, int day) {
        return LocalDate.of(2026, month, day).atStartOfDay(TOKYO).toInstant();
    }

    static Command on(int month, int day, String key) {
        return Command.of(key, noon(month, day));
    }

    static Term through(int month, int day) {
        return Term.until(LocalDate.of(2026, month, day));
    }

    static PointsLedger done(Outcome<Posting> outcome) {
        return assertInstanceOf(Outcome.Applied.class, outcome).result() instanceof Posting posting
                ? posting.ledger()
                : null;
    }

    static PointsLedger give(PointsLedger ledger, String key, int month, int day, Grant grant) {
        return done(ledger.accrue(on(month, day, key), grant));
    }

    static List<Allocation> parts(int... lotsAndPoints) {
        return IntStream.range(0, lotsAndPoints.length / 2)
                .mapToObj(i -> new Allocation(lotsAndPoints[2 * i], lotsAndPoints[2 * i + 1]))
                .toList();
    }
}
