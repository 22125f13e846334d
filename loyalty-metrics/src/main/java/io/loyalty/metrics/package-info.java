/**
 * The words that all rooms of the metrics module share: a number or the reason why there is none, an interval, an estimate
 * with its uncertainty.
 *
 * <p>Start with {@link io.loyalty.metrics.Measure}. The calculators live in the packages below this one, by subject.
 *
 * @serial exclude
 */
package io.loyalty.metrics;
