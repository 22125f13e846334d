package io.loyalty.metrics.program;

import io.loyalty.metrics.Measure;
import io.loyalty.points.Totals;
import java.io.Serializable;

/**
 * What came into and went out of accounts in a stretch of time, in points, and the earn and redeem figures of it.
 *
 * <h2>Definition</h2>
 *
 * <p>Issued = accrued + given by hand. Earn to redeem: redeemed / issued. Expired share: expired / issued. Net change = all that
 * came in less all that went out; summed from the first day on it is what customers hold, pending and held points included, less
 * what they owe.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Points redeemed in a month were mostly issued in other months: redeemed over issued of a period says whether the pile grows,
 * not which share of points is ever used. It exceeds 1 when customers spend what they saved before. The share of an issue that is
 * ever used is the {@linkplain RedemptionForecast ultimate redemption rate}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Nothing issued leaves the shares undefined. Redeemed and expired may be negative in a period that restores or revives more than
 * it takes.
 *
 * <h2>Performance</h2>
 *
 * <p>Ten whole numbers; {@link #plus} is exact, associative and commutative.
 *
 * <h2>References</h2>
 *
 * <p>The words are those of {@link Totals}.
 *
 * @param accrued points given under rules
 * @param adjustedUp points given by hand
 * @param transferredIn points from other accounts, and debt that other accounts took over
 * @param redeemed points redeemed or captured, less what was restored
 * @param expired points that died by date, less what was reinstated
 * @param forfeited points that died by an act
 * @param clawedBack points taken back, from lots or as debt
 * @param adjustedDown points taken by hand
 * @param transferredOut points to other accounts, and debt of other accounts that was taken over
 * @param uncollected points that were owed on a clawback and let go or are to be settled in money; they left no account
 */
public record PointsFlow(
        long accrued,
        long adjustedUp,
        long transferredIn,
        long redeemed,
        long expired,
        long forfeited,
        long clawedBack,
        long adjustedDown,
        long transferredOut,
        long uncollected)
        implements Serializable {

    /** Nothing came and nothing went. */
    public static final PointsFlow ZERO = new PointsFlow(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * A flow known by its main numbers, as from a report: the others are 0.
     *
     * @param issued points given
     * @param redeemed points redeemed
     * @param expired points that died by date
     * @return the flow
     */
    public static PointsFlow of(long issued, long redeemed, long expired) {
        return new PointsFlow(issued, 0, 0, redeemed, expired, 0, 0, 0, 0, 0);
    }

    /**
     * The flow of an account from its beginning to an instant, as its ledger keeps it.
     *
     * @param totals what had come in and gone out
     * @return the same numbers
     * @throws ArithmeticException if the sum of what was let go overflows
     */
    public static PointsFlow from(Totals totals) {
        return new PointsFlow(
                totals.accrued(),
                totals.adjustedUp(),
                totals.transferredIn(),
                totals.redeemed(),
                totals.expired(),
                totals.forfeited(),
                totals.clawedBack(),
                totals.adjustedDown(),
                totals.transferredOut(),
                Math.addExact(totals.uncollected(), totals.moneyDue()));
    }

    /**
     * Both flows together: of two periods, or of different accounts.
     *
     * @param other the other flow
     * @return the sum
     * @throws ArithmeticException if a number overflows
     */
    public PointsFlow plus(PointsFlow other) {
        return new PointsFlow(
                Math.addExact(accrued, other.accrued),
                Math.addExact(adjustedUp, other.adjustedUp),
                Math.addExact(transferredIn, other.transferredIn),
                Math.addExact(redeemed, other.redeemed),
                Math.addExact(expired, other.expired),
                Math.addExact(forfeited, other.forfeited),
                Math.addExact(clawedBack, other.clawedBack),
                Math.addExact(adjustedDown, other.adjustedDown),
                Math.addExact(transferredOut, other.transferredOut),
                Math.addExact(uncollected, other.uncollected));
    }

    /**
     * Points given, under rules or by hand.
     *
     * @return accrued + adjustedUp
     * @throws ArithmeticException if the sum overflows
     */
    public long issued() {
        return Math.addExact(accrued, adjustedUp);
    }

    /**
     * By how much customers hold more than before, net of what they owe.
     *
     * @return what came in less what went out
     * @throws ArithmeticException if the sum overflows
     */
    public long net() {
        long in = Math.addExact(issued(), transferredIn);
        long dead = Math.addExact(expired, forfeited);
        long taken = Math.addExact(Math.addExact(clawedBack, adjustedDown), transferredOut);
        return Math.subtractExact(in, Math.addExact(Math.addExact(redeemed, dead), taken));
    }

    /**
     * Redeemed over issued, also called burn to earn.
     *
     * @return the ratio, above 1 if more is redeemed than issued; undefined if nothing was issued
     */
    public Measure redeemedPerIssued() {
        return perIssued(redeemed);
    }

    /**
     * Expired over issued, in the same period.
     *
     * @return the ratio; undefined if nothing was issued
     */
    public Measure expiredPerIssued() {
        return perIssued(expired);
    }

    /**
     * Of the points that were redeemed or died, the share that died, by date or by an act.
     *
     * @return the share; undefined if neither happened, or one of the numbers is negative
     */
    public Measure deadShareOfGone() {
        double dead = (double) expired + forfeited;
        double gone = redeemed + dead;
        return redeemed >= 0 && dead >= 0 && gone > 0
                ? Measure.of(dead / gone)
                : Measure.undefined("nothing was redeemed or died, or more came back");
    }

    /**
     * One readable line.
     *
     * @return for example {@code issued 1200, redeemed 700, expired 90, net 410}
     */
    @Override
    public String toString() {
        return "issued " + issued() + ", redeemed " + redeemed + ", expired " + expired + ", net " + net();
    }

    private Measure perIssued(long points) {
        long issued = issued();
        return issued > 0 ? Measure.of((double) points / issued) : Measure.undefined("no points issued");
    }
}
