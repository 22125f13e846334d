package io.loyalty.benchmarks;

import io.loyalty.program.MemberHistory;
import io.loyalty.visit.Line;
import io.loyalty.visit.Visit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The what-if of {@link SimulationBenchmark} as in-house code often has it: one loop over the visits of a member that knows the two
 * programs by heart, in {@link BigDecimal} and {@link ZonedDateTime}. It gives totals alone: no months, no explanation, no ledger.
 */
final class NaiveWhatIf {

    private static final BigDecimal GOLD = BigDecimal.valueOf(SimulationBenchmark.GOLD_YEN);

    private final ZoneId zone;
    private final boolean doubleOnTuesdays;

    NaiveWhatIf(ZoneId zone, boolean doubleOnTuesdays) {
        this.zone = zone;
        this.doubleOnTuesdays = doubleOnTuesdays;
    }

    /** Adds issued, expired and outstanding points to three totals from a place on. */
    void play(MemberHistory history, long[] totals, int from) {
        ZonedDateTime closing = SimulationBenchmark.LAST_DAY.plusDays(1).atStartOfDay(zone);
        BigDecimal thisYear = BigDecimal.ZERO;
        BigDecimal yearBefore = BigDecimal.ZERO;
        int year = 0;
        for (MemberHistory.Deed deed : history.deeds()) {
            if (!(deed instanceof MemberHistory.Fact fact && fact.activity() instanceof Visit visit)) {
                continue;
            }
            ZonedDateTime at = visit.at().atZone(zone);
            if (!at.isBefore(closing)) {
                continue;
            }
            if (at.getYear() != year) {
                yearBefore = at.getYear() == year + 1 ? thisYear : BigDecimal.ZERO;
                thisYear = BigDecimal.ZERO;
                year = at.getYear();
            }
            BigDecimal net = net(visit);
            BigDecimal points =
                    net.divide(BigDecimal.valueOf(100), 0, RoundingMode.FLOOR).add(BigDecimal.valueOf(5));
            if (thisYear.max(yearBefore).compareTo(GOLD) >= 0) {
                points = points.add(net.divide(BigDecimal.valueOf(200), 0, RoundingMode.FLOOR));
            }
            if (doubleOnTuesdays && at.getDayOfWeek() == DayOfWeek.TUESDAY) {
                points = points.multiply(BigDecimal.valueOf(2));
            }
            thisYear = thisYear.add(net);
            ZonedDateTime expires = at.plusYears(1)
                    .toLocalDate()
                    .withDayOfMonth(1)
                    .plusMonths(1)
                    .atStartOfDay(zone);
            long whole = points.longValueExact();
            totals[from] += whole;
            totals[from + (expires.isBefore(closing) ? 1 : 2)] += whole;
        }
    }

    private static BigDecimal net(Visit visit) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : visit.lines()) {
            sum = sum.add(line.unitPrice().toBigDecimal().multiply(BigDecimal.valueOf(line.quantity())));
        }
        return sum;
    }
}
