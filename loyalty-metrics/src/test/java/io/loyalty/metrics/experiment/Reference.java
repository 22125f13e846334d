package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.ReferenceRows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.function.Executable;

/** A row of a CSV table among the test resources of this package; lines that start with # are comments. */
record Reference(Map<String, String> cells) {

    static List<Reference> rows(String name) {
        List<Reference> rows = ReferenceRows.of(Reference.class, name).stream()
                .map(Reference::new)
                .toList();
        assertTrue(rows.size() >= 5, name + " has rows");
        return rows;
    }

    String text(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    double number(String column) {
        return Double.parseDouble(text(column));
    }

    long count(String column) {
        return Long.parseLong(text(column));
    }

    double[] numbers(String column) {
        return ReferenceRows.decimals(text(column));
    }

    /** Groups of numbers, separated by bars. */
    List<double[]> groups(String column) {
        return Arrays.stream(text(column).split("\\|"))
                .map(ReferenceRows::decimals)
                .toList();
    }

    /** Within a relative error of the column's value. */
    void check(String column, double relative, Measure actual) {
        check(column, relative, actual.orElseThrow());
    }

    /** Within a relative error of the column's value, or an absolute one where that is below 1e-3. */
    void check(String column, double relative, double actual) {
        double expected = number(column);
        assertEquals(expected, actual, relative * Math.max(1e-3, Math.abs(expected)), () -> column + " of " + cells);
    }

    static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
