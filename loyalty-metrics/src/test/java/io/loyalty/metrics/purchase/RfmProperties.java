package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.column.SortedDoubles;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RfmProperties {

    @Provide
    Arbitrary<double[]> money() {
        return Arbitraries.integers()
                .between(-5, 30)
                .map(i -> i / 4.0)
                .array(double[].class)
                .ofMaxSize(80);
    }

    @Provide
    Arbitrary<RfmScoring> rules() {
        return Arbitraries.of(List.of(
                new RfmScoring.Midrank(5),
                new RfmScoring.Midrank(4),
                new RfmScoring.QuantileBreaks(5, ClosedSide.RIGHT),
                new RfmScoring.QuantileBreaks(3, ClosedSide.LEFT),
                new RfmScoring.Ntile(5),
                new RfmScoring.Nested(5)));
    }

    @Property(tries = 500, seed = "20260406")
    void midrankScoresAreTheirDefinition(@ForAll("money") double[] money, @ForAll @IntRange(min = 2, max = 12) int k) {
        RfmScores scores = Rfm.withDefaults()
                .with(new RfmScoring.Midrank(k))
                .score(new int[money.length], new double[money.length], money);
        for (int i = 0; i < money.length; i++) {
            double own = money[i];
            long below = Arrays.stream(money).filter(each -> each < own).count();
            long equal = Arrays.stream(money).filter(each -> each == own).count();
            // r − 1/2 = below + equal / 2, halves are exact, and so is the product; only the division can round.
            long twice = k * (2 * below + equal);
            long expected = (twice + 2L * money.length - 1) / (2L * money.length);
            assertEquals(expected, scores.score(i).monetary());
        }
    }

    @Property(tries = 500, seed = "20260407")
    void moreIsNeverScoredLower(@ForAll("rules") RfmScoring rule, @ForAll("money") double[] money) {
        RfmScores scores = Rfm.withDefaults().with(rule).score(new int[money.length], new double[money.length], money);
        for (int i = 0; i < money.length; i++) {
            for (int j = 0; j < money.length; j++) {
                if (money[i] > money[j]) {
                    assertTrue(scores.score(i).monetary() >= scores.score(j).monetary());
                }
            }
        }
    }

    @Property(tries = 300, seed = "20260408")
    void quantileScoresCountTheBreaksBelow(@ForAll("money") double[] money) {
        RfmScores scores = Rfm.withDefaults()
                .with(new RfmScoring.QuantileBreaks(5, ClosedSide.RIGHT))
                .score(new int[money.length], new double[money.length], money);
        double[] sorted = money.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < money.length; i++) {
            int score = 1;
            for (int q = 1; q < 5; q++) {
                double h = (money.length - 1) * q / 5.0;
                int below = (int) Math.floor(h);
                double quantile =
                        sorted[below] + (h - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
                // Quarters times fifths: a quantile that is no value lies at least 1/20 away from every value.
                score += money[i] > quantile + 1e-9 ? 1 : 0;
            }
            assertEquals(score, scores.score(i).monetary());
        }
    }

    @Property(tries = 300, seed = "20260409")
    void ntileGroupsDifferByOneAtMost(@ForAll("money") double[] money, @ForAll @IntRange(min = 2, max = 12) int k) {
        RfmScores scores = Rfm.withDefaults()
                .with(new RfmScoring.Ntile(k))
                .score(new int[money.length], new double[money.length], money);
        int[] sizes = scores.bands(RfmDimension.MONETARY).stream()
                .mapToInt(ScoreBand::customers)
                .toArray();
        assertEquals(money.length, Arrays.stream(sizes).sum());
        for (int i = 1; i < k; i++) {
            assertTrue(sizes[i] == sizes[i - 1] || sizes[i] == money.length / k);
        }
        assertTrue(sizes[0] - sizes[k - 1] <= 1);
    }

    @Property(tries = 200, seed = "20260410")
    void scoresFollowTheirCustomersWhenTheyChangePlaces(
            @ForAll("rules") RfmScoring rule, @ForAll("money") double[] money, @ForAll long seed) {
        if (rule instanceof RfmScoring.Ntile) {
            return;
        }
        int n = money.length;
        Random random = new Random(seed);
        int[] days = random.ints(n, 0, 9).toArray();
        double[] counts = random.ints(n, 1, 5).asDoubleStream().toArray();
        List<Integer> places = Arrays.asList(IntStream.range(0, n).boxed().toArray(Integer[]::new));
        java.util.Collections.shuffle(places, random);
        int[] to = places.stream().mapToInt(Integer::intValue).toArray();
        Rfm rfm = Rfm.withDefaults().with(rule);
        RfmScores scores = rfm.score(days, counts, money);
        RfmScores moved = rfm.score(
                Arrays.stream(to).map(i -> days[i]).toArray(),
                Arrays.stream(to).mapToDouble(i -> counts[i]).toArray(),
                Arrays.stream(to).mapToDouble(i -> money[i]).toArray());
        for (int i = 0; i < n; i++) {
            assertEquals(scores.score(to[i]), moved.score(i));
        }
    }

    @Property(tries = 60, seed = "20260411")
    void columnsSortedByDigitsAreSorted(@ForAll @IntRange(min = 3_990, max = 9_000) int size, @ForAll int kind) {
        SplittableRandom random = new SplittableRandom(kind);
        double[] column = random.doubles(size)
                .map(x -> switch (Math.floorMod(kind, 4)) {
                    case 0 -> (int) (x * 50) - 25;
                    case 1 -> (x - 0.5) * 1e300;
                    case 2 -> x < 0.1 ? -0.0 : Double.MIN_VALUE * (int) (100 * x);
                    default -> 1_000_000 + (int) (x * 1e6);
                })
                .toArray();
        double[] expected = Arrays.stream(column).map(x -> x + 0.0).sorted().toArray();
        assertArrayEquals(expected, SortedDoubles.of(column));
    }
}
