package io.loyalty.metrics.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What {@link BgNbd} and {@link MbgNbd} share: all but whether the first purchase tosses the coin. */
final class ChanceBuyers {

    private ChanceBuyers() {}

    /** One of the two models. */
    @FunctionalInterface
    interface Maker<M> {
        M of(double r, double alpha, double a, double b, PeriodUnit unit);
    }

    static void check(double r, double alpha, double a, double b, PeriodUnit unit) {
        Positive.require(r, "r");
        Positive.require(alpha, "alpha");
        Positive.require(a, "a");
        Positive.require(b, "b");
        Objects.requireNonNull(unit, "unit");
    }

    static <M extends PurchaseModel> Fitted<M> fit(
            PurchaseColumns columns, int first, FitOptions options, Maker<M> maker) {
        return PurchaseFit.ofCoins(
                columns,
                options,
                new GeometricDropoutLikelihood(columns, first, options.execution()),
                p -> maker.of(p[0], p[1], p[2], p[3], columns.unit()));
    }

    static <M extends PurchaseModel> Fitted<CovariateModel<M>> fit(
            PurchaseColumns columns,
            Covariates purchase,
            Covariates dropout,
            int first,
            FitOptions options,
            Maker<M> maker) {
        return CovariateLikelihood.fit(
                columns,
                purchase,
                dropout,
                options,
                maker.of(1, 1, 1, 1, columns.unit()),
                PurchaseFit.coins(columns),
                c -> new GeometricDropoutLikelihood(c, first, options.execution()));
    }

    static <M> M with(List<Double> p, PeriodUnit unit, Maker<M> maker) {
        Positive.requireCount(p, 4);
        return maker.of(p.get(0), p.get(1), p.get(2), p.get(3), unit);
    }

    static double logLikelihood(PurchaseModel model, int first, PurchaseColumns columns) {
        ColumnScores.requireUnit(model, columns);
        double[] p =
                model.parameters().stream().mapToDouble(Double::doubleValue).toArray();
        return new GeometricDropoutLikelihood(columns, first, Execution.SEQUENTIAL).at(p, new double[4]);
    }

    static String text(String name, PurchaseModel model) {
        List<Double> p = model.parameters();
        return TextForm.write(
                name, "r", p.get(0), "alpha", p.get(1), "a", p.get(2), "b", p.get(3), "unit", model.unit());
    }

    static <M> M parse(String name, CharSequence text, Maker<M> maker) {
        Map<String, String> entries = TextForm.read(name, text, "r", "alpha", "a", "b", "unit");
        return maker.of(
                TextForm.number(entries, "r"),
                TextForm.number(entries, "alpha"),
                TextForm.number(entries, "a"),
                TextForm.number(entries, "b"),
                TextForm.unit(entries));
    }
}
