package io.loyalty.metrics.retention;

import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.TimeColumn;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Turns times into numbers of periods, from 0 for the first that can be observed. */
final class PeriodGrid implements Serializable {

    static final int AFTER = -1;
    static final int BEFORE = -2;

    private static final long serialVersionUID = 1L;
    /** The reach of purchase histories. */
    private static final int OLDEST_DAY = 24_854;

    private final PurchaseRules rules;
    /** First days of the periods, ascending, and last the day after the end of observation. */
    private final ArrayList<LocalDate> starts = new ArrayList<>();

    private final long[] seconds;
    /** In the unit of the column. */
    private final long[] column;

    private final boolean lastIsOver;

    PeriodGrid(PurchaseRules rules, CohortPeriod period) {
        this.rules = rules;
        LocalDate end = rules.asOf().plusDays(1);
        lastIsOver = period.startAfter(rules.asOf()).equals(end);
        LocalDate first = rules.from().orElse(rules.asOf().minusDays(OLDEST_DAY));
        if (rules.from().isPresent() && !period.startOf(first).equals(first)) {
            throw new IllegalArgumentException("rules must begin with the first day of a " + period + ": " + first);
        }
        starts.add(end);
        LocalDate start = end;
        while (start.isAfter(first)) {
            start = period.startOf(start.minusDays(1));
            starts.add(start);
        }
        Collections.reverse(starts);
        seconds = starts.stream()
                .mapToLong(day -> day.atStartOfDay(rules.zone()).toEpochSecond())
                .toArray();
        column = columnOf(rules.timeColumn());
    }

    private long[] columnOf(TimeColumn unit) {
        if (unit == TimeColumn.EPOCH_DAYS) {
            return starts.stream().mapToLong(LocalDate::toEpochDay).toArray();
        }
        long scale = unit == TimeColumn.EPOCH_MILLIS ? 1000 : 1;
        long[] scaled = new long[seconds.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = seconds[i] * scale;
        }
        return scaled;
    }

    /** The period of a time of the column, or {@link #AFTER} or {@link #BEFORE}. */
    int periodOf(long at, long index) {
        return find(column, at, index);
    }

    /** The period of an instant, whatever the unit of the column. */
    int periodOfSecond(long second) {
        return find(seconds, second, -1);
    }

    private int find(long[] bounds, long at, long index) {
        int last = bounds.length - 1;
        if (at >= bounds[last]) {
            return AFTER;
        }
        if (at < bounds[0]) {
            if (rules.from().isPresent()) {
                return BEFORE;
            }
            throw new IllegalArgumentException((index < 0 ? "at" : "at[" + index + "]")
                    + " must be within 68 years before " + rules.asOf() + ": " + at);
        }
        // Periods are nearly equally long: the guess is at most one or two off.
        double share = (double) (at - bounds[0]) / (bounds[last] - bounds[0]);
        int guess = Math.min(last - 1, (int) (share * last));
        while (at < bounds[guess]) {
            guess--;
        }
        while (at >= bounds[guess + 1]) {
            guess++;
        }
        return guess;
    }

    int periods() {
        return seconds.length - 1;
    }

    LocalDate start(int period) {
        return starts.get(period);
    }

    List<LocalDate> startsFrom(int period) {
        return List.copyOf(starts.subList(period, periods()));
    }

    boolean isOver(int period) {
        return period < periods() - 1 || period == periods() - 1 && lastIsOver;
    }
}
