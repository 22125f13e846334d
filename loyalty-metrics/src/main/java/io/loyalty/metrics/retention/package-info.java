/**
 * Who stays, who leaves, and how well leaving can be foreseen.
 *
 * <p>The room has four corners:
 *
 * <ul> <li>periods: {@link io.loyalty.metrics.retention.PeriodRetention} from one window to the next,
 * {@link io.loyalty.metrics.retention.RevenueRetention} of the money, {@link io.loyalty.metrics.retention.InactivityChurn} by
 * absence, {@link io.loyalty.metrics.retention.AgeRetention} some days after the first purchase,
 * {@link io.loyalty.metrics.retention.CustomerRetention} from three counts, {@link io.loyalty.metrics.retention.ChurnRate}
 * between lengths of time; <li>cohorts: {@link io.loyalty.metrics.retention.Cohorts} turns transactions into a
 * {@link io.loyalty.metrics.retention.CohortMatrix} and into retention from each calendar period to the next; <li>lifetimes: a
 * {@link io.loyalty.metrics.retention.LifeTable}, made of times and events or of second purchases, is what
 * {@link io.loyalty.metrics.retention.KaplanMeier}, {@link io.loyalty.metrics.retention.CumulativeHazard},
 * {@link io.loyalty.metrics.retention.LogRankTest} and {@link io.loyalty.metrics.retention.DiscreteHazard} stand on; <li>churn risk:
 * {@link io.loyalty.metrics.retention.ChurnSample} and {@link io.loyalty.metrics.retention.LogisticRegression} make scores, and
 * {@link io.loyalty.metrics.retention.ScoredOutcomes} is what any score is judged by:
 * {@link io.loyalty.metrics.retention.RocAuc}, {@link io.loyalty.metrics.retention.AveragePrecision},
 * {@link io.loyalty.metrics.retention.KolmogorovSmirnov}, {@link io.loyalty.metrics.retention.LiftTable},
 * {@link io.loyalty.metrics.retention.BrierScore}, {@link io.loyalty.metrics.retention.LogLoss},
 * {@link io.loyalty.metrics.retention.Calibration}, {@link io.loyalty.metrics.retention.ContactPolicy}. </ul>
 *
 * <p>Start with {@code PeriodRetention} for the rate of a year, with {@code Cohorts} for the triangle, with {@code KaplanMeier} for
 * how long customers stay.
 *
 * <p>The plainest churn score is how overdue a customer is: {@link io.loyalty.metrics.purchase.Overdue} in the room of purchases. A
 * period that is not over is undefined, never 0. Figures by group are made by collectors:
 * {@code groupingBy(segment, collectingAndThen(LifeTable.collector(time, event), KaplanMeier.withDefaults()::estimate))}. Tables
 * join by {@code plus}, accumulators by {@code combine}.
 *
 * <p>Deliberately absent: trees and other learning machines; weights of inverse probability; parametric and proportional-hazards
 * models; lifetime value, which takes {@link io.loyalty.metrics.retention.SurvivalCurve#retention} from here; survival of
 * contracts with an end date of their own.
 *
 * @serial exclude
 */
package io.loyalty.metrics.retention;
