package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static io.loyalty.metrics.retention.Approx.assertUndefined;
import static io.loyalty.metrics.retention.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.purchase.IntakeCounts;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.RefundPolicy;
import io.loyalty.metrics.purchase.TimeColumn;
import io.loyalty.metrics.purchase.ZeroAmounts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CohortMatrixTest {

    private static final LocalDate END = LocalDate.of(2026, 4, 10);

    private static PurchaseRules rules(LocalDate end) {
        return PurchaseRules.asOf(end, ZoneOffset.UTC).with(TimeColumn.EPOCH_DAYS);
    }

    private static LongKeyCohorts accumulator(PurchaseRules rules) {
        return Cohorts.by(CohortPeriod.MONTH, rules).longKeys();
    }

    private static void buy(LongKeyCohorts cohorts, long customer, int month, int day, long amount) {
        cohorts.accept(customer, LocalDate.of(2026, month, day).toEpochDay(), amount);
    }

    private static LongKeyCohorts example(PurchaseRules rules) {
        LongKeyCohorts cohorts = accumulator(rules);
        buy(cohorts, 1, 1, 31, 100);
        buy(cohorts, 1, 1, 31, 50);
        buy(cohorts, 1, 3, 1, 70);
        buy(cohorts, 2, 1, 5, 200);
        buy(cohorts, 2, 2, 28, 30);
        buy(cohorts, 2, 2, 28, -10);
        buy(cohorts, 3, 3, 15, 400);
        buy(cohorts, 3, 4, 2, 40);
        return cohorts;
    }

    @Test
    void cellsCountCustomersOrdersAndRevenue() {
        CohortMatrix matrix = example(rules(END)).matrix();
        assertEquals(4, matrix.cohorts());
        assertEquals(LocalDate.of(2026, 1, 1), matrix.start(0));
        assertEquals(2, matrix.size(0));
        assertEquals(3, matrix.customers());
        assertMeasure(2, 0, matrix.cell(0, 0).customers());
        assertMeasure(3, 0, matrix.cell(0, 0).orders());
        assertMeasure(350, 0, matrix.cell(0, 0).revenue());
        assertMeasure(1, 0, matrix.cell(0, 0).retention().value());
        assertMeasure(1, 0, matrix.cell(0, 1).customers());
        assertMeasure(20, 0, matrix.cell(0, 1).revenue());
        assertMeasure(.5, 0, matrix.cell(0, 2).retention().value());
        assertMeasure((350 + 20 + 70) / 2.0, 0, matrix.cell(0, 2).cumulativeRevenuePerHead());
        assertEquals(new IntakeCounts(7, 1, 1, 0, 0, 0), matrix.counts());
    }

    @Test
    void openCellsAreUndefinedNeverZero() {
        CohortMatrix matrix = example(rules(END)).matrix();
        String reason = "the period is not over on 2026-04-10";
        for (int cohort = 0; cohort < 4; cohort++) {
            CohortCell open = matrix.cell(cohort, 3 - cohort);
            assertUndefined(reason, open.customers());
            assertUndefined(reason, open.orders());
            assertUndefined(reason, open.revenue());
            assertUndefined(reason, open.retention().value());
            assertUndefined(reason, open.cumulativeRevenuePerHead());
        }
        assertUndefined(reason, matrix.cell(2, 3).customers());
        CohortMatrix closed = example(rules(LocalDate.of(2026, 4, 30))).matrix();
        assertMeasure(0, 0, closed.cell(0, 3).customers());
        assertMeasure(1, 0, closed.cell(2, 1).retention().value());
        assertFalse(closed.isOver(2, 2));
    }

    @Test
    void emptyCohortHasItsRow() {
        CohortMatrix matrix = example(rules(END)).matrix();
        assertEquals(0, matrix.size(1));
        assertMeasure(0, 0, matrix.cell(1, 0).customers());
        assertUndefined("nobody is in the cohort", matrix.cell(1, 0).retention().value());
        assertUndefined("nobody is in the cohort", matrix.cell(1, 1).cumulativeRevenuePerHead());
    }

    @Test
    void averageWeighsBySizeAndCountsTrueZeros() {
        LongKeyCohorts cohorts = accumulator(rules(LocalDate.of(2026, 3, 31)));
        for (int customer = 0; customer < 9; customer++) {
            buy(cohorts, customer, 1, 2, 1);
        }
        buy(cohorts, 9, 2, 2, 1);
        buy(cohorts, 9, 3, 2, 1);
        CohortMatrix matrix = cohorts.matrix();
        // Nine of whom none came, one of whom one came; the March cohort has no month after.
        assertMeasure(.1, 0, matrix.averageRetention(1).value());
        assertEquals(10, matrix.averageRetention(1).n());
        assertMeasure(0, 0, matrix.averageRetention(2).value());
        CohortMatrix open = accumulator(rules(END)).matrix();
        assertEquals(0, open.cohorts());
        assertUndefined(
                "no cohort has reached the age",
                example(rules(END)).matrix().averageRetention(3).value());
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.averageRetention(3));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.cell(0, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.cell(-1, 0));
    }

    @Test
    void customersOfBeforeTheWindowBelongToNoCohort() {
        PurchaseRules window = rules(END).from(LocalDate.of(2026, 2, 1));
        CohortMatrix matrix = example(window).matrix();
        assertEquals(LocalDate.of(2026, 2, 1), matrix.start(0));
        assertEquals(0, matrix.size(0));
        assertEquals(1, matrix.size(1));
        assertEquals(2, matrix.customersBoughtBefore());
        assertFalse(matrix.isLeftTruncated());
        assertEquals(3, matrix.counts().beforeWindow());
        assertTrue(example(rules(END)).matrix().isLeftTruncated());
        LongKeyCohorts onlyBefore = accumulator(window);
        buy(onlyBefore, 1, 1, 1, 5);
        assertEquals(1, onlyBefore.matrix().customersWithoutPurchase());
        assertEquals(0, onlyBefore.matrix().customersBoughtBefore());
        assertEquals(3, onlyBefore.matrix().cohorts());
    }

    @Test
    void refundsFollowTheRules() {
        LongKeyCohorts gross = example(rules(END).with(RefundPolicy.GROSS));
        assertMeasure(30, 0, gross.matrix().cell(0, 1).revenue());
        assertEquals(1, gross.matrix().counts().refunds());
        LongKeyCohorts seen = accumulator(rules(END).with(RefundPolicy.NET_AND_SEEN));
        buy(seen, 1, 1, 5, 100);
        buy(seen, 1, 2, 5, -100);
        assertMeasure(1, 0, seen.matrix().cell(0, 1).customers());
        assertMeasure(0, 0, seen.matrix().cell(0, 1).orders());
        LongKeyCohorts net = accumulator(rules(END));
        buy(net, 1, 1, 5, 100);
        buy(net, 1, 2, 5, -100);
        assertMeasure(0, 0, net.matrix().cell(0, 1).customers());
        assertMeasure(-100, 0, net.matrix().cell(0, 1).revenue());
        LongKeyCohorts refuse = accumulator(rules(END).with(RefundPolicy.REFUSE));
        assertEquals("amounts must not be a refund: -1", refusal(() -> buy(refuse, 1, 1, 5, -1)));
        assertEquals(
                "amounts[1] must not be a refund: -7",
                refusal(() -> refuse.acceptAll(new long[2], new long[] {20_500, 20_501}, new long[] {4, -7})));
    }

    @Test
    void refundsBeforeTheFirstPurchaseAreLeftOut() {
        LongKeyCohorts cohorts = accumulator(rules(END));
        buy(cohorts, 1, 1, 5, -100);
        buy(cohorts, 1, 2, 5, 60);
        buy(cohorts, 2, 1, 9, -5);
        CohortMatrix matrix = cohorts.matrix();
        assertEquals(LocalDate.of(2026, 2, 1), matrix.start(0));
        assertMeasure(60, 0, matrix.cell(0, 0).revenue());
        assertEquals(1, matrix.customersWithoutPurchase());
        assertEquals(2, matrix.counts().refunds());
    }

    @Test
    void zeroAmountsAndLateTransactionsAreCounted() {
        LongKeyCohorts cohorts = accumulator(rules(END));
        buy(cohorts, 1, 1, 5, 0);
        buy(cohorts, 2, 4, 11, 10);
        CohortMatrix matrix = cohorts.matrix();
        assertEquals(new IntakeCounts(0, 0, 0, 1, 1, 0), matrix.counts());
        assertEquals(1, matrix.customersWithoutPurchase());
        assertEquals(0, matrix.cohorts());
        LongKeyCohorts orders = accumulator(rules(END).with(ZeroAmounts.ORDERS));
        buy(orders, 1, 1, 5, 0);
        assertMeasure(1, 0, orders.matrix().cell(0, 0).orders());
    }

    @Test
    void calendarSeesRetainedLostNewAndReactivated() {
        List<CalendarRetention> months = example(rules(END)).calendar();
        assertEquals(4, months.size());
        assertEquals(new PeriodRetention(0, 0, 2, 0), months.get(0).customers());
        assertEquals(new PeriodRetention(1, 1, 0, 0), months.get(1).customers());
        assertEquals(new PeriodRetention(0, 1, 1, 1), months.get(2).customers());
        assertEquals(new PeriodRetention(1, 1, 0, 0), months.get(3).customers());
        assertTrue(months.get(3).isOpen());
        assertFalse(months.get(2).isOpen());
        RevenueRetention february = months.get(1).revenue();
        assertEquals(350, february.base());
        assertEquals(150, february.churned());
        assertEquals(180, february.contraction());
        assertMeasure(20 / 350.0, 1e-16, february.net().value());
        assertEquals(
                "from 2026-04-01 (open): 1 retained", months.get(3).toString().substring(0, 34));
        List<CalendarRetention> window =
                example(rules(END).from(LocalDate.of(2026, 2, 1))).calendar();
        assertEquals(new PeriodRetention(0, 0, 0, 1), window.get(0).customers());
    }

    @Test
    void timesFallIntoPeriodsOfTheZone() {
        ZoneId zone = ZoneId.of("America/New_York");
        PurchaseRules millis = PurchaseRules.asOf(END, zone).with(TimeColumn.EPOCH_MILLIS);
        LongKeyCohorts cohorts = Cohorts.by(CohortPeriod.ofDays(1, END), millis).longKeys();
        // The day of the change to summer time has 23 hours.
        long change =
                LocalDateTime.of(2026, 3, 8, 0, 0).atZone(zone).toInstant().toEpochMilli();
        cohorts.accept(1, change, 5);
        cohorts.accept(1, change + 23 * 3_600_000L - 1, 5);
        cohorts.accept(2, change - 1, 5);
        cohorts.accept(1, change + 23 * 3_600_000L, 5);
        CohortMatrix matrix = cohorts.matrix();
        assertEquals(LocalDate.of(2026, 3, 7), matrix.start(0));
        assertMeasure(2, 0, matrix.cell(1, 0).orders());
        assertMeasure(1, 0, matrix.cell(1, 1).customers());
    }

    @Test
    void badInputIsRefused() {
        assertEquals(
                "rules must begin with the first day of a month: 2026-01-15",
                refusal(() -> Cohorts.by(CohortPeriod.MONTH, rules(END).from(LocalDate.of(2026, 1, 15)))));
        LongKeyCohorts cohorts = accumulator(rules(END));
        assertEquals(
                "at must be within 68 years before 2026-04-10: -10000", refusal(() -> cohorts.accept(1, -10_000, 5)));
        assertEquals(
                "customers, at and amounts must be equally long: 1, 2 and 3",
                refusal(() -> cohorts.acceptAll(new long[1], new long[2], new long[3])));
        assertEquals("other must be another accumulator", refusal(() -> cohorts.combine(cohorts)));
        LongKeyCohorts other = accumulator(rules(END.plusDays(1)));
        assertTrue(refusal(() -> cohorts.combine(other)).startsWith("other must have the same rules: by month, as of"));
        LongKeyCohorts daily =
                Cohorts.by(CohortPeriod.ofDays(1, END), rules(END)).longKeys();
        daily.accept(1, END.toEpochDay() - 2_000, 5);
        assertEquals("period must divide the observation into at most 2000: 2001", refusal(daily::matrix));
    }

    @Test
    void printsOneLine() {
        assertEquals(
                "4 cohorts by month from 2026-01-01, 3 customers: retention at age 1 0.5 "
                        + "[0.0945312, 0.905469] (95 % Wilson), n = 2",
                example(rules(END)).matrix().toString());
        assertEquals(
                "0 cohorts by month from 2026-04-10, 0 customers",
                accumulator(rules(END)).matrix().toString());
        assertTrue(Cohorts.by(CohortPeriod.WEEK, rules(END)).toString().startsWith("by week, as of 2026-04-10 (Z)"));
    }

    @Test
    void partsTakenTogetherAreTheWhole() {
        PurchaseRules rules = rules(END).from(LocalDate.of(2026, 2, 1));
        LongKeyCohorts whole = accumulator(rules);
        LongKeyCohorts left = accumulator(rules);
        LongKeyCohorts right = accumulator(rules);
        long[] customers = new long[300];
        long[] at = new long[300];
        long[] amounts = new long[300];
        for (int i = 0; i < 300; i++) {
            customers[i] = i * 37 % 101;
            at[i] = END.toEpochDay() - i * 53 % 120 + 5;
            amounts[i] = i % 11 == 0 ? 0 : i % 13 == 0 ? -i : i;
            (i < 200 ? left : right).accept(customers[i], at[i], amounts[i]);
        }
        whole.acceptAll(customers, at, amounts);
        CohortMatrix expected = whole.matrix();
        CohortMatrix matrix = left.combine(right).matrix();
        assertTrue(expected.counts().refunds() > 0);
        assertTrue(expected.counts().zeroAmounts() > 0);
        assertTrue(expected.counts().afterAsOf() > 0);
        assertTrue(expected.counts().beforeWindow() > 0);
        assertTrue(expected.customersBoughtBefore() > 0);
        assertEquals(expected.counts(), matrix.counts());
        assertEquals(expected.customersBoughtBefore(), matrix.customersBoughtBefore());
        assertEquals(expected.toString(), matrix.toString());
        for (int cohort = 0; cohort < expected.cohorts(); cohort++) {
            assertEquals(expected.size(cohort), matrix.size(cohort));
            for (int age = 0; cohort + age < expected.cohorts(); age++) {
                assertEquals(expected.cell(cohort, age), matrix.cell(cohort, age));
            }
        }
        assertEquals(whole.calendar(), left.calendar());
    }

    @Test
    void revenueThatIsGoneIsMissedInTheNextPeriod() {
        LongKeyCohorts cohorts = accumulator(rules(END));
        buy(cohorts, 1, 1, 5, 100);
        buy(cohorts, 2, 3, 5, 70);
        List<CalendarRetention> months = cohorts.calendar();
        RevenueRetention february = months.get(1).revenue();
        assertEquals(100, february.churned());
        assertEquals(1, february.customers());
        assertEquals(0, february.withoutBase());
        assertEquals(1, months.get(2).revenue().withoutBase());
        assertEquals(70, months.get(3).revenue().churned());
    }

    @Test
    void aRefundOfAFormerPurchaseIsSightOfTheCustomerButIsNoFirstOne() {
        LongKeyCohorts seen = accumulator(rules(END).with(RefundPolicy.NET_AND_SEEN));
        buy(seen, 1, 1, 5, 100);
        buy(seen, 1, 2, 5, -100);
        buy(seen, 2, 2, 5, -10);
        buy(seen, 2, 2, 9, 40);
        List<CalendarRetention> months = seen.calendar();
        assertEquals(new PeriodRetention(1, 0, 1, 0), months.get(1).customers());
        assertEquals(new PeriodRetention(0, 2, 0, 0), months.get(2).customers());
        LongKeyCohorts net = accumulator(rules(END));
        buy(net, 1, 1, 5, 100);
        buy(net, 1, 2, 5, -100);
        assertEquals(new PeriodRetention(0, 1, 0, 0), net.calendar().get(1).customers());
    }

    @Test
    void twoThousandPeriodsAreAllowed() {
        LongKeyCohorts daily =
                Cohorts.by(CohortPeriod.ofDays(1, END), rules(END)).longKeys();
        daily.accept(1, END.toEpochDay() - 1_999, 5);
        assertEquals(2_000, daily.matrix().cohorts());
    }

    @Test
    void aMatrixKnowsItsRulesAndEqualRulesMakeEqualCohorts() {
        PurchaseRules rules = rules(END);
        assertEquals(
                Cohorts.by(CohortPeriod.MONTH, rules), example(rules).matrix().rules());
        assertEquals(Cohorts.by(CohortPeriod.MONTH, rules), Cohorts.by(CohortPeriod.MONTH, rules(END)));
        assertEquals(
                Cohorts.by(CohortPeriod.MONTH, rules).hashCode(),
                Cohorts.by(CohortPeriod.MONTH, rules(END)).hashCode());
        CohortCell cell = example(rules).matrix().cell(0, 1);
        assertEquals(
                "retention " + cell.retention() + "; revenue per head so far " + cell.cumulativeRevenuePerHead(),
                cell.toString());
    }

    @Test
    void twoCohortsHaveRetentionAtAgeOne() {
        LongKeyCohorts cohorts = accumulator(rules(LocalDate.of(2026, 2, 28)));
        buy(cohorts, 1, 1, 5, 100);
        assertTrue(cohorts.matrix().toString().contains(": retention at age 1 0.0"));
    }
}
