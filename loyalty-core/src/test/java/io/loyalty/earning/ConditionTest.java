package io.loyalty.earning;

import static io.loyalty.earning.Condition.category;
import static io.loyalty.earning.Condition.contains;
import static io.loyalty.earning.Condition.not;
import static io.loyalty.earning.Condition.tier;
import static io.loyalty.earning.Shop.line;
import static io.loyalty.earning.Shop.spending;
import static io.loyalty.earning.Shop.visit;
import static io.loyalty.earning.Shop.visitAt;
import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.Occasion;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.DateWindow;
import io.loyalty.time.LeapDay;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.Channel;
import io.loyalty.visit.CustomActivity;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.Place;
import io.loyalty.visit.Review;
import io.loyalty.visit.ReviewOrigin;
import io.loyalty.visit.SignUp;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final Visit COFFEE_AND_TEA = visit(line("coffee", 300), line("tea", 200));

    /** Why a bonus under a condition was not given, or APPLIED. */
    private static Reason reason(Condition condition, Activity activity, EarningContext context) {
        EarningRule rule = EarningRule.bonus("bonus", 1).when(condition);
        if (!(activity instanceof Visit)) {
            Trigger trigger = activity instanceof Review
                    ? new Trigger.OnReview(Trigger.OnReview.Repeat.EACH)
                    : activity instanceof SignUp ? new Trigger.OnSignUp() : new Trigger.OnCustom("RIDE");
            rule = EarningRule.earn(1).on(trigger).named("bonus").when(condition);
        }
        Award award = EarningPlan.of(rule).award(activity, context);
        Reason reason = award.explanation().verdict("bonus").reason();
        assertEquals(reason == Reason.APPLIED ? 1 : 0, award.total());
        return reason;
    }

    private static Reason reason(Condition condition, Activity activity) {
        return reason(condition, activity, Shop.CONTEXT);
    }

    /** The points of one per yen on the lines that a condition chooses. */
    private static long yenChosen(Condition condition, Visit visit, EarningContext context) {
        return EarningPlan.of(EarningRule.earn(1).perFull(yen(1)).when(condition))
                .award(visit, context)
                .total();
    }

    private static long yenChosen(Condition condition, Visit visit) {
        return yenChosen(condition, visit, Shop.CONTEXT);
    }

    @Test
    void lineConditionsChooseLines() {
        Visit visit = visit(
                line("coffee", 1).withSku("s1").withBrand("b1"),
                line("tea", 10).withSku("s2").withBrand("b2"),
                line("cake", 100).withKind(LineKind.SERVICE),
                line("", 1_000));
        assertEquals(1, yenChosen(category("coffee"), visit));
        assertEquals(11, yenChosen(category("coffee", "tea"), visit));
        assertEquals(10, yenChosen(Condition.sku("s2"), visit));
        assertEquals(1, yenChosen(Condition.brand("b1"), visit));
        assertEquals(100, yenChosen(Condition.lineKind(LineKind.SERVICE), visit));
        assertEquals(1_011, yenChosen(Condition.lineKind(LineKind.GOODS), visit));
        assertEquals(Reason.OTHER_CATEGORY, reason(category("milk"), visit));
        assertEquals(Reason.OTHER_SKU, reason(Condition.sku("s3"), visit));
        assertEquals(Reason.OTHER_BRAND, reason(Condition.brand("b3"), visit));
        assertEquals(Reason.OTHER_LINE_KIND, reason(Condition.lineKind(LineKind.FEE), visit));
        assertEquals(Reason.APPLIED, reason(category("cake"), visit));
    }

    @Test
    void conditionsCombineLineByLine() {
        Visit visit = visit(
                line("coffee", 1).withBrand("b1"),
                line("coffee", 10).withBrand("b2"),
                line("tea", 100).withBrand("b1"));
        Condition coffee = category("coffee");
        Condition b1 = Condition.brand("b1");
        assertEquals(1, yenChosen(coffee.and(b1), visit));
        assertEquals(111, yenChosen(coffee.or(b1), visit));
        assertEquals(100, yenChosen(not(coffee), visit));
        assertEquals(10, yenChosen(coffee.and(not(b1)), visit));
        assertEquals(110, yenChosen(not(coffee.and(b1)), visit));
        assertEquals(0, yenChosen(not(coffee.or(b1)), visit));
        assertEquals(111, yenChosen(not(Condition.always()).or(Condition.always()), visit));
        assertEquals(Reason.NO_SUCH_LINE, reason(category("tea").and(Condition.brand("b2")), visit));
        assertEquals(Reason.NO_ALTERNATIVE, reason(category("milk").or(Condition.brand("b3")), visit));
        assertEquals(Reason.CONDITION_EXCLUDES, reason(not(coffee.or(b1)), visit));
        assertEquals(Reason.CONDITION_EXCLUDES, reason(not(Condition.always()), visit));
    }

    @Test
    void conditionsOnTheWholeHoldForAllLinesOrForNone() {
        Condition goldOrCoffee = tier("Gold").or(category("coffee"));
        assertEquals(300, yenChosen(goldOrCoffee, COFFEE_AND_TEA));
        assertEquals(500, yenChosen(goldOrCoffee, COFFEE_AND_TEA, Shop.CONTEXT.withTier("Gold")));
        Condition goldAndCoffee = tier("Gold").and(category("coffee"));
        assertEquals(0, yenChosen(goldAndCoffee, COFFEE_AND_TEA));
        assertEquals(300, yenChosen(goldAndCoffee, COFFEE_AND_TEA, Shop.CONTEXT.withTier("Gold")));
        assertEquals(500, yenChosen(not(tier("Gold")), COFFEE_AND_TEA));
    }

    @Test
    void containsTurnsAChoiceOfLinesIntoAStatement() {
        assertEquals(500, yenChosen(contains(category("coffee")), COFFEE_AND_TEA));
        assertEquals(0, yenChosen(not(contains(category("coffee"))), COFFEE_AND_TEA));
        assertEquals(500, yenChosen(not(contains(category("milk"))), COFFEE_AND_TEA));
        assertEquals(Reason.NO_SUCH_LINE, reason(contains(category("milk")), COFFEE_AND_TEA));
        assertEquals(Reason.APPLIED, reason(not(contains(category("coffee"))), visit()), "a visit without lines");
        assertEquals(Reason.NO_SUCH_LINE, reason(contains(Condition.always()), visit()));
    }

    @Test
    void minimumSpendIsInclusiveAndLooksAtGoodsWithoutTaxHoweverPaid() {
        Condition from500 = Condition.minimumSpend(yen(500));
        assertEquals(Reason.APPLIED, reason(from500, COFFEE_AND_TEA));
        assertEquals(Reason.BELOW_MINIMUM_SPEND, reason(from500, spending(499)));
        assertEquals(Reason.APPLIED, reason(from500, spending(500).withTender(Tender.points(500, yen(500)))));
        assertEquals(
                Reason.BELOW_MINIMUM_SPEND,
                reason(from500, visit(line(549).withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED))));
        assertEquals(Reason.APPLIED, reason(from500, visit(line(550).withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED))));
        assertEquals(
                Reason.BELOW_MINIMUM_SPEND, reason(from500, visit(line(499), line(99).withKind(LineKind.SHIPPING))));
        assertEquals(Reason.BELOW_MINIMUM_SPEND, reason(from500, visit()));
        assertEquals(
                Reason.BELOW_MINIMUM_SPEND, reason(Condition.minimumSpend(Money.parse("USD 0.01")), spending(500)));
        Condition onCoffee = Condition.minimumSpend(yen(300), category("coffee"));
        assertEquals(Reason.APPLIED, reason(onCoffee, COFFEE_AND_TEA));
        assertEquals(Reason.BELOW_MINIMUM_SPEND, reason(onCoffee, visit(line("coffee", 299), line("tea", 900))));
        Condition netOfPoints = new VisitCondition.SpendAtLeast(yen(500), EarningBase.DEFAULT, Condition.always());
        assertEquals(
                Reason.BELOW_MINIMUM_SPEND,
                reason(
                        netOfPoints,
                        spending(500)
                                .withTender(Tender.points(1, yen(1)))
                                .withTender(Tender.of(TenderKind.CASH, yen(499)))));
    }

    @Test
    void placesAndChannels() {
        Condition ginza = Condition.at(Place.store("ginza"), Place.online("shop.example"));
        assertEquals(Reason.APPLIED, reason(ginza, COFFEE_AND_TEA));
        assertEquals(Reason.OTHER_PLACE, reason(Condition.at(Place.online("ginza")), COFFEE_AND_TEA));
        assertEquals(Reason.APPLIED, reason(Condition.channel(Channel.STORE, Channel.APP), COFFEE_AND_TEA));
        assertEquals(Reason.OTHER_CHANNEL, reason(Condition.channel(Channel.ONLINE), COFFEE_AND_TEA));
        SignUp signUp = new SignUp(ActivityId.of("s"), Shop.ID, Shop.at(Shop.NOON), Place.app("app"));
        assertEquals(Reason.APPLIED, reason(Condition.channel(Channel.APP), signUp));
        assertEquals(Reason.OTHER_PLACE, reason(ginza, signUp));
    }

    @Test
    void tenders() {
        Visit mixed = COFFEE_AND_TEA
                .withTender(Tender.of(TenderKind.CASH, yen(100)))
                .withTender(Tender.of(TenderKind.CARD, yen(400)));
        assertEquals(Reason.APPLIED, reason(Condition.paidBy(TenderKind.CARD), mixed));
        assertEquals(Reason.OTHER_TENDER, reason(Condition.paidBy(TenderKind.ELECTRONIC_MONEY), mixed));
        assertEquals(Reason.OTHER_TENDER, reason(Condition.paidBy(TenderKind.CASH), COFFEE_AND_TEA));
    }

    @Test
    void theFirstPurchaseIsTheFirstWithAnAmount() {
        EarningPlan plan = EarningPlan.of(EarningRule.bonus("first", 100).when(Condition.firstPurchase()));
        Shop.Member member = new Shop.Member(plan);
        Award looking = member.comes("2026-04-01T10:00");
        assertEquals(0, looking.total());
        assertEquals(
                Reason.NOT_FIRST_PURCHASE,
                looking.explanation().verdict("first").reason());
        Award bought = member.comes("2026-04-02T10:00", line(1));
        assertEquals(100, bought.total());
        assertEquals(0, member.comes("2026-04-03T10:00", line(1)).total());
        member.voids(bought);
        assertEquals(0, member.comes("2026-04-04T10:00", line(1)).total(), "the third day's was a purchase");
    }

    @Test
    void customersAttributesSegmentsAndTiers() {
        EarningContext context = EarningContext.of(
                        Shop.CUSTOMER
                                .withAttribute("home", "ginza")
                                .withSegment("students")
                                .withSegment("early"),
                        Shop.MIDNIGHT)
                .withTier("Gold");
        assertEquals(Reason.APPLIED, reason(Condition.attribute("home", "ginza", "ueno"), COFFEE_AND_TEA, context));
        assertEquals(Reason.OTHER_ATTRIBUTE, reason(Condition.attribute("home", "ueno"), COFFEE_AND_TEA, context));
        assertEquals(Reason.OTHER_ATTRIBUTE, reason(Condition.attribute("pet", "cat"), COFFEE_AND_TEA, context));
        assertEquals(Reason.APPLIED, reason(Condition.segment("late", "early"), COFFEE_AND_TEA, context));
        assertEquals(Reason.OTHER_SEGMENT, reason(Condition.segment("late"), COFFEE_AND_TEA, context));
        assertEquals(Reason.OTHER_SEGMENT, reason(Condition.segment("late"), COFFEE_AND_TEA));
        assertEquals(Reason.APPLIED, reason(tier("Silver", "Gold"), COFFEE_AND_TEA, context));
        assertEquals(Reason.OTHER_TIER, reason(tier("Silver"), COFFEE_AND_TEA, context));
        assertEquals(Reason.OTHER_TIER, reason(tier("Silver"), COFFEE_AND_TEA));
    }

    @Test
    void datesAreBusinessDaysOfTheProgram() {
        Condition april = Condition.during(DateWindow.parse("2026-04-01/2026-05-01"));
        EarningContext cutOff = EarningContext.of(Shop.CUSTOMER, Shop.FIVE);
        assertEquals(Reason.APPLIED, reason(april, visitAt("2026-04-01T00:00", line(1))));
        assertEquals(Reason.OUTSIDE_DATES, reason(april, visitAt("2026-04-01T04:59", line(1)), cutOff));
        assertEquals(Reason.OUTSIDE_DATES, reason(april, visitAt("2026-05-01T00:00", line(1))));
        assertEquals(Reason.APPLIED, reason(april, visitAt("2026-05-01T04:59", line(1)), cutOff));
    }

    @Test
    void daysOfTheWeekTurnAtTheCutOffByTheStoresClock() {
        Condition tuesday = Condition.on(DayOfWeek.TUESDAY);
        EarningContext cutOff = EarningContext.of(Shop.CUSTOMER, Shop.FIVE);
        Visit lateTuesday = visitAt("2026-04-08T01:00", line(1));
        assertEquals(Reason.OTHER_DAY, reason(tuesday, lateTuesday));
        assertEquals(Reason.APPLIED, reason(tuesday, lateTuesday, cutOff));
        EarningContext honolulu = cutOff.withZone(Place.store("ginza"), ZoneId.of("Pacific/Honolulu"));
        Condition monday = Condition.on(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertEquals(Reason.APPLIED, reason(tuesday, lateTuesday, honolulu), "06:00 on Tuesday there");
        assertEquals(Reason.APPLIED, reason(monday, visitAt("2026-04-07T23:30", line(1)), honolulu), "04:30 there");
        assertEquals(Reason.OTHER_DAY, reason(tuesday, visitAt("2026-04-07T23:30", line(1)), honolulu));
    }

    @Test
    void hoursAreThoseOfTheStoresClock() {
        Condition happyHour = Condition.hours(WeeklyHours.parse("MON-FRI 15:00-18:00"));
        Visit noonInTokyo = visitAt("2026-04-01T12:00", line(1));
        assertEquals(Reason.OUTSIDE_HOURS, reason(happyHour, noonInTokyo));
        EarningContext auckland = Shop.CONTEXT.withZone(Place.store("ginza"), ZoneId.of("Pacific/Auckland"));
        assertEquals(Reason.APPLIED, reason(happyHour, noonInTokyo, auckland), "16:00 in summer time there");
        assertEquals(
                Reason.APPLIED,
                reason(happyHour, visitAt("2026-04-08T14:30", line(1)), auckland),
                "17:30 in winter time there");
        assertEquals(
                Reason.OUTSIDE_HOURS,
                reason(happyHour, visitAt("2026-04-01T14:30", line(1)), auckland),
                "18:30 in summer time there");
    }

    @Test
    void hoursAcrossMidnightBelongToTheDayTheyStart() {
        Condition saturdayNight = Condition.hours(WeeklyHours.parse("SAT 22:00-02:00"));
        assertEquals(Reason.APPLIED, reason(saturdayNight, visitAt("2026-04-04T23:00", line(1))));
        assertEquals(Reason.APPLIED, reason(saturdayNight, visitAt("2026-04-05T01:59", line(1))));
        assertEquals(Reason.OUTSIDE_HOURS, reason(saturdayNight, visitAt("2026-04-05T02:00", line(1))));
        assertEquals(Reason.OUTSIDE_HOURS, reason(saturdayNight, visitAt("2026-04-05T23:00", line(1))));
        assertEquals(Reason.OUTSIDE_HOURS, reason(saturdayNight, visitAt("2026-04-04T01:00", line(1))));
    }

    @Test
    void hoursFollowTheClockThroughItsChanges() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Condition twoToThree = Condition.hours(WeeklyHours.parse("SUN 02:00-03:00"));
        EarningContext context = EarningContext.of(Shop.CUSTOMER, BusinessDay.midnight(berlin));
        for (String instant : List.of("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")) {
            Visit visit = Visit.of(
                    ActivityId.of("r"), Shop.ID, Instant.parse(instant), Place.store("mitte"), Shop.JPY, line(1));
            assertEquals(Reason.APPLIED, reason(twoToThree, visit, context), "02:30 comes twice");
        }
        Visit spring = Visit.of(
                ActivityId.of("r"),
                Shop.ID,
                Instant.parse("2026-03-29T01:00:00Z"),
                Place.store("mitte"),
                Shop.JPY,
                line(1));
        assertEquals(Reason.OUTSIDE_HOURS, reason(twoToThree, spring, context), "the clock jumps to 03:00");
    }

    @Test
    void occasionsOnTheDayAndInTheMonth() {
        EarningContext leapling =
                EarningContext.of(Shop.CUSTOMER.withOccasion(Occasion.birthday(MonthDay.of(2, 29))), Shop.MIDNIGHT);
        Condition onTheDay = Condition.onTheDayOf(Occasion.BIRTHDAY);
        Condition inTheMonth = Condition.inTheMonthOf(Occasion.BIRTHDAY);
        Condition marchFirst = new CustomerCondition.OnOccasion(
                Occasion.BIRTHDAY, CustomerCondition.OnOccasion.Span.DAY, LeapDay.MAR_1);
        Condition inMarch = new CustomerCondition.OnOccasion(
                Occasion.BIRTHDAY, CustomerCondition.OnOccasion.Span.MONTH, LeapDay.MAR_1);
        Condition leapOnly = new CustomerCondition.OnOccasion(
                Occasion.BIRTHDAY, CustomerCondition.OnOccasion.Span.MONTH, LeapDay.LEAP_ONLY);
        Visit feb28 = visitAt("2026-02-28T12:00", line(1));
        Visit mar1 = visitAt("2026-03-01T12:00", line(1));
        Visit feb29 = visitAt("2028-02-29T12:00", line(1));
        assertEquals(Reason.APPLIED, reason(onTheDay, feb28, leapling));
        assertEquals(Reason.NOT_THE_OCCASION, reason(marchFirst, feb28, leapling));
        assertEquals(Reason.APPLIED, reason(marchFirst, mar1, leapling));
        assertEquals(Reason.APPLIED, reason(inMarch, visitAt("2026-03-31T12:00", line(1)), leapling));
        assertEquals(Reason.APPLIED, reason(inTheMonth, visitAt("2026-02-01T12:00", line(1)), leapling));
        assertEquals(Reason.NOT_THE_OCCASION, reason(inTheMonth, mar1, leapling));
        assertEquals(Reason.NOT_THE_OCCASION, reason(leapOnly, feb28, leapling));
        for (Condition condition : List.of(onTheDay, inTheMonth, marchFirst, leapOnly)) {
            Reason inLeapYear = condition.equals(inMarch) ? Reason.NOT_THE_OCCASION : Reason.APPLIED;
            assertEquals(inLeapYear, reason(condition, feb29, leapling), condition.toString());
        }
        assertEquals(Reason.NOT_THE_OCCASION, reason(onTheDay, feb28), "no birthday is known");
    }

    @Test
    void theDayOnWhichItBeganIsNoOccasionYet() {
        EarningContext joined = EarningContext.of(
                Shop.CUSTOMER.withOccasion(Occasion.joiningDay(LocalDate.of(2026, 4, 1))), Shop.MIDNIGHT);
        Condition anniversary = Condition.onTheDayOf(Occasion.JOINING_DAY);
        assertEquals(Reason.NOT_THE_OCCASION, reason(anniversary, visitAt("2026-04-01T12:00", line(1)), joined));
        assertEquals(Reason.APPLIED, reason(anniversary, visitAt("2027-04-01T12:00", line(1)), joined));
    }

    @Test
    void reviewsAndPayloads() {
        Instant at = Shop.at(Shop.NOON);
        Review review = new Review(ActivityId.of("v"), Shop.ID, at, "p1", 4, ReviewOrigin.VERIFIED_PURCHASE);
        Review doubtful = new Review(ActivityId.of("v"), Shop.ID, at, "p1", 3, ReviewOrigin.UNVERIFIED);
        assertEquals(Reason.APPLIED, reason(Condition.verifiedPurchase(), review));
        assertEquals(Reason.UNVERIFIED, reason(Condition.verifiedPurchase(), doubtful));
        assertEquals(Reason.APPLIED, reason(Condition.ratedAtLeast(4), review));
        assertEquals(Reason.RATED_LOWER, reason(Condition.ratedAtLeast(4), doubtful));
        assertEquals(Reason.APPLIED, reason(Condition.product("p0", "p1"), review));
        assertEquals(Reason.OTHER_SKU, reason(Condition.product("p0"), review));
        CustomActivity ride = CustomActivity.of(ActivityId.of("a"), Shop.ID, at, "RIDE")
                .with("km", new AttributeValue.Number(Ratio.of(12)))
                .with("helmet", new AttributeValue.Flag(true));
        Condition helmet = Condition.payload("helmet", new AttributeValue.Flag(true));
        assertEquals(Reason.APPLIED, reason(helmet, ride));
        assertEquals(Reason.OTHER_PAYLOAD, reason(Condition.payload("helmet", new AttributeValue.Flag(false)), ride));
        assertEquals(Reason.OTHER_PAYLOAD, reason(Condition.payload("bell", new AttributeValue.Flag(true)), ride));
        assertEquals(Reason.APPLIED, reason(Condition.payloadAtLeast("km", Ratio.of(12)), ride));
        assertEquals(Reason.OTHER_PAYLOAD, reason(Condition.payloadAtLeast("km", Ratio.of(13)), ride));
        assertEquals(Reason.OTHER_PAYLOAD, reason(Condition.payloadAtLeast("helmet", Ratio.ONE), ride));
        assertEquals(Reason.OTHER_PAYLOAD, reason(helmet, review));
        assertEquals(Reason.UNVERIFIED, reason(Condition.verifiedPurchase(), COFFEE_AND_TEA));
    }

    @Test
    void aVisitMayHaveMoreLinesThanBitsInAWord() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add(line("c" + i % 5, 1 + i));
        }
        Visit visit = visit(lines.toArray(Line[]::new));
        long sum = 0;
        for (int i = 3; i < 200; i += 5) {
            sum += 1 + i;
        }
        assertEquals(sum, yenChosen(category("c3"), visit));
        assertEquals(20_100 - sum, yenChosen(not(category("c3")), visit));
        assertEquals(Reason.APPLIED, reason(Condition.minimumSpend(yen(sum), category("c3")), visit));
        assertEquals(Reason.BELOW_MINIMUM_SPEND, reason(Condition.minimumSpend(yen(sum + 1), category("c3")), visit));
        lines.add(line("rare", 5));
        assertEquals(Reason.APPLIED, reason(contains(category("rare")), visit(lines.toArray(Line[]::new))));
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(1).perFull(yen(1)).named("base"),
                EarningRule.multiply("c3", Ratio.of(2)).onCategory("c3"),
                EarningRule.multiply("c4", Ratio.of(3)).onCategory("c4"));
        long c4 = sum + 40;
        assertEquals(20_100 + sum + 2 * c4, plan.award(visit, Shop.CONTEXT).total());
    }

    @Test
    void conditionsReadLikeASentence() {
        Condition condition = tier("Gold", "Silver")
                .and(category("tea", "coffee").or(Condition.brand("b1")))
                .and(not(contains(category("tobacco"))))
                .and(Condition.minimumSpend(yen(500), category("tea")));
        assertEquals(
                "tier Gold or Silver and (category coffee or tea or brand b1) and not (with category tobacco)"
                        + " and spending at least JPY 500 on category tea",
                condition.toString());
        assertEquals("always", Condition.always().toString());
        assertEquals(
                "channel STORE or APP",
                Condition.channel(Channel.APP, Channel.STORE).toString());
        assertEquals(
                "on MONDAY or SUNDAY",
                Condition.on(DayOfWeek.SUNDAY, DayOfWeek.MONDAY).toString());
        assertEquals(
                "at STORE a or ONLINE b",
                Condition.at(Place.online("b"), Place.store("a"), Place.store("a"))
                        .toString());
    }

    @Test
    void conditionsThatSayNothingAreRefused() {
        assertMessage("categories must not be empty", Condition::category);
        assertMessage("categories must not be blank", () -> category(" "));
        assertMessage("skus must not be empty", Condition::sku);
        assertMessage("brands must not be empty", Condition::brand);
        assertMessage("kinds must not be empty", Condition::lineKind);
        assertMessage("places must not be empty", Condition::at);
        assertMessage("channels must not be empty", Condition::channel);
        assertMessage("tenders must not be empty", Condition::paidBy);
        assertMessage("tiers must not be empty", Condition::tier);
        assertMessage("segments must not be empty", Condition::segment);
        assertMessage("values must not be empty", () -> Condition.attribute("home"));
        assertMessage("days must not be empty", Condition::on);
        assertMessage("products must not be empty", Condition::product);
        assertMessage("conditions must not be empty", () -> new Condition.All(List.of()));
        assertMessage("conditions must not be empty", () -> new Condition.Any(List.of()));
        assertMessage("amount must be above 0: JPY 0", () -> Condition.minimumSpend(yen(0)));
        assertMessage("stars must be in [1, 5]: 6", () -> Condition.ratedAtLeast(6));
        assertMessage("stars must be in [1, 5]: 0", () -> Condition.ratedAtLeast(0));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }

    @Test
    void cutOffsMayBeAnyTime() {
        EarningContext noon = EarningContext.of(Shop.CUSTOMER, BusinessDay.of(Shop.TOKYO, LocalTime.NOON));
        Condition first = Condition.during(DateWindow.parse("2026-04-01/2026-04-02"));
        assertEquals(Reason.APPLIED, reason(first, visitAt("2026-04-02T11:59", line(1)), noon));
        assertEquals(Reason.OUTSIDE_DATES, reason(first, visitAt("2026-04-01T11:59", line(1)), noon));
    }
}
