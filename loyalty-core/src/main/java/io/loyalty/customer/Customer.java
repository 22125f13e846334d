package io.loyalty.customer;

import io.loyalty.text.Code;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a program may know of a customer: yearly dates, attributes, segments, and how the customer wishes to be reached.
 *
 * <p>Attributes and segments are words of the host's own, compared character by character. All collections are kept sorted, so
 * equal customers are walked through in equal order. Immutable; {@link #toString()} shows the id and nothing else.
 *
 * <pre>{@code
 * Customer customer = Customer.of(CustomerId.of("c-7"))
 *         .withOccasion(Occasion.birthday(MonthDay.of(2, 29)))
 *         .withAttribute("home-store", "ginza")
 *         .withSegment("students");
 * }</pre>
 *
 * @param id the host's key of the customer
 * @param occasions the yearly dates, at most one of each kind, sorted by kind
 * @param attributes the attributes by name, sorted by name
 * @param segments the segments to which the customer belongs, sorted
 * @param contact how the customer wishes to be reached
 */
public record Customer(
        CustomerId id,
        List<Occasion> occasions,
        Map<String, String> attributes,
        Set<String> segments,
        ContactPreferences contact)
        implements Serializable {

    /**
     * Copies and sorts the collections. The messages show no attribute, segment or date.
     *
     * @param id the host's key of the customer
     * @param occasions the yearly dates, at most one of each kind
     * @param attributes the attributes by name, each name 1 to 200 printable characters
     * @param segments the segments to which the customer belongs, each 1 to 200 printable characters
     * @param contact how the customer wishes to be reached
     * @throws IllegalArgumentException if a kind of occasion stands twice, or the name of an attribute or a segment is blank,
     *     begins or ends with a space, has a control character, or has more than 200 characters
     */
    public Customer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(contact, "contact");
        Map<String, Occasion> byKind = new TreeMap<>();
        for (Occasion occasion : Objects.requireNonNull(occasions, "occasions")) {
            if (byKind.put(Objects.requireNonNull(occasion, "occasion").kind(), occasion) != null) {
                throw new IllegalArgumentException("occasions must have each kind once: " + occasion.kind());
            }
        }
        occasions = List.copyOf(byKind.values());
        Map<String, String> sortedAttributes = new TreeMap<>();
        Objects.requireNonNull(attributes, "attributes")
                .forEach((name, value) -> sortedAttributes.put(
                        Code.require(name, "attribute name"), Objects.requireNonNull(value, "attribute value")));
        attributes = Collections.unmodifiableMap(sortedAttributes);
        Set<String> sortedSegments = new TreeSet<>();
        Objects.requireNonNull(segments, "segments")
                .forEach(segment -> sortedSegments.add(Code.require(segment, "segment")));
        segments = Collections.unmodifiableSet(sortedSegments);
    }

    /**
     * A customer of whom nothing but the id is known.
     *
     * @param id the host's key of the customer
     * @return the customer
     */
    public static Customer of(CustomerId id) {
        return new Customer(id, List.of(), Map.of(), Set.of(), ContactPreferences.NONE);
    }

    /**
     * This customer with a yearly date, in place of one of the same kind.
     *
     * @param occasion the yearly date
     * @return the changed copy
     */
    public Customer withOccasion(Occasion occasion) {
        List<Occasion> changed = without(occasion.kind());
        changed.add(occasion);
        return new Customer(id, changed, attributes, segments, contact);
    }

    /**
     * This customer without the yearly date of a kind.
     *
     * @param kind the kind of occasion
     * @return the changed copy, equal to this if there is no such date
     */
    public Customer withoutOccasion(String kind) {
        return new Customer(id, without(kind), attributes, segments, contact);
    }

    /**
     * This customer with an attribute, in place of one of the same name.
     *
     * @param name the attribute's name
     * @param value its value, empty or not
     * @return the changed copy
     * @throws IllegalArgumentException if the name is no proper word
     */
    public Customer withAttribute(String name, String value) {
        Map<String, String> changed = new TreeMap<>(attributes);
        changed.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new Customer(id, occasions, changed, segments, contact);
    }

    /**
     * This customer without an attribute.
     *
     * @param name the attribute's name
     * @return the changed copy, equal to this if there is no such attribute
     */
    public Customer withoutAttribute(String name) {
        Map<String, String> changed = new TreeMap<>(attributes);
        changed.remove(Objects.requireNonNull(name, "name"));
        return new Customer(id, occasions, changed, segments, contact);
    }

    /**
     * This customer in one more segment.
     *
     * @param segment the segment
     * @return the changed copy, equal to this if the customer is in the segment already
     * @throws IllegalArgumentException if the segment is no proper word
     */
    public Customer withSegment(String segment) {
        Set<String> changed = new TreeSet<>(segments);
        changed.add(Objects.requireNonNull(segment, "segment"));
        return new Customer(id, occasions, attributes, changed, contact);
    }

    /**
     * This customer outside a segment.
     *
     * @param segment the segment
     * @return the changed copy, equal to this if the customer is not in the segment
     */
    public Customer withoutSegment(String segment) {
        Set<String> changed = new TreeSet<>(segments);
        changed.remove(Objects.requireNonNull(segment, "segment"));
        return new Customer(id, occasions, attributes, changed, contact);
    }

    /**
     * This customer with other wishes of how to be reached.
     *
     * @param preferences the wishes
     * @return the changed copy
     */
    public Customer withContact(ContactPreferences preferences) {
        return new Customer(id, occasions, attributes, segments, preferences);
    }

    /**
     * The yearly date of a kind.
     *
     * @param kind the kind, for example {@link Occasion#BIRTHDAY}
     * @return the date, or empty if it is not known
     */
    public Optional<Occasion> occasion(String kind) {
        Objects.requireNonNull(kind, "kind");
        for (Occasion occasion : occasions) {
            if (occasion.kind().equals(kind)) {
                return Optional.of(occasion);
            }
        }
        return Optional.empty();
    }

    /**
     * The value of an attribute.
     *
     * @param name the attribute's name
     * @return the value, or empty if the customer has no such attribute
     */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(Objects.requireNonNull(name, "name")));
    }

    /**
     * Whether the customer belongs to a segment.
     *
     * @param segment the segment
     * @return true if so
     */
    public boolean isIn(String segment) {
        return segments.contains(Objects.requireNonNull(segment, "segment"));
    }

    /**
     * The id alone.
     *
     * @return for example {@code Customer[c-7]}
     */
    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }

    private List<Occasion> without(String kind) {
        Objects.requireNonNull(kind, "kind");
        List<Occasion> others = new ArrayList<>(occasions);
        others.removeIf(occasion -> occasion.kind().equals(kind));
        return others;
    }
}
