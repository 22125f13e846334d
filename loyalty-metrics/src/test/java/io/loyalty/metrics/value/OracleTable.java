package io.loyalty.metrics.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A table of cases with values of high precision, from the test resources. */
final class OracleTable {

    /** One line, by column name. */
    record Case(List<String> names, String[] fields) {

        boolean has(String name) {
            return !text(name).isEmpty();
        }

        double number(String name) {
            return Double.parseDouble(text(name));
        }

        int count(String name) {
            return Integer.parseInt(text(name));
        }

        String text(String name) {
            return fields[names.indexOf(name)];
        }

        @Override
        public String toString() {
            return String.join(",", fields);
        }
    }

    private OracleTable() {}

    static List<Case> read(String file) {
        List<Case> cases = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(OracleTable.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            List<String> names = List.of();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] fields = line.split(",", -1);
                if (names.isEmpty()) {
                    names = List.of(fields);
                } else {
                    cases.add(new Case(names, fields));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    /** |got / want − 1|, where a value beyond the range of doubles counts as right if the other is there too. */
    static double relativeError(double got, double want) {
        return Math.abs(want) < 1e-290 && Math.abs(got) < 1e-289 ? 0 : Math.abs(got - want) / Math.abs(want);
    }
}
