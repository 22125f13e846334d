package io.loyalty.reward;

import io.loyalty.points.Command;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * What a reward, a payment or a refund asks of the ledger, as a value: the ledger's verb without key and instants.
 *
 * <p>{@link #applyTo} does it, and answers as the ledger does.
 */
public sealed interface PointsMove extends Serializable {

    /**
     * Points are spent at once.
     *
     * @param points how many, above 0
     * @param currency the name of the points
     * @param reference what for; may be empty
     */
    record Redeem(long points, String currency, String reference) implements PointsMove {
        /**
         * Refuses to spend nothing.
         *
         * @param points how many, above 0
         * @param currency the name of the points
         * @param reference what for; may be empty
         * @throws IllegalArgumentException if the points are below 1
         */
        public Redeem {
            requirePositive(points);
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(reference, "reference");
        }

        @Override
        public Outcome<Posting> applyTo(PointsLedger ledger, Command command) {
            return ledger.redeem(command, points, currency, reference);
        }
    }

    /**
     * Points are reserved.
     *
     * @param points how many, above 0
     * @param currency the name of the points
     * @param lapsesAt when the hold ends of itself; {@link Instant#MAX} for never
     */
    record Hold(long points, String currency, Instant lapsesAt) implements PointsMove {
        /**
         * Refuses to hold nothing.
         *
         * @param points how many, above 0
         * @param currency the name of the points
         * @param lapsesAt when the hold ends of itself
         * @throws IllegalArgumentException if the points are below 1
         */
        public Hold {
            requirePositive(points);
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(lapsesAt, "lapsesAt");
        }

        @Override
        public Outcome<Posting> applyTo(PointsLedger ledger, Command command) {
            return ledger.hold(command, points, currency, lapsesAt);
        }
    }

    /**
     * Points of a hold are spent, and the rest of it goes back.
     *
     * @param hold the hold's key
     * @param points how many, above 0
     */
    record Capture(String hold, long points) implements PointsMove {
        /**
         * Refuses to capture nothing.
         *
         * @param hold the hold's key
         * @param points how many, above 0
         * @throws IllegalArgumentException if the points are below 1
         */
        public Capture {
            Objects.requireNonNull(hold, "hold");
            requirePositive(points);
        }

        @Override
        public Outcome<Posting> applyTo(PointsLedger ledger, Command command) {
            return ledger.capture(command, hold, points);
        }
    }

    /**
     * All points of a hold go back.
     *
     * @param hold the hold's key
     */
    record Release(String hold) implements PointsMove {
        /**
         * Refuses a missing key.
         *
         * @param hold the hold's key
         */
        public Release {
            Objects.requireNonNull(hold, "hold");
        }

        @Override
        public Outcome<Posting> applyTo(PointsLedger ledger, Command command) {
            return ledger.release(command, hold);
        }
    }

    /**
     * Points that were spent come back.
     *
     * @param redemption key of the redemption or capture
     * @param points how many, above 0
     */
    record Restore(String redemption, long points) implements PointsMove {
        /**
         * Refuses to restore nothing.
         *
         * @param redemption key of the redemption or capture
         * @param points how many, above 0
         * @throws IllegalArgumentException if the points are below 1
         */
        public Restore {
            Objects.requireNonNull(redemption, "redemption");
            requirePositive(points);
        }

        @Override
        public Outcome<Posting> applyTo(PointsLedger ledger, Command command) {
            return ledger.restore(command, redemption, points);
        }
    }

    /**
     * Does it.
     *
     * @param ledger the customer's account
     * @param command key and instants
     * @return what the ledger says
     */
    Outcome<Posting> applyTo(PointsLedger ledger, Command command);

    private static void requirePositive(long points) {
        if (points < 1) {
            throw new IllegalArgumentException("points must be at least 1: " + points);
        }
    }
}
