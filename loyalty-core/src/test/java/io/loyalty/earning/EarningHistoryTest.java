package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Referral;
import io.loyalty.money.Ratio;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Review;
import io.loyalty.visit.ReviewOrigin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarningHistoryTest {

    private static final EarningPlan PLAN = EarningPlan.of(
                    Shop.base().atMost(Cap.points(50, Cap.Per.BUSINESS_DAY)),
                    EarningRule.earn(100).onEveryVisit(3).named("third"),
                    EarningRule.earn(9).forWeeksInARow(2).named("weeks"),
                    EarningRule.earn(9).forVisitsWithin(3, Period.ofDays(7)).named("often"),
                    EarningRule.earn(30).onReview().named("review"),
                    EarningRule.multiply("double", Ratio.of(2)).atMost(Cap.times(1, Cap.Per.MONTH)))
            .atMost(Cap.points(500, Cap.Per.LIFETIME));

    @SuppressWarnings("unchecked")
    private static <T extends Serializable> T copy(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    private static Shop.Member busy() {
        Shop.Member member = new Shop.Member(PLAN);
        for (int i = 1; i < 9; i++) {
            member.comes("2026-04-0" + i + "T12:00", line(700L * i));
        }
        member.does(
                new Review(ActivityId.of("v"), Shop.ID, Shop.at("2026-04-09T12:00"), "p1", 5, ReviewOrigin.UNVERIFIED));
        return member;
    }

    @Test
    void historiesPlansAndAwardsOutliveSerialization() throws Exception {
        Shop.Member member = busy();
        EarningHistory history = member.context.history();
        EarningHistory read = copy(history);
        assertEquals(history, read);
        assertEquals(history.hashCode(), read.hashCode());
        assertEquals(PLAN, copy(PLAN));
        assertEquals(member.context, copy(member.context));
        Award award = member.comes("2026-04-10T12:00", line(5_000));
        Award readAward = copy(award);
        assertEquals(award, readAward);
        assertEquals(award.hashCode(), readAward.hashCode());
        assertEquals(award.toString(), readAward.toString());
        assertEquals(award, copy(PLAN).award(award.activity(), member.context.with(read)));
        assertEquals(history.after(award), read.after(readAward));
        assertEquals(award.explanation(), copy(award.explanation()));
        assertSame(
                EarningHistory.empty().getClass(), copy(EarningHistory.empty()).getClass());
        assertEquals(EarningHistory.empty(), copy(EarningHistory.empty()));
    }

    @Test
    void whatWasCountedOutlivesAChangeOfThePlan() {
        Shop.Member member = new Shop.Member(
                EarningPlan.of(EarningRule.earn(100).onEveryVisit(3).named("third")));
        member.comes("2026-04-01T12:00");
        member.comes("2026-04-02T12:00");
        EarningPlan without = EarningPlan.of(Shop.base());
        Shop.Member between = new Shop.Member(without, member.context);
        between.comes("2026-04-03T12:00");
        assertEquals(2, between.context.history().counted("third"));
        EarningPlan more = EarningPlan.of(
                EarningRule.earn(50).onEveryVisit(2).named("second"),
                EarningRule.earn(100).onEveryVisit(3).named("third"));
        Shop.Member again = new Shop.Member(more, between.context);
        assertEquals(100, again.comes("2026-04-04T12:00").total());
        assertEquals(50, again.comes("2026-04-05T12:00").total());
        assertEquals(0, again.context.history().counted("unknown"));
    }

    @Test
    void equalPlansShareAHistory() {
        EarningHistory history = busy().context.history();
        EarningPlan same = EarningPlan.of(PLAN.rules()).atMost(Cap.points(500, Cap.Per.LIFETIME));
        assertEquals(
                PLAN.award(Shop.visitAt("2026-04-10T12:00", line(900)), Shop.CONTEXT.with(history)),
                same.award(Shop.visitAt("2026-04-10T12:00", line(900)), Shop.CONTEXT.with(history)));
    }

    @Test
    void withoutUndoesAfter() {
        Shop.Member member = busy();
        EarningHistory before = member.context.history();
        Award award = member.comes("2026-04-08T18:00", line(900));
        assertNotEquals(before, member.context.history());
        assertEquals(before, member.context.history().without(award));
    }

    @Test
    void aHistoryOfThousandsOfVisitsIsSmall() throws Exception {
        Shop.Member member = new Shop.Member(PLAN);
        LocalDate day = LocalDate.of(2016, 1, 1);
        int[] sizes = new int[2];
        for (int i = 0; i < 2_000; i++) {
            member.comes(day.plusDays(i) + "T12:00", line(700));
            if (i == 99 || i == 1_999) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                    out.writeObject(member.context.history());
                }
                sizes[i / 1_000] = bytes.size();
            }
        }
        assertEquals(2_000, member.context.history().visits());
        assertTrue(sizes[1] < sizes[0] * 1.2, sizes[0] + " bytes after 100, " + sizes[1] + " after 2,000 visits");
    }

    @Test
    void countsOfVisitsNeverFallBelowNothing() {
        Award award = PLAN.award(Shop.spending(100), Shop.CONTEXT);
        EarningHistory none = EarningHistory.empty().without(award);
        assertEquals(0, none.visits());
        assertEquals(0, none.purchases());
        assertEquals("EarningHistory[0 visits, 0 purchases]", none.toString());
    }

    @Test
    void theReferralIsRemembered() throws Exception {
        Referral referral = new Referral(CustomerId.of("c-0"), Shop.ID, Shop.at(Shop.NOON));
        EarningHistory history = EarningHistory.empty().referredBy(referral);
        assertEquals(referral, copy(history).referral().orElseThrow());
        assertNotEquals(EarningHistory.empty(), history);
        assertTrue(EarningHistory.empty().referral().isEmpty());
    }

    @Test
    void talliesDropOldBucketsButNotTheLatest() {
        long[] tally = Tally.EMPTY;
        for (long bucket = 0; bucket < 10; bucket++) {
            tally = Tally.add(tally, bucket, bucket + 1, 4, 100);
        }
        assertEquals(
                List.of(7L, 8L, 9L, 10L),
                List.of(Tally.get(tally, 6), Tally.get(tally, 7), Tally.get(tally, 8), Tally.get(tally, 9)));
        assertTrue(Tally.isClosed(tally, 5, 4));
        assertSame(tally, Tally.add(tally, 5, 1, 4, 100), "closed buckets take nothing");
        assertSame(tally, Tally.add(tally, 11, -1, 4, 100), "nor do buckets that are not there lose anything");
        long[] less = Tally.add(tally, 9, -10, 4, 100);
        assertEquals(0, Tally.get(less, 9));
        assertTrue(Tally.isClosed(less, 5, 4), "the latest stays, though empty");
        assertEquals(25, Tally.total(Tally.add(tally, 8, -10, 4, 100)), "a number never falls below 0");
        long[] few = Tally.add(Tally.add(Tally.add(Tally.EMPTY, 1, 1, 100, 2), 2, 1, 100, 2), 3, 1, 100, 2);
        assertEquals(2, Tally.total(few), "at most two buckets");
        assertEquals(24, Tally.total(Tally.add(Tally.add(tally, 8, -9, 4, 100), 7, -1, 4, 100)));
    }
}
