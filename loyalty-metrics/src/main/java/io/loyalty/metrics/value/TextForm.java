package io.loyalty.metrics.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The text form {@code Name{key=value, key=value}} of models and fits; numbers in full, so that they read back equal. */
final class TextForm {

    private TextForm() {}

    /** A name and its entries: key, value, key, value, … */
    static String write(String name, Object... entries) {
        StringBuilder text = new StringBuilder(name).append('{');
        for (int i = 0; i < entries.length; i += 2) {
            text.append(i == 0 ? "" : ", ").append(entries[i]).append('=').append(entries[i + 1]);
        }
        return text.append('}').toString();
    }

    /** The entries of a text with this name and exactly these keys. */
    static Map<String, String> read(String name, CharSequence text, String... keys) {
        String t = text.toString().strip();
        if (!t.startsWith(name + "{") || !t.endsWith("}")) {
            throw new IllegalArgumentException("text must be " + name + "{…}: " + t);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        for (String part : split(t.substring(name.length() + 1, t.length() - 1))) {
            int equals = part.indexOf('=');
            if (equals < 0 || entries.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("text must have key=value entries, each key once: " + part);
            }
        }
        if (!entries.keySet().equals(Set.of(keys))) {
            throw new IllegalArgumentException("text must have the keys " + String.join(", ", keys) + ": " + t);
        }
        return entries;
    }

    /** The parts of a list at top level, separated by comma and space. */
    static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(list.substring(from, i).strip());
                from = i + 1;
            }
        }
        if (!list.isBlank()) {
            parts.add(list.substring(from).strip());
        }
        return parts;
    }

    /** The parts of {@code [a, b, …]}. */
    static List<String> list(String text) {
        if (!text.startsWith("[") || !text.endsWith("]")) {
            throw new IllegalArgumentException("text must be a list in square brackets: " + text);
        }
        return split(text.substring(1, text.length() - 1));
    }

    static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String number : list(text)) {
            numbers.add(Double.valueOf(number));
        }
        return numbers;
    }

    static double number(Map<String, String> entries, String key) {
        try {
            return Double.parseDouble(entries.get(key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " must be a number: " + entries.get(key), e);
        }
    }

    static PeriodUnit unit(Map<String, String> entries) {
        return PeriodUnit.valueOf(entries.get("unit"));
    }
}
