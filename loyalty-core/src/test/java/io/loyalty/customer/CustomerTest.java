package io.loyalty.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CustomerTest {

    private static final CustomerId ID = CustomerId.of("c-7");
    private static final Occasion BIRTHDAY = Occasion.birthday(LocalDate.of(1984, 2, 29));
    private static final Occasion WEDDING = Occasion.weddingDay(MonthDay.of(6, 1));

    @Test
    void knowsWhatItWasTold() {
        Customer customer = Customer.of(ID)
                .withOccasion(BIRTHDAY)
                .withAttribute("city", "Kyoto")
                .withSegment("students");
        assertEquals(ID, customer.id());
        assertEquals(Optional.of(BIRTHDAY), customer.occasion(Occasion.BIRTHDAY));
        assertEquals(Optional.empty(), customer.occasion(Occasion.WEDDING_DAY));
        assertEquals(Optional.of("Kyoto"), customer.attribute("city"));
        assertEquals(Optional.empty(), customer.attribute("City"));
        assertTrue(customer.isIn("students"));
        assertFalse(customer.isIn("staff"));
        assertEquals(ContactPreferences.NONE, customer.contact());
    }

    @Test
    void aChangeLeavesTheOriginalAsItWas() {
        Customer before = Customer.of(ID);
        Customer after =
                before.withAttribute("city", "Kyoto").withSegment("students").withOccasion(BIRTHDAY);
        assertEquals(Customer.of(ID), before);
        assertNotEquals(before, after);
        assertEquals(
                before,
                after.withoutAttribute("city").withoutSegment("students").withoutOccasion(Occasion.BIRTHDAY));
    }

    @Test
    void removingWhatIsNotThereChangesNothing() {
        Customer customer =
                Customer.of(ID).withAttribute("city", "Kyoto").withSegment("a").withOccasion(BIRTHDAY);
        assertEquals(customer, customer.withoutAttribute("town"));
        assertEquals(customer, customer.withoutSegment("b"));
        assertEquals(customer, customer.withoutOccasion("name day"));
    }

    @Test
    void aNewValueTakesThePlaceOfTheOld() {
        Occasion moved = Occasion.birthday(LocalDate.of(1985, 3, 1));
        Customer customer = Customer.of(ID)
                .withAttribute("city", "Kyoto")
                .withAttribute("city", "Nara")
                .withOccasion(WEDDING)
                .withOccasion(BIRTHDAY)
                .withOccasion(moved)
                .withSegment("a")
                .withSegment("a");
        assertEquals(Map.of("city", "Nara"), customer.attributes());
        assertEquals(List.of(moved, WEDDING), customer.occasions());
        assertEquals(Set.of("a"), customer.segments());
    }

    @Test
    void contactPreferencesAreReplaced() {
        ContactPreferences wishes = ContactPreferences.NONE.withPreferred(ContactChannel.LETTER);
        assertEquals(wishes, Customer.of(ID).withContact(wishes).contact());
    }

    @Test
    void everythingIsKeptSorted() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("b", "1");
        attributes.put("a", "2");
        Customer customer = new Customer(
                ID,
                List.of(WEDDING, BIRTHDAY),
                attributes,
                new LinkedHashSet<>(List.of("z", "y")),
                ContactPreferences.NONE);
        assertEquals(List.of(BIRTHDAY, WEDDING), customer.occasions());
        assertEquals(List.of("a", "b"), List.copyOf(customer.attributes().keySet()));
        assertEquals(List.of("y", "z"), List.copyOf(customer.segments()));
    }

    @Test
    void theOrderOfTheSourceDoesNotReachThrough() {
        Map<String, String> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.putAll(Map.of("a", "1", "b", "2"));
        Customer customer = new Customer(ID, List.of(), backwards, Set.of(), ContactPreferences.NONE);
        assertEquals(List.of("a", "b"), List.copyOf(customer.attributes().keySet()));
    }

    @Test
    void laterChangesOfTheSourceDoNotReachThrough() {
        List<Occasion> occasions = new ArrayList<>(List.of(BIRTHDAY));
        Map<String, String> attributes = new HashMap<>(Map.of("city", "Kyoto"));
        Set<String> segments = new LinkedHashSet<>(List.of("students"));
        Customer customer = new Customer(ID, occasions, attributes, segments, ContactPreferences.NONE);
        occasions.clear();
        attributes.clear();
        segments.clear();
        assertEquals(
                1,
                customer.occasions().size()
                        * customer.attributes().size()
                        * customer.segments().size());
        assertThrows(
                UnsupportedOperationException.class, () -> customer.attributes().put("a", "b"));
        assertThrows(
                UnsupportedOperationException.class, () -> customer.segments().add("a"));
        assertThrows(
                UnsupportedOperationException.class, () -> customer.occasions().clear());
    }

    @Test
    void twoOccasionsOfAKindAreRefused() {
        assertEquals(
                "occasions must have each kind once: BIRTHDAY",
                refusal(() -> new Customer(
                        ID,
                        List.of(BIRTHDAY, Occasion.birthday(MonthDay.of(3, 1))),
                        Map.of(),
                        Set.of(),
                        ContactPreferences.NONE)));
    }

    @Test
    void namesMustBeWords() {
        Customer customer = Customer.of(ID);
        assertEquals("attribute name must not be blank", refusal(() -> customer.withAttribute(" ", "x")));
        assertEquals("segment must not begin or end with a space", refusal(() -> customer.withSegment("vip ")));
    }

    @Test
    void missingPartsAreNamed() {
        Customer customer = Customer.of(ID);
        assertEquals("id", missing(() -> Customer.of(null)));
        assertEquals("value", missing(() -> customer.withAttribute("a", null)));
        assertEquals("name", missing(() -> customer.withAttribute(null, "a")));
        assertEquals("name", missing(() -> customer.withoutAttribute(null)));
        assertEquals("name", missing(() -> customer.attribute(null)));
        assertEquals("segment", missing(() -> customer.withSegment(null)));
        assertEquals("segment", missing(() -> customer.withoutSegment(null)));
        assertEquals("segment", missing(() -> customer.isIn(null)));
        assertEquals("kind", missing(() -> customer.occasion(null)));
        assertEquals("kind", missing(() -> customer.withoutOccasion(null)));
        assertEquals("contact", missing(() -> customer.withContact(null)));
        Map<String, String> noValue = new HashMap<>();
        noValue.put("city", null);
        assertEquals(
                "attribute value",
                missing(() -> new Customer(ID, List.of(), noValue, Set.of(), ContactPreferences.NONE)));
    }

    @Test
    void printsTheIdAndNothingElse() {
        Customer customer = Customer.of(ID)
                .withOccasion(BIRTHDAY)
                .withAttribute("name", "Murasaki")
                .withSegment("writers")
                .withContact(ContactPreferences.NONE.withPreferred(ContactChannel.LETTER));
        assertEquals("Customer[c-7]", customer.toString());
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    private static String missing(Executable call) {
        return assertThrows(NullPointerException.class, call).getMessage();
    }
}
