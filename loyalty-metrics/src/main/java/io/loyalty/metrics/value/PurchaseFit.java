package io.loyalty.metrics.value;

import java.util.function.Function;

/** Maximum likelihood of the purchase models: a gamma distribution of rates, and a dropout of two parameters. */
final class PurchaseFit {

    private PurchaseFit() {}

    /** Dropout by a coin: ln odds and ln sum of (a, b). */
    static <M extends PurchaseModel> Fitted<M> ofCoins(
            PurchaseColumns columns, FitOptions options, Likelihood likelihood, Function<double[], M> model) {
        return of(columns, options, likelihood, model, coins(columns));
    }

    /** Dropout by a coin, purchases at every k-th stage: stages are k times as frequent as purchases. */
    static <M extends PurchaseModel> Fitted<M> ofStages(
            PurchaseColumns columns, FitOptions options, int k, Likelihood likelihood, Function<double[], M> model) {
        return of(columns, options, likelihood, model, coins(columns, k));
    }

    /** Dropout at a rate: ln mean and ln shape of Gamma(s, β). */
    static <M extends PurchaseModel> Fitted<M> ofLifetimes(
            PurchaseColumns columns, FitOptions options, Likelihood likelihood, Function<double[], M> model) {
        return of(columns, options, likelihood, model, lifetimes(columns));
    }

    static Coordinates coins(PurchaseColumns columns) {
        return coins(columns, 1);
    }

    private static Coordinates coins(PurchaseColumns columns, int k) {
        return with(
                columns,
                k,
                Coordinates.Block.BETA,
                new Coordinates.Axis(-1, -16, 16, FitFinding.NO_DROPOUT, FitFinding.DROPOUT_AT_ONCE),
                new Coordinates.Axis(
                        1,
                        -12,
                        Starts.LARGEST_SHAPE,
                        FitFinding.DROPOUT_ALL_OR_NOTHING,
                        FitFinding.ONE_DROPOUT_FOR_ALL));
    }

    static Coordinates lifetimes(PurchaseColumns columns) {
        double start = Math.log(0.5 / Starts.meanAge(columns));
        return with(
                columns,
                1,
                Coordinates.Block.GAMMA,
                new Coordinates.Axis(start, start - 10, start + 14, FitFinding.NO_DROPOUT, FitFinding.DROPOUT_AT_ONCE),
                new Coordinates.Axis(-0.5, -10, 7, FitFinding.DROPOUT_ALL_OR_NOTHING, FitFinding.ONE_DROPOUT_FOR_ALL));
    }

    private static Coordinates with(
            PurchaseColumns columns, int k, Coordinates.Block dropout, Coordinates.Axis mean, Coordinates.Axis spread) {
        Coordinates rates = Starts.rates(k * Starts.rate(columns));
        return hasRepeats(columns) ? rates.with(dropout, mean, spread) : rates.with(dropout, held(mean), held(spread));
    }

    static boolean hasRepeats(PurchaseColumns columns) {
        return columns.counts[columns.counts.length - 1] > 0;
    }

    private static <M extends PurchaseModel> Fitted<M> of(
            PurchaseColumns columns,
            FitOptions options,
            Likelihood likelihood,
            Function<double[], M> model,
            Coordinates all) {
        Maximum outcome = Maximizer.maximize(likelihood, all, columns.customers(), options.ridge());
        return Fitted.of(
                hasRepeats(columns) ? outcome : outcome.notIdentified(),
                model,
                columns.distinctRows(),
                columns.customers(),
                columns.observationEnd());
    }

    /** A fit of the same kind of model to other customers. */
    static Fitted<? extends PurchaseModel> again(PurchaseModel kind, PurchaseColumns columns) {
        if (kind instanceof BgNbd) {
            return BgNbd.fit(columns);
        }
        if (kind instanceof MbgNbd) {
            return MbgNbd.fit(columns);
        }
        if (kind instanceof ParetoNbd) {
            return ParetoNbd.fit(columns);
        }
        if (kind instanceof BgCnbdK m) {
            return BgCnbdK.fit(columns, 0, m.k(), FitOptions.withDefaults());
        }
        if (kind instanceof MbgCnbdK m) {
            return MbgCnbdK.fit(columns, 0, m.k(), FitOptions.withDefaults());
        }
        throw new IllegalStateException("no fit for " + kind);
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
