package io.loyalty.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.Customer;
import io.loyalty.earning.Award;
import io.loyalty.earning.EarningContext;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.testing.MoneyArbitraries;
import io.loyalty.testing.RewardArbitraries;
import io.loyalty.testing.VisitArbitraries;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Visit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class ReturnPolicyProperties {

    private static final Customer CUSTOMER = Customer.of(Till.ID);

    /** A visit and returns of it, one after the other. */
    @Provide
    Arbitrary<Tuple2<Visit, List<Return>>> returns() {
        Arbitrary<Visit> visits = VisitArbitraries.visits(
                Arbitraries.just(Till.ID), MoneyArbitraries.currencies(), Arbitraries.just(Till.NOON));
        return Arbitraries.frequencyOf(Tuple.of(1, visits), Tuple.of(5, RewardArbitraries.paidPartlyWithPoints(visits)))
                .flatMap(visit -> VisitArbitraries.returnsOf(visit).map(list -> Tuple.of(visit, list)))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<ReturnPolicy> policies() {
        return RewardArbitraries.returnPolicies();
    }

    private static Paid sum(Paid a, Paid b) {
        List<Money> byTender = new ArrayList<>();
        for (int i = 0; i < a.byTender().size(); i++) {
            byTender.add(a.byTender().get(i).plus(b.byTender().get(i)));
        }
        return new Paid(
                a.points() + b.points(),
                a.pointsValue().plus(b.pointsValue()),
                a.money().plus(b.money()),
                byTender);
    }

    @Property(tries = 500, seed = "1")
    void refundsAddUpToWhatWasPaid(
            @ForAll("policies") ReturnPolicy policy, @ForAll("returns") Tuple2<Visit, List<Return>> sample) {
        Visit visit = sample.get1();
        List<Return> all = new ArrayList<>(sample.get2());
        boolean somethingLeft = Return.remaining(visit, all).stream().anyMatch(amount -> !amount.isZero());
        if (somethingLeft || all.isEmpty()) {
            all.add(Return.rest(ActivityId.of("rest"), visit.at(), visit, all));
        }
        Paid paid = policy.stillPaid(visit, List.of());
        assertEquals(visit.pointsTendered(), paid.points());
        assertEquals(visit.paidWithPoints(), paid.pointsValue());
        if (!visit.tenders().isEmpty()) {
            assertEquals(visit.tendered(), paid.total());
        }
        Paid left = paid;
        Paid due = null;
        List<Return> earlier = new ArrayList<>();
        for (Return back : all) {
            Refund refund = policy.refund(visit, earlier, back);
            assertEquals(left, sum(refund.due(), refund.left()));
            due = due == null ? refund.due() : sum(due, refund.due());
            left = refund.left();
            earlier.add(back);
        }
        assertTrue(left.isNothing());
        assertEquals(paid, due);
    }

    @Property(tries = 300, seed = "2")
    void whatHasComeBackDoesNotDependOnTheOrder(
            @ForAll("policies") ReturnPolicy policy,
            @ForAll("returns") Tuple2<Visit, List<Return>> sample,
            @ForAll Random random) {
        List<Return> shuffled = new ArrayList<>(sample.get2());
        Collections.shuffle(shuffled, random);
        assertEquals(policy.stillPaid(sample.get1(), sample.get2()), policy.stillPaid(sample.get1(), shuffled));
    }

    @Property(tries = 300, seed = "3")
    void oneReturnOrMinorUnitByMinorUnitIsTheSame(
            @ForAll("policies") ReturnPolicy policy, @ForAll("returns") Tuple2<Visit, List<Return>> sample) {
        Visit visit = sample.get1();
        for (Return back : sample.get2()) {
            List<Return> split = new ArrayList<>();
            for (ReturnedLine line : back.lines()) {
                long half = line.amount().minorUnits() / 2;
                for (long part : new long[] {half, line.amount().minorUnits() - half}) {
                    if (part > 0) {
                        split.add(new Return(
                                ActivityId.of(back.id() + "-" + split.size()),
                                back.customer(),
                                back.at(),
                                back.visit(),
                                List.of(new ReturnedLine(line.line(), Money.ofMinor(visit.currency(), part)))));
                    }
                }
            }
            if (!split.isEmpty()) {
                assertEquals(policy.stillPaid(visit, List.of(back)), policy.stillPaid(visit, split));
            }
        }
    }

    @Property(tries = 500, seed = "4")
    void whatStaysPaidAgreesWithWideArithmetic(
            @ForAll("policies") ReturnPolicy policy, @ForAll("returns") Tuple2<Visit, List<Return>> sample) {
        Visit visit = sample.get1();
        List<Return> returns = sample.get2();
        if (visit.amountMinor() == 0) {
            return;
        }
        List<Line> lines = visit.lines();
        List<Money> left = Return.remaining(visit, returns);
        BigInteger[] weights = lines.stream()
                .map(line -> new BigDecimal(withTax(line))
                        .setScale(0, RoundingMode.HALF_UP)
                        .toBigInteger())
                .toArray(BigInteger[]::new);
        BigInteger total =
                visit.tenders().isEmpty() ? sum(weights) : big(visit.tendered().minorUnits());
        BigInteger[] paid = split(total, weights);
        BigInteger value = big(visit.paidWithPoints().minorUnits());
        BigInteger[] values = split(value, paid);
        BigInteger kept = BigInteger.ZERO;
        BigInteger proportional = BigInteger.ZERO;
        for (int i = 0; i < paid.length; i++) {
            BigInteger amount = big(lines.get(i).amountMinor());
            if (amount.signum() > 0) {
                BigInteger part =
                        paid[i].multiply(big(left.get(i).minorUnits())).divide(amount);
                kept = kept.add(part);
                proportional = paid[i].signum() == 0
                        ? proportional
                        : proportional.add(values[i].multiply(part).divide(paid[i]));
            }
        }
        BigInteger valueKept = switch (policy) {
            case PROPORTIONAL -> proportional;
            case CASH_FIRST -> value.min(kept);
            case POINTS_FIRST -> kept.subtract(total.subtract(value)).max(BigInteger.ZERO);
        };
        Paid actual = policy.stillPaid(visit, returns);
        assertEquals(valueKept, big(actual.pointsValue().minorUnits()));
        assertEquals(kept.subtract(valueKept), big(actual.money().minorUnits()));
        if (value.signum() > 0) {
            BigDecimal points = new BigDecimal(big(visit.pointsTendered()).multiply(valueKept))
                    .divide(new BigDecimal(value), 0, RoundingMode.CEILING);
            assertEquals(points.longValueExact(), actual.points());
        }
    }

    /** The amount with tax, in minor units, as a quotient to more digits than any rate here has. */
    private static String withTax(Line line) {
        BigDecimal amount = BigDecimal.valueOf(line.amountMinor());
        if (line.taxBasis() == TaxBasis.INCLUDED) {
            return amount.toPlainString();
        }
        BigDecimal rate = BigDecimal.valueOf(line.taxRate().numerator())
                .divide(BigDecimal.valueOf(line.taxRate().denominator()));
        return amount.multiply(rate.add(BigDecimal.ONE)).toPlainString();
    }

    private static BigInteger[] split(BigInteger total, BigInteger[] weights) {
        BigInteger sum = sum(weights);
        BigInteger[] parts = new BigInteger[weights.length];
        BigInteger left = total;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = sum.signum() == 0
                    ? BigInteger.ZERO
                    : total.multiply(weights[i]).divide(sum);
            left = left.subtract(parts[i]);
        }
        for (int i = 0; i < parts.length && left.signum() > 0; i++) {
            if (weights[i].signum() > 0) {
                parts[i] = parts[i].add(BigInteger.ONE);
                left = left.subtract(BigInteger.ONE);
            }
        }
        return parts;
    }

    private static BigInteger sum(BigInteger[] numbers) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger number : numbers) {
            sum = sum.add(number);
        }
        return sum;
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }

    @Property(tries = 300, seed = "5")
    void firstComesFirst(@ForAll("returns") Tuple2<Visit, List<Return>> sample) {
        Visit visit = sample.get1();
        Paid cashFirst = ReturnPolicy.CASH_FIRST.stillPaid(visit, sample.get2());
        Paid pointsFirst = ReturnPolicy.POINTS_FIRST.stillPaid(visit, sample.get2());
        Paid proportional = ReturnPolicy.PROPORTIONAL.stillPaid(visit, sample.get2());
        assertEquals(cashFirst.total(), pointsFirst.total());
        assertEquals(cashFirst.total(), proportional.total());
        assertTrue(cashFirst.money().isZero() || cashFirst.pointsValue().equals(visit.paidWithPoints()));
        Paid paid = ReturnPolicy.POINTS_FIRST.stillPaid(visit, List.of());
        assertTrue(pointsFirst.pointsValue().isZero() || pointsFirst.money().equals(paid.money()));
        assertTrue(cashFirst.pointsValue().compareTo(proportional.pointsValue()) >= 0);
        assertTrue(proportional.pointsValue().compareTo(pointsFirst.pointsValue()) >= 0);
    }

    @Property(tries = 300, seed = "6")
    void moneyLeavesTheTendersInTheirOrder(
            @ForAll("policies") ReturnPolicy policy, @ForAll("returns") Tuple2<Visit, List<Return>> sample) {
        Visit visit = sample.get1();
        Paid left = policy.stillPaid(visit, sample.get2());
        Paid paid = policy.stillPaid(visit, List.of());
        boolean touched = false;
        for (int i = visit.tenders().size() - 1; i >= 0; i--) {
            long was = paid.byTender().get(i).minorUnits();
            long is = left.byTender().get(i).minorUnits();
            assertTrue(is >= 0 && is <= was);
            assertTrue(!touched || is == 0, "what is before a tender that has given back has given back all");
            touched |= is < was;
        }
    }

    /** Invariant 8: what the remaining part earns and what is still paid never grow, and end at nothing. */
    @Property(tries = 200, seed = "7")
    void clawbackAndRefundEndTogether(
            @ForAll("policies") ReturnPolicy policy, @ForAll("returns") Tuple2<Visit, List<Return>> sample) {
        Visit visit = sample.get1();
        Award before = EarningPlan.of(EarningRule.earn(1).perFull(Money.ofMinor(visit.currency(), 7)))
                .award(visit, EarningContext.of(CUSTOMER, Till.MIDNIGHT));
        Award award = before;
        List<Return> earlier = new ArrayList<>();
        for (Return back : sample.get2()) {
            Refund refund = policy.refund(visit, earlier, back);
            earlier.add(back);
            Award left = award.remainingAfter(earlier, refund.left().pointsValue());
            assertTrue(left.total() <= award.total());
            award = left;
        }
        if (award.isVoid()) {
            assertEquals(0, award.total());
            assertTrue(policy.stillPaid(visit, earlier).isNothing());
        }
    }
}
