package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.visitAt;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.calendar.DayTables;
import io.loyalty.customer.Customer;
import io.loyalty.customer.Occasion;
import io.loyalty.time.DateWindow;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Channel;
import io.loyalty.visit.Place;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers to questions about the fact, the customer and the moment, one bit each. */
class FactAtomsTest {

    /** Wednesday, 1 April 2026, at noon in Tokyo. */
    private static final Visit VISIT = visitAt(Shop.NOON, line(100));

    /** The answers, the first question's first. */
    private static String answers(Activity activity, EarningContext context, Condition... conditions) {
        FactAtoms atoms = new FactAtoms(List.of(conditions));
        assertEquals(conditions.length, atoms.size());
        long day = context.businessDay().epochDayOf(activity.at());
        long answers = atoms.ask(activity, context, new DayTables(), day, 1)[0];
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < conditions.length; i++) {
            text.append(answers >>> i & 1);
        }
        return text.toString();
    }

    private static String answers(Condition... conditions) {
        return answers(VISIT, Shop.CONTEXT, conditions);
    }

    @Test
    void daysAreThoseOfTheStoresZone() {
        Condition wednesday = Condition.on(DayOfWeek.WEDNESDAY);
        Condition tuesday = Condition.on(DayOfWeek.TUESDAY, DayOfWeek.SUNDAY);
        assertEquals("10", answers(wednesday, tuesday));
        EarningContext honolulu = Shop.CONTEXT.withZone(VISIT.place(), ZoneId.of("Pacific/Honolulu"));
        assertEquals("01", answers(VISIT, honolulu, wednesday, tuesday), "there it is Tuesday evening");
        assertEquals(
                "10",
                answers(
                        VISIT,
                        Shop.CONTEXT.withZone(Place.store("other"), ZoneId.of("Pacific/Honolulu")),
                        wednesday,
                        tuesday));
        Visit before1970 = visitAt("1969-12-28T12:00", line(100));
        assertEquals("01", answers(before1970, Shop.CONTEXT, wednesday, tuesday), "a Sunday");
    }

    @Test
    void windowsOfDatesAreThoseOfTheBusinessDay() {
        LocalDate april = LocalDate.of(2026, 4, 1);
        assertEquals(
                "1001",
                answers(
                        Condition.during(DateWindow.ofDates(april, april)),
                        Condition.during(DateWindow.ofDates(april.minusDays(1), april.minusDays(1))),
                        Condition.during(DateWindow.ofDates(april.plusDays(1), april.plusDays(1))),
                        Condition.during(DateWindow.ofDates(april.minusDays(1), april))));
        assertEquals(
                "01",
                answers(
                        visitAt("2026-04-01T04:59", line(1)),
                        EarningContext.of(Shop.CUSTOMER, Shop.FIVE),
                        Condition.during(DateWindow.ofDates(april, april)),
                        Condition.during(DateWindow.ofDates(april.minusDays(1), april.minusDays(1)))));
    }

    @Test
    void hoursAreReadFromTheClockOfTheStore() {
        Condition noon = Condition.hours(
                WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(12, 0), LocalTime.of(13, 0)));
        Condition evening = Condition.hours(
                WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(17, 0), LocalTime.of(18, 0)));
        assertEquals("10", answers(noon, evening));
        assertEquals(
                "01",
                answers(VISIT, Shop.CONTEXT.withZone(VISIT.place(), ZoneId.of("Pacific/Honolulu")), noon, evening));
    }

    @Test
    void placesAndChannelsAreThoseOfTheVisit() {
        assertEquals(
                "1010",
                answers(
                        Condition.at(VISIT.place()),
                        Condition.at(Place.store("elsewhere")),
                        Condition.channel(VISIT.place().channel()),
                        Condition.channel(Channel.TELEPHONE)));
    }

    @Test
    void eachKindOfTenderSaysYes() {
        Visit paid = new Visit(
                VISIT.id(),
                VISIT.customer(),
                VISIT.at(),
                VISIT.place(),
                VISIT.currency(),
                VISIT.lines(),
                List.of(new Tender(TenderKind.CASH, yen(40), 0), new Tender(TenderKind.CARD, yen(60), 0)));
        assertEquals(
                "110",
                answers(
                        paid,
                        Shop.CONTEXT,
                        Condition.paidBy(TenderKind.CASH),
                        Condition.paidBy(TenderKind.CARD),
                        Condition.paidBy(TenderKind.GIFT_CARD)));
    }

    @Test
    void theCustomersTierSegmentsAndAttributesAreAsked() {
        Customer customer =
                Shop.CUSTOMER.withSegment("students").withAttribute("size", "m").withAttribute("city", "Kyoto");
        EarningContext context = EarningContext.of(customer, Shop.MIDNIGHT).withTier("Gold");
        assertEquals(
                "1010110",
                answers(
                        VISIT,
                        context,
                        Condition.tier("Gold", "Silver"),
                        Condition.tier("Silver"),
                        Condition.segment("students"),
                        Condition.segment("staff"),
                        Condition.attribute("size", "s", "m"),
                        Condition.attribute("city", "Kyoto"),
                        Condition.attribute("colour", "red")));
    }

    @Test
    void occasionsAreOnTheirDayOrInTheirMonth() {
        Customer april2 = Shop.CUSTOMER.withOccasion(Occasion.birthday(MonthDay.of(4, 2)));
        Condition onTheDay = Condition.onTheDayOf(Occasion.BIRTHDAY);
        Condition inTheMonth = Condition.inTheMonthOf(Occasion.BIRTHDAY);
        assertEquals("01", answers(VISIT, EarningContext.of(april2, Shop.MIDNIGHT), onTheDay, inTheMonth));
        assertEquals(
                "11",
                answers(
                        visitAt("2026-04-02T12:00", line(1)),
                        EarningContext.of(april2, Shop.MIDNIGHT),
                        onTheDay,
                        inTheMonth));
        assertEquals("00", answers(onTheDay, inTheMonth));
    }

    @Test
    void theFirstPurchaseIsTheFirstThatCostsSomething() {
        assertEquals("1", answers(Condition.firstPurchase()));
        assertEquals("0", answers(visitAt(Shop.NOON, line(0)), Shop.CONTEXT, Condition.firstPurchase()));
        Award first = EarningPlan.of(Shop.base()).award(VISIT, Shop.CONTEXT);
        EarningContext after = Shop.CONTEXT.with(EarningHistory.empty().after(first));
        assertEquals("0", answers(visitAt("2026-04-02T12:00", line(5)), after, Condition.firstPurchase()));
    }

    @Test
    void answersBeyondAWordStandInTheNext() {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            conditions.add(Condition.tier("t" + i));
        }
        FactAtoms atoms = new FactAtoms(conditions);
        long day = LocalDate.of(2026, 4, 1).toEpochDay();
        assertArrayEquals(
                new long[] {0, 0, 2, 0}, atoms.ask(VISIT, Shop.CONTEXT.withTier("t129"), new DayTables(), day, 4));
        assertArrayEquals(
                new long[] {0, 1L << 36, 0}, atoms.ask(VISIT, Shop.CONTEXT.withTier("t100"), new DayTables(), day, 3));
    }
}
