package io.loyalty.metrics.value;

/**
 * The log-likelihood of Pareto/NBD with its gradient by (r, α, s, β), over compressed columns.
 *
 * <p>A customer's part is ln Γ(r + x) / Γ(r) − r ln(1 + T/α) − x ln(α + T) − s ln(1 + T/β) + ln(1 / P(alive)), and 1 / P(alive) =
 * 1 − R(T) + e^M R(t_x), M = (r + x) ln((α + T)/(α + t_x)) + s ln((β + T)/(β + t_x)). R depends on x and one time only, so it is computed
 * once for each distinct (x, T) and (x, t_x); a row costs one exponential and one logarithm.
 */
final class LomaxDropoutLikelihood implements Likelihood {

    private static final int CHUNK = 4096;

    private final PurchaseColumns columns;
    private final Pairs now;
    private final Pairs then;
    private final double[] weightOfCount;
    private final double[] weightOfAge;
    private final double[] purchasesOfAge;

    /** Distinct (x, time) with what the rows need of R there. */
    private static final class Pairs {
        final int[] ofRow;
        final int[] count;
        final int[] time;
        final double[] value;
        final double[] pull;
        final double[][] partial = new double[4][];

        Pairs(int[] countOf, int[] timeOf) {
            long[] keys = new long[countOf.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = ((long) countOf[i] << 32) | timeOf[i];
            }
            RowCodes codes = RowCodes.of(keys);
            ofRow = codes.codes;
            int n = codes.values.length;
            count = new int[n];
            time = new int[n];
            for (int i = 0; i < n; i++) {
                count[i] = (int) (codes.values[i] >>> 32);
                time[i] = (int) codes.values[i];
            }
            value = new double[n];
            pull = new double[n];
            for (int i = 0; i < 4; i++) {
                partial[i] = new double[n];
            }
        }

        void compute(double[] p, int[] counts, double[] times) {
            DropoutTail tail = new DropoutTail();
            for (int i = 0; i < value.length; i++) {
                double t = times[time[i]];
                tail.compute(p[0] + counts[count[i]], p[2], p[1] + t, p[3] + t);
                value[i] = tail.value;
                partial[0][i] = tail.byK;
                partial[1][i] = tail.byA;
                partial[2][i] = tail.byS;
                partial[3][i] = tail.byB;
                pull[i] = 0;
            }
        }

        void addTo(ExactSum[] gradient) {
            for (int j = 0; j < 4; j++) {
                for (int i = 0; i < value.length; i++) {
                    gradient[j].add(pull[i] * partial[j][i]);
                }
            }
        }
    }

    LomaxDropoutLikelihood(PurchaseColumns columns) {
        this.columns = columns;
        now = new Pairs(columns.countOf, columns.ageOf);
        then = new Pairs(columns.countOf, columns.lastOf);
        weightOfCount = new double[columns.counts.length];
        weightOfAge = new double[columns.ages.length];
        purchasesOfAge = new double[columns.ages.length];
        for (int row = 0; row < columns.weight.length; row++) {
            double w = columns.weight[row];
            weightOfCount[columns.countOf[row]] += w;
            weightOfAge[columns.ageOf[row]] += w;
            purchasesOfAge[columns.ageOf[row]] += w * columns.counts[columns.countOf[row]];
        }
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double r = parameters[0];
        double alpha = parameters[1];
        double s = parameters[2];
        double beta = parameters[3];
        ExactSum value = new ExactSum();
        ExactSum[] by = {new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()};
        for (int i = 0; i < weightOfAge.length; i++) {
            double t = columns.ages[i];
            double w = weightOfAge[i];
            by[0].add(-w * Math.log1p(t / alpha));
            by[1].add((w * r * (t / alpha) - purchasesOfAge[i]) / (alpha + t));
            by[2].add(-w * Math.log1p(t / beta));
            by[3].add(w * s * (t / beta) / (beta + t));
        }
        for (int i = 0; i < weightOfCount.length; i++) {
            value.add(weightOfCount[i] * GammaTerms.logRising(r, columns.counts[i]));
            by[0].add(weightOfCount[i] * GammaTerms.digammaRise(r, columns.counts[i]));
        }
        now.compute(parameters, columns.counts, columns.ages);
        then.compute(parameters, columns.counts, columns.lasts);
        rows(r, alpha, s, beta, value, by);
        now.addTo(by);
        then.addTo(by);
        for (int i = 0; i < 4; i++) {
            gradient[i] = by[i].value();
        }
        return value.value();
    }

    /** The part that has to be computed row by row: alive up to T, or gone between t_x and T; whichever is the larger stands in its own
     * terms, so that it is not the difference of two large numbers.
     */
    private void rows(double r, double alpha, double s, double beta, ExactSum value, ExactSum[] by) {
        double[][] age = tables(columns.ages, alpha, beta);
        double[][] last = tables(columns.lasts, alpha, beta);
        double[] weight = columns.weight;
        for (int begin = 0; begin < weight.length; begin += CHUNK) {
            int end = Math.min(begin + CHUNK, weight.length);
            double sum = 0;
            double sumR = 0;
            double sumAlpha = 0;
            double sumS = 0;
            double sumBeta = 0;
            for (int row = begin; row < end; row++) {
                int t = columns.ageOf[row];
                int l = columns.lastOf[row];
                double x = columns.counts[columns.countOf[row]];
                double k = r + x;
                double growA = age[0][t] - last[0][l];
                double growB = age[1][t] - last[1][l];
                double atAge = -r * age[4][t] - s * age[5][t] - x * age[0][t];
                double atLast = -r * last[4][l] - s * last[5][l] - x * last[0][l];
                double m = atLast - atAge;
                double still = Math.exp(-m);
                double nowR = now.value[now.ofRow[row]];
                double thenR = then.value[then.ofRow[row]];
                double d = (1 - nowR) * still + thenR;
                double w = weight[row];
                double scaled = w / d;
                double pull = scaled * thenR;
                double here = (1 - nowR) * still;
                sum += w * (here > thenR ? atAge + Math.log((1 - nowR) + thenR / still) : atLast + Math.log(d));
                sumR += pull * growA;
                sumAlpha += pull * k * (age[2][t] - last[2][l]);
                sumS += pull * growB;
                sumBeta += pull * s * (age[3][t] - last[3][l]);
                now.pull[now.ofRow[row]] -= scaled * still;
                then.pull[then.ofRow[row]] += scaled;
            }
            value.add(sum);
            by[0].add(sumR);
            by[1].add(sumAlpha);
            by[2].add(sumS);
            by[3].add(sumBeta);
        }
    }

    /** ln(α + t), ln(β + t), the reciprocals, ln(1 + t/α), ln(1 + t/β). */
    private static double[][] tables(double[] times, double alpha, double beta) {
        double[][] tables = new double[6][times.length];
        for (int i = 0; i < times.length; i++) {
            tables[0][i] = Math.log(alpha + times[i]);
            tables[1][i] = Math.log(beta + times[i]);
            tables[2][i] = 1 / (alpha + times[i]);
            tables[3][i] = 1 / (beta + times[i]);
            tables[4][i] = Math.log1p(times[i] / alpha);
            tables[5][i] = Math.log1p(times[i] / beta);
        }
        return tables;
    }
}
