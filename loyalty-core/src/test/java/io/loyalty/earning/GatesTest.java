package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.customer.Customer;
import io.loyalty.money.Ratio;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Review;
import io.loyalty.visit.ReviewOrigin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of many rules hold, each with a condition of its own: what {@link Gates} look up. */
class GatesTest {

    private static final int ANSWERS = 12;

    /** Of twelve segments all that a number has as bits; half of the rules ask for one, half for its absence. */
    @Test
    void eachWayInWhichAnswersComeOutIsToldFromTheOthers() {
        List<EarningRule> rules = new ArrayList<>();
        for (int i = 0; i < ANSWERS; i++) {
            rules.add(EarningRule.bonus("in " + i, 1L << i).when(Condition.segment("s" + i)));
            rules.add(EarningRule.bonus("out of " + i, 1L << i + ANSWERS).unless(Condition.segment("s" + i)));
        }
        EarningPlan plan = EarningPlan.of(rules);
        for (int in = 0; in < 1 << ANSWERS; in++) {
            Customer customer = Customer.of(Shop.ID);
            for (int i = 0; i < ANSWERS; i++) {
                customer = (in >>> i & 1) == 0 ? customer : customer.withSegment("s" + i);
            }
            long out = (1 << ANSWERS) - 1 - in;
            assertEquals(
                    in + (out << ANSWERS),
                    plan.award(visit(line(1)), EarningContext.of(customer, Shop.MIDNIGHT))
                            .total());
        }
    }

    @Test
    void oneLineOfAClassBringsItsRulesIn() {
        List<EarningRule> rules = new ArrayList<>();
        for (int i = 0; i < ANSWERS; i++) {
            rules.add(EarningRule.bonus("category " + i, 1L << i).onCategory("c" + i));
        }
        EarningPlan plan = EarningPlan.of(rules);
        for (int bought = 0; bought < 1 << ANSWERS; bought++) {
            List<Line> lines = new ArrayList<>(List.of(line("other", 1)));
            for (int i = 0; i < ANSWERS; i++) {
                if ((bought >>> i & 1) != 0) {
                    lines.add(line("c" + i, 1));
                }
            }
            assertEquals(
                    bought,
                    plan.award(visit(lines.toArray(new Line[0])), Shop.CONTEXT).total());
        }
    }

    /** A table holds 64 rules, multipliers first: wherever the others begin in it, each is found at its place. */
    @Test
    void rulesBehindManyMultipliersAreTheirOwn() {
        for (int multipliers : new int[] {0, 1, 57, 60, 61, 62, 63, Compiled.MAX_MULTIPLIERS}) {
            List<EarningRule> rules = new ArrayList<>();
            rules.add(EarningRule.earn(10).perVisit().named("base"));
            for (int m = 0; m < multipliers; m++) {
                String tier = m == multipliers - 1 ? "Gold" : "none";
                rules.add(EarningRule.multiply("m" + (100 + m), Ratio.of(2)).forTier(tier));
            }
            for (int b = 0; b < 6; b++) {
                String tier = b % 2 == 0 ? "Gold" : "none";
                rules.add(EarningRule.bonus("b" + b, 100L << b).when(Condition.tier(tier)));
            }
            rules.add(EarningRule.earn(10_000).onEveryVisit(1).named("each"));
            Award award = EarningPlan.of(rules).award(visit(line(1)), Shop.CONTEXT.withTier("Gold"));
            long base = multipliers == 0 ? 10 : 20;
            assertEquals(base + 100 + 400 + 1_600 + 10_000, award.total(), multipliers + " multipliers");
        }
    }

    /** A review has no lines, and nothing that a multiplier could multiply: none is asked, not even one of the tier alone. */
    @Test
    void factsWithoutLinesAskNoMultiplier() {
        List<EarningRule> rules = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            rules.add(EarningRule.bonus("never " + i, 1).when(Condition.sku("s" + i)));
        }
        rules.add(EarningRule.multiply("tea, or all for gold", Ratio.of(2))
                .when(Condition.category("tea").or(Condition.tier("Gold"))));
        rules.add(EarningRule.multiply("gold", Ratio.of(3)).forTier("Gold"));
        rules.add(EarningRule.earn(7).onReview().named("review"));
        EarningPlan plan = EarningPlan.of(rules);
        Review review =
                new Review(ActivityId.of("r"), Shop.ID, Shop.at("2026-04-09T12:00"), "p1", 5, ReviewOrigin.UNVERIFIED);
        for (String tier : List.of("", "Gold")) {
            assertEquals(7, plan.award(review, Shop.CONTEXT.withTier(tier)).total(), tier);
        }
    }
}
