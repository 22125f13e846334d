package io.loyalty.metrics.retention;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.numeric.NeumaierSum;
import io.loyalty.metrics.numeric.Root;
import io.loyalty.metrics.numeric.RootFinder;
import java.util.List;

/** Outcomes as a logistic function of the log-odds of their probabilities. */
final class Recalibration {

    /** The log-odds of the smallest probability: a shift beyond twice it changes nothing any more. */
    private static final double WIDEST = 80;

    private final ScoredOutcomes outcomes;
    private final double[] logOdds;

    Recalibration(ScoredOutcomes outcomes) {
        this.outcomes = outcomes;
        logOdds = new double[outcomes.size()];
        for (int row = 0; row < logOdds.length; row++) {
            double p = LogLoss.clip(outcomes.score(row));
            logOdds[row] = Math.log(p) - Math.log1p(-p);
        }
    }

    LogisticModel model() {
        double[][] rows = new double[logOdds.length][];
        long[] events = new long[logOdds.length];
        long[] others = new long[logOdds.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new double[] {logOdds[row]};
            events[row] = outcomes.events(row);
            others[row] = outcomes.others(row);
        }
        return LogisticRegression.withDefaults().fitCounts(List.of("log-odds"), rows, events, others);
    }

    /** The shift of all log-odds that makes as many events expected as came about; its information is the variance. */
    Estimate inTheLarge() {
        long n = outcomes.customers();
        if (outcomes.events() == 0 || outcomes.others() == 0) {
            return Estimate.undefined(FitStatus.ONE_OUTCOME.reason(), n);
        }
        Root shift = RootFinder.find(this::excess, -WIDEST, WIDEST);
        double information = 0;
        for (int row = 0; row < logOdds.length; row++) {
            double tail = 1 / (1 + Math.exp(Math.abs(logOdds[row] + shift.point())));
            information += (outcomes.events(row) + outcomes.others(row)) * tail * (1 - tail);
        }
        return Confidence.normal(
                shift.point(),
                1 / Math.sqrt(information),
                n,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                "Wald");
    }

    private double excess(double shift) {
        NeumaierSum sum = new NeumaierSum();
        for (int row = 0; row < logOdds.length; row++) {
            double eta = logOdds[row] + shift;
            double tail = 1 / (1 + Math.exp(Math.abs(eta)));
            double p = eta > 0 ? 1 - tail : tail;
            double q = eta > 0 ? tail : 1 - tail;
            sum.add(outcomes.events(row) * q - outcomes.others(row) * p);
        }
        return sum.value();
    }
}
