package io.loyalty.metrics.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The log-likelihood of a purchase model with static covariates: that of the plain model in each group of customers with equal covariates,
 * at parameters moved by the effects. Covariates are divided by their largest value, so that all effects are of one size.
 */
final class CovariateLikelihood implements Likelihood {

    private static final double LARGEST_EFFECT = 30;

    private final List<Likelihood> parts = new ArrayList<>();
    private final List<CovariateGroups.Group> groups;
    private final double[] purchaseScale;
    private final double[] dropoutScale;
    private final int dropout;
    private final double sign;

    CovariateLikelihood(
            PurchaseColumns columns,
            Covariates purchase,
            Covariates dropout,
            PurchaseModel kind,
            Function<PurchaseColumns, Likelihood> plain) {
        groups = new CovariateGroups(columns.size(), purchase, dropout).groups();
        for (CovariateGroups.Group group : groups) {
            parts.add(plain.apply(CovariateGroups.columns(columns, group.rows())));
        }
        purchaseScale = scale(purchase);
        dropoutScale = scale(dropout);
        this.dropout = dropoutParameter(kind);
        this.sign = dropoutSign(kind);
    }

    /** The parameter that dropout covariates move: β, or a. */
    static int dropoutParameter(PurchaseModel kind) {
        return kind instanceof ParetoNbd ? 3 : 2;
    }

    /** Whether more dropout is more (a) or less (β) of it. */
    static double dropoutSign(PurchaseModel kind) {
        return kind instanceof ParetoNbd ? -1 : 1;
    }

    private static double[] scale(Covariates covariates) {
        double[] scale = new double[covariates.names().size()];
        for (int i = 0; i < covariates.size(); i++) {
            double[] row = covariates.of(i);
            for (int j = 0; j < row.length; j++) {
                scale[j] = Math.max(scale[j], Math.abs(row[j]));
            }
        }
        for (int j = 0; j < scale.length; j++) {
            scale[j] = scale[j] > 0 ? scale[j] : 1;
        }
        return scale;
    }

    @Override
    public double at(double[] p, double[] gradient) {
        ExactSum value = new ExactSum();
        ExactSum[] sums = new ExactSum[gradient.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new ExactSum();
        }
        double[] own = new double[4];
        double[] slope = new double[4];
        int firstDropout = 4 + purchaseScale.length;
        for (int g = 0; g < parts.size(); g++) {
            CovariateGroups.Group group = groups.get(g);
            double buys = Math.exp(-sum(p, 4, group.purchase(), purchaseScale));
            double leaves = Math.exp(sign * sum(p, firstDropout, group.dropout(), dropoutScale));
            System.arraycopy(p, 0, own, 0, 4);
            own[1] *= buys;
            own[dropout] *= leaves;
            value.add(parts.get(g).at(own, slope));
            for (int i = 0; i < 4; i++) {
                sums[i].add(slope[i] * (i == 1 ? buys : i == dropout ? leaves : 1));
            }
            for (int j = 0; j < purchaseScale.length; j++) {
                sums[4 + j].add(-slope[1] * own[1] * (group.purchase()[j] / purchaseScale[j]));
            }
            for (int j = 0; j < dropoutScale.length; j++) {
                sums[firstDropout + j].add(
                        sign * slope[dropout] * own[dropout] * (group.dropout()[j] / dropoutScale[j]));
            }
        }
        for (int i = 0; i < sums.length; i++) {
            gradient[i] = sums[i].value();
        }
        return value.value();
    }

    private static double sum(double[] p, int from, double[] values, double[] scale) {
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            sum += p[from + j] * (values[j] / scale[j]);
        }
        return sum;
    }

    static <M extends PurchaseModel> Fitted<CovariateModel<M>> fit(
            PurchaseColumns columns,
            Covariates purchase,
            Covariates dropout,
            FitOptions options,
            M kind,
            Coordinates coordinates,
            Function<PurchaseColumns, Likelihood> plain) {
        if (columns.customers() != columns.size()) {
            throw new IllegalArgumentException("columns must be of one customer a row, without weights");
        }
        CovariateLikelihood likelihood = new CovariateLikelihood(columns, purchase, dropout, kind, plain);
        Coordinates all = coordinates;
        int effects = likelihood.purchaseScale.length + likelihood.dropoutScale.length;
        for (int i = 0; i < effects; i++) {
            all = all.with(
                    Coordinates.Block.FREE,
                    new Coordinates.Axis(
                            0,
                            -LARGEST_EFFECT,
                            LARGEST_EFFECT,
                            FitFinding.EFFECT_AT_LIMIT,
                            FitFinding.EFFECT_AT_LIMIT));
        }
        Likelihood searched = effects == 0 ? plain.apply(columns) : likelihood;
        Maximum outcome = Maximizer.maximize(searched, all, columns.customers(), options.ridge());
        double[] unit = new double[4 + effects];
        for (int i = 0; i < unit.length; i++) {
            int j = i - 4 - likelihood.purchaseScale.length;
            unit[i] = i < 4 ? 1 : j < 0 ? likelihood.purchaseScale[i - 4] : likelihood.dropoutScale[j];
        }
        @SuppressWarnings("unchecked") // a model with other parameters is of its own kind
        Function<double[], CovariateModel<M>> model = p -> new CovariateModel<>(
                (M) kind.withParameters(list(p, 0, 4)),
                purchase.names(),
                list(p, 4, 4 + likelihood.purchaseScale.length),
                dropout.names(),
                list(p, 4 + likelihood.purchaseScale.length, p.length));
        Maximum identified = PurchaseFit.hasRepeats(columns) ? outcome : outcome.notIdentified();
        return Fitted.of(
                identified.dividedBy(unit),
                model,
                columns.distinctRows(),
                columns.customers(),
                columns.observationEnd());
    }

    private static List<Double> list(double[] p, int from, int to) {
        List<Double> list = new ArrayList<>();
        for (int i = from; i < to; i++) {
            list.add(p[i]);
        }
        return list;
    }
}
