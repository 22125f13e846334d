package io.loyalty.program;

import static io.loyalty.program.FrontDesk.BASE;
import static io.loyalty.program.FrontDesk.PROGRAM;
import static io.loyalty.program.FrontDesk.TOKYO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.earning.Condition;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Activation;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.reward.Catalogue;
import io.loyalty.reward.Price;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.reward.Reward;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Contradictions are found however deep they stand. */
class ContradictionsTest {

    private static final Condition GOLD = Condition.tier("Gold");
    private static final Condition TEA = Condition.category("tea");
    private static final String NO_GOLD = " must name tiers of the ladder [Bronze, Silver]: 'Gold'";

    private static Program program() {
        return Program.in(ZoneId.of("Asia/Tokyo"), Currency.getInstance("JPY"))
                .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(10_000)));
    }

    private static void refused(String message, Executable configuration) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, configuration).getMessage());
    }

    @Test
    void conditionsAreReadInAllTheirParts() {
        EarningRule rule = EarningRule.bonus("b", 1);
        for (Condition condition : new Condition[] {
            GOLD,
            Condition.tier("Silver", "Gold"),
            TEA.and(GOLD),
            TEA.or(GOLD),
            Condition.not(GOLD),
            TEA.or(Condition.not(TEA.and(GOLD)))
        }) {
            refused("rule 'b'" + NO_GOLD, () -> program().earning(rule.when(condition)));
        }
        refused(
                "rule 'b' must be in JPY: USD",
                () -> program().earning(rule.unless(TEA.and(Condition.minimumSpend(Money.parse("USD 1.00"))))));
        EarningRule silver = rule.when(TEA.or(Condition.not(Condition.tier("Silver"))));
        assertEquals(EarningPlan.of(silver), program().earning(silver).earning());
    }

    @Test
    void everyPlanIsReadNotOnlyTheFirst() {
        refused(
                "rule 'b'" + NO_GOLD,
                () -> program()
                        .earning(EarningRule.bonus("a", 1))
                        .earningFrom(
                                LocalDate.of(2026, 5, 1),
                                EarningPlan.of(
                                        EarningRule.bonus("a", 1),
                                        EarningRule.bonus("b", 1).when(GOLD))));
    }

    @Test
    void lifeMayDependOnTheTierThatThereIs() {
        Term days = Term.of(Period.ofDays(10));
        EarningRule rule = EarningRule.bonus("b", 1).valid(Term.of(Period.ofYears(1)));
        refused("rule 'b'" + NO_GOLD, () -> program().earning(rule.validInTier("Gold", days)));
        EarningRule late = rule.usable(Activation.after(Period.ofDays(30)));
        refused(
                "rule 'b' must not let points expire before they become usable: AFTER P30D and P10D",
                () -> program().earning(late.validInTier("Silver", days)));
        assertEquals(EarningPlan.of(late), program().earning(late).earning());
    }

    @Test
    void pointsMayBecomeUsableOnTheirLastDayButNotAfterIt() {
        EarningRule rule = EarningRule.bonus("b", 1).usable(Activation.on(LocalDate.of(2026, 12, 24)));
        EarningRule lastDay = rule.valid(Term.until(LocalDate.of(2026, 12, 24)));
        assertEquals(EarningPlan.of(lastDay), program().earning(lastDay).earning());
        refused(
                "rule 'b' must not let points expire before they become usable: ON 2026-12-24 and UNTIL 2026-12-23",
                () -> program().earning(rule.valid(Term.until(LocalDate.of(2026, 12, 23)))));
        EarningRule after = EarningRule.bonus("b", 1).usable(Activation.after(Period.ofDays(3)));
        EarningRule aDay = after.valid(Term.of(Period.ofDays(3)));
        assertEquals(EarningPlan.of(aDay), program().earning(aDay).earning());
        refused(
                "rule 'b' must not let points expire before they become usable: AFTER P3D and P2D",
                () -> program().earning(after.valid(Term.of(Period.ofDays(2)))));
    }

    @Test
    void rewardsHavePricesInTheCurrencyForTiersThatThereAre() {
        Price dollars = Price.points(5).and(Money.parse("USD 1.00"));
        Reward mug = Reward.of("mug", Price.points(5));
        refused(
                "reward 'mug'" + NO_GOLD,
                () -> program().rewards(Catalogue.of(mug.pricedFor("Gold", Price.points(4)))));
        refused(
                "reward 'mug' must be in JPY: USD",
                () -> program().rewards(Catalogue.of(mug.pricedFor("Silver", dollars))));
        refused("reward 'mug' must be in JPY: USD", () -> program().rewards(Catalogue.of(mug.or(dollars))));
        Catalogue catalogue = Catalogue.of(mug.pricedFor("Silver", Price.points(4)));
        assertEquals(catalogue, program().rewards(catalogue).rewards());
    }

    private static String refusedBy(Runnable configuration) {
        return assertThrows(IllegalArgumentException.class, configuration::run).getMessage();
    }

    @Test
    void theyAreRefusedByName() {
        assertEquals(
                "rule 'late' must not let points expire before they become usable: AFTER P30D and P10D",
                refusedBy(() -> PROGRAM.earning(EarningRule.earn(1)
                        .perVisit()
                        .named("late")
                        .usable(Activation.after(Period.ofDays(30)))
                        .valid(Term.of(Period.ofDays(10))))));
        assertEquals(
                "rule 'late' must not let points expire before they become usable: ON 2026-12-24 and UNTIL 2026-11-30",
                refusedBy(() -> PROGRAM.earning(EarningRule.earn(1)
                        .perVisit()
                        .named("late")
                        .usable(Activation.on(LocalDate.of(2026, 12, 24)))
                        .valid(Term.until(LocalDate.of(2026, 11, 30))))));
        EarningRule monthEnd = EarningRule.earn(1)
                .perVisit()
                .named("month end")
                .usable(Activation.after(Period.ofDays(14)))
                .valid(Term.endOfMonth(Period.ZERO));
        assertEquals(
                "rule 'month end' must not let points expire before they become usable: AFTER P14D and "
                        + Term.endOfMonth(Period.ZERO),
                refusedBy(() -> PROGRAM.earning(monthEnd)));
        assertEquals(
                PROGRAM.ledger(LedgerPolicy.in(TOKYO).with(LedgerPolicy.ExpiryClock.FROM_ACTIVATION))
                        .earning(monthEnd)
                        .earning()
                        .rules(),
                List.of(monthEnd));
        assertEquals(
                "rule 'gold' must name tiers of the ladder [Bronze, Silver]: 'Gold'",
                refusedBy(() -> PROGRAM.earning(
                        EarningRule.multiply("gold", Ratio.of(2)).forTier("Gold"))));
        assertEquals(
                "rule 'silver' must name tiers of the ladder [Bronze]: 'Silver'",
                refusedBy(() -> PROGRAM.earning(
                                EarningRule.multiply("silver", Ratio.of(2)).forTier("Silver"))
                        .tiers(TierRules.ladder("Bronze"))));
        assertEquals(
                "rule 'dear' must be in JPY: USD",
                refusedBy(() -> PROGRAM.earning(
                        EarningRule.earn(1).perVisit().named("dear").from(Money.parse("USD 5.00")))));
        assertEquals("rules must have ids of their own: 'base'", refusedBy(() -> PROGRAM.earning(BASE, BASE)));
        assertEquals(
                "reward 'mug' must be in JPY: USD",
                refusedBy(() -> PROGRAM.rewards(
                        Catalogue.of(Reward.of("mug", Price.points(5).and(Money.parse("USD 1.00")))))));
        assertEquals(
                "reward 'mug' must name tiers of the ladder [Bronze, Silver]: 'Gold'",
                refusedBy(() -> PROGRAM.rewards(
                        Catalogue.of(Reward.of("mug", Price.points(5)).forTier("Gold")))));
        assertEquals(
                "payment must be in JPY: USD",
                refusedBy(() -> PROGRAM.payment(RedemptionPolicy.of(1, Money.parse("USD 0.01")))));
        assertEquals(
                "guest window must not be negative: P-1D",
                refusedBy(() -> PROGRAM.guestPurchasesWithin(Period.ofDays(-1))));
        assertTrue(refusedBy(() -> TierRules.ladder("Bronze")
                        .with("Silver", Criterion.spendNet(100))
                        .with("Gold", Criterion.spendNet(99)))
                .contains("Gold"));
    }
}
