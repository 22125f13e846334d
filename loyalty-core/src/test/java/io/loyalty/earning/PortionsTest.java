package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.money.Ratio;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a base counts in exact arithmetic, portion by portion. */
class PortionsTest {

    private static final EarningRule BASE = EarningRule.earn(1).per(yen(100)).named("base");
    private static final EarningRule TEA =
            EarningRule.multiply("tea", Ratio.of(3, 2)).onCategory("tea");
    private static final EarningRule GOLD =
            EarningRule.multiply("gold", Ratio.of(2)).forTier("Gold");
    private static final Visit VISIT = visit(line("tea", 1_000), line("cake", 250));

    private static Scoring scoring(EarningPlan plan, EarningContext context) {
        return Scoring.again(plan.award(VISIT, context));
    }

    /** The multipliers of a plan by their names' order, as bits. */
    private static long bits(int... multipliers) {
        long bits = 0;
        for (int m : multipliers) {
            bits |= 1L << m;
        }
        return bits;
    }

    @Test
    void theAmountIsThatOfAllLinesThatCount() {
        Scoring scoring = scoring(EarningPlan.of(BASE, GOLD, TEA), Shop.CONTEXT);
        assertTrue(scoring.counted(scoring.plan.bases[0]));
        Portions portions = scoring.portions();
        assertEquals(1_250, portions.above());
        assertEquals(1, portions.below());
        assertEquals(bits(1), portions.candidates(), "the customer is not gold");
        assertEquals(12, portions.points(RoundingMode.FLOOR));
        portions.include(bits(1));
        assertEquals(17, portions.points(RoundingMode.FLOOR), "1,500 and 250");
        assertEquals(18, portions.points(RoundingMode.HALF_UP));
        portions.restart();
        assertEquals(12, portions.points(RoundingMode.FLOOR));
    }

    @Test
    void ofThoseThatChooseTheBestHasASay() {
        EarningPlan plan = EarningPlan.of(BASE, GOLD, TEA).with(Stacking.BEST_OF);
        Scoring scoring = scoring(plan, Shop.CONTEXT.withTier("Gold"));
        assertTrue(scoring.counted(scoring.plan.bases[0]));
        assertEquals(bits(0, 1), scoring.portions().candidates());
        assertEquals(bits(0), scoring.portions().winners(), "gold is better for tea, too");
    }

    @Test
    void sharesAreWeighedOverTheirSum() {
        EarningPlan plan = EarningPlan.of(BASE, GOLD);
        List<TierPortion> portionsOfVisit = List.of(new TierPortion("Silver", 500), new TierPortion("Gold", 750));
        Scoring scoring = Scoring.again(plan.award(VISIT, Shop.CONTEXT, portionsOfVisit));
        assertTrue(scoring.counted(scoring.plan.bases[0]));
        Portions portions = scoring.portions();
        assertEquals(5, portions.below(), "two fifths and three");
        assertEquals(1_250 * 5, portions.above());
        portions.include(bits(0));
        assertEquals(20, portions.points(RoundingMode.FLOOR), "500 once and 750 twice");
    }

    @Test
    void aBaseWhoseLinesAreNotThereCountsNothing() {
        Scoring scoring = scoring(EarningPlan.of(BASE.onCategory("milk"), TEA), Shop.CONTEXT);
        assertFalse(scoring.counted(scoring.plan.bases[0]));
    }
}
