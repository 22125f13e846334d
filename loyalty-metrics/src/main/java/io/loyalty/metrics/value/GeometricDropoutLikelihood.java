package io.loyalty.metrics.value;

import java.util.Optional;

/**
 * The log-likelihood of BG/NBD and MBG/NBD with its gradient by (r, α, a, b), over compressed columns.
 *
 * <p>A customer's part is ln Γ(r + x) / Γ(r) − r ln(1 + T/α) − x ln(α + T) + ln E[(1 − p)^tosses] + ln(1 + odds), where odds =
 * a / (b + tosses − 1) ((α + T) / (α + t_x))^(r + x) are those of having left. What depends on x alone or a time alone is read
 * from tables over the distinct values; a row costs one exponential and one logarithm.
 */
final class GeometricDropoutLikelihood implements Likelihood {

    private final PurchaseColumns columns;
    private final Execution execution;
    private final int first;
    private final int from;
    private final double[] weightOfCount;
    private final double[] weightOfAge;
    private final double[] certainOfAge;
    private final double[] purchasesOfAge;
    private final LogTimes ages;
    private final LogTimes lasts;

    GeometricDropoutLikelihood(PurchaseColumns columns, int first, Execution execution) {
        this.columns = columns;
        this.execution = execution;
        this.first = first;
        int rows = columns.weight.length;
        weightOfCount = new double[columns.counts.length];
        weightOfAge = new double[columns.ages.length];
        certainOfAge = new double[columns.ages.length];
        purchasesOfAge = new double[columns.ages.length];
        int begin = 0;
        for (int row = 0; row < rows; row++) {
            int count = columns.counts[columns.countOf[row]];
            weightOfCount[columns.countOf[row]] += columns.weight[row];
            weightOfAge[columns.ageOf[row]] += columns.weight[row];
            purchasesOfAge[columns.ageOf[row]] += columns.weight[row] * count;
            if (count + first == 0) {
                certainOfAge[columns.ageOf[row]] += columns.weight[row];
                begin = row + 1;
            }
        }
        from = begin;
        ages = new LogTimes(columns.ages);
        lasts = new LogTimes(columns.lasts);
    }

    @Override
    public Optional<Sample> sample() {
        return columns.sample()
                .map(few -> new Sample(new GeometricDropoutLikelihood(few, first, execution), few.customers()));
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double r = parameters[0];
        double alpha = parameters[1];
        double a = parameters[2];
        double b = parameters[3];
        ExactSum value = new ExactSum();
        ExactSum byR = new ExactSum();
        ExactSum byAlpha = new ExactSum();
        ExactSum byA = new ExactSum();
        ExactSum byB = new ExactSum();
        ages.compute(alpha, execution);
        lasts.compute(alpha, execution);
        addAges(r, alpha, value, byR, byAlpha);
        for (int i = 0; i < weightOfCount.length; i++) {
            int x = columns.counts[i];
            double w = weightOfCount[i];
            double rise = GammaTerms.digammaRise(a + b, x + first);
            value.add(w * GammaTerms.logRising(r, x));
            value.add(w * GammaTerms.logBetaMoment(a, b, x + first));
            byR.add(w * GammaTerms.digammaRise(r, x));
            byA.add(-w * rise);
            byB.add(w * (GammaTerms.digammaRise(b, x + first) - rise));
        }
        addRows(parameters, value, byR, byAlpha, byA, byB);
        gradient[0] = byR.value();
        gradient[1] = byAlpha.value();
        gradient[2] = byA.value();
        gradient[3] = byB.value();
        return value.value();
    }

    /** What depends on T alone. */
    private void addAges(double r, double alpha, ExactSum value, ExactSum byR, ExactSum byAlpha) {
        ChunkSums sums = new ChunkSums(0, ages.size(), 3);
        execution.forEach(sums.chunks(), chunk -> {
            double sum = 0;
            double sumR = 0;
            double sumAlpha = 0;
            for (int i = sums.begin(chunk); i < sums.end(chunk); i++) {
                double t = ages.time(i);
                double grown = ages.byAlpha(i);
                sum -= certainOfAge[i] * r * grown;
                sumR -= weightOfAge[i] * grown;
                sumAlpha += (weightOfAge[i] * r * (t / alpha) - purchasesOfAge[i]) / (alpha + t);
            }
            sums.put(chunk, sum, sumR, sumAlpha);
        });
        sums.addTo(value, 0, 1);
        sums.addTo(byR, 1, 1);
        sums.addTo(byAlpha, 2, 1);
    }

    /** The part that has to be computed row by row: the logarithm of "alive" plus "left", each in its own terms, so that whichever is the
     * larger is not the difference of two large numbers.
     */
    private void addRows(
            double[] parameters, ExactSum value, ExactSum byR, ExactSum byAlpha, ExactSum byA, ExactSum byB) {
        double r = parameters[0];
        double alpha = parameters[1];
        double a = parameters[2];
        double b = parameters[3];
        double[] logOdds = new double[columns.counts.length];
        double[] stay = new double[columns.counts.length];
        double logA = Math.log(a);
        double logAlpha = Math.log(alpha);
        for (int i = 0; i < logOdds.length; i++) {
            double tossed = b + (columns.counts[i] + first - 1);
            logOdds[i] = logA - Math.log(tossed);
            stay[i] = 1 / tossed;
        }
        ChunkSums sums = new ChunkSums(from, columns.weight.length, 5);
        execution.forEach(sums.chunks(), chunk -> {
            double sum = 0;
            double sumR = 0;
            double sumAlpha = 0;
            double sumA = 0;
            double sumB = 0;
            for (int row = sums.begin(chunk); row < sums.end(chunk); row++) {
                int c = columns.countOf[row];
                int t = columns.ageOf[row];
                int l = columns.lastOf[row];
                double x = columns.counts[c];
                double k = r + x;
                double growth = ages.byAlpha(t) - lasts.byAlpha(l);
                double d = logOdds[c] + k * growth;
                double e = Math.exp(-Math.abs(d));
                double inverse = 1 / (1 + e);
                double w = columns.weight[row];
                double left = w * (d >= 0 ? inverse : e * inverse);
                double larger = d >= 0 ? logOdds[c] - k * lasts.byAlpha(l) : -k * ages.byAlpha(t);
                sum += w * (larger - x * logAlpha - Math.log(inverse));
                double age = ages.time(t);
                double last = lasts.time(l);
                sumR += left * growth;
                // 1 / (α + T) − 1 / (α + t_x), without their difference
                sumAlpha += left * k * ((last - age) / ((alpha + age) * (alpha + last)));
                sumA += left;
                sumB += left * stay[c];
            }
            sums.put(chunk, sum, sumR, sumAlpha, sumA, sumB);
        });
        sums.addTo(value, 0, 1);
        sums.addTo(byR, 1, 1);
        sums.addTo(byAlpha, 2, 1);
        sums.addTo(byA, 3, 1 / a);
        sums.addTo(byB, 4, -1);
    }
}
