/**
 * What a customer is worth.
 *
 * <p>Start with {@link io.loyalty.metrics.value.SimpleLifetimeValue}: revenue per year × years − costs.
 *
 * @serial exclude
 */
package io.loyalty.metrics.value;
