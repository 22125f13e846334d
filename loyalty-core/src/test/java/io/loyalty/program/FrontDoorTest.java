package io.loyalty.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Referral;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.Qualification;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Activation;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointType;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.reward.Catalogue;
import io.loyalty.reward.Price;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.reward.Refund;
import io.loyalty.reward.ReturnPolicy;
import io.loyalty.reward.Reward;
import io.loyalty.reward.Stock;
import io.loyalty.reward.Wish;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.CrossingRate;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierGrant;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.SignUp;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verbs of a program, where several rooms must agree. */
class FrontDoorTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final CustomerId ANN = CustomerId.of("ann");
    private static final CustomerId BEN = CustomerId.of("ben");
    private static final EarningRule BASE =
            EarningRule.earn(1).perFull(yen(100)).named("base").valid(Term.of(Period.ofYears(1)));
    private static final Program PROGRAM = Program.in(TOKYO, JPY)
            .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(100_000)))
            .earning(BASE)
            .payment(RedemptionPolicy.of(1, yen(1)));

    private static Money yen(long amount) {
        return Money.ofMinor(JPY, amount);
    }

    private static Instant day(int month, int day) {
        return LocalDate.of(2026, month, day).atTime(12, 0).atZone(TOKYO).toInstant();
    }

    private static Visit visit(CustomerId who, String id, Instant at, long... amounts) {
        Visit visit = Visit.of(ActivityId.of(id), who, at, Place.store("ginza"), JPY);
        for (long amount : amounts) {
            visit = visit.withLine(Line.of("food", yen(amount)));
        }
        return visit;
    }

    private static Return back(CustomerId who, String id, Instant at, String visit, int line, long amount) {
        return new Return(
                ActivityId.of(id), who, at, ActivityId.of(visit), List.of(new ReturnedLine(line, yen(amount))));
    }

    private static Membership joined(Program program, CustomerId who) {
        return program.join(Customer.of(who), day(1, 1));
    }

    private static Membership given(Program program, CustomerId who, long points) {
        return program.adjustUp(
                        joined(program, who),
                        Command.of("gift", day(1, 1)),
                        Grant.of(points, Term.never()),
                        "welcome gift",
                        "shop")
                .orElseThrow()
                .membership();
    }

    private static Rejection refusal(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Rejected.class, outcome).rejection();
    }

    // ---- bills paid with points, and returns --------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({"PROPORTIONAL, 400, 3600", "CASH_FIRST, 0, 4000", "POINTS_FIRST, 1000, 3000"})
    void example14SplitsARefundAndRestoresItsPoints(ReturnPolicy policy, long points, long money) {
        Program program = PROGRAM.returns(policy);
        Membership member = given(program, ANN, 1_000);
        Tender tender =
                program.pay(member, yen(10_000), 1_000, day(2, 1)).orElseThrow().tender();
        Visit visit = visit(ANN, "v", day(2, 1), 6_000, 4_000)
                .withTender(tender)
                .withTender(Tender.of(TenderKind.CASH, yen(9_000)));
        Step paid = program.record(member, visit).orElseThrow();
        assertInstanceOf(Entry.Redemption.class, paid.entries().get(0));
        assertEquals(90, paid.explanation().total());
        assertEquals(90, paid.membership().ledger().balance(day(2, 1)));

        Step step = program.record(paid.membership(), back(ANN, "r", day(2, 3), "v", 1, 4_000))
                .orElseThrow();
        Refund refund = step.refund().orElseThrow();
        assertEquals(points, refund.points());
        assertEquals(yen(money), refund.money());
        long earned = (6_000 - (1_000 - points)) / 100;
        assertEquals(points + earned, step.membership().ledger().balance(day(2, 3)));

        Step rest = program.record(step.membership(), back(ANN, "r2", day(2, 4), "v", 0, 6_000))
                .orElseThrow();
        assertEquals(1_000, points + rest.refund().orElseThrow().points());
        assertEquals(yen(9_000 - money), rest.refund().orElseThrow().money());
        assertEquals(1_000, rest.membership().ledger().balance(day(2, 4)));
        assertEquals(
                step.refund(),
                program.record(rest.membership(), back(ANN, "r", day(2, 3), "v", 1, 4_000))
                        .orElseThrow()
                        .refund());
    }

    @Test
    void aBillCannotBePaidWithPointsThatAreNotThere() {
        Membership member = given(PROGRAM, ANN, 10);
        Visit visit = visit(ANN, "v", day(2, 1), 500)
                .withTender(Tender.points(11, yen(11)))
                .withTender(Tender.of(TenderKind.CASH, yen(489)));
        assertEquals(
                Rejection.of(Reason.INSUFFICIENT_POINTS).reason(),
                refusal(PROGRAM.record(member, visit)).reason());
        assertEquals(10, PROGRAM.quotePayment(member, yen(500), day(2, 1)).most());
        IllegalStateException none = assertThrows(
                IllegalStateException.class, () -> Program.in(TOKYO, JPY).quotePayment(member, yen(500), day(2, 1)));
        assertEquals("points do not pay bills in this program", none.getMessage());
    }

    @Test
    void whatIsWorthMoreThanALongHoldsIsRefused() {
        Program lavish =
                PROGRAM.earning(EarningRule.earn(1_000_000).perFull(yen(1)).named("lavish"));
        Membership member = joined(lavish, ANN);
        assertEquals(
                Rejection.of(Reason.OVERFLOW),
                refusal(lavish.record(member, visit(ANN, "v", day(2, 1), Long.MAX_VALUE / 1_000))));
    }

    @Test
    void aReturnTakesTheTierBasisBackToTheLastYen() {
        Membership member = PROGRAM.record(joined(PROGRAM, ANN), visit(ANN, "v", day(2, 1), 60_000, 40_000))
                .orElseThrow()
                .membership();
        assertEquals("Silver", member.statusAt(day(2, 1)).tier().tier().name());
        Membership less = PROGRAM.record(member, back(ANN, "r", day(2, 2), "v", 1, 1))
                .orElseThrow()
                .membership();
        assertEquals(
                99_999,
                less.tiers().facts().stream().mapToLong(TierFact::netMinor).sum());
    }

    @Test
    void cancelledAndCompletedAgainEarnsAgain() {
        Membership member = joined(PROGRAM, ANN);
        member = PROGRAM.record(member, visit(ANN, "v1", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        member = PROGRAM.record(member, back(ANN, "c1", day(2, 1), "v1", 0, 1_000))
                .orElseThrow()
                .membership();
        assertEquals(0, member.ledger().balance(day(2, 1)));
        member = PROGRAM.record(member, visit(ANN, "v2", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        assertEquals(10, member.ledger().balance(day(2, 1)));
        assertEquals(1, member.history().visits());
    }

    @Test
    void factsWhoseIdsDifferInASlashDoNotMeetInOneKey() {
        Program program = PROGRAM.earning(BASE.named("b/base"), BASE.named("base"));
        Membership member = joined(program, ANN);
        member = program.record(member, visit(ANN, "a", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        member = program.record(member, visit(ANN, "a/b", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        assertEquals(40, member.ledger().balance(day(2, 1)));
    }

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

    // ---- rewards ------------------------------------------------------------------------------------------------

    private static final Wish COFFEES = Wish.of("coffee", Price.points(50)).times(2);
    private static final Program CAFE =
            PROGRAM.rewards(Catalogue.of(Reward.of("coffee", Price.points(50)).whileStockLasts()));

    @Test
    void aRewardIsRedeemedWithStockAndUses() {
        Membership member = given(CAFE, ANN, 120);
        Stock stock = Stock.of("coffee", 3);
        assertTrue(CAFE.quote(member, "coffee", 2, stock, day(2, 1)).isPossible());
        RewardStep step =
                CAFE.redeem(member, Command.of("c", day(2, 1)), COFFEES, stock).orElseThrow();
        assertEquals(20, step.step().membership().ledger().balance(day(2, 1)));
        assertEquals(1, step.redemption().stock().available(day(2, 1)));
        Rejection missing = refusal(CAFE.redeem(
                step.step().membership(),
                Command.of("d", day(2, 2)),
                COFFEES,
                step.redemption().stock()));
        assertEquals(Reason.OUT_OF_STOCK, missing.reason());
        assertEquals(
                Reason.INSUFFICIENT_POINTS,
                refusal(CAFE.redeem(
                                step.step().membership(), Command.of("d", day(2, 2)), COFFEES, Stock.of("coffee", 9)))
                        .reason());
        RewardStep undone = CAFE.cancel(
                        step.step().membership(),
                        Command.of("u", day(2, 3)),
                        "c",
                        1,
                        step.redemption().stock())
                .orElseThrow();
        assertEquals(70, undone.step().membership().ledger().balance(day(2, 3)));
        assertEquals(2, undone.redemption().stock().available(day(2, 3)));
    }

    @Test
    void aHeldRewardIsCapturedOrReleased() {
        Membership member = given(CAFE, ANN, 120);
        RewardStep held = CAFE.hold(member, Command.of("h", day(2, 1)), COFFEES, day(2, 2), Stock.of("coffee", 3))
                .orElseThrow();
        assertEquals(20, held.step().membership().statusAt(day(2, 1)).points().available());
        RewardStep taken = CAFE.capture(
                        held.step().membership(),
                        Command.of("t", day(2, 1)),
                        "h",
                        1,
                        held.redemption().stock())
                .orElseThrow();
        assertEquals(70, taken.step().membership().ledger().balance(day(2, 1)));
        assertEquals(2, taken.redemption().stock().available(day(2, 1)));
        RewardStep released = CAFE.release(
                        held.step().membership(),
                        Command.of("t", day(2, 1)),
                        "h",
                        held.redemption().stock())
                .orElseThrow();
        assertEquals(120, released.step().membership().ledger().balance(day(2, 1)));
    }

    // ---- points -------------------------------------------------------------------------------------------------

    @Test
    void pointsAreHeldCapturedReleasedRestoredAndAdjusted() {
        Membership member = given(PROGRAM, ANN, 100);
        member = PROGRAM.hold(member, Command.of("h", day(2, 1)), 80, day(3, 1))
                .orElseThrow()
                .membership();
        member = PROGRAM.capture(member, Command.of("c", day(2, 2)), "h", 50)
                .orElseThrow()
                .membership();
        assertEquals(50, member.ledger().balance(day(2, 2)));
        assertEquals(
                Reason.HOLD_CAPTURED,
                refusal(PROGRAM.release(member, Command.of("x", day(2, 3)), "h"))
                        .reason());
        member = PROGRAM.restore(member, Command.of("u", day(2, 4)), "c", 20)
                .orElseThrow()
                .membership();
        member = PROGRAM.adjustDown(member, Command.of("a", day(2, 5)), 5, "typing error", "shop")
                .orElseThrow()
                .membership();
        assertEquals(65, member.ledger().balance(day(2, 5)));
        member = PROGRAM.post(member, ledger -> ledger.forfeit(Command.of("f", day(2, 6)), PointType.POINTS, "left"))
                .orElseThrow()
                .membership();
        assertEquals(0, member.ledger().balance(day(2, 6)));
    }

    // ---- two members --------------------------------------------------------------------------------------------

    @Test
    void pointsGoFromOneToTheOther() {
        TransferStep step = PROGRAM.transfer(
                        given(PROGRAM, ANN, 100), given(PROGRAM, BEN, 1), Command.of("t", day(2, 1)), 60)
                .orElseThrow();
        assertEquals(40, step.from().membership().ledger().balance(day(2, 1)));
        assertEquals(61, step.into().membership().ledger().balance(day(2, 1)));
    }

    @ParameterizedTest
    @CsvSource({"KEEP_ONE, 150", "KEEP_BOTH, 250"})
    void mergedMembershipsAreOneWithAllPointsTierAndPast(OneOffBonuses bonuses, long expected) {
        Program program = PROGRAM.earning(BASE, EarningRule.earn(100).onSignUp().named("welcome"));
        Membership ann = joined(program, ANN);
        ann = program.record(ann, new SignUp(ActivityId.of("s1"), ANN, day(1, 1), Place.store("ginza")))
                .orElseThrow()
                .membership();
        ann = program.record(ann, visit(ANN, "v1", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        Membership ben = program.join(Customer.of(BEN), day(1, 2));
        ben = program.record(ben, new SignUp(ActivityId.of("s2"), BEN, day(1, 2), Place.store("ginza")))
                .orElseThrow()
                .membership();
        ben = program.record(ben, visit(BEN, "v2", day(2, 2), 4_000))
                .orElseThrow()
                .membership();
        TransferStep step =
                program.merge(ben, ann, Command.of("m", day(3, 1)), bonuses).orElseThrow();
        Membership one = step.into().membership();
        assertEquals(expected, one.ledger().balance(day(3, 1)));
        assertEquals(0, step.from().membership().ledger().balance(day(3, 1)));
        assertEquals(2, one.history().visits());
        assertEquals(
                95_000,
                one.statusAt(day(3, 1))
                        .progress()
                        .next()
                        .orElseThrow()
                        .criteria()
                        .get(0)
                        .remaining());
        assertInstanceOf(
                Outcome.Duplicate.class,
                program.merge(step.from().membership(), one, Command.of("m", day(3, 1)), bonuses));
    }

    // ---- rebuilding ---------------------------------------------------------------------------------------------

    private static Membership eventful() {
        Membership member = given(PROGRAM, ANN, 1_000);
        member = PROGRAM.record(
                        member,
                        visit(ANN, "v1", day(2, 1), 6_000, 4_000)
                                .withTender(Tender.points(1_000, yen(1_000)))
                                .withTender(Tender.of(TenderKind.CASH, yen(9_000))))
                .orElseThrow()
                .membership();
        member = PROGRAM.record(member, visit(ANN, "v2", day(2, 9), 95_000), day(2, 11))
                .orElseThrow()
                .membership();
        member = PROGRAM.record(member, back(ANN, "r1", day(2, 12), "v1", 1, 4_000))
                .orElseThrow()
                .membership();
        member = PROGRAM.redeem(member, Command.of("x", day(2, 13)), 300)
                .orElseThrow()
                .membership();
        return PROGRAM.sweep(member, day(12, 31)).orElseThrow().membership();
    }

    @Test
    void aMembershipIsRebuiltFromItsFactsAndEntries() {
        Membership member = eventful();
        Membership rebuilt = PROGRAM.rebuild(
                member.customer(), member.joinedAt(), List.of(), member.ledger().entries(), member.facts());
        assertEquals(member, rebuilt);
        Visit next = visit(ANN, "v3", day(12, 31), 12_345);
        assertEquals(PROGRAM.record(member, next), PROGRAM.record(rebuilt, next));
    }

    @Test
    void rebuildingNamesTheFactThatDoesNotFit() {
        Membership member = eventful();
        List<Entry> entries = member.ledger().entries();
        assertEquals(
                "fact 'v1' must have its entries: v1/ is missing",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PROGRAM.rebuild(
                                        member.customer(),
                                        member.joinedAt(),
                                        List.of(),
                                        entries.subList(0, 1),
                                        member.facts()))
                        .getMessage());
        assertEquals(
                "fact 'r1' could not have been recorded: UNKNOWN_VISIT",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PROGRAM.rebuild(
                                        member.customer(),
                                        member.joinedAt(),
                                        List.of(),
                                        entries,
                                        member.facts().subList(2, 3)))
                        .getMessage());
    }

    @Test
    void aSerializedMembershipIsASnapshotThatGoesOn() throws IOException, ClassNotFoundException {
        Membership member = eventful();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(member);
            out.writeObject(PROGRAM);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Membership read = (Membership) in.readObject();
            Program program = (Program) in.readObject();
            assertEquals(member, read);
            assertEquals(PROGRAM, program);
            Visit next = visit(ANN, "v3", day(12, 31), 12_345);
            assertEquals(PROGRAM.record(member, next), program.record(read, next));
            assertEquals(
                    PROGRAM.record(member, back(ANN, "r2", day(12, 31), "v2", 0, 5)),
                    program.record(read, back(ANN, "r2", day(12, 31), "v2", 0, 5)));
        }
    }

    @Test
    void twoFuturesOfOneMembershipKeepApart() {
        Membership member = joined(PROGRAM, ANN);
        Membership left = PROGRAM.record(member, visit(ANN, "left", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        Membership right = PROGRAM.record(member, visit(ANN, "right", day(2, 1), 2_000))
                .orElseThrow()
                .membership();
        assertInstanceOf(Outcome.Applied.class, PROGRAM.record(right, visit(ANN, "left", day(2, 2), 1_000)));
        assertInstanceOf(Outcome.Duplicate.class, PROGRAM.record(left, visit(ANN, "left", day(2, 1), 1_000)));
        assertInstanceOf(Outcome.Applied.class, PROGRAM.record(member, visit(ANN, "left", day(2, 1), 5_000)));
    }

    // ---- contradictions -----------------------------------------------------------------------------------------

    private static String refusedBy(Runnable configuration) {
        return assertThrows(IllegalArgumentException.class, configuration::run).getMessage();
    }

    @Test
    void contradictionsAreRefusedByName() {
        assertEquals(
                "rule 'late' must not let points expire before they become usable: AFTER P30D and P10D",
                refusedBy(() -> PROGRAM.earning(EarningRule.earn(1)
                        .perVisit()
                        .named("late")
                        .usable(Activation.after(Period.ofDays(30)))
                        .valid(Term.of(Period.ofDays(10))))));
        assertEquals(
                "rule 'late' must not let points expire before they become usable: ON 2026-12-24 and UNTIL 2026-11-30",
                refusedBy(() -> PROGRAM.earning(EarningRule.earn(1)
                        .perVisit()
                        .named("late")
                        .usable(Activation.on(LocalDate.of(2026, 12, 24)))
                        .valid(Term.until(LocalDate.of(2026, 11, 30))))));
        EarningRule monthEnd = EarningRule.earn(1)
                .perVisit()
                .named("month end")
                .usable(Activation.after(Period.ofDays(14)))
                .valid(Term.endOfMonth(Period.ZERO));
        assertEquals(
                "rule 'month end' must not let points expire before they become usable: AFTER P14D and "
                        + Term.endOfMonth(Period.ZERO),
                refusedBy(() -> PROGRAM.earning(monthEnd)));
        assertEquals(
                PROGRAM.ledger(LedgerPolicy.in(TOKYO).with(LedgerPolicy.ExpiryClock.FROM_ACTIVATION))
                        .earning(monthEnd)
                        .earning()
                        .rules(),
                List.of(monthEnd));
        assertEquals(
                "rule 'gold' must name tiers of the ladder [Bronze, Silver]: 'Gold'",
                refusedBy(() -> PROGRAM.earning(
                        EarningRule.multiply("gold", Ratio.of(2)).forTier("Gold"))));
        assertEquals(
                "rule 'silver' must name tiers of the ladder [Bronze]: 'Silver'",
                refusedBy(() -> PROGRAM.earning(
                                EarningRule.multiply("silver", Ratio.of(2)).forTier("Silver"))
                        .tiers(TierRules.ladder("Bronze"))));
        assertEquals(
                "rule 'dear' must be in JPY: USD",
                refusedBy(() -> PROGRAM.earning(
                        EarningRule.earn(1).perVisit().named("dear").from(Money.parse("USD 5.00")))));
        assertEquals("rules must have ids of their own: 'base'", refusedBy(() -> PROGRAM.earning(BASE, BASE)));
        assertEquals(
                "reward 'mug' must be in JPY: USD",
                refusedBy(() -> PROGRAM.rewards(
                        Catalogue.of(Reward.of("mug", Price.points(5).and(Money.parse("USD 1.00")))))));
        assertEquals(
                "reward 'mug' must name tiers of the ladder [Bronze, Silver]: 'Gold'",
                refusedBy(() -> PROGRAM.rewards(
                        Catalogue.of(Reward.of("mug", Price.points(5)).forTier("Gold")))));
        assertEquals(
                "payment must be in JPY: USD",
                refusedBy(() -> PROGRAM.payment(RedemptionPolicy.of(1, Money.parse("USD 0.01")))));
        assertEquals(
                "guest window must not be negative: P-1D",
                refusedBy(() -> PROGRAM.guestPurchasesWithin(Period.ofDays(-1))));
        assertTrue(refusedBy(() -> TierRules.ladder("Bronze")
                        .with("Silver", Criterion.spendNet(100))
                        .with("Gold", Criterion.spendNet(99)))
                .contains("Gold"));
    }

    @Test
    void daysTurnWhereTheProgramSays() {
        Program program = PROGRAM.dayTurnsAt(LocalTime.of(5, 0));
        assertEquals(LocalTime.of(5, 0), program.tiers().day().cutOff());
        assertEquals(
                "Program[" + program.day() + ", JPY, 1 rules, 0 rewards, tiers [Bronze, Silver]]", program.toString());
    }
}
