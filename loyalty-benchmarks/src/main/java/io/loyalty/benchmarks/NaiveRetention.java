package io.loyalty.benchmarks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Retention figures as one writes them with streams in an afternoon. */
final class NaiveRetention {

    private NaiveRetention() {}

    /** The share still there after each time with an event. */
    static Map<Double, Double> survival(double[] times, boolean[] ended) {
        TreeMap<Double, Map<Boolean, Long>> byTime = IntStream.range(0, times.length)
                .boxed()
                .collect(groupingBy(i -> times[i], TreeMap::new, groupingBy(i -> ended[i], counting())));
        Map<Double, Double> shares = new LinkedHashMap<>();
        double share = 1;
        long atRisk = times.length;
        for (Map.Entry<Double, Map<Boolean, Long>> entry : byTime.entrySet()) {
            long events = entry.getValue().getOrDefault(true, 0L);
            if (events > 0) {
                share *= 1 - (double) events / atRisk;
                shares.put(entry.getKey(), share);
            }
            atRisk -= events + entry.getValue().getOrDefault(false, 0L);
        }
        return shares;
    }

    /** The number of different customers by month of the first purchase and months since then. */
    static Map<YearMonth, Map<Long, Long>> cohorts(long[] customers, long[] seconds, ZoneId zone) {
        List<YearMonth> months = IntStream.range(0, seconds.length)
                .mapToObj(i -> YearMonth.from(Instant.ofEpochSecond(seconds[i]).atZone(zone)))
                .toList();
        Map<Long, YearMonth> first = IntStream.range(0, customers.length)
                .boxed()
                .collect(toMap(i -> customers[i], months::get, BinaryOperator.minBy(Comparator.naturalOrder())));
        return IntStream.range(0, customers.length)
                .boxed()
                .collect(groupingBy(
                        i -> first.get(customers[i]),
                        groupingBy(
                                i -> ChronoUnit.MONTHS.between(first.get(customers[i]), months.get(i)),
                                mapping(i -> customers[i], Collectors.collectingAndThen(toSet(), set ->
                                        (long) set.size())))));
    }

    /** The chance that a customer who left has the higher score, if no two scores are equal. */
    static double auc(double[] scores, boolean[] left) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ranks = IntStream.range(0, order.length)
                .filter(k -> left[order[k]])
                .mapToDouble(k -> k + 1.0)
                .sum();
        double m = IntStream.range(0, left.length).filter(i -> left[i]).count();
        return (ranks - m * (m + 1) / 2) / m / (left.length - m);
    }
}
