package io.loyalty.visit;

import io.loyalty.text.Code;
import java.io.Serializable;

/**
 * The host's own key of an activity: a receipt number, an order number, the id of a message.
 *
 * <p>Any text of 1 to 200 printable characters that neither begins nor ends with a space; ids are compared character by
 * character. One key names one fact, so that a fact delivered twice is known for the same. Immutable.
 *
 * @param value the key
 */
public record ActivityId(String value) implements Comparable<ActivityId>, Serializable {

    /**
     * Refuses a text that is no key.
     *
     * @param value the key
     * @throws IllegalArgumentException if the text is blank, begins or ends with a space, has a control character, or has
     *     more than 200 characters
     */
    public ActivityId {
        Code.require(value, "activityId");
    }

    /**
     * The id with this key.
     *
     * @param value the key
     * @return the id
     * @throws IllegalArgumentException if the text is no key, see the class
     */
    public static ActivityId of(String value) {
        return new ActivityId(value);
    }

    /**
     * Reads what {@link #toString()} printed.
     *
     * @param text the key
     * @return the id
     * @throws IllegalArgumentException if the text is no key, see the class
     */
    public static ActivityId parse(String text) {
        return new ActivityId(text);
    }

    /** Orders by the characters of the key. */
    @Override
    public int compareTo(ActivityId other) {
        return value.compareTo(other.value);
    }

    /**
     * The key itself.
     *
     * @return the text that {@link #parse(String)} reads
     */
    @Override
    public String toString() {
        return value;
    }
}
