package io.loyalty.testing;

import io.loyalty.money.Apportionment;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Arbitraries for {@code io.loyalty.money}: amounts, ratios and roundings, leaning towards bounds and ties.
 *
 * <p>Difficult values are mixed in with fixed shares, therefore jqwik's own edge cases are switched off: they would crowd
 * out the rest.
 */
public final class MoneyArbitraries {

    private MoneyArbitraries() {}

    /**
     * Whole numbers over the whole range of {@code long}: small ones, powers of two and their neighbours, and the bounds.
     *
     * @return numbers of either sign
     */
    public static Arbitrary<Long> longs() {
        return Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.longs().between(-1_000, 1_000)),
                        Tuple.of(
                                3,
                                Combinators.combine(
                                                Arbitraries.integers().between(0, 63),
                                                Arbitraries.longs().between(-2, 2))
                                        .as((bits, more) -> (1L << bits) + more)),
                        Tuple.of(
                                2,
                                Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE - 1, Long.MAX_VALUE)),
                        Tuple.of(4, Arbitraries.longs()))
                .withoutEdgeCases();
    }

    /**
     * Currencies with no, two and three decimals.
     *
     * @return JPY, KRW, USD, EUR, GBP, BHD or TND
     */
    public static Arbitrary<Currency> currencies() {
        return Arbitraries.of("JPY", "KRW", "USD", "EUR", "GBP", "BHD", "TND").map(Currency::getInstance);
    }

    /**
     * Amounts of any currency of {@link #currencies()}, of either sign, up to the bounds of the type.
     *
     * @return any amount
     */
    public static Arbitrary<Money> money() {
        return currencies().flatMap(MoneyArbitraries::money);
    }

    /**
     * Amounts of one currency, of either sign, up to the bounds of the type.
     *
     * @param currency the currency
     * @return any amount in it
     */
    public static Arbitrary<Money> money(Currency currency) {
        return longs().map(minorUnits -> Money.ofMinor(currency, minorUnits));
    }

    /**
     * What one line of a receipt may cost: from nothing to ten million minor units, leaning towards round amounts and the
     * amounts one unit above and below them, where steps and thresholds lie.
     *
     * @param currency the currency
     * @return an amount of at least 0
     */
    public static Arbitrary<Money> prices(Currency currency) {
        Arbitrary<Long> aroundSteps = Combinators.combine(
                        Arbitraries.longs().between(0, 1_000),
                        Arbitraries.of(50L, 100L, 200L, 1_000L, 10_000L),
                        Arbitraries.longs().between(-1, 1))
                .as((steps, step, more) -> Math.max(0, steps * step + more));
        return Arbitraries.oneOf(aroundSteps, Arbitraries.longs().between(0, 10_000_000))
                .map(minorUnits -> Money.ofMinor(currency, minorUnits))
                .withoutEdgeCases();
    }

    /**
     * Any ratio: small fractions, decimals as on a price tag, and fractions near the bounds of the type.
     *
     * @return ratios of either sign
     */
    public static Arbitrary<Ratio> ratios() {
        Arbitrary<Long> parts = longs().filter(part -> part != Long.MIN_VALUE);
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                4,
                                Combinators.combine(
                                                Arbitraries.longs().between(-60, 60),
                                                Arbitraries.longs().between(1, 60))
                                        .as(Ratio::of)),
                        Tuple.of(
                                3,
                                Combinators.combine(
                                                Arbitraries.longs().between(-100_000, 100_000),
                                                Arbitraries.of(1L, 10L, 100L, 1_000L))
                                        .as(Ratio::of)),
                        Tuple.of(
                                3,
                                Combinators.combine(parts, parts.filter(part -> part != 0))
                                        .as(Ratio::of)))
                .withoutEdgeCases();
    }

    /**
     * Rates, tax rates and multipliers as programs use them: from 0 to 10, most of them whole hundredths.
     *
     * @return ratios of at least 0
     */
    public static Arbitrary<Ratio> rates() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.longs().between(0, 1_000).map(Ratio::ofPercent)),
                        Tuple.of(
                                1,
                                Combinators.combine(
                                                Arbitraries.longs().between(0, 9),
                                                Arbitraries.longs().between(1, 9))
                                        .as(Ratio::of)))
                .withoutEdgeCases();
    }

    /**
     * Rounding modes that always have an answer: all but {@link RoundingMode#UNNECESSARY}.
     *
     * @return a mode
     */
    public static Arbitrary<RoundingMode> roundingModes() {
        return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
    }

    /**
     * A mode of {@link #roundingModes()} with any scope.
     *
     * @return a rounding
     */
    public static Arbitrary<Rounding> roundings() {
        return Combinators.combine(roundingModes(), Arbitraries.of(Rounding.Scope.class))
                .as(Rounding::new);
    }

    /**
     * Any way to apportion.
     *
     * @return one of the constants
     */
    public static Arbitrary<Apportionment> apportionments() {
        return Arbitraries.of(Apportionment.class);
    }

    /**
     * Weights to apportion by: one to twelve of them, often 0, often equal, sometimes huge, with a sum above 0 that fits
     * into {@code long}.
     *
     * @return weights of at least 0
     */
    public static Arbitrary<long[]> weights() {
        return Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.just(0L)),
                        Tuple.of(4, Arbitraries.longs().between(1, 5)),
                        Tuple.of(3, Arbitraries.longs().between(1, 100_000)),
                        Tuple.of(1, Arbitraries.longs().between(1, Long.MAX_VALUE / 12)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(list -> list.stream().mapToLong(Long::longValue).toArray())
                .filter(weights -> Arrays.stream(weights).anyMatch(weight -> weight > 0))
                .withoutEdgeCases();
    }
}
