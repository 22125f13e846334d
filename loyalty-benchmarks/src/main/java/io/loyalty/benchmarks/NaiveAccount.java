package io.loyalty.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A points account as in-house code often has it: a list of movements, folded at each question, soonest expiry first. */
final class NaiveAccount {

    private record Movement(Instant at, BigDecimal points, Instant expiresAt) {}

    private static final class Rest {
        private final Instant expiresAt;
        private BigDecimal points;

        Rest(Instant expiresAt, BigDecimal points) {
            this.expiresAt = expiresAt;
            this.points = points;
        }
    }

    private final List<Movement> movements = new ArrayList<>();

    void accrue(Instant at, long points, Instant expiresAt) {
        movements.add(new Movement(at, BigDecimal.valueOf(points), expiresAt));
    }

    void redeem(Instant at, long points) {
        movements.add(new Movement(at, BigDecimal.valueOf(-points), Instant.MAX));
    }

    long balance(Instant at) {
        List<Rest> rests = new ArrayList<>();
        for (Movement movement : movements) {
            if (movement.at().isAfter(at)) {
                continue;
            }
            if (movement.points().signum() > 0) {
                rests.add(new Rest(movement.expiresAt(), movement.points()));
                continue;
            }
            BigDecimal due = movement.points().negate();
            List<Rest> living = rests.stream()
                    .filter(rest -> movement.at().isBefore(rest.expiresAt) && rest.points.signum() > 0)
                    .sorted(Comparator.comparing(rest -> rest.expiresAt))
                    .toList();
            for (Rest rest : living) {
                BigDecimal part = rest.points.min(due);
                rest.points = rest.points.subtract(part);
                due = due.subtract(part);
            }
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Rest rest : rests) {
            sum = at.isBefore(rest.expiresAt) ? sum.add(rest.points) : sum;
        }
        return sum.longValueExact();
    }
}
