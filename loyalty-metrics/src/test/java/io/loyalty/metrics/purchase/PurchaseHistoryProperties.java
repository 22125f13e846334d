package io.loyalty.metrics.purchase;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PurchaseHistoryProperties {

    @Provide
    Arbitrary<List<Sale>> sales() {
        return Sale.lists();
    }

    @Provide
    Arbitrary<PurchaseRules> rules() {
        PurchaseRules plain = PurchaseRules.asOf(Sale.END, Sale.ZONE);
        return Combinators.combine(
                        Arbitraries.of(plain, plain.from(Sale.END.minusDays(60))),
                        Arbitraries.of(PurchasePeriod.class),
                        Arbitraries.of(RefundPolicy.NET, RefundPolicy.NET_AND_SEEN, RefundPolicy.GROSS),
                        Arbitraries.of(ZeroAmounts.class))
                .as((rules, period, refunds, zero) ->
                        rules.with(period).with(refunds).with(zero));
    }

    @Property(tries = 500, seed = "20260401")
    void summariesAreWhatANaiveCountSays(@ForAll("rules") PurchaseRules rules, @ForAll("sales") List<Sale> sales) {
        PurchaseHistory history = Sale.summarize(rules, sales);
        assertEquals(naive(rules, sales), byCustomer(history));
        assertEquals(sales.size(), history.counts().transactions());
    }

    @Property(tries = 300, seed = "20260402")
    void mergingIsTheSameAsOnePass(
            @ForAll("rules") PurchaseRules rules,
            @ForAll("sales") List<Sale> sales,
            @ForAll @IntRange(max = 100) int percent)
            throws IOException, ClassNotFoundException {
        int cut = sales.size() * percent / 100;
        LongKeyPurchases first = accumulated(rules, sales.subList(0, cut));
        // The second goes on after a journey.
        int middle = (cut + sales.size()) / 2;
        LongKeyPurchases second = copied(accumulated(rules, sales.subList(cut, middle)));
        sales.subList(middle, sales.size())
                .forEach(sale -> second.accept(sale.customer(), sale.second(), sale.amount()));
        Map<String, PurchaseSummary> ofSecond = byCustomer(second.snapshot());
        PurchaseHistory merged = first.combine(second).snapshot();
        PurchaseHistory onePass = Sale.summarize(rules, sales);
        assertEquals(byCustomer(onePass), byCustomer(merged));
        assertEquals(onePass.counts(), merged.counts());
        assertEquals(onePass.customersWithoutPurchase(), merged.customersWithoutPurchase());
        assertEquals(ofSecond, byCustomer(second.snapshot()));
    }

    @Property(tries = 300, seed = "20260403")
    void orderDoesNotMatter(
            @ForAll("rules") PurchaseRules rules, @ForAll("sales") List<Sale> sales, @ForAll long seed) {
        List<Sale> shuffled = new ArrayList<>(sales);
        Collections.shuffle(shuffled, new Random(seed));
        PurchaseHistory history = Sale.summarize(rules, sales);
        PurchaseHistory other = Sale.summarize(rules, shuffled);
        assertEquals(byCustomer(history), byCustomer(other));
        assertEquals(history.counts(), other.counts());
    }

    @Property(tries = 300, seed = "20260404")
    void keysAsTextsAndOneByOneGiveTheSame(@ForAll("rules") PurchaseRules rules, @ForAll("sales") List<Sale> sales) {
        StringKeyPurchases purchases = rules.stringKeys();
        sales.forEach(sale -> purchases.accept("" + sale.customer(), sale.second(), sale.amount()));
        PurchaseHistory numbers = Sale.summarize(rules, sales);
        PurchaseHistory columns = rules.summarize(
                sales.stream().map(sale -> "" + sale.customer()).toArray(String[]::new),
                sales.stream().mapToLong(Sale::second).toArray(),
                sales.stream().mapToLong(Sale::amount).toArray());
        assertEquals(numbers.summaries(), purchases.snapshot().summaries());
        assertEquals(numbers.summaries(), columns.summaries());
        assertEquals(numbers.counts(), columns.counts());
    }

    private static LongKeyPurchases accumulated(PurchaseRules rules, List<Sale> sales) {
        LongKeyPurchases purchases = rules.longKeys();
        sales.forEach(sale -> purchases.accept(sale.customer(), sale.second(), sale.amount()));
        return purchases;
    }

    private static LongKeyPurchases copied(LongKeyPurchases purchases) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(purchases);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (LongKeyPurchases) in.readObject();
        }
    }

    private static Map<String, PurchaseSummary> byCustomer(PurchaseHistory history) {
        return history.summaries().stream().collect(toMap(PurchaseSummary::customer, Function.identity()));
    }

    /** The definition, with sets of days and instants, no arithmetic on columns. */
    private static Map<String, PurchaseSummary> naive(PurchaseRules rules, List<Sale> sales) {
        Map<String, PurchaseSummary> summaries = new TreeMap<>();
        for (int customer = 0; customer < 5; customer++) {
            TreeMap<Long, Long> grossByPeriod = new TreeMap<>();
            TreeSet<Long> seconds = new TreeSet<>();
            TreeSet<LocalDate> refundDays = new TreeSet<>();
            boolean before = false;
            int orders = 0;
            int refunds = 0;
            long refunded = 0;
            for (Sale sale : sales) {
                LocalDate day = day(sale.second());
                boolean order = sale.amount() > 0 || sale.amount() == 0 && rules.zeroAmounts() == ZeroAmounts.ORDERS;
                if (sale.customer() != customer || day.isAfter(rules.asOf())) {
                    continue;
                }
                if (rules.from().isPresent() && day.isBefore(rules.from().get())) {
                    before |= order;
                } else if (order) {
                    orders++;
                    seconds.add(sale.second());
                    grossByPeriod.merge(period(rules, sale.second()), sale.amount(), Long::sum);
                } else if (sale.amount() < 0) {
                    refunds++;
                    refunded -= sale.amount();
                    refundDays.add(day);
                }
            }
            if (orders == 0) {
                continue;
            }
            LocalDate last = day(seconds.last());
            LocalDate seen = rules.refunds() == RefundPolicy.NET_AND_SEEN
                            && !refundDays.isEmpty()
                            && refundDays.last().isAfter(last)
                    ? refundDays.last()
                    : last;
            long gross =
                    grossByPeriod.values().stream().mapToLong(Long::longValue).sum();
            long end = rules.period() == PurchasePeriod.INSTANT
                    ? Sale.END.plusDays(1).atStartOfDay(Sale.ZONE).toEpochSecond()
                    : period(rules, Sale.END.atStartOfDay(Sale.ZONE).toEpochSecond());
            summaries.put(
                    "" + customer,
                    new PurchaseSummary(
                            "" + customer,
                            day(seconds.first()),
                            last,
                            (int) ChronoUnit.DAYS.between(seen, Sale.END),
                            orders,
                            grossByPeriod.size(),
                            refunds,
                            0,
                            gross,
                            refunded,
                            rules.refunds() == RefundPolicy.GROSS ? gross : gross - refunded,
                            grossByPeriod.firstEntry().getValue(),
                            days(rules, grossByPeriod.lastKey() - grossByPeriod.firstKey()),
                            days(rules, end - grossByPeriod.firstKey()),
                            before));
        }
        return summaries;
    }

    private static LocalDate day(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), Sale.ZONE);
    }

    private static long period(PurchaseRules rules, long second) {
        long day = day(second).toEpochDay();
        return switch (rules.period()) {
            case INSTANT -> second;
            case DAY -> day;
            case WEEK -> Math.floorDiv(day + 3, 7L);
        };
    }

    private static double days(PurchaseRules rules, long periods) {
        return switch (rules.period()) {
            case INSTANT -> periods / 86_400.0;
            case DAY -> periods;
            case WEEK -> 7.0 * periods;
        };
    }
}
