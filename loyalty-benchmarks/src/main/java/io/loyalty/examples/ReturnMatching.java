package io.loyalty.examples;

import io.loyalty.money.Money;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the visits to which the returns of one customer belong, where the data do not say: the latest visit first that still
 * has something left, then the one before. To be fed in order of time.
 */
final class ReturnMatching {

    private static final class Open {
        final Visit visit;
        long left;

        Open(Visit visit) {
            this.visit = visit;
            this.left = visit.amountMinor();
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private long unmatchedMinor;
    private int unmatched;

    /** Takes note of a visit with one line. */
    void bought(Visit visit) {
        if (visit.amountMinor() > 0) {
            open.push(new Open(visit));
        }
    }

    /** The returns, one for each visit, that an amount comes to; the rest of it is unmatched. */
    List<Return> returned(String id, Instant at, long amountMinor) {
        List<Return> returns = new ArrayList<>();
        long rest = amountMinor;
        while (rest > 0 && !open.isEmpty()) {
            Open latest = open.peek();
            long part = Math.min(rest, latest.left);
            Visit visit = latest.visit;
            returns.add(new Return(
                    ActivityId.of(id + "/" + (returns.size() + 1)),
                    visit.customer(),
                    at,
                    visit.id(),
                    List.of(new ReturnedLine(0, Money.ofMinor(visit.currency(), part)))));
            rest -= part;
            latest.left -= part;
            if (latest.left == 0) {
                open.pop();
            }
        }
        if (rest > 0) {
            unmatched++;
            unmatchedMinor += rest;
        }
        return returns;
    }

    /** How many amounts found no visit, in whole or in part. */
    int unmatched() {
        return unmatched;
    }

    /** What found no visit, in minor units. */
    long unmatchedMinor() {
        return unmatchedMinor;
    }
}
