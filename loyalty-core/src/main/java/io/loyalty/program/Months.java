package io.loyalty.program;

import io.loyalty.time.BusinessDay;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * The months up to a last day, counted back from it: 0 is the month of the last day, 1 the one before. The beginnings of as many as
 * were asked for are kept. Used by one thread.
 */
final class Months implements Serializable {

    private static final long serialVersionUID = 1L;

    /** As far back as months go: a thousand years. */
    private static final int MOST = 12_000;

    private final BusinessDay day;
    private final YearMonth last;
    private final Instant end;
    private Instant[] begins = {};

    Months(BusinessDay day, LocalDate lastDay) {
        this.day = day;
        this.last = YearMonth.from(lastDay);
        this.end = day.endOf(lastDay);
        reach(0);
    }

    /** The month of an instant that is before the end of the last day. */
    int indexOf(Instant at) {
        while (at.isBefore(begins[begins.length - 1])) {
            if (begins.length > MOST) {
                throw new IllegalArgumentException(
                        "joinedAt must not be more than a thousand years before " + last + ": " + at);
            }
            reach(begins.length * 2);
        }
        int low = 0;
        int high = begins.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at.isBefore(begins[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first instant after a month; for the last month, after the last day. */
    Instant endOf(int index) {
        return index == 0 ? end : begins[index - 1];
    }

    YearMonth month(int index) {
        return last.minusMonths(index);
    }

    private void reach(int index) {
        int from = begins.length;
        begins = Arrays.copyOf(begins, index + 1);
        for (int i = from; i <= index; i++) {
            begins[i] = day.startOf(month(i).atDay(1));
        }
    }
}
