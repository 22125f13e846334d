package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllocationCheckTest {

    private static final Allocation EVEN = Allocation.even("control", "treated");

    private static Map<String, Long> counts(String... armsAndCounts) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < armsAndCounts.length; i += 2) {
            counts.put(armsAndCounts[i], Long.parseLong(armsAndCounts[i + 1]));
        }
        return counts;
    }

    @Test
    void checksAgreeWithSciPy() {
        for (Reference row : Reference.rows("allocations.csv")) {
            String[] observed = row.text("counts").split(" ");
            String[] weights = row.text("weights").split(" ");
            ArmWeight[] arms = new ArmWeight[weights.length];
            Map<String, Long> counts = new LinkedHashMap<>();
            for (int i = 0; i < arms.length; i++) {
                arms[i] = new ArmWeight("arm" + i, Integer.parseInt(weights[i]));
                counts.put("arm" + i, Long.parseLong(observed[i]));
            }
            AllocationCheck check = AllocationCheck.of(Allocation.of(arms), counts);
            row.check("chi_square", 1e-12, check.test().statistic());
            row.check("p", 1e-11, check.test().pValue());
            assertEquals(row.number("p") < 0.001, check.isFlagged(), row::toString);
        }
    }

    @Test
    void aMillionAgainstThreeThousandMoreIsNoFlagAndSixThousandIs() {
        assertFalse(AllocationCheck.of(EVEN, counts("control", "1000000", "treated", "1003000"))
                .isFlagged());
        assertTrue(AllocationCheck.of(EVEN, counts("control", "1000000", "treated", "1006000"))
                .isFlagged());
    }

    @Test
    void emptyArmsCountAndNobodyIsNoFlag() {
        AllocationCheck none = AllocationCheck.of(EVEN, Map.of());
        assertFalse(none.isFlagged());
        assertEquals("no customers", none.test().pValue().reason());
        AllocationCheck one = AllocationCheck.of(EVEN, counts("control", "1"));
        assertEquals(List.of(1L, 0L), one.counts());
        assertEquals(List.of(0.5, 0.5), one.expected());
        assertFalse(one.isFlagged());
        assertTrue(AllocationCheck.of(EVEN, counts("treated", "40")).isFlagged());
        assertFalse(AllocationCheck.of(EVEN, counts("treated", "12"), 0.0001).isFlagged());
        assertTrue(AllocationCheck.of(EVEN, counts("treated", "40")).toString().startsWith("not as planned, p = "));
    }

    @Test
    void badCountsAreRefused() {
        assertEquals(
                "count of control must be at least 0: -1",
                Reference.refusal(() -> AllocationCheck.of(EVEN, counts("control", "-1"))));
        assertEquals(
                "arm must be one of the plan: other",
                Reference.refusal(() -> AllocationCheck.of(EVEN, counts("other", "1"))));
        assertEquals(
                "threshold must be in (0, 1): 0.0", Reference.refusal(() -> AllocationCheck.of(EVEN, Map.of(), 0)));
        assertEquals(
                "counts must be one for each of 2 arms: 1",
                Reference.refusal(() -> new AllocationCheck(
                        EVEN, List.of(1L), List.of(1.0), TestResult.undefined("chi-square", "none"), 0.1)));
    }
}
