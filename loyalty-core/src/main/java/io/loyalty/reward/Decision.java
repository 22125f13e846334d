package io.loyalty.reward;

import io.loyalty.points.Rejection;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * The answer to a wish: it is granted, it had been granted before, or it is refused for all the reasons that stand against it.
 *
 * <p>Nothing has happened yet: what is granted says what is to be done. A refusal is a value, not an exception.
 *
 * @param <R> what is granted: a {@link Redemption} or a {@link PointsPayment}
 */
public sealed interface Decision<R> extends Serializable {

    /**
     * It is granted.
     *
     * @param <R> what is granted
     * @param result what is to be done
     */
    record Granted<R>(R result) implements Decision<R> {
        /**
         * Refuses a missing result.
         *
         * @param result what is to be done
         */
        public Granted {
            Objects.requireNonNull(result, "result");
        }

        @Override
        public List<Rejection> obstacles() {
            return List.of();
        }
    }

    /**
     * The same had been granted before, under the same key; nothing is to be done.
     *
     * @param <R> what is granted
     * @param result what was to be done the first time, with uses and stock as they are now
     */
    record Repeated<R>(R result) implements Decision<R> {
        /**
         * Refuses a missing result.
         *
         * @param result what was to be done the first time
         */
        public Repeated {
            Objects.requireNonNull(result, "result");
        }

        @Override
        public List<Rejection> obstacles() {
            return List.of();
        }
    }

    /**
     * It is refused.
     *
     * @param <R> what would have been granted
     * @param obstacles all reasons, at least one
     */
    record Refused<R>(List<Rejection> obstacles) implements Decision<R> {
        /**
         * Copies the reasons.
         *
         * @param obstacles all reasons, at least one
         * @throws IllegalArgumentException if there is none
         */
        public Refused {
            Objects.requireNonNull(obstacles, "obstacles");
            obstacles = List.copyOf(obstacles);
            if (obstacles.isEmpty()) {
                throw new IllegalArgumentException("obstacles must not be empty");
            }
        }
    }

    /**
     * What stands against it.
     *
     * @return all reasons; none unless it is refused
     */
    List<Rejection> obstacles();

    /**
     * Whether it is refused.
     *
     * @return true for {@link Refused}
     */
    default boolean isRefused() {
        return this instanceof Refused;
    }

    /**
     * What is to be done, or was the first time; for callers who know that it is not refused.
     *
     * @return the result
     * @throws IllegalStateException with the reasons if it is refused
     */
    default R orElseThrow() {
        if (this instanceof Granted<R> granted) {
            return granted.result();
        }
        if (this instanceof Repeated<R> repeated) {
            return repeated.result();
        }
        throw new IllegalStateException("refused: " + obstacles());
    }
}
