package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a history leaves to the rules. */
class PastTest {

    private static Past past(EarningPlan plan, EarningContext context, Instant at) {
        return new Past(plan.compiled(), context, context.businessDay().epochDayOf(at), at);
    }

    @Test
    void aCapLeavesTheRoomThatIsNotUsedInItsStretch() {
        Cap perDay = Cap.points(30, Cap.Per.BUSINESS_DAY);
        EarningPlan plan = EarningPlan.of(Shop.base().atMost(perDay));
        Shop.Member member = new Shop.Member(plan);
        assertEquals(30, past(plan, member.context, Shop.at(Shop.NOON)).room(perDay, 0));
        member.comes("2026-04-01T09:00", line(1_200));
        assertEquals(18, past(plan, member.context, Shop.at(Shop.NOON)).room(perDay, 0));
        assertEquals(30, past(plan, member.context, Shop.at("2026-04-02T00:00")).room(perDay, 0));
        member.comes("2026-04-01T10:00", line(9_900));
        assertEquals(0, past(plan, member.context, Shop.at("2026-04-01T23:59")).room(perDay, 0));
        String longAgo = "2026-02-01T12:00";
        assertEquals(0, past(plan, member.context, Shop.at(longAgo)).room(perDay, 0), "kept no more");
    }

    @Test
    void aRuleMayCountAsLongAsAllItsLimitsOfTimesLeaveRoom() {
        EarningPlan plan = EarningPlan.of(EarningRule.bonus("b", 1)
                .atMost(Cap.times(2, Cap.Per.LIFETIME))
                .atMost(Cap.times(1, Cap.Per.BUSINESS_DAY)));
        FixedRule rule = plan.compiled().fixed[0];
        Shop.Member member = new Shop.Member(plan);
        assertTrue(past(plan, member.context, Shop.at(Shop.NOON)).mayCount(rule.times));
        member.comes("2026-04-01T09:00", line(1));
        assertFalse(past(plan, member.context, Shop.at(Shop.NOON)).mayCount(rule.times), "once a day");
        assertTrue(past(plan, member.context, Shop.at("2026-04-02T12:00")).mayCount(rule.times));
        member.comes("2026-04-02T09:00", line(1));
        assertFalse(past(plan, member.context, Shop.at("2026-04-03T12:00")).mayCount(rule.times), "twice at all");
    }

    @Test
    void aMilestoneIsDueWhenItsFactsAreThere() {
        EarningPlan plan = EarningPlan.of(EarningRule.earn(9).onEveryVisit(3).named("third"));
        FixedRule rule = plan.compiled().fixed[0];
        Shop.Member member = new Shop.Member(plan);
        for (int visit = 1; visit <= 7; visit++) {
            Past past = past(plan, member.context, Shop.at(Shop.NOON));
            assertEquals((visit - 1) % 3 + 1, past.progress(rule));
            assertEquals(visit % 3 == 0, past.progress(rule) >= Past.needed(rule.fixed.milestone()));
            member.comes("2026-03-0" + visit + "T12:00", line(1));
        }
    }
}
