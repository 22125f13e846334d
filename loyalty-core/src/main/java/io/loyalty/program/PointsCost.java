package io.loyalty.program;

import io.loyalty.money.Money;
import java.io.Serializable;
import java.util.Objects;

/**
 * What points cost their issuer.
 *
 * @param redeemed what the redeemed points were worth
 * @param outstanding what the points that members still have would be worth if they redeemed them all
 */
public record PointsCost(Money redeemed, Money outstanding) implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param redeemed what the redeemed points were worth
     * @param outstanding what the points that members still have would be worth
     */
    public PointsCost {
        Objects.requireNonNull(redeemed, "redeemed");
        Objects.requireNonNull(outstanding, "outstanding");
    }

    /**
     * Both together: what the points cost at most.
     *
     * @return the sum
     * @throws ArithmeticException if it does not fit
     */
    public Money atMost() {
        return redeemed.plus(outstanding);
    }
}
