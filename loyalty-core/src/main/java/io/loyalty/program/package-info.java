/**
 * The front door: a configured program, and a handful of verbs on its members.
 *
 * <p>Start with {@link io.loyalty.program.Program}: it says what is earned, how points live and which tiers there are. Its verbs
 * take a {@link io.loyalty.program.Membership}, an immutable value, and give the next one with the entries to persist and the
 * explanation, as a {@link io.loyalty.program.Step}. What a member sees of it is a {@link io.loyalty.program.Status}.
 *
 * <p>Deliberately absent: storage, transport, scheduling. The host keeps the facts and the entries.
 *
 * @serial exclude
 */
package io.loyalty.program;
