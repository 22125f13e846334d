package io.loyalty.visit;

import io.loyalty.customer.CustomerId;
import io.loyalty.text.Code;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A fact of the host's own kind: a lesson attended, a bottle brought back, a survey answered.
 *
 * <p>The payload carries typed attributes, in the order of their names. Printed without the values, which may be personal.
 * Immutable.
 *
 * @param id the host's key of the fact
 * @param customer whom it is about
 * @param at when it happened
 * @param type the kind of fact, a word of the host's own
 * @param payload the attributes by name, sorted by name; may be empty
 */
public record CustomActivity(
        ActivityId id, CustomerId customer, Instant at, String type, Map<String, AttributeValue> payload)
        implements Activity {

    /**
     * Copies the payload and refuses names that are no proper words.
     *
     * @param id the host's key of the fact
     * @param customer whom it is about
     * @param at when it happened
     * @param type the kind of fact, 1 to 200 printable characters
     * @param payload the attributes by name, each name 1 to 200 printable characters; may be empty
     * @throws IllegalArgumentException if the type or a name is blank, begins or ends with a space, has a control character,
     *     or has more than 200 characters
     */
    public CustomActivity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(at, "at");
        Code.require(type, "type");
        Map<String, AttributeValue> sorted = new TreeMap<>();
        Objects.requireNonNull(payload, "payload").forEach((name, value) -> {
            Code.require(name, "attribute name");
            sorted.put(name, Objects.requireNonNull(value, "attribute value"));
        });
        payload = Collections.unmodifiableMap(sorted);
    }

    /**
     * A fact without attributes.
     *
     * @param id the host's key of the fact
     * @param customer whom it is about
     * @param at when it happened
     * @param type the kind of fact
     * @return the fact
     * @throws IllegalArgumentException if the type is no proper word
     */
    public static CustomActivity of(ActivityId id, CustomerId customer, Instant at, String type) {
        return new CustomActivity(id, customer, at, type, Map.of());
    }

    /**
     * This fact with an attribute, in place of one of the same name.
     *
     * @param name the attribute's name
     * @param value its value
     * @return the changed copy
     * @throws IllegalArgumentException if the name is no proper word
     */
    public CustomActivity with(String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new TreeMap<>(payload);
        changed.put(Code.require(name, "attribute name"), Objects.requireNonNull(value, "attribute value"));
        return new CustomActivity(id, customer, at, type, changed);
    }

    /**
     * An attribute of a known type.
     *
     * @param <T> the type
     * @param name the attribute's name
     * @param kind the type's class, for example {@code AttributeValue.Number.class}
     * @return the value, or empty if there is none of that name and type
     */
    public <T extends AttributeValue> Optional<T> attribute(String name, Class<T> kind) {
        return Optional.ofNullable(payload.get(Objects.requireNonNull(name, "name")))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /**
     * The fact with the names of its attributes, without their values.
     *
     * @return for example {@code CustomActivity[id=a-1, customer=c-7, at=2026-04-01T03:00:00Z, type=LESSON, payload=[level]]}
     */
    @Override
    public String toString() {
        return "CustomActivity[id=" + id + ", customer=" + customer + ", at=" + at + ", type=" + type + ", payload="
                + payload.keySet() + "]";
    }
}
