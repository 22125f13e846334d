package io.loyalty.metrics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tables of reference values: CSV among the test resources, with column names; lines that start with # are comments. */
public final class ReferenceRows {

    private ReferenceRows() {}

    /** The rows of a table in the package of a test, by column name; at least one. */
    public static List<Map<String, String>> of(Class<?> test, String name) {
        InputStream stream = Objects.requireNonNull(test.getResourceAsStream(name), name);
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String[] header = {};
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split(",", -1);
                if (header.length == 0) {
                    header = cells;
                    continue;
                }
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException(name + " must have rows");
        }
        return rows;
    }

    /** Whole numbers separated by blanks. */
    public static long[] numbers(String cell) {
        return Arrays.stream(cell.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    /** Numbers separated by blanks. */
    public static double[] decimals(String cell) {
        return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
