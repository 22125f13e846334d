package io.loyalty.earning;

import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.loyalty.money.Rounding;
import io.loyalty.visit.TaxBasis;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** Spend, units and visits as one thing: so many points per so much. */
class BaseRuleTest {

    private static final Rounding LINE_UP = new Rounding(RoundingMode.UP, Rounding.Scope.LINE);

    private static BaseRule compiled(EarningRule rule) {
        BaseRule[] bases = EarningPlan.of(rule).compiled().bases;
        assertEquals(1, bases.length);
        return bases[0];
    }

    @Test
    void spendHasACurrencyAndABase() {
        BaseRule step = compiled(EarningRule.earn(3).perFull(yen(200)));
        assertEquals(BaseRule.Kind.SPEND, step.kind);
        assertEquals(3, step.points);
        assertEquals(200, step.per);
        assertEquals(RateForm.STEP, step.form);
        assertEquals(Rounding.DEFAULT, new Rounding(step.mode, step.scope));
        assertEquals(0, step.lineBase);
        assertEquals(Shop.JPY, step.currency);
        BaseRule share = compiled(EarningRule.earn(3).per(yen(200)).rounded(LINE_UP));
        assertEquals(RateForm.PROPORTIONAL, share.form);
        assertEquals(LINE_UP, new Rounding(share.mode, share.scope));
    }

    @Test
    void unitsAndVisitsAreCountedOneByOne() {
        BaseRule unit = compiled(EarningRule.earn(4).perUnit().rounded(LINE_UP));
        assertEquals(BaseRule.Kind.UNIT, unit.kind);
        assertEquals(4, unit.points);
        assertEquals(1, unit.per);
        assertEquals(RateForm.PROPORTIONAL, unit.form);
        assertEquals(LINE_UP, new Rounding(unit.mode, unit.scope));
        assertEquals(-1, unit.lineBase);
        assertNull(unit.currency);
        BaseRule visit = compiled(EarningRule.earn(5).perVisit());
        assertEquals(BaseRule.Kind.VISIT, visit.kind);
        assertEquals(5, visit.points);
        assertEquals(1, visit.per);
        assertEquals(Rounding.Scope.TRANSACTION, visit.scope);
        assertNull(visit.currency);
    }

    @Test
    void rulesOnOneBaseShareIt() {
        EarningBase withTax = EarningBase.DEFAULT.with(TaxBasis.INCLUDED);
        EarningBase gross = withTax.with(PointsPaid.GROSS);
        BaseRule[] bases = EarningPlan.of(
                        Shop.base().named("a"),
                        Shop.base().named("b").basedOn(withTax),
                        EarningRule.earn(1).perVisit().named("c"),
                        Shop.base().named("d"),
                        Shop.base().named("e").basedOn(gross))
                .compiled()
                .bases;
        int[] expected = {0, 1, -1, 0, 2};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], bases[i].lineBase, "rule " + i);
            assertEquals(i, bases[i].rule);
        }
    }
}
