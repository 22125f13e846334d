/**
 * Who: customers, their yearly occasions, their consents, and who brought whom.
 *
 * <p>Deliberately absent: names, addresses and telephone numbers. The library needs none of them; the host keeps them under
 * its own {@link io.loyalty.customer.CustomerId}. What a customer carries here beside the id (birthdays, attributes,
 * segments) never appears in a message, nor in what {@link Object#toString()} gives.
 *
 * @serial exclude
 */
package io.loyalty.customer;
