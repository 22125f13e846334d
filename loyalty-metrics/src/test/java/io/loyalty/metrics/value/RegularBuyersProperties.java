package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the models of regular buyers over wide parameters. */
class RegularBuyersProperties {

    private static Arbitrary<Double> scale(double low, double high) {
        return Arbitraries.integers().between(0, 1000).map(i -> low * Math.pow(high / low, i / 1000.0));
    }

    @Provide
    Arbitrary<PurchaseModel> models() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        scale(.01, 50),
                        scale(.1, 1000),
                        scale(.02, 50),
                        scale(.05, 500))
                .as((k, r, alpha, a, b) -> k % 2 == 0
                        ? new BgCnbdK(r, alpha, a, b, k / 2, PeriodUnit.WEEK)
                        : new MbgCnbdK(r, alpha, a, b, (k + 1) / 2, PeriodUnit.WEEK));
    }

    @Provide
    Arbitrary<RecencyFrequency> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        scale(.1, 500),
                        Arbitraries.integers().between(0, 1000).map(i -> i / 1000.0))
                .as((x, age, share) -> RecencyFrequency.ofWeeks(x, x == 0 ? 0 : age * share, age));
    }

    @Property(tries = 150, seed = "11")
    void probabilitiesFallAndExpectationsGrowWithTime(
            @ForAll("models") PurchaseModel model, @ForAll("histories") RecencyFrequency h) {
        double alive = model.probabilityAlive(h);
        double expected = 0;
        assertTrue(alive >= 0 && alive <= 1);
        for (double t : new double[] {.001, 1, 10, 60}) {
            Horizon horizon = Horizon.ofWeeks(t);
            double later = model.probabilityAlive(h, horizon);
            double more = model.expectedPurchases(h, horizon);
            double none = model.probabilityOf(0, h, horizon);
            assertTrue(later >= 0 && later <= alive * (1 + 1e-12), () -> later + " at " + t);
            assertTrue(more >= 0 && more < Double.POSITIVE_INFINITY, () -> more + " at " + t);
            assertTrue(none >= 0 && none <= 1, () -> none + " at " + t);
            assertTrue(more >= expected * (1 - 1e-12), () -> more + " at " + t);
            alive = later;
            expected = more;
        }
    }

    @Property(tries = 60, seed = "12")
    void discountLowersAndColumnsAgree(@ForAll("models") PurchaseModel model, @ForAll("histories") RecencyFrequency h) {
        Horizon horizon = Horizon.ofWeeks(26);
        double plain = model.expectedPurchases(h, horizon);
        double discounted = model.discountedPurchases(h, horizon, AnnualRate.of(.2));
        assertTrue(discounted <= plain * (1 + 1e-9), () -> discounted + " and " + plain);
        assertTrue(discounted >= plain / Math.sqrt(1.2) * (1 - 1e-3), () -> discounted + " and " + plain);
        PurchaseColumns one = PurchaseColumns.of(
                new double[] {h.repeats()},
                new double[] {h.last()},
                new double[] {h.age()},
                PeriodUnit.WEEK,
                LocalDate.EPOCH);
        assertEquals(plain, model.expectedPurchases(one, horizon)[0]);
        assertTrue(Double.isFinite(model.logLikelihood(one)));
    }
}
