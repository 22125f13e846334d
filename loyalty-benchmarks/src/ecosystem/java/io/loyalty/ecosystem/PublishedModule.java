package io.loyalty.ecosystem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module of the library as it is published, jar or folder: its files, and the types that it promises. */
final class PublishedModule {

    private final ModuleReference reference;

    private PublishedModule(ModuleReference reference) {
        this.reference = reference;
    }

    /** The module in which a type lives. */
    static PublishedModule of(Class<?> member) {
        try {
            Path place = Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
            return new PublishedModule(
                    ModuleFinder.of(place).findAll().iterator().next());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    ModuleDescriptor descriptor() {
        return reference.descriptor();
    }

    /** All files by name. */
    SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ModuleReader reader = reference.open();
                Stream<String> names = reader.list()) {
            for (String name : names.filter(one -> !one.endsWith("/")).toList()) {
                ByteBuffer bytes = reader.read(name).orElseThrow();
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                reader.release(bytes);
                files.put(name, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The public types of exported packages, in the order of their names. */
    List<Class<?>> publicTypes() {
        var exported = descriptor().exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        return files().keySet().stream()
                .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                .filter(type -> exported.contains(type.getPackageName()) && isPublic(type))
                .toList();
    }

    private static Class<?> load(String path) {
        try {
            return Class.forName(path.replace('/', '.'), false, PublishedModule.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }
}
