/**
 * Experiments and inference: what a treatment changed, compared with a control group, and how certain that is.
 *
 * <p>Start with {@link io.loyalty.metrics.experiment.Experiment}, the report of a loyalty test with a control group. The life of a test:
 *
 * <ul>
 *   <li>How many customers? {@link io.loyalty.metrics.experiment.SamplePlan}: sizes, power and detectable effects for shares and
 *       means.
 *   <li>Who gets what? {@link io.loyalty.metrics.experiment.Allocation} assigns customers to arms by a hash of experiment and customer.
 *   <li>Did everybody arrive? {@link io.loyalty.metrics.experiment.AllocationCheck}, before anything else is read.
 *   <li>What changed? {@link io.loyalty.metrics.experiment.ArmSummary} collects what the customers of an arm did, and {@link
 *       io.loyalty.metrics.experiment.Experiment#report} gives an {@link io.loyalty.metrics.experiment.ExperimentReport}: the lifts of conversion,
 *       revenue per customer and repeat rate.
 *   <li>May I look before the end? {@link io.loyalty.metrics.experiment.SequentialTest}, with a state that the host keeps.
 * </ul>
 *
 * <p>The comparisons underneath, for any figures; all are signed, first minus second:
 *
 * <ul>
 *   <li>two groups: {@link io.loyalty.metrics.experiment.ProportionComparison}, {@link io.loyalty.metrics.experiment.MeanComparison}, {@link
 *       io.loyalty.metrics.experiment.Cuped}, {@link io.loyalty.metrics.experiment.MannWhitney}, {@link
 *       io.loyalty.metrics.experiment.Bootstrap};
 *   <li>pairs: {@link io.loyalty.metrics.experiment.PairedComparison}, {@link io.loyalty.metrics.experiment.SignedRank}, {@link
 *       io.loyalty.metrics.experiment.McNemar};
 *   <li>many groups: {@link io.loyalty.metrics.experiment.WelchAnova}, {@link io.loyalty.metrics.experiment.KruskalWallis}, {@link
 *       io.loyalty.metrics.experiment.ContingencyTable}, and {@link io.loyalty.metrics.experiment.MultipleTesting} for many questions.
 * </ul>
 *
 * <p>Where sufficient figures exist ({@link io.loyalty.metrics.experiment.SuccessCounts}, {@link io.loyalty.metrics.experiment.SampleSummary}, {@link
 * io.loyalty.metrics.experiment.CovariateSummary}, tables) they are enough: they merge by {@code plus} and may come from a database. A test that cannot
 * be made is undefined with its reason, never 0 and never NaN. Nothing is nullable, nothing is rounded, and nothing is drawn without a seed.
 *
 * <p>Deliberately absent: sample weights, Bayesian tests, multi-armed bandits, experiments on networks or by region, and the storing of assignments.
 *
 * @serial exclude
 */
package io.loyalty.metrics.experiment;
