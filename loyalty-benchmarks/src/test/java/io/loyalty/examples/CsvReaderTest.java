package io.loyalty.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    private static List<CsvReader.Row> read(String text) throws IOException {
        List<CsvReader.Row> rows = new ArrayList<>();
        try (CsvReader reader = new CsvReader(new StringReader(text))) {
            for (Optional<CsvReader.Row> row = reader.read(); row.isPresent(); row = reader.read()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static CsvReader.Row row(long line, String... fields) {
        return new CsvReader.Row(line, List.of(fields), "");
    }

    @Test
    void rowsEndWithAnyKindOfLineEnd() throws IOException {
        List<CsvReader.Row> expected = List.of(row(1, "a", "b"), row(2, "c", "d"));
        assertEquals(expected, read("a,b\nc,d\n"));
        assertEquals(expected, read("a,b\r\nc,d\r\n"));
        assertEquals(expected, read("a,b\rc,d\r"));
        assertEquals(expected, read("a,b\nc,d"));
    }

    @Test
    void fieldsMayBeEmpty() throws IOException {
        assertEquals(List.of(row(1, "", "", "")), read(",,\n"));
        assertEquals(List.of(row(1, "a", "")), read("a,"));
        assertEquals(List.of(row(1, "")), read("\"\""));
    }

    @Test
    void quotesKeepCommasQuotesAndLineEnds() throws IOException {
        assertEquals(List.of(row(1, "a,b", "say \"hi\"", "")), read("\"a,b\",\"say \"\"hi\"\"\",\"\"\n"));
        assertEquals(List.of(row(1, "x\r\ny\nz", "1"), row(4, "next", "2")), read("\"x\r\ny\nz\",1\r\nnext,2\r\n"));
    }

    @Test
    void emptyLinesAreSkippedAndCountedAsLines() throws IOException {
        assertEquals(List.of(row(2, "a"), row(5, "b")), read("\na\n\r\n\nb\n\n"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstField() throws IOException {
        assertEquals(List.of(row(1, "customer")), read("\uFEFFcustomer\n"));
        assertEquals(List.of(row(1, "a,b")), read("\uFEFF\"a,b\"\n"));
    }

    @Test
    void nothingHasNoRow() throws IOException {
        assertEquals(List.of(), read(""));
        assertEquals(List.of(), read("\uFEFF"));
        assertEquals(List.of(), read("\r\n\n"));
    }

    @Test
    void spacesArePartOfAField() throws IOException {
        assertEquals(List.of(row(1, " a", "b ")), read(" a,b \n"));
    }

    @Test
    void wrongQuotesAreAProblemOfTheirRowAlone() throws IOException {
        assertEquals(
                List.of(
                        new CsvReader.Row(
                                1,
                                List.of("a\"b", "c"),
                                "there is a quote inside a field that does not begin with one"),
                        row(2, "d")),
                read("a\"b,c\nd\n"));
        assertEquals(
                List.of(new CsvReader.Row(1, List.of("ab", "c"), "there is text after a closing quote"), row(2, "d")),
                read("\"a\"b,c\nd\n"));
    }

    @Test
    void aQuoteThatNeverClosesTakesTheRest() throws IOException {
        assertEquals(
                List.of(row(1, "a"), new CsvReader.Row(2, List.of("b\nc\n"), "a quote is opened and never closed")),
                read("a\n\"b\nc\n"));
    }
}
