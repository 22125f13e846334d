package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PurchaseSeriesTest {

    private static final double[] SHAPES = {1e-4, .243, 1, 3.7, 55, 400};

    @Test
    void seriesIsTheMeanOverPurchasesOfSomebodyWhoStays() {
        for (double k : SHAPES) {
            for (double z : new double[] {1e-9, .01, .7, 1, 1.3, 6}) {
                double top = PurchaseSeries.top(z);
                if (k * top > 300) {
                    continue;
                }
                for (double b : new double[] {.01, 2.4, 80}) {
                    PurchaseSeries expected = new PurchaseSeries(PurchaseSeries.Kind.EXPECTED, k, .793, b, top);
                    PurchaseSeries rate = new PurchaseSeries(PurchaseSeries.Kind.RATE, k, .793, b, top);
                    double w = z / (1 + z);
                    double mass = 1;
                    double massOfRate = 1;
                    double moment = 1;
                    double counted = 0;
                    double sum = 0;
                    double sumOfRate = 1;
                    for (int n = 1; n < 6000; n++) {
                        mass *= (k + n - 1) / n * w;
                        massOfRate *= (k + n) / n * w;
                        counted += moment;
                        moment *= (b + n - 1) / (.793 + b + n - 1);
                        sum += mass * counted;
                        sumOfRate += massOfRate * moment;
                    }
                    String what = k + " " + z + " " + b;
                    assertEquals(sum, expected.at(z), 2e-13 * sum, what);
                    assertEquals(sumOfRate, rate.at(z), 2e-13 * sumOfRate, what);
                }
            }
        }
    }

    @Test
    void seriesAreSharedByFourStretchesToAPowerOfTwo() {
        assertEquals(1, PurchaseSeries.top(1));
        assertEquals(1.25, PurchaseSeries.top(Math.nextUp(1.0)));
        assertEquals(2, PurchaseSeries.top(1.76));
        assertEquals(.375, PurchaseSeries.top(.33));
    }

    @Test
    void discountingByTheRuleOfGaussIsTheIntegral() {
        int checked = 0;
        for (double r : new double[] {.02, .243, 5, 30}) {
            for (int x : new int[] {0, 1, 9, 60}) {
                for (double age : new double[] {0, 1, 38.86, 4000}) {
                    for (double t : new double[] {1e-6, .5, 52, 700}) {
                        for (double delta : new double[] {1e-6, .0027, .4}) {
                            GeometricDropout process = new GeometricDropout(r, 4.414, .793, 2.426, 0);
                            double want = new ByParts(process).discounted(x, age, t, delta);
                            double got = process.discounted(x, age, t, delta);
                            assertEquals(want, got, 2e-11 * want, r + " " + x + " " + age + " " + t + " " + delta);
                            checked++;
                        }
                    }
                }
            }
        }
        assertTrue(checked > 500);
    }

    @Test
    void columnsOfManyTimesGiveWhatSingleCustomersGiveToTheLastBit() {
        SplittableRandom random = new SplittableRandom(4);
        double[] ages = new double[1500];
        for (int i = 0; i < ages.length; i++) {
            ages[i] = i % 3 == 0 ? 400 * random.nextDouble() : 27 + 12 * random.nextDouble();
        }
        AnnualRate rate = AnnualRate.of(.15);
        Horizon ahead = Horizon.ofWeeks(39);
        for (PurchaseModel model : List.of(
                new BgNbd(.243, 4.414, .793, 2.426, PeriodUnit.WEEK),
                new MbgNbd(.525, 6.183, .891, 1.614, PeriodUnit.WEEK),
                new ParetoNbd(.553, 10.578, .606, 11.669, PeriodUnit.WEEK),
                new ParetoNbd(.553, 40, .606, 1, PeriodUnit.WEEK))) {
            PurchaseColumns cohort = model.simulate(ages, LocalDate.EPOCH, 12);
            double[] alive = model.probabilityAlive(cohort);
            double[] expected = model.expectedPurchases(cohort, ahead);
            double[] year = model.discountedPurchases(cohort, ahead, rate);
            for (int i = 0; i < ages.length; i++) {
                RecencyFrequency h = cohort.history(i);
                assertEquals(model.probabilityAlive(h), alive[i]);
                assertEquals(model.expectedPurchases(h, ahead), expected[i]);
                assertEquals(model.discountedPurchases(h, ahead, rate), year[i]);
            }
        }
    }

    /** The process with the discounted number by adaptive integration. */
    private static final class ByParts extends PurchaseProcess {

        private final PurchaseProcess process;

        ByParts(PurchaseProcess process) {
            this.process = process;
        }

        @Override
        double alive(int x, double last, double age) {
            return process.alive(x, last, age);
        }

        @Override
        double survival(int x, double age, double t) {
            return process.survival(x, age, t);
        }

        @Override
        double purchases(int x, double age, double t) {
            return process.purchases(x, age, t);
        }

        @Override
        double mass(int x, double age, double t, int n) {
            return process.mass(x, age, t, n);
        }

        @Override
        double discounted(int x, double age, double delta) {
            return process.discounted(x, age, delta);
        }
    }
}
