package io.loyalty.metrics.program;

import io.loyalty.metrics.program.VintageTable.Fate;
import io.loyalty.points.Entry;
import io.loyalty.points.PointsLedger;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums up accounts for a {@link PointsReport}; parts merge.
 *
 * <p>Made by {@link PointsAnalysis#accumulator()}. Memory grows with the square of the number of vintages, never with accounts or
 * entries. Accumulators over different accounts {@linkplain #combine combine} to what one over all of them would hold, in any
 * order. For one thread at a time; {@link Serializable} so that a cluster can send it about.
 */
public final class PointsAccumulator implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PointsAnalysis analysis;
    private final VintageClock clock;
    private final VintageTable table;

    /** Epoch second at which the window begins. */
    private final long start;

    /** Epoch second after the last day. */
    private final long end;

    private final FlowSums before = new FlowSums();
    private final FlowSums within = new FlowSums();
    private long accounts;
    private long laterAccounts;
    private long active;
    private long earners;
    private long redeemers;
    private long laterEntries;

    PointsAccumulator(PointsAnalysis analysis) {
        this.analysis = analysis;
        this.clock = analysis.clock();
        this.table = new VintageTable(clock.vintage(analysis.asOf()));
        this.start = analysis.start().getEpochSecond();
        this.end = analysis.end().getEpochSecond();
    }

    /**
     * Takes in an account, with what time has done to it up to the last day and nobody has written down.
     *
     * @param ledger the account
     * @throws ArithmeticException if a sum overflows; the accumulator is of no use afterwards
     */
    public void accept(PointsLedger ledger) {
        List<Entry> entries = ledger.entries();
        Instant until = analysis.end().minusNanos(1);
        if (!entries.isEmpty()) {
            Instant recorded = entries.get(entries.size() - 1).stamp().recordedAt();
            until = recorded.isAfter(until) ? recorded : until;
        }
        accept(ledger.sweep(until).orElseThrow().ledger().entries());
    }

    /**
     * Takes in an account.
     *
     * @param entries all its entries in the order of their sequence, up to a sweep at the last day or later; from an opening
     *     snapshot on if its older history was left behind; none for a member who has done nothing yet
     * @throws IllegalArgumentException if entries of the account are missing; the accumulator is of no use afterwards
     * @throws ArithmeticException if a sum overflows; the accumulator is of no use afterwards
     */
    public void accept(List<Entry> entries) {
        AccountPass pass = new AccountPass(analysis.currency(), clock, table);
        pass.run(entries, start, end, before, within);
        laterEntries += entries.size() - pass.counted();
        if (pass.counted() == 0 && !entries.isEmpty()) {
            laterAccounts++;
            return;
        }
        accounts++;
        active += pass.hasEarned() || pass.hasRedeemed() ? 1 : 0;
        earners += pass.hasEarned() ? 1 : 0;
        redeemers += pass.hasRedeemed() ? 1 : 0;
    }

    /**
     * Takes in everything that another accumulator has seen.
     *
     * @param other an accumulator of the same analysis, over other accounts; it is left as it is
     * @return this accumulator
     * @throws IllegalArgumentException if its analysis differs
     * @throws ArithmeticException if a sum overflows
     */
    public PointsAccumulator combine(PointsAccumulator other) {
        if (!analysis.equals(other.analysis)) {
            throw new IllegalArgumentException(
                    "analyses must be equal: '" + analysis + "' and '" + other.analysis + "'");
        }
        table.combine(other.table);
        before.add(other.before.flow());
        within.add(other.within.flow());
        accounts += other.accounts;
        laterAccounts += other.laterAccounts;
        active += other.active;
        earners += other.earners;
        redeemers += other.redeemers;
        laterEntries += other.laterEntries;
        return this;
    }

    /**
     * The figures of all accounts so far.
     *
     * @return the report
     * @throws ArithmeticException if a sum overflows
     */
    public PointsReport report() {
        int last = clock.vintage(analysis.asOf());
        boolean open = analysis.vintages().lastDayOf(analysis.asOf()).isAfter(analysis.asOf());
        int lastWhole = open ? last - 1 : last;
        List<VintagePoints> vintages = new ArrayList<>();
        List<RedemptionTriangle.Row> rows = new ArrayList<>();
        for (int vintage = table.first(); vintage <= last; vintage++) {
            VintagePoints points = new VintagePoints(
                    clock.firstDay(vintage),
                    table.sum(Fate.ISSUED, vintage),
                    table.sum(Fate.MOVED_IN, vintage) - table.sum(Fate.MOVED_OUT, vintage),
                    table.sum(Fate.WITHDRAWN, vintage),
                    table.redeemed(vintage),
                    table.sum(Fate.EXPIRED, vintage),
                    table.sum(Fate.FORFEITED, vintage));
            vintages.add(points);
            if (vintage <= lastWhole) {
                rows.add(RedemptionTriangle.Row.of(points.netIssued(), table.redeemed(vintage, lastWhole)));
            }
        }
        PointsFlow window = within.flow();
        return new PointsReport(
                analysis,
                accounts,
                laterAccounts,
                active,
                earners,
                redeemers,
                window,
                before.flow().plus(window),
                vintages,
                new RedemptionTriangle(rows),
                laterEntries);
    }
}
