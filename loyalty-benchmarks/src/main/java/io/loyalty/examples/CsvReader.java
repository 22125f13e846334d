package io.loyalty.examples;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated values as RFC 4180 (2005) describes them, and a byte order mark, a single line feed or carriage return
 * as end of line, and empty lines, which are skipped, besides. One pass, one row in memory.
 */
final class CsvReader implements Closeable {

    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * One row.
     *
     * @param line the line on which it begins, from 1
     * @param fields the values as they stand, without their quotes
     * @param problem what is wrong with its form; empty if nothing is
     */
    record Row(long line, List<String> fields, String problem) {}

    private final Reader in;
    private long line = 1;
    private int next;

    CsvReader(Reader in) throws IOException {
        this.in = new BufferedReader(in);
        next = this.in.read();
        if (next == BYTE_ORDER_MARK) {
            next = this.in.read();
        }
    }

    /** The next row that is not empty, or empty at the end. */
    Optional<Row> read() throws IOException {
        while (isEndOfLine()) {
            skipEndOfLine();
        }
        if (next == END) {
            return Optional.empty();
        }
        long begin = line;
        List<String> fields = new ArrayList<>();
        String problem = "";
        while (true) {
            StringBuilder field = new StringBuilder();
            String wrong = next == '"' ? quoted(field) : plain(field);
            if (problem.isEmpty()) {
                problem = wrong;
            }
            fields.add(field.toString());
            if (next != ',') {
                skipEndOfLine();
                return Optional.of(new Row(begin, fields, problem));
            }
            next = in.read();
        }
    }

    private String plain(StringBuilder field) throws IOException {
        String problem = "";
        while (next != ',' && next != END && !isEndOfLine()) {
            if (next == '"') {
                problem = "there is a quote inside a field that does not begin with one";
            }
            field.append((char) next);
            next = in.read();
        }
        return problem;
    }

    private String quoted(StringBuilder field) throws IOException {
        next = in.read();
        while (next != END) {
            if (next == '"') {
                next = in.read();
                if (next != '"') {
                    return next == ',' || next == END || isEndOfLine() ? "" : afterQuote(field);
                }
                field.append('"');
                next = in.read();
            } else if (isEndOfLine()) {
                skipEndOfLine(field);
            } else {
                field.append((char) next);
                next = in.read();
            }
        }
        return "a quote is opened and never closed";
    }

    private String afterQuote(StringBuilder field) throws IOException {
        plain(field);
        return "there is text after a closing quote";
    }

    private boolean isEndOfLine() {
        return next == '\n' || next == '\r';
    }

    private void skipEndOfLine() throws IOException {
        skipEndOfLine(new StringBuilder());
    }

    /** Steps over one end of line, of one or two characters, and keeps what it was. */
    private void skipEndOfLine(StringBuilder kept) throws IOException {
        if (next == '\r') {
            kept.append('\r');
            next = in.read();
            if (next != '\n') {
                line++;
                return;
            }
        }
        if (next == '\n') {
            kept.append('\n');
            next = in.read();
            line++;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
