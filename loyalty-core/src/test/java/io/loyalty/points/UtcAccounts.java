package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.loyalty.time.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/** Short words for tests by hand, of accounts in UTC whose days count from 1 January 2026. */
final class UtcAccounts {

    static final ZoneId UTC = ZoneId.of("UTC");
    static final LedgerPolicy POLICY = LedgerPolicy.in(UTC);

    private UtcAccounts() {}

    /** The beginning of a day. */
    static Instant midnight(int day) {
        return LocalDate.of(2026, 1, 1).plusDays(day).atStartOfDay(UTC).toInstant();
    }

    /** The noon of a day. */
    static Instant day(int day) {
        return midnight(day).plusSeconds(12 * 3600);
    }

    static Command on(int day, String key) {
        return Command.of(key, day(day));
    }

    /** A command of one day that is written down on another. */
    static Command on(int day, int recorded, String key) {
        return new Command(key, day(day), day(recorded));
    }

    /** The account after a command that was carried out now, not before. */
    static PointsLedger done(Outcome<Posting> outcome) {
        assertInstanceOf(Outcome.Applied.class, outcome);
        return outcome.orElseThrow().ledger();
    }

    /** Points that live for so many days after that of earning. */
    static Grant days(long points, int days) {
        return Grant.of(points, Term.of(Period.ofDays(days)));
    }
}
