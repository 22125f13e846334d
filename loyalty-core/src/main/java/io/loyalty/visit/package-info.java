/**
 * What happened: the facts that a program looks at.
 *
 * <p>Start with {@link io.loyalty.visit.Visit}: who came, when, to which {@link io.loyalty.visit.Place}, what was bought
 * ({@link io.loyalty.visit.Line}) and how it was paid ({@link io.loyalty.visit.Tender}). A
 * {@link io.loyalty.visit.Return} brings some of it back. Reviews, sign-ups, referrals, occasions and facts of the host's own
 * kind are the other {@link io.loyalty.visit.Activity activities}; the hierarchy is sealed.
 *
 * <p>Deliberately absent: what a fact is worth (room {@code earning}), the order in which facts arrive, and anything that
 * changes a fact once it is made.
 *
 * @serial exclude
 */
package io.loyalty.visit;
