package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.money.Ratio;
import io.loyalty.testing.EarningArbitraries;
import io.loyalty.testing.VisitArbitraries;
import io.loyalty.visit.Visit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The short ways of scoring give what the long ones give: rules that never apply make a plan take these. */
class ScoringProperties {

    /** More than there are bits in a word. */
    private static final int MANY = 70;

    @Provide
    Arbitrary<Visit> visits() {
        return VisitArbitraries.visits(Shop.ID, Shop.JPY);
    }

    @Provide
    Arbitrary<EarningPlan> plans() {
        return Combinators.combine(EarningArbitraries.visitRules(Shop.JPY), Arbitraries.of(Stacking.class))
                .as((rules, stacking) -> EarningPlan.of(rules).with(stacking));
    }

    private static EarningPlan with(EarningPlan plan, List<EarningRule> more) {
        List<EarningRule> rules = new ArrayList<>(plan.rules());
        rules.addAll(more);
        return EarningPlan.of(rules).with(plan.stacking());
    }

    @Property(tries = 400, seed = "1")
    void linesCountAloneAsInClasses(@ForAll("plans") EarningPlan plan, @ForAll("visits") Visit visit) {
        List<EarningRule> never = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            never.add(EarningRule.bonus("never " + i, 1).when(Condition.sku("never sold " + i)));
        }
        EarningPlan many = with(plan, never);
        assertFalse(many.compiled().lineClasses.areFew());
        assertEquals(
                plan.award(visit, Shop.CONTEXT).parts(),
                many.award(visit, Shop.CONTEXT).parts());
    }

    @Property(tries = 400, seed = "2")
    void largeFactorsThatDoNotApplyChangeNothing(@ForAll("plans") EarningPlan plan, @ForAll("visits") Visit visit) {
        EarningPlan wide = with(
                plan, List.of(EarningRule.multiply("never", Ratio.of(1L << 40)).forTier("none")));
        assertTrue(wide.compiled().widest > SmallBase.SMALL);
        assertEquals(
                plan.award(visit, Shop.CONTEXT).parts(),
                wide.award(visit, Shop.CONTEXT).parts());
    }
}
