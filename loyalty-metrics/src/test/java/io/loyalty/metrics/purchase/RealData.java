package io.loyalty.metrics.purchase;

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

    /** The invoices of a wholesaler from December 2010 to 9 December 2011, customers as texts. */
    static PurchaseHistory onlineRetail(PurchaseRules rules) {
        List<String[]> rows = rows("online_retail_invoices.csv");
        return rules.summarize(
                rows.stream().map(row -> row[1]).toArray(String[]::new),
                rows.stream()
                        .mapToLong(row ->
                                LocalDateTime.parse(row[2]).atZone(LONDON).toEpochSecond())
                        .toArray(),
                rows.stream().mapToLong(row -> pence(row[3])).toArray());
    }

    static PurchaseRules onlineRetailRules() {
        return PurchaseRules.asOf(LocalDate.of(2011, 12, 9), LONDON);
    }

    /** The log of the CDNOW sample from January 1997 to the end of some day; 0 dollars are an order there. */
    static PurchaseHistory cdnow(LocalDate asOf) {
        List<String[]> rows = rows("cdnow_sample_log.csv");
        return PurchaseRules.asOf(asOf, ZoneId.of("America/New_York"))
                .with(TimeColumn.EPOCH_DAYS)
                .with(ZeroAmounts.ORDERS)
                .summarize(
                        rows.stream().mapToLong(row -> Long.parseLong(row[1])).toArray(),
                        rows.stream()
                                .mapToLong(row -> LocalDate.parse(row[2]).toEpochDay())
                                .toArray(),
                        rows.stream().mapToLong(row -> pence(row[4])).toArray());
    }

    static long pence(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
