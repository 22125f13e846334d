package io.loyalty.reward;

import static io.loyalty.reward.Till.NOON;
import static io.loyalty.reward.Till.assertRefused;
import static io.loyalty.reward.Till.copied;
import static io.loyalty.reward.Till.obstacle;
import static io.loyalty.reward.Till.reasons;
import static io.loyalty.reward.Till.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.visit.Tender;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedemptionPolicyTest {

    /** 100 points pay 50 yen. */
    private static final RedemptionPolicy HALF = RedemptionPolicy.of(100, yen(50));

    private static final RedemptionPolicy ONE = RedemptionPolicy.of(1, yen(1));

    private static void assertQuote(long least, long most, long value, PaymentQuote quote) {
        assertEquals(
                new PaymentQuote(
                        quote.bill(), least, most, Money.ofMinor(quote.bill().currency(), value), List.of()),
                quote);
        assertTrue(quote.isPossible());
    }

    private static void assertNone(PaymentQuote quote, Rejection... obstacles) {
        assertEquals(
                new PaymentQuote(quote.bill(), 0, 0, Money.zero(quote.bill().currency()), List.of(obstacles)), quote);
        assertFalse(quote.isPossible());
    }

    @Test
    void aSentenceBecomesAPolicy() {
        RedemptionPolicy policy =
                HALF.inStepsOf(100).atLeast(500).atMost(Ratio.ofPercent(30)).atMost(10_000);
        assertEquals(
                new RedemptionPolicy(
                        Till.JPY, Ratio.of(1, 2), "points", 100, 500, 10_000, Ratio.of(3, 10), RoundingMode.FLOOR),
                policy);
        assertEquals(policy, copied(policy));
        assertEquals("miles", policy.forPoints("miles").pointCurrency());
        assertEquals(RoundingMode.HALF_UP, policy.rounded(RoundingMode.HALF_UP).rounding());
    }

    @Test
    void onePointOneYen() {
        assertQuote(1, 300, 300, ONE.quote(yen(1_000), 300));
        assertQuote(1, 1_000, 1_000, ONE.quote(yen(1_000), 2_000));
        assertEquals(
                new PointsPayment(yen(1_000), 300, "points", yen(300)),
                ONE.pay(yen(1_000), 300, 300).orElseThrow());
    }

    @Test
    void aBillMayBeTooSmallForTheFewestPoints() {
        RedemptionPolicy policy = HALF.inStepsOf(100).atLeast(500).atMost(Ratio.ofPercent(30));
        assertQuote(500, 500, 250, policy.quote(yen(834), 10_000));
        assertNone(
                policy.quote(yen(833), 10_000),
                obstacle(Reason.BILL_TOO_SMALL, Map.of("minimum", 500L, "value", 250L, "most", 249L)));
    }

    @ParameterizedTest
    @CsvSource({
        // bill, available, most, value: at 30 %, in hundreds, from 500 to 10,000 points, each worth half a yen
        "834, 10000, 500, 250",
        "999, 10000, 500, 250",
        "1000, 10000, 600, 300",
        "1000, 599, 500, 250",
        "1166, 10000, 600, 300",
        "1167, 10000, 700, 350",
        "16666, 20000, 9900, 4950",
        "16667, 20000, 10000, 5000",
        "99999, 20000, 10000, 5000",
        "99999, 9999, 9900, 4950"
    })
    void theMaximumIsExact(long bill, long available, long most, long value) {
        RedemptionPolicy policy =
                HALF.inStepsOf(100).atLeast(500).atMost(Ratio.ofPercent(30)).atMost(10_000);
        assertQuote(500, most, value, policy.quote(yen(bill), available));
        assertEquals(
                yen(value), policy.pay(yen(bill), most, available).orElseThrow().value());
        assertTrue(policy.pay(yen(bill), most + 100, available).isRefused());
    }

    @ParameterizedTest
    @CsvSource({
        // Three points are worth two yen; a bill of 5.
        "FLOOR, 2, 8, 5",
        "DOWN, 2, 8, 5",
        "CEILING, 1, 7, 5",
        "UP, 1, 7, 5",
        "HALF_UP, 1, 7, 5",
        "HALF_DOWN, 1, 7, 5",
        "HALF_EVEN, 1, 7, 5"
    })
    void noPointIsWastedUnderAnyRounding(RoundingMode mode, long least, long most, long value) {
        RedemptionPolicy policy = RedemptionPolicy.of(3, yen(2)).rounded(mode);
        assertQuote(least, most, value, policy.quote(yen(5), 100));
    }

    @Test
    void halvesAreRoundedAsSaid() {
        assertQuote(1, 5, 3, HALF.rounded(RoundingMode.HALF_UP).quote(yen(3), 100));
        assertQuote(2, 6, 3, HALF.rounded(RoundingMode.HALF_DOWN).quote(yen(3), 7));
        assertQuote(2, 6, 3, HALF.rounded(RoundingMode.HALF_EVEN).quote(yen(3), 6));
        assertQuote(2, 3, 2, HALF.rounded(RoundingMode.HALF_EVEN).quote(yen(2), 100));
    }

    @Test
    void pointsThatPayNothingMoreAreNotTaken() {
        assertQuote(2, 100, 50, HALF.quote(yen(50), 101));
        assertQuote(2, 100, 50, HALF.quote(yen(1_000), 101));
        assertEquals(
                List.of(obstacle(Reason.POINTS_WASTED, Map.of("requested", 101L, "enough", 100L))),
                HALF.pay(yen(1_000), 101, 101).obstacles());
        assertEquals(yen(50), HALF.pay(yen(1_000), 100, 101).orElseThrow().value());
        assertQuote(3, 3, 1, HALF.atLeast(3).quote(yen(1), 100));
        assertEquals(yen(1), HALF.atLeast(3).pay(yen(1), 3, 100).orElseThrow().value(), "three must be used, if any");
    }

    @Test
    void theFewestPointsPaySomething() {
        RedemptionPolicy cheap = RedemptionPolicy.of(100, yen(1)).inStepsOf(30);
        assertQuote(120, 210, 2, cheap.quote(yen(2), 1_000));
        assertNone(
                cheap.quote(yen(2), 119),
                obstacle(Reason.INSUFFICIENT_POINTS, Map.of("requested", 120L, "available", 119L, "missing", 1L)));
        assertEquals(
                List.of(obstacle(Reason.BELOW_MINIMUM, Map.of("requested", 90L, "minimum", 120L))),
                cheap.pay(yen(2), 90, 1_000).obstacles());
    }

    @Test
    void whatCannotBePaidSaysAllReasons() {
        assertNone(ONE.quote(Money.parse("USD 1.00"), 100), obstacle(Reason.FOREIGN_CURRENCY));
        assertNone(
                ONE.quote(yen(0), 0),
                obstacle(Reason.NOTHING_TO_PAY),
                obstacle(Reason.INSUFFICIENT_POINTS, Map.of("requested", 1L, "available", 0L, "missing", 1L)));
        assertNone(
                ONE.atLeast(500).quote(yen(499), 3),
                obstacle(Reason.BILL_TOO_SMALL, Map.of("minimum", 500L, "value", 500L, "most", 499L)),
                obstacle(Reason.INSUFFICIENT_POINTS, Map.of("requested", 500L, "available", 3L, "missing", 497L)));
        RedemptionPolicy policy = ONE.inStepsOf(10).atLeast(50).atMost(100).atMost(Ratio.ofPercent(50));
        assertEquals(
                List.of(
                        obstacle(Reason.ABOVE_SHARE, Map.of("requested", 101L, "most", 40L)),
                        obstacle(Reason.NOT_A_STEP, Map.of("requested", 101L, "step", 10L)),
                        obstacle(Reason.ABOVE_MAXIMUM, Map.of("requested", 101L, "maximum", 100L)),
                        obstacle(
                                Reason.INSUFFICIENT_POINTS,
                                Map.of("requested", 101L, "available", 90L, "missing", 11L))),
                policy.pay(yen(99), 101, 90).obstacles());
        assertEquals(
                List.of(Reason.FOREIGN_CURRENCY, Reason.BELOW_MINIMUM),
                reasons(policy.pay(Money.parse("USD 1.00"), 40, 90).obstacles()));
        assertEquals(
                List.of(Reason.NOTHING_TO_PAY),
                reasons(policy.pay(yen(0), 50, 90).obstacles()));
    }

    @Test
    void whatIsNoStepIsNotForThatAboveTheShare() {
        RedemptionPolicy policy = ONE.inStepsOf(10);
        assertEquals(
                List.of(Reason.NOT_A_STEP),
                reasons(policy.pay(yen(99), 99, 1_000).obstacles()));
        assertEquals(
                List.of(Reason.ABOVE_SHARE, Reason.NOT_A_STEP),
                reasons(policy.pay(yen(99), 101, 1_000).obstacles()));
    }

    @Test
    void aPaymentKnowsWhatIsToBeDone() {
        PointsPayment payment = HALF.forPoints("miles").pay(yen(80), 100, 100).orElseThrow();
        assertEquals(yen(50), payment.value());
        assertEquals(yen(30), payment.moneyDue());
        assertEquals(Tender.points(100, yen(50)), payment.tender());
        assertEquals(new PointsMove.Redeem(100, "miles", "r-1"), payment.redeem("r-1"));
        assertEquals(new PointsMove.Hold(100, "miles", NOON), payment.hold(NOON));
        assertEquals(new PointsMove.Capture("h", 100), payment.capture("h"));
        assertEquals(payment, copied(payment));
    }

    @Test
    void currenciesOfThreeDecimals() {
        RedemptionPolicy dinar = RedemptionPolicy.of(3, Money.parse("BHD 0.010"));
        assertEquals(Ratio.of(10, 3), dinar.worth());
        assertEquals(Money.parse("BHD 3.333"), dinar.valueOf(1_000));
        assertQuote(1, 300, 1_000, dinar.quote(Money.parse("BHD 1.000"), 5_000));
        assertQuote(1, 299, 996, dinar.quote(Money.parse("BHD 0.999"), 5_000));
    }

    @Test
    void theWholeRangeIsExact() {
        long max = Long.MAX_VALUE;
        assertQuote(1, max, max, ONE.quote(yen(max), max));
        assertQuote(1, max - 1, max - 1, ONE.quote(yen(max - 1), max));
        RedemptionPolicy tiny =
                new RedemptionPolicy(Till.JPY, Ratio.of(1, max), "points", 1, 1, max, Ratio.ONE, RoundingMode.FLOOR);
        assertQuote(max, max, 1, tiny.quote(yen(5), max));
        RedemptionPolicy huge =
                new RedemptionPolicy(Till.JPY, Ratio.of(max), "points", 1, 1, max, Ratio.ONE, RoundingMode.FLOOR);
        assertQuote(1, 1, max, huge.quote(yen(max), max));
        assertNone(
                huge.quote(yen(max - 1), max),
                obstacle(Reason.BILL_TOO_SMALL, Map.of("minimum", 1L, "value", max, "most", max - 1)));
        assertNone(
                huge.atLeast(2).quote(yen(1), max),
                obstacle(Reason.BILL_TOO_SMALL, Map.of("minimum", 2L, "value", max, "most", 1L)));
        assertEquals(
                List.of(Reason.ABOVE_SHARE), reasons(huge.pay(yen(max), 2, max).obstacles()));
        assertThrows(ArithmeticException.class, () -> huge.valueOf(2));
        RedemptionPolicy step = ONE.inStepsOf(max);
        assertQuote(max, max, max, step.quote(yen(max), max));
        assertRefused(
                "maximum must be at least 18446744073709551612: " + max,
                () -> ONE.atLeast(max).inStepsOf(max - 1));
    }

    @Test
    void roundingMayBeRuledOut() {
        RedemptionPolicy exact = HALF.inStepsOf(2).rounded(RoundingMode.UNNECESSARY);
        assertQuote(2, 6, 3, exact.quote(yen(3), 7));
        assertRefused(
                "rounding must have an answer for steps of 1 points worth 1/2: UNNECESSARY", () -> exact.inStepsOf(1));
        assertThrows(ArithmeticException.class, () -> exact.valueOf(3));
        assertEquals(List.of(Reason.NOT_A_STEP), reasons(exact.pay(yen(3), 3, 7).obstacles()));
    }

    @Test
    void termsOutOfRangeAreRefused() {
        assertRefused("points must be at least 1: 0", () -> RedemptionPolicy.of(0, yen(1)));
        assertRefused("worth must be above 0: 0", () -> RedemptionPolicy.of(1, yen(0)));
        assertRefused("step must be at least 1: 0", () -> ONE.inStepsOf(0));
        assertRefused("minimum must be at least 1: 0", () -> ONE.atLeast(0));
        assertRefused("maximum must be at least 2: 1", () -> HALF.atMost(1));
        assertRefused(
                "maximum must be at least 600: 550",
                () -> ONE.atMost(550).atLeast(501).inStepsOf(100));
        assertRefused("share must be in (0, 1]: 0", () -> ONE.atMost(Ratio.ZERO));
        assertRefused("share must be in (0, 1]: 11/10", () -> ONE.atMost(Ratio.ofPercent(110)));
        assertRefused("points must be at least 0: -1", () -> ONE.valueOf(-1));
        assertRefused("bill must be at least 0: JPY -1", () -> ONE.quote(yen(-1), 0));
        assertRefused("available must be at least 0: -1", () -> ONE.quote(yen(1), -1));
        assertRefused("bill must be at least 0: JPY -1", () -> ONE.pay(yen(-1), 1, 1));
        assertRefused("points must be at least 1: 0", () -> ONE.pay(yen(1), 0, 1));
        assertRefused("least must be in [0, 1]: 2", () -> new PaymentQuote(yen(5), 2, 1, yen(1), List.of()));
        assertRefused("value must be at most JPY 5: JPY 6", () -> new PaymentQuote(yen(5), 1, 1, yen(6), List.of()));
        assertRefused("points must be at least 1: 0", () -> new PointsPayment(yen(5), 0, "points", yen(1)));
        assertRefused(
                "value must be above 0 and at most JPY 5: JPY 0", () -> new PointsPayment(yen(5), 1, "points", yen(0)));
        assertRefused(
                "value must be above 0 and at most JPY 5: JPY 6", () -> new PointsPayment(yen(5), 1, "points", yen(6)));
    }

    @Test
    void noPointsAreWorthNothing() {
        assertEquals(yen(0), HALF.valueOf(0));
        assertEquals(yen(0), HALF.valueOf(1));
        assertEquals(yen(1), HALF.valueOf(2));
    }
}
