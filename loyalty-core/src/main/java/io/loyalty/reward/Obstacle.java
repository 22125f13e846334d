package io.loyalty.reward;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One reason why points cannot buy something: a stable code and the numbers that belong to it.
 *
 * @param reason the code
 * @param numbers the numbers by name, as {@link Reason} documents them, in alphabetical order
 */
public record Obstacle(Reason reason, Map<String, Long> numbers) implements Serializable {

    /**
     * Copies the numbers.
     *
     * @param reason the code
     * @param numbers the numbers by name
     */
    public Obstacle {
        Objects.requireNonNull(reason, "reason");
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    static Obstacle of(Reason reason) {
        return new Obstacle(reason, Map.of());
    }

    static Obstacle of(Reason reason, String name, long number) {
        return new Obstacle(reason, Map.of(name, number));
    }

    static Obstacle of(Reason reason, String name, long number, String other, long otherNumber) {
        return new Obstacle(reason, Map.of(name, number, other, otherNumber));
    }

    static Obstacle insufficient(long requested, long available) {
        return new Obstacle(
                Reason.INSUFFICIENT_POINTS,
                Map.of("requested", requested, "available", available, "missing", requested - available));
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
     * @throws IllegalArgumentException if the obstacle has no number of that name
     */
    public long number(String name) {
        Long number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException(reason + " has no number '" + name + "', only " + numbers.keySet());
        }
        return number;
    }

    /**
     * Code and numbers, for example {@code OUT_OF_STOCK {left=1, requested=2}}.
     *
     * @return one readable line
     */
    @Override
    public String toString() {
        return numbers.isEmpty() ? reason.toString() : reason + " " + numbers;
    }
}
