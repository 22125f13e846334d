package io.loyalty.metrics.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.RefundPolicy;
import io.loyalty.metrics.purchase.TimeColumn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CohortProperties {

    private static final LocalDate END = LocalDate.of(2026, 5, 20);

    /** One transaction. */
    record Sale(int customer, LocalDate day, long amount) {}

    @Provide
    Arbitrary<List<Sale>> sales() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(-5, 160),
                        Arbitraries.of(-30L, 0L, 10L, 20L, 70L))
                .as((customer, ago, amount) -> new Sale(customer, END.minusDays(ago), amount))
                .list()
                .ofMaxSize(150);
    }

    @Provide
    Arbitrary<Cohorts> cohorts() {
        PurchaseRules rules = PurchaseRules.asOf(END, ZoneOffset.UTC).with(TimeColumn.EPOCH_DAYS);
        return Combinators.combine(
                        Arbitraries.of(RefundPolicy.NET, RefundPolicy.GROSS, RefundPolicy.NET_AND_SEEN),
                        Arbitraries.of(CohortPeriod.MONTH, CohortPeriod.WEEK, CohortPeriod.ofDays(10, END)),
                        Arbitraries.of(true, false))
                .as((refunds, period, window) -> {
                    PurchaseRules chosen = rules.with(refunds);
                    return Cohorts.by(period, window ? chosen.from(period.startOf(END.minusDays(75))) : chosen);
                });
    }

    private static LongKeyCohorts accumulated(Cohorts cohorts, List<Sale> sales) {
        LongKeyCohorts accumulator = cohorts.longKeys();
        sales.forEach(sale -> accumulator.accept(sale.customer, sale.day.toEpochDay(), sale.amount));
        return accumulator;
    }

    /** Everything that a matrix says, as text. */
    private static List<String> said(CohortMatrix matrix) {
        List<String> lines = new ArrayList<>();
        lines.add(matrix + " " + matrix.counts() + " " + matrix.customersBoughtBefore() + " "
                + matrix.customersWithoutPurchase());
        for (int cohort = 0; cohort < matrix.cohorts(); cohort++) {
            lines.add(matrix.start(cohort) + ": " + matrix.size(cohort));
            for (int age = 0; age < matrix.cohorts(); age++) {
                CohortCell cell = matrix.cell(cohort, age);
                lines.add(cell.customers() + " " + cell.orders() + " " + cell.revenue() + " " + cell);
            }
        }
        return lines;
    }

    @Property(tries = 300, seed = "20261201")
    void cellsAreWhatANaiveCountSays(@ForAll("cohorts") Cohorts cohorts, @ForAll("sales") List<Sale> sales) {
        CohortMatrix matrix = accumulated(cohorts, sales).matrix();
        CohortPeriod period = cohorts.period();
        LocalDate from = cohorts.rules().from().orElse(LocalDate.MIN);
        Map<Integer, LocalDate> first = new TreeMap<>();
        for (Sale sale : sales) {
            if (sale.amount > 0 && !sale.day.isAfter(END)) {
                first.merge(sale.customer, sale.day, (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        for (int cohort = 0; cohort < matrix.cohorts(); cohort++) {
            LocalDate start = matrix.start(cohort);
            LocalDate at = start;
            assertEquals(
                    first.values().stream()
                            .filter(day ->
                                    !day.isBefore(from) && period.startOf(day).equals(start))
                            .count(),
                    matrix.size(cohort));
            for (int age = 0; age < matrix.cohorts() - cohort && matrix.isOver(cohort, age); age++) {
                TreeSet<Integer> customers = new TreeSet<>();
                long orders = 0;
                long revenue = 0;
                for (Sale sale : sales) {
                    LocalDate firstDay = first.getOrDefault(sale.customer, LocalDate.MAX);
                    if (firstDay.equals(LocalDate.MAX)
                            || !period.startOf(firstDay).equals(start)
                            || firstDay.isBefore(from)
                            || !period.startOf(sale.day).equals(at)) {
                        continue;
                    }
                    boolean refund = sale.amount < 0;
                    orders += sale.amount > 0 ? 1 : 0;
                    revenue += refund && cohorts.rules().refunds() == RefundPolicy.GROSS ? 0 : sale.amount;
                    if (sale.amount > 0 || refund && cohorts.rules().refunds() == RefundPolicy.NET_AND_SEEN) {
                        customers.add(sale.customer);
                    }
                }
                CohortCell cell = matrix.cell(cohort, age);
                assertEquals(customers.size(), cell.customers().orElseThrow());
                assertEquals(orders, cell.orders().orElseThrow());
                assertEquals(revenue, cell.revenue().orElseThrow());
                at = period.startAfter(at);
            }
        }
    }

    @Property(tries = 200, seed = "20261202")
    void neitherOrderNorSplitNorKeysMatter(
            @ForAll("cohorts") Cohorts cohorts,
            @ForAll("sales") List<Sale> sales,
            @ForAll Random random,
            @ForAll @IntRange(max = 150) int cut) {
        List<Sale> shuffled = new ArrayList<>(sales);
        Collections.shuffle(shuffled, random);
        int at = Math.min(cut, sales.size());
        LongKeyCohorts whole = accumulated(cohorts, sales);
        LongKeyCohorts parts = Copies.serialized(accumulated(cohorts, shuffled.subList(0, at)))
                .combine(accumulated(cohorts, shuffled.subList(at, sales.size())));
        assertEquals(said(whole.matrix()), said(parts.matrix()));
        assertEquals(whole.calendar(), parts.calendar());
        // A look in between changes nothing.
        LongKeyCohorts looked = accumulated(cohorts, sales.subList(0, at));
        looked.matrix();
        sales.subList(at, sales.size())
                .forEach(sale -> looked.accept(sale.customer, sale.day.toEpochDay(), sale.amount));
        assertEquals(said(whole.matrix()), said(looked.matrix()));
        StringKeyCohorts texts = cohorts.stringKeys();
        shuffled.subList(0, at).forEach(sale -> texts.accept("c" + sale.customer, sale.day.toEpochDay(), sale.amount));
        StringKeyCohorts others = cohorts.stringKeys();
        others.acceptAll(
                shuffled.subList(at, sales.size()).stream()
                        .map(sale -> "c" + sale.customer)
                        .toArray(String[]::new),
                shuffled.subList(at, sales.size()).stream()
                        .mapToLong(sale -> sale.day.toEpochDay())
                        .toArray(),
                shuffled.subList(at, sales.size()).stream()
                        .mapToLong(Sale::amount)
                        .toArray());
        texts.combine(Copies.serialized(others));
        assertEquals(said(whole.matrix()), said(texts.matrix()));
        assertEquals(whole.calendar(), texts.calendar());
    }

    @Property(tries = 200, seed = "20261203")
    void calendarPartitionsTheActive(@ForAll("cohorts") Cohorts cohorts, @ForAll("sales") List<Sale> sales) {
        List<CalendarRetention> periods = accumulated(cohorts, sales).calendar();
        long before = 0;
        for (CalendarRetention period : periods) {
            assertEquals(before, period.customers().activeBefore());
            before = period.customers().active();
        }
        CohortMatrix matrix = accumulated(cohorts, sales).matrix();
        long acquired = periods.stream()
                .mapToLong(period -> period.customers().acquired())
                .sum();
        assertEquals(matrix.customers(), acquired);
    }

    @Property(tries = 20, seed = "20261204")
    void columnsOfManyCustomersAreTheSameAsOneByOne(@ForAll @IntRange(min = 1, max = 3_000) int customers) {
        PurchaseRules rules = PurchaseRules.asOf(END, ZoneOffset.UTC).with(TimeColumn.EPOCH_DAYS);
        Cohorts cohorts = Cohorts.by(CohortPeriod.MONTH, rules);
        Random random = new Random(customers);
        long[] keys = random.longs(9_000, 0, customers).map(i -> i * 7_919 - 5).toArray();
        long[] at = random.longs(9_000, END.toEpochDay() - 700, END.toEpochDay() + 1)
                .toArray();
        long[] amounts = random.longs(9_000, -5, 50).toArray();
        LongKeyCohorts single = cohorts.longKeys();
        for (int i = 0; i < keys.length; i++) {
            single.accept(keys[i], at[i], amounts[i]);
        }
        assertEquals(said(single.matrix()), said(cohorts.matrix(keys, at, amounts)));
        assertEquals(single.calendar(), cohorts.calendar(keys, at, amounts));
    }
}
