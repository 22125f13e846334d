package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertEstimate;
import static io.loyalty.metrics.retention.Approx.assertInterval;
import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static io.loyalty.metrics.retention.Approx.assertUndefined;
import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchasePeriod;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.TimeColumn;
import io.loyalty.time.DateWindow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Churn rates, retention of counts and periods, churn by absence, retention at an age. */
class PeriodFiguresTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 3, 31);

    private static PurchaseRules rules() {
        return PurchaseRules.asOf(END, ZoneOffset.UTC).with(TimeColumn.EPOCH_DAYS);
    }

    /** Days of the year 2026 by customer. */
    private static PurchaseHistory history(PurchaseRules rules, int[][] daysOfYear) {
        int count = 0;
        for (int[] days : daysOfYear) {
            count += days.length;
        }
        long[] customers = new long[count];
        long[] at = new long[count];
        long[] amounts = new long[count];
        int i = 0;
        for (int customer = 0; customer < daysOfYear.length; customer++) {
            for (int day : daysOfYear[customer]) {
                customers[i] = customer;
                at[i] = FIRST.toEpochDay() + day - 1;
                amounts[i++] = 100;
            }
        }
        return rules.summarize(customers, at, amounts);
    }

    private static DateWindow month(int month) {
        return DateWindow.of(LocalDate.of(2026, month, 1), LocalDate.of(2026, month + 1, 1));
    }

    @Test
    void churnConvertsByPowers() {
        assertEquals(1 - Math.pow(0.98, 12), ChurnRate.of(0.02).over(12).churn(), 1e-15);
        assertEquals(0.02, ChurnRate.of(0.02).over(12).over(1 / 12.0).churn(), 1e-16);
        assertEquals(3e-12, ChurnRate.of(1e-12).over(3).churn(), 1e-23);
        assertEquals(0.75, ChurnRate.of(0.25).retention());
        assertEquals(ChurnRate.of(0.25), ChurnRate.ofRetention(0.75));
        assertMeasure(50, 0, ChurnRate.of(0.02).meanLifetime());
    }

    @Test
    void churnHasItsEnds() {
        assertUndefined("nobody leaves", ChurnRate.of(0).meanLifetime());
        assertUndefined("nobody leaves", ChurnRate.of(Double.MIN_VALUE).meanLifetime());
        assertMeasure(1, 0, ChurnRate.of(1).meanLifetime());
        assertEquals(1, ChurnRate.of(1).over(0.5).churn());
        assertEquals(0, ChurnRate.of(0).over(100).churn());
        assertEquals("churn must be in [0, 1]: NaN", refusal(() -> ChurnRate.of(Double.NaN)));
        assertEquals("retention must be in [0, 1]: 1.5", refusal(() -> ChurnRate.ofRetention(1.5)));
        assertEquals(
                "periods must be positive and finite: 0.0",
                refusal(() -> ChurnRate.of(.1).over(0)));
        assertEquals("churn 0.02 per period", ChurnRate.of(0.02).toString());
    }

    @Test
    void customerRetentionIsOldCustomersOverStart() {
        CustomerRetention retention = CustomerRetention.of(60, 52, 10);
        assertMeasure(.7, 1e-15, retention.retention().value());
        assertInterval(0.574913, 0.801018, 5e-7, retention.retention());
        assertMeasure(.3, 1e-15, retention.churn().value());
        assertInterval(1 - 0.801018, 1 - 0.574913, 5e-7, retention.churn());
        CustomerRetention other = CustomerRetention.of(55, 30, 0);
        assertMeasure(0.154545, 5e-7, retention.minus(other).value());
        assertInterval(-0.021794, 0.319360, 5e-7, retention.minus(other));
        assertEquals(CustomerRetention.of(115, 82, 10), retention.plus(other));
    }

    @Test
    void customerRetentionMayBeUndefined() {
        assertUndefined(
                "no customers at the start",
                CustomerRetention.of(0, 5, 5).retention().value());
        assertUndefined(
                "more are new than there are at the end",
                CustomerRetention.of(9, 4, 5).churn().value());
        assertUndefined(
                "more stayed than there were",
                CustomerRetention.of(9, 15, 5).retention().value());
        assertUndefined(
                "no customers at the start",
                CustomerRetention.of(5, 5, 1)
                        .minus(CustomerRetention.of(0, 0, 0))
                        .value());
        assertEquals(
                "start, end and acquired must be at least 0: 1, -1 and 0",
                refusal(() -> CustomerRetention.of(1, -1, 0)));
        assertThrows(
                ArithmeticException.class,
                () -> CustomerRetention.of(Long.MAX_VALUE, 0, 0).plus(CustomerRetention.of(1, 0, 0)));
        assertEquals(
                "retention undefined: no customers at the start, n = 0",
                CustomerRetention.of(0, 0, 0).toString());
    }

    @Test
    void periodsPartitionTheCustomers() {
        PurchaseHistory history = history(rules(), new int[][] {
            {5, 40}, // both
            {31}, // lost, on the last day before
            {59}, // new, on the last day of February
            {1, 70}, // only before and after: lost
            {33, 34, 35} // new
        });
        PeriodRetention retention = PeriodRetention.of(history, month(1), month(2));
        assertEquals(new PeriodRetention(1, 2, 2, 0), retention);
        assertEquals(3, retention.activeBefore());
        assertEquals(3, retention.active());
        assertMeasure(1 / 3.0, 1e-16, retention.retention().value());
        assertMeasure(2 / 3.0, 1e-16, retention.churn().value());
        assertEquals(new PeriodRetention(0, 3, 0, 1), PeriodRetention.of(history, month(2), month(3)));
        assertEquals(new PeriodRetention(1, 5, 2, 1), retention.plus(new PeriodRetention(0, 3, 0, 1)));
        assertEquals(
                "1 retained, 2 lost, 2 new, 0 reactivated", retention.toString().split(":")[0]);
    }

    @Test
    void oldCustomersAreReactivatedNotNew() {
        PurchaseHistory history = history(rules().from(FIRST), new int[][] {{-20, 40}, {41}});
        assertEquals(new PeriodRetention(0, 0, 1, 1), PeriodRetention.of(history, month(1), month(2)));
    }

    @Test
    void periodsMustBeInOrderAndOver() {
        PurchaseHistory history = history(rules(), new int[][] {{5}});
        assertEquals(
                "before must end before now: 2026-01-01/2026-02-01 and 2026-01-01/2026-02-01",
                refusal(() -> PeriodRetention.of(history, month(1), month(1))));
        assertEquals(
                "now must not be empty and be over on 2026-03-31: 2026-04-01/2026-05-01",
                refusal(() -> PeriodRetention.of(history, month(1), month(4))));
        assertEquals(
                "before must not be empty and be over on 2026-03-31: 2026-01-01/2026-01-01",
                refusal(() -> PeriodRetention.of(history, DateWindow.of(FIRST, FIRST), month(3))));
        PurchaseHistory weekly = history(rules().with(PurchasePeriod.WEEK), new int[][] {{5}});
        assertEquals(
                "history must tell days apart: " + weekly.rules(),
                refusal(() -> PeriodRetention.of(weekly, month(1), month(2))));
        assertEquals("history must tell days apart: " + weekly.rules(), refusal(() -> AgeRetention.onDay(weekly, 1)));
        assertEquals("counts must be at least 0: 1, -1, 0 and 0", refusal(() -> new PeriodRetention(1, -1, 0, 0)));
    }

    @Test
    void openStartReachesBackToTheFirst() {
        PurchaseHistory history = history(rules(), new int[][] {{1, 70}, {70}});
        assertEquals(
                new PeriodRetention(1, 0, 1, 0),
                PeriodRetention.of(history, DateWindow.through(LocalDate.of(2026, 1, 31)), month(3)));
    }

    @Test
    void periodCollectorWorksByGroup() {
        var byParity = Stream.of(0, 1, 2, 3, 4, 5)
                .parallel()
                .collect(Collectors.groupingBy(
                        i -> i % 2, PeriodRetention.collector((Integer i) -> i < 3, i -> i > 1, i -> i < 5)));
        assertEquals(new PeriodRetention(1, 1, 0, 1), byParity.get(0));
        assertEquals(new PeriodRetention(0, 1, 1, 1), byParity.get(1));
        assertUndefined(
                "nobody was active before",
                new PeriodRetention(0, 0, 3, 0).retention().value());
        assertUndefined(
                "nobody was active before",
                byParity.get(0).minus(new PeriodRetention(0, 0, 3, 0)).value());
        assertMeasure(.5, 0, byParity.get(0).minus(byParity.get(1)).value());
    }

    @Test
    void absenceCountsFromTheLastPurchase() {
        PurchaseHistory history = history(rules(), new int[][] {{1}, {60}, {59}, {90}});
        InactivityChurn churn = InactivityChurn.of(history, 30);
        assertEquals(new InactivityChurn(30, 2, 4), churn);
        assertMeasure(.5, 0, churn.churn().value());
        assertEquals(churn, Stream.of(89, 30, 31, 0).parallel().collect(InactivityChurn.collector(i -> i, 30)));
        assertEquals(new InactivityChurn(30, 4, 8), churn.plus(churn));
        assertMeasure(0, 0, churn.minus(churn).value());
        assertUndefined(
                "no customers", InactivityChurn.of(new int[0], 3).churn().value());
        assertEquals("limitDays must be at least 0: -1", refusal(() -> InactivityChurn.of(new int[0], -1)));
        assertEquals(
                "daysSinceLast[1] must be at least 0: -4", refusal(() -> InactivityChurn.of(new int[] {1, -4}, 3)));
        assertEquals(
                "daysSinceLast must be at least 0: -4",
                refusal(() -> Stream.of(-4).collect(InactivityChurn.collector(i -> i, 3))));
        assertEquals(
                "other must have the same limitDays: 30 and 31",
                refusal(() -> churn.plus(new InactivityChurn(31, 0, 0))));
        assertEquals("absent for more than 30 days", churn.toString().split(":")[0]);
    }

    @Test
    void agesCountFromTheFirstPurchase() {
        // Ages at the end: 89, 60, 29, 0; the last bought before the window.
        PurchaseHistory history =
                history(rules().from(FIRST), new int[][] {{1, 31, 80}, {30, 61}, {61, 62}, {90}, {-3, 1, 31}});
        assertEquals(new AgeRetention(1, 2, 2, 1), AgeRetention.onDay(history, 30));
        assertEquals(new AgeRetention(2, 2, 2, 1), AgeRetention.between(history, 30, 31));
        assertEquals(new AgeRetention(1, 2, 2, 1), AgeRetention.onOrAfter(history, 32));
        assertEquals(new AgeRetention(4, 4, 0, 1), AgeRetention.onDay(history, 0));
        AgeRetention one = AgeRetention.onDay(history, 1);
        assertEquals(new AgeRetention(1, 3, 1, 1), one);
        assertMeasure(1 / 3.0, 1e-16, one.retention().value());
        assertEquals(new AgeRetention(2, 6, 2, 2), one.plus(one));
        assertMeasure(0, 0, one.minus(one).value());
        assertUndefined(
                "nobody is old enough",
                AgeRetention.onDay(history, 90).retention().value());
        assertEquals("day must be at least 0: -1", refusal(() -> AgeRetention.onDay(history, -1)));
        assertEquals("lastDay must be at least 5: 4", refusal(() -> AgeRetention.between(history, 5, 4)));
        assertEquals("retained must be in [0, 1]: 2", refusal(() -> new AgeRetention(2, 1, 0, 0)));
    }

    @Test
    void revenueRetentionByHand() {
        // Grown by 50, shrunk by 40, gone, refunded by 10, new, without base.
        RevenueRetention retention =
                RevenueRetention.of(new long[] {100, 200, 300, 50, 0, -5}, new long[] {150, 160, 0, -10, 500, 20});
        assertEquals(4, retention.customers());
        assertEquals(2, retention.withoutBase());
        assertEquals(650, retention.base());
        assertEquals(50, retention.expansion());
        assertEquals(40 + 60, retention.contraction());
        assertEquals(300, retention.churned());
        double net = 300 / 650.0;
        double[] residuals = {150 - net * 100, 160 - net * 200, -net * 300, -10 - net * 50};
        double squares = 0;
        for (double residual : residuals) {
            squares += residual * residual;
        }
        double error = Math.sqrt(4 / 3.0 * squares) / 650;
        assertEstimate(net, error, 1e-15, retention.net());
        assertInterval(net - 1.959963984540054 * error, net + 1.959963984540054 * error, 1e-14, retention.net());
        assertMeasure(260 / 650.0, 1e-16, retention.gross().value());
        assertEquals(4, retention.gross().n());
    }

    @Test
    void revenueRetentionHasItsEdges() {
        RevenueRetention none = RevenueRetention.of(new long[] {0, -3}, new long[] {5, 5});
        assertUndefined("nobody has revenue before", none.net().value());
        assertUndefined("nobody has revenue before", none.gross().value());
        RevenueRetention one = RevenueRetention.of(new long[] {100}, new long[] {130});
        assertMeasure(1.3, 1e-16, one.net().value());
        assertMeasure(1, 0, one.gross().value());
        assertUndefined("one customer", one.net().standardError());
        RevenueRetention alike =
                RevenueRetention.of(new long[] {10, 1_000_000_000_003L}, new long[] {10, 1_000_000_000_003L});
        assertEstimate(1, 0, 0, alike.net());
        assertThrows(
                ArithmeticException.class,
                () -> RevenueRetention.of(new long[] {Long.MAX_VALUE, 1}, new long[] {0, 0}));
        assertEquals(
                "before and now must be equally long: 1 and 2",
                refusal(() -> RevenueRetention.of(new long[1], new long[2])));
    }

    @Test
    void revenueCollectorMergesExactly() {
        List<long[]> pairs = Stream.of(3, 1, 4, 1, 5, 9, 2, 6)
                .map(i -> new long[] {i * 1_000_003L, (10 - i) * 999_983L})
                .toList();
        RevenueRetention collected =
                pairs.parallelStream().collect(RevenueRetention.collector(pair -> pair[0], pair -> pair[1]));
        assertEquals(
                RevenueRetention.of(
                        pairs.stream().mapToLong(pair -> pair[0]).toArray(),
                        pairs.stream().mapToLong(pair -> pair[1]).toArray()),
                collected);
        assertEquals("net revenue retention", collected.toString().substring(0, 21));
    }

    @Test
    void whoEverybodyOrNobodyIsCanBeSaid() {
        assertMeasure(0, 0, CustomerRetention.of(9, 5, 5).retention().value());
        assertMeasure(1, 0, CustomerRetention.of(9, 14, 5).retention().value());
        assertMeasure(
                8 / 9.0 - 6 / 7.0,
                1e-15,
                CustomerRetention.of(9, 13, 5)
                        .minus(CustomerRetention.of(7, 10, 4))
                        .value());
        assertEquals(1, ChurnRate.ofRetention(0).churn());
        assertEquals(0, ChurnRate.ofRetention(1).churn());
        assertEquals(
                "periods must be positive and finite: Infinity",
                refusal(() -> ChurnRate.of(.1).over(1.0 / 0)));
        assertEquals(new InactivityChurn(0, 1, 2), InactivityChurn.of(new int[] {0, 1}, 0));
    }

    @Test
    void moreAreAbsentThanNot() {
        assertEquals(new InactivityChurn(30, 3, 4), InactivityChurn.of(new int[] {89, 30, 31, 40}, 30));
        assertEquals(
                new InactivityChurn(30, 3, 4),
                Stream.of(89, 30, 31, 40).collect(InactivityChurn.collector(i -> i, 30)));
    }

    @Test
    void whoComesOnTheFirstDayOfThePeriodIsNew() {
        PurchaseHistory history = history(rules(), new int[][] {{32}});
        assertEquals(new PeriodRetention(0, 0, 1, 0), PeriodRetention.of(history, month(1), month(2)));
        DateWindow lastDay = DateWindow.of(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 3, 1));
        assertEquals(
                "before must end before now: 2026-01-01/2026-02-01 and 2026-01-31/2026-03-01",
                refusal(() -> PeriodRetention.of(history, month(1), lastDay)));
    }

    @Test
    void partsOfManyCustomersAddUp() {
        List<Integer> many = IntStream.range(0, 6_000).boxed().toList();
        assertEquals(
                new PeriodRetention(1_000, 1_000, 3_000, 1_000),
                many.parallelStream()
                        .collect(PeriodRetention.collector(i -> i % 6 < 2, i -> i % 6 != 0, i -> i % 6 < 3)));
        RevenueRetention revenue =
                many.parallelStream().collect(RevenueRetention.collector(i -> i % 3 == 0 ? 0 : 100, i -> 60 * (i % 3)));
        assertEquals(4_000, revenue.customers());
        assertEquals(2_000, revenue.withoutBase());
        assertEquals(40_000, revenue.expansion());
        assertEquals(80_000, revenue.contraction());
        RevenueRetention same = RevenueRetention.of(new long[] {100}, new long[] {100});
        assertEquals(0, same.expansion());
        assertEquals(0, same.contraction());
    }

    @Test
    void retentionAtAnAgeReadsInOneLine() {
        AgeRetention retention = new AgeRetention(1, 2, 0, 0);
        assertEquals("retention " + retention.retention() + ", 0 too young", retention.toString());
        assertEquals(
                "tooYoung and boughtBefore must be at least 0: -1 and 0", refusal(() -> new AgeRetention(1, 2, -1, 0)));
        assertEquals(
                "tooYoung and boughtBefore must be at least 0: 0 and -1", refusal(() -> new AgeRetention(1, 2, 0, -1)));
    }
}
