/**
 * The ledger: what points an account has, where they came from, when they die, and what was done with them.
 *
 * <p>Start with {@link io.loyalty.points.PointsLedger}, an immutable value. Each of its verbs takes a
 * {@link io.loyalty.points.Command} (the caller's key and the instants) and gives an {@link io.loyalty.points.Outcome}: the
 * next ledger with the new {@linkplain io.loyalty.points.Entry entries}, a duplicate, or a refusal with a
 * {@link io.loyalty.points.Reason} and its numbers. Points come in {@linkplain io.loyalty.points.Lot lots}, each with an
 * expiry of its own; whatever takes points says in {@linkplain io.loyalty.points.Allocation allocations} from which lots.
 * Questions about any instant go through {@link io.loyalty.points.Position}.
 *
 * <p>Deliberately absent: storage. The host appends the entries to its own table under (account, sequence) and
 * (account, key), uses {@link io.loyalty.points.PointsLedger#version()} as its optimistic lock, and gets the value back by
 * {@link io.loyalty.points.PointsLedger#replay}.
 *
 * @serial exclude
 */
package io.loyalty.points;
