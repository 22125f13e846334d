package io.loyalty.metrics.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/** The pass from a log to the summaries of its customers. */
final class LogSummary {

    private final TransactionLog log;
    private final LocalDate end;
    private final PeriodUnit unit;
    private final int lastDay;
    private final double[] repeats;
    private final double[] last;
    private final double[] age;
    private final double[] meanSpends;
    private final int[] customers;
    private final double[] logGaps;
    private final TransactionLog.Purchases purchases = new TransactionLog.Purchases();
    private int found;

    LogSummary(TransactionLog log, LocalDate end, PeriodUnit unit) {
        this.log = log;
        this.end = Objects.requireNonNull(end, "end");
        this.unit = Objects.requireNonNull(unit, "unit");
        lastDay = Math.toIntExact(end.toEpochDay());
        int n = log.customers();
        repeats = new double[n];
        last = new double[n];
        age = new double[n];
        meanSpends = new double[log.hasAmounts() ? n : 0];
        customers = new int[n];
        logGaps = new double[n];
        for (int i = 0; i < n; i++) {
            add(i);
        }
        if (found == 0) {
            throw new IllegalArgumentException("end must be late enough for somebody to have bought: " + end);
        }
    }

    private void add(int customer) {
        log.purchases(customer, lastDay, purchases);
        int count = purchases.count;
        if (count == 0) {
            return;
        }
        MergePolicy merge = log.merge();
        int first = purchases.period[0];
        repeats[found] = count - 1.0;
        last[found] = merge.length(purchases.period[count - 1] - first, unit);
        age[found] = merge.length(merge.period(lastDay) - first, unit);
        if (log.hasAmounts() && count > 1) {
            double sum = 0;
            for (int i = 1; i < count; i++) {
                sum += purchases.amount[i];
            }
            meanSpends[found] = sum / (count - 1);
        }
        for (int i = 1; i < count; i++) {
            logGaps[found] += Math.log(merge.length(purchases.period[i] - purchases.period[i - 1], unit));
        }
        customers[found++] = customer;
    }

    CustomerBase base() {
        String[] keys = new String[found];
        for (int i = 0; i < found; i++) {
            keys[i] = log.key(customers[i]);
        }
        LogCounts counts = new LogCounts(
                log.transactions(),
                purchases.merged,
                purchases.refunds,
                purchases.refundsBeyond,
                purchases.zeroAmounts,
                purchases.afterEnd,
                (long) log.customers() - found);
        double[] x = Arrays.copyOf(repeats, found);
        return new CustomerBase(
                keys,
                PurchaseColumns.of(x, Arrays.copyOf(last, found), Arrays.copyOf(age, found), unit, end),
                x,
                log.hasAmounts() ? Arrays.copyOf(meanSpends, found) : new double[0],
                counts,
                CustomerBase.total(Arrays.copyOf(logGaps, found)));
    }

    static Holdout split(TransactionLog log, LocalDate calibrationEnd, LocalDate holdoutEnd, PeriodUnit unit) {
        if (!holdoutEnd.isAfter(calibrationEnd)) {
            throw new IllegalArgumentException(
                    "holdoutEnd must be after calibrationEnd, " + calibrationEnd + ": " + holdoutEnd);
        }
        if (log.merge() == MergePolicy.WEEK && calibrationEnd.getDayOfWeek() != DayOfWeek.SUNDAY) {
            throw new IllegalArgumentException(
                    "calibrationEnd must be a Sunday where weeks are merged: " + calibrationEnd);
        }
        LogSummary summary = new LogSummary(log, calibrationEnd, unit);
        int[] actual = new int[summary.found];
        double[] spends = new double[log.hasAmounts() ? summary.found : 0];
        int border = log.merge().period(summary.lastDay);
        int lastDay = Math.toIntExact(holdoutEnd.toEpochDay());
        TransactionLog.Purchases all = new TransactionLog.Purchases();
        for (int i = 0; i < summary.found; i++) {
            log.purchases(summary.customers[i], lastDay, all);
            ExactSum spent = new ExactSum();
            for (int j = all.count - 1; j >= 0 && all.period[j] > border; j--) {
                actual[i]++;
                spent.add(all.amount[j]);
            }
            if (log.hasAmounts()) {
                spends[i] = spent.value();
            }
        }
        int periods = log.merge().period(lastDay) - border;
        Horizon horizon = new Horizon(log.merge().length(periods, unit), unit);
        return new Holdout(summary.base(), actual, spends, horizon);
    }
}
