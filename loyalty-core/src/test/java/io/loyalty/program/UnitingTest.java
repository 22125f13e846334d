package io.loyalty.program;

import static io.loyalty.program.FrontDesk.ANN;
import static io.loyalty.program.FrontDesk.BEN;
import static io.loyalty.program.FrontDesk.JPY;
import static io.loyalty.program.FrontDesk.TOKYO;
import static io.loyalty.program.FrontDesk.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.Cap;
import io.loyalty.earning.Condition;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointType;
import io.loyalty.points.Reason;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transfers between memberships, and two memberships that become one. */
class UnitingTest {

    private static final EarningRule BASE =
            EarningRule.earn(1).perFull(Money.ofMinor(JPY, 100)).named("base").valid(Term.of(Period.ofYears(1)));

    private static Program program(EarningRule... more) {
        EarningRule[] rules = new EarningRule[more.length + 1];
        rules[0] = BASE;
        System.arraycopy(more, 0, rules, 1, more.length);
        return Program.in(TOKYO, JPY)
                .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(10_000)))
                .earning(rules);
    }

    private static Membership comes(Program program, Membership member, String id, Instant at, long yen) {
        Visit visit = Visit.ofAmount(
                ActivityId.of(id), member.customer().id(), at, Place.store("ginza"), Money.ofMinor(JPY, yen));
        return program.record(member, visit).orElseThrow().membership();
    }

    private static Membership joined(Program program, CustomerId who, Instant at) {
        return program.join(Customer.of(who), at);
    }

    private static Reason reason(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Rejected.class, outcome).rejection().reason();
    }

    @Test
    void aTransferIsDoneOnceOrRefused() {
        Program program = program();
        Membership ann = comes(program, joined(program, ANN, day(1, 1)), "v", day(1, 5), 5_000);
        Membership ben = joined(program, BEN, day(1, 1));
        Command command = Command.of("t", day(2, 1));
        TransferStep step = program.transfer(ann, ben, command, 20).orElseThrow();
        Outcome<TransferStep> again =
                program.transfer(step.from().membership(), step.into().membership(), command, 20);
        assertInstanceOf(Outcome.Duplicate.class, again);
        assertEquals(step.from().membership(), again.orElseThrow().from().membership());
        assertEquals(step.into().membership(), again.orElseThrow().into().membership());
        assertEquals(Reason.INSUFFICIENT_POINTS, reason(program.transfer(ann, ben, command, 51)));
        assertEquals(Reason.SAME_ACCOUNT, reason(program.transfer(ann, ann, command, 1)));
    }

    @Test
    void aMergeIsRefusedWholeIfOnePartIs() {
        Program program = program();
        Membership ann = joined(program, ANN, day(1, 1));
        Membership ben = comes(program, joined(program, BEN, day(1, 1)), "v", day(1, 5), 5_000);
        Membership holding = program.hold(ben, Command.of("h", day(1, 6)), 5, day(9, 1))
                .orElseThrow()
                .membership();
        assertEquals(
                Reason.OPEN_HOLDS,
                reason(program.merge(holding, ann, Command.of("m", day(2, 1)), OneOffBonuses.KEEP_BOTH)));
        assertEquals(
                Reason.SAME_ACCOUNT,
                reason(program.merge(ben, ben, Command.of("m", day(2, 1)), OneOffBonuses.KEEP_BOTH)));
    }

    @Test
    void allCurrenciesGoWithOneMerge() {
        PointType miles = new PointType("miles", PointType.Nature.REGULAR);
        Program program = program(EarningRule.earn(3).perVisit().named("miles").giving(miles));
        Membership ann = comes(program, joined(program, ANN, day(1, 1)), "v1", day(1, 5), 1_000);
        Membership ben = comes(program, joined(program, BEN, day(1, 1)), "v2", day(1, 6), 5_000);
        TransferStep step = program.merge(ben, ann, Command.of("m", day(2, 1)), OneOffBonuses.KEEP_BOTH)
                .orElseThrow();
        Membership one = step.into().membership();
        assertEquals(60, one.ledger().balance(day(2, 1)));
        assertEquals(6, one.ledger().asOf(day(2, 1), "miles").balance());
        assertEquals(
                List.of("m", "m/miles"),
                step.into().entries().stream().map(entry -> entry.stamp().key()).toList());
        assertEquals(
                0, step.from().membership().ledger().asOf(day(2, 1), "miles").balance());
    }

    @Test
    void whoHasOnlyOtherPointsIsMergedOnce() {
        PointType miles = new PointType("miles", PointType.Nature.REGULAR);
        Program program = Program.in(TOKYO, JPY)
                .earning(EarningRule.earn(3).perVisit().named("miles").giving(miles));
        Membership ann = comes(program, joined(program, ANN, day(1, 1)), "v1", day(1, 5), 1_000);
        Membership ben = comes(program, joined(program, BEN, day(1, 1)), "v2", day(1, 6), 5_000);
        Command command = Command.of("m", day(2, 1));
        TransferStep step =
                program.merge(ben, ann, command, OneOffBonuses.KEEP_BOTH).orElseThrow();
        Outcome<TransferStep> again =
                program.merge(step.from().membership(), step.into().membership(), command, OneOffBonuses.KEEP_BOTH);
        assertInstanceOf(Outcome.Duplicate.class, again);
        assertEquals(step.into().membership(), again.orElseThrow().into().membership());
    }

    /** Whichever of the two joined first, the one that goes on is a member since then. */
    @Test
    void theEarlierJoiningStands() {
        Program program = program();
        for (int[] months : new int[][] {{1, 3}, {3, 1}}) {
            Membership ann = joined(program, ANN, day(months[0], 1));
            Membership ben = joined(program, BEN, day(months[1], 1));
            ann = comes(program, ann, "v1", day(4, 1), 6_000);
            ben = comes(program, ben, "v2", day(4, 2), 5_000);
            Membership one = program.merge(ben, ann, Command.of("m", day(5, 1)), OneOffBonuses.KEEP_BOTH)
                    .orElseThrow()
                    .into()
                    .membership();
            assertEquals(day(1, 1), one.tiers().joinedAt());
            assertEquals("Silver", one.statusAt(day(5, 1)).tier().tier().name(), "6,000 and 5,000");
            assertEquals(
                    "Bronze",
                    one.tiers().knownAt(day(4, 30)).statusAt(day(4, 30)).tier().name(),
                    "not known yet");
            assertEquals(2, one.history().visits());
        }
    }

    /** What a rule that pays once has given to both is given back once; of any other rule both are kept. */
    @Test
    void oneOffBonusesAreThoseThatPayOnce() {
        EarningRule bonus = EarningRule.bonus("bonus", 70);
        Object[][] rules = {
            {bonus.when(Condition.firstPurchase()), true},
            {bonus.when(Condition.firstPurchase()).from(Money.ofMinor(JPY, 500)), true},
            {bonus.atMost(Cap.times(1, Cap.Per.LIFETIME)), true},
            {bonus.atMost(Cap.times(2, Cap.Per.LIFETIME)), false},
            {bonus.atMost(Cap.times(1, Cap.Per.BUSINESS_DAY)), false},
            {bonus.atMost(Cap.points(1_000, Cap.Per.LIFETIME)), false},
            {bonus.from(Money.ofMinor(JPY, 500)), false},
            {bonus, false}
        };
        for (Object[] rule : rules) {
            Program program = program((EarningRule) rule[0]);
            Membership ann = comes(program, joined(program, ANN, day(1, 1)), "v1", day(1, 5), 1_000);
            Membership ben = comes(program, joined(program, BEN, day(1, 1)), "v2", day(1, 6), 1_000);
            for (OneOffBonuses bonuses : OneOffBonuses.values()) {
                long balance = program.merge(ben, ann, Command.of("m", day(2, 1)), bonuses)
                        .orElseThrow()
                        .into()
                        .membership()
                        .ledger()
                        .balance(day(2, 1));
                boolean once = bonuses == OneOffBonuses.KEEP_ONE && (boolean) rule[1];
                assertEquals(once ? 90 : 160, balance, rule[0] + " " + bonuses);
            }
        }
    }

    @Test
    void aBonusThatOnlyOneHasStays() {
        Program program = program(
                EarningRule.bonus("first", 70).when(Condition.firstPurchase()).from(Money.ofMinor(JPY, 5_000)));
        Membership ann = comes(program, joined(program, ANN, day(1, 1)), "v1", day(1, 5), 1_000);
        Membership ben = comes(program, joined(program, BEN, day(1, 1)), "v2", day(1, 6), 5_000);
        assertEquals(
                130,
                program.merge(ben, ann, Command.of("m", day(2, 1)), OneOffBonuses.KEEP_ONE)
                        .orElseThrow()
                        .into()
                        .membership()
                        .ledger()
                        .balance(day(2, 1)));
    }
}
