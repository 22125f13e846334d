package io.loyalty.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.Explanation;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Totals;
import io.loyalty.testing.ProgramArbitraries;
import io.loyalty.testing.TimeArbitraries;
import io.loyalty.tier.TierMeasure;
import io.loyalty.time.Term;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Return;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the front door, over random programs and random visits and returns. */
class ProgramProperties {

    private static final Currency JPY = Currency.getInstance("JPY");

    @Provide
    Arbitrary<Program> programs() {
        return TimeArbitraries.zones().flatMap(zone -> ProgramArbitraries.programs(zone, JPY));
    }

    @Provide
    Arbitrary<List<Activity>> histories() {
        return ProgramArbitraries.histories(JPY);
    }

    private static Membership join(Program program, List<Activity> facts) {
        Instant at = facts.isEmpty() ? Instant.EPOCH : facts.get(0).at();
        Membership joined = program.join(Customer.of(CustomerId.of("member")), at);
        // Enough to pay bills with, so that the random visits that were paid with points are taken.
        return program.adjustUp(joined, Command.of("gift", at), Grant.of(1L << 61, Term.never()), "gift", "test")
                .orElseThrow()
                .membership();
    }

    @Property(tries = 100, seed = "20261122001")
    void everyStepIsWholeAndEveryPrefixIsRebuilt(
            @ForAll("programs") Program program, @ForAll("histories") List<Activity> facts) {
        Membership member = join(program, facts);
        List<Entry> entries = new ArrayList<>(member.ledger().entries());
        for (Activity fact : facts) {
            Outcome<Step> outcome = program.record(member, fact);
            assertEquals(outcome, program.record(member, fact), "asking again gives the same");
            if (outcome.isRejected()) {
                continue;
            }
            Step step = outcome.orElseThrow();
            entries.addAll(step.entries());
            Membership next = step.membership();
            assertEquals(entries, next.ledger().entries());
            assertInstanceOf(Outcome.Duplicate.class, program.record(next, fact));
            assertEquals(next, program.record(next, fact).orElseThrow().membership());
            if (!(fact instanceof Return)) {
                Explanation explanation = step.explanation();
                long given = step.entries().stream()
                        .mapToLong(entry -> entry instanceof Entry.Accrual accrual ? accrual.points() : 0)
                        .sum();
                assertEquals(explanation.total(), given);
            }
            member = next;
        }
        assertEquals(member, program.rebuild(member.customer(), member.joinedAt(), List.of(), entries, member.facts()));
        assertEquals(member.ledger(), PointsLedger.replay(program.ledger(), entries));
    }

    @Property(tries = 100, seed = "20261122002")
    void whatComesBackWholeLeavesNothingBehind(
            @ForAll("programs") Program program, @ForAll("histories") List<Activity> facts) {
        Membership member = join(program, facts);
        Map<String, Long> paid = new HashMap<>();
        for (Activity fact : facts) {
            Outcome<Step> outcome = program.record(member, fact);
            if (outcome.isRejected()) {
                continue;
            }
            member = outcome.orElseThrow().membership();
            if (fact instanceof Return back) {
                long money =
                        outcome.orElseThrow().refund().orElseThrow().money().minorUnits();
                assertTrue(money >= 0);
                paid.merge(back.visit().value(), -money, Long::sum);
            } else if (fact instanceof Visit visit) {
                long due = visit.tenders().isEmpty()
                        ? 0
                        : visit.tendered().minus(visit.paidWithPoints()).minorUnits();
                paid.put(visit.id().value(), due);
            }
        }
        TierMeasure basis = TierMeasure.ZERO;
        for (Recorded fact : member.recorded()) {
            basis = basis.plus(fact.counted().measure());
            if (fact.activity() instanceof Visit visit && fact.left().isVoid()) {
                assertEquals(0, fact.left().total());
                if (!visit.tenders().isEmpty()) {
                    assertEquals(0, paid.get(visit.id().value()), "all money has gone back");
                }
            }
        }
        boolean allBack = member.recorded().stream()
                .noneMatch(
                        fact -> fact.activity() instanceof Visit && !fact.left().isVoid());
        if (allBack) {
            assertEquals(TierMeasure.ZERO, basis, "nothing counts that came back");
            assertEquals(0, member.history().visits());
            Totals totals = member.ledger()
                    .asOf(member.joinedAt().plusSeconds(1L << 33))
                    .totals();
            assertEquals(0, totals.redeemed(), "points paid have come back");
            assertEquals(
                    totals.accrued(),
                    totals.clawedBack() + totals.uncollected() + totals.moneyDue() + settledByExpiry(member));
        }
    }

    /** What clawbacks found expired already. */
    private static long settledByExpiry(Membership member) {
        long sum = 0;
        for (Entry entry : member.ledger().entries()) {
            if (entry instanceof Entry.Clawback clawback) {
                sum += clawback.expired().stream()
                        .mapToLong(part -> part.points())
                        .sum();
            }
        }
        return sum;
    }
}
