package io.loyalty.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CustomActivityTest {

    private static final ActivityId ID = ActivityId.of("a-1");
    private static final CustomerId CUSTOMER = CustomerId.of("c-7");
    private static final Instant AT = Instant.parse("2026-04-01T03:00:00Z");
    private static final CustomActivity LESSON = CustomActivity.of(ID, CUSTOMER, AT, "LESSON");

    private static final AttributeValue NUMBER = new AttributeValue.Number(Ratio.parse("1.5"));
    private static final AttributeValue TEXT = new AttributeValue.Text("advanced");

    @Test
    void attributesAreFoundByNameAndType() {
        CustomActivity lesson = LESSON.with("hours", NUMBER).with("level", TEXT);
        assertEquals(Optional.of(NUMBER), lesson.attribute("hours", AttributeValue.Number.class));
        assertEquals(Optional.of(NUMBER), lesson.attribute("hours", AttributeValue.class));
        assertEquals(Optional.empty(), lesson.attribute("hours", AttributeValue.Text.class));
        assertEquals(Optional.empty(), lesson.attribute("Hours", AttributeValue.Number.class));
    }

    @Test
    void attributesAreSortedByName() {
        CustomActivity lesson = LESSON.with("b", TEXT).with("c", TEXT).with("a", TEXT);
        assertEquals(List.of("a", "b", "c"), List.copyOf(lesson.payload().keySet()));
    }

    @Test
    void aNewValueTakesThePlaceOfTheOld() {
        assertEquals(LESSON.with("a", TEXT), LESSON.with("a", NUMBER).with("a", TEXT));
        assertEquals(Map.of(), LESSON.payload());
    }

    @Test
    void laterChangesOfTheSourceDoNotReachThrough() {
        Map<String, AttributeValue> payload = new HashMap<>(Map.of("a", TEXT));
        CustomActivity lesson = new CustomActivity(ID, CUSTOMER, AT, "LESSON", payload);
        payload.clear();
        assertEquals(Map.of("a", TEXT), lesson.payload());
        assertThrows(UnsupportedOperationException.class, () -> lesson.payload().clear());
    }

    @Test
    void valuesGiveTheirTextOnRequest() {
        assertEquals("advanced", TEXT.text());
        assertEquals("3/2", NUMBER.text());
        assertEquals("true", new AttributeValue.Flag(true).text());
        assertEquals("2026-04-01", new AttributeValue.Day(LocalDate.of(2026, 4, 1)).text());
        assertEquals("JPY 300", new AttributeValue.Amount(Money.ofMinor("JPY", 300)).text());
    }

    @Test
    void valuesAreNotPrinted() {
        assertEquals("Text", TEXT.toString());
        assertEquals("Number", NUMBER.toString());
        assertEquals("Flag", new AttributeValue.Flag(true).toString());
        assertEquals("Day", new AttributeValue.Day(LocalDate.of(2026, 4, 1)).toString());
        assertEquals("Amount", new AttributeValue.Amount(Money.ofMinor("JPY", 300)).toString());
        assertEquals(
                "CustomActivity[id=a-1, customer=c-7, at=2026-04-01T03:00:00Z, type=LESSON, payload=[hours, level]]",
                LESSON.with("level", TEXT).with("hours", NUMBER).toString());
    }

    @Test
    void typeAndNamesMustBeWords() {
        assertEquals("type must not be blank", refusal(() -> CustomActivity.of(ID, CUSTOMER, AT, "")));
        assertEquals("attribute name must not be blank", refusal(() -> LESSON.with("", TEXT)));
        assertEquals(
                "attribute name must not begin or end with a space",
                refusal(() -> new CustomActivity(ID, CUSTOMER, AT, "LESSON", Map.of(" a", TEXT))));
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals("id", missing(() -> CustomActivity.of(null, CUSTOMER, AT, "LESSON")));
        assertEquals("customer", missing(() -> CustomActivity.of(ID, null, AT, "LESSON")));
        assertEquals("at", missing(() -> CustomActivity.of(ID, CUSTOMER, null, "LESSON")));
        assertEquals("type", missing(() -> CustomActivity.of(ID, CUSTOMER, AT, null)));
        assertEquals("payload", missing(() -> new CustomActivity(ID, CUSTOMER, AT, "LESSON", null)));
        assertEquals("attribute name", missing(() -> LESSON.with(null, TEXT)));
        assertEquals("attribute value", missing(() -> LESSON.with("a", null)));
        assertEquals("name", missing(() -> LESSON.attribute(null, AttributeValue.class)));
        assertEquals("value", missing(() -> new AttributeValue.Text(null)));
        assertEquals("value", missing(() -> new AttributeValue.Number(null)));
        assertEquals("value", missing(() -> new AttributeValue.Day(null)));
        assertEquals("value", missing(() -> new AttributeValue.Amount(null)));
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    private static String missing(Executable call) {
        return assertThrows(NullPointerException.class, call).getMessage();
    }

    @Test
    void anActivityMayBeWithoutAttributes() {
        CustomActivity lesson = CustomActivity.of(ID, CUSTOMER, AT, "LESSON");
        assertEquals("LESSON", lesson.type());
        assertEquals(Map.of(), lesson.payload());
    }
}
