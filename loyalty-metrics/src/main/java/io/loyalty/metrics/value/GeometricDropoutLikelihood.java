package io.loyalty.metrics.value;

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
    private final double[] logAge;
    private final double[] logLast;
    private final double[] grownAge;
    private final double[] grownLast;
    private final double[] inverseAge;
    private final double[] inverseLast;

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
        logAge = new double[columns.ages.length];
        inverseAge = new double[columns.ages.length];
        grownAge = new double[columns.ages.length];
        logLast = new double[columns.lasts.length];
        grownLast = new double[columns.lasts.length];
        inverseLast = new double[columns.lasts.length];
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
        for (int i = 0; i < logAge.length; i++) {
            double t = columns.ages[i];
            double sum = alpha + t;
            double grown = Math.log1p(t / alpha);
            logAge[i] = Math.log(sum);
            inverseAge[i] = 1 / sum;
            grownAge[i] = grown;
            value.add(-certainOfAge[i] * r * grown);
            byR.add(-weightOfAge[i] * grown);
            byAlpha.add((weightOfAge[i] * r * (t / alpha) - purchasesOfAge[i]) * inverseAge[i]);
        }
        for (int i = 0; i < logLast.length; i++) {
            double sum = alpha + columns.lasts[i];
            logLast[i] = Math.log(sum);
            grownLast[i] = Math.log1p(columns.lasts[i] / alpha);
            inverseLast[i] = 1 / sum;
        }
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
        rows(r, a, b, value, byR, byAlpha, byA, byB);
        gradient[0] = byR.value();
        gradient[1] = byAlpha.value();
        gradient[2] = byA.value();
        gradient[3] = byB.value();
        return value.value();
    }

    /** The part that has to be computed row by row: the logarithm of "alive" plus "left", each in its own terms, so that whichever is the
     * larger is not the difference of two large numbers.
     */
    private void rows(
            double r, double a, double b, ExactSum value, ExactSum byR, ExactSum byAlpha, ExactSum byA, ExactSum byB) {
        double[] logOdds = new double[columns.counts.length];
        double[] stay = new double[columns.counts.length];
        double logA = Math.log(a);
        for (int i = 0; i < logOdds.length; i++) {
            double tossed = b + (columns.counts[i] + first - 1);
            logOdds[i] = logA - Math.log(tossed);
            stay[i] = 1 / tossed;
        }
        int[] countOf = columns.countOf;
        int[] ageOf = columns.ageOf;
        int[] lastOf = columns.lastOf;
        double[] weight = columns.weight;
        ChunkSums sums = new ChunkSums(from, weight.length, 5);
        execution.forEach(sums.chunks(), chunk -> {
            double sum = 0;
            double sumR = 0;
            double sumAlpha = 0;
            double sumA = 0;
            double sumB = 0;
            for (int row = sums.begin(chunk); row < sums.end(chunk); row++) {
                int c = countOf[row];
                int t = ageOf[row];
                int l = lastOf[row];
                double x = columns.counts[c];
                double k = r + x;
                double growth = logAge[t] - logLast[l];
                double alive = -r * grownAge[t] - x * logAge[t];
                double gone = logOdds[c] - r * grownLast[l] - x * logLast[l];
                double d = gone - alive;
                double e = Math.exp(-Math.abs(d));
                double inverse = 1 / (1 + e);
                double w = weight[row];
                double left = w * (d >= 0 ? inverse : e * inverse);
                sum += w * (Math.max(alive, gone) - Math.log(inverse));
                sumR += left * growth;
                sumAlpha += left * k * (inverseAge[t] - inverseLast[l]);
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
