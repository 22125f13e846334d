package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fits on the classic data: maximum-likelihood estimates of 40 digits. */
@Tag("real-data")
class CdnowTest {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);

    private static List<String> lines(String file) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("loyalty.data"), file));
        return lines.subList(1, lines.size());
    }

    private static double[] column(List<String> lines, int field) {
        return lines.stream()
                .mapToDouble(l -> Double.parseDouble(l.split(",")[field]))
                .toArray();
    }

    private static PurchaseColumns columns(String file) throws IOException {
        List<String> lines = lines(file);
        return PurchaseColumns.of(column(lines, 1), column(lines, 2), column(lines, 3), PeriodUnit.WEEK, END);
    }

    private static void check(Fitted<?> fit, double logLikelihood, double... parameters) {
        assertEquals(FitStatus.CONVERGED, fit.status());
        // The reference is given to five decimals.
        assertEquals(logLikelihood, fit.logLikelihood(), 6e-6);
        for (int i = 0; i < parameters.length; i++) {
            assertEquals(parameters[i], fit.model().parameters().get(i), 1e-5 * parameters[i]);
        }
    }

    @Test
    void twoDecimals() throws IOException {
        PurchaseColumns cdnow = columns("cdnow_summary.csv");
        check(BgNbd.fit(cdnow), -9582.42556, .2425929, 4.413532, .7928861, 2.425753);
        check(MbgNbd.fit(cdnow), -9582.13268, .5248380, 6.182992, .8913562, 1.613999);
        check(ParetoNbd.fit(cdnow), -9594.97393, .5532755, 10.577612, .6062136, 11.667911);
        double sum = 0;
        for (double y : BgNbd.fit(cdnow).model().expectedPurchases(cdnow, Horizon.ofWeeks(39))) {
            sum += y;
        }
        assertEquals(1653.4233, sum, 6e-4);
    }

    @Test
    void fullPrecision() throws IOException {
        PurchaseColumns cdnow = columns("cdnow_summary_holdout.csv");
        check(BgNbd.fit(cdnow), -9582.42921, .2425945, 4.413602, .7929220, 2.425907);
        Fitted<ParetoNbd> pareto = ParetoNbd.fit(cdnow);
        check(pareto, -9594.97618, .5532770, 10.577683, .6062400, 11.668735);
        double[] published = {.0476264, .8427222, .1872594, 6.2105448};
        List<Measure> errors = pareto.standardErrors();
        for (int i = 0; i < 4; i++) {
            assertEquals(published[i], errors.get(i).orElseThrow(), 1e-3 * published[i]);
        }
    }

    @Test
    void holdoutByFrequency() throws IOException {
        List<String> lines = lines("cdnow_summary_holdout.csv");
        PurchaseColumns cdnow = columns("cdnow_summary_holdout.csv");
        double[] bg = {.2250893, .5231364, 1.044126, 1.520256, 2.163824, 2.653789, 3.503957, 6.157036};
        double[] pareto = {.138, .600, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403};
        double[] actual = {.2367116, .6970387, 1.392523, 1.56, 2.532258, 2.947368, 3.862069, 6.359375};
        check(cdnow, BgNbd.fit(cdnow).model().expectedPurchases(cdnow, Horizon.ofWeeks(39)), bg, 1e-3);
        check(cdnow, ParetoNbd.fit(cdnow).model().expectedPurchases(cdnow, Horizon.ofWeeks(39)), pareto, 1e-3);
        check(cdnow, column(lines, 4), actual, 1e-6);
    }

    private static void check(PurchaseColumns cdnow, double[] values, double[] means, double tolerance) {
        double[] sum = new double[8];
        double[] n = new double[8];
        for (int i = 0; i < values.length; i++) {
            int x = Math.min(7, cdnow.history(i).repeats());
            sum[x] += values[i];
            n[x]++;
        }
        for (int x = 0; x < 8; x++) {
            assertEquals(means[x], sum[x] / n[x], tolerance);
        }
    }
}
