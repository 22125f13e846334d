package io.loyalty.reward;

import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be done for a reward: what the ledger is asked, how much money goes with it, and the values to keep if the ledger
 * agrees.
 *
 * <pre>{@code
 * Redemption redemption = catalogue.redeem(command, wish, context).orElseThrow();
 * Outcome<Posting> outcome = redemption.applyTo(ledger);
 * // if it is applied, keep its ledger and entries, redemption.uses() and redemption.stock()
 * }</pre>
 *
 * @param command key and instants
 * @param move what the ledger is asked
 * @param amount points and money of all that is redeemed, held, captured, released or cancelled
 * @param uses what the customer has had, this included
 * @param stock what is left of the reward; unlimited for one that cannot run out
 */
public record Redemption(Command command, PointsMove move, Price amount, RewardUses uses, Stock stock)
        implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param command key and instants
     * @param move what the ledger is asked
     * @param amount points and money of all that is redeemed, held, captured, released or cancelled
     * @param uses what the customer has had, this included
     * @param stock what is left of the reward
     */
    public Redemption {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(move, "move");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(uses, "uses");
        Objects.requireNonNull(stock, "stock");
    }

    /**
     * The money that the customer is to pay now.
     *
     * @return an amount above 0 where a reward that costs money too is redeemed or captured; empty otherwise
     */
    public Optional<Money> moneyDue() {
        return move instanceof PointsMove.Redeem || move instanceof PointsMove.Capture
                ? amount.money()
                : Optional.empty();
    }

    /**
     * The money that the customer is to get back now.
     *
     * @return an amount above 0 where a reward that cost money too is cancelled; empty otherwise
     */
    public Optional<Money> moneyBack() {
        return move instanceof PointsMove.Restore ? amount.money() : Optional.empty();
    }

    /**
     * Asks the ledger.
     *
     * @param ledger the customer's account
     * @return what the ledger says; only if it is applied are uses and stock to be kept
     */
    public Outcome<Posting> applyTo(PointsLedger ledger) {
        return move.applyTo(ledger, command);
    }
}
