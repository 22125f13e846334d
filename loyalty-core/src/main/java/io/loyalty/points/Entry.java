package io.loyalty.points;

import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One line of an account's history, as the host persists it: what happened to which lots, when it took effect, and when it was
 * written down.
 *
 * <p>An entry is complete in itself: replaying it needs no decision and no policy. Entries stand in the order of their sequence
 * numbers; of two with the same effective instant the lower number comes first. {@code effectiveAt} may lie before
 * {@code recordedAt}, and before the effective instants of earlier entries, for what is learnt late.
 */
public sealed interface Entry extends Serializable {

    /**
     * What all entries have.
     *
     * @return place, key and instants
     */
    Stamp stamp();

    /**
     * Place, key and instants of an entry.
     *
     * @param sequence place in the account's history, from 1 without gaps
     * @param key the caller's name for the command, which is how a hold or redemption is known from then on; begins with
     *     {@code ~} for entries that the ledger writes of itself; unique within the account
     * @param effectiveAt when it took effect
     * @param recordedAt when it was written down, never before that of an earlier entry
     */
    record Stamp(int sequence, String key, Instant effectiveAt, Instant recordedAt) implements Serializable {
        /**
         * Refuses missing parts.
         *
         * @param sequence place in the account's history, from 1 without gaps
         * @param key the caller's name for the command, which is how a hold or redemption is known from then on; begins with
         *     {@code ~} for entries that the ledger writes of itself; unique within the account
         * @param effectiveAt when it took effect
         * @param recordedAt when it was written down, never before that of an earlier entry
         */
        public Stamp {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(effectiveAt, "effectiveAt");
            Objects.requireNonNull(recordedAt, "recordedAt");
        }
    }

    /**
     * Points of a lot that live on in a new lot.
     *
     * @param from the lot that they come from
     * @param lot the new lot's number
     * @param points how many
     * @param expiresAt the exclusive end of the new lot's life
     */
    record Reissue(int from, int lot, long points, Instant expiresAt) implements Serializable {
        /**
         * Refuses missing parts.
         *
         * @param from the lot that they come from
         * @param lot the new lot's number
         * @param points how many
         * @param expiresAt the exclusive end of the new lot's life
         */
        public Reissue {
            Objects.requireNonNull(expiresAt, "expiresAt");
        }
    }

    /**
     * A lot's new dates.
     *
     * @param lot the lot's number
     * @param activatesAt when it becomes usable
     * @param expiresAt the exclusive end of its life
     * @param term the term that the expiry comes from; {@link Term#never()} if it was set by hand
     */
    record Dates(int lot, Instant activatesAt, Instant expiresAt, Term term) implements Serializable {
        /**
         * Refuses missing parts.
         *
         * @param lot the lot's number
         * @param activatesAt when it becomes usable
         * @param expiresAt the exclusive end of its life
         * @param term the term that the expiry comes from; {@link Term#never()} if it was set by hand
         */
        public Dates {
            Objects.requireNonNull(activatesAt, "activatesAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
            Objects.requireNonNull(term, "term");
        }
    }

    /**
     * Points that come into an account as a lot of their own.
     *
     * @param lot the number of the new lot
     * @param type currency and nature
     * @param points how many
     * @param earnedAt when they were earned
     * @param activatesAt when they become usable
     * @param expiresAt the exclusive end of their life
     * @param term the term that the expiry comes from
     * @param from number of the lot that they come from, in the other account or before the snapshot; 0 if there is none
     * @param source what they were given for
     */
    record Parcel(
            int lot,
            PointType type,
            long points,
            Instant earnedAt,
            Instant activatesAt,
            Instant expiresAt,
            Term term,
            int from,
            String source)
            implements Serializable {
        /**
         * Refuses missing parts.
         *
         * @param lot the number of the new lot
         * @param type currency and nature
         * @param points how many
         * @param earnedAt when they were earned
         * @param activatesAt when they become usable
         * @param expiresAt the exclusive end of their life
         * @param term the term that the expiry comes from
         * @param from number of the lot that they come from, in the other account or before the snapshot; 0 if there is none
         * @param source what they were given for
         */
        public Parcel {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(earnedAt, "earnedAt");
            Objects.requireNonNull(activatesAt, "activatesAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
            Objects.requireNonNull(term, "term");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * Points were given, as a new lot.
     *
     * @param stamp place, key and instants
     * @param lot the number of the new lot
     * @param type currency and nature
     * @param points how many
     * @param activatesAt when they become usable; {@link Instant#MAX} until an event
     * @param expiresAt the exclusive end of their life; for a sliding term its first value
     * @param term the term that gave {@code expiresAt}
     * @param source what they were given for
     */
    record Accrual(
            Stamp stamp,
            int lot,
            PointType type,
            long points,
            Instant activatesAt,
            Instant expiresAt,
            Term term,
            String source)
            implements Entry {
        /**
         * Refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param lot the number of the new lot
         * @param type currency and nature
         * @param points how many
         * @param activatesAt when they become usable; {@link Instant#MAX} until an event
         * @param expiresAt the exclusive end of their life; for a sliding term its first value
         * @param term the term that gave {@code expiresAt}
         * @param source what they were given for
         */
        public Accrual {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(activatesAt, "activatesAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
            Objects.requireNonNull(term, "term");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * Pending lots became usable.
     *
     * @param stamp place, key and instants
     * @param lots the lots with their dates from now on
     */
    record Activation(Stamp stamp, List<Dates> lots) implements Entry {
        /**
         * Copies the lots, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param lots the lots with their dates from now on
         */
        public Activation {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(lots, "lots");
            lots = List.copyOf(lots);
        }
    }

    /**
     * Points were redeemed.
     *
     * @param stamp place, key and instants
     * @param currency the points' currency
     * @param points how many
     * @param allocations from which lots
     * @param reference what for, for example a reward's id; may be empty
     */
    record Redemption(Stamp stamp, String currency, long points, List<Allocation> allocations, String reference)
            implements Entry {
        /**
         * Copies the allocations, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param currency the points' currency
         * @param points how many
         * @param allocations from which lots
         * @param reference what for; may be empty
         */
        public Redemption {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(allocations, "allocations");
            Objects.requireNonNull(reference, "reference");
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * A redemption was undone, in whole or in part.
     *
     * @param stamp place, key and instants
     * @param redemption sequence number of the redemption or capture that is undone
     * @param points how many
     * @param restored what went back into lots that live or are yet to activate
     * @param forfeited what belonged to lots that have died, and died with them
     * @param reissued what belonged to lots that have died and lives on in new lots
     */
    record Restoration(
            Stamp stamp,
            int redemption,
            long points,
            List<Allocation> restored,
            List<Allocation> forfeited,
            List<Reissue> reissued)
            implements Entry {
        /**
         * Copies the lists, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param redemption sequence number of the redemption or capture that is undone
         * @param points how many
         * @param restored what went back into lots
         * @param forfeited what died with its lots
         * @param reissued what lives on in new lots
         */
        public Restoration {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(restored, "restored");
            Objects.requireNonNull(forfeited, "forfeited");
            Objects.requireNonNull(reissued, "reissued");
            restored = List.copyOf(restored);
            forfeited = List.copyOf(forfeited);
            reissued = List.copyOf(reissued);
        }
    }

    /**
     * Points were reserved.
     *
     * @param stamp place, key and instants
     * @param currency the points' currency
     * @param points how many
     * @param allocations from which lots
     * @param lapsesAt when the hold ends of itself; {@link Instant#MAX} if never
     * @param overExpiry what happens to it when a lot dies
     */
    record Hold(
            Stamp stamp,
            String currency,
            long points,
            List<Allocation> allocations,
            Instant lapsesAt,
            HoldOverExpiry overExpiry)
            implements Entry {
        /**
         * Copies the allocations, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param currency the points' currency
         * @param points how many
         * @param allocations from which lots
         * @param lapsesAt when the hold ends of itself
         * @param overExpiry what happens to it when a lot dies
         */
        public Hold {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(allocations, "allocations");
            Objects.requireNonNull(lapsesAt, "lapsesAt");
            Objects.requireNonNull(overExpiry, "overExpiry");
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * Held points were redeemed; what was not captured went back.
     *
     * @param stamp place, key and instants
     * @param hold key of the hold
     * @param points how many were captured
     * @param allocations from which lots they were captured
     * @param returned what went back into lots that live
     * @param forfeited what belonged to lots that have died, and died with them
     */
    record Capture(
            Stamp stamp,
            String hold,
            long points,
            List<Allocation> allocations,
            List<Allocation> returned,
            List<Allocation> forfeited)
            implements Entry {
        /**
         * Copies the lists, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param hold key of the hold
         * @param points how many were captured
         * @param allocations from which lots they were captured
         * @param returned what went back into lots that live
         * @param forfeited what died with its lots
         */
        public Capture {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(hold, "hold");
            Objects.requireNonNull(allocations, "allocations");
            Objects.requireNonNull(returned, "returned");
            Objects.requireNonNull(forfeited, "forfeited");
            allocations = List.copyOf(allocations);
            returned = List.copyOf(returned);
            forfeited = List.copyOf(forfeited);
        }
    }

    /**
     * A hold was given up.
     *
     * @param stamp place, key and instants
     * @param hold key of the hold
     * @param returned what went back into lots that live
     * @param forfeited what belonged to lots that have died, and died with them
     */
    record Release(Stamp stamp, String hold, List<Allocation> returned, List<Allocation> forfeited) implements Entry {
        /**
         * Copies the lists, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param hold key of the hold
         * @param returned what went back into lots that live
         * @param forfeited what died with its lots
         */
        public Release {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(hold, "hold");
            Objects.requireNonNull(returned, "returned");
            Objects.requireNonNull(forfeited, "forfeited");
            returned = List.copyOf(returned);
            forfeited = List.copyOf(forfeited);
        }
    }

    /**
     * A hold reached its time-out, which is the effective instant; written down by a sweep.
     *
     * @param stamp place, key and instants
     * @param hold key of the hold
     * @param returned what went back into lots that lived then
     * @param forfeited what belonged to lots that had died, and died with them
     */
    record Lapse(Stamp stamp, String hold, List<Allocation> returned, List<Allocation> forfeited) implements Entry {
        /**
         * Copies the lists, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param hold key of the hold
         * @param returned what went back into lots that lived then
         * @param forfeited what died with its lots
         */
        public Lapse {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(hold, "hold");
            Objects.requireNonNull(returned, "returned");
            Objects.requireNonNull(forfeited, "forfeited");
            returned = List.copyOf(returned);
            forfeited = List.copyOf(forfeited);
        }
    }

    /**
     * Earned points were taken back.
     *
     * @param stamp place, key and instants
     * @param currency the points' currency
     * @param owed what the lots given for the returned purchase owe
     * @param taken from which lots it was taken, the lots that owe it first
     * @param expired what needed no taking, as it had died unspent in the lots that owe it
     * @param debt what the customer owes from now on
     * @param uncollected what was let go
     * @param moneyDue what is to be settled in money
     */
    record Clawback(
            Stamp stamp,
            String currency,
            List<Allocation> owed,
            List<Allocation> taken,
            List<Allocation> expired,
            long debt,
            long uncollected,
            long moneyDue)
            implements Entry {
        /**
         * Copies the lists, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param currency the points' currency
         * @param owed what the lots owe
         * @param taken from which lots it was taken
         * @param expired what needed no taking
         * @param debt what the customer owes from now on
         * @param uncollected what was let go
         * @param moneyDue what is to be settled in money
         */
        public Clawback {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(owed, "owed");
            Objects.requireNonNull(taken, "taken");
            Objects.requireNonNull(expired, "expired");
            owed = List.copyOf(owed);
            taken = List.copyOf(taken);
            expired = List.copyOf(expired);
        }
    }

    /**
     * Points died by date; written down by a sweep, effective when they died.
     *
     * @param stamp place, key and instants
     * @param currency the points' currency
     * @param allocations how many of which lots
     */
    record Expiry(Stamp stamp, String currency, List<Allocation> allocations) implements Entry {
        /**
         * Copies the allocations, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param currency the points' currency
         * @param allocations how many of which lots
         */
        public Expiry {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(allocations, "allocations");
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * Points died by an act, such as the end of the membership.
     *
     * @param stamp place, key and instants
     * @param currency the points' currency
     * @param allocations how many of which lots
     * @param reason why
     */
    record Forfeiture(Stamp stamp, String currency, List<Allocation> allocations, String reason) implements Entry {
        /**
         * Copies the allocations, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param currency the points' currency
         * @param allocations how many of which lots
         * @param reason why
         */
        public Forfeiture {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(allocations, "allocations");
            Objects.requireNonNull(reason, "reason");
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * Living lots got other dates of expiry.
     *
     * @param stamp place, key and instants
     * @param lots the lots with their dates from now on
     * @param reason why
     */
    record Extension(Stamp stamp, List<Dates> lots, String reason) implements Entry {
        /**
         * Copies the lots, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param lots the lots with their dates from now on
         * @param reason why
         */
        public Extension {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(lots, "lots");
            Objects.requireNonNull(reason, "reason");
            lots = List.copyOf(lots);
        }
    }

    /**
     * An activity without points of its own renewed the life of sliding points.
     *
     * @param stamp place, key and instants
     * @param activity what kind of activity it was
     */
    record Renewed(Stamp stamp, Renewal activity) implements Entry {
        /**
         * Refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param activity what kind of activity it was
         */
        public Renewed {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(activity, "activity");
        }
    }

    /**
     * Dead points were brought back to life, in lots of their own.
     *
     * @param stamp place, key and instants
     * @param currency the points' currency
     * @param reissued how many of which dead lots, and the lots they live on in
     * @param reason why
     */
    record Reinstatement(Stamp stamp, String currency, List<Reissue> reissued, String reason) implements Entry {
        /**
         * Copies the list, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param currency the points' currency
         * @param reissued how many of which dead lots
         * @param reason why
         */
        public Reinstatement {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(reissued, "reissued");
            Objects.requireNonNull(reason, "reason");
            reissued = List.copyOf(reissued);
        }
    }

    /**
     * Points were given or taken by hand.
     *
     * @param stamp place, key and instants
     * @param currency the points' currency
     * @param given what was given, each as a new lot
     * @param taken what was taken, from which lots
     * @param reason why
     * @param actor who did it
     */
    record Adjustment(
            Stamp stamp, String currency, List<Parcel> given, List<Allocation> taken, String reason, String actor)
            implements Entry {
        /**
         * Copies the lists, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param currency the points' currency
         * @param given what was given
         * @param taken what was taken
         * @param reason why
         * @param actor who did it
         */
        public Adjustment {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(given, "given");
            Objects.requireNonNull(taken, "taken");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(actor, "actor");
            given = List.copyOf(given);
            taken = List.copyOf(taken);
        }
    }

    /**
     * Points went to another account.
     *
     * @param stamp place, key and instants
     * @param purpose transfer, merge or un-merge
     * @param account the other account
     * @param reference key of the merge that is undone; otherwise empty
     * @param currency the points' currency
     * @param allocations from which lots
     * @param debt what of the own debt the other account takes over
     */
    record TransferOut(
            Stamp stamp,
            TransferPurpose purpose,
            String account,
            String reference,
            String currency,
            List<Allocation> allocations,
            long debt)
            implements Entry {
        /**
         * Copies the allocations, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param purpose transfer, merge or un-merge
         * @param account the other account
         * @param reference key of the merge that is undone; otherwise empty
         * @param currency the points' currency
         * @param allocations from which lots
         * @param debt what of the own debt the other account takes over
         */
        public TransferOut {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(allocations, "allocations");
            allocations = List.copyOf(allocations);
        }
    }

    /**
     * Points came from another account.
     *
     * @param stamp place, key and instants
     * @param purpose transfer, merge or un-merge
     * @param account the other account
     * @param reference key of the merge that is undone; otherwise empty
     * @param currency the points' currency
     * @param parcels what came, each as a new lot
     * @param settled what was taken from lots to settle the other account's debt
     * @param debt what of the other account's debt is owed by this one from now on
     */
    record TransferIn(
            Stamp stamp,
            TransferPurpose purpose,
            String account,
            String reference,
            String currency,
            List<Parcel> parcels,
            List<Allocation> settled,
            long debt)
            implements Entry {
        /**
         * Copies the lists, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param purpose transfer, merge or un-merge
         * @param account the other account
         * @param reference key of the merge that is undone; otherwise empty
         * @param currency the points' currency
         * @param parcels what came
         * @param settled what was taken from lots to settle the other account's debt
         * @param debt what of the other account's debt is owed by this one from now on
         */
        public TransferIn {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(parcels, "parcels");
            Objects.requireNonNull(settled, "settled");
            parcels = List.copyOf(parcels);
            settled = List.copyOf(settled);
        }
    }

    /**
     * The account as it stood when its older history was left behind.
     *
     * @param stamp place, key and instants
     * @param purses what stood in the account, by currency
     */
    record Opening(Stamp stamp, List<OpeningPurse> purses) implements Entry {
        /**
         * Copies the purses, and refuses missing parts.
         *
         * @param stamp place, key and instants
         * @param purses what stood in the account
         */
        public Opening {
            Objects.requireNonNull(stamp, "stamp");
            Objects.requireNonNull(purses, "purses");
            purses = List.copyOf(purses);
        }
    }

    /**
     * What an opening snapshot says of one currency.
     *
     * @param currency the points' currency
     * @param parcels the lots that have points left
     * @param debt what the customer owes
     * @param totals what had come in and gone out before the snapshot
     */
    record OpeningPurse(String currency, List<Parcel> parcels, long debt, Totals totals) implements Serializable {
        /**
         * Copies the parcels, and refuses missing parts.
         *
         * @param currency the points' currency
         * @param parcels the lots that have points left
         * @param debt what the customer owes
         * @param totals what had come in and gone out before the snapshot
         */
        public OpeningPurse {
            Objects.requireNonNull(currency, "currency");
            Objects.requireNonNull(parcels, "parcels");
            Objects.requireNonNull(totals, "totals");
            parcels = List.copyOf(parcels);
        }
    }
}
