package io.loyalty.time;

import static net.jqwik.api.statistics.Statistics.label;

import io.loyalty.testing.TimeArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.statistics.StatisticsReport;

/** That the difficult values of the fixtures really come up; here, because all of their own package is published. */
@StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
class TimeArbitrariesProperties {

    @Property(seed = "3111")
    void leapDaysAndMonthEndsAreCommon(@ForAll("dates") LocalDate date) {
        boolean leapDay = date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
        label("leap day").collect(leapDay);
        label("leap day").coverage(coverage -> coverage.check(true).percentage(p -> p >= 10));
        label("month end").collect(date.plusDays(1).getDayOfMonth() == 1);
        label("month end").coverage(coverage -> coverage.check(true).percentage(p -> p >= 15));
    }

    @Property(seed = "3112")
    void changesOfTheClockAreCommon(@ForAll("moments") Tuple2<ZoneId, Instant> moment) {
        Instant instant = moment.get2();
        Instant hoursBefore = instant.minusSeconds(7_200);
        ZoneOffset offset = moment.get1().getRules().getOffset(instant);
        ZoneOffset before = moment.get1().getRules().getOffset(hoursBefore);
        label("change").collect(Integer.signum(offset.compareTo(before)));
        label("change").coverage(coverage -> {
            coverage.check(-1).percentage(p -> p >= 2);
            coverage.check(1).percentage(p -> p >= 2);
        });
        LocalDate date = BusinessDay.midnight(moment.get1()).dateOf(instant);
        boolean first = instant.equals(BusinessDay.midnight(moment.get1()).startOf(date));
        label("first moment of a date").collect(first);
        label("first moment of a date")
                .coverage(coverage -> coverage.check(true).percentage(p -> p >= 3));
    }

    @Property(seed = "3113")
    void someHoursCrossMidnightAndSomeAreNone(@ForAll("hours") WeeklyHours hours) {
        label("none").collect(hours.isEmpty());
        label("none").coverage(coverage -> coverage.check(true).percentage(p -> p >= 1));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return TimeArbitraries.dates();
    }

    @Provide
    Arbitrary<WeeklyHours> hours() {
        return TimeArbitraries.weeklyHours();
    }

    @Provide
    Arbitrary<Tuple2<ZoneId, Instant>> moments() {
        return TimeArbitraries.zones()
                .flatMap(zone -> TimeArbitraries.instantsIn(zone).map(instant -> Tuple.of(zone, instant)));
    }
}
