package io.loyalty.metrics.retention;

import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Files of real data outside the repository, for tests that are tagged so. */
final class RealData {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private RealData() {}

    /** The cells of a file's lines after the header. */
    static List<String[]> rows(String file) {
        try {
            return Files.readAllLines(Path.of(System.getProperty("loyalty.data"), file)).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Invoices of a wholesaler: customers, seconds, pence. */
    static final class Retail {

        final String[] customers;
        final long[] at;
        final long[] amounts;

        Retail() {
            List<String[]> rows = rows("online_retail_invoices.csv");
            customers = rows.stream().map(row -> row[1]).toArray(String[]::new);
            at = rows.stream()
                    .mapToLong(row -> LocalDateTime.parse(row[2]).atZone(LONDON).toEpochSecond())
                    .toArray();
            amounts = rows.stream()
                    .mapToLong(row -> new BigDecimal(row[3]).movePointRight(2).longValueExact())
                    .toArray();
        }

        PurchaseHistory history(PurchaseRules rules) {
            return rules.summarize(customers, at, amounts);
        }
    }

    static PurchaseRules retailRules() {
        return PurchaseRules.asOf(LocalDate.of(2011, 12, 9), LONDON);
    }
}
