package io.loyalty.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.testing.MoneyArbitraries;
import io.loyalty.testing.RewardArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class RedemptionPolicyProperties {

    @Provide
    Arbitrary<RedemptionPolicy> policies() {
        return RewardArbitraries.redemptionPolicies(Till.JPY);
    }

    /** Policies whose numbers reach to the ends of the range. */
    @Provide
    Arbitrary<RedemptionPolicy> extremes() {
        Arbitrary<Long> positive = MoneyArbitraries.longs().filter(number -> number > 0);
        return Combinators.combine(positive, positive, positive, MoneyArbitraries.roundingModes(), positive, positive)
                .filter((above, below, step, mode, part, whole) -> {
                    BigDecimal least =
                            BigDecimal.valueOf(below).divide(BigDecimal.valueOf(above), 0, RoundingMode.CEILING);
                    return least.add(BigDecimal.valueOf(step)).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
                })
                .as((above, below, step, mode, part, whole) -> new RedemptionPolicy(
                        Till.JPY,
                        Ratio.of(above, below),
                        "points",
                        step,
                        1,
                        Long.MAX_VALUE,
                        Ratio.of(Math.min(part, whole), Math.max(part, whole)),
                        mode));
    }

    private static BigInteger value(RedemptionPolicy policy, BigInteger points) {
        return new BigDecimal(points.multiply(BigInteger.valueOf(policy.worth().numerator())))
                .divide(BigDecimal.valueOf(policy.worth().denominator()), 0, policy.rounding())
                .toBigInteger();
    }

    private static BigInteger value(RedemptionPolicy policy, long points) {
        return value(policy, BigInteger.valueOf(points));
    }

    /** Whether so many points may be used, by the words of the policy. */
    private static boolean isAllowed(RedemptionPolicy policy, long bill, long points, long available) {
        if (points < policy.minimum()
                || points > policy.maximum()
                || points > available
                || points % policy.step() != 0) {
            return false;
        }
        BigInteger value = value(policy, points);
        BigDecimal share = BigDecimal.valueOf(bill)
                .multiply(BigDecimal.valueOf(policy.share().numerator()))
                .divide(BigDecimal.valueOf(policy.share().denominator()), 0, RoundingMode.FLOOR);
        boolean fewerPayAsMuch = points - policy.step() >= policy.minimum()
                && value(policy, points - policy.step()).equals(value);
        return value.signum() > 0 && value.compareTo(share.toBigInteger()) <= 0 && !fewerPayAsMuch;
    }

    @Property(tries = 400, seed = "1")
    void quoteAndPaymentAgreeWithTryingEveryNumber(
            @ForAll("policies") RedemptionPolicy policy,
            @ForAll @LongRange(min = 0, max = 700) long bill,
            @ForAll @LongRange(min = 0, max = 400) long available) {
        long least = 0;
        long most = 0;
        for (long points = 1; points <= available + 2; points++) {
            boolean allowed = isAllowed(policy, bill, points, available);
            Decision<PointsPayment> decision = policy.pay(Till.yen(bill), points, available);
            assertEquals(
                    allowed, !decision.isRefused(), () -> decision.obstacles().toString());
            if (allowed) {
                least = least == 0 ? points : least;
                most = points;
                PointsPayment payment = decision.orElseThrow();
                assertEquals(
                        value(policy, points).longValueExact(), payment.value().minorUnits());
                assertEquals(bill, payment.value().plus(payment.moneyDue()).minorUnits());
            }
        }
        PaymentQuote quote = policy.quote(Till.yen(bill), available);
        assertEquals(least, quote.least());
        assertEquals(most, quote.most());
        assertEquals(most > 0, quote.isPossible());
        assertEquals(value(policy, most).longValueExact(), quote.value().minorUnits());
    }

    @Property(tries = 1_000, seed = "2")
    void theMaximumHasNoGreaterNeighbourAnywhereInTheRange(
            @ForAll("extremes") RedemptionPolicy policy,
            @ForAll("counts") long bill,
            @ForAll("counts") long available) {
        PaymentQuote quote = policy.quote(Till.yen(bill), available);
        if (quote.isPossible()) {
            assertTrue(isAllowed(policy, bill, quote.most(), available));
            assertTrue(isAllowed(policy, bill, quote.least(), available));
            assertEquals(
                    quote.value(),
                    policy.pay(Till.yen(bill), quote.most(), available)
                            .orElseThrow()
                            .value());
        }
        // The next number that pays more, and the last one below the fewest.
        BigInteger step = BigInteger.valueOf(policy.step());
        BigInteger next = BigInteger.valueOf(quote.most()).add(step);
        BigInteger more = BigInteger.valueOf(
                quote.value().minorUnits() + 1 > 0 ? quote.value().minorUnits() + 1 : 1);
        BigInteger first = new BigDecimal(
                        more.multiply(BigInteger.valueOf(policy.worth().denominator())))
                .divide(BigDecimal.valueOf(policy.worth().numerator()), 0, RoundingMode.DOWN)
                .toBigInteger();
        for (BigInteger from : new BigInteger[] {next, first.subtract(first.mod(step))}) {
            for (int i = -1; i <= 2; i++) {
                BigInteger points = from.add(step.multiply(BigInteger.valueOf(i)));
                if (points.bitLength() < 64 && points.compareTo(BigInteger.valueOf(quote.most())) > 0) {
                    assertFalse(isAllowed(policy, bill, points.longValueExact(), available), points::toString);
                    assertTrue(policy.pay(Till.yen(bill), points.longValueExact(), available)
                            .isRefused());
                }
            }
        }
    }

    @Provide
    Arbitrary<Long> counts() {
        return MoneyArbitraries.longs().filter(number -> number >= 0);
    }

    @Property(tries = 300, seed = "3")
    void scalingPointsAndStepsTogetherScalesTheQuote(
            @ForAll("policies") RedemptionPolicy policy,
            @ForAll @LongRange(min = 0, max = 5_000) long bill,
            @ForAll @LongRange(min = 0, max = 5_000) long available,
            @ForAll @LongRange(min = 2, max = 1_000) long factor) {
        long maximum = policy.maximum() == Long.MAX_VALUE ? Long.MAX_VALUE : policy.maximum() * factor;
        RedemptionPolicy scaled = new RedemptionPolicy(
                policy.currency(),
                policy.worth().dividedBy(Ratio.of(factor)),
                policy.pointCurrency(),
                policy.step() * factor,
                policy.minimum() * factor,
                maximum,
                policy.share(),
                policy.rounding());
        PaymentQuote quote = policy.quote(Till.yen(bill), available);
        PaymentQuote other = scaled.quote(Till.yen(bill), available * factor);
        assertEquals(quote.least() * factor, other.least());
        assertEquals(quote.most() * factor, other.most());
        assertEquals(quote.value(), other.value());
        assertEquals(Till.reasons(quote.obstacles()), Till.reasons(other.obstacles()));
    }

    @Property(tries = 300, seed = "4")
    void morePointsOrAGreaterBillNeverPayLess(
            @ForAll("policies") RedemptionPolicy policy,
            @ForAll @LongRange(min = 0, max = 5_000) long bill,
            @ForAll @LongRange(min = 0, max = 5_000) long available) {
        Money value = policy.quote(Till.yen(bill), available).value();
        assertTrue(policy.quote(Till.yen(bill), available + 1).value().minorUnits() >= value.minorUnits());
        assertTrue(policy.quote(Till.yen(bill + 1), available).value().minorUnits() >= value.minorUnits());
    }

    @Property(tries = 200, seed = "5")
    void whatIsRefusedWithoutPointsIsRefusedForTheReasonsOfTheQuote(
            @ForAll("policies") RedemptionPolicy policy, @ForAll @LongRange(min = 0, max = 50) long bill) {
        PaymentQuote quote = policy.quote(Till.yen(bill), 0);
        assertFalse(quote.isPossible());
        Rejection last = quote.obstacles().get(quote.obstacles().size() - 1);
        assertEquals(Reason.INSUFFICIENT_POINTS, last.reason());
        assertEquals(policy.least(), last.number("missing"));
    }

    @Property(tries = 20, seed = "6")
    void copiesAreEqual(@ForAll("policies") RedemptionPolicy policy) {
        assertEquals(policy, Till.copied(policy));
        assertTrue(policy.least() <= policy.maximum());
    }
}
