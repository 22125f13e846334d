package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.Customer;
import io.loyalty.customer.Occasion;
import io.loyalty.earning.Trigger.OnOccasion.By;
import io.loyalty.time.LeapDay;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.OccasionReached;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OccasionTest {

    private static final EarningRule BIRTHDAY =
            EarningRule.earn(500).onOccasion(Occasion.BIRTHDAY).named("birthday");

    private static EarningContext born(MonthDay day) {
        return EarningContext.of(Shop.CUSTOMER.withOccasion(Occasion.birthday(day)), Shop.MIDNIGHT);
    }

    private static OccasionReached reached(String kind, String day) {
        return new OccasionReached(
                ActivityId.of("o-" + kind + day), Shop.ID, Shop.at(day + "T08:00"), kind, LocalDate.parse(day));
    }

    private static Award report(Shop.Member member, String day) {
        return member.does(reached(Occasion.BIRTHDAY, day));
    }

    private static Reason reason(Award award) {
        return award.explanation().verdict("birthday").reason();
    }

    private static void nowBorn(Shop.Member member, MonthDay day) {
        Customer customer = Shop.CUSTOMER.withOccasion(Occasion.birthday(day));
        EarningContext old = member.context;
        member.context = new EarningContext(customer, old.tier(), old.businessDay(), old.storeZones(), old.history());
    }

    @Test
    void theDateOnFileDecides() {
        Shop.Member member = new Shop.Member(EarningPlan.of(BIRTHDAY), born(MonthDay.of(6, 15)));
        assertEquals(Reason.NOT_THE_OCCASION, reason(report(member, "2026-06-14")));
        assertEquals(500, report(member, "2026-06-15").total());
        assertEquals(Reason.OCCASION_PAID, reason(report(member, "2026-06-15")));
        assertEquals(500, report(member, "2027-06-15").total());
        assertEquals(
                Reason.NOT_THE_OCCASION,
                reason(new Shop.Member(EarningPlan.of(BIRTHDAY)).does(reached(Occasion.BIRTHDAY, "2026-06-15"))));
        assertEquals(Reason.OTHER_ACTIVITY, reason(member.does(reached(Occasion.WEDDING_DAY, "2026-06-15"))));
        assertEquals(Reason.OTHER_ACTIVITY, reason(member.comes("2026-06-15T12:00", line(1))));
    }

    @Test
    void anEditedDateIsNotPaidTwiceInAYear() {
        Shop.Member member = new Shop.Member(EarningPlan.of(BIRTHDAY.withMinGapDays(0)), born(MonthDay.of(1, 10)));
        assertEquals(500, report(member, "2026-01-10").total());
        nowBorn(member, MonthDay.of(12, 20));
        assertEquals(Reason.OCCASION_PAID, reason(report(member, "2026-12-20")));
        nowBorn(member, MonthDay.of(1, 5));
        assertEquals(500, report(member, "2027-01-05").total(), "another year, and no gap is asked for");
    }

    @Test
    void anEditedDateIsNotPaidTwiceWithinTheGap() {
        Shop.Member member = new Shop.Member(EarningPlan.of(BIRTHDAY), born(MonthDay.of(12, 20)));
        assertEquals(500, report(member, "2026-12-20").total());
        nowBorn(member, MonthDay.of(1, 5));
        assertEquals(Reason.OCCASION_PAID, reason(report(member, "2027-01-05")));
        nowBorn(member, MonthDay.of(6, 17));
        assertEquals(Reason.OCCASION_PAID, reason(report(member, "2027-06-17")), "179 days");
        nowBorn(member, MonthDay.of(6, 18));
        assertEquals(500, report(member, "2027-06-18").total(), "180 days");
    }

    private static List<String> paidOn(LeapDay leapDay) {
        Shop.Member member = new Shop.Member(EarningPlan.of(BIRTHDAY.with(leapDay)), born(MonthDay.of(2, 29)));
        List<String> paid = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2029; day = day.plusDays(1)) {
            if (!report(member, day.toString()).isEmpty()) {
                paid.add(day.toString());
            }
        }
        return paid;
    }

    @Test
    void theLeapDayFallsWhereThePolicySays() {
        assertEquals(List.of("2026-02-28", "2027-02-28", "2028-02-29"), paidOn(LeapDay.FEB_28));
        assertEquals(List.of("2026-03-01", "2027-03-01", "2028-02-29"), paidOn(LeapDay.MAR_1));
        assertEquals(List.of("2028-02-29"), paidOn(LeapDay.LEAP_ONLY));
    }

    @Test
    void aVisitOnTheDayOrInTheMonthIsPaidOnce() {
        EarningRule onTheDay = EarningRule.earn(500).onOccasion(Occasion.BIRTHDAY, By.VISIT_ON_THE_DAY);
        Shop.Member day = new Shop.Member(EarningPlan.of(onTheDay), born(MonthDay.of(6, 15)));
        assertEquals(0, day.comes("2026-06-14T23:59").total());
        assertEquals(500, day.comes("2026-06-15T00:00").total());
        assertEquals(0, day.comes("2026-06-15T23:59").total());
        assertEquals(0, report(day, "2026-06-15").total());
        EarningRule inTheMonth = EarningRule.earn(500).onOccasion(Occasion.BIRTHDAY, By.VISIT_IN_THE_MONTH);
        Shop.Member month = new Shop.Member(EarningPlan.of(inTheMonth), born(MonthDay.of(6, 15)));
        assertEquals(0, month.comes("2026-05-31T23:59").total());
        assertEquals(500, month.comes("2026-06-30T12:00").total());
        assertEquals(0, month.comes("2026-06-30T13:00").total());
        assertEquals(500, month.comes("2027-06-01T12:00").total(), "the days themselves are a year apart");
    }

    @Test
    void aVoidedVisitGivesTheOccasionBack() {
        EarningRule rule = EarningRule.earn(500).onOccasion(Occasion.BIRTHDAY, By.VISIT_IN_THE_MONTH);
        Shop.Member member = new Shop.Member(EarningPlan.of(rule), born(MonthDay.of(6, 15)));
        Award award = member.comes("2026-06-01T12:00");
        member.voids(award);
        assertEquals(500, member.comes("2026-06-02T12:00").total());
    }

    @Test
    void theDayOfJoiningItselfIsNoAnniversary() {
        EarningRule rule = EarningRule.earn(100).onOccasion(Occasion.JOINING_DAY);
        EarningContext joined = EarningContext.of(
                Shop.CUSTOMER.withOccasion(Occasion.joiningDay(LocalDate.of(2026, 4, 1))), Shop.MIDNIGHT);
        Shop.Member member = new Shop.Member(EarningPlan.of(rule), joined);
        assertEquals(0, member.does(reached(Occasion.JOINING_DAY, "2026-04-01")).total());
        assertEquals(
                100, member.does(reached(Occasion.JOINING_DAY, "2027-04-01")).total());
        assertEquals(0, member.does(reached(Occasion.JOINING_DAY, "2025-04-01")).total(), "before it began");
    }

    @Test
    void gapsAndPlacesOutOfRangeAreRefused() {
        assertEquals(
                365,
                ((Trigger.OnOccasion)
                                ((Effect.Fixed) BIRTHDAY.withMinGapDays(365).effect()).trigger())
                        .minGapDays());
        assertEquals(
                "minGapDays must be in [0, 365]: 366",
                assertThrows(IllegalArgumentException.class, () -> BIRTHDAY.withMinGapDays(366))
                        .getMessage());
        assertEquals(
                "minGapDays must be set on a rule that is about an occasion: 'base'",
                assertThrows(IllegalArgumentException.class, () -> Shop.base().withMinGapDays(0))
                        .getMessage());
        assertEquals(
                "leapDay must be set on a rule that is about an occasion: 'b'",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> EarningRule.bonus("b", 1).with(LeapDay.MAR_1))
                        .getMessage());
        assertEquals(
                "milestone must be each time for 'BIRTHDAY': every 2 times",
                assertThrows(IllegalArgumentException.class, () -> BIRTHDAY.with(new Milestone.EveryNth(2)))
                        .getMessage());
    }
}
