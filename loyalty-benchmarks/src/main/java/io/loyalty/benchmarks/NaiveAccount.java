package io.loyalty.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A points account as in-house code often has it: a list of movements, folded at each question. All points live equally long, so
 * the oldest are the soonest to expire.
 */
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
    private final Set<String> keys = new HashSet<>();

    /** Gives points under a key, unless it is known. */
    void accrue(String key, Instant at, long points, Instant expiresAt) {
        if (keys.add(key)) {
            accrue(at, points, expiresAt);
        }
    }

    void accrue(Instant at, long points, Instant expiresAt) {
        movements.add(new Movement(at, BigDecimal.valueOf(points), expiresAt));
    }

    /** Redeems points that are known to be there, under a key, unless it is known. */
    void take(String key, Instant at, long points) {
        if (keys.add(key)) {
            take(at, points);
        }
    }

    /** Redeems points that are known to be there. */
    void take(Instant at, long points) {
        movements.add(new Movement(at, BigDecimal.valueOf(-points), Instant.MAX));
    }

    /** Redeems points if there are enough. */
    boolean redeem(Instant at, long points) {
        boolean enough = balance(at) >= points;
        if (enough) {
            take(at, points);
        }
        return enough;
    }

    /** Forgets the last movement. */
    void undo() {
        movements.remove(movements.size() - 1);
    }

    long balance(Instant at) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Rest rest : rests(at)) {
            sum = sum.add(rest.points);
        }
        return sum.longValueExact();
    }

    /** How much of what there is at an instant dies by another. */
    long expiring(Instant at, Instant by) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Rest rest : rests(at)) {
            sum = rest.expiresAt.isAfter(by) ? sum : sum.add(rest.points);
        }
        return sum.longValueExact();
    }

    private Deque<Rest> rests(Instant at) {
        Deque<Rest> rests = new ArrayDeque<>();
        for (Movement movement : movements) {
            if (movement.at().isAfter(at)) {
                break;
            }
            dropDead(rests, movement.at());
            if (movement.points().signum() > 0) {
                rests.add(new Rest(movement.expiresAt(), movement.points()));
                continue;
            }
            BigDecimal due = movement.points().negate();
            while (due.signum() > 0) {
                Rest first = rests.element();
                BigDecimal part = first.points.min(due);
                first.points = first.points.subtract(part);
                due = due.subtract(part);
                if (first.points.signum() == 0) {
                    rests.remove();
                }
            }
        }
        dropDead(rests, at);
        return rests;
    }

    private static void dropDead(Deque<Rest> rests, Instant at) {
        while (!rests.isEmpty() && !rests.element().expiresAt.isAfter(at)) {
            rests.remove();
        }
    }
}
