package io.loyalty.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.Term;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/** A till in Tokyo and one customer at it, for the tests of this room. */
final class Till {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final BusinessDay MIDNIGHT = BusinessDay.midnight(TOKYO);
    static final BusinessDay FIVE = BusinessDay.of(TOKYO, LocalTime.of(5, 0));
    static final CustomerId ID = CustomerId.of("c-1");
    static final CustomerId OTHER = CustomerId.of("c-2");
    static final Currency JPY = Currency.getInstance("JPY");
    static final RewardContext POOR = RewardContext.of(ID, MIDNIGHT);
    static final RewardContext RICH = POOR.withPoints(1_000_000);
    /** A Wednesday. */
    static final Instant NOON = at("2026-04-01T12:00");

    private Till() {}

    static Money yen(long amount) {
        return Money.ofMinor(JPY, amount);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(TOKYO).toInstant();
    }

    static Command key(String key) {
        return Command.of(key, NOON);
    }

    static Command key(String key, String local) {
        return Command.of(key, at(local));
    }

    /** An account with points that never die. */
    static PointsLedger ledger(long points) {
        return PointsLedger.open(LedgerPolicy.in(TOKYO))
                .accrue(Command.of("earned", day("2026-01-01")), Grant.of(points, Term.never()))
                .orElseThrow()
                .ledger();
    }

    static Rejection obstacle(Reason reason) {
        return new Rejection(reason, Map.of());
    }

    static Rejection obstacle(Reason reason, Map<String, Long> numbers) {
        return new Rejection(reason, numbers);
    }

    static List<Reason> reasons(List<Rejection> obstacles) {
        return obstacles.stream().map(Rejection::reason).toList();
    }

    static Visit visit(Line... lines) {
        return Visit.of(ActivityId.of("r-1"), ID, NOON, Place.store("ginza"), JPY, lines);
    }

    static Line line(long amount) {
        return Line.of("", yen(amount));
    }

    static Return back(Visit visit, String id, int line, long amount) {
        return new Return(
                ActivityId.of(id),
                visit.customer(),
                visit.at().plusSeconds(3600),
                visit.id(),
                List.of(new ReturnedLine(line, Money.ofMinor(visit.currency(), amount))));
    }

    static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    static Object copied(Object value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
