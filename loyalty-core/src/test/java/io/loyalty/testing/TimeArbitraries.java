package io.loyalty.testing;

import io.loyalty.time.BusinessDay;
import io.loyalty.time.CalendarUnit;
import io.loyalty.time.DateWindow;
import io.loyalty.time.LeapDay;
import io.loyalty.time.QualificationPeriod;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import io.loyalty.time.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Arbitraries for {@code io.loyalty.time}: zones and instants around changes of their clocks, leap days, month ends, terms.
 *
 * <p>Dates and instants lie in 1970 to 2099, where programs live; instants may pass that by a day. Difficult values are
 * mixed in with fixed shares, therefore jqwik's own edge cases are switched off: they would crowd out the rest.
 */
public final class TimeArbitraries {

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private TimeArbitraries() {}

    /**
     * Zones with and without changes of the clock, among them some that lack midnight on the day of a change
     * (America/Sao_Paulo, America/Havana, Asia/Beirut), change at one minute past it (America/St_Johns), by half an hour
     * (Australia/Lord_Howe), skipped a whole date (Pacific/Apia), or have odd offsets (Asia/Kathmandu, Pacific/Chatham).
     *
     * @return a zone
     */
    public static Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Asia/Tokyo",
                        "Europe/Berlin",
                        "America/New_York",
                        "America/Sao_Paulo",
                        "America/Havana",
                        "America/St_Johns",
                        "America/Nuuk",
                        "Asia/Beirut",
                        "Asia/Kathmandu",
                        "Africa/Casablanca",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Pacific/Chatham",
                        "Pacific/Kiritimati",
                        "Etc/GMT+12",
                        "Z",
                        "+05:30")
                .map(ZoneId::of)
                .withoutEdgeCases();
    }

    /**
     * Any date from 1970 to 2099, leaning towards leap days and their neighbours and the ends of months and years.
     *
     * @return a date
     */
    public static Arbitrary<LocalDate> dates() {
        Arbitrary<Integer> years = Arbitraries.integers().between(FIRST.getYear(), LAST.getYear());
        Arbitrary<LocalDate> aroundMonthEnds = Combinators.combine(
                        years,
                        Arbitraries.of(Month.class),
                        Arbitraries.integers().between(-2, 1))
                .as((year, month, more) -> LocalDate.of(year, month, 15)
                        .withDayOfMonth(month.length(Year.isLeap(year)))
                        .plusDays(more))
                .filter(date -> !date.isAfter(LAST));
        Arbitrary<LocalDate> leapDays = years.filter(Year::isLeap).map(year -> LocalDate.of(year, 2, 29));
        Arbitrary<LocalDate> any = Arbitraries.longs()
                .between(FIRST.toEpochDay(), LAST.toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Arbitraries.frequencyOf(Tuple.of(2, leapDays), Tuple.of(4, aroundMonthEnds), Tuple.of(4, any))
                .withoutEdgeCases();
    }

    /**
     * Any time of day, leaning towards midnight, whole hours and what lies just before them.
     *
     * @return a time, to the nanosecond
     */
    public static Arbitrary<LocalTime> times() {
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                2,
                                Arbitraries.of(
                                        LocalTime.MIN,
                                        LocalTime.of(0, 1),
                                        LocalTime.NOON,
                                        LocalTime.of(23, 59),
                                        LocalTime.MAX)),
                        Tuple.of(3, Arbitraries.integers().between(0, 23).map(hour -> LocalTime.of(hour, 0))),
                        Tuple.of(
                                1,
                                Arbitraries.integers()
                                        .between(0, 23)
                                        .map(hour -> LocalTime.of(hour, 0).minusNanos(1))),
                        Tuple.of(
                                3,
                                Arbitraries.longs()
                                        .between(0, LocalTime.MAX.toNanoOfDay())
                                        .map(LocalTime::ofNanoOfDay)))
                .withoutEdgeCases();
    }

    /**
     * Times of whole minutes, leaning towards midnight and whole hours.
     *
     * @return a time
     */
    public static Arbitrary<LocalTime> minutes() {
        return times().map(time -> LocalTime.of(time.getHour(), time.getMinute()));
    }

    /**
     * Times at which a business day may turn: mostly midnight or the early morning.
     *
     * @return a time
     */
    public static Arbitrary<LocalTime> cutOffs() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.just(LocalTime.MIDNIGHT)),
                        Tuple.of(
                                4,
                                Arbitraries.integers()
                                        .between(0, 12)
                                        .map(halves -> LocalTime.of(halves / 2, halves % 2 * 30))),
                        Tuple.of(1, times()))
                .withoutEdgeCases();
    }

    /**
     * Any instant from 1970 to 2099, to the nanosecond, leaning towards the first and last moments of UTC days.
     *
     * @return an instant
     */
    public static Arbitrary<Instant> instants() {
        return instantsIn(ZoneOffset.UTC);
    }

    /**
     * Instants from 1970 to 2099, leaning towards what a zone makes difficult: moments around changes of its clock, and
     * around the first moment of its dates.
     *
     * @param zone the zone
     * @return an instant
     */
    public static Arbitrary<Instant> instantsIn(ZoneId zone) {
        long first = FIRST.atStartOfDay(zone).toEpochSecond();
        long last = LAST.atStartOfDay(zone).toEpochSecond();
        Arbitrary<Instant> any = Combinators.combine(
                        Arbitraries.longs().between(first, last),
                        Arbitraries.integers().between(0, 999_999_999))
                .as((second, nano) -> Instant.ofEpochSecond(second, nano));
        Arbitrary<Instant> aroundDays =
                around(dates().map(date -> date.atStartOfDay(zone).toInstant()));
        List<Instant> changes = changes(zone);
        Arbitrary<Instant> aroundChanges = changes.isEmpty() ? any : around(Arbitraries.of(changes));
        return Arbitraries.oneOf(any, aroundDays, aroundChanges).withoutEdgeCases();
    }

    /** The centres, a nanosecond to either side, some quarters of an hour away, and anything within a day. */
    static Arbitrary<Instant> around(Arbitrary<Instant> centre) {
        return Combinators.combine(
                        centre,
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.of(-1L, 0L, 1L)),
                                Tuple.of(
                                        3,
                                        Arbitraries.longs()
                                                .between(-8, 8)
                                                .map(quarters -> quarters * 900_000_000_000L)),
                                Tuple.of(2, Arbitraries.longs().between(-90_000_000_000_000L, 90_000_000_000_000L))))
                .as(Instant::plusNanos);
    }

    private static List<Instant> changes(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        List<Instant> changes = new ArrayList<>();
        Instant last = Instant.parse("2040-01-01T00:00:00Z");
        ZoneOffsetTransition change = rules.nextTransition(Instant.parse("1970-01-02T00:00:00Z"));
        while (change != null && change.getInstant().isBefore(last)) {
            changes.add(change.getInstant());
            change = rules.nextTransition(change.getInstant());
        }
        return changes;
    }

    /**
     * Yearly days, 29 February often among them.
     *
     * @return a month and day
     */
    public static Arbitrary<MonthDay> yearlyDays() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                MonthDay.of(2, 28),
                                MonthDay.of(2, 29),
                                MonthDay.of(3, 1),
                                MonthDay.of(1, 1),
                                MonthDay.of(12, 31)),
                        Arbitraries.integers()
                                .between(1, 366)
                                .map(day -> MonthDay.from(LocalDate.ofYearDay(2000, day))))
                .withoutEdgeCases();
    }

    /**
     * Periods of days, months, years or a mixture, up to about fifty years, no part negative, sometimes zero.
     *
     * @return a period
     */
    public static Arbitrary<Period> periods() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                Period.ZERO,
                                Period.ofDays(1),
                                Period.ofMonths(1),
                                Period.ofMonths(12),
                                Period.ofYears(1)),
                        Arbitraries.integers().between(0, 800).map(Period::ofDays),
                        Arbitraries.integers().between(0, 60).map(Period::ofMonths),
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 40),
                                        Arbitraries.integers().between(0, 24),
                                        Arbitraries.integers().between(0, 100))
                                .as(Period::of))
                .withoutEdgeCases();
    }

    /**
     * Windows with and without open ends, sometimes empty.
     *
     * @return a window
     */
    public static Arbitrary<DateWindow> dateWindows() {
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                6,
                                Combinators.combine(
                                                dates(), Arbitraries.integers().between(0, 1_000))
                                        .as((from, days) -> DateWindow.of(from, from.plusDays(days)))),
                        Tuple.of(1, dates().map(DateWindow::since)),
                        Tuple.of(1, dates().map(DateWindow::through)),
                        Tuple.of(1, Arbitraries.just(DateWindow.always())))
                .withoutEdgeCases();
    }

    /**
     * Hours of the week put together of up to four ranges, among them such that cross midnight, whole days, and none at all.
     *
     * @return hours
     */
    public static Arbitrary<WeeklyHours> weeklyHours() {
        return Combinators.combine(Arbitraries.of(DayOfWeek.class).set().ofMinSize(1), minutes(), minutes())
                .as(WeeklyHours::of)
                .list()
                .ofMaxSize(4)
                .map(ranges -> ranges.stream().reduce(WeeklyHours.none(), WeeklyHours::and))
                .withoutEdgeCases();
    }

    /**
     * Business days in any zone of {@link #zones()} with any cut-off of {@link #cutOffs()}.
     *
     * @return a business day
     */
    public static Arbitrary<BusinessDay> businessDays() {
        return Combinators.combine(zones(), cutOffs()).as(BusinessDay::of).withoutEdgeCases();
    }

    /**
     * Terms of every kind.
     *
     * @return a term
     */
    public static Arbitrary<Term> terms() {
        return Arbitraries.oneOf(
                        periods().map(Term::of),
                        Combinators.combine(Arbitraries.of(CalendarUnit.class), periods())
                                .as(Term::endOf),
                        Combinators.combine(Arbitraries.of(Month.class), Arbitraries.of(Term.FiscalYear.class))
                                .as(Term::endOfFiscalYear),
                        dates().map(Term::until),
                        Combinators.combine(
                                        periods(),
                                        Arbitraries.of(Renewal.class).set().ofMinSize(1))
                                .as(Term::sliding),
                        Arbitraries.just(Term.never()))
                .withoutEdgeCases();
    }

    /**
     * Qualification periods of every kind.
     *
     * @return a period
     */
    public static Arbitrary<QualificationPeriod> qualificationPeriods() {
        return Arbitraries.oneOf(
                        Arbitraries.of(Month.class).map(QualificationPeriod::calendarYear),
                        periods().filter(period -> !period.isZero()).map(QualificationPeriod::rolling),
                        Arbitraries.of(LeapDay.FEB_28, LeapDay.MAR_1).map(QualificationPeriod::anniversary),
                        Arbitraries.just(QualificationPeriod.lifetime()))
                .withoutEdgeCases();
    }
}
