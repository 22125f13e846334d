package io.loyalty.points;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * What every command on a ledger carries: a key, the instant at which it takes effect, and the instant at which it is written
 * down.
 *
 * <p>The key is the caller's own name for what happened, such as an order number. A command with a key that the ledger knows
 * changes nothing: with the same content it is a {@link Outcome.Duplicate}, with other content it is refused. The instants are
 * not part of the content, so that a retry may carry a later time.
 *
 * @param key the caller's name for what happened, unique within the account
 * @param at when it takes effect
 * @param recordedAt when it is written down
 */
public record Command(String key, Instant at, Instant recordedAt) implements Serializable {

    /** The longest key: room for the id of a fact and that of a rule. */
    public static final int MAX_KEY_LENGTH = 500;

    /** Keys of entries that the ledger writes of itself begin with this; a caller's key must not. */
    static final char OWN = '~';

    /**
     * Refuses unusable keys.
     *
     * @param key 1 to {@value #MAX_KEY_LENGTH} characters, no control characters, not beginning with {@code ~}
     * @param at when it takes effect
     * @param recordedAt when it is written down
     * @throws IllegalArgumentException if the key is not of that form
     */
    public Command {
        Objects.requireNonNull(key, "key");
        requireInstants(at, recordedAt);
        requireKey(key);
        requireForeign(key);
    }

    static void requireInstants(Instant at, Instant recordedAt) {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(recordedAt, "recordedAt");
        if (at.equals(Instant.MAX)) {
            throw new IllegalArgumentException("at must be before the end of time: " + at);
        }
    }

    /**
     * A command that is written down when it takes effect.
     *
     * @param key the caller's name for what happened
     * @param at when it takes effect
     * @return the command
     * @throws IllegalArgumentException if the key is empty, too long, or has control characters
     */
    public static Command of(String key, Instant at) {
        return new Command(key, at, at);
    }

    /**
     * The command as written down at another instant.
     *
     * @param instant when it is written down
     * @return the changed copy
     */
    public Command recordedAt(Instant instant) {
        return new Command(key, at, instant);
    }

    /** Refuses the keys of the ledger itself. */
    static void requireForeign(String key) {
        if (key.charAt(0) == OWN) {
            throw new IllegalArgumentException("key must not begin with '~': '" + key + "'");
        }
    }

    static void requireLength(String key) {
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("key must have 1 to " + MAX_KEY_LENGTH + " characters: " + key.length());
        }
    }

    static void requireKey(String key) {
        requireLength(key);
        for (int i = 0; i < key.length(); i++) {
            if (Character.isISOControl(key.charAt(i))) {
                throw new IllegalArgumentException("key must have no control character: at index " + i);
            }
        }
    }
}
