package io.loyalty.points;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Why a command was refused: a stable code and the numbers that belong to it.
 *
 * @param reason the code
 * @param numbers the numbers by name, as {@link Reason} documents them, in alphabetical order
 */
public record Rejection(Reason reason, Map<String, Long> numbers) implements Serializable {

    /**
     * Copies the numbers.
     *
     * @param reason the code
     * @param numbers the numbers by name
     */
    public Rejection {
        Objects.requireNonNull(reason, "reason");
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    /**
     * A refusal without numbers.
     *
     * @param reason the code
     * @return the refusal
     */
    public static Rejection of(Reason reason) {
        return new Rejection(reason, Map.of());
    }

    /** An instant as a number: epoch milliseconds, or the end of their range for what lies beyond. */
    static long millis(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /**
     * One of the numbers.
     *
     * @param name a name that {@link Reason} documents for the code
     * @return the number
     * @throws IllegalArgumentException if the refusal has no number of that name
     */
    public long number(String name) {
        Long number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException(reason + " has no number '" + name + "', only " + numbers.keySet());
        }
        return number;
    }

    /**
     * Code and numbers, for example {@code INSUFFICIENT_POINTS {available=70, missing=10, requested=80}}.
     *
     * @return one readable line
     */
    @Override
    public String toString() {
        return numbers.isEmpty() ? reason.toString() : reason + " " + numbers;
    }
}
