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
import io.loyalty.customer.Referral;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.Qualification;
import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.points.Grant;
import io.loyalty.points.Outcome;
import io.loyalty.points.Reason;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A fact that the ledger refuses is refused whole, by the ledger's reason. */
class RecordingTest {

    private static final EarningRule BASE =
            EarningRule.earn(1).perFull(Money.ofMinor(JPY, 100)).named("base");

    private static Program program() {
        return Program.in(TOKYO, JPY)
                .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.pointsEarned(100)))
                .earning(
                        BASE,
                        EarningRule.earn(500)
                                .toReferrer(Qualification.firstOnly(30))
                                .named("thanks"))
                .guestPurchasesWithin(Period.ofDays(30));
    }

    private static Visit visit(CustomerId who, String id, Instant at, String amount) {
        return Visit.ofAmount(ActivityId.of(id), who, at, Place.store("ginza"), Money.parse(amount));
    }

    private static Membership joined(CustomerId who) {
        return program().join(Customer.of(who), day(1, 1));
    }

    private static Reason reason(Outcome<Step> outcome) {
        return assertInstanceOf(Outcome.Rejected.class, outcome).rejection().reason();
    }

    @Test
    void whatTheLedgerRefusesIsRefused() {
        Membership full = program()
                .adjustUp(
                        joined(ANN), Command.of("a", day(1, 2)), Grant.of(Long.MAX_VALUE, Term.never()), "test", "desk")
                .orElseThrow()
                .membership();
        assertEquals(Reason.OVERFLOW, reason(program().record(full, visit(ANN, "v", day(1, 3), "JPY 100"))));
        Membership member = program()
                .record(joined(ANN), visit(ANN, "v", day(1, 3), "JPY 10000"))
                .orElseThrow()
                .membership();
        assertEquals(
                Reason.RECORDED_OUT_OF_ORDER,
                reason(program().record(member, visit(ANN, "w", day(1, 2), "JPY 100"), day(1, 2))));
        Return back = Return.whole(ActivityId.of("r"), day(1, 4), visit(ANN, "v", day(1, 3), "JPY 10000"));
        Membership later = program()
                .redeem(member, Command.of("x", day(1, 9)), 1)
                .orElseThrow()
                .membership();
        assertEquals(Reason.TOO_LATE, reason(program().record(later, back, day(1, 9))));
    }

    @Test
    void aReferralIsSettledInTheOrderOfTheLedger() {
        Membership ann = joined(ANN);
        Membership ben = program()
                .refer(joined(BEN), new Referral(ANN, BEN, day(1, 2)), who -> Optional.empty())
                .orElseThrow()
                .membership();
        ben = program()
                .record(ben, visit(BEN, "v", day(1, 5), "JPY 1000"))
                .orElseThrow()
                .membership();
        ActivityId fact = ActivityId.of("v");
        assertEquals(
                Reason.BEFORE_JOINING,
                reason(program().settleReferral(ann, ben, fact, day(1, 1).minusSeconds(1))));
        Membership busy = program()
                .record(ann, visit(ANN, "w", day(1, 9), "JPY 1000"))
                .orElseThrow()
                .membership();
        assertEquals(Reason.RECORDED_OUT_OF_ORDER, reason(program().settleReferral(busy, ben, fact, day(1, 6))));
        assertEquals(
                510,
                program()
                        .settleReferral(busy, ben, fact, day(1, 9))
                        .orElseThrow()
                        .membership()
                        .ledger()
                        .balance(day(1, 9)));
    }

    @Test
    void earlierPurchasesOfAGuestComeWithTheirEntries() {
        List<Visit> visits = List.of(visit(ANN, "v1", day(3, 1), "JPY 1000"), visit(ANN, "v2", day(3, 2), "JPY 2000"));
        Step step = program().join(Customer.of(ANN), day(3, 9), visits).orElseThrow();
        assertEquals(2, step.entries().size());
        assertEquals(step.membership().ledger().entries(), step.entries());
        assertEquals(30, step.membership().ledger().balance(day(3, 9)));
        assertEquals(
                Reason.FOREIGN_CURRENCY,
                reason(program().join(Customer.of(ANN), day(3, 9), List.of(visit(ANN, "v1", day(3, 1), "EUR 10.00")))));
    }

    @Test
    void pointsThatComeBackCountNoMoreTowardsTheTier() {
        Membership member = program()
                .record(joined(ANN), visit(ANN, "v", day(2, 1), "JPY 10050"))
                .orElseThrow()
                .membership();
        assertEquals("Silver", member.statusAt(day(2, 1)).tier().tier().name());
        Return some = new Return(
                ActivityId.of("r"),
                ANN,
                day(2, 2),
                ActivityId.of("v"),
                List.of(new ReturnedLine(0, Money.parse("JPY 3000"))));
        Membership after = program().record(member, some).orElseThrow().membership();
        assertEquals(
                30,
                after.statusAt(day(2, 2)).progress().keep().criteria().get(0).remaining());
    }
}
