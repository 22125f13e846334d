package io.loyalty.customer;

import io.loyalty.text.Code;
import java.io.Serializable;

/**
 * The host's own key of a customer.
 *
 * <p>Any text of 1 to 200 printable characters that neither begins nor ends with a space; ids are compared character by
 * character. The id is what logs, messages and explanations show of a customer, so take a number or a random key for it,
 * never a name, a telephone number or an address. Immutable.
 *
 * @param value the key
 */
public record CustomerId(String value) implements Comparable<CustomerId>, Serializable {

    /**
     * Refuses a text that is no key.
     *
     * @param value the key
     * @throws IllegalArgumentException if the text is blank, begins or ends with a space, has a control character, or has
     *     more than 200 characters
     */
    public CustomerId {
        Code.require(value, "customerId");
    }

    /**
     * The id with this key.
     *
     * @param value the key
     * @return the id
     * @throws IllegalArgumentException if the text is no key, see the class
     */
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    /**
     * Reads what {@link #toString()} printed.
     *
     * @param text the key
     * @return the id
     * @throws IllegalArgumentException if the text is no key, see the class
     */
    public static CustomerId parse(String text) {
        return new CustomerId(text);
    }

    /** Orders by the characters of the key. */
    @Override
    public int compareTo(CustomerId other) {
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
