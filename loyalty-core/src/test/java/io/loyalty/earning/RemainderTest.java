package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.loyalty.visit.Tender;
import io.loyalty.visit.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an award knows of what came back, and that one of which nothing did knows nothing. */
class RemainderTest {

    private static final EarningPlan PLAN = EarningPlan.of(Shop.base());
    private static final Visit VISIT =
            visit(line("tea", 1_000), line("cake", 500)).withTender(Tender.points(300, yen(300)));

    @Test
    void anAwardOfWhichNothingCameBackAsksTheVisit() {
        Award award = PLAN.award(VISIT, Shop.CONTEXT);
        assertNull(award.left());
        assertEquals(300, award.paidWithPoints());
        assertEquals(12, award.total());
        assertSame(award, award.remainingAfter(List.of()));
    }

    @Test
    void whatCameBackMakesAnotherAward() {
        Award award = PLAN.award(VISIT, Shop.CONTEXT);
        Award less = award.remainingAfter(List.of(Shop.back(VISIT, "b-1", 0, 750)));
        assertArrayEquals(new long[] {250, 500}, less.left());
        assertEquals(150, less.paidWithPoints(), "half of all came back, and with it half of what points paid");
        assertEquals(6, less.total());
        assertNotEquals(award, less);
        Award again = award.remainingAfter(List.of(Shop.back(VISIT, "b-2", 0, 750)));
        assertEquals(less, again);
        assertEquals(less.hashCode(), again.hashCode());
    }

    @Test
    void remaindersDifferInWhateverTheySay() {
        Entries whole = new Entries();
        whole.add(0, Reason.APPLIED, 12);
        Remainder one = new Remainder(new long[] {1, 2}, 3, whole, null);
        Remainder like = new Remainder(new long[] {1, 2}, 3, whole, null);
        assertEquals(one, like);
        assertEquals(one.hashCode(), like.hashCode());
        assertNotEquals(one, new Remainder(new long[] {1, 1}, 3, whole, null));
        assertNotEquals(one, new Remainder(new long[] {1, 2}, 4, whole, null));
        assertNotEquals(one, new Remainder(new long[] {1, 2}, 3, new Entries(), null));
        assertNotEquals(one, new Remainder(new long[] {1, 2}, 3, whole, List.of()));
    }
}
