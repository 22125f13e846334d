package io.loyalty.program;

import static io.loyalty.program.FrontDesk.ANN;
import static io.loyalty.program.FrontDesk.BASE;
import static io.loyalty.program.FrontDesk.BEN;
import static io.loyalty.program.FrontDesk.JPY;
import static io.loyalty.program.FrontDesk.PROGRAM;
import static io.loyalty.program.FrontDesk.TOKYO;
import static io.loyalty.program.FrontDesk.back;
import static io.loyalty.program.FrontDesk.day;
import static io.loyalty.program.FrontDesk.joined;
import static io.loyalty.program.FrontDesk.refusal;
import static io.loyalty.program.FrontDesk.visit;
import static io.loyalty.program.FrontDesk.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Referral;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.Qualification;
import io.loyalty.money.Ratio;
import io.loyalty.points.Entry;
import io.loyalty.points.Outcome;
import io.loyalty.points.Reason;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.CrossingRate;
import io.loyalty.tier.TierGrant;
import io.loyalty.tier.TierRules;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who stands where, who brought whom, and what guests have bought before they join. */
class TiersAndFriendsTest {

    // ---- tiers --------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"BEFORE, 100", "AFTER, 200", "SPLIT, 150"})
    void example15PaysTheCrossingVisit(CrossingRate rate, long expected) {
        Program program = Program.in(TOKYO, JPY)
                .tiers(TierRules.ladder("Bronze")
                        .with("Silver", Criterion.spendNet(100_000))
                        .with(rate))
                .earning(BASE, EarningRule.multiply("silver", Ratio.of(2)).forTier("Silver"));
        Membership member = program.record(joined(program, ANN), visit(ANN, "v1", day(2, 1), 95_000))
                .orElseThrow()
                .membership();
        assertEquals(
                expected,
                program.record(member, visit(ANN, "v2", day(2, 2), 10_000))
                        .orElseThrow()
                        .explanation()
                        .total());
    }

    @Test
    void plansAndLaddersChangeOnTheirDay() {
        Program program = PROGRAM.earningFrom(LocalDate.of(2026, 6, 1), EarningPlan.of(BASE.named("double"), BASE))
                .tiersFrom(
                        LocalDate.of(2026, 6, 1),
                        TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(200_000)));
        Membership member = joined(program, ANN);
        member = program.record(member, visit(ANN, "v1", day(5, 31), 1_000))
                .orElseThrow()
                .membership();
        assertEquals(10, member.ledger().balance(day(5, 31)));
        member = program.record(member, visit(ANN, "v2", day(6, 1), 1_000))
                .orElseThrow()
                .membership();
        assertEquals(30, member.ledger().balance(day(6, 1)));
        // What was earned under the old plan comes back under the old plan.
        member = program.record(member, back(ANN, "r1", day(6, 2), "v1", 0, 1_000))
                .orElseThrow()
                .membership();
        assertEquals(20, member.ledger().balance(day(6, 2)));
        assertEquals(
                "first must be after 2026-06-01: 2026-06-01",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> program.earningFrom(LocalDate.of(2026, 6, 1), EarningPlan.of()))
                        .getMessage());
    }

    @Test
    void nothingChangesBeforeTheNextChange() {
        Membership member = PROGRAM.record(joined(PROGRAM, ANN), visit(ANN, "v", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        Instant dies = LocalDate.of(2027, 2, 2).atStartOfDay(TOKYO).toInstant();
        assertEquals(Optional.of(dies), member.nextChangeAt(day(3, 1)));
        assertEquals(Optional.of(day(2, 1)), member.nextChangeAt(day(1, 15)));
        assertEquals(Optional.empty(), member.nextChangeAt(dies));
        TierGrant grant = TierGrant.of("Silver", day(4, 1), day(5, 1), "goodwill", "shop");
        assertEquals(Optional.of(day(4, 1)), member.with(grant).nextChangeAt(day(3, 1)));
    }

    // ---- referrals ----------------------------------------------------------------------------------------------

    private static final Program FRIENDS = PROGRAM.earning(
            EarningRule.earn(500)
                    .toReferrer(Qualification.firstQualifying(30))
                    .from(yen(3_000))
                    .named("for bringing a friend"),
            EarningRule.earn(300)
                    .toReferee(Qualification.firstQualifying(30))
                    .from(yen(3_000))
                    .named("for being brought"));

    private static Membership brought(Program program) {
        return program.refer(joined(program, BEN), new Referral(ANN, BEN, day(1, 1)), who -> Optional.empty())
                .orElseThrow()
                .membership();
    }

    @Test
    void example18RewardsBothOnTheFirstQualifyingPurchaseAndAReturnClawsBackBoth() {
        Membership ann = joined(FRIENDS, ANN);
        Membership ben = brought(FRIENDS);
        Step small = FRIENDS.record(ben, visit(BEN, "b1", day(1, 3), 2_500)).orElseThrow();
        assertEquals(List.of(), small.referrers());
        Step large = FRIENDS.record(small.membership(), visit(BEN, "b2", day(1, 9), 3_200))
                .orElseThrow();
        assertEquals(300, large.explanation().total());
        assertEquals(List.of(ANN), large.referrers());
        ben = large.membership();
        Step settled =
                FRIENDS.settleReferral(ann, ben, ActivityId.of("b2"), day(1, 9)).orElseThrow();
        assertEquals(500, settled.membership().ledger().balance(day(1, 9)));
        assertInstanceOf(
                Outcome.Duplicate.class,
                FRIENDS.settleReferral(settled.membership(), ben, ActivityId.of("b2"), day(1, 10)));

        Step undone =
                FRIENDS.record(ben, back(BEN, "r", day(1, 11), "b2", 0, 1_000)).orElseThrow();
        assertEquals(List.of(ANN), undone.referrers());
        assertEquals(0, undone.membership().ledger().balance(day(1, 11)));
        Step lost = FRIENDS.settleReferral(settled.membership(), undone.membership(), ActivityId.of("b2"), day(1, 11))
                .orElseThrow();
        assertEquals(0, lost.membership().ledger().balance(day(1, 11)));
        assertInstanceOf(Entry.Clawback.class, lost.entries().get(0));
    }

    @Test
    void referralsAreRefusedByName() {
        Membership ben = brought(FRIENDS);
        Referral other = new Referral(CustomerId.of("eve"), BEN, day(1, 2));
        assertEquals(
                Reason.ALREADY_REFERRED,
                refusal(FRIENDS.refer(ben, other, who -> Optional.empty())).reason());
        assertInstanceOf(
                Outcome.Duplicate.class,
                FRIENDS.refer(ben, new Referral(ANN, BEN, day(1, 1)), who -> Optional.empty()));
        assertEquals(
                Reason.REFERRAL_CYCLE,
                refusal(FRIENDS.refer(
                                joined(FRIENDS, ANN),
                                new Referral(BEN, ANN, day(1, 2)),
                                who -> who.equals(BEN) ? Optional.of(ANN) : Optional.empty()))
                        .reason());
        assertEquals(
                Reason.UNKNOWN_REFERRAL,
                refusal(FRIENDS.settleReferral(joined(FRIENDS, ANN), ben, ActivityId.of("none"), day(1, 9)))
                        .reason());
        assertEquals(
                "referral must be of customer ann: ben",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> FRIENDS.refer(
                                        joined(FRIENDS, ANN),
                                        new Referral(ANN, BEN, day(1, 1)),
                                        who -> Optional.empty()))
                        .getMessage());
    }

    // ---- joining ------------------------------------------------------------------------------------------------

    @Test
    void aGuestsPurchasesWithinTheWindowEarnOnJoining() {
        Program program = PROGRAM.guestPurchasesWithin(Period.ofDays(14));
        List<Visit> earlier = List.of(
                visit(ANN, "g2", day(1, 30), 2_000),
                visit(ANN, "g0", day(1, 10), 9_900),
                visit(ANN, "g1", day(1, 20), 1_000));
        Step step = program.join(Customer.of(ANN), day(2, 1), earlier).orElseThrow();
        assertEquals(2, step.explanations().size());
        assertEquals(30, step.membership().ledger().balance(day(2, 1)));
        assertEquals(0, step.membership().ledger().balance(day(1, 31)));
        assertEquals(
                "Bronze", step.membership().statusAt(day(2, 1)).tier().tier().name());
        Step back = program.record(step.membership(), back(ANN, "r", day(2, 2), "g2", 0, 2_000))
                .orElseThrow();
        assertEquals(10, back.membership().ledger().balance(day(2, 2)));
        assertEquals(
                0,
                PROGRAM.join(Customer.of(ANN), day(2, 1), earlier)
                        .orElseThrow()
                        .entries()
                        .size());
    }
}
