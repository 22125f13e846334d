package io.loyalty.metrics.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.CustomerId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final Allocation EVEN = Allocation.even("control", "treated");

    private static final Allocation UNEVEN =
            Allocation.of(new ArmWeight("control", 1), new ArmWeight("small", 2), new ArmWeight("large", 7));

    @Test
    void slotsAreThoseOfAnyOtherSha256() {
        for (Reference row : Reference.rows("assignments.csv")) {
            for (int slots : new int[] {2, 7, 1000}) {
                Allocation plan = Allocation.even(
                        IntStream.range(0, slots).mapToObj(String::valueOf).toArray(String[]::new));
                assertEquals(
                        row.text("slot_" + slots),
                        plan.assign(row.text("experiment"), CustomerId.of(row.text("customer"))),
                        row::toString);
            }
        }
    }

    @Test
    void weightsAreTakenInOrder() {
        Allocation whole =
                Allocation.even(IntStream.range(0, 10).mapToObj(String::valueOf).toArray(String[]::new));
        for (int i = 0; i < 200; i++) {
            CustomerId customer = CustomerId.of("C" + i);
            int slot = Integer.parseInt(whole.assign("test", customer));
            String arm = slot < 1 ? "control" : slot < 3 ? "small" : "large";
            assertEquals(arm, UNEVEN.assign("test", customer));
        }
    }

    @Test
    void sharesAreThePlannedOnesAndExperimentsAreIndependent() {
        long[][] table = new long[3][3];
        List<String> arms = List.of("control", "small", "large");
        for (int i = 0; i < 30_000; i++) {
            CustomerId customer = CustomerId.of(Integer.toString(100_000 + i));
            table[arms.indexOf(UNEVEN.assign("spring", customer))][arms.indexOf(UNEVEN.assign("autumn", customer))]++;
        }
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (int a = 0; a < 3; a++) {
            sizes.put(arms.get(a), Arrays.stream(table[a]).sum());
        }
        assertTrue(AllocationCheck.of(UNEVEN, sizes).test().pValue().orElseThrow() > 0.01, sizes::toString);
        assertTrue(ContingencyTable.of(table).association().chiSquare().pValue().orElseThrow() > 0.01);
    }

    @Test
    void plansAreChecked() {
        assertEquals("arms must be at least 2: 1", Reference.refusal(() -> Allocation.even("control")));
        assertEquals("arms must have different names: a", Reference.refusal(() -> Allocation.even("a", "b", "a")));
        assertEquals("arm must not be blank", Reference.refusal(() -> Allocation.even("a", " ")));
        assertEquals("weight must be at least 1: 0", Reference.refusal(() -> new ArmWeight("a", 0)));
        assertEquals(
                "weights must add up to less than 2^31: 2147483648",
                Reference.refusal(() -> Allocation.of(new ArmWeight("a", Integer.MAX_VALUE), new ArmWeight("b", 1))));
        assertEquals(
                "experiment must not be blank or have control characters",
                Reference.refusal(() -> EVEN.assign("a\nb", CustomerId.of("1"))));
        assertEquals(
                "experiment must not be blank or have control characters",
                Reference.refusal(() -> EVEN.assign("", CustomerId.of("1"))));
        assertEquals("arm must be one of the plan: c", Reference.refusal(() -> EVEN.share("c")));
        assertEquals(0.2, UNEVEN.share("small"));
    }

    @Test
    void weightsMayAddUpToTheLargestInt() {
        Allocation plan = Allocation.of(new ArmWeight("a", Integer.MAX_VALUE - 1), new ArmWeight("b", 1));
        assertEquals(1.0 / Integer.MAX_VALUE, plan.share("b"), 1e-24);
    }
}
