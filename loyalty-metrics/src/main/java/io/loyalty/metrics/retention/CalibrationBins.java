package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.util.ArrayList;
import java.util.List;

/** Puts probabilities into bins of equal width, each closed on the right. */
final class CalibrationBins {

    static final int USUAL = 10;

    private static final int MOST = 10_000;

    private CalibrationBins() {}

    static List<CalibrationBin> of(ScoredOutcomes outcomes, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("bins must be in [1, " + MOST + "]: " + count);
        }
        outcomes.requireProbabilities();
        NeumaierSum[] sums = new NeumaierSum[count];
        long[] events = new long[count];
        long[] customers = new long[count];
        for (int bin = 0; bin < count; bin++) {
            sums[bin] = new NeumaierSum();
        }
        for (int row = 0; row < outcomes.size(); row++) {
            int bin = bin(outcomes.score(row), count);
            long tied = outcomes.events(row) + outcomes.others(row);
            sums[bin].addProduct(outcomes.score(row), tied);
            events[bin] += outcomes.events(row);
            customers[bin] += tied;
        }
        List<CalibrationBin> bins = new ArrayList<>(count);
        for (int bin = 0; bin < count; bin++) {
            bins.add(new CalibrationBin(
                    (double) bin / count,
                    (bin + 1.0) / count,
                    customers[bin],
                    events[bin],
                    customers[bin] == 0
                            ? Measure.undefined("no customers in the bin")
                            : Measure.of(sums[bin].value() / customers[bin])));
        }
        return bins;
    }

    private static int bin(double probability, int count) {
        int bin = Math.max(0, Math.min(count - 1, (int) Math.ceil(probability * count) - 1));
        // The product may be rounded across an end.
        while (bin > 0 && probability <= (double) bin / count) {
            bin--;
        }
        while (bin < count - 1 && probability > (bin + 1.0) / count) {
            bin++;
        }
        return bin;
    }
}
