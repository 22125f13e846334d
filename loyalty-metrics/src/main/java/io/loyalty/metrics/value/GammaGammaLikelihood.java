package io.loyalty.metrics.value;

import java.util.Optional;

/**
 * The log-likelihood of Gamma-Gamma with its gradient by (p, q, γ).
 *
 * <p>A customer's part is p x ln u + q ln(1 − u) − ln B(p x, q) − ln m with u = x m / (γ + x m). Large p and q make its terms cancel, so
 * it is taken as the deviance from u = p x / (p x + q) and a constant of (x, p, q); the constant and the derivatives of ln B are
 * computed once for each distinct x, a row costs one or two logarithms.
 */
final class GammaGammaLikelihood implements Likelihood {

    private final SpendColumns columns;
    private final Execution execution;
    private final double sumOfLogs;
    private final double[] weightOfCount;

    GammaGammaLikelihood(SpendColumns columns, Execution execution) {
        this.execution = execution;
        this.columns = columns;
        ExactSum logs = new ExactSum();
        weightOfCount = new double[columns.counts.length];
        for (int row = 0; row < columns.mean.length; row++) {
            logs.add(columns.weight[row] * Math.log(columns.mean[row]));
            weightOfCount[columns.countOf[row]] += columns.weight[row];
        }
        sumOfLogs = logs.value();
    }

    @Override
    public Optional<Sample> sample() {
        return columns.sample().map(few -> new Sample(new GammaGammaLikelihood(few, execution), few.customers()));
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double p = parameters[0];
        double q = parameters[1];
        double gamma = parameters[2];
        ExactSum value = new ExactSum();
        ExactSum byP = new ExactSum();
        ExactSum byQ = new ExactSum();
        ExactSum byGamma = new ExactSum();
        value.add(-sumOfLogs);
        for (int i = 0; i < weightOfCount.length; i++) {
            double x = columns.counts[i];
            double a = p * x;
            // At its own centre the deviance is 0: what is left is the constant.
            value.add(weightOfCount[i] * GammaTerms.logBetaPower(a, q, a, q));
            // d/da [a ln(a/(a+q)) + q ln(q/(a+q)) − ln B] beyond the part that the deviance takes back
            byP.add(weightOfCount[i] * x * (GammaTerms.digammaRise(a, q) - Math.log1p(q / a)));
            byQ.add(weightOfCount[i] * (GammaTerms.digammaRise(q, a) - Math.log1p(a / q)));
        }
        int[] countOf = columns.countOf;
        double[] weight = columns.weight;
        ChunkSums sums = new ChunkSums(0, weight.length, 4);
        execution.forEach(sums.chunks(), chunk -> {
            double sum = 0;
            double sumP = 0;
            double sumQ = 0;
            double sumGamma = 0;
            for (int row = sums.begin(chunk); row < sums.end(chunk); row++) {
                double x = columns.counts[countOf[row]];
                double spent = x * columns.mean[row];
                double a = p * x;
                double total = spent + gamma;
                double n = a + q;
                double w = weight[row];
                // Logarithms of u and 1 − u over their centres a / n and q / n.
                double delta = (a * gamma - q * spent) / total;
                double up = logRatio(-delta / a, spent * n / (total * a));
                double down = logRatio(delta / q, gamma * n / (total * q));
                sum += w * (a * up + q * down);
                sumP += w * x * up;
                sumQ += w * down;
                sumGamma += w * (q - n * (gamma / total));
            }
            sums.put(chunk, sum, sumP, sumQ, sumGamma);
        });
        sums.addTo(value, 0, 1);
        sums.addTo(byP, 1, 1);
        sums.addTo(byQ, 2, 1);
        sums.addTo(byGamma, 3, 1 / gamma);
        gradient[0] = byP.value();
        gradient[1] = byQ.value();
        gradient[2] = byGamma.value();
        return value.value();
    }

    /** ln(1 + y), where 1 + y is given as well: the one or the other, whichever is exact. */
    private static double logRatio(double y, double onePlusY) {
        return Math.abs(y) < 0.1 ? Growth.log(y) : Math.log(onePlusY);
    }
}
