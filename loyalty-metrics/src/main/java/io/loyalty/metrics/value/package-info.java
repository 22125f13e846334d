/**
 * What a customer is worth: by a simple formula, and predicted from what the customer has bought.
 *
 * <p>The formula of the back of an envelope is {@link io.loyalty.metrics.value.SimpleLifetimeValue}: revenue per year × years −
 * costs. For predictions start with {@link io.loyalty.metrics.value.TransactionLog}: customer, day and amount of each transaction, and
 * the rules by which they become purchases; it gives a {@link io.loyalty.metrics.value.CustomerBase} up to a day. Fit
 * {@link io.loyalty.metrics.value.MbgNbd} (many one-time buyers), {@link io.loyalty.metrics.value.BgNbd} (the standard),
 * {@link io.loyalty.metrics.value.ParetoNbd} (the reference) or {@link io.loyalty.metrics.value.MbgCnbdK} (regular buyers) to its
 * columns, with {@link io.loyalty.metrics.value.Covariates} if there are any, and {@link io.loyalty.metrics.value.GammaGamma} to its spend;
 * {@link io.loyalty.metrics.value.PredictedLifetimeValue} makes the value of it. Where purchases happen at fixed opportunities take
 * {@link io.loyalty.metrics.value.BgBb}; under contract {@link io.loyalty.metrics.value.ShiftedBetaGeometric} or
 * {@link io.loyalty.metrics.value.BetaDiscreteWeibull}.
 *
 * <p>The answer of a fit is a {@link io.loyalty.metrics.value.Fitted} model that says how the search ended, and gives intervals of all that
 * follows from it. Whether to believe it tell {@link io.loyalty.metrics.value.HoldoutEvaluation} and
 * {@link io.loyalty.metrics.value.CumulativeTracking}. A model knows its {@link io.loyalty.metrics.value.PeriodUnit}, takes every
 * {@link io.loyalty.metrics.value.Horizon} in any unit and every discount as an {@link io.loyalty.metrics.value.AnnualRate}, and reads
 * back from its text form.
 *
 * <p>More closed forms: {@link io.loyalty.metrics.value.MarginLifetimeValue} with margins instead of revenue,
 * {@link io.loyalty.metrics.value.RetentionValue} with retention, discount and growth over any horizon,
 * {@link io.loyalty.metrics.value.ExpectedCashFlows} period by period; {@link io.loyalty.metrics.value.AcquisitionReturn} sets them against the
 * cost of acquisition, {@link io.loyalty.metrics.value.ReferralValue} adds what referrals bring. What customers have been worth so far says
 * {@link io.loyalty.metrics.value.HistoricalValue}, how groups differ {@link io.loyalty.metrics.value.ValueByGroup}.
 *
 * <p>Deliberately absent: random starts, tuning knobs for convergence, a month of 30 days, an end of observation guessed from the
 * data. Nothing is nullable.
 *
 * @serial exclude
 */
package io.loyalty.metrics.value;
