/**
 * Whom to reach when, by what means, and why.
 *
 * <p>Start with {@link io.loyalty.contact.ContactPlan}: it holds the {@linkplain io.loyalty.contact.ContactRule rules}, each one
 * sentence of the shop owner, and the limits over all of them. From what is known of a customer
 * ({@link io.loyalty.contact.ContactFacts}) and a range of dates it gives a {@link io.loyalty.contact.ContactSchedule}: the
 * {@linkplain io.loyalty.contact.Contact contacts} that are due, and those that were held back, with the reason. When a rule has
 * something to say tells its {@link io.loyalty.contact.Moment}.
 *
 * <p>Deliberately absent: texts, addresses and sending, which are the host's; a queue or a scheduler, since the same question
 * may be asked again every night; measuring what a contact brought, which metrics do.
 *
 * @serial exclude
 */
package io.loyalty.contact;
