package io.loyalty.earning;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.time.LeapDay;
import java.math.RoundingMode;
import java.time.Period;

/**
 * The beginning of a rule that gives points: how many, not yet what for. Made by {@link EarningRule#earn(long)}.
 *
 * <p>Each verb ends the sentence. The rule is named after what it says, until {@link EarningRule#named(String)} gives it a
 * name of its own. All verbs refuse points below 1 with an {@link IllegalArgumentException}. Immutable.
 */
public final class Earning {

    private final long points;

    Earning(long points) {
        this.points = points;
    }

    /**
     * For each full step of an amount spent, on the terms of {@link EarningBase#DEFAULT} and {@link Rounding#DEFAULT}.
     *
     * @param step the amount, above 0
     * @return the rule
     * @throws IllegalArgumentException if the step is not above 0
     */
    public EarningRule perFull(Money step) {
        return spend(step, RateForm.STEP);
    }

    /**
     * In proportion to an amount spent, on the terms of {@link EarningBase#DEFAULT} and {@link Rounding#DEFAULT}.
     *
     * @param amount the amount, above 0
     * @return the rule
     * @throws IllegalArgumentException if the amount is not above 0
     */
    public EarningRule per(Money amount) {
        return spend(amount, RateForm.PROPORTIONAL);
    }

    /**
     * For each unit bought.
     *
     * @return the rule, which multipliers multiply
     */
    public EarningRule perUnit() {
        return EarningRule.of(new Effect.PerUnit(points, Rounding.DEFAULT));
    }

    /**
     * For each visit.
     *
     * @return the rule, which multipliers multiply
     */
    public EarningRule perVisit() {
        return EarningRule.of(new Effect.PerVisit(points, RoundingMode.FLOOR));
    }

    /**
     * For each full step of a number that a fact of the host's own kind carries.
     *
     * @param step the step, above 0
     * @param attribute the number's name in the payload
     * @param type the kind of fact
     * @return the rule
     * @throws IllegalArgumentException if the step is not above 0
     */
    public EarningRule perFull(Ratio step, String attribute, String type) {
        return measured(step, RateForm.STEP, attribute, type);
    }

    /**
     * In proportion to a number that a fact of the host's own kind carries, rounded down.
     *
     * @param number for which number, above 0
     * @param attribute the number's name in the payload
     * @param type the kind of fact
     * @return the rule
     * @throws IllegalArgumentException if the number is not above 0
     */
    public EarningRule per(Ratio number, String attribute, String type) {
        return measured(number, RateForm.PROPORTIONAL, attribute, type);
    }

    /**
     * For every so many-th visit.
     *
     * @param n every how many-th, at least 1
     * @return the rule
     * @throws IllegalArgumentException if {@code n} is below 1
     */
    public EarningRule onEveryVisit(int n) {
        return fixed(new Trigger.OnVisit(), new Milestone.EveryNth(n));
    }

    /**
     * For visits in so many weeks without a gap.
     *
     * @param weeks how many, 2 to 120
     * @return the rule
     * @throws IllegalArgumentException if the number is out of range
     */
    public EarningRule forWeeksInARow(int weeks) {
        return fixed(new Trigger.OnVisit(), new Milestone.InARow(weeks, Milestone.InARow.Stretch.WEEKS));
    }

    /**
     * For visits in so many months without a gap.
     *
     * @param months how many, 2 to 120
     * @return the rule
     * @throws IllegalArgumentException if the number is out of range
     */
    public EarningRule forMonthsInARow(int months) {
        return fixed(new Trigger.OnVisit(), new Milestone.InARow(months, Milestone.InARow.Stretch.MONTHS));
    }

    /**
     * For so many visits within a period.
     *
     * @param visits how many, 2 to 120
     * @param period the period, not zero, no part of it negative
     * @return the rule
     * @throws IllegalArgumentException if the number or the period is out of range
     */
    public EarningRule forVisitsWithin(int visits, Period period) {
        return fixed(new Trigger.OnVisit(), new Milestone.Within(visits, period));
    }

    /**
     * For joining, once.
     *
     * @return the rule
     */
    public EarningRule onSignUp() {
        return fixed(new Trigger.OnSignUp(), Milestone.Each.INSTANCE).atMost(Cap.times(1, Cap.Per.LIFETIME));
    }

    /**
     * For a review, the first of each product.
     *
     * @return the rule
     */
    public EarningRule onReview() {
        return fixed(new Trigger.OnReview(Trigger.OnReview.Repeat.ONCE_PER_PRODUCT), Milestone.Each.INSTANCE);
    }

    /**
     * For a yearly date of the customer, when the host reports it.
     *
     * @param kind the kind of the occasion, see {@link io.loyalty.customer.Occasion}
     * @return the rule, which pays once a year, and not within {@value Trigger.OnOccasion#MIN_GAP_DAYS} days
     */
    public EarningRule onOccasion(String kind) {
        return onOccasion(kind, Trigger.OnOccasion.By.REPORT);
    }

    /**
     * For a yearly date of the customer.
     *
     * @param kind the kind of the occasion, see {@link io.loyalty.customer.Occasion}
     * @param by by what fact it is noticed: a report, a visit on the day, or one in its month
     * @return the rule, which pays once a year, and not within {@value Trigger.OnOccasion#MIN_GAP_DAYS} days
     */
    public EarningRule onOccasion(String kind, Trigger.OnOccasion.By by) {
        return on(new Trigger.OnOccasion(kind, by, LeapDay.FEB_28, Trigger.OnOccasion.MIN_GAP_DAYS));
    }

    /**
     * For a fact of the host's own kind.
     *
     * @param type the kind of fact
     * @return the rule
     */
    public EarningRule onCustom(String type) {
        return on(new Trigger.OnCustom(type));
    }

    /**
     * For bringing another customer, whether or not that one ever buys.
     *
     * @return the rule
     */
    public EarningRule onReferralMade() {
        return on(new Trigger.OnReferralMade());
    }

    /**
     * To the customer who brought another, when a purchase of the other makes the referral good.
     *
     * @param qualification with which purchase
     * @return the rule
     */
    public EarningRule toReferrer(Qualification qualification) {
        return on(new Trigger.ToReferrer(qualification));
    }

    /**
     * To the customer who was brought by another, when a purchase makes the referral good.
     *
     * @param qualification with which purchase
     * @return the rule
     */
    public EarningRule toReferee(Qualification qualification) {
        return on(new Trigger.ToReferee(qualification));
    }

    /**
     * For each fact of a kind.
     *
     * @param trigger which facts
     * @return the rule
     */
    public EarningRule on(Trigger trigger) {
        return fixed(trigger, Milestone.Each.INSTANCE);
    }

    private EarningRule fixed(Trigger trigger, Milestone milestone) {
        return EarningRule.of(new Effect.Fixed(points, trigger, milestone));
    }

    private EarningRule spend(Money per, RateForm form) {
        return EarningRule.of(new Effect.Spend(points, per, form, EarningBase.DEFAULT, Rounding.DEFAULT));
    }

    private EarningRule measured(Ratio per, RateForm form, String attribute, String type) {
        return EarningRule.of(new Effect.Measured(points, per, form, type, attribute, RoundingMode.FLOOR));
    }
}
