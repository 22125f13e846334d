package io.loyalty.ecosystem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;

/**
 * What a membership carries of its past, as bytes of Java serialization.
 *
 * <p>Indexes and running sums have no form that another program could read; entries and facts, of which they are made, have one. A
 * snapshot saves making them anew. It is for stores into which the host alone writes: the filter lets in values of this library and
 * of the class library, nothing else.
 */
final class Snapshot {

    private static final ObjectInputFilter OURS =
            ObjectInputFilter.Config.createFilter("io.loyalty.**;java.lang.*;java.math.*;java.time.**;java.util.*;!*");

    private Snapshot() {}

    static byte[] of(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(OURS);
            return type.cast(in.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
