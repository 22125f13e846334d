package io.loyalty.metrics.retention;

import io.loyalty.metrics.numeric.Cholesky;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.Arrays;
import java.util.List;

/** One run of Newton's method on standardised features. Coefficient 0 is the intercept, which no ridge draws on. */
final class LogisticFit {

    private static final double STEP_TOLERANCE = 1e-10;
    private static final double ON_THE_BORDER = 1e-9;

    private final LogisticRegression options;
    private final List<String> names;
    private final double[][] rows;
    private final long[] events;
    private final long[] others;
    private final double[] means;
    private final double[] deviations;
    private long eventSum;
    private long otherSum;
    private Separation separation = Separation.NONE;

    LogisticFit(LogisticRegression options, List<String> names, double[][] rows, long[] events, long[] others) {
        this.options = options;
        this.names = names;
        this.events = events;
        this.others = others;
        for (int i = 0; i < rows.length; i++) {
            eventSum = Math.addExact(eventSum, events[i]);
            otherSum = Math.addExact(otherSum, others[i]);
        }
        means = new double[names.size() + 1];
        deviations = new double[names.size() + 1];
        this.rows = standardised(rows);
    }

    /** Rows with a leading 1 and features of mean 0 and deviation 1; constant features become 0. */
    private double[][] standardised(double[][] given) {
        deviations[0] = 1;
        double n = Math.addExact(eventSum, otherSum);
        for (int j = 1; j < means.length; j++) {
            NeumaierSum sum = new NeumaierSum();
            for (int i = 0; i < given.length; i++) {
                sum.addProduct(given[i][j - 1], events[i] + others[i]);
            }
            double mean = n > 0 ? sum.value() / n : 0;
            NeumaierSum squares = new NeumaierSum();
            double largest = 0;
            for (int i = 0; i < given.length; i++) {
                if (events[i] + others[i] > 0) {
                    double deviation = given[i][j - 1] - mean;
                    squares.add((events[i] + others[i]) * deviation * deviation);
                    largest = Math.max(largest, Math.abs(given[i][j - 1]));
                }
            }
            means[j] = mean;
            double deviation = Math.sqrt(squares.value() / Math.max(1, n));
            // A constant column may deviate from its mean by a rounding.
            deviations[j] = deviation > 1e-14 * largest ? deviation : 0;
        }
        double[][] result = new double[given.length][means.length];
        for (int i = 0; i < given.length; i++) {
            result[i][0] = 1;
            for (int j = 1; j < means.length; j++) {
                result[i][j] = deviations[j] > 0 ? (given[i][j - 1] - means[j]) / deviations[j] : 0;
            }
        }
        return result;
    }

    LogisticModel model() {
        if (eventSum == 0 || otherSum == 0) {
            return failed(FitStatus.ONE_OUTCOME, 0);
        }
        double[] beta = new double[means.length];
        beta[0] = Math.log((double) eventSum / otherSum);
        double[] gradient = new double[beta.length];
        double[][] information = new double[beta.length][beta.length];
        double objective = evaluate(beta, gradient, information);
        double nullLikelihood = objective;
        Cholesky factor = Cholesky.of(information);
        if (!factor.isPositiveDefinite()) {
            // All weights are equal at the start, so only the features can be to blame.
            return failed(FitStatus.DEPENDENT_FEATURES, 1);
        }
        for (int iteration = 1; iteration <= options.mostIterations(); iteration++) {
            double[] step = factor.solve(gradient);
            if (options.ridge() == 0) {
                separation = separationAlong(step);
                if (separation != Separation.NONE) {
                    return failed(FitStatus.SEPARATED, iteration);
                }
            }
            double size = 1;
            double[] next = moved(beta, step, size);
            double value = evaluate(next, gradient, information);
            // Ends at the latest when the step is too small to move anything.
            while (value < objective - 1e-12 * Math.abs(objective)) {
                size /= 2;
                next = moved(beta, step, size);
                value = evaluate(next, gradient, information);
            }
            beta = next;
            objective = value;
            factor = Cholesky.of(information);
            if (!factor.isPositiveDefinite()) {
                // Probabilities of 0 and 1 are to blame.
                return failed(FitStatus.SEPARATED, iteration);
            }
            if (size == 1 && largest(step) <= STEP_TOLERANCE * (1 + largest(beta))) {
                return fitted(beta, factor, iteration, nullLikelihood);
            }
        }
        return failed(FitStatus.ITERATION_LIMIT, options.mostIterations());
    }

    private LogisticModel fitted(double[] beta, Cholesky factor, int iterations, double nullLikelihood) {
        if (options.ridge() > 0) {
            separation = separationAlong(beta) == Separation.COMPLETE ? Separation.COMPLETE : Separation.NONE;
        }
        double[] coefficients = new double[beta.length];
        coefficients[0] = beta[0];
        for (int j = 1; j < beta.length; j++) {
            coefficients[j] = deviations[j] > 0 ? beta[j] / deviations[j] : 0;
            coefficients[0] -= coefficients[j] * means[j];
        }
        return new LogisticModel(
                names,
                coefficients,
                options.ridge() > 0 ? new double[0] : errors(factor.inverse()),
                FitStatus.CONVERGED,
                separation,
                iterations,
                eventSum,
                otherSum,
                logLikelihood(beta),
                nullLikelihood);
    }

    /** Standard errors in the units of the features; that of the intercept takes the shift of the features along. */
    private double[] errors(double[][] covariance) {
        double[] errors = new double[covariance.length];
        double[] shift = new double[covariance.length];
        shift[0] = 1;
        for (int j = 1; j < errors.length; j++) {
            errors[j] = Math.sqrt(covariance[j][j]) / deviations[j];
            shift[j] = -means[j] / deviations[j];
        }
        double variance = 0;
        for (int j = 0; j < shift.length; j++) {
            for (int k = 0; k < shift.length; k++) {
                variance += shift[j] * shift[k] * covariance[j][k];
            }
        }
        errors[0] = Math.sqrt(variance);
        return errors;
    }

    private LogisticModel failed(FitStatus status, int iterations) {
        return new LogisticModel(
                names, new double[0], new double[0], status, separation, iterations, eventSum, otherSum, 0, 0);
    }

    /** Penalised log-likelihood, its gradient and its negative second derivatives. */
    private double evaluate(double[] beta, double[] gradient, double[][] information) {
        int k = beta.length;
        Arrays.fill(gradient, 0);
        for (double[] row : information) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < rows.length; i++) {
            double n = events[i] + others[i];
            double eta = predictor(rows[i], beta);
            double tail = 1 / (1 + Math.exp(Math.abs(eta)));
            double p = eta > 0 ? 1 - tail : tail;
            double residual = events[i] * (eta > 0 ? tail : 1 - tail) - others[i] * p;
            double weight = n * tail * (1 - tail);
            for (int a = 0; a < k; a++) {
                gradient[a] += residual * rows[i][a];
                double weighted = weight * rows[i][a];
                for (int b = 0; b <= a; b++) {
                    information[a][b] += weighted * rows[i][b];
                }
            }
        }
        double penalty = 0;
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < a; b++) {
                information[b][a] = information[a][b];
            }
            if (a > 0) {
                gradient[a] -= options.ridge() * beta[a];
                information[a][a] += options.ridge();
                penalty += 0.5 * options.ridge() * beta[a] * beta[a];
            }
        }
        return logLikelihood(beta) - penalty;
    }

    private double logLikelihood(double[] beta) {
        NeumaierSum sum = new NeumaierSum();
        for (int i = 0; i < rows.length; i++) {
            double eta = predictor(rows[i], beta);
            // ln p = −ln(1 + e^−η), with the exponential of a negative number only.
            double small = Math.log1p(Math.exp(-Math.abs(eta)));
            sum.add(events[i] * -(small + Math.max(0, -eta)) + others[i] * -(small + Math.max(0, eta)));
        }
        return sum.value();
    }

    /**
     * Whether moving along a direction makes every outcome likelier or leaves it as it is: then the likelihood grows without end
     * (Albert and Anderson 1984). Newton's steps turn into such a direction if there is one.
     */
    private Separation separationAlong(double[] direction) {
        double most = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            double margin = predictor(rows[i], direction);
            if (events[i] > 0) {
                most = Math.max(most, margin);
                least = Math.min(least, margin);
            }
            if (others[i] > 0) {
                most = Math.max(most, -margin);
                least = Math.min(least, -margin);
            }
        }
        if (!(most > 0) || least < -ON_THE_BORDER * most || largest(direction) < STEP_TOLERANCE) {
            return Separation.NONE;
        }
        return least > ON_THE_BORDER * most ? Separation.COMPLETE : Separation.QUASI_COMPLETE;
    }

    private static double predictor(double[] row, double[] beta) {
        double sum = 0;
        for (int j = 0; j < beta.length; j++) {
            sum += row[j] * beta[j];
        }
        return sum;
    }

    private static double[] moved(double[] beta, double[] step, double size) {
        double[] next = beta.clone();
        for (int j = 0; j < next.length; j++) {
            next[j] += size * step[j];
        }
        return next;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
