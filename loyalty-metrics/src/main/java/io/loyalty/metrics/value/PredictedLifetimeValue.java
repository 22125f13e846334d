package io.loyalty.metrics.value;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a customer will still bring: expected value of a purchase × margin × discounted expected number of purchases.
 *
 * <pre>{@code
 * CustomerValues values = PredictedLifetimeValue.of(purchases, spend, AnnualRate.of(0.1))
 *         .withMargin(0.3)
 *         .over(Horizon.ofMonths(24))
 *         .score(columns, repeats, meanSpends);
 * }</pre>
 *
 * <h2>Definition</h2>
 *
 * <p>\\( m \\, E[M \\mid x, \\bar m] \\, E[\\sum e^{-\\delta \\tau_i} \\mid x, t_x, T] \\), the sum over the purchases after the
 * end of observation, each discounted from its own moment \\( \\tau_i \\) back to the end of observation; \\( E[M] \\) from
 * {@link GammaGamma}, m the margin. What the customer has brought until then, and what it cost to win him, are not in it.
 *
 * <h2>Interpretation</h2>
 *
 * <p>The result is money in the unit of the mean spends. Units cannot be mistaken: the model carries its own, the
 * horizon is typed, the discount is annual. Intervals come from the parameters of both fits by the delta method, on a logarithmic scale;
 * they say how well the expectation is known. Frequency and spend are taken as independent: see
 * {@link SpendColumns#correlation()}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Where the expected spend or an undiscounted infinite horizon diverges, the value is undefined with the
 * reason. Of models given by parameters alone, or fits that did not converge, there are no intervals.
 *
 * <h2>Performance</h2>
 *
 * <p>About 1 µs a customer for values, ten times that with an interval. Columns cost what distinct rows cost.
 *
 * <h2>References</h2>
 *
 * <p>P. S. Fader, B. G. S. Hardie, K. L. Lee (2005), RFM and CLV: using iso-value curves for customer base
 * analysis, Journal of Marketing Research 42(4), 415-430, doi:10.1509/jmkr.2005.42.4.415.
 */
public final class PredictedLifetimeValue {

    private final PurchaseModel model;
    private final GammaGamma spendModel;
    private final Optional<Fitted<? extends PurchaseModel>> purchaseFit;
    private final Optional<Fitted<GammaGamma>> spendFit;
    private final AnnualRate discount;
    private final double margin;
    private final Optional<Horizon> horizon;
    private final double confidence;

    private PredictedLifetimeValue(
            PurchaseModel model,
            GammaGamma spendModel,
            Optional<Fitted<? extends PurchaseModel>> purchaseFit,
            Optional<Fitted<GammaGamma>> spendFit,
            AnnualRate discount,
            double margin,
            Optional<Horizon> horizon,
            double confidence) {
        this.model = model;
        this.spendModel = spendModel;
        this.purchaseFit = purchaseFit;
        this.spendFit = spendFit;
        this.discount = discount;
        this.margin = margin;
        this.horizon = horizon;
        this.confidence = confidence;
    }

    /**
     * Values with intervals, from two fits.
     *
     * @param purchases how often customers buy
     * @param spend what a purchase is worth
     * @param discount the annual effective rate
     * @return the calculator: revenue, over an infinite horizon, intervals of 95 %
     */
    public static PredictedLifetimeValue of(
            Fitted<? extends PurchaseModel> purchases, Fitted<GammaGamma> spend, AnnualRate discount) {
        return new PredictedLifetimeValue(
                purchases.model(),
                spend.model(),
                Optional.of(purchases),
                Optional.of(spend),
                Objects.requireNonNull(discount, "discount"),
                1,
                Optional.empty(),
                0.95);
    }

    /**
     * Values without intervals, from parameters alone.
     *
     * @param purchases how often customers buy
     * @param spend what a purchase is worth
     * @param discount the annual effective rate
     * @return the calculator: revenue, over an infinite horizon
     */
    public static PredictedLifetimeValue of(PurchaseModel purchases, GammaGamma spend, AnnualRate discount) {
        return new PredictedLifetimeValue(
                Objects.requireNonNull(purchases, "purchases"),
                Objects.requireNonNull(spend, "spend"),
                Optional.empty(),
                Optional.empty(),
                Objects.requireNonNull(discount, "discount"),
                1,
                Optional.empty(),
                0.95);
    }

    /**
     * The same for profit instead of revenue.
     *
     * @param share of the value of a purchase that remains, in (0, 1]
     * @return the calculator
     * @throws IllegalArgumentException if the share is out of place
     */
    public PredictedLifetimeValue withMargin(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in (0, 1]: " + share);
        }
        return new PredictedLifetimeValue(
                model, spendModel, purchaseFit, spendFit, discount, share, horizon, confidence);
    }

    /**
     * The same over a finite horizon.
     *
     * @param ahead how far ahead, in any unit
     * @return the calculator
     */
    public PredictedLifetimeValue over(Horizon ahead) {
        return new PredictedLifetimeValue(
                model, spendModel, purchaseFit, spendFit, discount, margin, Optional.of(ahead), confidence);
    }

    /**
     * The same with other intervals.
     *
     * @param level in (0, 1), for example 0.9
     * @return the calculator
     * @throws IllegalArgumentException if the level is out of place
     */
    public PredictedLifetimeValue withConfidence(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1): " + level);
        }
        return new PredictedLifetimeValue(model, spendModel, purchaseFit, spendFit, discount, margin, horizon, level);
    }

    /**
     * The value of one customer.
     *
     * @param history when he bought
     * @param purchases how many purchases {@code meanSpend} is the mean of, at least 0
     * @param meanSpend their mean value, above 0; not read for 0 purchases
     * @return P(alive), discounted purchases, spend and value, each with its interval
     * @throws IllegalArgumentException if an argument is out of place
     */
    public CustomerValue value(RecencyFrequency history, int purchases, double meanSpend) {
        Estimate alive = estimate(m -> m.probabilityAlive(history), IntervalScale.PROBABILITY);
        Estimate count = estimate(m -> discounted(m, history), IntervalScale.POSITIVE);
        Measure point = spendModel.expectedSpend(purchases, meanSpend);
        Estimate spend = spendEstimate(point, purchases, meanSpend);
        return new CustomerValue(alive, count, spend, product(count, spend));
    }

    private double discounted(PurchaseModel m, RecencyFrequency history) {
        return horizon.isPresent()
                ? m.discountedPurchases(history, horizon.get(), discount)
                : m.discountedPurchases(history, discount);
    }

    private Estimate estimate(ToDoubleFunction<PurchaseModel> quantity, IntervalScale scale) {
        if (purchaseFit.isPresent()) {
            return purchaseFit.get().estimate(quantity::applyAsDouble, scale, confidence);
        }
        return DeltaMethod.estimate(
                quantity.applyAsDouble(model), Measure.undefined("the model was not fitted"), scale, confidence, 0);
    }

    private Estimate spendEstimate(Measure point, int purchases, double meanSpend) {
        if (!point.isDefined()) {
            return Estimate.undefined(
                    point.reason(), spendFit.map(f -> Math.round(f.customers())).orElse(0L));
        }
        if (spendFit.isEmpty()) {
            return DeltaMethod.estimate(
                    point.orElseThrow(),
                    Measure.undefined("the model was not fitted"),
                    IntervalScale.POSITIVE,
                    confidence,
                    0);
        }
        return spendFit.get()
                .estimate(
                        m -> m.expectedSpend(purchases, meanSpend).value().orElse(Double.POSITIVE_INFINITY),
                        IntervalScale.POSITIVE,
                        confidence);
    }

    /** The fits share no parameters: relative variances add. */
    private Estimate product(Estimate count, Estimate spend) {
        long n = Math.min(count.n(), spend.n());
        if (!count.isDefined() || !spend.isDefined()) {
            return Estimate.undefined(
                    (count.isDefined() ? spend : count).value().reason(), n);
        }
        double purchases = count.value().orElseThrow();
        double each = margin * spend.value().orElseThrow();
        Measure error = count.standardError();
        if (count.standardError().isDefined() && spend.standardError().isDefined()) {
            error = Measure.of(Math.hypot(
                    each * count.standardError().orElseThrow(),
                    purchases * margin * spend.standardError().orElseThrow()));
        } else if (error.isDefined()) {
            error = spend.standardError();
        }
        return DeltaMethod.estimate(purchases * each, error, IntervalScale.POSITIVE, confidence, n);
    }

    /**
     * The values of many customers.
     *
     * @param columns when they bought, in the model's unit
     * @param purchases how many purchases each mean is of, whole numbers ≥ 0; often the repeats
     * @param meanSpends mean value of each customer's purchases, above 0; not read where {@code purchases} is 0
     * @return one value a row, and intervals when they are asked for
     * @throws IllegalArgumentException if the columns differ in length or unit, or a value is out of place
     */
    public CustomerValues score(PurchaseColumns columns, double[] purchases, double[] meanSpends) {
        if (purchases.length != columns.size()) {
            throw new IllegalArgumentException(
                    "purchases must have the length of columns, " + columns.size() + ": " + purchases.length);
        }
        double[] spend = spendModel.expectedSpend(purchases, meanSpends);
        double[] counts = horizon.isPresent()
                ? model.discountedPurchases(columns, horizon.get(), discount)
                : model.discountedPurchases(columns, discount);
        double[] value = new double[spend.length];
        for (int i = 0; i < value.length; i++) {
            value[i] = margin * spend[i] * counts[i];
        }
        return new CustomerValues(
                this,
                columns,
                purchases.clone(),
                meanSpends.clone(),
                model.probabilityAlive(columns),
                counts,
                spend,
                value);
    }
}
