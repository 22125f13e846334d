package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.customer.Customer;
import io.loyalty.visit.Line;
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
}
