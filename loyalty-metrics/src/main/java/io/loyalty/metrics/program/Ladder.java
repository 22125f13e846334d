package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;

/** The sums of a redemption triangle from one age to the next. */
final class Ladder {

    private final int size;

    /** Points redeemed up to each age, by vintage. */
    private final double[][] cumulative;

    private final double[] issued;

    /** From age k to k + 1 the vintages from oldest[k] on are used. */
    private final int[] oldest;

    Ladder(RedemptionTriangle triangle, int latest) {
        size = triangle.rows().size();
        cumulative = new double[size][];
        issued = new double[size];
        oldest = new int[size];
        for (int i = 0; i < size; i++) {
            RedemptionTriangle.Row row = triangle.rows().get(i);
            issued[i] = row.issued();
            cumulative[i] = new double[size - i];
            long sum = 0;
            for (int age = 0; age < size - i; age++) {
                sum += row.redeemed().get(age);
                cumulative[i][age] = sum;
            }
            oldest[i] = Math.max(0, size - 1 - i - latest);
        }
    }

    int size() {
        return size;
    }

    int oldest(int age) {
        return oldest[age];
    }

    /** One after the youngest vintage that has been observed at the next age. */
    int end(int age) {
        return size - 1 - age;
    }

    double cumulative(int vintage, int age) {
        return cumulative[vintage][age];
    }

    /** Points redeemed up to an age by the vintages that are used from it to the next. */
    double base(int age) {
        double sum = 0;
        for (int i = oldest[age]; i < end(age); i++) {
            sum += cumulative[i][age];
        }
        return sum;
    }

    /** The factor from an age to the next. */
    Measure factor(int age) {
        double next = 0;
        for (int i = oldest[age]; i < end(age); i++) {
            next += cumulative[i][age + 1];
        }
        return Rates.ratio(next, base(age), "no redemptions up to age " + age);
    }

    /** The share of the issue that is redeemed at the age after this one. */
    Measure share(int age) {
        double redeemed = 0;
        double exposed = 0;
        for (int i = oldest[age]; i < end(age); i++) {
            redeemed += cumulative[i][age + 1] - cumulative[i][age];
            exposed += issued[i];
        }
        return Rates.ratio(redeemed, exposed, "no points issued in vintages of age " + (age + 1));
    }
}
