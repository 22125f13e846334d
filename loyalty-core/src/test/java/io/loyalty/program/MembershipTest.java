package io.loyalty.program;

import static io.loyalty.program.FrontDesk.ANN;
import static io.loyalty.program.FrontDesk.BEN;
import static io.loyalty.program.FrontDesk.JPY;
import static io.loyalty.program.FrontDesk.TOKYO;
import static io.loyalty.program.FrontDesk.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Referral;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.Qualification;
import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.Reason;
import io.loyalty.reward.Catalogue;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Programs and memberships as values, and facts that come again. */
class MembershipTest {

    private static final EarningRule BASE =
            EarningRule.earn(1).perFull(Money.ofMinor(JPY, 100)).named("base");

    private static Program program() {
        return Program.in(TOKYO, JPY)
                .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(10_000)))
                .earning(BASE);
    }

    private static Visit visit(CustomerId who, String id, Instant at, long yen) {
        return Visit.ofAmount(ActivityId.of(id), who, at, Place.store("ginza"), Money.ofMinor(JPY, yen));
    }

    private static Membership recorded(Membership member, Activity... facts) {
        Membership last = member;
        for (Activity fact : facts) {
            last = program().record(last, fact).orElseThrow().membership();
        }
        return last;
    }

    private static Membership joined() {
        return program().join(Customer.of(ANN), day(1, 1));
    }

    @Test
    void aMembershipKnowsItsFactsInTheOrderInWhichTheyCame() {
        Visit first = visit(ANN, "v1", day(2, 1), 5_000);
        Visit second = visit(ANN, "v2", day(1, 15), 700);
        Membership member = recorded(joined(), first);
        member = program().record(member, second, day(2, 1)).orElseThrow().membership();
        assertEquals(List.of(first, second), member.activities());
        assertEquals(
                List.of(new Membership.Fact(first, day(2, 1)), new Membership.Fact(second, day(2, 1))), member.facts());
        assertEquals("Membership[ann, 2 facts, PointsLedger[version 2, available 57]]", member.toString());
    }

    @Test
    void membershipsAreEqualIfTheirPastIs() {
        Visit visit = visit(ANN, "v1", day(2, 1), 5_000);
        Membership member = recorded(joined(), visit);
        assertEquals(recorded(joined(), visit), member);
        assertEquals(recorded(joined(), visit).hashCode(), member.hashCode());
        assertNotEquals(joined(), member);
        assertNotEquals(joined().hashCode(), member.hashCode());
        assertNotEquals(recorded(joined(), visit(ANN, "v1", day(2, 1), 5_001)), member, "as many points");
        assertNotEquals(recorded(joined(), visit(ANN, "v1", day(2, 2), 5_000)), member);
        assertNotEquals(recorded(program().join(Customer.of(ANN).withSegment("tea"), day(1, 1)), visit), member);
        assertNotEquals(member, null);
    }

    @Test
    void aReturnThatComesAgainIsADuplicateWithItsRefund() {
        Visit visit = visit(ANN, "v1", day(2, 1), 5_000);
        Return part = new Return(
                ActivityId.of("r1"),
                ANN,
                day(2, 2),
                visit.id(),
                List.of(new ReturnedLine(0, Money.ofMinor(JPY, 1_000))));
        Membership member = recorded(joined(), visit);
        Step first = program().record(member, part).orElseThrow();
        Outcome<Step> again = program().record(first.membership(), part);
        assertInstanceOf(Outcome.Duplicate.class, again);
        assertEquals(first.refunds(), again.orElseThrow().refunds());
        assertEquals(first.entries(), again.orElseThrow().entries());
        assertEquals(1, first.refunds().size());
        assertEquals(10, first.membership().ledger().asOf(day(2, 2)).totals().clawedBack());
        Return other = Return.rest(ActivityId.of("r1"), day(2, 2), visit, List.of());
        assertEquals(
                Reason.KEY_REUSED,
                assertInstanceOf(Outcome.Rejected.class, program().record(first.membership(), other))
                        .rejection()
                        .reason());
    }

    @Test
    void aReferralThatIsSettledAgainIsADuplicate() {
        Program program = program()
                .earning(
                        BASE,
                        EarningRule.earn(500)
                                .toReferrer(Qualification.firstOnly(30))
                                .named("thanks"));
        Membership ann = program.join(Customer.of(ANN), day(1, 1));
        Membership ben = program.join(Customer.of(BEN), day(1, 2));
        ben = program.refer(ben, new Referral(ANN, BEN, day(1, 2)), who -> Optional.empty())
                .orElseThrow()
                .membership();
        Step bought = program.record(ben, visit(BEN, "v1", day(1, 5), 1_000)).orElseThrow();
        assertEquals(List.of(ANN), bought.referrers());
        Step paid = program.settleReferral(ann, bought.membership(), ActivityId.of("v1"), day(1, 5))
                .orElseThrow();
        assertEquals(500, paid.membership().ledger().balance(day(1, 5)));
        Outcome<Step> again =
                program.settleReferral(paid.membership(), bought.membership(), ActivityId.of("v1"), day(1, 6));
        assertInstanceOf(Outcome.Duplicate.class, again);
        assertEquals(paid.membership(), again.orElseThrow().membership());
        assertEquals(paid.entries(), again.orElseThrow().entries());
    }

    @Test
    void commandsOfTheLedgerAreDuplicatesHereToo() {
        Membership member = recorded(joined(), visit(ANN, "v1", day(2, 1), 5_000));
        Command command = Command.of("x", day(2, 2));
        Step first = program().redeem(member, command, 20).orElseThrow();
        Outcome<Step> again = program().redeem(first.membership(), command, 20);
        assertInstanceOf(Outcome.Duplicate.class, again);
        assertEquals(first, again.orElseThrow());
        assertInstanceOf(Outcome.Applied.class, program().redeem(member, command, 20));
        assertInstanceOf(Outcome.Rejected.class, program().redeem(member, command, 51));
    }

    // ---- the program itself -------------------------------------------------------------------------------------

    @Test
    void aProgramTellsItsSettings() {
        LedgerPolicy policy = LedgerPolicy.in(TOKYO).with(LedgerPolicy.ExpiryClock.FROM_ACTIVATION);
        EarningPlan later = EarningPlan.of(BASE.named("later"));
        Program program = program().ledger(policy).earningFrom(LocalDate.of(2026, 5, 1), later);
        assertEquals(policy, program.ledger());
        assertEquals(later, program.earningOn(LocalDate.of(2026, 5, 1)));
        assertEquals(EarningPlan.of(BASE), program.earningOn(LocalDate.of(2026, 4, 30)));
        assertEquals(Catalogue.of(), program.rewards());
        assertEquals(JPY, program.currency());
    }

    @Test
    void programsAreEqualIfTheirSettingsAre() {
        assertEquals(program(), program());
        assertEquals(program().hashCode(), program().hashCode());
        for (Program other : List.of(
                program().dayTurnsAt(LocalTime.of(5, 0)),
                program().store(Place.store("paris"), ZoneId.of("Europe/Paris")),
                program().earning(BASE.named("other")),
                program().tiers(TierRules.ladder("Bronze")))) {
            assertNotEquals(other, program());
            assertNotEquals(other.hashCode(), program().hashCode());
        }
        assertNotEquals(program(), null);
    }

    @Test
    void aStoreMayKeepItsOwnTime() {
        Place paris = Place.store("paris");
        Program program = program()
                .store(paris, ZoneId.of("Europe/Paris"))
                .earning(EarningRule.bonus("sunday", 9).on(DayOfWeek.SUNDAY));
        // Monday morning in Tokyo.
        Instant at = Instant.parse("2026-02-01T20:00:00Z");
        for (Place place : List.of(paris, Place.store("ginza"))) {
            Visit visit = Visit.ofAmount(ActivityId.of("v"), ANN, at, place, Money.ofMinor(JPY, 100));
            Step step = program.record(program.join(Customer.of(ANN), day(1, 1)), visit)
                    .orElseThrow();
            assertEquals(place == paris ? 9 : 0, step.membership().ledger().balance(at));
        }
    }
}
