package io.loyalty.tier;

import java.util.Objects;

/** The rule for names, keys and reasons. */
final class Label {

    private Label() {}

    /** Refuses a text that says nothing. */
    static String require(String text, String name) {
        if (Objects.requireNonNull(text, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return text;
    }
}
