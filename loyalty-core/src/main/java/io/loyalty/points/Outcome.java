package io.loyalty.points;

import java.io.Serializable;
import java.util.Objects;

/**
 * What became of a command: it was applied, it had been applied before, or it was refused.
 *
 * <p>A refusal is a value, not an exception: nothing has changed, and it says why in a stable {@link Reason} with the numbers a
 * caller needs.
 *
 * @param <R> what an applied command gives: for a ledger a {@link Posting}
 */
public sealed interface Outcome<R> extends Serializable {

    /**
     * The command took effect.
     *
     * @param <R> what an applied command gives
     * @param result what came of it
     */
    record Applied<R>(R result) implements Outcome<R> {
        /**
         * Refuses a missing result.
         *
         * @param result what came of it
         */
        public Applied {
            Objects.requireNonNull(result, "result");
        }
    }

    /**
     * The same command had been applied before; nothing has changed.
     *
     * @param <R> what an applied command gives
     * @param result what came of it the first time, with the state as it is now
     */
    record Duplicate<R>(R result) implements Outcome<R> {
        /**
         * Refuses a missing result.
         *
         * @param result what came of it the first time
         */
        public Duplicate {
            Objects.requireNonNull(result, "result");
        }
    }

    /**
     * The command was refused; nothing has changed.
     *
     * @param <R> what an applied command would have given
     * @param rejection why
     */
    record Rejected<R>(Rejection rejection) implements Outcome<R> {
        /**
         * Refuses a missing rejection.
         *
         * @param rejection why
         */
        public Rejected {
            Objects.requireNonNull(rejection, "rejection");
        }
    }

    /**
     * Whether the command was refused.
     *
     * @return true for {@link Rejected}
     */
    default boolean isRejected() {
        return this instanceof Rejected;
    }

    /**
     * What came of the command, now or the first time; for callers who know that it was not refused.
     *
     * @return the result
     * @throws IllegalStateException with the reason if the command was refused
     */
    default R orElseThrow() {
        if (this instanceof Applied<R> applied) {
            return applied.result();
        }
        if (this instanceof Duplicate<R> duplicate) {
            return duplicate.result();
        }
        throw new IllegalStateException("rejected: " + ((Rejected<R>) this).rejection());
    }
}
