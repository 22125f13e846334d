package io.loyalty.points;

import java.io.Serializable;

/**
 * What has come into and gone out of an account in one currency, from its beginning to an instant.
 *
 * <p>At every instant {@code accrued + adjustedUp + transferredIn + debt = pending + available + held + redeemed + expired +
 * forfeited + clawedBack + adjustedDown + transferredOut}.
 *
 * @param accrued points given
 * @param adjustedUp points given by hand
 * @param transferredIn points received from other accounts, and debt that other accounts took over
 * @param redeemed points redeemed or captured, less what was restored
 * @param expired points that died by date, written down or not, less what was reinstated
 * @param forfeited points that died by an act
 * @param clawedBack points taken back: from lots or as debt
 * @param adjustedDown points taken by hand
 * @param transferredOut points sent to other accounts, and debt of other accounts that this one took over
 * @param uncollected points that were owed on a clawback and let go
 * @param moneyDue points that were owed on a clawback and are to be settled in money
 */
public record Totals(
        long accrued,
        long adjustedUp,
        long transferredIn,
        long redeemed,
        long expired,
        long forfeited,
        long clawedBack,
        long adjustedDown,
        long transferredOut,
        long uncollected,
        long moneyDue)
        implements Serializable {

    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** How many more points may come in, so that no sum in the account leaves the range of {@code long}. */
    long room() {
        // Each part is in range, so at most the last subtraction passes below zero, and not further than the range
        // goes.
        long left = Long.MAX_VALUE - accrued - adjustedUp;
        return left <= transferredIn ? 0 : left - transferredIn;
    }

    /** Whether no number is negative, and what came in is there or went out. */
    boolean balances(long debt, long there) {
        long in = 0;
        long out = 0;
        for (long part : new long[] {accrued, adjustedUp, transferredIn, debt}) {
            // Compared modulo 2^64: each part is in range, and a wrong sum would have to be wrong by all of it.
            in += part;
        }
        for (long part : new long[] {there, redeemed, expired, forfeited, clawedBack, adjustedDown, transferredOut}) {
            out += part;
        }
        return in == out
                && accrued >= 0
                && adjustedUp >= 0
                && transferredIn >= 0
                && redeemed >= 0
                && expired >= 0
                && forfeited >= 0
                && clawedBack >= 0
                && adjustedDown >= 0
                && transferredOut >= 0
                && uncollected >= 0
                && moneyDue >= 0;
    }

    Totals accrue(long points) {
        return new Totals(
                Math.addExact(accrued, points),
                adjustedUp,
                transferredIn,
                redeemed,
                expired,
                forfeited,
                clawedBack,
                adjustedDown,
                transferredOut,
                uncollected,
                moneyDue);
    }

    Totals adjust(long up, long down) {
        return new Totals(
                accrued,
                Math.addExact(adjustedUp, up),
                transferredIn,
                redeemed,
                expired,
                forfeited,
                clawedBack,
                adjustedDown + down,
                transferredOut,
                uncollected,
                moneyDue);
    }

    Totals transfer(long in, long out) {
        return new Totals(
                accrued,
                adjustedUp,
                Math.addExact(transferredIn, in),
                redeemed,
                expired,
                forfeited,
                clawedBack,
                adjustedDown,
                Math.addExact(transferredOut, out),
                uncollected,
                moneyDue);
    }

    Totals redeem(long points) {
        return new Totals(
                accrued,
                adjustedUp,
                transferredIn,
                redeemed + points,
                expired,
                forfeited,
                clawedBack,
                adjustedDown,
                transferredOut,
                uncollected,
                moneyDue);
    }

    Totals die(long byDate, long byAct) {
        return new Totals(
                accrued,
                adjustedUp,
                transferredIn,
                redeemed,
                expired + byDate,
                forfeited + byAct,
                clawedBack,
                adjustedDown,
                transferredOut,
                uncollected,
                moneyDue);
    }

    Totals clawBack(long points, long letGo, long inMoney) {
        return new Totals(
                accrued,
                adjustedUp,
                transferredIn,
                redeemed,
                expired,
                forfeited,
                clawedBack + points,
                adjustedDown,
                transferredOut,
                uncollected + letGo,
                moneyDue + inMoney);
    }
}
