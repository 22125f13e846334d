package io.loyalty.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.time.LeapDay;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OccasionTest {

    private static final LocalDate LEAP = LocalDate.of(2004, 2, 29);

    @Test
    void aBirthdayFallsOnItsDayEachYear() {
        Occasion birthday = Occasion.birthday(LocalDate.of(1990, 7, 6));
        assertEquals(Optional.of(LocalDate.of(2026, 7, 6)), birthday.in(2026, LeapDay.FEB_28));
        assertEquals(Optional.of(LocalDate.of(1990, 7, 6)), birthday.in(1990, LeapDay.FEB_28));
    }

    @Test
    void bornOnALeapDay() {
        Occasion birthday = Occasion.birthday(LEAP);
        assertEquals(Optional.of(LocalDate.of(2026, 2, 28)), birthday.in(2026, LeapDay.FEB_28));
        assertEquals(Optional.of(LocalDate.of(2027, 2, 28)), birthday.in(2027, LeapDay.FEB_28));
        assertEquals(Optional.of(LocalDate.of(2028, 2, 29)), birthday.in(2028, LeapDay.FEB_28));
        assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), birthday.in(2026, LeapDay.MAR_1));
        assertEquals(Optional.empty(), birthday.in(2026, LeapDay.LEAP_ONLY));
    }

    @Test
    void nothingHappensBeforeTheFirstTime() {
        assertEquals(Optional.empty(), Occasion.weddingDay(LEAP).in(2003, LeapDay.FEB_28));
        assertEquals(Optional.of(LEAP), Occasion.weddingDay(LEAP).in(2004, LeapDay.FEB_28));
    }

    @Test
    void anUnknownYearHasNoBefore() {
        Occasion birthday = Occasion.birthday(MonthDay.of(7, 6));
        assertEquals(Optional.of(LocalDate.of(1, 7, 6)), birthday.in(1, LeapDay.FEB_28));
        assertEquals(Optional.of(LocalDate.of(-5, 7, 6)), birthday.in(-5, LeapDay.FEB_28));
    }

    @Test
    void factoriesNameTheirKind() {
        MonthDay day = MonthDay.of(7, 6);
        LocalDate date = LocalDate.of(2020, 7, 6);
        assertEquals(new Occasion("BIRTHDAY", day, 2020), Occasion.birthday(date));
        assertEquals(new Occasion("BIRTHDAY", day, 0), Occasion.birthday(day));
        assertEquals(new Occasion("WEDDING_DAY", day, 2020), Occasion.weddingDay(date));
        assertEquals(new Occasion("WEDDING_DAY", day, 0), Occasion.weddingDay(day));
        assertEquals(new Occasion("JOINING_DAY", day, 2020), Occasion.joiningDay(date));
        assertEquals(new Occasion("name day", day, 2020), Occasion.of("name day", date));
        assertEquals(new Occasion("name day", day, 0), Occasion.of("name day", day));
    }

    @Test
    void aMissingYearIsKnownToBeMissing() {
        assertTrue(Occasion.birthday(LEAP).hasYear());
        assertFalse(Occasion.birthday(MonthDay.of(2, 29)).hasYear());
    }

    @Test
    void yearsReachFromOneTo9999() {
        assertEquals(1, Occasion.birthday(LocalDate.of(1, 1, 1)).year());
        assertEquals(9999, Occasion.birthday(LocalDate.of(9999, 12, 31)).year());
        assertEquals("year of BIRTHDAY must be in [1, 9999]", refusal(() -> Occasion.birthday(LocalDate.of(0, 1, 1))));
        String outOfRange = "year of BIRTHDAY must be in [1, 9999], or 0 if unknown";
        assertEquals(outOfRange, refusal(() -> Occasion.birthday(LocalDate.of(-1, 1, 1))));
        assertEquals(outOfRange, refusal(() -> Occasion.birthday(LocalDate.of(10_000, 1, 1))));
    }

    @Test
    void aLeapDayThatNeverWasIsRefusedWithoutNamingIt() {
        assertEquals(
                "day of BIRTHDAY must exist in the year in which it began",
                refusal(() -> new Occasion("BIRTHDAY", MonthDay.of(2, 29), 2003)));
    }

    @Test
    void theKindMustBeAWord() {
        assertEquals("kind must not be blank", refusal(() -> Occasion.of("", MonthDay.of(1, 1))));
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals("kind", missing(() -> Occasion.of(null, MonthDay.of(1, 1))));
        assertEquals("day", missing(() -> Occasion.birthday((MonthDay) null)));
        assertEquals("date", missing(() -> Occasion.birthday((LocalDate) null)));
        assertEquals("policy", missing(() -> Occasion.birthday(LEAP).in(2026, null)));
    }

    @Test
    void farYearsWork() {
        Occasion birthday = Occasion.birthday(MonthDay.of(2, 29));
        assertEquals(Optional.of(LocalDate.of(Year.MAX_VALUE, 2, 28)), birthday.in(Year.MAX_VALUE, LeapDay.FEB_28));
    }

    @Test
    void printsNoDate() {
        assertEquals("Occasion[BIRTHDAY]", Occasion.birthday(LEAP).toString());
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    private static String missing(Executable call) {
        return assertThrows(NullPointerException.class, call).getMessage();
    }
}
