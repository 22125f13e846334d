/**
 * Business days from a table of the changes of a clock, for those who turn very many instants into days.
 *
 * <p>Inside the module only: what a business day is, says {@link io.loyalty.time.BusinessDay}.
 */
package io.loyalty.calendar;
