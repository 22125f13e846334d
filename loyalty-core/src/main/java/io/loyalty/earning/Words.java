package io.loyalty.earning;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The sets of words, and of constants, that conditions look for: copied, sorted, never empty. */
final class Words {

    private Words() {}

    static Set<String> sorted(Collection<String> words, String name) {
        TreeSet<String> sorted = new TreeSet<>();
        for (String word : words) {
            if (word.isBlank()) {
                throw new IllegalArgumentException(name + " must not be blank");
            }
            sorted.add(word);
        }
        return Collections.unmodifiableSet(requireSome(sorted, name));
    }

    static <E extends Enum<E>> Set<E> ordered(Class<E> type, Collection<E> constants, String name) {
        EnumSet<E> ordered = EnumSet.noneOf(type);
        ordered.addAll(constants);
        return Collections.unmodifiableSet(requireSome(ordered, name));
    }

    static Set<String> of(String[] words) {
        return new TreeSet<>(Arrays.asList(words));
    }

    /** The words with "or" between them. */
    static String alternatives(Collection<?> words) {
        return String.join(" or ", words.stream().map(Objects::toString).toList());
    }

    private static <C extends Collection<?>> C requireSome(C values, String name) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return values;
    }
}
