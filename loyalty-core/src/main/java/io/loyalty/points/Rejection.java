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
        Objects.requireNonNull(numbers, "numbers");
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

    /**
     * A refusal with one number.
     *
     * @param reason the code
     * @param name the number's name
     * @param number the number
     * @return the refusal
     */
    public static Rejection of(Reason reason, String name, long number) {
        return new Rejection(reason, Map.of(name, number));
    }

    /**
     * A refusal with two numbers.
     *
     * @param reason the code
     * @param name the name of one
     * @param number the one
     * @param other the name of the other
     * @param otherNumber the other
     * @return the refusal
     */
    public static Rejection of(Reason reason, String name, long number, String other, long otherNumber) {
        return new Rejection(reason, Map.of(name, number, other, otherNumber));
    }

    /**
     * An instant as a number.
     *
     * @param instant the instant
     * @return epoch milliseconds, or the end of their range for what lies beyond
     */
    public static long millis(Instant instant) {
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
