package io.loyalty.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.contact.Contact;
import io.loyalty.contact.ContactFacts;
import io.loyalty.contact.ContactPlan;
import io.loyalty.contact.ContactRule;
import io.loyalty.customer.Consent;
import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.ContactPreferences;
import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Allocation;
import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.Reason;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.DateWindow;
import io.loyalty.time.Term;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final CustomerId MEMBER = CustomerId.of("m1");
    private static final Program PROGRAM = Program.in(TOKYO, JPY)
            .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(100_000)))
            .earning(EarningRule.earn(1).perFull(Money.ofMinor(JPY, 100)).valid(Term.of(Period.ofYears(1))));

    private static Instant day(int month, int day) {
        return LocalDate.of(2026, month, day).atTime(12, 0).atZone(TOKYO).toInstant();
    }

    private static Visit visit(String id, Instant at, long yen) {
        return Visit.ofAmount(ActivityId.of(id), MEMBER, at, Place.store("ginza"), Money.ofMinor(JPY, yen));
    }

    private static Return back(String id, Instant at, String visit, long yen) {
        return new Return(
                ActivityId.of(id),
                MEMBER,
                at,
                ActivityId.of(visit),
                List.of(new ReturnedLine(0, Money.ofMinor(JPY, yen))));
    }

    private static Membership joined() {
        return PROGRAM.join(Customer.of(MEMBER), day(1, 1));
    }

    private static Reason reason(Outcome<Step> outcome) {
        return assertInstanceOf(Outcome.Rejected.class, outcome).rejection().reason();
    }

    @Test
    void aVisitEarnsAndCounts() {
        Step step = PROGRAM.record(joined(), visit("v1", day(2, 1), 100_050)).orElseThrow();
        assertEquals(1, step.entries().size());
        assertEquals(1_000, step.explanation().total());
        Status status = step.membership().statusAt(day(2, 1));
        assertEquals(1_000, status.points().available());
        assertEquals("Silver", status.tier().tier().name());
        assertEquals(0, step.membership().statusAt(day(1, 15)).points().available());
    }

    @Test
    void theSameVisitTwiceIsOneVisit() {
        Membership once = PROGRAM.record(joined(), visit("v1", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        Outcome<Step> again = PROGRAM.record(once, visit("v1", day(2, 1), 1_000));
        assertInstanceOf(Outcome.Duplicate.class, again);
        assertEquals(once, again.orElseThrow().membership());
        assertEquals(once.ledger().entries(), again.orElseThrow().entries());
        assertEquals(10, again.orElseThrow().explanation().total());
        assertEquals(Reason.KEY_REUSED, reason(PROGRAM.record(once, visit("v1", day(2, 1), 2_000))));
    }

    @Test
    void example13ClawsBackWhatTheRestNoLongerEarns() {
        Membership membership = PROGRAM.record(joined(), visit("v1", day(2, 1), 1_990))
                .orElseThrow()
                .membership();
        assertEquals(19, membership.ledger().balance(day(2, 1)));
        long[] returned = {660, 660, 670};
        long[] expected = {6, 7, 6};
        for (int i = 0; i < returned.length; i++) {
            Step step = PROGRAM.record(membership, back("r" + i, day(2, 2 + i), "v1", returned[i]))
                    .orElseThrow();
            Entry.Clawback clawback = (Entry.Clawback) step.entries().get(0);
            assertEquals(expected[i], clawback.taken().get(0).points());
            membership = step.membership();
        }
        assertEquals(0, membership.ledger().balance(day(3, 1)));
        assertEquals(0, membership.history().visits());
        assertEquals(Reason.RETURN_DOES_NOT_FIT, reason(PROGRAM.record(membership, back("r9", day(3, 2), "v1", 1))));
    }

    @Test
    void refusalsChangeNothingAndSayWhy() {
        Membership membership = joined();
        assertEquals(
                Reason.BEFORE_JOINING,
                reason(PROGRAM.record(membership, visit("v0", day(1, 1).minusSeconds(1), 100))));
        assertEquals(Reason.UNKNOWN_VISIT, reason(PROGRAM.record(membership, back("r", day(2, 1), "v1", 1))));
        Visit dollars =
                Visit.ofAmount(ActivityId.of("v2"), MEMBER, day(2, 1), Place.online("web"), Money.parse("USD 10.00"));
        assertEquals(Reason.FOREIGN_CURRENCY, reason(PROGRAM.record(membership, dollars)));
        Outcome<Step> short10 = PROGRAM.redeem(membership, Command.of("x", day(2, 1)), 10);
        assertEquals(Reason.INSUFFICIENT_POINTS, reason(short10));
        assertEquals(joined(), membership);
    }

    @Test
    void redeemsAndSweeps() {
        Membership membership = PROGRAM.record(joined(), visit("v1", day(2, 1), 10_000))
                .orElseThrow()
                .membership();
        membership = PROGRAM.redeem(membership, Command.of("x", day(3, 1)), 30)
                .orElseThrow()
                .membership();
        assertEquals(70, membership.ledger().balance(day(3, 1)));
        Instant later = LocalDate.of(2027, 2, 2).atStartOfDay(TOKYO).toInstant();
        assertEquals(0, membership.ledger().balance(later));
        Step swept = PROGRAM.sweep(membership, later).orElseThrow();
        assertTrue(swept.entries().get(0) instanceof Entry.Expiry);
    }

    @Test
    void pointsOnDifferentTermsAreLotsOfTheirOwnAndAReturnTakesFromEach() {
        Program program = PROGRAM.earning(
                EarningRule.earn(1)
                        .perFull(Money.ofMinor(JPY, 100))
                        .onCategory("tea")
                        .named("tea")
                        .valid(Term.of(Period.ofYears(1))),
                EarningRule.earn(1)
                        .perFull(Money.ofMinor(JPY, 100))
                        .onCategory("cake")
                        .named("cake")
                        .valid(Term.of(Period.ofYears(2))),
                EarningRule.multiply("a double", Ratio.of(2)));
        Visit visit = new Visit(
                ActivityId.of("v/1"),
                MEMBER,
                day(2, 1),
                Place.store("ginza"),
                JPY,
                List.of(Line.of("tea", 1, Money.ofMinor(JPY, 1_000)), Line.of("cake", 1, Money.ofMinor(JPY, 500))),
                List.of());
        Membership membership = PROGRAM.join(Customer.of(MEMBER), day(1, 1));
        Step step = program.record(membership, visit).orElseThrow();
        assertEquals(
                List.of("v%2F1/1 10 until 2028", "v%2F1/2 20 until 2027"),
                step.entries().stream()
                        .map(Entry.Accrual.class::cast)
                        .map(entry -> entry.stamp().key() + " " + entry.points() + " until "
                                + entry.expiresAt().atZone(TOKYO).getYear())
                        .sorted()
                        .toList());
        assertEquals(3, step.explanation().verdicts().size());

        Return back = new Return(
                ActivityId.of("r"),
                MEMBER,
                day(2, 2),
                visit.id(),
                List.of(new ReturnedLine(0, Money.ofMinor(JPY, 400)), new ReturnedLine(1, Money.ofMinor(JPY, 500))));
        Step returned = program.record(step.membership(), back).orElseThrow();
        Entry.Clawback clawback = (Entry.Clawback) returned.entries().get(0);
        assertEquals(18, clawback.taken().stream().mapToLong(Allocation::points).sum());
        assertEquals(2, clawback.taken().size());
        assertEquals(12, returned.membership().ledger().balance(day(2, 2)));
    }

    @Test
    void aContactPlanIsToldAllThatTheMembershipKnows() {
        Membership membership = PROGRAM.record(joined(), visit("v1", day(2, 1), 100_000))
                .orElseThrow()
                .membership();
        ContactFacts facts = membership.contactFacts();
        assertEquals(membership.customer(), facts.customer());
        assertEquals(membership.activities(), facts.activities());
        assertEquals(membership.ledger(), facts.points());
        assertEquals(membership.tiers(), facts.tiers());
        assertEquals(day(1, 1), facts.joinedAt());

        // The points die a year after the visit: the reminder is due a fortnight before.
        Customer consenting = membership
                .customer()
                .withContact(ContactPreferences.NONE
                        .withPreferred(ContactChannel.EMAIL)
                        .withConsent(Consent.granted(ContactChannel.EMAIL, Consent.SERVICE, day(1, 1)))
                        .withConsent(Consent.granted(ContactChannel.EMAIL, Consent.MARKETING, day(1, 1))));
        ContactPlan plan =
                ContactPlan.in(TOKYO).with(ContactRule.send("points-expire").beforePointsExpire(14));
        List<Contact> due = plan.due(
                        membership.with(consenting).contactFacts(),
                        DateWindow.ofDates(LocalDate.of(2026, 3, 1), LocalDate.of(2027, 3, 1)))
                .contacts();
        assertEquals(
                List.of("points-expire"), due.stream().map(Contact::template).toList());
        assertEquals(LocalDate.of(2027, 1, 18), due.get(0).date());
    }

    @Test
    void contradictionsAreRefusedByName() {
        IllegalArgumentException currency = assertThrows(
                IllegalArgumentException.class,
                () -> PROGRAM.earning(
                        EarningRule.earn(1).perFull(Money.parse("USD 1.00")).named("base")));
        assertEquals("rule 'base' must be in JPY: USD", currency.getMessage());
        IllegalArgumentException zone =
                assertThrows(IllegalArgumentException.class, () -> PROGRAM.ledger(LedgerPolicy.in(ZoneId.of("UTC"))));
        assertEquals("ledger must be in zone Asia/Tokyo: UTC", zone.getMessage());
        IllegalArgumentException other =
                assertThrows(IllegalArgumentException.class, () -> joined().with(Customer.of(CustomerId.of("m2"))));
        assertEquals("customer must be m1: m2", other.getMessage());
    }
}
