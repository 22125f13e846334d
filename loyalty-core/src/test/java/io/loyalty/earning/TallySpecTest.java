package io.loyalty.earning;

import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.earning.TallySpec.Kind;
import io.loyalty.money.Ratio;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TallySpecTest {

    private static final Set<Kind> ALL = Set.of(Kind.PAYMENT, Kind.COUNT, Kind.REACHED, Kind.REFERRED, Kind.SETTLED);

    /** What counts, by what a rule says of a fact. */
    private static Set<Kind> counting(Reason reason) {
        return switch (reason) {
            case APPLIED, TRIMMED -> ALL;
            case CAP_REACHED -> Set.of(Kind.COUNT, Kind.REACHED, Kind.REFERRED, Kind.SETTLED);
            case COUNTED -> Set.of(Kind.COUNT, Kind.REFERRED);
            case QUALIFIED -> Set.of(Kind.REFERRED, Kind.SETTLED);
            default -> Set.of();
        };
    }

    @ParameterizedTest
    @EnumSource
    void eachKindCountsSomeReasons(Reason reason) {
        Compiled plan = EarningPlan.of(Shop.base()).compiled();
        Entries entries = new Entries();
        entries.add(plan.onlySlotOf(0), reason, 1);
        for (Kind kind : Kind.values()) {
            assertEquals(counting(reason).contains(kind), kind.isSaid(entries, plan, 0), kind + " of " + reason);
        }
    }

    @Test
    void anyPointsOfARuleOfSeveralBasesCount() {
        EarningRule second = EarningRule.earn(1).perFull(yen(70)).named("second");
        Compiled plan = EarningPlan.of(Shop.base(), second, EarningRule.multiply("twice", Ratio.of(2)))
                .compiled();
        assertTrue(plan.onlySlotOf(2) < 0, "one slot for each base");
        List<Integer> slots = IntStream.range(0, plan.slots())
                .filter(slot -> plan.ruleOf(slot) == 2)
                .boxed()
                .toList();
        assertEquals(2, slots.size());
        for (int slot : slots) {
            Entries entries = new Entries();
            entries.add(plan.onlySlotOf(0), Reason.CAP_REACHED, 0);
            entries.add(slot, Reason.TRIMMED, 3);
            assertTrue(Kind.PAYMENT.isSaid(entries, plan, 2));
            assertFalse(Kind.PAYMENT.isSaid(entries, plan, 0));
            assertTrue(Kind.REACHED.isSaid(entries, plan, 0));
            assertFalse(Kind.REACHED.isSaid(entries, plan, 1), "it said nothing");
        }
    }

    @Test
    void milestonesUseWhatLeadsToThemAndAllOthersWhatTheyPay() {
        assertEquals(Kind.COUNT, Kind.ofUse(EarningRule.earn(50).onEveryVisit(3)));
        assertEquals(Kind.PAYMENT, Kind.ofUse(EarningRule.bonus("welcome", 5)));
        assertEquals(Kind.PAYMENT, Kind.ofUse(Shop.base()));
        assertEquals(Kind.PAYMENT, Kind.ofUse(EarningRule.multiply("twice", Ratio.of(2))));
    }
}
