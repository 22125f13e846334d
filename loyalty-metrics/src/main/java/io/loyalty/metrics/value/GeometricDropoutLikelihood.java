package io.loyalty.metrics.value;

import io.loyalty.metrics.numeric.Trigamma;
import java.util.Optional;

/**
 * The log-likelihood of BG/NBD and MBG/NBD with its derivatives by (r, α, a, b), over compressed columns.
 *
 * <p>A customer's part is ln Γ(r + x) / Γ(r) − r ln(1 + T/α) − x ln(α + T) + ln E[(1 − p)^tosses] + ln(1 + odds), where odds =
 * a / (b + tosses − 1) ((α + T) / (α + t_x))^(r + x) are those of having left. What depends on x alone is computed once for each
 * x, logarithms of times once for each time if rows share times; else a row costs two logarithms and an exponential.
 */
final class GeometricDropoutLikelihood implements CurvedLikelihood {

    private static final int SUMS = 15;

    private final PurchaseColumns columns;
    private final Execution execution;
    private final int first;
    private final int certain;
    private final double[] weightOfCount;
    private final LogTimes ages;
    private final LogTimes lasts;

    GeometricDropoutLikelihood(PurchaseColumns columns, int first, Execution execution) {
        this.columns = columns;
        this.execution = execution;
        this.first = first;
        int rows = columns.weight.length;
        weightOfCount = new double[columns.counts.length];
        int none = 0;
        for (int row = 0; row < rows; row++) {
            weightOfCount[columns.countOf[row]] += columns.weight[row];
            // Rows with x = 0 come first.
            none = columns.counts[columns.countOf[row]] + first == 0 ? row + 1 : none;
        }
        certain = none;
        ages = new LogTimes(columns.ages, rows);
        lasts = new LogTimes(columns.lasts, rows);
    }

    @Override
    public Optional<Sample> sample() {
        return columns.sample()
                .map(few -> new Sample(new GeometricDropoutLikelihood(few, first, execution), few.customers()));
    }

    @Override
    public double at(double[] p, double[] gradient, double[][] hessian) {
        ages.compute(p[1], execution);
        lasts.compute(p[1], execution);
        ExactSum[] sums = new ExactSum[SUMS];
        for (int i = 0; i < SUMS; i++) {
            sums[i] = new ExactSum();
        }
        addCounts(p, sums);
        addCertain(p, sums);
        addOthers(p, sums);
        for (int i = 0, next = 1 + 4; i < 4; i++) {
            gradient[i] = sums[1 + i].value();
            for (int j = i; j < 4; j++) {
                hessian[i][j] = sums[next++].value();
                hessian[j][i] = hessian[i][j];
            }
        }
        return sums[0].value();
    }

    /** What depends on x alone. */
    private void addCounts(double[] p, ExactSum[] sums) {
        double r = p[0];
        double a = p[2];
        double b = p[3];
        for (int i = 0; i < weightOfCount.length; i++) {
            int x = columns.counts[i];
            int tosses = x + first;
            double w = weightOfCount[i];
            double rise = GammaTerms.digammaRise(a + b, tosses);
            sums[0].add(w * GammaTerms.logRising(r, x));
            sums[0].add(w * GammaTerms.logBetaMoment(a, b, tosses));
            sums[1].add(w * GammaTerms.digammaRise(r, x));
            sums[3].add(-w * rise);
            sums[4].add(w * (GammaTerms.digammaRise(b, tosses) - rise));
            double curve = Trigamma.value(a + b) - Trigamma.value(a + b + tosses);
            sums[5].add(w * (Trigamma.value(r + x) - Trigamma.value(r)));
            sums[12].add(w * curve);
            sums[13].add(w * curve);
            sums[14].add(w * (curve + (Trigamma.value(b + tosses) - Trigamma.value(b))));
        }
    }

    /** Customers who cannot have left: they did not buy for the time T, nothing else. */
    private void addCertain(double[] p, ExactSum[] sums) {
        double r = p[0];
        double alpha = p[1];
        ChunkSums chunks = new ChunkSums(0, certain, 4);
        execution.forEach(chunks.chunks(), chunk -> {
            double grown = 0;
            double mixed = 0;
            double curve = 0;
            double product = 1;
            for (int row = chunks.begin(chunk); row < chunks.end(chunk); row++) {
                double w = columns.weight[row];
                double age = columns.ages[columns.ageOf[row]];
                double y = age / alpha;
                if (w == 1 && y > 0.0625 && y < 1e100) {
                    // One logarithm for many customers.
                    product *= 1 + y;
                    if (product > 1e200) {
                        grown += Math.log(product);
                        product = 1;
                    }
                } else {
                    grown += w * Growth.log(y);
                }
                double inverse = 1 / (alpha + age);
                mixed += w * y * inverse;
                curve += w * y * (2 + y) * (inverse * inverse);
            }
            chunks.put(chunk, grown + Math.log(product), mixed, curve);
        });
        chunks.addTo(sums[0], 0, -r);
        chunks.addTo(sums[1], 0, -1);
        chunks.addTo(sums[2], 1, r);
        chunks.addTo(sums[6], 1, 1);
        chunks.addTo(sums[9], 2, -r);
    }

    /** The others: the logarithm of "alive" plus "left", each in its own terms, so that whichever is the larger is not the difference of two
     * large numbers.
     */
    private void addOthers(double[] p, ExactSum[] sums) {
        double r = p[0];
        double alpha = p[1];
        double a = p[2];
        double[] logOdds = new double[columns.counts.length];
        double[] stay = new double[columns.counts.length];
        double logA = Math.log(a);
        double logAlpha = Math.log(alpha);
        for (int i = 0; i < logOdds.length; i++) {
            double tossed = p[3] + (columns.counts[i] + first - 1);
            logOdds[i] = logA - Math.log(tossed);
            stay[i] = 1 / tossed;
        }
        ChunkSums chunks = new ChunkSums(certain, columns.weight.length, SUMS);
        execution.forEach(chunks.chunks(), chunk -> {
            double sum = 0;
            double byR = 0;
            double byAlpha = 0;
            double byA = 0;
            double byB = 0;
            double rr = 0;
            double rAlpha = 0;
            double ra = 0;
            double rb = 0;
            double alphaAlpha = 0;
            double alphaA = 0;
            double alphaB = 0;
            double aa = 0;
            double ab = 0;
            double bb = 0;
            double product = 1;
            for (int row = chunks.begin(chunk); row < chunks.end(chunk); row++) {
                int c = columns.countOf[row];
                int t = columns.ageOf[row];
                int l = columns.lastOf[row];
                double x = columns.counts[c];
                double k = r + x;
                double w = columns.weight[row];
                double age = ages.time(t);
                double last = lasts.time(l);
                double y = age / alpha;
                double growA = ages.byAlpha(t);
                double growL = lasts.byAlpha(l);
                double growth = growA - growL;
                double d = logOdds[c] + k * growth;
                double e = Math.exp(-Math.abs(d));
                double inverse = 1 / (1 + e);
                double left = w * (d >= 0 ? inverse : e * inverse);
                double spread = w * (e * inverse * inverse);
                double larger = d >= 0 ? logOdds[c] - k * growL : -k * growA;
                sum += w * (larger - x * logAlpha);
                if (w == 1) {
                    // One logarithm for many customers.
                    product *= 1 + e;
                    if (product > 1e200) {
                        sum += Math.log(product);
                        product = 1;
                    }
                } else {
                    sum -= w * Math.log(inverse);
                }
                double inverseAge = 1 / (alpha + age);
                double inverseLast = 1 / (alpha + last);
                // 1 / (α + T) − 1 / (α + t_x), without their difference
                double h = (last - age) * (inverseAge * inverseLast);
                double kh = k * h;
                double s = stay[c];
                double mixed = y * inverseAge;
                byR += left * growth - w * growA;
                byAlpha += left * kh + w * (r * y - x) * inverseAge;
                byA += left;
                byB -= left * s;
                rr += spread * growth * growth;
                rAlpha += spread * growth * kh + left * h + w * mixed;
                ra += spread * growth;
                rb -= spread * growth * s;
                alphaAlpha += spread * kh * kh
                        - left * kh * (inverseAge + inverseLast)
                        + w * (x - r * y * (2 + y)) * (inverseAge * inverseAge);
                alphaA += spread * kh;
                alphaB -= spread * kh * s;
                aa += spread - left;
                ab -= spread * s;
                bb += (spread + left) * s * s;
            }
            chunks.put(
                    chunk,
                    sum + Math.log(product),
                    byR,
                    byAlpha,
                    byA,
                    byB,
                    rr,
                    rAlpha,
                    ra,
                    rb,
                    alphaAlpha,
                    alphaA,
                    alphaB,
                    aa,
                    ab,
                    bb);
        });
        double inverseA = 1 / a;
        double[] factors = {1, 1, 1, inverseA, 1, 1, 1, inverseA, 1, 1, inverseA, 1, inverseA * inverseA, inverseA, 1};
        for (int i = 0; i < SUMS; i++) {
            chunks.addTo(sums[i], i, factors[i]);
        }
    }
}
