package io.loyalty.metrics.value;

import java.util.function.Function;

/** Maximum likelihood of the purchase models: a gamma distribution of rates, and a dropout of two parameters. */
final class PurchaseFit {

    private PurchaseFit() {}

    /** Dropout by a coin: ln odds and ln sum of (a, b). */
    static <M extends PurchaseModel> Fitted<M> ofCoins(
            PurchaseColumns columns, FitOptions options, Likelihood likelihood, Function<double[], M> model) {
        return of(
                columns,
                options,
                likelihood,
                model,
                Coordinates.Block.BETA,
                new Coordinates.Axis(-1, -16, 16, FitFinding.NO_DROPOUT, FitFinding.DROPOUT_AT_ONCE),
                new Coordinates.Axis(
                        1,
                        -12,
                        Starts.LARGEST_SHAPE,
                        FitFinding.DROPOUT_ALL_OR_NOTHING,
                        FitFinding.ONE_DROPOUT_FOR_ALL));
    }

    /** Dropout at a rate: ln mean and ln shape of Gamma(s, β). */
    static <M extends PurchaseModel> Fitted<M> ofLifetimes(
            PurchaseColumns columns, FitOptions options, Likelihood likelihood, Function<double[], M> model) {
        double start = Math.log(0.5 / Starts.meanAge(columns));
        return of(
                columns,
                options,
                likelihood,
                model,
                Coordinates.Block.GAMMA,
                new Coordinates.Axis(start, start - 10, start + 14, FitFinding.NO_DROPOUT, FitFinding.DROPOUT_AT_ONCE),
                new Coordinates.Axis(-0.5, -10, 7, FitFinding.DROPOUT_ALL_OR_NOTHING, FitFinding.ONE_DROPOUT_FOR_ALL));
    }

    private static <M extends PurchaseModel> Fitted<M> of(
            PurchaseColumns columns,
            FitOptions options,
            Likelihood likelihood,
            Function<double[], M> model,
            Coordinates.Block dropout,
            Coordinates.Axis mean,
            Coordinates.Axis spread) {
        Coordinates rates = Starts.rates(Starts.rate(columns));
        boolean repeats = columns.counts[columns.counts.length - 1] > 0;
        Coordinates all = repeats ? rates.with(dropout, mean, spread) : rates.with(dropout, held(mean), held(spread));
        Maximizer.Outcome outcome = Maximizer.maximize(likelihood, all, columns.customers(), options.ridge());
        return Fitted.of(
                repeats ? outcome : outcome.notIdentified(),
                model,
                columns.distinctRows(),
                columns.customers(),
                columns.observationEnd());
    }

    /** Without a repeat purchase nothing is known of dropout: it stays at its start. */
    private static Coordinates.Axis held(Coordinates.Axis axis) {
        return new Coordinates.Axis(
                axis.start(),
                axis.start(),
                axis.start(),
                FitFinding.DROPOUT_NOT_IDENTIFIED,
                FitFinding.DROPOUT_NOT_IDENTIFIED);
    }
}
