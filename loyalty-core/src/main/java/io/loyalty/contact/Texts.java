package io.loyalty.contact;

import java.util.Objects;

/** The rule for subjects and for ids that come back from the host. */
final class Texts {

    private Texts() {}

    /** Refuses a text that says nothing. */
    static String require(String text, String name) {
        if (Objects.requireNonNull(text, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return text;
    }
}
