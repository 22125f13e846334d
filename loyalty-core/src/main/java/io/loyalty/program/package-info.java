/**
 * The front door: a configured program, and a handful of verbs on its members.
 *
 * <p>Start with {@link io.loyalty.program.Program}: it says what is earned, how points live, what they buy and which tiers there are,
 * and refuses contradictions by name. Its verbs take a {@link io.loyalty.program.Membership}, an immutable value, and give the next
 * one with the entries to persist and the explanation, as a {@link io.loyalty.program.Step}; for rewards with money and stock, a
 * {@link io.loyalty.program.RewardStep}; for two members, a {@link io.loyalty.program.TransferStep}. What a member sees of it is a
 * {@link io.loyalty.program.Status}.
 *
 * <h2>What a host keeps</h2>
 *
 * <p>Facts, each under its account and a running number, unique also by account and id; and the entries of the ledger, under (account,
 * sequence), unique also by (account, key). Both are only ever added to. {@link io.loyalty.program.Program#rebuild} makes the membership of
 * them. Uses of rewards ({@link io.loyalty.program.Membership#uses}), referrals and tiers granted by hand are kept beside them. A
 * serialized membership is a snapshot that saves the rebuilding, for the version of the library that wrote it.
 *
 * <pre>{@code
 * Membership member = program.rebuild(customer, joinedAt, referral, entries, facts);
 * Outcome<Step> outcome = program.record(member, visit, now);
 * if (outcome instanceof Outcome.Applied<Step> applied) {
 *     insert(visit, now, applied.result().entries()); // one transaction
 * }
 * }</pre>
 *
 * <h2>Two at once</h2>
 *
 * <p>A membership is a value: any number of threads may hold it, and none sees what another does with it. Of two that write on the same
 * version of an account, the second violates one of the keys; it has written nothing, reads again and asks again, and is answered by the state
 * that the first has left, for example that there are too few points. So none is spent twice. If both carried the same request, the
 * second finds its key, or the id of its fact, and the answer is a duplicate with the first result. A transfer or merge
 * gives the entries of both accounts, for one transaction. A fact that makes a referral good names the referrer, who is settled next; said
 * again that is a duplicate, so it may be said until it has succeeded.
 *
 * <p>{@link io.loyalty.program.Simulation} plays a history of many members, each a {@link io.loyalty.program.MemberHistory}, under two
 * programs and tells the difference.
 *
 * <p>Deliberately absent: storage, transport, scheduling.
 *
 * @serial exclude
 */
package io.loyalty.program;
