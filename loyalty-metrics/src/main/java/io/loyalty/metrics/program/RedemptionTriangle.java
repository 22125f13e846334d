package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Points redeemed by vintage of issue and by age, as far as observed: the raw material of a {@link RedemptionForecast}.
 *
 * <p>Vintages are equally long stretches of time, oldest first, the last one just over; age 0 is the stretch of issue itself. Of n
 * vintages the i-th, counted from 0, has been observed at the ages 0 to n − 1 − i. What lies beyond is undefined, not 0. Immutable.
 *
 * @param rows one for each vintage, oldest first; vintages without any issue included
 */
public record RedemptionTriangle(List<Row> rows) implements Serializable {

    /**
     * One vintage.
     *
     * @param issued points issued, net of what was taken back, at least 0
     * @param redeemed points redeemed at each observed age, less what was restored at it; running sums are at least 0
     */
    public record Row(long issued, List<Long> redeemed) implements Serializable {

        /**
         * Copies the numbers and refuses those that cannot be.
         *
         * @param issued points issued, net of what was taken back, at least 0
         * @param redeemed points redeemed at each observed age
         * @throws IllegalArgumentException if nothing is observed, or points issued or redeemed so far are negative
         * @throws ArithmeticException if the sum of the redeemed points overflows
         */
        public Row {
            Objects.requireNonNull(redeemed, "redeemed");
            redeemed = List.copyOf(redeemed);
            Rates.requireAtLeast(0, issued, "issued");
            Rates.requireAtLeast(1, redeemed.size(), "observed ages");
            long sum = 0;
            for (int age = 0; age < redeemed.size(); age++) {
                sum = Math.addExact(sum, redeemed.get(age));
                if (sum < 0) {
                    throw new IllegalArgumentException(
                            "redeemed must have sums of at least 0: " + sum + " up to age " + age);
                }
            }
        }

        /**
         * A vintage from a column.
         *
         * @param issued points issued, net of what was taken back, at least 0
         * @param redeemed points redeemed at each observed age
         * @return the row
         * @throws IllegalArgumentException if nothing is observed, or points issued or redeemed so far are negative
         */
        public static Row of(long issued, long... redeemed) {
            return new Row(issued, Arrays.stream(redeemed).boxed().toList());
        }

        /**
         * Points redeemed so far.
         *
         * @return the sum over all observed ages
         */
        public long total() {
            long sum = 0;
            for (long points : redeemed) {
                sum += points;
            }
            return sum;
        }

        Row plus(Row other) {
            List<Long> sums = new ArrayList<>(redeemed.size());
            for (int age = 0; age < redeemed.size(); age++) {
                sums.add(Math.addExact(redeemed.get(age), other.redeemed.get(age)));
            }
            return new Row(Math.addExact(issued, other.issued), sums);
        }
    }

    /**
     * Copies the rows and refuses those that do not form a triangle.
     *
     * @param rows one for each vintage, oldest first
     * @throws IllegalArgumentException if the i-th row of n has not n − i numbers
     */
    public RedemptionTriangle {
        Objects.requireNonNull(rows, "rows");
        rows = List.copyOf(rows);
        for (int i = 0; i < rows.size(); i++) {
            int observed = rows.get(i).redeemed().size();
            if (observed != rows.size() - i) {
                throw new IllegalArgumentException(
                        "rows[" + i + "] must have " + (rows.size() - i) + " observed ages: " + observed);
            }
        }
    }

    /**
     * A triangle from rows.
     *
     * @param rows one for each vintage, oldest first
     * @return the triangle
     * @throws IllegalArgumentException if the i-th row of n has not n − i numbers
     */
    public static RedemptionTriangle of(Row... rows) {
        return new RedemptionTriangle(List.of(rows));
    }

    /**
     * Both triangles together, of different accounts and up to the same unit; they may reach back differently far.
     *
     * @param other the other triangle
     * @return the sum, as old as the older of the two
     * @throws ArithmeticException if a number overflows
     */
    public RedemptionTriangle plus(RedemptionTriangle other) {
        if (other.rows.size() > rows.size()) {
            return other.plus(this);
        }
        int older = rows.size() - other.rows.size();
        List<Row> sums = new ArrayList<>(rows.subList(0, older));
        for (int i = older; i < rows.size(); i++) {
            sums.add(rows.get(i).plus(other.rows.get(i - older)));
        }
        return new RedemptionTriangle(sums);
    }

    /**
     * The share of a vintage redeemed up to an age.
     *
     * @param vintage the vintage's place, from 0
     * @param age the age, from 0
     * @return redeemed up to that age / issued; undefined if that age is not yet over or nothing was issued
     * @throws IndexOutOfBoundsException if there is no such vintage or the age is negative
     */
    public Measure redeemedShare(int vintage, int age) {
        Row row = rows.get(vintage);
        if (age >= row.redeemed().size()) {
            return Measure.undefined("age " + age + " is not over");
        }
        long sum = row.redeemed().get(age);
        for (int earlier = 0; earlier < age; earlier++) {
            sum += row.redeemed().get(earlier);
        }
        return Rates.ratio(sum, row.issued(), "no points issued, or all taken back");
    }

    /**
     * One readable line.
     *
     * @return for example {@code 24 vintages, 120000 issued, 70000 redeemed}
     */
    @Override
    public String toString() {
        double issued = rows.stream().mapToDouble(Row::issued).sum();
        double redeemed = rows.stream().mapToDouble(Row::total).sum();
        return rows.size() + " vintages, " + issued + " issued, " + redeemed + " redeemed";
    }
}
