package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;

/** Mack's standard error of the chain ladder (1993), by the numbers of his formulas. */
final class MackError {

    private final Ladder ladder;
    private final int n;
    private final double[] factors;

    /** σ²/f² of each age. */
    private final double[] relative;

    /** Why there is no error at all; empty text if there is one. */
    private final String obstacle;

    /** What each vintage will ever redeem. */
    private final double[] ultimates;

    MackError(Ladder ladder) {
        this.ladder = ladder;
        this.n = ladder.size();
        this.factors = new double[n];
        this.relative = new double[n];
        this.ultimates = new double[n];
        this.obstacle = prepare();
    }

    /** The error of what a vintage will ever redeem: the theorem of section 3. */
    Measure ofVintage(int vintage) {
        return obstacle.isEmpty() ? root(vintage, squared(vintage)) : Measure.undefined(obstacle);
    }

    /** The error of the sum over all vintages, which share the factors and so err together: the corollary. */
    Measure ofTotal() {
        if (!obstacle.isEmpty()) {
            return Measure.undefined(obstacle);
        }
        double sum = 0;
        double younger = 0;
        for (int i = n - 1; i >= 0; i--) {
            double shared = 0;
            for (int age = n - 1 - i; age < n - 1; age++) {
                shared += 2 * relative[age] / ladder.base(age);
            }
            sum += squared(i) + ultimates[i] * younger * shared;
            younger += ultimates[i];
        }
        return Double.isFinite(sum) ? Measure.of(Math.sqrt(sum)) : Measure.undefined("a vintage without redemptions");
    }

    private String prepare() {
        if (n < 4) {
            return "fewer than 4 vintages";
        }
        double[] variance = new double[n];
        for (int age = 0; age < n - 1; age++) {
            Measure factor = ladder.factor(age);
            if (!factor.isDefined()) {
                return factor.reason();
            }
            factors[age] = factor.orElseThrow();
            int vintages = ladder.end(age) - ladder.oldest(age);
            if (vintages == 1) {
                if (age != n - 2) {
                    return "a factor from a single vintage";
                }
                variance[age] = extrapolated(variance[age - 1], variance[age - 2]);
            } else {
                variance[age] = variance(age, vintages);
            }
            if (!Double.isFinite(variance[age])) {
                return "redemptions that begin after age " + age;
            }
            relative[age] = variance[age] / (factors[age] * factors[age]);
        }
        for (int i = 0; i < n; i++) {
            double value = ladder.cumulative(i, n - 1 - i);
            for (int age = n - 1 - i; age < n - 1; age++) {
                value *= factors[age];
            }
            ultimates[i] = value;
        }
        return "";
    }

    private double variance(int age, int vintages) {
        double sum = 0;
        for (int i = ladder.oldest(age); i < ladder.end(age); i++) {
            double base = ladder.cumulative(i, age);
            double distance = ladder.cumulative(i, age + 1) - factors[age] * base;
            // A vintage that had nothing and still has nothing says nothing.
            sum += distance == 0 ? 0 : distance * distance / base;
        }
        return sum / (vintages - 1);
    }

    /** The variance at the oldest age, of which only one vintage is known: page 218. */
    private static double extrapolated(double last, double beforeLast) {
        double decreasing = last == 0 ? 0 : last / beforeLast * last;
        return Math.min(decreasing, Math.min(last, beforeLast));
    }

    private double squared(int vintage) {
        double value = ladder.cumulative(vintage, n - 1 - vintage);
        double sum = 0;
        for (int age = n - 1 - vintage; age < n - 1; age++) {
            sum += relative[age] == 0 ? 0 : relative[age] * (1 / value + 1 / ladder.base(age));
            value *= factors[age];
        }
        return sum == 0 ? 0 : ultimates[vintage] * ultimates[vintage] * sum;
    }

    private static Measure root(int vintage, double squared) {
        return Double.isFinite(squared)
                ? Measure.of(Math.sqrt(squared))
                : Measure.undefined("no redemptions of vintage " + vintage);
    }
}
