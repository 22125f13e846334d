package io.loyalty.ecosystem;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a class file refers to, read from its constant pool (The Java Virtual Machine Specification, §4.4): methods and fields as
 * {@code owner.name}, classes by their name, all in the inner form with slashes.
 */
final class ClassReferences {

    private static final int MAGIC = 0xCAFEBABE;

    private final Set<String> members = new TreeSet<>();
    private final Set<String> classes = new TreeSet<>();

    private ClassReferences() {}

    static ClassReferences in(byte[] classFile) {
        ClassReferences references = new ClassReferences();
        try {
            references.read(new DataInputStream(new ByteArrayInputStream(classFile)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return references;
    }

    Set<String> members() {
        return members;
    }

    Set<String> classes() {
        return classes;
    }

    private void read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("no class file");
        }
        in.skipBytes(4);
        int size = in.readUnsignedShort();
        String[] texts = new String[size];
        int[] first = new int[size];
        int[] second = new int[size];
        int[] tags = new int[size];
        for (int i = 1; i < size; i++) {
            tags[i] = in.readUnsignedByte();
            switch (tags[i]) {
                case 1 -> texts[i] = in.readUTF();
                case 3, 4 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    // Long and double take two places.
                    i++;
                }
                case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
                case 9, 10, 11, 12, 17, 18 -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                }
                case 15 -> in.skipBytes(3);
                default -> throw new IOException("unknown constant: " + tags[i]);
            }
        }
        for (int i = 1; i < size; i++) {
            if (tags[i] == 7) {
                classes.add(texts[first[i]]);
            } else if (tags[i] >= 9 && tags[i] <= 11) {
                members.add(texts[first[first[i]]] + "." + texts[first[second[i]]]);
            }
        }
    }
}
