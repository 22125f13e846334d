package io.loyalty.metrics.numeric;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * A CSV of high-precision values: comment lines, of which the last names the columns, then rows. Arguments are doubles, values are decimals of 30
 * digits, and errors are taken against all of them.
 */
final class ReferenceTable {

    /** What an error of a value too small for a normal number may be. */
    private static final double FEW_SUBNORMALS = 3 * Double.MIN_VALUE;

    private final List<String> columns;
    private final List<String[]> rows;

    private ReferenceTable(List<String> columns, List<String[]> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Reads the table of that name. */
    static ReferenceTable of(String name) {
        List<String[]> rows = new ArrayList<>();
        String header = "";
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(name + ".csv"), name),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) {
                    header = line.substring(1).strip();
                } else {
                    rows.add(line.split(","));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertTrue(rows.size() > 50, name + " has rows");
        return new ReferenceTable(Arrays.asList(header.split(",")), rows);
    }

    /** Every value of the column within the limit, as a relative error. */
    void check(String column, double limit, ToDoubleFunction<double[]> function) {
        check(column, limit, function, row -> 1);
    }

    /** Every value of the column within the limit times the condition of the problem, where that is above 1. */
    void checkConditioned(String column, String condition, double limit, ToDoubleFunction<double[]> function) {
        int index = columns.indexOf(condition);
        check(column, limit, function, row -> Math.max(1, Double.parseDouble(row[index])));
    }

    /** Every value of the column within the limit times the larger of 1 and the value. */
    void checkAbsolutely(String column, double limit, ToDoubleFunction<double[]> function) {
        int index = columns.indexOf(column);
        check(column, limit, function, row -> {
            double size = Math.abs(Double.parseDouble(row[index]));
            return size == 0 ? 1 : Math.max(1, 1 / size);
        });
    }

    private void check(
            String column, double limit, ToDoubleFunction<double[]> function, ToDoubleFunction<String[]> allowance) {
        int index = columns.indexOf(column);
        assertTrue(index > 0, "no column " + column);
        for (String[] row : rows) {
            double[] arguments = new double[index];
            for (int i = 0; i < index; i++) {
                arguments[i] = Double.parseDouble(row[i]);
            }
            double actual = function.applyAsDouble(arguments);
            assertTrue(
                    isWithin(actual, row[index], limit * allowance.applyAsDouble(row)),
                    () -> column + " of " + String.join(", ", row) + ": " + actual);
        }
    }

    private static boolean isWithin(double actual, String text, double limit) {
        double expected = Double.parseDouble(text);
        if (Double.isInfinite(expected)) {
            return actual == expected;
        }
        if (Double.isNaN(actual) || Double.isInfinite(actual)) {
            return false;
        }
        if (text.equals("0")) {
            return Math.abs(actual) <= limit;
        }
        if (Math.abs(expected) < Double.MIN_NORMAL) {
            return Math.abs(actual - expected) <= FEW_SUBNORMALS;
        }
        BigDecimal exact = new BigDecimal(text);
        return new BigDecimal(actual)
                        .subtract(exact)
                        .divide(exact, MathContext.DECIMAL64)
                        .abs()
                        .doubleValue()
                <= limit;
    }
}
