package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.money.Ratio;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BenefitUsesTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private static final Benefit LOUNGE_ONCE =
            new Benefit.PriorityReservation("lounge", Allowance.of(1, AllowancePeriod.MONTH));

    private static final Benefit LOUNGE_THRICE =
            new Benefit.PriorityReservation("lounge", Allowance.of(3, AllowancePeriod.MONTH));

    private static final Benefit GIFT = new Benefit.Gift("welcome", "box", Allowance.of(1, AllowancePeriod.STAY));

    private static final Benefit OFF = new Benefit.Discount("off", Ratio.ofPercent(5), Allowance.unlimited());

    private static final TierRules RULES = TierRules.ladder("Bronze")
            .with("Silver", Criterion.spendNet(100))
            .with("Gold", Criterion.spendNet(200))
            .with("Silver", LOUNGE_ONCE)
            .with("Silver", GIFT)
            .with("Gold", LOUNGE_THRICE)
            .with("Gold", OFF);

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(TOKYO).toInstant();
    }

    private static TierHistory joined() {
        return TierPlan.of(RULES, TOKYO).open(day("2026-01-10"));
    }

    private static TierHistory silver() {
        return joined().plus(TierFact.visit(day("2026-03-10"), 100, 110, 1));
    }

    private static BenefitUses used(BenefitOutcome outcome) {
        return assertInstanceOf(BenefitOutcome.Used.class, outcome).uses();
    }

    @Test
    void anAllowanceIsGrantedUsedUpAndRenewed() {
        TierHistory history = silver();
        BenefitOutcome.Used first = assertInstanceOf(
                BenefitOutcome.Used.class, BenefitUses.none().use(history, "u1", "lounge", day("2026-03-20")));

        assertEquals(new BenefitStanding(LOUNGE_ONCE, 1, 0, day("2026-04-01"), day("2028-01-01")), first.standing());
        assertEquals(
                new BenefitOutcome.Refused(BenefitOutcome.Reason.USED_UP, 1, 1, day("2026-04-01")),
                first.uses().use(history, "u2", "lounge", day("2026-03-31")));
        assertEquals(
                2,
                used(first.uses().use(history, "u2", "lounge", day("2026-04-01")))
                        .uses()
                        .size());
    }

    @Test
    void standingsShowEveryBenefitOfTheTier() {
        BenefitUses uses = used(BenefitUses.none().use(silver(), "u1", "lounge", day("2026-03-20")));

        assertEquals(
                List.of(
                        new BenefitStanding(LOUNGE_ONCE, 1, 0, day("2026-04-01"), day("2028-01-01")),
                        new BenefitStanding(GIFT, 0, 1, Instant.MAX, day("2028-01-01"))),
                uses.standingsAt(silver(), day("2026-03-20")));
        assertEquals(0, uses.standingsAt(silver(), day("2026-03-19")).get(0).used());
        assertEquals(List.of(), uses.standingsAt(silver(), day("2026-03-09")));
        assertEquals(
                Instant.MAX,
                uses.standingsAt(silver(), day("2027-12-20")).get(0).renewsAt(),
                "the tier ends with the month");
    }

    @Test
    void benefitsEndWithTheTier() {
        assertEquals(
                new BenefitOutcome.Refused(BenefitOutcome.Reason.NOT_IN_TIER, 0, 0, Instant.MAX),
                BenefitUses.none().use(silver(), "u1", "lounge", day("2028-01-01")));
        assertEquals(
                new BenefitOutcome.Refused(BenefitOutcome.Reason.NOT_IN_TIER, 0, 0, Instant.MAX),
                BenefitUses.none().use(silver(), "u1", "off", day("2026-04-01")));
    }

    @Test
    void whatWasUsedInOneTierCountsInTheNext() {
        TierHistory gold = silver().plus(TierFact.visit(day("2026-03-25"), 100, 110, 1));
        BenefitUses uses = used(BenefitUses.none().use(gold, "u1", "lounge", day("2026-03-20")));

        assertEquals(
                new BenefitStanding(LOUNGE_THRICE, 1, 2, day("2026-04-01"), day("2028-01-01")),
                uses.standingsAt(gold, day("2026-03-25")).get(0));
        assertEquals(
                new BenefitStanding(OFF, 0, Long.MAX_VALUE, Instant.MAX, day("2028-01-01")),
                uses.standingsAt(gold, day("2026-03-25")).get(1));
        BenefitUses off = used(uses.use(gold, "u2", "off", day("2026-03-26")));
        assertEquals(
                Long.MAX_VALUE, off.standingsAt(gold, day("2026-03-26")).get(1).remaining());
        assertEquals(
                BenefitOutcome.Reason.USED_UP,
                assertInstanceOf(
                                BenefitOutcome.Refused.class,
                                used(uses.use(gold, "u3", "lounge", day("2026-03-30")))
                                        .use(gold, "u4", "lounge", day("2026-03-21")))
                        .reason(),
                "a use entered late finds the later ones");
    }

    @Test
    void anAllowanceOfAStayIsThereAgainWhenTheTierIsReachedAnew() {
        TierHistory history = silver().plus(TierFact.visit(day("2028-02-10"), 100, 110, 1));
        BenefitUses uses = used(BenefitUses.none().use(history, "u1", "welcome", day("2026-03-20")));

        assertEquals(
                BenefitOutcome.Reason.USED_UP,
                assertInstanceOf(BenefitOutcome.Refused.class, uses.use(history, "u2", "welcome", day("2027-12-31")))
                        .reason());
        assertEquals(
                2,
                used(uses.use(history, "u2", "welcome", day("2028-02-10")))
                        .uses()
                        .size());
    }

    @Test
    void aUseDeliveredTwiceIsKnownForTheSame() {
        BenefitUses uses = used(BenefitUses.none().use(silver(), "u1", "lounge", day("2026-03-20")));

        assertEquals(
                new BenefitOutcome.Duplicate(new BenefitUse("u1", "lounge", day("2026-03-20"))),
                uses.use(silver(), "u1", "lounge", day("2026-03-20")));
        assertEquals(
                new BenefitOutcome.Refused(BenefitOutcome.Reason.KEY_REUSED, 0, 1, day("2026-05-01")),
                uses.use(silver(), "u1", "lounge", day("2026-04-20")));
    }

    @Test
    void periodsOfAllowancesAreThoseOfTheCalendarAndOfTheMembership() {
        LocalDate date = LocalDate.parse("2026-05-20");
        LocalDate joined = LocalDate.parse("2024-02-29");

        assertEquals(
                "2026-05-01/2026-06-01",
                AllowancePeriod.MONTH.windowAt(date, joined).toString());
        assertEquals(
                "2026-04-01/2026-07-01",
                AllowancePeriod.QUARTER.windowAt(date, joined).toString());
        assertEquals(
                "2026-01-01/2026-07-01",
                AllowancePeriod.HALF_YEAR.windowAt(date, joined).toString());
        assertEquals(
                "2026-01-01/2027-01-01",
                AllowancePeriod.YEAR.windowAt(date, joined).toString());
        assertEquals(
                "2026-02-28/2027-02-28",
                AllowancePeriod.MEMBERSHIP_YEAR.windowAt(date, joined).toString());
        assertEquals("../..", AllowancePeriod.STAY.windowAt(date, joined).toString());
    }

    @Test
    void benefitsCarryWhatTheySay() {
        Allowance two = Allowance.of(2, AllowancePeriod.YEAR);
        List<Benefit> all = List.of(
                OFF,
                GIFT,
                LOUNGE_ONCE,
                new Benefit.EventInvitation("gala", two),
                new Benefit.Concierge("care", two),
                new Benefit.Custom("valet", "parking", two));

        assertEquals(
                List.of("off", "welcome", "lounge", "gala", "care", "valet"),
                all.stream().map(Benefit::id).toList());
        assertEquals("2 per YEAR", all.get(5).allowance().toString());
        assertEquals("UNLIMITED", OFF.allowance().toString());
        assertTrue(OFF.allowance().isUnlimited());
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void emptyBenefitsAreRefused() {
        assertRefused("uses must be at least 1: 0", () -> Allowance.of(0, AllowancePeriod.YEAR));
        assertRefused(
                "rate must be in (0, 1]: 0", () -> new Benefit.Discount("off", Ratio.ZERO, Allowance.unlimited()));
        assertRefused(
                "rate must be in (0, 1]: 2", () -> new Benefit.Discount("off", Ratio.of(2), Allowance.unlimited()));
        assertRefused("id must not be blank", () -> new Benefit.Concierge(" ", Allowance.unlimited()));
        assertRefused("item must not be blank", () -> new Benefit.Gift("g", " ", Allowance.unlimited()));
        assertRefused("kind must not be blank", () -> new Benefit.Custom("g", " ", Allowance.unlimited()));
        assertRefused("key must not be blank", () -> new BenefitUse("", "off", Instant.EPOCH));
        assertRefused("benefit must not be blank", () -> new BenefitUse("u", "", Instant.EPOCH));
        BenefitUse use = new BenefitUse("u", "off", Instant.EPOCH);
        assertRefused("uses[1] must have a key of its own", () -> new BenefitUses(List.of(use, use)));
        assertRefused(
                "used and remaining must be at least 0: -1 and 0",
                () -> new BenefitStanding(OFF, -1, 0, Instant.MAX, Instant.MAX));
    }
}
