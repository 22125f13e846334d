/**
 * The front door: a configured program, and a handful of verbs on its members.
 *
 * <p>Start with {@link io.loyalty.program.Program}: it says what is earned, how points live, what they buy and which tiers there are,
 * and refuses contradictions by name. Its verbs take a {@link io.loyalty.program.Membership}, an immutable value, and give the next
 * one with the entries to persist and the explanation, as a {@link io.loyalty.program.Step}; for rewards with money and stock, a
 * {@link io.loyalty.program.RewardStep}; for two members, a {@link io.loyalty.program.TransferStep}. What a member sees of it is a
 * {@link io.loyalty.program.Status}.
 *
 * <p>A host keeps facts and entries, and {@link io.loyalty.program.Program#rebuild rebuilds} memberships from them; or it keeps
 * serialized memberships as snapshots.
 *
 * <p>{@link io.loyalty.program.Simulation} plays a history of many members, each a {@link io.loyalty.program.MemberHistory}, under two
 * programs and tells the difference.
 *
 * <p>Deliberately absent: storage, transport, scheduling.
 *
 * @serial exclude
 */
package io.loyalty.program;
