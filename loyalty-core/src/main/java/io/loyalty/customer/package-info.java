/**
 * Who: customers, their yearly occasions, their consents, and who brought whom.
 *
 * <p>Start with {@link io.loyalty.customer.Customer}: an id, {@link io.loyalty.customer.Occasion occasions}, attributes,
 * segments and {@link io.loyalty.customer.ContactPreferences}. A {@link io.loyalty.customer.Referral} ties two customers.
 *
 * <p>Deliberately absent: names, addresses and telephone numbers. The library needs none of them; the host keeps them under
 * its own {@link io.loyalty.customer.CustomerId}. What a customer carries here beside the id (birthdays, attributes,
 * segments, wishes) never appears in a message, nor in what {@link Object#toString()} gives.
 *
 * @serial exclude
 */
package io.loyalty.customer;
