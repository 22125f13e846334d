package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A loyalty test with a control group, and its report: who got the offer, and what did it change?
 *
 * <pre>{@code
 * Experiment test = Experiment.of(Allocation.even("control", "double points"), "control");
 * String arm = test.plan().assign("double points 2026", customer);      // when the customer comes in
 * ...
 * ExperimentReport report = test.report(Map.of("control", control, "double points", treated));
 * }</pre>
 *
 * <h2>Definition</h2>
 *
 * <p>The sizes of the arms are checked against the plan ({@link AllocationCheck}). Then each treated arm is compared with the control:
 * conversion and repeat rate as shares ({@link ProportionComparison}), revenue per customer as a mean, by {@link Cuped} as soon as a
 * covariate is known of any customer, by Welch's test otherwise. The p-values of all lifts of the report are adjusted together, by
 * Holm's method unless chosen otherwise.
 *
 * <h2>Interpretation</h2>
 *
 * <p>All figures are of assigned customers, whether the offer reached them or not: what the decision to offer it is worth. A report is
 * for the end of a test of planned length ({@link SamplePlan}); who looks every day needs {@link SequentialTest}.
 *
 * <h2>Edge cases</h2>
 *
 * <p>If the sizes of the arms contradict the plan, every lift is undefined and says so, unless {@link FlaggedAllocation#SHOW} is asked for;
 * the figures of the arms by themselves stay.
 * Arms without customers have undefined figures.
 *
 * <h2>Performance</h2>
 *
 * <p>A constant for each arm, from summaries.
 *
 * <h2>References</h2>
 *
 * <p>Kohavi, R., Tang, D. and Xu, Y. (2020), Trustworthy Online Controlled Experiments, doi:10.1017/9781108653985.
 */
public final class Experiment implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String WITHHELD = "the sizes of the arms contradict the plan";

    private final Allocation plan;
    private final String control;
    private final double confidence;
    private final double threshold;
    private final RepeatBase repeatBase;
    private final FlaggedAllocation flagged;
    private final MultipleTesting adjustment;

    private Experiment(
            Allocation plan,
            String control,
            double confidence,
            double threshold,
            RepeatBase repeatBase,
            FlaggedAllocation flagged,
            MultipleTesting adjustment) {
        this.plan = plan;
        this.control = control;
        this.confidence = confidence;
        this.threshold = threshold;
        this.repeatBase = repeatBase;
        this.flagged = flagged;
        this.adjustment = adjustment;
    }

    /**
     * An experiment: 95 % intervals, repeat rates of all assigned customers, Holm's adjustment, no lift if the allocation is flagged at a
     * p-value below 0.001.
     *
     * @param plan the arms and their shares
     * @param control the name of the arm that all others are compared with
     * @return the experiment
     * @throws IllegalArgumentException if the control is no arm of the plan
     */
    public static Experiment of(Allocation plan, String control) {
        Objects.requireNonNull(control, "control");
        plan.indexOf(control);
        return new Experiment(
                plan,
                control,
                0.95,
                AllocationCheck.USUAL_THRESHOLD,
                RepeatBase.ASSIGNED,
                FlaggedAllocation.WITHHOLD,
                MultipleTesting.HOLM);
    }

    /**
     * The experiment with another level of confidence.
     *
     * @param level nominal coverage of the intervals, between 0 and 1
     * @return the experiment
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public Experiment withConfidence(double level) {
        Require.inOpenUnit(level, "confidence");
        return new Experiment(plan, control, level, threshold, repeatBase, flagged, adjustment);
    }

    /**
     * The experiment with another threshold of the allocation check.
     *
     * @param pValue the p-value below which the allocation is flagged, between 0 and 1
     * @return the experiment
     * @throws IllegalArgumentException if the threshold is not in (0, 1)
     */
    public Experiment withAllocationThreshold(double pValue) {
        Require.inOpenUnit(pValue, "threshold");
        return new Experiment(plan, control, confidence, pValue, repeatBase, flagged, adjustment);
    }

    /**
     * The experiment with another base of repeat rates.
     *
     * @param base of whom the repeat rate is a share
     * @return the experiment
     */
    public Experiment with(RepeatBase base) {
        Objects.requireNonNull(base, "base");
        return new Experiment(plan, control, confidence, threshold, base, flagged, adjustment);
    }

    /**
     * The experiment with another answer to a flagged allocation.
     *
     * @param answer what the report says of lifts then
     * @return the experiment
     */
    public Experiment with(FlaggedAllocation answer) {
        Objects.requireNonNull(answer, "answer");
        return new Experiment(plan, control, confidence, threshold, repeatBase, answer, adjustment);
    }

    /**
     * The experiment with another adjustment of p-values.
     *
     * @param method how the p-values of the report are raised for their number
     * @return the experiment
     */
    public Experiment with(MultipleTesting method) {
        Objects.requireNonNull(method, "method");
        return new Experiment(plan, control, confidence, threshold, repeatBase, flagged, method);
    }

    /**
     * The arms and their shares.
     *
     * @return the plan, which also assigns customers
     */
    public Allocation plan() {
        return plan;
    }

    /**
     * The name of the control arm.
     *
     * @return the arm that all others are compared with
     */
    public String control() {
        return control;
    }

    /**
     * The report.
     *
     * @param arms what the customers of each arm did; arms that are not there have no customers
     * @return the check of the sizes, then the lifts
     * @throws IllegalArgumentException if there is an arm that is not of the plan
     */
    public ExperimentReport report(Map<String, ArmSummary> arms) {
        Map<String, Long> sizes = new HashMap<>();
        arms.forEach((arm, summary) -> sizes.put(arm, summary.customers()));
        AllocationCheck check = AllocationCheck.of(plan, sizes, threshold);
        boolean withhold = check.isFlagged() && flagged == FlaggedAllocation.WITHHOLD;
        ArmSummary base = arms.getOrDefault(control, ArmSummary.NONE);
        List<String> names = new ArrayList<>();
        List<Lift> lifts = new ArrayList<>();
        for (ArmWeight arm : plan.arms()) {
            if (!arm.arm().equals(control)) {
                names.add(arm.arm());
                for (Lift lift : lifts(arms.getOrDefault(arm.arm(), ArmSummary.NONE), base)) {
                    lifts.add(withhold ? lift.withheld(WITHHELD) : lift);
                }
            }
        }
        List<Measure> adjusted =
                adjustment.adjust(lifts.stream().map(Lift::adjustedPValue).toList());
        List<ArmReport> reports = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int first = 3 * i;
            reports.add(new ArmReport(
                    names.get(i),
                    lifts.get(first).withAdjusted(adjusted.get(first)),
                    lifts.get(first + 1).withAdjusted(adjusted.get(first + 1)),
                    lifts.get(first + 2).withAdjusted(adjusted.get(first + 2))));
        }
        return new ExperimentReport(check, reports);
    }

    /** Conversion, revenue per customer, repeat rate. */
    private List<Lift> lifts(ArmSummary treated, ArmSummary base) {
        return List.of(
                lift(treated.buyers(), base.buyers()),
                revenue(treated.revenue(), base.revenue()),
                lift(repeats(treated), repeats(base)));
    }

    private SuccessCounts repeats(ArmSummary arm) {
        return repeatBase == RepeatBase.ASSIGNED
                ? arm.repeaters()
                : new SuccessCounts(arm.repeaters().successes(), arm.buyers().successes());
    }

    private Lift lift(SuccessCounts treated, SuccessCounts base) {
        ProportionComparison shares = ProportionComparison.withDefaults().withConfidence(confidence);
        return Lift.of(base.share(confidence), treated.share(confidence), shares.compare(treated, base));
    }

    private Lift revenue(CovariateSummary treated, CovariateSummary base) {
        boolean plain = treated.covariate().n() + base.covariate().n() == 0;
        MeanDifference found = plain
                ? MeanComparison.withDefaults()
                        .withConfidence(confidence)
                        .compare(treated.allOutcomes(), base.allOutcomes())
                : Cuped.withDefaults()
                        .withConfidence(confidence)
                        .compare(treated, base)
                        .adjusted();
        return Lift.of(
                base.allOutcomes().mean(confidence), treated.allOutcomes().mean(confidence), found);
    }
}
