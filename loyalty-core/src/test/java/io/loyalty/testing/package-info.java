/**
 * Published fixtures: jqwik arbitraries of valid values of this library, for suites that check formulas of their own.
 *
 * <p>One class of arbitraries for each package of the core module, named after it. All lean towards the edges: leap days,
 * changes of clocks, amounts just below and above a step, lots about to expire.
 */
package io.loyalty.testing;
