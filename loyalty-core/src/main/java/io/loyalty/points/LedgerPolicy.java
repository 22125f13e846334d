package io.loyalty.points;

import io.loyalty.time.Term;
import java.io.Serializable;
import java.time.Period;
import java.time.ZoneId;
import java.util.Objects;

/**
 * How a ledger decides where reasonable programs differ. Immutable: {@link #in(ZoneId)} gives the defaults, each {@code with}
 * a copy that differs in one point.
 *
 * <p>A policy decides what a command writes; what has been written is never decided anew. Changing a policy therefore changes
 * the future alone.
 *
 * @param zone the program's zone, in which days begin and end
 * @param consumptionOrder which points are taken first
 * @param expiryClock what starts the life of points that are pending at first
 * @param clawbackSource where points that are taken back come from
 * @param shortfall what happens if they are not there
 * @param deadLots what happens to restored points whose lot has died
 * @param restorationOrder which part of a redemption a partial restoration undoes first
 * @param holdOverExpiry what happens to held points when their lot dies
 * @param transferExpiry what happens to the expiry of points that go to another account
 */
public record LedgerPolicy(
        ZoneId zone,
        ConsumptionOrder consumptionOrder,
        ExpiryClock expiryClock,
        ClawbackSource clawbackSource,
        Shortfall shortfall,
        DeadLots deadLots,
        RestorationOrder restorationOrder,
        HoldOverExpiry holdOverExpiry,
        TransferExpiry transferExpiry)
        implements Serializable {

    /** What starts the life of points that are pending at first. */
    public enum ExpiryClock {
        /** The day of earning. The default. */
        FROM_EARNING,
        /** The day on which they become usable. */
        FROM_ACTIVATION
    }

    /** Where points that are taken back come from. */
    public enum ClawbackSource {
        /** The lots that were given for the returned purchase, then other active lots in consumption order. The default. */
        OWN_LOT_FIRST,
        /** Points that are still pending, of the lots given for the returned purchase; the rest is a shortfall. */
        PENDING_ONLY
    }

    /** Which part of a redemption a partial restoration undoes first. */
    public enum RestorationOrder {
        /** What was taken last. The default. */
        LAST_CONSUMED_FIRST,
        /** What was taken first. */
        FIRST_CONSUMED_FIRST
    }

    /** What happens if points that are to be taken back are not there. */
    public sealed interface Shortfall extends Serializable {

        /**
         * The customer owes them; later points pay. The default, without a limit.
         *
         * @param limit the most that may be owed in all, at least 0; what exceeds it is let go and recorded
         */
        record Debt(long limit) implements Shortfall {
            /** Debt without a limit. */
            public static final Debt UNLIMITED = new Debt(Long.MAX_VALUE);

            /**
             * Refuses negative limits.
             *
             * @param limit the most that may be owed in all
             * @throws IllegalArgumentException if the limit is below 0
             */
            public Debt {
                if (limit < 0) {
                    throw new IllegalArgumentException("limit must be at least 0: " + limit);
                }
            }
        }

        /** They are let go; how many is recorded. */
        record Clamp() implements Shortfall {}

        /** They are to be settled in money; how many is recorded. */
        record MoneyDue() implements Shortfall {}
    }

    /** What happens to restored points whose lot has died. */
    public sealed interface DeadLots extends Serializable {

        /** They die too. The default. */
        record Forfeit() implements DeadLots {}

        /**
         * They live on for a period, counted from the day of the restoration.
         *
         * @param period the period, not negative
         */
        record Grace(Period period) implements DeadLots {
            /**
             * Refuses negative periods.
             *
             * @param period the period, not negative
             * @throws IllegalArgumentException if a part of the period is negative
             */
            public Grace {
                Objects.requireNonNull(period, "period");
                if (period.isNegative()) {
                    throw new IllegalArgumentException("period must not be negative: " + period);
                }
            }
        }

        /**
         * They are given anew, with a full term from the day of the restoration.
         *
         * @param term the term
         */
        record Reissue(Term term) implements DeadLots {
            /**
             * Refuses a missing term.
             *
             * @param term the term
             */
            public Reissue {
                Objects.requireNonNull(term, "term");
            }
        }
    }

    /** What happens to the expiry of points that go to another account. */
    public sealed interface TransferExpiry extends Serializable {

        /** It stays. The default. */
        record Keep() implements TransferExpiry {}

        /**
         * They live for a new term from the day of the transfer.
         *
         * @param term the term
         */
        record Renew(Term term) implements TransferExpiry {
            /**
             * Refuses a missing term.
             *
             * @param term the term
             */
            public Renew {
                Objects.requireNonNull(term, "term");
            }
        }
    }

    /**
     * Refuses missing parts.
     *
     * @param zone the program's zone
     * @param consumptionOrder which points are taken first
     * @param expiryClock what starts the life of points that are pending at first
     * @param clawbackSource where points that are taken back come from
     * @param shortfall what happens if they are not there
     * @param deadLots what happens to restored points whose lot has died
     * @param restorationOrder which part of a redemption a partial restoration undoes first
     * @param holdOverExpiry what happens to held points when their lot dies
     * @param transferExpiry what happens to the expiry of points that go to another account
     */
    public LedgerPolicy {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(consumptionOrder, "consumptionOrder");
        Objects.requireNonNull(expiryClock, "expiryClock");
        Objects.requireNonNull(clawbackSource, "clawbackSource");
        Objects.requireNonNull(shortfall, "shortfall");
        Objects.requireNonNull(deadLots, "deadLots");
        Objects.requireNonNull(restorationOrder, "restorationOrder");
        Objects.requireNonNull(holdOverExpiry, "holdOverExpiry");
        Objects.requireNonNull(transferExpiry, "transferExpiry");
    }

    /**
     * The defaults, in a zone.
     *
     * @param zone the program's zone
     * @return the policy
     */
    public static LedgerPolicy in(ZoneId zone) {
        return new LedgerPolicy(
                zone,
                ConsumptionOrder.SOONEST_EXPIRY,
                ExpiryClock.FROM_EARNING,
                ClawbackSource.OWN_LOT_FIRST,
                Shortfall.Debt.UNLIMITED,
                new DeadLots.Forfeit(),
                RestorationOrder.LAST_CONSUMED_FIRST,
                HoldOverExpiry.HONOUR_HOLD,
                new TransferExpiry.Keep());
    }

    /**
     * The policy with a choice of which points are taken first.
     *
     * @param other the choice
     * @return the changed copy
     */
    public LedgerPolicy with(ConsumptionOrder other) {
        return new LedgerPolicy(
                zone,
                other,
                expiryClock,
                clawbackSource,
                shortfall,
                deadLots,
                restorationOrder,
                holdOverExpiry,
                transferExpiry);
    }

    /**
     * The policy with a choice of what starts the life of points that are pending at first.
     *
     * @param other the choice
     * @return the changed copy
     */
    public LedgerPolicy with(ExpiryClock other) {
        return new LedgerPolicy(
                zone,
                consumptionOrder,
                other,
                clawbackSource,
                shortfall,
                deadLots,
                restorationOrder,
                holdOverExpiry,
                transferExpiry);
    }

    /**
     * The policy with a choice of where points that are taken back come from.
     *
     * @param other the choice
     * @return the changed copy
     */
    public LedgerPolicy with(ClawbackSource other) {
        return new LedgerPolicy(
                zone,
                consumptionOrder,
                expiryClock,
                other,
                shortfall,
                deadLots,
                restorationOrder,
                holdOverExpiry,
                transferExpiry);
    }

    /**
     * The policy with a choice of what happens if they are not there.
     *
     * @param other the choice
     * @return the changed copy
     */
    public LedgerPolicy with(Shortfall other) {
        return new LedgerPolicy(
                zone,
                consumptionOrder,
                expiryClock,
                clawbackSource,
                other,
                deadLots,
                restorationOrder,
                holdOverExpiry,
                transferExpiry);
    }

    /**
     * The policy with a choice of what happens to restored points whose lot has died.
     *
     * @param other the choice
     * @return the changed copy
     */
    public LedgerPolicy with(DeadLots other) {
        return new LedgerPolicy(
                zone,
                consumptionOrder,
                expiryClock,
                clawbackSource,
                shortfall,
                other,
                restorationOrder,
                holdOverExpiry,
                transferExpiry);
    }

    /**
     * The policy with a choice of which part of a redemption a partial restoration undoes first.
     *
     * @param other the choice
     * @return the changed copy
     */
    public LedgerPolicy with(RestorationOrder other) {
        return new LedgerPolicy(
                zone,
                consumptionOrder,
                expiryClock,
                clawbackSource,
                shortfall,
                deadLots,
                other,
                holdOverExpiry,
                transferExpiry);
    }

    /**
     * The policy with a choice of what happens to held points when their lot dies.
     *
     * @param other the choice
     * @return the changed copy
     */
    public LedgerPolicy with(HoldOverExpiry other) {
        return new LedgerPolicy(
                zone,
                consumptionOrder,
                expiryClock,
                clawbackSource,
                shortfall,
                deadLots,
                restorationOrder,
                other,
                transferExpiry);
    }

    /**
     * The policy with a choice of what happens to the expiry of points that go to another account.
     *
     * @param other the choice
     * @return the changed copy
     */
    public LedgerPolicy with(TransferExpiry other) {
        return new LedgerPolicy(
                zone,
                consumptionOrder,
                expiryClock,
                clawbackSource,
                shortfall,
                deadLots,
                restorationOrder,
                holdOverExpiry,
                other);
    }
}
