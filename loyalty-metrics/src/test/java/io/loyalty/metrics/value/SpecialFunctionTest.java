package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The special functions of this room, against arithmetic of 60 digits over eight and more decades. */
class SpecialFunctionTest {

    @Test
    void agreeEverywhere() {
        for (OracleTable.Case c : OracleTable.read("special-functions.csv")) {
            double[] v = new double[4];
            for (int i = 0; i < 4; i++) {
                v[i] = c.has("v" + i) ? c.number("v" + i) : 0;
            }
            double want = c.number("value");
            double got = evaluate(c.text("function"), v);
            boolean absolute = "stirling rising power".contains(c.text("function"));
            double error = absolute
                    ? Math.abs(got - want) / Math.max(1, Math.abs(want))
                    : OracleTable.relativeError(got, want);
            assertTrue(error < 2e-11, () -> c + " gave " + got + ", off by " + error);
        }
    }

    private static double evaluate(String function, double[] v) {
        return switch (function) {
            case "stirling" -> GammaTerms.stirling(v[0]);
            case "rising" -> GammaTerms.logRising(v[0], v[1]);
            case "digamma" -> GammaTerms.digamma(v[0]);
            case "digrise" -> GammaTerms.digammaRise(v[0], v[1]);
            case "moment" -> GammaTerms.logBetaMoment(v[0], v[1], v[2]);
            case "power" -> GammaTerms.logBetaPower(v[0], v[1], v[2], v[3]);
            case "gauss" -> GaussFraction.value(v[0], v[1], v[2]);
            case "ei" -> ExponentialIntegral.scaled(v[0], v[1]);
            case "nbtail" -> CountTerms.tail(v[0], v[1], v[2]);
            case "betamean" -> Math.exp(BetaMean.log(v[0], v[1], v[2] * v[3], v[2], p -> -v[2] * Math.log1p(p * v[3])));
            default -> throw new IllegalArgumentException(function);
        };
    }

    @Test
    void discountSeriesAgreesWithTheIntegralOrRefuses() {
        int used = 0;
        double[] shapes = {.013, .243, .793, 1.47, 2.6, 7.31, 40.4};
        for (double k : shapes) {
            for (double a : shapes) {
                for (double b : new double[] {.02, 2.426, 30.1, 500}) {
                    for (double e : new double[] {1e-4, .1, 1, 3}) {
                        double series = DiscountSeries.mean(k, a, b, e);
                        if (series > 0) {
                            used++;
                            double integral = Math.exp(BetaMean.log(
                                    a,
                                    b,
                                    (k + 1) / e,
                                    k + 1,
                                    p -> Math.log(k * ExponentialIntegral.scaled(k + 1, e / p) / p)));
                            assertEquals(integral, series, 1e-10 * integral, k + " " + a + " " + b + " " + e);
                        }
                    }
                }
            }
        }
        assertTrue(used > 300, "used " + used);
        assertTrue(Double.isNaN(DiscountSeries.mean(.243, 1, 2, .1)));
    }

    @Test
    void atLeastNoPurchaseIsCertain() {
        assertEquals(1, CountTerms.tail(2.5, 3, 0));
        assertEquals(1, CountTerms.tail(.5, 1e-9, 0));
    }

    @Test
    void stagesByHand() {
        // Shape 2, u = 1/2: 1, 2 / 2, 2 · 3 / 2 / 4
        double[] weights = ErlangTerms.weights(2, .5, 3);
        assertEquals(1 / 2.75, weights[0], 1e-16);
        assertEquals(1 / 2.75, weights[1], 1e-16);
        assertEquals(.75 / 2.75, weights[2], 1e-16);
        ErlangTerms terms = new ErlangTerms();
        terms.compute(2, .5, 3);
        assertEquals(2.75, terms.sum, 1e-15);
        // Of 1 + R u + R (R + 1) u² / 2: by R u + (2 R + 1) u² / 2, by u R + R (R + 1) u
        assertEquals((.5 + 5 / 8.0) / 2.75, terms.byShape, 1e-15);
        assertEquals((2 + 3) / 2.75, terms.byTime, 1e-15);
    }

    @Test
    void aPoleOfTheDiscountSeriesAddsNothing() {
        // a + b − k − 1 is −2: a coefficient vanishes.
        double series = DiscountSeries.mean(1.5, .25, .25, .1);
        double integral = Math.exp(BetaMean.log(
                .25, .25, 2.5 / .1, 2.5, p -> Math.log(1.5 * ExponentialIntegral.scaled(2.5, .1 / p) / p)));
        assertEquals(integral, series, 1e-10 * integral);
    }
}
