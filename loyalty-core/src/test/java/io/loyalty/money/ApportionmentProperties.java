package io.loyalty.money;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.testing.MoneyArbitraries;
import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class ApportionmentProperties {

    private static BigInteger sum(long[] parts) {
        return Arrays.stream(parts).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Property(seed = "3051")
    void partsSumToTheTotal(
            @ForAll("apportionments") Apportionment apportionment,
            @ForAll("totals") long total,
            @ForAll("weights") long[] weights) {
        assertEquals(BigInteger.valueOf(total), sum(apportionment.split(total, weights)));
    }

    /** Each part is its exact share, rounded towards zero by integers without limit, and at most one unit more. */
    @Property(seed = "3052")
    void partsAreTheirShareAndAtMostOneUnit(
            @ForAll("apportionments") Apportionment apportionment,
            @ForAll("totals") long total,
            @ForAll("weights") long[] weights) {
        long[] parts = apportionment.split(total, weights);
        BigInteger sum = sum(weights);
        for (int i = 0; i < parts.length; i++) {
            BigInteger share = BigInteger.valueOf(Math.abs(total))
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divide(sum);
            long units = Math.abs(parts[i]) - share.longValueExact();
            assertTrue(units == 0 || units == 1, "part " + i + " of " + Arrays.toString(parts));
        }
    }

    @Property(seed = "3053")
    void noPartExceedsItsWeightWhileTheTotalDoesNot(
            @ForAll("apportionments") Apportionment apportionment,
            @ForAll("weights") long[] weights,
            @ForAll @LongRange(min = 0) long draw) {
        long sum = Arrays.stream(weights).sum();
        long[] parts = apportionment.split(sum == Long.MAX_VALUE ? draw : draw % (sum + 1), weights);
        for (int i = 0; i < parts.length; i++) {
            assertTrue(parts[i] >= 0 && parts[i] <= weights[i], "part " + i + " of " + Arrays.toString(parts));
        }
        assertArrayEquals(weights, apportionment.split(sum, weights));
    }

    @Property(seed = "3054")
    void weightZeroGetsNothing(
            @ForAll("apportionments") Apportionment apportionment,
            @ForAll("totals") long total,
            @ForAll("weights") long[] weights) {
        long[] parts = apportionment.split(total, weights);
        for (int i = 0; i < parts.length; i++) {
            assertTrue(weights[i] > 0 || parts[i] == 0, "part " + i + " of " + Arrays.toString(parts));
        }
    }

    /** The defining property of the method: nobody who lost more went without while somebody who lost less got a unit. */
    @Property(seed = "3055")
    void largestRemaindersAreServedFirst(@ForAll("totals") long total, @ForAll("weights") long[] weights) {
        long[] parts = Apportionment.LARGEST_REMAINDER.split(total, weights);
        BigInteger sum = sum(weights);
        BigInteger smallestServed = sum;
        BigInteger largestUnserved = BigInteger.ZERO;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] share = BigInteger.valueOf(Math.abs(total))
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(sum);
            if (share[0].equals(BigInteger.valueOf(Math.abs(parts[i])))) {
                largestUnserved = largestUnserved.max(share[1]);
            } else {
                smallestServed = smallestServed.min(share[1]);
            }
        }
        assertTrue(largestUnserved.compareTo(smallestServed) <= 0);
    }

    @Property(seed = "3056")
    void weightsAreLeftAlone(
            @ForAll("apportionments") Apportionment apportionment,
            @ForAll("totals") long total,
            @ForAll("weights") long[] weights) {
        long[] before = weights.clone();
        apportionment.split(total, weights);
        assertArrayEquals(before, weights);
    }

    @Provide
    Arbitrary<Apportionment> apportionments() {
        return MoneyArbitraries.apportionments();
    }

    @Provide
    Arbitrary<Long> totals() {
        return MoneyArbitraries.longs().filter(total -> total != Long.MIN_VALUE);
    }

    @Provide
    Arbitrary<long[]> weights() {
        return MoneyArbitraries.weights();
    }
}
