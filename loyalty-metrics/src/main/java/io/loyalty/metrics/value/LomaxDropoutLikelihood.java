package io.loyalty.metrics.value;

import java.util.Optional;

/**
 * The log-likelihood of Pareto/NBD with its gradient by (r, α, s, β), over compressed columns.
 *
 * <p>A customer's part is ln Γ(r + x) / Γ(r) − r ln(1 + T/α) − x ln(α + T) − s ln(1 + T/β) + ln(1 / P(alive)), and 1 / P(alive) =
 * 1 − R(T) + e^M R(t_x), M = (r + x) ln((α + T)/(α + t_x)) + s ln((β + T)/(β + t_x)). R depends on x and one time only and comes from a
 * {@link TailTable}; a row costs one exponential, and four logarithms where rows do not share times.
 *
 * <p>Beyond the columns and the panels of the tables it keeps one number a row, the last purchases in order: 4 bytes.
 */
final class LomaxDropoutLikelihood implements Likelihood {

    private final PurchaseColumns columns;
    private final Execution execution;
    private final TailTable now;
    private final TailTable then;
    private final double[] weightOfCount;
    private final int[] begin;
    private final LogTimes ages;
    private final LogTimes lasts;

    LomaxDropoutLikelihood(PurchaseColumns columns, Execution execution) {
        this.columns = columns;
        this.execution = execution;
        int rows = columns.weight.length;
        weightOfCount = new double[columns.counts.length];
        begin = new int[columns.counts.length + 1];
        for (int row = 0; row < rows; row++) {
            weightOfCount[columns.countOf[row]] += columns.weight[row];
            begin[columns.countOf[row] + 1] = row + 1;
        }
        ages = new LogTimes(columns.ages, rows);
        lasts = new LogTimes(columns.lasts, rows);
        now = new TailTable(columns.counts, begin, columns.ageOf, ages, execution);
        then = new TailTable(columns.counts, begin, columns.lastOf, lasts, execution);
    }

    @Override
    public Optional<Sample> sample() {
        return columns.sample().map(few -> new Sample(new LomaxDropoutLikelihood(few, execution), few.customers()));
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        double r = parameters[0];
        ages.compute(parameters[1], parameters[3], execution);
        lasts.compute(parameters[1], parameters[3], execution);
        now.compute(parameters);
        then.compute(parameters);
        ExactSum value = new ExactSum();
        ExactSum[] by = {new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()};
        for (int i = 0; i < weightOfCount.length; i++) {
            value.add(weightOfCount[i] * GammaTerms.logRising(r, columns.counts[i]));
            by[0].add(weightOfCount[i] * GammaTerms.digammaRise(r, columns.counts[i]));
        }
        ChunkSums sums = new ChunkSums(0, columns.weight.length, 5);
        execution.forEach(sums.chunks(), chunk -> {
            Rows rows = new Rows(parameters);
            int end = sums.end(chunk);
            for (int row = sums.begin(chunk); row < end; ) {
                int next = Math.min(begin[columns.countOf[row] + 1], Math.min(end, row + Rows.MOST));
                rows.add(row, next);
                row = next;
            }
            sums.put(chunk, rows.sum, rows.by[0], rows.by[1], rows.by[2], rows.by[3]);
        });
        sums.addTo(value, 0, 1);
        for (int j = 0; j < 4; j++) {
            sums.addTo(by[j], j + 1, 1);
            gradient[j] = by[j].value();
        }
        return value.value();
    }

    /** The sums over some rows, taken a few hundred of one x at a time, so that what is computed for each stays near at hand. */
    private final class Rows {

        static final int MOST = 256;

        private final double r;
        private final double alpha;
        private final double s;
        private final double beta;
        private final double logAlpha;
        private final TailTable.Reader readNow = now.new Reader(MOST);
        private final TailTable.Reader readThen = then.new Reader(MOST);
        private final double[] ageByAlpha = new double[MOST];
        private final double[] ageByBeta = new double[MOST];
        private final double[] lastByAlpha = new double[MOST];
        private final double[] lastByBeta = new double[MOST];
        private final double[] nowOf = new double[MOST];
        private final double[] thenOf = new double[MOST];
        private double sum;
        private final double[] by = new double[4];

        Rows(double[] parameters) {
            r = parameters[0];
            alpha = parameters[1];
            s = parameters[2];
            beta = parameters[3];
            logAlpha = Math.log(alpha);
        }

        void add(int from, int to) {
            int c = columns.countOf[from];
            int rows = to - from;
            for (int i = 0; i < rows; i++) {
                int t = columns.ageOf[from + i];
                int l = columns.lastOf[from + i];
                ageByAlpha[i] = ages.byAlpha(t);
                ageByBeta[i] = ages.byBeta(t);
                lastByAlpha[i] = lasts.byAlpha(l);
                lastByBeta[i] = lasts.byBeta(l);
            }
            readNow.read(c, from, rows, alpha <= beta ? ageByAlpha : ageByBeta, nowOf);
            readThen.read(c, from, rows, alpha <= beta ? lastByAlpha : lastByBeta, thenOf);
            addRows(columns.counts[c], from, rows);
            readNow.addSlopes(c, from, rows, nowOf, by);
            readThen.addSlopes(c, from, rows, thenOf, by);
        }

        /**
         * Alive up to T, or gone between t_x and T; whichever is the larger stands in its own terms, so that it is not the difference of two
         * large numbers. Puts what pulls at R in its place.
         */
        private void addRows(double x, int from, int rows) {
            double k = r + x;
            double product = 1;
            for (int i = 0; i < rows; i++) {
                double w = columns.weight[from + i];
                double growA = ageByAlpha[i] - lastByAlpha[i];
                double growB = ageByBeta[i] - lastByBeta[i];
                double still = Math.exp(-(k * growA + s * growB));
                double here = (1 - nowOf[i]) * still;
                double d = here + thenOf[i];
                boolean alive = here > thenOf[i];
                double share = alive ? (1 - nowOf[i]) + thenOf[i] / still : d;
                double rest = alive ? k * ageByAlpha[i] + s * ageByBeta[i] : k * lastByAlpha[i] + s * lastByBeta[i];
                sum -= w * (rest + x * logAlpha);
                if (w == 1) {
                    // One logarithm for many customers.
                    if (!(product * share > 1e-150)) {
                        sum += Math.log(product);
                        product = 1;
                    }
                    product *= share;
                } else {
                    sum += w * Math.log(share);
                }
                double scaled = w / d;
                double pull = scaled * thenOf[i];
                double age = ages.time(columns.ageOf[from + i]);
                double last = lasts.time(columns.lastOf[from + i]);
                double inverseA = 1 / (alpha + age);
                double inverseB = 1 / (beta + age);
                by[0] += pull * growA - w * ageByAlpha[i];
                // 1 / (α + T) − 1 / (α + t_x), without their difference
                by[1] += (pull * k * ((last - age) / (alpha + last)) + w * (r * (age / alpha) - x)) * inverseA;
                by[2] += pull * growB - w * ageByBeta[i];
                by[3] += (pull * s * ((last - age) / (beta + last)) + w * s * (age / beta)) * inverseB;
                nowOf[i] = -scaled * still;
                thenOf[i] = scaled;
            }
            sum += Math.log(product);
        }
    }
}
