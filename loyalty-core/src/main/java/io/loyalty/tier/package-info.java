/**
 * Standing: which tier a member holds, since when, until when, and why.
 *
 * <p>Start with {@link io.loyalty.tier.TierRules}, the ladder and its policies; {@link io.loyalty.tier.TierPlan} sets rules
 * into force by date and opens a {@link io.loyalty.tier.TierHistory}: one pure fold from {@link io.loyalty.tier.TierFact}
 * to the member's {@link io.loyalty.tier.TierStatus} at any instant.
 *
 * <p>Deliberately absent: how a visit becomes a fact (the program decides what counts), and what a tier pays in points (the
 * earning rules do).
 *
 * @serial exclude
 */
package io.loyalty.tier;
