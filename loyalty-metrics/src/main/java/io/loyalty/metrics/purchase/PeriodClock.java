package io.loyalty.metrics.purchase;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Turns times into ticks before the end of observation, and ticks into purchase periods. A tick is a day; a second if
 * purchases are merged by instant. Not safe for use by several threads.
 */
final class PeriodClock implements Serializable {

    static final int AFTER = -1;
    static final int BEFORE = -2;
    static final int TOO_OLD = -3;

    private static final long serialVersionUID = 1L;
    private static final long DAY_SECONDS = 86_400;
    /** Ticks of seconds fit an int for 68 years; days are held to the same limit, so that a policy is free to change. */
    static final int OLDEST_DAY = 24_854;

    private final PurchaseRules rules;
    private final TimeColumn unit;
    private final boolean bySecond;
    private final long asOfDay;
    private final long endSecond;
    /** Ticks from the first day of the window, or the oldest that fit. */
    private final int oldest;

    private final int tooOld;
    /** Days from the Monday of the last week to the last day, or -1 if weeks are not merged. */
    private final int daysIntoWeek;

    private transient ZoneDays days;

    PeriodClock(PurchaseRules rules) {
        this.rules = rules;
        unit = rules.timeColumn();
        bySecond = rules.period() == PurchasePeriod.INSTANT;
        if (bySecond && unit == TimeColumn.EPOCH_DAYS) {
            throw new IllegalArgumentException("INSTANT must have times finer than days: " + unit);
        }
        asOfDay = rules.asOf().toEpochDay();
        endSecond = startOf(rules.asOf().plusDays(1));
        daysIntoWeek = rules.period() == PurchasePeriod.WEEK
                ? rules.asOf().getDayOfWeek().getValue() - 1
                : -1;
        LocalDate oldestDay = rules.asOf().minusDays(OLDEST_DAY);
        LocalDate from = rules.from().filter(oldestDay::isBefore).orElse(oldestDay);
        oldest = bySecond
                ? (int) Math.min(Integer.MAX_VALUE, endSecond - 1 - startOf(from))
                : (int) (asOfDay - from.toEpochDay());
        tooOld = rules.from().isPresent() ? BEFORE : TOO_OLD;
        days = new ZoneDays(rules.zone());
    }

    PurchaseRules rules() {
        return rules;
    }

    /** The largest tick. */
    int oldest() {
        return oldest;
    }

    /** The ticks of a stretch of a column of times, each as of {@link #ago}. */
    void ago(long[] at, int from, int[] ticks, int count) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = from; i < from + count; i++) {
            first = Math.min(first, at[i]);
            last = Math.max(last, at[i]);
        }
        if (unit == TimeColumn.EPOCH_SECONDS
                && !bySecond
                && ago(last) >= 0
                && ago(first) >= 0
                && days.isSteady(first, last)) {
            // Nearly always: one subtraction and one division then do, less than half of the time.
            long end = (asOfDay + 1) * DAY_SECONDS - days.steadyOffset() - 1;
            for (int i = 0; i < count; i++) {
                ticks[i] = (int) (end - at[from + i]) / (int) DAY_SECONDS;
            }
        } else {
            for (int i = 0; i < count; i++) {
                ticks[i] = ago(at[from + i]);
            }
        }
    }

    /** The tick of a time of the column; {@link #AFTER}, {@link #BEFORE} or {@link #TOO_OLD} if it is not observed. */
    int ago(long at) {
        if (unit == TimeColumn.EPOCH_SECONDS) {
            return agoOfSecond(at);
        }
        return unit == TimeColumn.EPOCH_MILLIS ? agoOfSecond(Math.floorDiv(at, 1000L)) : agoOfDay(at);
    }

    /** The tick of an instant, whatever the unit of the column. */
    int agoOfSecond(long second) {
        if (second >= endSecond + DAY_SECONDS) {
            return AFTER;
        }
        if (second < endSecond - Integer.MAX_VALUE) {
            return tooOld;
        }
        long ago = bySecond ? endSecond - 1 - second : asOfDay - days.dayOf(second);
        return ago < 0 ? AFTER : ago > oldest ? tooOld : (int) ago;
    }

    private int agoOfDay(long day) {
        if (day > asOfDay) {
            return AFTER;
        }
        return day < asOfDay - oldest ? tooOld : (int) (asOfDay - day);
    }

    /** The number of a tick's period, counted back from the one that holds the end of observation; of any number from -1 on. */
    int period(int ago) {
        return daysIntoWeek < 0 ? ago : (int) ((ago + 6L - daysIntoWeek) / 7);
    }

    /** Whole days from a tick to the last day of observation. */
    int daysAgo(int ago) {
        // Histories are read by several threads at a time, so the cache of days must not be used here.
        return bySecond
                ? (int) (asOfDay
                        - LocalDate.ofInstant(instant(ago), rules.zone()).toEpochDay())
                : ago;
    }

    /** Whole days from a period to the last one of observation, weeks counting as seven. */
    int visitDay(int period) {
        return daysIntoWeek < 0 ? daysAgo(period) : Math.multiplyExact(7, period);
    }

    /** Days from one tick to a later one, as far as the periods tell them apart. */
    double daysBetween(int earlier, int later) {
        return bySecond ? (earlier - later) / (double) DAY_SECONDS : days(period(earlier) - period(later));
    }

    /** Days from a tick to the end of observation, as far as the periods tell them apart. */
    double age(int ago) {
        return bySecond ? (ago + 1) / (double) DAY_SECONDS : days(period(ago));
    }

    private double days(int periods) {
        return daysIntoWeek < 0 ? periods : 7.0 * periods;
    }

    private Instant instant(int ago) {
        return Instant.ofEpochSecond(endSecond - 1 - ago);
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(rules.zone()).toEpochSecond();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        days = new ZoneDays(rules.zone());
    }
}
