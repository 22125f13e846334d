package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictedLifetimeValueTest {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);
    private static final BgNbd PURCHASES = new BgNbd(.243, 4.414, .793, 2.426, PeriodUnit.WEEK);
    private static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final RecencyFrequency FIRST = RecencyFrequency.ofWeeks(2, 30.43, 38.86);
    private static final AnnualRate YEARLY = AnnualRate.of(.15);

    private static Fitted<BgNbd> fit() {
        double[] ages = new double[1500];
        Arrays.setAll(ages, i -> 30 + i % 20);
        return BgNbd.fit(PURCHASES.simulate(ages, END, 4));
    }

    private static Fitted<GammaGamma> spendFit() {
        double[] x = new double[1500];
        Arrays.setAll(x, i -> i % 5);
        return GammaGamma.fit(SPEND.simulate(x, END, 4));
    }

    @Test
    void valueIsTheProductOfItsParts() {
        CustomerValue value = PredictedLifetimeValue.of(PURCHASES, SPEND, YEARLY)
                .withMargin(.4)
                .value(FIRST, 2, 22.35);
        double spend = SPEND.expectedSpend(2, 22.35).orElseThrow();
        double purchases = PURCHASES.discountedPurchases(FIRST, YEARLY);
        assertEquals(.4 * spend * purchases, value.value().value().orElseThrow(), 1e-12);
        assertEquals(spend, value.spend().value().orElseThrow());
        assertEquals(purchases, value.purchases().value().orElseThrow());
        assertEquals(PURCHASES.probabilityAlive(FIRST), value.alive().value().orElseThrow());
        assertTrue(value.value().interval().isEmpty());
        assertEquals(
                "undefined: the model was not fitted",
                value.value().standardError().toString());
    }

    @Test
    void horizonsOfAnyUnitMeanTheSame() {
        PredictedLifetimeValue calculator = PredictedLifetimeValue.of(PURCHASES, SPEND, YEARLY);
        double years = calculator
                .over(Horizon.ofYears(1))
                .value(FIRST, 2, 22.35)
                .value()
                .value()
                .orElseThrow();
        double months = calculator
                .over(Horizon.ofMonths(12))
                .value(FIRST, 2, 22.35)
                .value()
                .value()
                .orElseThrow();
        double days = calculator
                .over(Horizon.ofDays(365.2425))
                .value(FIRST, 2, 22.35)
                .value()
                .value()
                .orElseThrow();
        assertEquals(years, months, 1e-12);
        assertEquals(years, days, 1e-12);
        double ever = calculator.value(FIRST, 2, 22.35).value().value().orElseThrow();
        double long100 = calculator
                .over(Horizon.ofYears(300))
                .value(FIRST, 2, 22.35)
                .value()
                .value()
                .orElseThrow();
        assertTrue(years < ever);
        assertEquals(ever, long100, 1e-8 * ever);
    }

    @Test
    void columnsGiveWhatSingleCustomersGive() {
        PurchaseColumns columns = PurchaseColumns.of(
                new double[] {2, 0, 7, 2},
                new double[] {30.43, 0, 29, 30.43},
                new double[] {38.86, 38.86, 30, 38.86},
                PeriodUnit.WEEK,
                END);
        double[] x = {2, 0, 7, 2};
        double[] means = {22.35, 0, 73.74, 22.35};
        PredictedLifetimeValue calculator =
                PredictedLifetimeValue.of(fit(), spendFit(), YEARLY).withMargin(.3);
        CustomerValues values = calculator.score(columns, x, means);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            CustomerValue one = calculator.value(columns.history(i), (int) x[i], means[i]);
            assertEquals(one, values.customer(i));
            assertEquals(one.value().value().orElseThrow(), values.values()[i], 1e-12 * values.values()[i]);
            assertEquals(one.spend().value().orElseThrow(), values.spends()[i]);
            assertEquals(one.purchases().value().orElseThrow(), values.purchases()[i]);
            assertEquals(one.alive().value().orElseThrow(), values.alive()[i]);
            sum += values.values()[i];
        }
        assertEquals(sum, values.total(), 1e-12 * sum);
        assertArrayEquals(new int[] {2, 0, 3, 1}, values.top(9));
        assertArrayEquals(new int[] {2}, values.top(1));
        List<AliveBand> bands = values.aliveBands(.5, .95);
        assertEquals(3, bands.size());
        assertEquals(4, bands.stream().mapToInt(AliveBand::customers).sum());
        assertEquals(1, bands.get(2).to());
        assertTrue(bands.get(2).customers() >= 1);
        assertEquals(sum, bands.stream().mapToDouble(AliveBand::value).sum(), 1e-12 * sum);
        assertEquals(
                "limits[1] must be above 0.5 and below 1: 0.4",
                assertThrows(IllegalArgumentException.class, () -> values.aliveBands(.5, .4))
                        .getMessage());
        assertEquals(
                "count must be at least 0: -1",
                assertThrows(IllegalArgumentException.class, () -> values.top(-1))
                        .getMessage());
        assertEquals(
                "purchases must have the length of columns, 4: 1",
                assertThrows(IllegalArgumentException.class, () -> calculator.score(columns, new double[1], means))
                        .getMessage());
    }

    @Test
    void relativeVariancesOfTheTwoFitsAdd() {
        PredictedLifetimeValue calculator = PredictedLifetimeValue.of(fit(), spendFit(), YEARLY);
        CustomerValue value = calculator.value(FIRST, 2, 22.35);
        double ofCount = value.purchases().standardError().orElseThrow()
                / value.purchases().value().orElseThrow();
        double ofSpend = value.spend().standardError().orElseThrow()
                / value.spend().value().orElseThrow();
        double ofValue = value.value().standardError().orElseThrow()
                / value.value().value().orElseThrow();
        assertEquals(Math.hypot(ofCount, ofSpend), ofValue, 1e-12);
        Interval interval = value.value().interval().orElseThrow();
        assertTrue(
                interval.lower() > 0 && interval.contains(value.value().value().orElseThrow()));
        assertEquals(.95, interval.confidence());
        Interval narrow = calculator
                .withConfidence(.5)
                .value(FIRST, 2, 22.35)
                .value()
                .interval()
                .orElseThrow();
        assertTrue(narrow.width() < interval.width());
    }

    @Test
    void infiniteSpendIsUndefinedWithItsReason() {
        PredictedLifetimeValue calculator =
                PredictedLifetimeValue.of(PURCHASES, new GammaGamma(6.25, .9, 15.44), YEARLY);
        CustomerValue value = calculator.value(RecencyFrequency.ofWeeks(0, 0, 20), 0, 0);
        assertFalse(value.value().isDefined());
        assertEquals(
                "the mean is infinite: p x + q is at most 1",
                value.value().value().reason());
        assertTrue(value.alive().isDefined());
    }

    @Test
    void withoutDiscountAnInfiniteHorizonMayBeUndefined() {
        CustomerValue value =
                PredictedLifetimeValue.of(PURCHASES, SPEND, AnnualRate.of(0)).value(FIRST, 2, 22.35);
        assertEquals("the quantity is infinite", value.value().value().reason());
    }

    @Test
    void optionsOutOfRangeAreNamed() {
        PredictedLifetimeValue calculator = PredictedLifetimeValue.of(PURCHASES, SPEND, YEARLY);
        for (double bad : new double[] {0, -1, 1.5, Double.NaN}) {
            assertEquals(
                    "share must be in (0, 1]: " + bad,
                    assertThrows(IllegalArgumentException.class, () -> calculator.withMargin(bad))
                            .getMessage());
            assertEquals(
                    "level must be in (0, 1): " + bad,
                    assertThrows(IllegalArgumentException.class, () -> calculator.withConfidence(bad))
                            .getMessage());
        }
    }
}
