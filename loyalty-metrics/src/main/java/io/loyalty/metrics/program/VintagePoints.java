package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What has become so far of the points issued in one calendar unit.
 *
 * <p>Where a debt was paid by points of the vintage, no entry says so, and they count as outstanding.
 *
 * @param firstDay the first day of the unit
 * @param issued points given in it, under rules or by hand
 * @param movedIn points of it that came from other accounts, less those that went to others; 0 if all accounts are counted, from their
 *     beginning
 * @param withdrawn points of it that were taken back, by clawback, by hand or to settle debt that came with a transfer
 * @param redeemed points of it redeemed, less what was restored
 * @param expired points of it that died by date, less what was reinstated
 * @param forfeited points of it that died by an act
 */
public record VintagePoints(
        LocalDate firstDay, long issued, long movedIn, long withdrawn, long redeemed, long expired, long forfeited)
        implements Serializable {

    private static final String NOTHING = "no points issued, or all taken back";

    /**
     * Refuses a missing day.
     *
     * @param firstDay the first day of the unit
     * @param issued points given in it
     * @param movedIn points of it that came from other accounts, less those that went
     * @param withdrawn points of it that were taken back
     * @param redeemed points of it redeemed, less what was restored
     * @param expired points of it that died by date
     * @param forfeited points of it that died by an act
     */
    public VintagePoints {
        Objects.requireNonNull(firstDay, "firstDay");
    }

    /**
     * What was issued for good to the accounts counted.
     *
     * @return issued + movedIn − withdrawn
     */
    public long netIssued() {
        return issued + movedIn - withdrawn;
    }

    /**
     * What may still be redeemed.
     *
     * @return netIssued − redeemed − expired − forfeited
     */
    public long outstanding() {
        return netIssued() - redeemed - expired - forfeited;
    }

    /**
     * The share redeemed so far.
     *
     * @return redeemed / netIssued; undefined if that is not above 0
     */
    public Measure redeemedShare() {
        return share(redeemed);
    }

    /**
     * The share that has died so far, by date or by an act.
     *
     * @return (expired + forfeited) / netIssued; undefined if that is not above 0
     */
    public Measure deadShare() {
        return share(expired + forfeited);
    }

    /**
     * The share that may still be redeemed.
     *
     * @return outstanding / netIssued; undefined if that is not above 0
     */
    public Measure outstandingShare() {
        return share(outstanding());
    }

    /**
     * One readable line.
     *
     * @return for example {@code 2026-01-01: 1200 issued, 700 redeemed, 90 dead, 410 outstanding}
     */
    @Override
    public String toString() {
        return firstDay + ": " + netIssued() + " issued, " + redeemed + " redeemed, " + (expired + forfeited)
                + " dead, " + outstanding() + " outstanding";
    }

    private Measure share(long points) {
        return netIssued() > 0 ? Measure.of((double) points / netIssued()) : Measure.undefined(NOTHING);
    }
}
