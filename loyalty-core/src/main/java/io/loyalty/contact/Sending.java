package io.loyalty.contact;

import io.loyalty.customer.Occasion;
import io.loyalty.money.Ratio;
import io.loyalty.points.PointType;
import io.loyalty.text.Code;
import io.loyalty.time.LeapDay;
import java.time.Period;
import java.util.Set;

/** The beginning of a {@link ContactRule}: which text is sent; when, comes next. */
public final class Sending {

    private final String template;

    Sending(String template) {
        this.template = Code.require(template, "template");
    }

    /**
     * On the day of a purchase, to thank for it.
     *
     * @param which the purchases meant
     * @return the rule
     */
    public ContactRule afterEvery(Purchases which) {
        return afterEvery(which, Period.ZERO);
    }

    /**
     * Some time after a purchase, to ask how things are.
     *
     * @param which the purchases meant
     * @param later how long after it
     * @return the rule
     * @throws IllegalArgumentException if a part of the period is negative
     */
    public ContactRule afterEvery(Purchases which, Period later) {
        return rule(ContactPurpose.FOLLOW_UP, new Moment.AfterPurchase(which, later));
    }

    /**
     * Some time after a purchase, to ask for a review; not if one has been written since.
     *
     * @param which the purchases meant
     * @param later how long after it
     * @return the rule
     * @throws IllegalArgumentException if a part of the period is negative
     */
    public ContactRule toAskForReview(Purchases which, Period later) {
        return rule(ContactPurpose.REVIEW_REQUEST, new Moment.AfterPurchase(which, later));
    }

    /**
     * Some time after a purchase, to ask to bring a friend; not who has brought one.
     *
     * @param which the purchases meant, for example {@code Purchases.number(3)}
     * @param later how long after it
     * @return the rule
     * @throws IllegalArgumentException if a part of the period is negative
     */
    public ContactRule toInviteFriends(Purchases which, Period later) {
        return rule(ContactPurpose.REFERRAL_INVITATION, new Moment.AfterPurchase(which, later));
    }

    /**
     * On the day of joining.
     *
     * @return the rule
     */
    public ContactRule onJoining() {
        return afterJoining(Period.ZERO);
    }

    /**
     * Some time after joining.
     *
     * @param later how long after it
     * @return the rule
     * @throws IllegalArgumentException if a part of the period is negative
     */
    public ContactRule afterJoining(Period later) {
        return rule(ContactPurpose.WELCOME, new Moment.AfterJoining(later));
    }

    /**
     * Before each birthday; who was born on 29 February has it on the 28th in common years.
     *
     * @param days how many days before, 0 to 366
     * @return the rule
     * @throws IllegalArgumentException if the number is out of range
     */
    public ContactRule beforeBirthday(int days) {
        return beforeOccasion(Occasion.BIRTHDAY, days, LeapDay.FEB_28);
    }

    /**
     * Before each return of the day of joining.
     *
     * @param days how many days before, 0 to 366
     * @return the rule
     * @throws IllegalArgumentException if the number is out of range
     */
    public ContactRule beforeAnniversary(int days) {
        return beforeOccasion(Occasion.JOINING_DAY, days, LeapDay.FEB_28);
    }

    /**
     * Before each return of a yearly date.
     *
     * @param kind the kind of occasion, see {@link Occasion}
     * @param days how many days before, 0 to 366
     * @param leapDay on which day 29 February is kept in common years
     * @return the rule
     * @throws IllegalArgumentException if the kind is no proper word or the number is out of range
     */
    public ContactRule beforeOccasion(String kind, int days, LeapDay leapDay) {
        return rule(ContactPurpose.OCCASION, new Moment.BeforeOccasion(kind, days, leapDay));
    }

    /**
     * Before points of the usual currency die.
     *
     * @param days how many days before their last valid day, 0 to 366
     * @return the rule
     * @throws IllegalArgumentException if the number is out of range
     */
    public ContactRule beforePointsExpire(int days) {
        return beforePointsExpire(days, 1, PointType.POINTS);
    }

    /**
     * Before points die.
     *
     * @param days how many days before their last valid day, 0 to 366
     * @param atLeast how many points must die on one day to be worth a word, at least 1
     * @param currency the name of the points, see {@link PointType}
     * @return the rule
     * @throws IllegalArgumentException if a number is out of range
     */
    public ContactRule beforePointsExpire(int days, long atLeast, String currency) {
        return rule(ContactPurpose.EXPIRING_POINTS, new Moment.BeforePointsExpire(days, atLeast, currency));
    }

    /**
     * When the next tier is near.
     *
     * @param share how much of what the tier asks for must have been reached, above 0 and below 1
     * @return the rule
     * @throws IllegalArgumentException if the share is out of range
     */
    public ContactRule nearNextTier(Ratio share) {
        return rule(ContactPurpose.NEXT_TIER, new Moment.NearNextTier(share));
    }

    /**
     * Before a tier runs out.
     *
     * @param days how many days before its last day, 0 to 366
     * @return the rule
     * @throws IllegalArgumentException if the number is out of range
     */
    public ContactRule beforeTierEnds(int days) {
        return rule(ContactPurpose.TIER_AT_RISK, new Moment.BeforeTierEnds(days));
    }

    /**
     * Before what is left of a benefit lapses.
     *
     * @param days how many days before the last day, 0 to 366
     * @param benefits the ids of the benefits meant; none for all
     * @return the rule
     * @throws IllegalArgumentException if the number is out of range
     */
    public ContactRule beforeBenefitLapses(int days, String... benefits) {
        return rule(ContactPurpose.UNUSED_BENEFIT, new Moment.BeforeBenefitLapses(days, Set.of(benefits)));
    }

    /**
     * When the customer has not come for longer than usual.
     *
     * @param factor how many times the usual gap must have passed, above 0
     * @return the rule
     * @throws IllegalArgumentException if the factor is not above 0
     */
    public ContactRule whenOverdue(Ratio factor) {
        return rule(ContactPurpose.WIN_BACK, new Moment.WhenOverdue(factor));
    }

    /**
     * When the customer has not come for so long, whatever is usual.
     *
     * @param away how long, not zero
     * @return the rule
     * @throws IllegalArgumentException if the period is zero or a part of it is negative
     */
    public ContactRule whenAwayFor(Period away) {
        return rule(ContactPurpose.WIN_BACK, new Moment.WhenAway(away));
    }

    /**
     * On the day of a complaint.
     *
     * @param type the kind of {@link io.loyalty.visit.CustomActivity} by which the host reports complaints
     * @return the rule
     * @throws IllegalArgumentException if the kind is no proper word
     */
    public ContactRule afterComplaint(String type) {
        return afterComplaint(type, Period.ZERO);
    }

    /**
     * Some time after a complaint.
     *
     * @param type the kind of {@link io.loyalty.visit.CustomActivity} by which the host reports complaints
     * @param later how long after it
     * @return the rule
     * @throws IllegalArgumentException if the kind is no proper word or a part of the period is negative
     */
    public ContactRule afterComplaint(String type, Period later) {
        return rule(ContactPurpose.RECOVERY, new Moment.AfterFact(type, later));
    }

    /**
     * On the day of a low answer to a survey.
     *
     * @param type the kind of {@link io.loyalty.visit.CustomActivity} by which the host reports answers
     * @param attribute the name of the number in its payload
     * @param atMost the highest number that is low
     * @return the rule
     * @throws IllegalArgumentException if a name is no proper word
     */
    public ContactRule afterLowAnswer(String type, String attribute, long atMost) {
        return rule(ContactPurpose.RECOVERY, new Moment.AfterLowAnswer(type, attribute, Ratio.of(atMost), Period.ZERO));
    }

    /**
     * On the day of a review with few stars.
     *
     * @param atMost the highest number of stars that is low, 1 to 5
     * @return the rule
     * @throws IllegalArgumentException if the number is out of range
     */
    public ContactRule afterLowRating(int atMost) {
        return rule(ContactPurpose.RECOVERY, new Moment.AfterLowRating(atMost, Period.ZERO));
    }

    /**
     * At any moment, for any purpose.
     *
     * @param moment when there is something to say
     * @param purpose what the contact is for
     * @return the rule
     */
    public ContactRule at(Moment moment, ContactPurpose purpose) {
        return rule(purpose, moment);
    }

    private ContactRule rule(ContactPurpose purpose, Moment moment) {
        return ContactRule.of(template, purpose, moment);
    }
}
