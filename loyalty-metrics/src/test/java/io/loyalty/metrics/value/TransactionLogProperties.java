package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Logs against maps of maps. */
class TransactionLogProperties {

    private static final int START = (int) LocalDate.of(2023, 12, 25).toEpochDay();

    @Property(tries = 300, seed = "4711")
    void summariesAndHoldoutsAgreeWithMapsOfDays(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int transactions) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] customers = new long[transactions];
        int[] days = new int[transactions];
        double[] amounts = new double[transactions];
        TreeMap<Long, TreeMap<Integer, Double>> naive = new TreeMap<>();
        for (int i = 0; i < transactions; i++) {
            customers[i] = random.nextInt(6);
            days[i] = START + random.nextInt(40);
            amounts[i] = 1 + random.nextInt(50);
            naive.computeIfAbsent(customers[i], c -> new TreeMap<>()).merge(days[i], amounts[i], Double::sum);
        }
        int end = START + 1 + random.nextInt(38);
        naive.values().removeIf(own -> own.firstKey() > end);
        boolean observed = naive.values().stream().anyMatch(own -> own.firstKey() < end);
        if (!observed) {
            return;
        }
        Holdout holdout = TransactionLog.of(customers, days, amounts)
                .split(LocalDate.ofEpochDay(end), LocalDate.ofEpochDay(START + 40L), PeriodUnit.DAY);
        CustomerBase base = holdout.calibration();
        assertEquals(naive.size(), base.size());
        List<Map.Entry<Long, TreeMap<Integer, Double>>> rows = new ArrayList<>(naive.entrySet());
        double logs = 0;
        for (int i = 0; i < rows.size(); i++) {
            TreeMap<Integer, Double> own = rows.get(i).getValue();
            Map<Integer, Double> until = own.headMap(end, true);
            int first = own.firstKey();
            int last = own.floorKey(end);
            assertEquals(Long.toString(rows.get(i).getKey()), base.key(i));
            assertEquals(
                    RecencyFrequency.ofDays(until.size() - 1, last - first, end - first),
                    base.columns().history(i));
            double spent = until.values().stream().mapToDouble(a -> a).sum() - own.get(first);
            assertEquals(until.size() > 1 ? spent / (until.size() - 1) : 0, base.meanSpends()[i], 1e-12);
            Map<Integer, Double> after = own.tailMap(end, false);
            assertEquals(after.size(), holdout.purchases()[i]);
            assertEquals(after.values().stream().mapToDouble(a -> a).sum(), holdout.spends()[i], 1e-12);
            int before = first;
            for (int day : until.keySet()) {
                logs += day > before ? Math.log(day - before) : 0;
                before = day;
            }
        }
        assertEquals(logs, base.sumOfLogGaps(), 1e-10);
    }
}
