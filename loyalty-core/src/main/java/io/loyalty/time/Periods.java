package io.loyalty.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

/** Dates moved by periods, with overflow told as {@link ArithmeticException}. */
final class Periods {

    static final Period ONE_DAY = Period.ofDays(1);

    private Periods() {}

    static void requireNotNegative(String name, Period period) {
        if (Objects.requireNonNull(period, name).isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative in any part: " + period);
        }
    }

    static LocalDate plus(LocalDate date, Period period) {
        try {
            return date.plus(period);
        } catch (DateTimeException | ArithmeticException e) {
            throw overflow(period + " after " + date, e);
        }
    }

    static LocalDate minus(LocalDate date, Period period) {
        try {
            return date.minus(period);
        } catch (DateTimeException | ArithmeticException e) {
            throw overflow(period + " before " + date, e);
        }
    }

    static ArithmeticException overflow(String what, RuntimeException cause) {
        ArithmeticException overflow = new ArithmeticException("date overflow: " + what);
        overflow.initCause(cause);
        return overflow;
    }
}
