package io.loyalty.earning;

import static io.loyalty.earning.Shop.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Occasion;
import io.loyalty.money.Ratio;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.CustomActivity;
import io.loyalty.visit.OccasionReached;
import io.loyalty.visit.Place;
import io.loyalty.visit.ReferralMade;
import io.loyalty.visit.Review;
import io.loyalty.visit.ReviewOrigin;
import io.loyalty.visit.SignUp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a rule with points of its own is about, and what it has to remember. */
class FixedRuleTest {

    private static final Instant AT = Shop.at(Shop.NOON);

    /** One fact of each kind, two of those that have kinds within. */
    private static final List<Activity> FACTS = List.of(
            visit(),
            new SignUp(ActivityId.of("s"), Shop.ID, AT, Place.app("app")),
            new Review(ActivityId.of("w"), Shop.ID, AT, "kettle", 5, ReviewOrigin.UNVERIFIED),
            new ReferralMade(ActivityId.of("f"), Shop.ID, AT, CustomerId.of("c-2")),
            CustomActivity.of(ActivityId.of("ride"), Shop.ID, AT, "RIDE"),
            CustomActivity.of(ActivityId.of("swim"), Shop.ID, AT, "SWIM"),
            new OccasionReached(ActivityId.of("b"), Shop.ID, AT, Occasion.BIRTHDAY, LocalDate.of(2026, 4, 1)),
            new OccasionReached(ActivityId.of("j"), Shop.ID, AT, Occasion.JOINING_DAY, LocalDate.of(2026, 4, 1)));

    private static FixedRule compiled(EarningRule rule) {
        FixedRule[] fixed = EarningPlan.of(rule).compiled().fixed;
        assertEquals(1, fixed.length);
        return fixed[0];
    }

    /** The keys of the facts that a rule is about. */
    private static String about(EarningRule rule) {
        FixedRule fixed = compiled(rule);
        return FACTS.stream()
                .filter(fixed::isAbout)
                .map(fact -> fact.id().value())
                .collect(Collectors.joining(" "));
    }

    @Test
    void eachTriggerHasFactsOfItsOwn() {
        Earning earn = EarningRule.earn(5);
        assertEquals("r-" + Shop.NOON, about(EarningRule.bonus("b", 5)));
        assertEquals("r-" + Shop.NOON, about(earn.onEveryVisit(3)));
        assertEquals("s", about(earn.onSignUp()));
        assertEquals("w", about(earn.onReview()));
        assertEquals("f", about(earn.onReferralMade()));
        assertEquals("ride", about(earn.onCustom("RIDE")));
        assertEquals("swim", about(earn.perFull(Ratio.ONE, "km", "SWIM")));
        assertEquals("b", about(earn.onOccasion(Occasion.BIRTHDAY)));
        assertEquals("j", about(earn.onOccasion(Occasion.JOINING_DAY)));
        for (Trigger.OnOccasion.By by :
                List.of(Trigger.OnOccasion.By.VISIT_ON_THE_DAY, Trigger.OnOccasion.By.VISIT_IN_THE_MONTH)) {
            assertEquals("r-" + Shop.NOON, about(earn.onOccasion(Occasion.BIRTHDAY, by)));
        }
        assertEquals("r-" + Shop.NOON, about(earn.toReferrer(Qualification.firstOnly(5))));
        assertEquals("r-" + Shop.NOON, about(earn.toReferee(Qualification.firstOnly(5))));
    }

    /** Whether it has a milestone, is guarded, remembers products, and depends on the past. */
    private static String memory(EarningRule rule) {
        FixedRule fixed = compiled(rule);
        return (fixed.hasMilestone() ? "milestone " : "")
                + (fixed.isGuarded() ? "guarded " : "")
                + (fixed.remembersProducts() ? "products " : "")
                + (fixed.dependsOnThePast() ? "past" : "");
    }

    @Test
    void onlyWhatMayBePaidOnceOrLaterLooksBack() {
        Earning earn = EarningRule.earn(5);
        assertEquals("", memory(EarningRule.bonus("b", 5)));
        assertEquals("", memory(earn.onCustom("RIDE")));
        assertEquals("", memory(earn.per(Ratio.ONE, "km", "RIDE")));
        assertEquals("", memory(earn.onReferralMade()));
        assertEquals("milestone past", memory(earn.onEveryVisit(3)));
        assertEquals("milestone past", memory(earn.forWeeksInARow(3)));
        assertEquals("milestone past", memory(earn.forVisitsWithin(3, Period.ofDays(9))));
        assertEquals("guarded past", memory(earn.onOccasion(Occasion.BIRTHDAY)));
        assertEquals("guarded past", memory(earn.toReferrer(Qualification.firstOnly(5))));
        assertEquals("guarded past", memory(earn.toReferee(Qualification.firstOnly(5))));
        assertEquals("guarded products ", memory(earn.onReview()));
        assertEquals("", memory(earn.on(new Trigger.OnReview(Trigger.OnReview.Repeat.EACH))));
        assertEquals("past", memory(EarningRule.bonus("b", 5).atMost(Cap.times(2, Cap.Per.BUSINESS_DAY))));
    }

    @Test
    void guardedRulesKeepTheirPlaceWhereverTheyStand() {
        EarningPlan plan = EarningPlan.of(
                EarningRule.earn(500).onOccasion(Occasion.BIRTHDAY).named("a"),
                EarningRule.earn(7).toReferrer(Qualification.firstOnly(5)).named("b"),
                EarningRule.earn(3).onCustom("RIDE").named("c"));
        FixedRule[] fixed = plan.compiled().fixed;
        assertEquals(List.of("a", "b", "c"), List.of(fixed[0].id, fixed[1].id, fixed[2].id));
        assertEquals(
                List.of(true, true, false), List.of(fixed[0].isGuarded(), fixed[1].isGuarded(), fixed[2].isGuarded()));
        EarningContext context = EarningContext.of(
                Shop.CUSTOMER.withOccasion(Occasion.birthday(LocalDate.of(1990, 4, 1))), Shop.MIDNIGHT);
        Award first = plan.award(FACTS.get(6), context);
        assertEquals(500, first.total());
        EarningContext after = context.with(context.history().after(first));
        OccasionReached again = new OccasionReached(
                ActivityId.of("b2"), Shop.ID, AT.plusSeconds(60), Occasion.BIRTHDAY, LocalDate.of(2026, 4, 1));
        assertEquals(0, plan.award(again, after).total());
    }
}
