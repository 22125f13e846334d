package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.points.Transfers.Account;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HouseholdTest {

    private static final String POINTS = PointType.POINTS;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final LedgerPolicy POLICY = LedgerPolicy.in(ZoneOffset.UTC);

    private static Account member(String name, long points) {
        return new Account(
                name,
                PointsLedger.open(POLICY)
                        .accrue(Command.of("a", START), Grant.of(points, Term.of(Period.ofYears(1))))
                        .orElseThrow()
                        .ledger());
    }

    private static Command at(int day) {
        return Command.of("d" + day, START.plusSeconds(86_400L * day));
    }

    @Test
    void aMemberLeavesWithWhatIsUnspentOfTheOwn() {
        Account ann = member("ann", 100);
        Account bob = member("bob", 100);
        Household home = new Household(new Account("home", PointsLedger.open(POLICY)));
        Transfer first = home.contribute(at(1), ann, 60, POINTS).orElseThrow();
        home = new Household(new Account("home", first.into().ledger()));
        Transfer second = home.contribute(at(2), bob, 40, POINTS).orElseThrow();
        home = new Household(new Account("home", second.into().ledger()));
        home = new Household(new Account(
                "home", home.spend(at(3), 70, POINTS, "dinner").orElseThrow().ledger()));
        Instant then = at(4).at();
        assertEquals(0, home.unspentOf("ann", POINTS, then));
        assertEquals(30, home.unspentOf("bob", POINTS, then));
        assertEquals(0, home.unspentOf("eve", POINTS, then));

        Account bobThen = new Account("bob", second.from().ledger());
        Outcome<Transfer> leaving = home.leave(at(4), bobThen, POINTS);
        Transfer left = leaving.orElseThrow();
        assertEquals(0, left.from().ledger().balance(then));
        assertEquals(90, left.into().ledger().balance(then));
        assertEquals(
                ann.ledger().asOf(START).lots().get(0).expiresAt(),
                left.into().ledger().asOf(then).lots().get(1).expiresAt());
        Outcome<Transfer> again = new Household(new Account("home", left.from().ledger()))
                .leave(at(4), new Account("bob", left.into().ledger()), POINTS);
        assertInstanceOf(Outcome.Duplicate.class, again);
        assertEquals(left, again.orElseThrow());
    }

    @Test
    void refusalsNameTheReason() {
        Account ann = member("ann", 100);
        Household home = new Household(ann);
        assertEquals(
                Reason.SAME_ACCOUNT,
                ((Outcome.Rejected<Transfer>) home.contribute(at(1), ann, 1, POINTS))
                        .rejection()
                        .reason());
        assertEquals(
                1,
                ((Outcome.Rejected<Posting>) home.spend(at(1), 101, POINTS, ""))
                        .rejection()
                        .number("missing"));
        assertThrows(IllegalArgumentException.class, () -> home.unspentOf("ann", POINTS, START.minusSeconds(1)));
    }

    /** A life of the household: each step is a member (0 to 2) who contributes, spends or leaves. */
    @Property(seed = "20260101", tries = 300)
    void pointsAreConservedAndNobodyLeavesWithMoreThanContributed(
            @ForAll @Size(max = 25) List<@IntRange(max = 8) Integer> steps,
            @ForAll @IntRange(min = 1, max = 90) int size) {
        List<Account> members = new ArrayList<>(List.of(member("a", 500), member("b", 300), member("c", 1)));
        Household home = new Household(new Account("home", PointsLedger.open(POLICY)));
        Map<String, Long> given = new HashMap<>();
        long spent = 0;
        for (int day = 1; day <= steps.size(); day++) {
            int who = steps.get(day - 1) % 3;
            Account member = members.get(who);
            Command command = at(day);
            long before = member.ledger().balance(command.at());
            switch (steps.get(day - 1) / 3) {
                case 0 -> {
                    if (home.contribute(command, member, size, POINTS) instanceof Outcome.Applied<Transfer> done) {
                        members.set(
                                who,
                                new Account(member.name(), done.result().from().ledger()));
                        home = new Household(
                                new Account("home", done.result().into().ledger()));
                        given.merge(member.name(), (long) size, Long::sum);
                    }
                }
                case 1 -> {
                    if (home.spend(command, size, POINTS, "") instanceof Outcome.Applied<Posting> done) {
                        home = new Household(new Account("home", done.result().ledger()));
                        spent += size;
                    }
                }
                default -> {
                    Transfer left = home.leave(command, member, POINTS).orElseThrow();
                    long back = left.into().ledger().balance(command.at()) - before;
                    assertTrue(back <= given.getOrDefault(member.name(), 0L));
                    given.merge(member.name(), -back, Long::sum);
                    members.set(who, new Account(member.name(), left.into().ledger()));
                    home = new Household(new Account("home", left.from().ledger()));
                }
            }
            long sum = home.pool().ledger().balance(command.at());
            for (Account account : members) {
                sum += account.ledger().balance(command.at());
            }
            assertEquals(801 - spent, sum);
        }
    }
}
