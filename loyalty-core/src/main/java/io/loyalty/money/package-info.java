/**
 * Exact amounts, exact fractions, one rounding.
 *
 * <p>Start with {@link io.loyalty.money.Money}: a currency and a whole number of its minor units. Rates, percentages and
 * multipliers are {@link io.loyalty.money.Ratio}s, which never lose anything; a whole number comes out of them by one
 * {@link io.loyalty.money.Rounding}, at the very end. {@link io.loyalty.money.Apportionment} splits a whole number into
 * parts that add up.
 *
 * <p>Deliberately absent: {@code double} amounts, exchange rates, formatting for a locale.
 *
 * <p>Across the library no parameter and no result is {@code null} unless its documentation says so; a {@code null}
 * argument is answered with a {@link java.lang.NullPointerException} that names the parameter.
 *
 * @serial exclude
 */
package io.loyalty.money;
