package io.loyalty.ecosystem;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes records of a type by trial: draws all parts, and lets the record refuse what does not fit together.
 *
 * <p>Parts of the library's types come from the {@link Specimens}; all others from short lists of usual values.
 */
final class RecordMaker {

    private static final int TRIALS = 3_000;
    private static final int WANTED = 4;

    private static final Map<Class<?>, List<?>> USUAL = Map.ofEntries(
            Map.entry(long.class, List.of(0L, 1L, 2L, 3L, 10L, 250L)),
            Map.entry(int.class, List.of(0, 1, 2, 3, 5, 10)),
            Map.entry(double.class, List.of(0.0, 1.0, 0.1, 0.25, 2.5, 1e-3, 123.456)),
            Map.entry(boolean.class, List.of(true, false)),
            Map.entry(Long.class, List.of(0L, 1L, 2L, 10L)),
            Map.entry(Integer.class, List.of(0, 1, 2, 5)),
            Map.entry(Double.class, List.of(0.0, 1.0, 0.1, 2.5)),
            Map.entry(String.class, List.of("a", "b", "Tokyo", "points")),
            Map.entry(BigInteger.class, List.of(BigInteger.ZERO, BigInteger.TWO, BigInteger.TEN.pow(30))),
            Map.entry(Currency.class, List.of(Currency.getInstance("JPY"), Currency.getInstance("EUR"))),
            Map.entry(ZoneId.class, List.of(ZoneId.of("Asia/Tokyo"), ZoneId.of("America/Sao_Paulo"))),
            Map.entry(
                    Instant.class,
                    List.of(Instant.parse("2024-02-29T15:00:00Z"), Instant.parse("2026-04-01T03:00:00.5Z"))),
            Map.entry(LocalDate.class, List.of(LocalDate.of(2024, 2, 29), LocalDate.of(2026, 4, 1))),
            Map.entry(LocalTime.class, List.of(LocalTime.MIDNIGHT, LocalTime.of(5, 30))),
            Map.entry(YearMonth.class, List.of(YearMonth.of(2026, 4))),
            Map.entry(MonthDay.class, List.of(MonthDay.of(2, 29), MonthDay.of(4, 1))),
            Map.entry(Month.class, List.of(Month.values())),
            Map.entry(Period.class, List.of(Period.ofDays(30), Period.ofMonths(12))),
            Map.entry(Duration.class, List.of(Duration.ofHours(36))));

    private final Specimens specimens;
    private final Map<String, Class<?>> arguments;
    private final Random random;

    /** A maker with what stands for the type variables of a record, by {@code Record<Variable>}. */
    RecordMaker(Specimens specimens, Map<String, Class<?>> arguments, Random random) {
        this.specimens = specimens;
        this.arguments = arguments;
        this.random = random;
    }

    /** Puts some records of the type among the specimens, if that succeeds. */
    void make(Class<?> type) {
        Constructor<?> constructor = canonical(type);
        int made = 0;
        for (int trial = 0; trial < TRIALS && made < WANTED; trial++) {
            RecordComponent[] components = type.getRecordComponents();
            Object[] parts = new Object[components.length];
            for (int i = 0; i < parts.length; i++) {
                Optional<Object> part = draw(components[i].getGenericType());
                if (part.isEmpty()) {
                    return;
                }
                parts[i] = part.get();
            }
            try {
                specimens.add(constructor.newInstance(parts));
                made++;
            } catch (InvocationTargetException refused) {
                // The parts do not fit together; the next ones may.
                continue;
            } catch (InstantiationException | IllegalAccessException e) {
                throw new IllegalStateException(type.getName(), e);
            }
        }
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private Optional<Object> draw(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            Class<?> owner = (Class<?>) variable.getGenericDeclaration();
            return draw(arguments.get(owner.getSimpleName() + "<" + variable.getName() + ">"));
        }
        if (type instanceof ParameterizedType generic) {
            return drawGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> plain = (Class<?>) type;
        if (plain == OptionalInt.class) {
            return Optional.of(random.nextBoolean() ? OptionalInt.of(random.nextInt(5)) : OptionalInt.empty());
        }
        return pick(
                USUAL.containsKey(plain)
                        ? USUAL.get(plain)
                        : plain.isEnum() ? List.of(plain.getEnumConstants()) : specimens.of(plain));
    }

    private Optional<Object> drawGeneric(Class<?> raw, Type[] of) {
        if (raw == Optional.class) {
            return random.nextBoolean()
                    ? Optional.of(Optional.empty())
                    : draw(of[0]).map(Optional::of);
        }
        if (raw != List.class && raw != Set.class && raw != Map.class && raw != SortedMap.class) {
            return pick(specimens.of(raw));
        }
        List<Object> first = new ArrayList<>();
        List<Object> second = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Optional<Object> one = draw(of[0]);
            Optional<Object> other = draw(of[of.length - 1]);
            if (one.isPresent() && other.isPresent()) {
                first.add(one.get());
                second.add(other.get());
            }
        }
        if (raw == List.class) {
            return Optional.of(first);
        }
        if (raw == Set.class) {
            return Optional.of(new LinkedHashSet<>(first));
        }
        Map<Object, Object> map = new TreeMap<>();
        if (raw == Map.class) {
            map = new LinkedHashMap<>();
        }
        for (int i = 0; i < first.size(); i++) {
            map.put(first.get(i), second.get(i));
        }
        return Optional.of(map);
    }

    private Optional<Object> pick(List<?> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(random.nextInt(values.size())));
    }
}
