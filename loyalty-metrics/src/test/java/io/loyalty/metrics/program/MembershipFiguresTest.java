package io.loyalty.metrics.program;

import static io.loyalty.metrics.program.MemberStanding.ACTIVE_MEMBER;
import static io.loyalty.metrics.program.MemberStanding.INACTIVE_MEMBER;
import static io.loyalty.metrics.program.MemberStanding.NON_MEMBER;
import static io.loyalty.metrics.program.Refusals.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MembershipFiguresTest {

    private static final MembershipFigures FIVE = Stream.of(
                    MembershipFigures.ofCustomer(ACTIVE_MEMBER, 4, 6_000),
                    MembershipFigures.ofCustomer(ACTIVE_MEMBER, 2, 1_000),
                    MembershipFigures.ofCustomer(INACTIVE_MEMBER, 0, 0),
                    MembershipFigures.ofCustomer(NON_MEMBER, 1, 500),
                    MembershipFigures.ofCustomer(NON_MEMBER, 1, 700),
                    MembershipFigures.ofAnonymous(2, 1_800))
            .parallel()
            .collect(MembershipFigures.collector());

    @Test
    void fiveCustomersByHand() {
        assertEquals(new MembershipFigures(5, 3, 2, 10, 6, 10_000, 7_000), FIVE);
        assertEquals(Measure.of(0.6), FIVE.enrolment().value());
        assertEquals(Measure.of(2.0 / 3), FIVE.activeRate().value());
        assertEquals(Measure.of(0.7), FIVE.penetration());
        assertEquals(Measure.of(0.6), FIVE.receiptPenetration());
        assertEquals(Measure.of(7_000 / 6.0 / (3_000 / 4.0)), FIVE.receiptRatio());
    }

    @Test
    void sharesHaveWilsonsInterval() {
        MembershipFigures figures = new MembershipFigures(60, 42, 0, 0, 0, 0, 0);
        assertEquals(0.574913, figures.enrolment().interval().orElseThrow().lower(), 5e-7);
        assertEquals(0.801018, figures.enrolment().interval().orElseThrow().upper(), 5e-7);
        assertEquals(
                "enrolment 0.7 [0.574913, 0.801018] (95 % Wilson), n = 60; active 0.0 [0, 0.0837988] (95 % Wilson), n = 42; "
                        + "penetration undefined: sales are not above 0",
                figures.toString());
    }

    @Test
    void emptyBasesAreUndefined() {
        MembershipFigures zero = MembershipFigures.ZERO;
        assertEquals(Measure.undefined("no customers"), zero.enrolment().value());
        assertEquals(Measure.undefined("no members"), zero.activeRate().value());
        assertEquals(Measure.undefined("sales are not above 0"), zero.penetration());
        assertEquals(Measure.undefined("no receipts"), zero.receiptPenetration());
        assertEquals(Measure.undefined("no receipts of members"), zero.receiptRatio());
        assertEquals(
                Measure.undefined("no receipts of others"),
                MembershipFigures.ofCustomer(INACTIVE_MEMBER, 1, 5).receiptRatio());
        assertEquals(
                Measure.undefined("sales of others not above 0"),
                MembershipFigures.ofCustomer(INACTIVE_MEMBER, 1, 5)
                        .plus(MembershipFigures.ofAnonymous(1, -3))
                        .receiptRatio());
    }

    @Test
    void returnsMayPushPenetrationOverOne() {
        MembershipFigures figures =
                MembershipFigures.ofCustomer(ACTIVE_MEMBER, 1, 500).plus(MembershipFigures.ofAnonymous(1, -100));
        assertEquals(Measure.of(1.25), figures.penetration());
    }

    @Test
    void impossibleCountsAreRefused() {
        assertEquals("members must be in [0, 1]: 2", message(() -> new MembershipFigures(1, 2, 0, 0, 0, 0, 0)));
        assertEquals("activeMembers must be in [0, 1]: 2", message(() -> new MembershipFigures(1, 1, 2, 0, 0, 0, 0)));
        assertEquals("memberReceipts must be in [0, 0]: 1", message(() -> new MembershipFigures(1, 1, 1, 0, 1, 0, 0)));
        assertThrows(
                ArithmeticException.class,
                () -> MembershipFigures.ofAnonymous(1, Long.MAX_VALUE).plus(MembershipFigures.ofAnonymous(1, 1)));
    }

    @Test
    void membersWhoSleepAreNotActive() {
        assertEquals(
                new MembershipFigures(1, 1, 0, 2, 2, 500, 500), MembershipFigures.ofCustomer(INACTIVE_MEMBER, 2, 500));
        assertEquals(new MembershipFigures(1, 0, 0, 2, 0, 500, 0), MembershipFigures.ofCustomer(NON_MEMBER, 2, 500));
        assertEquals(
                new MembershipFigures(1, 1, 1, 2, 2, 500, 500), MembershipFigures.ofCustomer(ACTIVE_MEMBER, 2, 500));
    }
}
