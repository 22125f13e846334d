package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaGammaTest {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);
    private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44);

    @Test
    void knownCustomerIsAWeightedMean() {
        // p γ / (q − 1) = 4 with weight (q − 1) / (p x + q − 1) = 1/2, own mean 10
        GammaGamma model = new GammaGamma(1, 3, 8);
        assertEquals(4, model.expectedSpend().orElseThrow(), 1e-15);
        assertEquals(7, model.expectedSpend(2, 10).orElseThrow(), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 22.35, 24.6637139108",
        "1, 11.77, 18.9168520578",
        "0, 0, 35.2189781022",
        "7, 73.74, 71.469670897",
        "2, 25.55, 27.2883858268",
        "4, 33.32, 33.5075702956"
    })
    void referenceValues(int purchases, double mean, double expected) {
        assertEquals(expected, CDNOW.expectedSpend(purchases, mean).orElseThrow(), 1e-10 * expected);
    }

    @Test
    void agreesEverywhere() {
        for (OracleTable.Case c : OracleTable.read("gamma-gamma.csv")) {
            GammaGamma model = new GammaGamma(c.number("p"), c.number("q"), c.number("gamma"));
            int x = c.count("x");
            double m = c.number("m");
            if (c.has("spend")) {
                double error =
                        OracleTable.relativeError(model.expectedSpend(x, m).orElseThrow(), c.number("spend"));
                assertTrue(error < 1e-14, c::toString);
            } else {
                assertFalse(model.expectedSpend(x, m).isDefined());
            }
            if (c.has("ll")) {
                double want = c.number("ll");
                double got = model.logLikelihood(SpendColumns.of(new double[] {x}, new double[] {m}, END));
                assertEquals(want, got, 1e-12 * Math.max(1, Math.abs(want)), c::toString);
            }
        }
    }

    @Test
    void infiniteMeanIsSaidToBe() {
        GammaGamma model = new GammaGamma(6.25, .9, 15.44);
        assertEquals(
                "undefined: the mean is infinite: p x + q is at most 1",
                model.expectedSpend().toString());
        assertTrue(model.expectedSpend(1, 20).isDefined());
        assertEquals(Double.POSITIVE_INFINITY, model.expectedSpend(new double[] {0, 1}, new double[] {0, 20})[0]);
    }

    @Test
    void impossibleValuesAreNamed() {
        double[] one = {1};
        assertEquals(
                "means[0] must be finite and above 0: -5.0",
                assertThrows(IllegalArgumentException.class, () -> SpendColumns.of(one, new double[] {-5}, END))
                        .getMessage());
        assertEquals(
                "purchases[0] must be a whole number of at least 0: 0.5",
                assertThrows(IllegalArgumentException.class, () -> SpendColumns.of(new double[] {.5}, one, END))
                        .getMessage());
        assertEquals(
                "purchases must be above 0 for at least one customer",
                assertThrows(IllegalArgumentException.class, () -> SpendColumns.of(new double[2], new double[2], END))
                        .getMessage());
        assertEquals(
                "mean must be finite and above 0: NaN",
                assertThrows(IllegalArgumentException.class, () -> CDNOW.expectedSpend(1, Double.NaN))
                        .getMessage());
    }

    @Test
    void customersWithoutPurchaseAreCountedAndLeftOut() {
        SpendColumns columns = SpendColumns.of(new double[] {0, 2, 0, 2}, new double[] {0, 5, -1, 5}, END);
        assertEquals(4, columns.size());
        assertEquals(1, columns.distinctRows());
        assertEquals(2, columns.customers());
        assertEquals(2, columns.customersWithoutPurchase());
    }

    @Test
    void gradientAgreesWithDifferences() {
        double[] x = new double[300];
        Arrays.setAll(x, i -> 1 + i % 5);
        Likelihood likelihood = new GammaGammaLikelihood(CDNOW.simulate(x, END, 4), Execution.SEQUENTIAL);
        for (double[] p : new double[][] {{6, 4, 15}, {1, .5, 100}, {200, 300, 40}}) {
            double[] gradient = new double[3];
            likelihood.at(p, gradient);
            for (int i = 0; i < 3; i++) {
                double[] up = p.clone();
                double[] down = p.clone();
                up[i] *= 1 + 1e-5;
                down[i] *= 1 - 1e-5;
                double slope =
                        (likelihood.at(up, new double[3]) - likelihood.at(down, new double[3])) / (up[i] - down[i]);
                assertEquals(slope, gradient[i], 1e-5 * Math.abs(slope) + 1e-6 / p[i]);
            }
        }
    }

    @Test
    void equalSpendIsABoundary() {
        double[] x = new double[100];
        double[] m = new double[100];
        Arrays.fill(x, 3);
        Arrays.fill(m, 20);
        Fitted<GammaGamma> fit = GammaGamma.fit(SpendColumns.of(x, m, END));
        assertEquals(FitStatus.BOUNDARY, fit.status());
        assertTrue(fit.findings().contains(FitFinding.EQUAL_SPEND_ACROSS_CUSTOMERS));
        assertEquals(20, fit.model().expectedSpend().orElseThrow(), 1e-4);
    }

    @Test
    void simulationIsRecovered() {
        double[] x = new double[20000];
        Arrays.setAll(x, i -> i % 6);
        Fitted<GammaGamma> fit = GammaGamma.fit(CDNOW.simulate(x, END, 9));
        assertEquals(FitStatus.CONVERGED, fit.status());
        List<Double> truth = CDNOW.parameters();
        for (int i = 0; i < 3; i++) {
            double error = fit.standardErrors().get(i).orElseThrow();
            assertEquals(truth.get(i), fit.model().parameters().get(i), 4 * error);
        }
        assertEquals(fit, Fitted.parse(fit.toString(), GammaGamma::parse));
    }

    @Test
    void theUnitOfMoneyDoesNotMatter() {
        double[] x = new double[300];
        Arrays.setAll(x, i -> 1 + i % 3);
        SpendColumns dollars = CDNOW.simulate(x, END, 4);
        int rows = dollars.distinctRows();
        double[] counts = new double[rows];
        double[] means = new double[rows];
        double[] weights = new double[rows];
        for (int i = 0; i < rows; i++) {
            counts[i] = dollars.counts[dollars.countOf[i]];
            means[i] = dollars.mean[i] * 0x1p90;
            weights[i] = 7 * dollars.weight[i];
        }
        GammaGamma plain = GammaGamma.fit(dollars).model();
        Fitted<GammaGamma> fit = GammaGamma.fit(SpendColumns.ofWeighted(counts, means, weights, END));
        assertEquals(FitStatus.CONVERGED, fit.status());
        assertEquals(plain.p(), fit.model().p(), 1e-6 * plain.p());
        assertEquals(plain.q(), fit.model().q(), 1e-6 * plain.q());
        assertEquals(plain.gamma(), fit.model().gamma() * 0x1p-90, 1e-6 * plain.gamma());
    }

    @Test
    void parametersAreExchangedInTheirOrder() {
        assertEquals(new GammaGamma(2, 3, 5), CDNOW.withParameters(List.of(2.0, 3.0, 5.0)));
        assertEquals(
                "parameters must be 3 numbers: 2",
                assertThrows(IllegalArgumentException.class, () -> CDNOW.withParameters(List.of(2.0, 3.0)))
                        .getMessage());
    }

    @Test
    void aMeanIsFiniteExactlyAboveOne() {
        assertFalse(new GammaGamma(2, 1, 5).expectedSpend().isDefined());
        assertEquals(8, new GammaGamma(2, 2.25, 5).expectedSpend().orElseThrow());
        for (double bad : new double[] {0, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "mean must be finite and above 0: " + bad,
                    assertThrows(IllegalArgumentException.class, () -> CDNOW.expectedSpend(1, bad))
                            .getMessage());
        }
    }

    @Test
    void everyThirdRowStandsForSixtyThousand() {
        int n = 60_000;
        double[] x = new double[n];
        double[] means = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 1 + 4 * i / n;
            means[i] = 1 + i;
            weights[i] = 1 + i % 2;
        }
        SpendColumns columns = SpendColumns.ofWeighted(x, means, weights, END);
        SpendColumns few = columns.sample().orElseThrow();
        assertEquals(20_000, few.distinctRows());
        assertEquals(30_000, few.customers(), "weights of 1 and 2 in turn");
        for (int i = 0; i < 20_000; i++) {
            assertEquals(1 + 3 * i, few.mean[i]);
            assertEquals(x[3 * i], few.counts[few.countOf[i]]);
            assertEquals(weights[3 * i], few.weight[i]);
        }
        assertEquals(END, few.observationEnd());
        Likelihood.Sample sample =
                new GammaGammaLikelihood(columns, Execution.SEQUENTIAL).sample().orElseThrow();
        assertEquals(30_000, sample.customers());
        double[] p = {6.25, 3.74, 15.44};
        assertEquals(CDNOW.logLikelihood(few), sample.likelihood().at(p, new double[3]));
        assertTrue(SpendColumns.of(Arrays.copyOf(x, n - 1), Arrays.copyOf(means, n - 1), END)
                .sample()
                .isEmpty());
    }
}
