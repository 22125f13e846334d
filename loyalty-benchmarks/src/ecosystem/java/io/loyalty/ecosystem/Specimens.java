package io.loyalty.ecosystem;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of the library by type. A value that is put in brings all values of the library that can be reached from it: its parts, and
 * what its questions without arguments answer.
 */
final class Specimens {

    private static final int KEPT = 40;

    private final Map<Class<?>, Set<Object>> byType = new LinkedHashMap<>();

    /** Takes a value and what can be reached from it. */
    void add(Object root) {
        Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Object value = open.pop();
            if (value instanceof Map<?, ?> map) {
                open.addAll(map.keySet());
                open.addAll(map.values());
            } else if (value instanceof Collection<?> all) {
                open.addAll(all);
            } else if (value instanceof Optional<?> optional) {
                optional.ifPresent(open::push);
            } else if (isOurs(value.getClass()) && keep(value)) {
                answers(value, open);
            }
        }
    }

    /** Values of a type or of its subtypes. */
    List<Object> of(Class<?> type) {
        return byType.entrySet().stream()
                .filter(entry -> type.isAssignableFrom(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private boolean keep(Object value) {
        Set<Object> kept = byType.computeIfAbsent(value.getClass(), any -> new LinkedHashSet<>());
        return kept.size() < KEPT && kept.add(value);
    }

    private static void answers(Object value, Deque<Object> open) {
        for (Method method : value.getClass().getMethods()) {
            if (method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && isOurs(method.getDeclaringClass())
                    && mayHoldOurs(method.getReturnType())) {
                try {
                    open.push(method.invoke(value));
                } catch (InvocationTargetException noAnswer) {
                    // The value refuses this question: an empty result has no best element, say.
                    continue;
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(value.getClass() + "." + method.getName(), e);
                }
            }
        }
    }

    private static boolean mayHoldOurs(Class<?> type) {
        return isOurs(type)
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type == Optional.class
                || type == Object.class;
    }

    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.loyalty.") && !type.getName().startsWith("io.loyalty.ecosystem.");
    }
}
