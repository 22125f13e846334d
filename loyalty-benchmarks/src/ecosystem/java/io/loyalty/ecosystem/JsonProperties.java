package io.loyalty.ecosystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loyalty.customer.CustomerId;
import io.loyalty.metrics.Measure;
import io.loyalty.money.Money;
import io.loyalty.program.Membership;
import io.loyalty.program.Status;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.SignUp;
import java.io.File;
import java.io.InvalidClassException;
import java.io.UncheckedIOException;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.Property;

/**
 * Every public record of both published modules goes through JSON and comes back equal, with nothing but {@link LoyaltyModule}.
 *
 * <p>A new record of which {@link PublicRecords} has no specimen fails the test.
 */
class JsonProperties {

    /** Views of living things, which are written but not read: a ledger's position has no past to go on from. */
    private static final Set<Class<?>> ONLY_WRITTEN = Set.of(Status.class);

    private final JsonMapper mapper = LoyaltyModule.mapper();

    @Property(tries = 1, seed = "20261122")
    void everyPublicRecordComesBackEqual() throws JsonProcessingException {
        List<Class<?>> records = PublicRecords.all();
        Specimens specimens = PublicRecords.specimens();
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : records) {
            List<Object> values = specimens.of(type);
            if (values.isEmpty()) {
                missing.add(type.getName());
            }
            for (Object value : values) {
                String json = mapper.writeValueAsString(value);
                if (!ONLY_WRITTEN.contains(type)) {
                    assertEquals(value, read(json, type, type), json);
                    for (Class<?> family : families(type)) {
                        assertEquals(value, read(json, family, type), json);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing, "records without a specimen");
        assertTrue(records.size() > 400);
    }

    @Example
    void aFactLooksLikeThis() throws JsonProcessingException {
        Activity fact = new SignUp(
                ActivityId.of("f-1"),
                CustomerId.of("c-7"),
                Instant.parse("2026-04-01T03:00:00Z"),
                Place.store("ginza"));
        String json = """
                {"@type":"SignUp","id":{"value":"f-1"},"customer":{"value":"c-7"},"at":"2026-04-01T03:00:00Z",\
                "place":{"channel":"STORE","code":"ginza"}}""";

        assertEquals(json, mapper.writeValueAsString(fact));
        assertEquals(fact, mapper.readValue(json, Activity.class));
    }

    @Example
    void moneyAndIdsNeedNoModule() throws JsonProcessingException {
        JsonMapper plain = JsonMapper.builder()
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .build();
        String yen = "{\"currency\":\"JPY\",\"minorUnits\":12800}";

        assertEquals(yen, plain.writeValueAsString(Money.parse("JPY 12800")));
        assertEquals(Money.parse("JPY 12800"), plain.readValue(yen, Money.class));
        assertEquals(CustomerId.of("c-7"), plain.readValue("{\"value\":\"c-7\"}", CustomerId.class));
    }

    @Example
    void measuresAreNumbersOrSayWhyNot() throws JsonProcessingException {
        assertEquals("0.1", mapper.writeValueAsString(Measure.of(0.1)));
        assertEquals("\"undefined: no answers\"", mapper.writeValueAsString(Measure.undefined("no answers")));
        assertEquals(Measure.of(12), mapper.readValue("12", Measure.class));
    }

    @Example
    void aRecordRefusesInJsonWhatItRefusesInJava() {
        JsonMappingException blank =
                assertThrows(JsonMappingException.class, () -> mapper.readValue("{\"value\":\" \"}", CustomerId.class));
        JsonMappingException missing =
                assertThrows(JsonMappingException.class, () -> mapper.readValue("{\"currency\":\"JPY\"}", Money.class));

        assertInstanceOf(IllegalArgumentException.class, blank.getCause());
        assertTrue(missing.getMessage().startsWith("Missing creator property 'minorUnits'"), missing.getMessage());
    }

    @Example
    void aSnapshotLetsInNothingElse() {
        byte[] foreign = Snapshot.of(new File("anything"));

        UncheckedIOException refused =
                assertThrows(UncheckedIOException.class, () -> Snapshot.read(foreign, Membership.class));

        assertInstanceOf(InvalidClassException.class, refused.getCause());
    }

    private Object read(String json, Class<?> as, Class<?> record) throws JsonProcessingException {
        JavaType[] arguments = Arrays.stream(as.getTypeParameters())
                .map(TypeVariable::getName)
                .map(name ->
                        mapper.constructType(PublicRecords.ARGUMENTS.get(record.getSimpleName() + "<" + name + ">")))
                .toArray(JavaType[]::new);
        return mapper.readValue(
                json,
                arguments.length == 0
                        ? mapper.constructType(as)
                        : mapper.getTypeFactory().constructSimpleType(as, arguments));
    }

    /** The sealed interfaces under which a host may meet the record. */
    private static Set<Class<?>> families(Class<?> type) {
        Set<Class<?>> families = new LinkedHashSet<>();
        for (Class<?> parent : type.getInterfaces()) {
            if (parent.isSealed()) {
                families.add(parent);
                families.addAll(families(parent));
            }
        }
        return families;
    }
}
