package io.loyalty.points;

import java.util.ArrayList;
import java.util.List;

/**
 * One record of comma-separated values after RFC 4180: a value that holds a comma or a quote stands in quotes, with its quotes
 * doubled. A list within a value is such a record again.
 */
final class CsvText {

    private CsvText() {}

    static String join(List<String> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",");
            String value = values.get(i);
            // A record of one empty value would read as a record of none.
            if (value.indexOf(',') >= 0 || value.indexOf('"') >= 0 || value.isEmpty() && values.size() == 1) {
                text.append('"').append(value.replace("\"", "\"\"")).append('"');
            } else {
                text.append(value);
            }
        }
        return text.toString();
    }

    static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        if (text.isEmpty()) {
            return values;
        }
        int at = 0;
        do {
            StringBuilder value = new StringBuilder();
            if (at < text.length() && text.charAt(at) == '"') {
                at = quoted(text, at + 1, value);
            } else {
                int comma = text.indexOf(',', at);
                int end = comma < 0 ? text.length() : comma;
                value.append(text, at, end);
                if (value.indexOf("\"") >= 0) {
                    throw new IllegalArgumentException("a quote must stand in quotes: at index " + at);
                }
                at = end;
            }
            values.add(value.toString());
            if (at < text.length() && text.charAt(at) != ',') {
                throw new IllegalArgumentException("a comma must follow closing quotes: at index " + at);
            }
            at++;
        } while (at <= text.length());
        return values;
    }

    /** Reads up to the closing quote; gives the index behind it. */
    private static int quoted(String text, int from, StringBuilder value) {
        int at = from;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                throw new IllegalArgumentException("quotes must be closed: opened at index " + (from - 1));
            }
            value.append(text, at, quote);
            if (quote + 1 == text.length() || text.charAt(quote + 1) != '"') {
                return quote + 1;
            }
            value.append('"');
            at = quote + 2;
        }
    }
}
