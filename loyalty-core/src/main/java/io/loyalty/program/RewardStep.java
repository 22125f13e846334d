package io.loyalty.program;

import io.loyalty.reward.Redemption;
import java.io.Serializable;
import java.util.Objects;

/**
 * What an applied verb about a reward gives.
 *
 * @param step the membership after it, and the entries to persist
 * @param redemption the money due or back, and the stock that is left, for the host to keep
 */
public record RewardStep(Step step, Redemption redemption) implements Serializable {

    /**
     * Refuses missing parts.
     *
     * @param step the membership after it, and the entries to persist
     * @param redemption the money due or back, and the stock that is left
     */
    public RewardStep {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(redemption, "redemption");
    }
}
