package io.loyalty.metrics.program;

import io.loyalty.points.Entry;
import io.loyalty.points.PointType;
import io.loyalty.points.PointsLedger;
import io.loyalty.time.CalendarUnit;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * From ledger entries to the points figures of a program, in one pass: which points, which window, up to which day.
 *
 * <pre>{@code
 * PointsReport report = PointsAnalysis.asOf(LocalDate.of(2026, 3, 31), zone)
 *         .from(LocalDate.of(2026, 1, 1))
 *         .of(ledgers);
 * report.window().redeemedPerIssued();
 * report.activeRate();
 * RedemptionForecast.of(report.triangle()).total().breakage();
 * }</pre>
 *
 * <h2>Definition</h2>
 *
 * <p>Each account is given once and whole, as its entries in the order of their sequence. An entry counts on the day on which it took
 * effect, in the zone of the analysis. What happens to points counts for the calendar unit of their issue, the vintage, through all
 * transfers, restorations and reinstatements: a lot that lives on as another keeps its vintage.
 *
 * <h2>Interpretation</h2>
 *
 * <p>An account is active in the window if at least one accrual, redemption or capture took effect in it.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Entries after the last day are counted and otherwise ignored. What time has done counts only once it is written down: given as
 * ledgers, accounts are swept first; given as entries, they must come from swept ledgers, or points that have died unwritten
 * count as held. Lots of an opening snapshot have no known issue: they are in the flow but in no vintage. Of several currencies only
 * the chosen one counts.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass; memory grows with the number of vintages and with the lots of the largest single account, never with accounts or
 * entries.
 *
 * <h2>References</h2>
 *
 * <p>The accounting identity is that of {@link io.loyalty.points.Totals}.
 */
public final class PointsAnalysis implements Serializable {

    private static final long serialVersionUID = 1L;

    private final LocalDate from;
    private final LocalDate asOf;
    private final ZoneId zone;
    private final CalendarUnit vintages;
    private final String currency;

    private PointsAnalysis(LocalDate from, LocalDate asOf, ZoneId zone, CalendarUnit vintages, String currency) {
        this.from = Objects.requireNonNull(from, "from");
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.vintages = Objects.requireNonNull(vintages, "vintages");
        this.currency = Objects.requireNonNull(currency, "currency");
        if (from.isAfter(asOf)) {
            throw new IllegalArgumentException("from must not be after asOf: " + from + " and " + asOf);
        }
    }

    /**
     * An analysis up to a day: window of the year that ends with it, monthly vintages, the usual currency.
     *
     * @param asOf the last day
     * @param zone the zone in which days and months begin
     * @return the analysis
     */
    public static PointsAnalysis asOf(LocalDate asOf, ZoneId zone) {
        return new PointsAnalysis(asOf.minusYears(1).plusDays(1), asOf, zone, CalendarUnit.MONTH, PointType.POINTS);
    }

    /**
     * The same with another first day of the window.
     *
     * @param first the first day, not after the last
     * @return the analysis
     * @throws IllegalArgumentException if it is after the last day
     */
    public PointsAnalysis from(LocalDate first) {
        return new PointsAnalysis(first, asOf, zone, vintages, currency);
    }

    /**
     * The same with longer or shorter vintages.
     *
     * @param unit the calendar unit whose issues are taken together
     * @return the analysis
     */
    public PointsAnalysis with(CalendarUnit unit) {
        return new PointsAnalysis(from, asOf, zone, unit, currency);
    }

    /**
     * The same for points of another name.
     *
     * @param name the currency
     * @return the analysis
     */
    public PointsAnalysis inCurrency(String name) {
        return new PointsAnalysis(from, asOf, zone, vintages, name);
    }

    /**
     * The figures of all accounts.
     *
     * @param ledgers one ledger for each account, swept or not
     * @return the report
     */
    public PointsReport of(Iterable<PointsLedger> ledgers) {
        PointsAccumulator accumulator = accumulator();
        ledgers.forEach(accumulator::accept);
        return accumulator.report();
    }

    /**
     * Takes accounts one by one; several can be combined.
     *
     * @return an accumulator that has seen nothing
     */
    public PointsAccumulator accumulator() {
        return new PointsAccumulator(this);
    }

    /**
     * A collector of accounts, each its entries in sequence, for {@code groupingBy} and parallel streams.
     *
     * @return the collector
     */
    public Collector<List<Entry>, ?, PointsReport> collector() {
        return Collector.of(
                this::accumulator, PointsAccumulator::accept, PointsAccumulator::combine, PointsAccumulator::report);
    }

    /**
     * The first day of the window.
     *
     * @return the day
     */
    public LocalDate from() {
        return from;
    }

    /**
     * The last day.
     *
     * @return the day
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * The zone of the days.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The calendar unit whose issues are taken together.
     *
     * @return the unit
     */
    public CalendarUnit vintages() {
        return vintages;
    }

    /**
     * Name of the points.
     *
     * @return the currency
     */
    public String currency() {
        return currency;
    }

    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the last day. */
    Instant end() {
        return asOf.plusDays(1).atStartOfDay(zone).toInstant();
    }

    VintageClock clock() {
        return new VintageClock(zone, vintages);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointsAnalysis that
                && from.equals(that.from)
                && asOf.equals(that.asOf)
                && zone.equals(that.zone)
                && vintages == that.vintages
                && currency.equals(that.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, asOf, zone, vintages, currency);
    }

    /**
     * One readable line.
     *
     * @return for example {@code points from 2026-01-01 to 2026-03-31 (Asia/Tokyo), vintages by MONTH}
     */
    @Override
    public String toString() {
        return currency + " from " + from + " to " + asOf + " (" + zone + "), vintages by " + vintages;
    }
}
