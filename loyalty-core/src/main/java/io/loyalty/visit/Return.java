package io.loyalty.visit;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Something of an earlier visit comes back, whole or in part.
 *
 * <p>A visit may come back in any number of returns; together they never bring more of a line than its amount. A visit whose
 * lines are all 0, or that has no lines, comes back as a return without lines, which makes the visit void. The lines are
 * kept in the order of the visit. Immutable.
 *
 * @param id the host's key of the return
 * @param customer whose visit it was
 * @param at when it came back
 * @param visit the visit of which something comes back
 * @param lines what came back, by line of the visit, each line once; empty to make a visit without amount void
 */
public record Return(ActivityId id, CustomerId customer, Instant at, ActivityId visit, List<ReturnedLine> lines)
        implements Activity {

    /**
     * Sorts the lines and refuses a line twice and a second currency.
     *
     * @param id the host's key of the return
     * @param customer whose visit it was
     * @param at when it came back
     * @param visit the visit of which something comes back
     * @param lines what came back, by line of the visit, each line once; empty to make a visit without amount void
     * @throws IllegalArgumentException if a line stands twice, the currencies differ, or a return would return itself
     */
    public Return {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(visit, "visit");
        if (id.equals(visit)) {
            throw new IllegalArgumentException("id must differ from the visit's: " + id);
        }
        List<ReturnedLine> sorted = new ArrayList<>(Objects.requireNonNull(lines, "lines"));
        sorted.sort(Comparator.comparingInt(ReturnedLine::line));
        lines = List.copyOf(sorted);
        for (int i = 1; i < lines.size(); i++) {
            ReturnedLine before = lines.get(i - 1);
            ReturnedLine line = lines.get(i);
            if (line.line() == before.line()) {
                throw new IllegalArgumentException("lines must name each line once: " + line.line());
            }
            if (!line.amount().currency().equals(before.amount().currency())) {
                throw new IllegalArgumentException("lines must be in one currency: "
                        + before.amount().currency() + " and " + line.amount().currency());
            }
        }
    }

    /**
     * All of a visit comes back.
     *
     * @param id the host's key of the return
     * @param at when it came back, not before the visit
     * @param visit the visit
     * @return a return of every line with an amount above 0, in full
     * @throws IllegalArgumentException if the visit has the same id or took place later
     */
    public static Return whole(ActivityId id, Instant at, Visit visit) {
        return rest(id, at, visit, List.of());
    }

    /**
     * All that is left of a visit comes back.
     *
     * @param id the host's key of the return
     * @param at when it came back, not before the visit
     * @param visit the visit
     * @param earlier the returns of that visit before
     * @return a return of what is left of every line
     * @throws IllegalArgumentException if nothing is left, an earlier return does not fit the visit, or the visit has the same
     *     id or took place later
     */
    public static Return rest(ActivityId id, Instant at, Visit visit, Collection<Return> earlier) {
        if (at.isBefore(visit.at())) {
            throw new IllegalArgumentException("at must not be before the visit at " + visit.at() + ": " + at);
        }
        List<Money> left = remaining(visit, earlier);
        List<ReturnedLine> lines = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            if (!left.get(i).isZero()) {
                lines.add(new ReturnedLine(i, left.get(i)));
            }
        }
        if (lines.isEmpty() && !earlier.isEmpty()) {
            throw new IllegalArgumentException("visit must have something left to return: " + visit.id());
        }
        return new Return(id, visit.customer(), at, visit.id(), lines);
    }

    /**
     * What is left of each line of a visit after some returns.
     *
     * @param visit the visit
     * @param returns the returns of that visit so far
     * @return an amount of at least 0 for each line of the visit, in the visit's order
     * @throws IllegalArgumentException if a return does not fit the visit and the returns before it
     */
    public static List<Money> remaining(Visit visit, Collection<Return> returns) {
        long[] left = amounts(visit);
        int index = 0;
        for (Return back : returns) {
            ReturnCheck check = back.check(visit, left, index > 0);
            if (check != ReturnCheck.FITS) {
                throw new IllegalArgumentException("returns[" + index + "] must fit its visit: " + check);
            }
            back.takeFrom(left);
            index++;
        }
        List<Money> amounts = new ArrayList<>(left.length);
        for (long amount : left) {
            amounts.add(Money.ofMinor(visit.currency(), amount));
        }
        return List.copyOf(amounts);
    }

    /**
     * Whether this return fits its visit.
     *
     * @param original the visit of which something comes back
     * @param earlier the returns of that visit before this one
     * @return {@link ReturnCheck#FITS}, or the reason why not
     * @throws IllegalArgumentException if an earlier return does not fit the visit itself
     */
    public ReturnCheck check(Visit original, Collection<Return> earlier) {
        long[] left = remaining(original, earlier).stream()
                .mapToLong(Money::minorUnits)
                .toArray();
        return check(original, left, !earlier.isEmpty());
    }

    private ReturnCheck check(Visit original, long[] left, boolean cameBackBefore) {
        if (!visit.equals(original.id())) {
            return ReturnCheck.OTHER_VISIT;
        }
        if (!customer.equals(original.customer())) {
            return ReturnCheck.OTHER_CUSTOMER;
        }
        if (at.isBefore(original.at())) {
            return ReturnCheck.BEFORE_VISIT;
        }
        if (lines.isEmpty()) {
            return original.amountMinor() > 0
                    ? ReturnCheck.NOTHING_LISTED
                    : cameBackBefore ? ReturnCheck.NOTHING_LEFT : ReturnCheck.FITS;
        }
        if (!lines.get(0).amount().currency().equals(original.currency())) {
            return ReturnCheck.OTHER_CURRENCY;
        }
        for (ReturnedLine line : lines) {
            if (line.line() >= left.length) {
                return ReturnCheck.NO_SUCH_LINE;
            }
            if (line.amount().minorUnits() > left[line.line()]) {
                return ReturnCheck.MORE_THAN_LEFT;
            }
        }
        return ReturnCheck.FITS;
    }

    private void takeFrom(long[] left) {
        for (ReturnedLine line : lines) {
            left[line.line()] -= line.amount().minorUnits();
        }
    }

    private static long[] amounts(Visit visit) {
        return visit.lines().stream().mapToLong(Line::amountMinor).toArray();
    }
}
