package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.loyalty.money.Ratio;
import io.loyalty.points.PointType;
import io.loyalty.time.Term;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Tender;
import io.loyalty.visit.Visit;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An award in parts, and as a value. */
class AwardTest {

    /** Two bases and a multiplier whose id, and so its rule, comes before them. */
    private static final EarningPlan TWO_BASES = EarningPlan.of(
            EarningRule.multiply("double", Ratio.of(2)),
            Shop.base().named("spend"),
            EarningRule.earn(5).perVisit().named("visit"));

    private static String parts(Award award) {
        StringBuilder text = new StringBuilder();
        for (AwardPart part : award.parts()) {
            text.append(text.isEmpty() ? "" : ", ").append(part.ruleId() + " " + part.points());
        }
        return text.toString();
    }

    @Test
    void aMultiplierOfTwoBasesHasOnePart() {
        Award award = TWO_BASES.award(visit(line(1_000)), Shop.CONTEXT);
        assertEquals("double 15, spend 10, visit 5", parts(award));
        assertEquals(30, award.total());
    }

    @Test
    void aMultiplierOfTwoLivesHasTwoParts() {
        Term year = Term.of(Period.ofYears(1));
        EarningPlan plan = EarningPlan.of(
                EarningRule.multiply("double", Ratio.of(2)),
                Shop.base().named("spend").valid(year),
                EarningRule.earn(5).perVisit().named("visit").giving(PointType.PROMOTIONAL));
        Award award = plan.award(visit(line(1_000)), Shop.CONTEXT);
        assertEquals(30, award.parts().stream().mapToLong(AwardPart::points).sum());
        assertEquals(
                30, award.grants().stream().mapToLong(grant -> grant.points()).sum());
        for (AwardPart part : award.parts()) {
            assertEquals(award.sourceOf(part).isEmpty(), false);
        }
    }

    /** Of several verdicts on one rule the best is told. */
    @Test
    void theBestReasonOfARuleIsTold() {
        for (long limit : new long[] {25, 28}) {
            Explanation explanation = TWO_BASES
                    .atMost(Cap.points(limit, Cap.Per.VISIT))
                    .award(visit(line(1_000)), Shop.CONTEXT)
                    .explanation();
            assertEquals(
                    limit,
                    explanation.verdicts().stream()
                            .mapToLong(Explanation.Verdict::points)
                            .sum());
            assertEquals(Reason.APPLIED, explanation.verdict("double").reason(), "limit " + limit);
        }
    }

    @Test
    void onlyLimitsThatCutAreTold() {
        EarningPlan plan = EarningPlan.of(
                        Shop.base().atMost(Cap.points(7, Cap.Per.VISIT)),
                        EarningRule.bonus("bonus", 3).atMost(Cap.points(50, Cap.Per.VISIT)))
                .atMost(Cap.points(1_000, Cap.Per.BUSINESS_DAY));
        Explanation explanation = plan.award(visit(line(1_000)), Shop.CONTEXT).explanation();
        assertEquals(List.of(new Explanation.Cut("base", Cap.points(7, Cap.Per.VISIT), 3)), explanation.cuts());
        Explanation overall = plan.atMost(Cap.points(9, Cap.Per.BUSINESS_DAY))
                .award(visit(line(1_000)), Shop.CONTEXT)
                .explanation();
        assertEquals("", overall.cuts().get(overall.cuts().size() - 1).ruleId());
    }

    /** Bases that differ in one way each: what each rule gives does not depend on its neighbours. */
    @Test
    void basesDoNotDisturbEachOther() {
        EarningBase[] bases = {
            EarningBase.DEFAULT,
            EarningBase.DEFAULT.with(PointsPaid.GROSS),
            EarningBase.DEFAULT.with(TaxBasis.INCLUDED),
            EarningBase.DEFAULT.with(TaxBasis.INCLUDED).with(PointsPaid.GROSS),
            EarningBase.DEFAULT.with(TaxBasis.INCLUDED).excluding(),
            EarningBase.DEFAULT.excluding().with(PointsPaid.GROSS)
        };
        Line taxed = line(1_100).withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED);
        Line shipping = line(500).withKind(LineKind.SHIPPING);
        Visit visit = visit(taxed, shipping).withTender(Tender.points(300, Shop.yen(300)));
        EarningRule[] rules = new EarningRule[bases.length];
        for (int i = 0; i < bases.length; i++) {
            rules[i] = EarningRule.earn(1).perFull(Shop.yen(1)).named("r" + i).basedOn(bases[i]);
        }
        Explanation together = EarningPlan.of(rules).award(visit, Shop.CONTEXT).explanation();
        long[] expected = new long[bases.length];
        for (int i = 0; i < bases.length; i++) {
            expected[i] = EarningPlan.of(rules[i]).award(visit, Shop.CONTEXT).total();
            assertEquals(expected[i], together.verdict("r" + i).points(), "rule " + i);
        }
        assertEquals(1_000, expected[1]);
        assertEquals(1_100, expected[3]);
        assertEquals(1_500, expected[5]);
    }

    @Test
    void awardsAreEqualIfAllOfThemIs() {
        Award award = TWO_BASES.award(visit(line(1_000)), Shop.CONTEXT);
        Award same = TWO_BASES.award(visit(line(1_000)), Shop.CONTEXT);
        assertEquals(same, award);
        assertEquals(same.hashCode(), award.hashCode());
        assertNotEquals(TWO_BASES.award(visit(line(1_001)), Shop.CONTEXT), award);
        assertNotEquals(TWO_BASES.award(visit(line(1_100)), Shop.CONTEXT).hashCode(), award.hashCode());
        assertNotEquals(TWO_BASES.award(visit(line(1_000)), Shop.CONTEXT.withTier("Gold")), award);
        assertNotEquals(TWO_BASES.with(Stacking.ADD).award(visit(line(1_000)), Shop.CONTEXT), award);
        assertNotEquals(award, new Object());
    }
}
