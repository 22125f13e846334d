package io.loyalty.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON that JMH writes: objects as {@link Map} in the order of the text, arrays as {@link List}, texts as {@link String},
 * numbers as {@link Double}, and the words true, false and null as {@link String}.
 */
final class JsonReader {

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * The value that a text holds.
     *
     * @throws IllegalArgumentException if the text is not JSON
     */
    static Object read(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.skipSpace();
        if (reader.at < text.length()) {
            throw reader.unexpected("end of text");
        }
        return value;
    }

    private Object value() {
        skipSpace();
        char first = peek();
        if (first == '{') {
            return object();
        }
        if (first == '[') {
            return array();
        }
        if (first == '"') {
            return string();
        }
        String word = word();
        return word.equals("true") || word.equals("false") || word.equals("null") ? word : number(word);
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        take('{');
        while (!tookEnd('}', object.isEmpty())) {
            skipSpace();
            String name = string();
            take(':');
            object.put(name, value());
        }
        return object;
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        take('[');
        while (!tookEnd(']', array.isEmpty())) {
            array.add(value());
        }
        return array;
    }

    /** Takes the end of a list if it is there; otherwise the comma before its next part, which the first part has not. */
    private boolean tookEnd(char end, boolean isFirst) {
        skipSpace();
        if (peek() == end) {
            at++;
            return true;
        }
        if (!isFirst) {
            take(',');
        }
        return false;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        take('"');
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        if (c == 'u' && at + 4 <= text.length()) {
            at += 4;
            return (char) Integer.parseInt(text, at - 4, at, 16);
        }
        int index = "\"\\/bfnrt".indexOf(c);
        if (index < 0) {
            at--;
            throw unexpected("an escaped character");
        }
        return "\"\\/\b\f\n\r\t".charAt(index);
    }

    private String word() {
        int start = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private Double number(String word) {
        try {
            return Double.valueOf(word);
        } catch (NumberFormatException e) {
            at -= word.length();
            throw unexpected("a value");
        }
    }

    private void take(char expected) {
        skipSpace();
        if (peek() != expected) {
            throw unexpected("'" + expected + "'");
        }
        at++;
    }

    private char peek() {
        if (at == text.length()) {
            throw unexpected("more");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException unexpected(String wanted) {
        return new IllegalArgumentException("JSON must have " + wanted + " at index " + at);
    }
}
