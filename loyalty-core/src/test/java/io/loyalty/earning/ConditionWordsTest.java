package io.loyalty.earning;

import static io.loyalty.earning.Shop.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.Occasion;
import io.loyalty.money.Ratio;
import io.loyalty.time.DateWindow;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.Channel;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.Place;
import io.loyalty.visit.TenderKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What each condition says of itself, and the reason that stands in an explanation where it does not hold. */
class ConditionWordsTest {

    private static void says(String words, Reason failure, Condition condition) {
        assertEquals(words, condition.toString());
        assertEquals(failure, condition.failure(), words);
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void conditionsOnLines() {
        says("category coffee or tea", Reason.OTHER_CATEGORY, Condition.category("tea", "coffee"));
        says("sku s1", Reason.OTHER_SKU, Condition.sku("s1"));
        says("brand b1 or b2", Reason.OTHER_BRAND, Condition.brand("b1", "b2"));
        says("line kind SERVICE or FEE", Reason.OTHER_LINE_KIND, Condition.lineKind(LineKind.FEE, LineKind.SERVICE));
    }

    @Test
    void conditionsOnTheVisit() {
        says(
                "at STORE ginza or STORE kyoto",
                Reason.OTHER_PLACE,
                Condition.at(Place.store("kyoto"), Place.store("ginza"), Place.store("kyoto")));
        says("channel STORE or APP", Reason.OTHER_CHANNEL, Condition.channel(Channel.STORE, Channel.APP));
        says("paid by CASH", Reason.OTHER_TENDER, Condition.paidBy(TenderKind.CASH));
        says("spending at least JPY 500", Reason.BELOW_MINIMUM_SPEND, Condition.minimumSpend(yen(500)));
        says(
                "spending at least JPY 500 on category tea",
                Reason.BELOW_MINIMUM_SPEND,
                Condition.minimumSpend(yen(500), Condition.category("tea")));
        says("with category tea", Reason.NO_SUCH_LINE, Condition.contains(Condition.category("tea")));
        says("first purchase", Reason.NOT_FIRST_PURCHASE, Condition.firstPurchase());
    }

    @Test
    void conditionsOnTheCustomer() {
        says("diet none or vegan", Reason.OTHER_ATTRIBUTE, Condition.attribute("diet", "vegan", "none"));
        says("segment tea or wine", Reason.OTHER_SEGMENT, Condition.segment("wine", "tea"));
        says("tier Gold", Reason.OTHER_TIER, Condition.tier("Gold"));
        says("on BIRTHDAY", Reason.NOT_THE_OCCASION, Condition.onTheDayOf(Occasion.BIRTHDAY));
        says("in the month of BIRTHDAY", Reason.NOT_THE_OCCASION, Condition.inTheMonthOf(Occasion.BIRTHDAY));
    }

    @Test
    void conditionsOnTheTime() {
        DateWindow april = DateWindow.ofDates(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));
        says("during " + april, Reason.OUTSIDE_DATES, Condition.during(april));
        assertEquals(Shop.base().when(Condition.during(april)), Shop.base().during(april));
        WeeklyHours mornings = WeeklyHours.parse("MON-FRI 08:00-10:00");
        says("hours " + mornings, Reason.OUTSIDE_HOURS, Condition.hours(mornings));
        says("on MONDAY or SUNDAY", Reason.OTHER_DAY, Condition.on(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
    }

    @Test
    void conditionsOnOtherFacts() {
        says("verified purchase", Reason.UNVERIFIED, Condition.verifiedPurchase());
        says("at least 4 stars", Reason.RATED_LOWER, Condition.ratedAtLeast(4));
        says("product kettle or pot", Reason.OTHER_SKU, Condition.product("pot", "kettle"));
        says("km is 5", Reason.OTHER_PAYLOAD, Condition.payload("km", new AttributeValue.Number(Ratio.of(5))));
        says("km at least 5/2", Reason.OTHER_PAYLOAD, Condition.payloadAtLeast("km", Ratio.of(5, 2)));
    }

    @Test
    void wordsThatJoinOthers() {
        Condition tea = Condition.category("tea");
        Condition gold = Condition.tier("Gold");
        says("tier Gold and category tea", Reason.NO_SUCH_LINE, gold.and(tea));
        says("(tier Gold or category tea)", Reason.NO_ALTERNATIVE, gold.or(tea));
        says("not (tier Gold)", Reason.CONDITION_EXCLUDES, Condition.not(gold));
        says("always", Condition.always().failure(), Condition.always());
    }

    @Test
    void whatCanNeverHoldIsRefused() {
        assertEquals(1, new FactCondition.RatedAtLeast(1).stars());
        assertEquals(5, new FactCondition.RatedAtLeast(5).stars());
        refused("stars must be in [1, 5]: 0", () -> Condition.ratedAtLeast(0));
        refused("stars must be in [1, 5]: 6", () -> Condition.ratedAtLeast(6));
        refused("products must not be empty", Condition::product);
        refused("products must not be blank", () -> Condition.product("kettle", " "));
        refused("places must not be empty", Condition::at);
        refused("categories must not be empty", Condition::category);
    }

    @Test
    void setsOfWordsAreSortedAndCannotBeChanged() {
        FactCondition.OfProduct products = (FactCondition.OfProduct) Condition.product("pot", "kettle", "pot");
        assertEquals(List.of("kettle", "pot"), List.copyOf(products.products()));
        assertThrows(
                UnsupportedOperationException.class, () -> products.products().add("cup"));
    }
}
