/**
 * The numerics under the calculators; not exported.
 *
 * <p>Start with {@link io.loyalty.metrics.numeric.Normal} for a distribution and
 * {@link io.loyalty.metrics.numeric.ProportionIntervals} for the intervals that several rooms share.
 *
 * <p>Arguments that are NaN or outside a function's range are refused with an {@code IllegalArgumentException}; no function
 * returns NaN. Tails are computed as tails: every distribution has {@code sf} next to {@code cdf}, and {@code isf} next to
 * {@code quantile}. Stated errors are relative, against references of 40 digits, and hold for the arguments as given: no
 * allowance is made for their rounding.
 *
 * @serial exclude
 */
package io.loyalty.metrics.numeric;
