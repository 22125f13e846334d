package io.loyalty.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.testing.TimeArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every value type of the room. */
class TimeProperties {

    @Property(seed = "3061", tries = 300)
    void windowsReadBack(@ForAll("dateWindows") DateWindow window) {
        assertEquals(window, DateWindow.parse(window.toString()));
        assertEquals(window, Copies.of(window));
    }

    @Property(seed = "3062", tries = 300)
    void hoursReadBack(@ForAll("weeklyHours") WeeklyHours hours) {
        assertEquals(hours, WeeklyHours.parse(hours.toString()));
        assertEquals(hours, Copies.of(hours));
        assertEquals(hours.hashCode(), WeeklyHours.parse(hours.toString()).hashCode());
    }

    @Property(seed = "3063", tries = 300)
    void businessDaysReadBack(@ForAll("businessDays") BusinessDay day) {
        assertEquals(day, BusinessDay.parse(day.toString()));
        assertEquals(day, Copies.of(day));
    }

    @Property(seed = "3064", tries = 300)
    void termsReadBack(@ForAll("terms") Term term) {
        assertEquals(term, Term.parse(term.toString()));
        assertEquals(term, Copies.of(term));
    }

    @Property(seed = "3065", tries = 300)
    void qualificationPeriodsReadBack(@ForAll("qualificationPeriods") QualificationPeriod period) {
        assertEquals(period, QualificationPeriod.parse(period.toString()));
        assertEquals(period, Copies.of(period));
    }

    @Provide
    Arbitrary<DateWindow> dateWindows() {
        return TimeArbitraries.dateWindows();
    }

    @Provide
    Arbitrary<WeeklyHours> weeklyHours() {
        return TimeArbitraries.weeklyHours();
    }

    @Provide
    Arbitrary<BusinessDay> businessDays() {
        return TimeArbitraries.businessDays();
    }

    @Provide
    Arbitrary<Term> terms() {
        return TimeArbitraries.terms();
    }

    @Provide
    Arbitrary<QualificationPeriod> qualificationPeriods() {
        return TimeArbitraries.qualificationPeriods();
    }
}
