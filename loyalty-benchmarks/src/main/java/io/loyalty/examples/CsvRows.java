package io.loyalty.examples;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rows of a file as purchases. A row that cannot be read is told with its line number, and counted.
 *
 * @param purchases the rows that could be read, in the order of the file
 * @param bad how many could not be read
 */
record CsvRows(List<Purchase> purchases, long bad) {

    private static final int BAD_ROWS_TOLD = 20;

    // As many digits as fit a long, so that no text can make a number of a million digits.
    private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,9})?");

    /**
     * One row.
     *
     * @param line where it stands in the file
     * @param customer whose
     * @param at when
     * @param amount how much, negative for a return
     */
    record Purchase(long line, CustomerId customer, Instant at, Money amount) {}

    private static final class BadRow extends Exception {
        private static final long serialVersionUID = 1L;

        final String what;

        BadRow(String what) {
            super(what, null, false, false);
            this.what = what;
        }
    }

    static CsvRows read(Path file, Arguments.Columns columns, ZoneId zone, Currency currency, Progress progress) {
        try (CsvReader csv = new CsvReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            CsvReader.Row header = csv.read()
                    .orElseThrow(() -> new UserError("The file " + file + " is empty; it needs a header line."));
            if (!header.problem().isEmpty()) {
                throw new UserError("The header line of " + file + " cannot be read: " + header.problem() + ".");
            }
            int customer = index(file, header, columns.customer());
            int time = index(file, header, columns.time());
            int amount = index(file, header, columns.amount());
            List<Purchase> purchases = new ArrayList<>();
            long bad = 0;
            for (Optional<CsvReader.Row> next = csv.read(); next.isPresent(); next = csv.read()) {
                CsvReader.Row row = next.get();
                try {
                    purchases.add(new Purchase(
                            row.line(),
                            customer(field(row, header, customer)),
                            time(field(row, header, time), zone),
                            amount(field(row, header, amount), currency)));
                } catch (BadRow e) {
                    tell(progress.err(), bad++, row.line(), e.what);
                }
                progress.step("rows read");
            }
            if (purchases.isEmpty()) {
                throw new UserError("The file " + file + " has no row that could be read.");
            }
            return new CsvRows(purchases, bad);
        } catch (NoSuchFileException e) {
            throw new UserError("There is no file " + file + ".");
        } catch (IOException e) {
            throw new UserError("The file " + file + " cannot be read.");
        }
    }

    private static int index(Path file, CsvReader.Row header, String column) {
        List<String> names = header.fields().stream().map(String::strip).toList();
        int index = names.indexOf(column);
        if (index < 0) {
            throw new UserError("There is no column '" + column + "' in " + file + "; its columns are "
                    + String.join(", ", names) + ".");
        }
        if (index != names.lastIndexOf(column)) {
            throw new UserError("There are two columns '" + column + "' in " + file + ".");
        }
        return index;
    }

    private static String field(CsvReader.Row row, CsvReader.Row header, int index) throws BadRow {
        if (!row.problem().isEmpty()) {
            throw new BadRow(row.problem());
        }
        int expected = header.fields().size();
        if (row.fields().size() != expected) {
            throw new BadRow("there are " + row.fields().size() + " fields where the header has " + expected);
        }
        return row.fields().get(index).strip();
    }

    private static CustomerId customer(String text) throws BadRow {
        try {
            return CustomerId.of(text);
        } catch (IllegalArgumentException e) {
            throw new BadRow("the customer is blank or no proper key");
        }
    }

    private static Instant time(String text, ZoneId zone) throws BadRow {
        return TimeText.read(text, zone)
                .orElseThrow(() -> new BadRow("the time '" + text + "' is of no known form, or of a year far off"));
    }

    private static Money amount(String text, Currency currency) throws BadRow {
        if (!AMOUNT.matcher(text).matches()) {
            throw new BadRow("the amount '" + text + "' is no number");
        }
        try {
            return Money.of(currency, new BigDecimal(text));
        } catch (ArithmeticException e) {
            throw new BadRow("the amount '" + text + "' has more decimals than " + currency + ", or is too large");
        }
    }

    private static void tell(PrintStream err, long before, long line, String what) {
        if (before < BAD_ROWS_TOLD) {
            err.println("line " + line + ": " + what);
        } else if (before == BAD_ROWS_TOLD) {
            err.println("further bad rows are only counted");
        }
    }
}
