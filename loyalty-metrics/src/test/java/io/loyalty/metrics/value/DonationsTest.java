package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** BG/BB on the donors of Fader, Hardie and Shang (2010), and Gamma-Gamma on CDNOW. */
@Tag("real-data")
class DonationsTest {

    private static final LocalDate END = LocalDate.of(2001, 12, 31);

    private static double[] column(String file, int field) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("loyalty.data"), file));
        return lines.stream()
                .skip(1)
                .mapToDouble(l -> Double.parseDouble(l.split(",")[field]))
                .toArray();
    }

    private static int[] whole(double[] column) {
        int[] whole = new int[column.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) column[i];
        }
        return whole;
    }

    @Test
    void donors() throws IOException {
        String file = "donations_bgbb_full.csv";
        double[] donors = column(file, 3);
        int[] x = whole(column(file, 0));
        OpportunityColumns columns = OpportunityColumns.ofWeighted(
                x, whole(column(file, 1)), whole(column(file, 2)), donors, PeriodUnit.YEAR, END);
        Fitted<BgBb> fit = BgBb.fit(columns);
        assertEquals(FitStatus.CONVERGED, fit.status());
        assertEquals(-33225.58127, fit.logLikelihood(), 6e-6);
        double[] expected = {1.203522, .7497164, .6567182, 2.783442};
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i], fit.model().parameters().get(i), 1e-5 * expected[i]);
        }
        double[] purchases = fit.model().expectedPurchases(columns, 5);
        double[] published = {.07286318, .3248841, .7089417, 1.333666, 2.031203, 2.784482, 3.7525};
        double[] sum = new double[7];
        double[] n = new double[7];
        double all = 0;
        for (int i = 0; i < purchases.length; i++) {
            sum[x[i]] += donors[i] * purchases[i];
            n[x[i]] += donors[i];
            all += donors[i] * purchases[i];
        }
        assertEquals(12884.2, all, 0.5);
        for (int k = 0; k < 7; k++) {
            assertEquals(published[k], sum[k] / n[k], 1e-3);
        }
        assertEquals(3454.9, fit.customers() * fit.model().probabilityOf(0, 6), 0.1);
        assertEquals(1253.1, fit.customers() * fit.model().probabilityOf(6, 6), 0.1);
    }

    @Test
    void spendOfCdnow() throws IOException {
        String file = "cdnow_summary_spend.csv";
        Fitted<GammaGamma> fit = GammaGamma.fit(SpendColumns.of(column(file, 1), column(file, 4), END));
        assertEquals(FitStatus.CONVERGED, fit.status());
        assertEquals(946, fit.customers());
        assertEquals(-4055.92324, fit.logLikelihood(), 6e-6);
        double[] expected = {6.248802, 3.744588, 15.447748};
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], fit.model().parameters().get(i), 1e-5 * expected[i]);
        }
    }
}
