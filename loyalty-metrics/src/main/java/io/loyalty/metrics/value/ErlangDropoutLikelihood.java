package io.loyalty.metrics.value;

/**
 * The log-likelihood of BG/CNBD-k and MBG/CNBD-k with its gradient by (r, α, a, b), for a fixed k, over compressed columns; the terms that hold
 * the single times between purchases, constant for a fixed k, are given.
 *
 * <p>It is that of {@link GeometricDropoutLikelihood} with r + k x for r + x, where "alive" has the factor of {@link ErlangTerms}.
 */
final class ErlangDropoutLikelihood implements Likelihood {

    private final PurchaseColumns columns;
    private final Execution execution;
    private final int first;
    private final int k;
    private final double constant;
    private final double[] weightOfCount;
    private final LogTimes ages;
    private final LogTimes lasts;

    /** The constant is (k − 1) Σ ln gap − Σ x ln Γ(k). */
    ErlangDropoutLikelihood(PurchaseColumns columns, int first, int k, double sumOfLogGaps, Execution execution) {
        this.columns = columns;
        this.execution = execution;
        this.first = first;
        this.k = k;
        weightOfCount = new double[columns.counts.length];
        ExactSum purchases = new ExactSum();
        for (int row = 0; row < columns.weight.length; row++) {
            weightOfCount[columns.countOf[row]] += columns.weight[row];
            purchases.add(columns.weight[row] * columns.counts[columns.countOf[row]]);
        }
        constant = k == 1 ? 0 : (k - 1) * sumOfLogGaps - purchases.value() * GammaTerms.logGamma(k);
        ages = new LogTimes(columns.ages, columns.weight.length);
        lasts = new LogTimes(columns.lasts, columns.weight.length);
    }

    @Override
    public double at(double[] p, double[] gradient) {
        ages.compute(p[1], execution);
        lasts.compute(p[1], execution);
        ExactSum value = new ExactSum();
        ExactSum[] by = {new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()};
        value.add(constant);
        for (int i = 0; i < weightOfCount.length; i++) {
            int x = columns.counts[i];
            double w = weightOfCount[i];
            double rise = GammaTerms.digammaRise(p[2] + p[3], x + first);
            value.add(w * GammaTerms.logRising(p[0], (double) k * x));
            value.add(w * GammaTerms.logBetaMoment(p[2], p[3], x + first));
            by[0].add(w * GammaTerms.digammaRise(p[0], (double) k * x));
            by[2].add(-w * rise);
            by[3].add(w * (GammaTerms.digammaRise(p[3], x + first) - rise));
        }
        addRows(p, value, by);
        for (int i = 0; i < 4; i++) {
            gradient[i] = by[i].value();
        }
        return value.value();
    }

    private void addRows(double[] p, ExactSum value, ExactSum[] by) {
        double r = p[0];
        double alpha = p[1];
        double a = p[2];
        double b = p[3];
        double logAlpha = Math.log(alpha);
        double logA = Math.log(a);
        ChunkSums sums = new ChunkSums(0, columns.weight.length, 5);
        execution.forEach(sums.chunks(), chunk -> {
            ErlangTerms terms = new ErlangTerms();
            double sum = 0;
            double sumR = 0;
            double sumAlpha = 0;
            double sumA = 0;
            double sumB = 0;
            for (int row = sums.begin(chunk); row < sums.end(chunk); row++) {
                int t = columns.ageOf[row];
                int l = columns.lastOf[row];
                int x = columns.counts[columns.countOf[row]];
                double age = ages.time(t);
                double last = lasts.time(l);
                double growA = ages.byAlpha(t);
                double growL = lasts.byAlpha(l);
                double shape = r + (double) k * x;
                terms.compute(shape, (age - last) / (alpha + age), k);
                double alive = Math.log(terms.sum) - shape * growA;
                double tossed = b + (x + first - 1);
                double gone = x + first == 0 ? Double.NEGATIVE_INFINITY : logA - Math.log(tossed) - shape * growL;
                double d = gone - alive;
                double e = Math.exp(-Math.abs(d));
                double left = d >= 0 ? 1 / (1 + e) : e / (1 + e);
                double stays = d >= 0 ? e / (1 + e) : 1 / (1 + e);
                double w = columns.weight[row];
                sum += w * (Math.max(alive, gone) + Growth.log(e) - (double) k * x * logAlpha);
                sumR += w * (stays * (terms.byShape - growA) - left * growL);
                double whenAlive = shape * (age / alpha) / (alpha + age)
                        - terms.byTime * ((age - last) / ((alpha + age) * (alpha + age)));
                double whenGone = shape * (last / alpha) / (alpha + last);
                sumAlpha += w * (stays * whenAlive + left * whenGone - (double) k * x / alpha);
                sumA += w * left;
                sumB += x + first == 0 ? 0 : w * left / tossed;
            }
            sums.put(chunk, sum, sumR, sumAlpha, sumA, sumB);
        });
        sums.addTo(value, 0, 1);
        sums.addTo(by[0], 1, 1);
        sums.addTo(by[1], 2, 1);
        sums.addTo(by[2], 3, 1 / a);
        sums.addTo(by[3], 4, -1);
    }
}
