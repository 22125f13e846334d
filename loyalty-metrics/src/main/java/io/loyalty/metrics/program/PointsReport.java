package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import java.util.List;
import java.util.Objects;

/**
 * The points figures of a program: who is active, what came and went, what is outstanding, and what becomes of each vintage.
 *
 * <p>Made by a {@link PointsAnalysis}, which says what is counted where.
 *
 * @param analysis what was asked
 * @param accounts number of accounts that existed by the last day
 * @param laterAccounts number of accounts of which all entries took effect later; left out
 * @param activeAccounts number of accounts that earned or redeemed in the window
 * @param earners number of accounts that earned in the window
 * @param redeemers number of accounts that redeemed in the window
 * @param window what came and went in the window
 * @param toDate what came and went from the beginning to the last day, opening snapshots included
 * @param vintages what has become of the points issued in each calendar unit, oldest first
 * @param triangle redemption by vintage and age, of the calendar units that are over; issues net of what was taken back
 * @param laterEntries number of entries after the last day, ignored
 */
public record PointsReport(
        PointsAnalysis analysis,
        long accounts,
        long laterAccounts,
        long activeAccounts,
        long earners,
        long redeemers,
        PointsFlow window,
        PointsFlow toDate,
        List<VintagePoints> vintages,
        RedemptionTriangle triangle,
        long laterEntries) {

    /**
     * Copies the vintages and refuses counts that cannot be.
     *
     * @param analysis what was asked
     * @param accounts number of accounts that existed by the last day
     * @param laterAccounts number of accounts of which all entries took effect later
     * @param activeAccounts number of accounts that earned or redeemed in the window
     * @param earners number of accounts that earned in the window
     * @param redeemers number of accounts that redeemed in the window
     * @param window what came and went in the window
     * @param toDate what came and went from the beginning to the last day
     * @param vintages what has become of the points issued in each calendar unit
     * @param triangle redemption by vintage and age
     * @param laterEntries number of entries after the last day
     * @throws IllegalArgumentException if more accounts did something than there are
     */
    public PointsReport {
        Objects.requireNonNull(vintages, "vintages");
        Objects.requireNonNull(analysis, "analysis");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(toDate, "toDate");
        vintages = List.copyOf(vintages);
        Objects.requireNonNull(triangle, "triangle");
        if (activeAccounts < 0 || activeAccounts > accounts) {
            throw new IllegalArgumentException("activeAccounts must be in [0, " + accounts + "]: " + activeAccounts);
        }
        if (earners < 0 || earners > activeAccounts || redeemers < 0 || redeemers > activeAccounts) {
            throw new IllegalArgumentException(
                    "earners and redeemers must be in [0, " + activeAccounts + "]: " + earners + " and " + redeemers);
        }
    }

    /**
     * The share of accounts that earned or redeemed in the window.
     *
     * @return the share with a 95 % Wilson interval; undefined without accounts
     */
    public Estimate activeRate() {
        return Rates.share(activeAccounts, accounts, "no accounts");
    }

    /**
     * The share of accounts that redeemed in the window.
     *
     * @return the share with a 95 % Wilson interval; undefined without accounts
     */
    public Estimate redeemerRate() {
        return Rates.share(redeemers, accounts, "no accounts");
    }

    /**
     * What customers hold at the end of the last day, pending and held points included, less what they owe.
     *
     * @return points
     */
    public long outstanding() {
        return toDate.net();
    }

    /**
     * One readable line.
     *
     * @return accounts, activity, the window's flow and what is outstanding
     */
    @Override
    public String toString() {
        return accounts + " accounts, active " + activeRate() + "; " + window + "; outstanding " + outstanding();
    }
}
