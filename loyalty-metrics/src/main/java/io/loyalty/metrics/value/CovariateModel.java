package io.loyalty.metrics.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A purchase model whose rates depend on what is known of a customer: {@link BgNbd}, {@link MbgNbd} or {@link ParetoNbd} with static
 * covariates. Fitted by the methods {@code fit(columns, purchaseCovariates, dropoutCovariates, options)} of these.
 *
 * <h2>Definition</h2>
 *
 * <p>A covariate z multiplies a customer's purchase rate by \( e^{\gamma z} \) (α becomes
 * \( \alpha e^{-\gamma z} \)). Another effect does the same to the dropout rate of Pareto/NBD (β becomes \( \beta e^{-\gamma z} \)),
 * and to the odds of leaving after a purchase in the models with a coin (a becomes \( a e^{\gamma z} \)). For a customer with
 * known covariates the plain model holds, {@link #forCustomer}.
 *
 * <h2>Interpretation</h2>
 *
 * <p>An effect of 0.3 on purchases means a rate higher by a third (\( e^{0.3} = 1.35 \)) for each unit of z.
 * Effects have standard errors like other parameters; whether covariates say anything at all tells {@link LikelihoodRatio}. They
 * describe, they do not prove causes.
 *
 * <h2>Edge cases</h2>
 *
 * <p>A covariate that is equal for all, or follows from others, is not identified and the fit says so; one that
 * parts buyers from non-buyers drives its effect to a limit.
 *
 * <h2>Performance</h2>
 *
 * <p>Customers with equal covariates are fitted together: a fit costs what the distinct (covariates, history) cost,
 * and some microseconds a pass for each distinct combination of covariates.
 *
 * <h2>References</h2>
 *
 * <p>P. S. Fader, B. G. S. Hardie (2007), Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD
 * models, brucehardie.com/notes/019. For the coin models the note lets a and b have effects of their own; here the odds a / b have one.
 *
 * @param <M> the plain model
 * @param base the model of a customer whose covariates are all 0
 * @param purchaseNames the covariates of the purchase rate
 * @param purchaseEffects their effects, in the same order
 * @param dropoutNames the covariates of dropout
 * @param dropoutEffects their effects, in the same order
 */
public record CovariateModel<M extends PurchaseModel>(
        M base,
        List<String> purchaseNames,
        List<Double> purchaseEffects,
        List<String> dropoutNames,
        List<Double> dropoutEffects)
        implements ValueModel {

    /**
     * Copies the lists in.
     *
     * @param base the model of a customer whose covariates are all 0
     * @param purchaseNames the covariates of the purchase rate
     * @param purchaseEffects their effects
     * @param dropoutNames the covariates of dropout
     * @param dropoutEffects their effects
     * @throws IllegalArgumentException if names and effects differ in number, or one is out of place
     */
    public CovariateModel {
        Objects.requireNonNull(purchaseNames, "purchaseNames");
        Objects.requireNonNull(purchaseEffects, "purchaseEffects");
        Objects.requireNonNull(dropoutNames, "dropoutNames");
        Objects.requireNonNull(dropoutEffects, "dropoutEffects");
        Objects.requireNonNull(base, "base");
        purchaseNames = List.copyOf(purchaseNames);
        purchaseEffects = List.copyOf(purchaseEffects);
        dropoutNames = List.copyOf(dropoutNames);
        dropoutEffects = List.copyOf(dropoutEffects);
        check(purchaseNames, purchaseEffects, "purchaseEffects");
        check(dropoutNames, dropoutEffects, "dropoutEffects");
    }

    private static void check(List<String> names, List<Double> effects, String name) {
        Covariates.checkNames(names);
        if (names.size() != effects.size()) {
            throw new IllegalArgumentException(
                    name + " must be one for each name, " + names.size() + ": " + effects.size());
        }
        for (int i = 0; i < effects.size(); i++) {
            if (!Double.isFinite(effects.get(i))) {
                throw new IllegalArgumentException(name + "[" + i + "] must be finite: " + effects.get(i));
            }
        }
    }

    /**
     * The plain model of customers with some covariates: for all questions of one customer.
     *
     * @param purchaseValues the values of {@link #purchaseNames()}, in their order
     * @param dropoutValues the values of {@link #dropoutNames()}, in their order
     * @return the model
     * @throws IllegalArgumentException if there are more or fewer values than names, or the effects are so large that no model is left
     */
    @SuppressWarnings("unchecked") // a model with other parameters is of its own kind
    public M forCustomer(double[] purchaseValues, double[] dropoutValues) {
        List<Double> p = new ArrayList<>(base.parameters());
        int dropout = CovariateLikelihood.dropoutParameter(base);
        p.set(1, p.get(1) * Math.exp(-sum(purchaseEffects, purchaseValues, "purchaseValues")));
        double shift = sum(dropoutEffects, dropoutValues, "dropoutValues");
        p.set(dropout, p.get(dropout) * Math.exp(CovariateLikelihood.dropoutSign(base) * shift));
        return (M) base.withParameters(p);
    }

    private static double sum(List<Double> effects, double[] values, String name) {
        if (values.length != effects.size()) {
            throw new IllegalArgumentException(
                    name + " must be one for each effect, " + effects.size() + ": " + values.length);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += effects.get(i) * values[i];
        }
        return sum;
    }

    /**
     * Scores of many customers: {@code model.score(columns, z, z, (m, c) -> m.expectedPurchases(c, horizon))}.
     *
     * @param columns the customers
     * @param purchase their purchase covariates
     * @param dropout their dropout covariates
     * @param score what to ask the plain model of customers with equal covariates
     * @return one number a row
     * @throws IllegalArgumentException if rows or covariates do not fit
     */
    public double[] score(
            PurchaseColumns columns,
            Covariates purchase,
            Covariates dropout,
            BiFunction<? super M, ? super PurchaseColumns, double[]> score) {
        requireNames(purchase, purchaseNames, "purchase");
        requireNames(dropout, dropoutNames, "dropout");
        double[] all = new double[columns.size()];
        for (CovariateGroups.Group group : new CovariateGroups(columns.size(), purchase, dropout).groups()) {
            double[] part = score.apply(
                    forCustomer(group.purchase(), group.dropout()), CovariateGroups.columns(columns, group.rows()));
            for (int i = 0; i < part.length; i++) {
                all[group.rows()[i]] = part[i];
            }
        }
        return all;
    }

    private static void requireNames(Covariates covariates, List<String> names, String name) {
        if (!covariates.names().equals(names)) {
            throw new IllegalArgumentException(name + " must have the columns " + names + ": " + covariates.names());
        }
    }

    @Override
    public List<Double> parameters() {
        List<Double> all = new ArrayList<>(base.parameters());
        all.addAll(purchaseEffects);
        all.addAll(dropoutEffects);
        return List.copyOf(all);
    }

    @Override
    @SuppressWarnings("unchecked") // a model with other parameters is of its own kind
    public CovariateModel<M> withParameters(List<Double> p) {
        int own = base.parameters().size();
        int purchase = own + purchaseEffects.size();
        Positive.requireCount(p, purchase + dropoutEffects.size());
        return new CovariateModel<>(
                (M) base.withParameters(p.subList(0, own)),
                purchaseNames,
                p.subList(own, purchase),
                dropoutNames,
                p.subList(purchase, p.size()));
    }

    /**
     * The text form, which {@link #parse} reads back equal.
     *
     * @return {@code CovariateModel{base=…, purchaseNames=[…], …}}
     */
    @Override
    public String toString() {
        return TextForm.write(
                "CovariateModel",
                "base",
                base,
                "purchaseNames",
                purchaseNames,
                "purchaseEffects",
                purchaseEffects,
                "dropoutNames",
                dropoutNames,
                "dropoutEffects",
                dropoutEffects);
    }

    /**
     * The model that a text form describes.
     *
     * @param <M> the plain model
     * @param text what {@link #toString()} gave
     * @param base reads the plain model, for example {@code ParetoNbd::parse}
     * @return a model equal to the one written
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static <M extends PurchaseModel> CovariateModel<M> parse(
            CharSequence text, Function<? super String, M> base) {
        Map<String, String> entries = TextForm.read(
                "CovariateModel", text, "base", "purchaseNames", "purchaseEffects", "dropoutNames", "dropoutEffects");
        return new CovariateModel<>(
                base.apply(entries.get("base")),
                TextForm.list(entries.get("purchaseNames")),
                TextForm.numbers(entries.get("purchaseEffects")),
                TextForm.list(entries.get("dropoutNames")),
                TextForm.numbers(entries.get("dropoutEffects")));
    }
}
