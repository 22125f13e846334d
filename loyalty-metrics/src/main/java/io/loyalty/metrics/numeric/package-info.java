/**
 * The numerics under the calculators; not exported.
 *
 * <p><b>Map.</b>
 *
 * <ul>
 *   <li>Distributions, parameters first: {@link io.loyalty.metrics.numeric.Normal}, {@link io.loyalty.metrics.numeric.StudentT},
 *       {@link io.loyalty.metrics.numeric.ChiSquare}, {@link io.loyalty.metrics.numeric.FDistribution},
 *       {@link io.loyalty.metrics.numeric.Gamma}, {@link io.loyalty.metrics.numeric.Beta},
 *       {@link io.loyalty.metrics.numeric.Binomial}, {@link io.loyalty.metrics.numeric.Poisson},
 *       {@link io.loyalty.metrics.numeric.Hypergeometric}, {@link io.loyalty.metrics.numeric.NoncentralT}.
 *   <li>Special functions: {@link io.loyalty.metrics.numeric.Erf}, {@link io.loyalty.metrics.numeric.LogGamma},
 *       {@link io.loyalty.metrics.numeric.LogBeta}, {@link io.loyalty.metrics.numeric.Digamma},
 *       {@link io.loyalty.metrics.numeric.Trigamma}, {@link io.loyalty.metrics.numeric.RegularizedGamma},
 *       {@link io.loyalty.metrics.numeric.RegularizedBeta}.
 *   <li>Intervals that several rooms share: {@link io.loyalty.metrics.numeric.ProportionIntervals}.
 *   <li>Sums: {@link io.loyalty.metrics.numeric.Sums}, {@link io.loyalty.metrics.numeric.NeumaierSum},
 *       {@link io.loyalty.metrics.numeric.Moments}.
 *   <li>Solvers, each with a status in its result: {@link io.loyalty.metrics.numeric.RootFinder},
 *       {@link io.loyalty.metrics.numeric.Minimizer}, {@link io.loyalty.metrics.numeric.TrustRegionNewton}; small dense matrices:
 *       {@link io.loyalty.metrics.numeric.Cholesky}, {@link io.loyalty.metrics.numeric.SymmetricEigen}.
 * </ul>
 *
 * <p><b>Arguments.</b> NaN and whatever else is outside a function's range is refused with an {@code IllegalArgumentException}; no function
 * returns NaN. Infinities, zero and one are answered where they have a limit.
 *
 * <p><b>Tails</b> are computed as tails: every distribution has {@code sf} next to {@code cdf} and {@code isf} next to {@code quantile}.
 * A number next to 1 has lost what its complement knew, so p-values come from {@code sf}, and critical values from {@code isf}.
 *
 * <p><b>Errors.</b> Stated errors are relative, were found against references of 60 digits, and hold for the arguments as given: an exponent is
 * held in two words where a double would lose digits. Results rest on {@link java.lang.Math}, whose last digit a virtual machine may choose;
 * on one machine they never vary.
 *
 * <p><b>Absent on purpose.</b> Negative arguments of the gamma functions, random numbers, large or sparse matrices, global optimisation.
 *
 * @serial exclude
 */
package io.loyalty.metrics.numeric;
