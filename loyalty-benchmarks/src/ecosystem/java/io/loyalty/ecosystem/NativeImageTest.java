package io.loyalty.ecosystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Measure;
import io.loyalty.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Neither jar does anything that a native image would have to be told of: no reflection, no resources, no services, no native code, no
 * loading of classes by name, no lambdas that are serialized.
 */
class NativeImageTest {

    /** Calls that need configuration; {@code Array.newInstance} of a known type does not. */
    private static final Pattern BANNED = Pattern.compile("java/lang/reflect/(?!Array\\.).*"
            + "|java/lang/Class\\.(forName|newInstance|getResource.*|getDeclared.*|getMethods?|getFields?|getConstructors?"
            + "|getRecordComponents|getPermittedSubclasses|getModule|getClassLoader)"
            + "|java/lang/Module\\..*"
            + "|java/lang/ClassLoader\\..*"
            + "|java/lang/invoke/(MethodHandles|MethodHandles\\$Lookup|MethodHandle|VarHandle|MethodType)\\..*"
            + "|java/lang/invoke/SerializedLambda\\..*"
            + "|java/lang/(System|Runtime)\\.(load|loadLibrary|getProperty|getenv|exit)"
            + "|java/util/(ServiceLoader|ResourceBundle)\\..*"
            + "|java/io/File.*|java/nio/file/.*|java/net/.*"
            + "|java/util/Locale\\.getDefault|java/util/TimeZone\\.getDefault|java/time/ZoneId\\.systemDefault"
            + "|sun/.*|jdk/.*");

    @ParameterizedTest
    @ValueSource(classes = {Money.class, Measure.class})
    void noClassCallsWhatNeedsConfiguration(Class<?> member) {
        Map<String, Set<String>> found = PublishedModule.of(member).files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".class"))
                .collect(Collectors.toMap(Map.Entry::getKey, file -> banned(file.getValue())));

        found.values().removeIf(Set::isEmpty);

        assertEquals(Map.of(), found);
    }

    @ParameterizedTest
    @ValueSource(classes = {Money.class, Measure.class})
    void nothingButClassesIsShipped(Class<?> member) {
        List<String> others = PublishedModule.of(member).files().keySet().stream()
                .filter(name -> !name.endsWith(".class") && !name.startsWith("META-INF/"))
                .toList();

        assertEquals(List.of(), others);
    }

    @ParameterizedTest
    @ValueSource(classes = {Money.class, Measure.class})
    void theModuleUsesAndProvidesNoService(Class<?> member) {
        ModuleDescriptor module = PublishedModule.of(member).descriptor();

        assertEquals(Set.of(), module.uses());
        assertEquals(Set.of(), module.provides());
        assertEquals(Set.of(), module.opens());
    }

    @Test
    void theModulesNeedNothingElse() {
        assertEquals(Set.of("java.base"), required(Money.class));
        assertEquals(Set.of("java.base", "io.loyalty.core"), required(Measure.class));
    }

    @Test
    void theReaderSeesReflectionWhereThereIsSome() {
        Set<String> found = banned(classFile(Careless.class));

        assertEquals(Set.of("java/lang/Class.forName", "java/util/ServiceLoader.load"), found);
    }

    @Test
    void theReaderSeesClassesAndMembers() {
        ClassReferences references = ClassReferences.in(classFile(Careless.class));

        assertTrue(references.classes().contains(ServiceLoader.class.getName().replace('.', '/')));
        assertTrue(references.members().contains("java/util/ServiceLoader.load"));
    }

    private static Set<String> required(Class<?> member) {
        return PublishedModule.of(member).descriptor().requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> banned(byte[] classFile) {
        return ClassReferences.in(classFile).members().stream()
                .filter(name -> BANNED.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte[] classFile(Class<?> type) {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does what the library must not do. */
    private static final class Careless {

        static Object load(String name) throws ClassNotFoundException {
            return ServiceLoader.load(Class.forName(name));
        }
    }
}
