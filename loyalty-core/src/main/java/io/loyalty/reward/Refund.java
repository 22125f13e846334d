package io.loyalty.reward;

import io.loyalty.money.Money;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * What goes back to the customer for a return, and what is still paid after it.
 *
 * @param due what goes back
 * @param left what is still paid for what the customer keeps
 */
public record Refund(Paid due, Paid left) implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param due what goes back
     * @param left what is still paid for what the customer keeps
     */
    public Refund {
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(left, "left");
    }

    /**
     * The points that go back.
     *
     * @return a number of at least 0
     */
    public long points() {
        return due.points();
    }

    /**
     * The money that goes back.
     *
     * @return an amount of at least 0
     */
    public Money money() {
        return due.money();
    }

    /**
     * What the ledger is asked to give the points back.
     *
     * @param redemption the key of the redemption or capture that paid the bill
     * @return a restoration; empty if no points go back
     */
    public Optional<PointsMove> restore(String redemption) {
        return points() == 0 ? Optional.empty() : Optional.of(new PointsMove.Restore(redemption, points()));
    }
}
