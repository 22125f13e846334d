package io.loyalty.metrics.value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What is known of customers besides their purchases and does not change: channel, region, age at the first purchase. One column of numbers
 * for each covariate, one row for each customer; yes or no as 1 and 0, a choice of three as two columns. Immutable; the arrays passed in
 * are not kept.
 */
public final class Covariates {

    private final List<String> names;
    private final double[][] columns;
    private final int size;

    private Covariates(List<String> names, double[][] columns, int size) {
        this.names = names;
        this.columns = columns;
        this.size = size;
    }

    /**
     * Nothing known.
     *
     * @param customers how many there are, at least 1
     * @return no column
     * @throws IllegalArgumentException if there are no customers
     */
    public static Covariates none(int customers) {
        if (customers < 1) {
            throw new IllegalArgumentException("customers must be at least 1: " + customers);
        }
        return new Covariates(List.of(), new double[0][], customers);
    }

    /**
     * One covariate.
     *
     * @param name of letters, digits, blanks, dots, hyphens and underscores
     * @param values one for each customer, finite
     * @return one column
     * @throws IllegalArgumentException if the column is empty, or the name or a value is out of place
     */
    public static Covariates of(String name, double... values) {
        return none(values.length).with(name, values);
    }

    /**
     * These covariates and one more.
     *
     * @param name of letters, digits, blanks, dots, hyphens and underscores, not used yet
     * @param values one for each customer, finite
     * @return one column more
     * @throws IllegalArgumentException if the column has another length, or the name or a value is out of place
     */
    public Covariates with(String name, double... values) {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        checkNames(more);
        if (values.length != size) {
            throw new IllegalArgumentException(
                    name + " must have one value for each customer, " + size + ": " + values.length);
        }
        double[][] all = new double[columns.length + 1][];
        System.arraycopy(columns, 0, all, 0, columns.length);
        all[columns.length] = values.clone();
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite: " + values[i]);
            }
            // Adding 0 turns −0 into 0.
            all[columns.length][i] += 0.0;
        }
        return new Covariates(List.copyOf(more), all, size);
    }

    static void checkNames(List<String> names) {
        for (String name : names) {
            if (!name.matches("[\\p{L}\\p{N}._-]([\\p{L}\\p{N} ._-]*[\\p{L}\\p{N}._-])?")) {
                throw new IllegalArgumentException(
                        "name must be of letters, digits, blanks, dots, hyphens and underscores: " + name);
            }
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("names must differ: " + names);
        }
    }

    /**
     * The names in the order of the columns.
     *
     * @return an unmodifiable list
     */
    public List<String> names() {
        return names;
    }

    /**
     * The number of customers.
     *
     * @return at least 1
     */
    public int size() {
        return size;
    }

    /**
     * What is known of one customer.
     *
     * @param customer from 0
     * @return one value for each name
     * @throws IndexOutOfBoundsException if there is no such customer
     */
    public double[] of(int customer) {
        double[] row = new double[columns.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = columns[i][customer];
        }
        return row;
    }
}
