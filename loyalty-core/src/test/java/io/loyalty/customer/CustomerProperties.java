package io.loyalty.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.testing.CustomerArbitraries;
import io.loyalty.testing.TimeArbitraries;
import io.loyalty.time.LeapDay;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CustomerProperties {

    @Provide
    Arbitrary<CustomerId> ids() {
        return CustomerArbitraries.customerIds();
    }

    @Provide
    Arbitrary<Customer> customers() {
        return CustomerArbitraries.customers();
    }

    @Provide
    Arbitrary<Occasion> occasions() {
        return CustomerArbitraries.occasions();
    }

    @Provide
    Arbitrary<ContactPreferences> preferences() {
        return CustomerArbitraries.contactPreferences();
    }

    @Provide
    Arbitrary<Referral> referrals() {
        return CustomerArbitraries.referrals();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return TimeArbitraries.instants();
    }

    @Property(seed = "4101")
    void idsParseWhatTheyPrint(@ForAll("ids") CustomerId id) {
        assertEquals(id, CustomerId.parse(id.toString()));
    }

    @Property(seed = "4102")
    void idsOrderConsistentlyWithEquals(@ForAll("ids") CustomerId a, @ForAll("ids") CustomerId b) {
        assertEquals(a.equals(b), a.compareTo(b) == 0);
        assertEquals(Integer.signum(a.compareTo(b)), -Integer.signum(b.compareTo(a)));
    }

    @Property(seed = "4103", tries = 200)
    void customersSurviveSerialization(@ForAll("customers") Customer customer)
            throws IOException, ClassNotFoundException {
        assertEquals(customer, serialCopy(customer));
    }

    @Property(seed = "4104", tries = 100)
    void referralsSurviveSerialization(@ForAll("referrals") Referral referral)
            throws IOException, ClassNotFoundException {
        assertEquals(referral, serialCopy(referral));
    }

    @Property(seed = "4105", tries = 200)
    void theOrderOfThePartsDoesNotMatter(@ForAll("customers") Customer customer, @ForAll long seed) {
        List<Occasion> occasions = new ArrayList<>(customer.occasions());
        Collections.shuffle(occasions, new Random(seed));
        Customer rebuilt = Customer.of(customer.id()).withContact(customer.contact());
        for (Occasion occasion : occasions) {
            rebuilt = rebuilt.withOccasion(occasion);
        }
        List<Map.Entry<String, String>> attributes =
                new ArrayList<>(customer.attributes().entrySet());
        Collections.shuffle(attributes, new Random(seed));
        for (Map.Entry<String, String> attribute : attributes) {
            rebuilt = rebuilt.withAttribute(attribute.getKey(), attribute.getValue());
        }
        List<String> segments = new ArrayList<>(customer.segments());
        Collections.shuffle(segments, new Random(seed));
        for (String segment : segments) {
            rebuilt = rebuilt.withSegment(segment);
        }
        assertEquals(customer, rebuilt);
        assertEquals(customer.hashCode(), rebuilt.hashCode());
        assertEquals(
                List.copyOf(customer.attributes().keySet()),
                List.copyOf(rebuilt.attributes().keySet()));
        assertEquals(List.copyOf(customer.segments()), List.copyOf(rebuilt.segments()));
    }

    @Property(seed = "4106", tries = 200)
    void aCustomerPrintsTheIdOnly(@ForAll("customers") Customer customer) {
        assertEquals("Customer[" + customer.id() + "]", customer.toString());
    }

    @Property(seed = "4107")
    void anOccasionPrintsNoDate(@ForAll("occasions") Occasion occasion) {
        String text = occasion.toString();
        assertFalse(text.contains(occasion.day().toString()));
        assertEquals("Occasion[" + occasion.kind() + "]", text);
    }

    @Property(seed = "4108")
    void anOccasionComesOnceAYearFromItsFirstOn(
            @ForAll("occasions") Occasion occasion,
            @ForAll LeapDay policy,
            @ForAll @IntRange(min = 1, max = 9999) int year) {
        Optional<LocalDate> date = occasion.in(year, policy);
        if (year < occasion.year()) {
            assertEquals(Optional.empty(), date);
        } else if (occasion.day().isValidYear(year)) {
            assertEquals(Optional.of(occasion.day().atYear(year)), date);
        } else {
            assertEquals(policy != LeapDay.LEAP_ONLY, date.isPresent());
            date.ifPresent(day -> assertEquals(year, day.getYear()));
        }
    }

    @Property(seed = "4109", tries = 500)
    void decisionsAgreeWithAWalkThroughAllOfThem(
            @ForAll("preferences") ContactPreferences wishes,
            @ForAll ContactChannel channel,
            @ForAll("instants") Instant at) {
        boolean expected = channel == ContactChannel.IN_PERSON;
        Instant latest = Instant.MIN;
        for (Consent consent : wishes.consents()) {
            boolean concerns = consent.channel() == channel
                    && consent.purpose().equals(Consent.MARKETING)
                    && !consent.since().isAfter(at);
            if (concerns && consent.since().isAfter(latest)) {
                expected = consent.decision() == Consent.Decision.GRANTED;
                latest = consent.since();
            } else if (concerns && consent.since().equals(latest)) {
                expected &= consent.decision() == Consent.Decision.GRANTED;
            }
        }
        assertEquals(expected, wishes.allows(channel, Consent.MARKETING, at));
    }

    @Property(seed = "4110", tries = 300)
    void theBestChannelIsPreferredAndAllowed(
            @ForAll("preferences") ContactPreferences wishes, @ForAll("instants") Instant at) {
        wishes.channel(Consent.SERVICE, at).ifPresent(channel -> {
            assertTrue(wishes.preferred().contains(channel));
            assertTrue(wishes.allows(channel, Consent.SERVICE, at));
        });
    }

    private static Object serialCopy(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
