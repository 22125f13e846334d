package io.loyalty.ecosystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Property;

/** A record that is made without one of its parts, as from a form of JSON that lacks it, says which one is missing. */
class MissingPartsProperties {

    @Property(tries = 1, seed = "20261122")
    void everyPublicRecordNamesAMissingPart() throws ReflectiveOperationException {
        Specimens specimens = PublicRecords.specimens();
        Set<String> silent = new TreeSet<>();
        int asked = 0;
        for (Class<?> type : PublicRecords.all()) {
            Object value = specimens.of(type).get(0);
            RecordComponent[] components = type.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                if (!components[i].getType().isPrimitive()) {
                    asked++;
                    String said = saidWithout(value, components, i);
                    if (!components[i].getName().equals(said) && !nameOf(type).equals(said)) {
                        silent.add(type.getName() + "." + components[i].getName() + ": " + said);
                    }
                }
            }
        }
        assertEquals(Set.of(), silent);
        assertTrue(asked > 1_000, () -> "too few parts were asked for");
    }

    /** What an id is called that has one part alone: {@code customerId}. */
    private static String nameOf(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The message of the refusal of a record like a given one without one of its parts. */
    private static String saidWithout(Object value, RecordComponent[] components, int missing)
            throws ReflectiveOperationException {
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = i == missing ? null : components[i].getAccessor().invoke(value);
        }
        Constructor<?> constructor = value.getClass()
                .getConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        try {
            constructor.newInstance(parts);
            return "nothing";
        } catch (InvocationTargetException refused) {
            return refused.getCause() instanceof NullPointerException missed
                    ? missed.getMessage()
                    : refused.getCause().toString();
        }
    }
}
