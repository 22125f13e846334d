package io.loyalty.points;

import java.io.Serializable;
import java.util.Objects;

/**
 * What kind of points a lot holds: a currency, which is never mixed with another, and a nature within it.
 *
 * <p>Regular and promotional points of one currency live in one balance and are spent together; they differ in their terms
 * and, under {@code PROMOTIONAL_FIRST}, in their turn.
 *
 * @param currency the name of the points, such as {@code points} or {@code miles}
 * @param nature regular or promotional
 */
public record PointType(String currency, Nature nature) implements Serializable {

    /** The name of the points in a program that has only one kind. */
    public static final String POINTS = "points";

    /** Regular points of the usual currency. */
    public static final PointType REGULAR = new PointType(POINTS, Nature.REGULAR);

    /** Promotional points of the usual currency. */
    public static final PointType PROMOTIONAL = new PointType(POINTS, Nature.PROMOTIONAL);

    /** Why points were given. */
    public enum Nature {
        /** Earned under the program's standing rules. */
        REGULAR,
        /** Given on an occasion or in a campaign, usually for a shorter time. */
        PROMOTIONAL
    }

    /**
     * Refuses names that could not stand in a text form.
     *
     * @param currency the name of the points: letters, digits, {@code -}, {@code _} and {@code .}
     * @param nature regular or promotional
     * @throws IllegalArgumentException if the name has other characters or none
     */
    public PointType {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(nature, "nature");
        if (currency.isEmpty() || !currency.chars().allMatch(PointType::isNameCharacter)) {
            throw new IllegalArgumentException("currency must be letters, digits, '-', '_' or '.': '" + currency + "'");
        }
    }

    private static boolean isNameCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }

    /**
     * Reads {@code points/REGULAR}; inverts {@link #toString()}.
     *
     * @param text currency, a slash, nature
     * @return the type
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static PointType parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("point type must read like 'points/REGULAR': '" + text + "'");
        }
        return new PointType(text.substring(0, slash), Nature.valueOf(text.substring(slash + 1)));
    }

    /**
     * Currency and nature, for example {@code points/REGULAR}.
     *
     * @return the text that {@link #parse(String)} reads
     */
    @Override
    public String toString() {
        return currency + "/" + nature;
    }
}
