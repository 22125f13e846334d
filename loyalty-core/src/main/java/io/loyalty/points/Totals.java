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
}
