package io.loyalty.examples;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.value.AnnualRate;
import io.loyalty.metrics.value.CustomerBase;
import io.loyalty.metrics.value.CustomerValues;
import io.loyalty.metrics.value.Fitted;
import io.loyalty.metrics.value.GammaGamma;
import io.loyalty.metrics.value.Horizon;
import io.loyalty.metrics.value.MbgNbd;
import io.loyalty.metrics.value.PeriodUnit;
import io.loyalty.metrics.value.PredictedLifetimeValue;
import io.loyalty.metrics.value.TransactionLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The README's sample of lifetime value: what it shows is {@code predict}, word for word. */
public final class ReadmeLifetimeValue {

    private ReadmeLifetimeValue() {}

    /**
     * Runs the sample over a made-up year of 400 customers, each with a usual gap and amount, some of whom stop coming.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        record Sale(long customer, int day, double amount) {}
        List<Sale> sales = new ArrayList<>();
        int newYear = (int) LocalDate.of(2025, 1, 1).toEpochDay();
        SplittableRandom random = new SplittableRandom(7);
        for (int customer = 0; customer < 400; customer++) {
            double usualGap = random.nextDouble(10, 100);
            double usualAmount = random.nextDouble(5, 25);
            double chanceToLeave = random.nextDouble(0, 0.5);
            double day = random.nextDouble(200);
            do {
                sales.add(new Sale(customer, newYear + (int) day, usualAmount * random.nextDouble(0.5, 1.5)));
                day -= usualGap * Math.log(random.nextDouble());
            } while (day < 365 && random.nextDouble() > chanceToLeave);
        }
        predict(
                sales.stream().mapToLong(Sale::customer).toArray(),
                sales.stream().mapToInt(Sale::day).toArray(),
                sales.stream().mapToDouble(Sale::amount).toArray());
    }

    private static void predict(long[] customers, int[] days, double[] amounts) {
        CustomerBase base =
                TransactionLog.of(customers, days, amounts).upTo(LocalDate.of(2025, 12, 31), PeriodUnit.WEEK);
        Fitted<MbgNbd> purchases = MbgNbd.fit(base.columns());
        Fitted<GammaGamma> spend = GammaGamma.fit(base.spend());
        CustomerValues values = PredictedLifetimeValue.of(purchases, spend, AnnualRate.of(0.10))
                .withMargin(0.6)
                .over(Horizon.ofYears(2))
                .score(base.columns(), base.spendPurchases(), base.meanSpends());
        System.out.printf(Locale.ROOT, "%s will bring %.0f; fit: %s%n", base, values.total(), purchases.status());
        int best = values.top(1)[0];
        Interval range = values.customer(best).value().interval().orElseThrow();
        System.out.printf(Locale.ROOT, "no. %s: %.0f to %.0f%n", base.key(best), range.lower(), range.upper());
    }
}
