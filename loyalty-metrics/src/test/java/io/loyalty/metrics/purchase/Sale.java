package io.loyalty.metrics.purchase;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** One row of a column-wise log, for properties: few customers, few days, so that much coincides. */
record Sale(int customer, long second, long amount) {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate END = LocalDate.of(2026, 4, 15);

    static Arbitrary<List<Sale>> lists() {
        Arbitrary<Integer> customers = Arbitraries.integers().between(0, 4);
        // Days from 90 before to 2 after the end, across the change of clocks on 29 March, at some hours.
        Arbitrary<Long> seconds = Combinators.combine(
                        Arbitraries.integers().between(-2, 90), Arbitraries.of(0, 1, 3 * 3_600, 23 * 3_600 + 3_599))
                .as((ago, time) -> END.minusDays(ago).atStartOfDay(ZONE).toEpochSecond() + time);
        Arbitrary<Long> amounts = Arbitraries.longs().between(-40, 100);
        return Combinators.combine(customers, seconds, amounts)
                .as(Sale::new)
                .list()
                .ofMaxSize(120);
    }

    static PurchaseHistory summarize(PurchaseRules rules, List<Sale> sales) {
        return rules.summarize(
                sales.stream().mapToLong(Sale::customer).toArray(),
                sales.stream().mapToLong(Sale::second).toArray(),
                sales.stream().mapToLong(Sale::amount).toArray());
    }
}
