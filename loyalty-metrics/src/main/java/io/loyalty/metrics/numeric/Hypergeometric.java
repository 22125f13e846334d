package io.loyalty.metrics.numeric;

/**
 * The hypergeometric distribution: marked ones among draws without replacement, and the distribution behind Fisher's exact test.
 *
 * <p><b>Method.</b> A probability is that of a two-by-two table: exp(−D − corrections) times square roots, D = Σ c log(c N/(row · column)) over the
 * four cells, held in two words. A tail is summed outward from its largest term by the ratio of neighbours, all terms positive; the
 * smaller of both tails is summed.
 *
 * <p><b>Range and error.</b> A population up to 2<sup>53</sup>. Relative error at most 5e-15 for probabilities, 2e-14 for both tails up to a population
 * of 10<sup>6</sup>.
 *
 * <p><b>Performance.</b> A tail takes some ten standard deviations of terms near the centre, fewer in the tail.
 *
 * <p><b>References.</b> C. Loader, 2000, Fast and accurate computation of binomial probabilities (the saddle-point form, here for tables).
 */
public final class Hypergeometric {

    private static final double EPSILON = 0x1p-56;

    private Hypergeometric() {}

    /**
     * P(X = k).
     *
     * @param population the size of the population
     * @param marked the marked ones in the population
     * @param draws the number of draws
     * @param k the marked ones among the draws; impossible ones have probability 0
     * @return a probability
     * @throws IllegalArgumentException if a number is negative, or {@code marked} or {@code draws} exceeds {@code population}
     */
    public static double pmf(long population, long marked, long draws, long k) {
        check(population, marked, draws);
        return probability(population, marked, draws, k);
    }

    /**
     * Logarithm of P(X = k).
     *
     * @param population the size of the population
     * @param marked the marked ones in the population
     * @param draws the number of draws
     * @param k the marked ones among the draws; impossible ones give negative infinity
     * @return a number that is not positive
     * @throws IllegalArgumentException if a number is negative, or {@code marked} or {@code draws} exceeds {@code population}
     */
    public static double logPmf(long population, long marked, long draws, long k) {
        check(population, marked, draws);
        return isImpossible(population, marked, draws, k)
                ? Double.NEGATIVE_INFINITY
                : Math.log(roots(population, marked, draws, k))
                        - exponent(population, marked, draws, k).value();
    }

    /**
     * P(X &lt;= k).
     *
     * @param population the size of the population
     * @param marked the marked ones in the population
     * @param draws the number of draws
     * @param k any whole number
     * @return a probability
     * @throws IllegalArgumentException if a number is negative, or {@code marked} or {@code draws} exceeds {@code population}
     */
    public static double cdf(long population, long marked, long draws, long k) {
        check(population, marked, draws);
        return lower(population, marked, draws, k, false);
    }

    /**
     * P(X &gt; k), computed as a tail.
     *
     * @param population the size of the population
     * @param marked the marked ones in the population
     * @param draws the number of draws
     * @param k any whole number
     * @return a probability
     * @throws IllegalArgumentException if a number is negative, or {@code marked} or {@code draws} exceeds {@code population}
     */
    public static double sf(long population, long marked, long draws, long k) {
        check(population, marked, draws);
        return lower(population, marked, draws, k, true);
    }

    /** P(X <= k), or its complement. */
    private static double lower(long population, long marked, long draws, long k, boolean complement) {
        if (k < Math.max(0, marked + draws - population)) {
            return complement ? 1 : 0;
        }
        if (k >= Math.min(marked, draws)) {
            return complement ? 0 : 1;
        }
        double mean = (double) marked * draws / population;
        if (k < mean) {
            double sum = downward(population, marked, draws, k);
            return complement ? 1 - sum : sum;
        }
        // X > k is marked - X < marked - k: the marked ones left over, of the undrawn.
        double sum = downward(population, marked, population - draws, marked - k - 1);
        return complement ? sum : 1 - sum;
    }

    /** Sum of the probabilities of k, k − 1, …, from below the mean. */
    private static double downward(long population, long marked, long draws, long k) {
        double term = 1;
        double sum = 1;
        double unmarkedUndrawn = population - marked - draws + k;
        for (long j = k; j > 0 && unmarkedUndrawn > 0; j--) {
            term *= j / (marked - j + 1.0) * (unmarkedUndrawn / (draws - j + 1.0));
            unmarkedUndrawn--;
            sum += term;
            if (term <= EPSILON * sum) {
                break;
            }
        }
        return probability(population, marked, draws, k) * sum;
    }

    private static double probability(long population, long marked, long draws, long k) {
        return isImpossible(population, marked, draws, k)
                ? 0
                : roots(population, marked, draws, k)
                        * exponent(population, marked, draws, k).expOfMinus();
    }

    private static boolean isImpossible(long population, long marked, long draws, long k) {
        return k < 0 || k > marked || k > draws || population - marked - draws + k < 0;
    }

    /** Deviance and Stirling corrections of the table. */
    private static DoubleDouble exponent(long population, long marked, long draws, long k) {
        double n = population;
        double unmarked = n - marked;
        double undrawn = n - draws;
        double cell = population - marked - draws + k;
        double corrections = correction(k)
                + correction(marked - k)
                + correction(draws - k)
                + correction(cell)
                + correction(n)
                - correction(marked)
                - correction(unmarked)
                - correction(draws)
                - correction(undrawn);
        return part(k, n, marked, draws)
                .plus(part(marked - k, n, marked, undrawn))
                .plus(part(draws - k, n, unmarked, draws))
                .plus(part(cell, n, unmarked, undrawn))
                .plus(corrections);
    }

    /** cell log(cell n/(row column)). */
    private static DoubleDouble part(double cell, double n, double row, double column) {
        if (cell == 0) {
            return DoubleDouble.ZERO;
        }
        DoubleDouble observed = DoubleDouble.product(cell, n);
        DoubleDouble expected = DoubleDouble.product(row, column);
        return LogRatio.of(observed.hi(), observed.lo(), expected.hi(), expected.lo())
                .times(cell);
    }

    private static double correction(double m) {
        return m == 0 ? 0 : Stirling.correction(m);
    }

    /** The square roots of Stirling's formulas. */
    private static double roots(long population, long marked, long draws, long k) {
        double drawn = root(k) * root(draws - k);
        double undrawn = root(marked - k) * root(population - marked - draws + k);
        return root(draws)
                / drawn
                * (root(population - draws) / undrawn)
                * (root(marked) / root(population) * root(population - marked));
    }

    private static double root(double m) {
        return m == 0 ? 1 : Stirling.SQRT_2PI * Math.sqrt(m);
    }

    private static void check(long population, long marked, long draws) {
        if (population < 0 || population > Binomial.LARGEST) {
            throw new IllegalArgumentException("population must be in [0, 2^53]: " + population);
        }
        if (marked < 0 || marked > population) {
            throw new IllegalArgumentException("marked must be in [0, population]: " + marked + " of " + population);
        }
        if (draws < 0 || draws > population) {
            throw new IllegalArgumentException("draws must be in [0, population]: " + draws + " of " + population);
        }
    }
}
