package io.loyalty.metrics.value;

import java.util.Optional;

/**
 * The log-likelihood of Pareto/NBD with its gradient by (r, α, s, β), over compressed columns.
 *
 * <p>A customer's part is ln Γ(r + x) / Γ(r) − r ln(1 + T/α) − x ln(α + T) − s ln(1 + T/β) + ln(1 / P(alive)), and 1 / P(alive) =
 * 1 − R(T) + e^M R(t_x), M = (r + x) ln((α + T)/(α + t_x)) + s ln((β + T)/(β + t_x)). R depends on x and one time only and comes from a
 * {@link TailTable}; a row costs one exponential and one logarithm.
 */
final class LomaxDropoutLikelihood implements Likelihood {

    private final PurchaseColumns columns;
    private final Execution execution;
    private final TailTable now;
    private final TailTable then;
    private final double[] weightOfCount;
    private final double[] weightOfAge;
    private final double[] purchasesOfAge;
    private final double[] pullNow;
    private final double[] pullThen;
    private final LogTimes ages;
    private final LogTimes lasts;

    LomaxDropoutLikelihood(PurchaseColumns columns, Execution execution) {
        this.columns = columns;
        this.execution = execution;
        ages = new LogTimes(columns.ages);
        lasts = new LogTimes(columns.lasts);
        now = new TailTable(columns.countOf, columns.ageOf, columns.counts, ages, execution);
        then = new TailTable(columns.countOf, columns.lastOf, columns.counts, lasts, execution);
        int rows = columns.weight.length;
        pullNow = new double[rows];
        pullThen = new double[rows];
        weightOfCount = new double[columns.counts.length];
        weightOfAge = new double[columns.ages.length];
        purchasesOfAge = new double[columns.ages.length];
        for (int row = 0; row < rows; row++) {
            double w = columns.weight[row];
            weightOfCount[columns.countOf[row]] += w;
            weightOfAge[columns.ageOf[row]] += w;
            purchasesOfAge[columns.ageOf[row]] += w * columns.counts[columns.countOf[row]];
        }
    }

    @Override
    public Optional<Sample> sample() {
        return columns.sample().map(few -> new Sample(new LomaxDropoutLikelihood(few, execution), few.customers()));
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double r = parameters[0];
        double alpha = parameters[1];
        double s = parameters[2];
        double beta = parameters[3];
        ages.compute(alpha, beta, execution);
        lasts.compute(alpha, beta, execution);
        ExactSum value = new ExactSum();
        ExactSum[] by = {new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()};
        addAges(r, alpha, s, beta, by);
        for (int i = 0; i < weightOfCount.length; i++) {
            value.add(weightOfCount[i] * GammaTerms.logRising(r, columns.counts[i]));
            by[0].add(weightOfCount[i] * GammaTerms.digammaRise(r, columns.counts[i]));
        }
        now.compute(parameters);
        then.compute(parameters);
        addRows(r, alpha, s, beta, value, by);
        now.addTo(by, pullNow);
        then.addTo(by, pullThen);
        for (int i = 0; i < 4; i++) {
            gradient[i] = by[i].value();
        }
        return value.value();
    }

    /** The derivatives of what depends on T alone. */
    private void addAges(double r, double alpha, double s, double beta, ExactSum[] by) {
        ChunkSums sums = new ChunkSums(0, weightOfAge.length, 4);
        execution.forEach(sums.chunks(), chunk -> {
            double byR = 0;
            double byAlpha = 0;
            double byS = 0;
            double byBeta = 0;
            for (int i = sums.begin(chunk); i < sums.end(chunk); i++) {
                double t = ages.time(i);
                double w = weightOfAge[i];
                byR -= w * ages.byAlpha(i);
                byAlpha += (w * r * (t / alpha) - purchasesOfAge[i]) / (alpha + t);
                byS -= w * ages.byBeta(i);
                byBeta += w * s * (t / beta) / (beta + t);
            }
            sums.put(chunk, byR, byAlpha, byS, byBeta);
        });
        for (int j = 0; j < 4; j++) {
            sums.addTo(by[j], j, 1);
        }
    }

    /** The part that has to be computed row by row: alive up to T, or gone between t_x and T; whichever is the larger stands in its own
     * terms, so that it is not the difference of two large numbers.
     */
    private void addRows(double r, double alpha, double s, double beta, ExactSum value, ExactSum[] by) {
        double logAlpha = Math.log(alpha);
        ChunkSums sums = new ChunkSums(0, columns.weight.length, 5);
        execution.forEach(sums.chunks(), chunk -> {
            double sum = 0;
            double sumR = 0;
            double sumAlpha = 0;
            double sumS = 0;
            double sumBeta = 0;
            for (int row = sums.begin(chunk); row < sums.end(chunk); row++) {
                int t = columns.ageOf[row];
                int l = columns.lastOf[row];
                double x = columns.counts[columns.countOf[row]];
                double k = r + x;
                double growA = ages.byAlpha(t) - lasts.byAlpha(l);
                double growB = ages.byBeta(t) - lasts.byBeta(l);
                double still = Math.exp(-(k * growA + s * growB));
                double nowR = now.of(row);
                double thenR = then.of(row);
                double here = (1 - nowR) * still;
                double d = here + thenR;
                double w = columns.weight[row];
                double scaled = w / d;
                double pull = scaled * thenR;
                double log = here > thenR
                        ? Math.log((1 - nowR) + thenR / still) - k * ages.byAlpha(t) - s * ages.byBeta(t)
                        : Math.log(d) - k * lasts.byAlpha(l) - s * lasts.byBeta(l);
                sum += w * (log - x * logAlpha);
                double age = ages.time(t);
                double last = lasts.time(l);
                sumR += pull * growA;
                // 1 / (α + T) − 1 / (α + t_x), without their difference
                sumAlpha += pull * k * ((last - age) / ((alpha + age) * (alpha + last)));
                sumS += pull * growB;
                sumBeta += pull * s * ((last - age) / ((beta + age) * (beta + last)));
                pullNow[row] = -scaled * still;
                pullThen[row] = scaled;
            }
            sums.put(chunk, sum, sumR, sumAlpha, sumS, sumBeta);
        });
        sums.addTo(value, 0, 1);
        for (int j = 0; j < 4; j++) {
            sums.addTo(by[j], j + 1, 1);
        }
    }
}
