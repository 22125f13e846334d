package io.loyalty.metrics.value;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;

/** What {@link BgCnbdK} and {@link MbgCnbdK} share: all but whether the first purchase tosses the coin. */
final class RegularBuyers {

    private static final int MOST_SEARCHED = 12;

    private RegularBuyers() {}

    /** One of the two models. */
    @FunctionalInterface
    interface Maker<M> {
        M of(double r, double alpha, double a, double b, int k, PeriodUnit unit);
    }

    static void check(double r, double alpha, double a, double b, int k, PeriodUnit unit) {
        Positive.require(r, "r");
        Positive.require(alpha, "alpha");
        Positive.require(a, "a");
        Positive.require(b, "b");
        Positive.requireRegularity(k);
        Objects.requireNonNull(unit, "unit");
    }

    /** The best fit, k from 1 until a larger one fits worse. */
    static <M extends PurchaseModel> Fitted<M> mostLikely(IntFunction<Fitted<M>> fit) {
        Fitted<M> best = fit.apply(1);
        for (int k = 2; k <= MOST_SEARCHED; k++) {
            Fitted<M> next = fit.apply(k);
            if (!(next.logLikelihood() > best.logLikelihood())) {
                break;
            }
            best = next;
        }
        return best;
    }

    static <M extends PurchaseModel> Fitted<M> fit(
            PurchaseColumns columns, double sumOfLogGaps, int first, int k, FitOptions options, Maker<M> maker) {
        Positive.requireRegularity(k);
        if (!Double.isFinite(sumOfLogGaps)) {
            throw new IllegalArgumentException("sumOfLogGaps must be finite: " + sumOfLogGaps);
        }
        Function<double[], M> model = p -> maker.of(p[0], p[1], p[2], p[3], k, columns.unit());
        return PurchaseFit.ofStages(
                columns,
                options,
                k,
                new ErlangDropoutLikelihood(columns, first, k, sumOfLogGaps, options.execution()),
                model);
    }

    static <M> M with(List<Double> p, int k, PeriodUnit unit, Maker<M> maker) {
        Positive.requireCount(p, 4);
        return maker.of(p.get(0), p.get(1), p.get(2), p.get(3), k, unit);
    }

    static double logLikelihood(PurchaseModel model, int first, int k, PurchaseColumns columns) {
        ColumnScores.requireUnit(model, columns);
        double[] p =
                model.parameters().stream().mapToDouble(Double::doubleValue).toArray();
        return new ErlangDropoutLikelihood(columns, first, k, 0, Execution.SEQUENTIAL).at(p, new double[4]);
    }

    static String text(String name, PurchaseModel model, int k) {
        List<Double> p = model.parameters();
        return TextForm.write(
                name, "r", p.get(0), "alpha", p.get(1), "a", p.get(2), "b", p.get(3), "k", k, "unit", model.unit());
    }

    static <M> M parse(String name, CharSequence text, Maker<M> maker) {
        Map<String, String> entries = TextForm.read(name, text, "r", "alpha", "a", "b", "k", "unit");
        return maker.of(
                TextForm.number(entries, "r"),
                TextForm.number(entries, "alpha"),
                TextForm.number(entries, "a"),
                TextForm.number(entries, "b"),
                Integer.parseInt(entries.get("k")),
                TextForm.unit(entries));
    }
}
