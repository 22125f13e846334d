package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.earning.Milestone.InARow;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.CustomActivity;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestoneTest {

    private static Shop.Member member(EarningRule rule) {
        return new Shop.Member(EarningPlan.of(rule.named("rule")));
    }

    /** The days on which visits at noon pay. */
    private static List<String> paid(EarningRule rule, String... days) {
        Shop.Member member = member(rule);
        List<String> paid = new ArrayList<>();
        for (String day : days) {
            if (!member.comes(day + "T12:00").isEmpty()) {
                paid.add(day);
            }
        }
        return paid;
    }

    @Test
    void everyThirdVisitPays() {
        Shop.Member member = member(EarningRule.earn(50).onEveryVisit(3));
        List<Long> points = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            points.add(member.comes("2026-04-01T1" + i + ":00").total());
        }
        assertEquals(List.of(0L, 0L, 50L, 0L, 0L, 50L, 0L), points);
        assertEquals(7, member.context.history().counted("rule"));
        Award eighth = member.comes("2026-04-01T18:00");
        assertEquals(Reason.COUNTED, eighth.explanation().verdict("rule").reason());
        assertEquals(
                "50 for visit, every 3 times, 2 of 3",
                eighth.explanation().verdict("rule").text());
    }

    @Test
    void onlyVisitsThatMeetTheConditionCount() {
        Shop.Member member = member(EarningRule.earn(50).onEveryVisit(2).from(yen(500)));
        assertEquals(0, member.comes("2026-04-01T10:00", line(500)).total());
        assertEquals(0, member.comes("2026-04-01T11:00", line(499)).total());
        assertEquals(50, member.comes("2026-04-01T12:00", line(500)).total());
    }

    @Test
    void limitsOfTimesHoldForWhatIsCounted() {
        Shop.Member member = member(EarningRule.earn(50).onEveryVisit(2).atMost(Cap.times(1, Cap.Per.BUSINESS_DAY)));
        assertEquals(0, member.comes("2026-04-01T10:00").total());
        assertEquals(0, member.comes("2026-04-01T11:00").total());
        assertEquals(50, member.comes("2026-04-02T10:00").total());
    }

    @Test
    void theVisitThatPaidMadeVoidPaysAgainLater() {
        Shop.Member member = member(EarningRule.earn(50).onEveryVisit(2));
        member.comes("2026-04-01T10:00");
        Award second = member.comes("2026-04-01T11:00");
        member.voids(second);
        assertEquals(50, member.comes("2026-04-01T12:00").total());
    }

    @Test
    void anEarlierVisitMadeVoidDoesNotPayTwice() {
        Shop.Member member = member(EarningRule.earn(50).onEveryVisit(2));
        Award first = member.comes("2026-04-01T10:00");
        assertEquals(50, member.comes("2026-04-01T11:00").total());
        member.voids(first);
        assertEquals(0, member.comes("2026-04-01T12:00").total(), "the second again, and it is paid");
        assertEquals(0, member.comes("2026-04-01T13:00").total());
        assertEquals(50, member.comes("2026-04-01T14:00").total());
    }

    @Test
    void aMilestoneWhoseCapIsFullIsSpent() {
        Shop.Member member = member(EarningRule.earn(50).onEveryVisit(2).atMost(Cap.points(50, Cap.Per.MONTH)));
        List<Long> points = new ArrayList<>();
        for (String time : List.of("04-01T10", "04-02T10", "04-03T10", "04-04T10", "05-01T10", "05-02T10")) {
            points.add(member.comes("2026-" + time + ":00").total());
        }
        assertEquals(List.of(0L, 50L, 0L, 0L, 0L, 50L), points);
    }

    @Test
    void weeksInARowPayInTheLastAndBeginAnew() {
        EarningRule rule = EarningRule.earn(70).forWeeksInARow(3);
        assertEquals(
                List.of("2026-01-12", "2026-02-07"),
                paid(
                        rule,
                        "2025-12-29",
                        "2026-01-04",
                        "2026-01-05",
                        "2026-01-12",
                        "2026-01-14",
                        "2026-01-19",
                        "2026-01-25",
                        "2026-01-26",
                        "2026-02-07",
                        "2026-02-08"),
                "29 December to 4 January is one week");
    }

    @Test
    void monthsInARowAndAGap() {
        EarningRule rule = EarningRule.earn(70).forMonthsInARow(3);
        assertEquals(
                List.of("2026-06-30", "2026-09-01"),
                paid(
                        rule,
                        "2026-02-01",
                        "2026-04-30",
                        "2026-05-01",
                        "2026-05-31",
                        "2026-06-30",
                        "2026-07-01",
                        "2026-08-31",
                        "2026-09-01",
                        "2026-10-01",
                        "2026-12-01",
                        "2027-01-01"));
    }

    @Test
    void aVoidedVisitBreaksTheRow() {
        Shop.Member member = member(EarningRule.earn(70).forWeeksInARow(3));
        member.comes("2026-01-05T12:00");
        Award second = member.comes("2026-01-12T12:00");
        member.voids(second);
        assertEquals(0, member.comes("2026-01-19T12:00").total());
        assertEquals(0, member.comes("2026-01-14T12:00").total(), "a late one fills the gap, and only counts");
        assertEquals(70, member.comes("2026-01-20T12:00").total());
    }

    @Test
    void aRowPaidAndMadeVoidMayBePaidAgain() {
        Shop.Member member = member(EarningRule.earn(70).forWeeksInARow(2));
        member.comes("2026-01-05T12:00");
        Award paid = member.comes("2026-01-12T12:00");
        assertEquals(70, paid.total());
        assertEquals(0, member.comes("2026-01-13T12:00").total(), "the same week once more");
        member.voids(paid);
        assertEquals(70, member.comes("2026-01-14T12:00").total());
    }

    @Test
    void visitsWithinAPeriodPayAndCountAnew() {
        EarningRule rule = EarningRule.earn(30).forVisitsWithin(3, Period.ofDays(10));
        assertEquals(
                List.of("2026-04-12", "2026-04-16"),
                paid(
                        rule,
                        "2026-04-01",
                        "2026-04-05",
                        "2026-04-11",
                        "2026-04-12",
                        "2026-04-13",
                        "2026-04-14",
                        "2026-04-16",
                        "2026-04-17"),
                "the 1st is out of the ten days that end on the 11th");
    }

    @Test
    void aPeriodBeginsWithTheFirstMomentOfItsFirstDay() {
        EarningRule rule = EarningRule.earn(30).forVisitsWithin(2, Period.ofDays(10));
        Shop.Member inside = member(rule);
        inside.comes("2026-04-02T00:00");
        assertEquals(30, inside.comes("2026-04-11T23:59").total());
        Shop.Member outside = member(rule);
        outside.comes("2026-04-01T23:59");
        assertEquals(0, outside.comes("2026-04-11T00:00").total());
    }

    @Test
    void aVoidedVisitWithinAPeriodCountsNoMore() {
        Shop.Member member = member(EarningRule.earn(30).forVisitsWithin(2, Period.ofDays(10)));
        Award first = member.comes("2026-04-01T12:00");
        Award second = member.comes("2026-04-02T12:00");
        assertEquals(30, second.total());
        member.voids(second);
        Award third = member.comes("2026-04-03T12:00");
        assertEquals(30, third.total(), "the first one is free again");
        member.voids(first);
        assertEquals(0, member.comes("2026-04-04T12:00").total());
    }

    @Test
    void otherFactsMayHaveMilestonesToo() {
        Shop.Member member = member(EarningRule.earn(9).onCustom("RIDE").with(new Milestone.EveryNth(2)));
        assertEquals(0, member.does(ride("a")).total());
        assertEquals(9, member.does(ride("b")).total());
        assertEquals(0, member.does(ride("c")).total());
    }

    private static CustomActivity ride(String id) {
        return CustomActivity.of(ActivityId.of(id), Shop.ID, Shop.at(Shop.NOON), "RIDE");
    }

    @Test
    void longRowsStaySmall() {
        Shop.Member member = member(EarningRule.earn(1).forWeeksInARow(52));
        LocalDate day = LocalDate.of(2020, 1, 6);
        long total = 0;
        for (int week = 0; week < 520; week++) {
            total += member.comes(day.plusWeeks(week) + "T12:00").total();
        }
        assertEquals(10, total);
        assertEquals(56, member.context.history().counted("rule"), "52 weeks and 4 for late facts");
        Shop.Member within = member(EarningRule.earn(1).forVisitsWithin(5, Period.ofDays(30)));
        total = 0;
        for (int i = 0; i < 1_000; i++) {
            total += within.comes(day.plusDays(i) + "T12:00").total();
        }
        assertEquals(200, total);
        assertEquals(18, within.context.history().counted("rule"));
    }

    @Test
    void milestonesReadLikeASentenceAndRefuseNonsense() {
        assertEquals("each time", new Milestone.Each().toString());
        assertEquals("every 10 times", new Milestone.EveryNth(10).toString());
        assertEquals("4 WEEKS in a row", new InARow(4, InARow.Stretch.WEEKS).toString());
        assertEquals("5 times within P30D", new Milestone.Within(5, Period.ofDays(30)).toString());
        assertEquals(1, new Milestone.EveryNth(1).n());
        for (int n : new int[] {2, 120}) {
            assertEquals(n, new InARow(n, InARow.Stretch.MONTHS).n());
            assertEquals(n, new Milestone.Within(n, Period.ofDays(1)).n());
        }
        assertMessage("n must be at least 1: 0", () -> new Milestone.EveryNth(0));
        assertMessage("n must be in [2, 120]: 1", () -> new InARow(1, InARow.Stretch.MONTHS));
        assertMessage("n must be in [2, 120]: 121", () -> new Milestone.Within(121, Period.ofDays(1)));
        assertMessage("period must be above zero: P0D", () -> new Milestone.Within(2, Period.ZERO));
        assertMessage("period must be above zero: P-1D", () -> new Milestone.Within(2, Period.ofDays(-1)));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
