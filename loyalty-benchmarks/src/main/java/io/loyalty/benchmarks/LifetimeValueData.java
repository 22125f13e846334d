package io.loyalty.benchmarks;

import io.loyalty.metrics.value.BgBb;
import io.loyalty.metrics.value.GammaGamma;
import io.loyalty.metrics.value.OpportunityColumns;
import io.loyalty.metrics.value.ParetoNbd;
import io.loyalty.metrics.value.PeriodUnit;
import io.loyalty.metrics.value.PurchaseColumns;
import io.loyalty.metrics.value.RecencyFrequency;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Seeded populations for {@link LifetimeValueBenchmark} and {@link FitBenchmark}, as plain arrays: customers come within 12 weeks and are followed for 27 to 39
 * more, as in the CDNOW data.
 */
final class LifetimeValueData {

    static final LocalDate END = LocalDate.of(1997, 9, 30);
    static final ParetoNbd PARETO = new ParetoNbd(.553, 10.578, .606, 11.669, PeriodUnit.WEEK);
    static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    static final BgBb BGBB = new BgBb(1.204, .750, .657, 2.783, PeriodUnit.YEAR);

    final double[] x;
    final double[] last;
    final double[] age;
    final double[] means;
    final int[] donations;
    final int[] lastDonations;
    final int[] opportunities;
    long[] logCustomers;
    int[] logDays;
    double[] logAmounts;

    /** With times in whole days and means in cents, many customers are alike; otherwise no two are. */
    LifetimeValueData(int customers, boolean rounded) {
        SplittableRandom random = new SplittableRandom(20261121);
        age = new double[customers];
        for (int i = 0; i < customers; i++) {
            age[i] = rounded ? (189 + random.nextInt(84)) / 7.0 : 27 + 12 * random.nextDouble();
        }
        PurchaseColumns drawn = PARETO.simulate(age, END, 1);
        x = new double[customers];
        last = new double[customers];
        for (int i = 0; i < customers; i++) {
            RecencyFrequency history = drawn.history(i);
            x[i] = history.repeats();
            last[i] = rounded ? Math.min(age[i], Math.ceil(7 * history.last()) / 7) : history.last();
        }
        means = new double[customers];
        for (int i = 0; i < customers; i++) {
            double mean = 10 + 60 * random.nextDouble();
            means[i] = x[i] == 0 ? 0 : rounded ? Math.rint(100 * mean) / 100 : mean;
        }
        opportunities = new int[customers];
        Arrays.fill(opportunities, 6);
        OpportunityColumns seasons = BGBB.simulate(opportunities, END, 3);
        donations = new int[customers];
        lastDonations = new int[customers];
        for (int i = 0; i < customers; i++) {
            donations[i] = seasons.history(i).purchases();
            lastDonations[i] = seasons.history(i).last();
        }
        writeLog(random);
    }

    /** The purchases of all customers, evenly spread between the first and the last one, in no order. */
    private void writeLog(SplittableRandom random) {
        int transactions = x.length + (int) Arrays.stream(x).sum();
        logCustomers = new long[transactions];
        logDays = new int[transactions];
        logAmounts = new double[transactions];
        int next = 0;
        for (int i = 0; i < x.length; i++) {
            int first = (int) Math.round(END.toEpochDay() - 7 * age[i]);
            for (int k = 0; k <= x[i]; k++) {
                logCustomers[next] = i;
                logDays[next] = first + (x[i] == 0 ? 0 : (int) (7 * last[i] * k / x[i]));
                logAmounts[next++] = 5 + random.nextInt(9_000) / 100.0;
            }
        }
        for (int i = transactions - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            long customer = logCustomers[i];
            int day = logDays[i];
            logCustomers[i] = logCustomers[j];
            logDays[i] = logDays[j];
            logCustomers[j] = customer;
            logDays[j] = day;
        }
    }

    /** The floor of what is done with histories: each merely read, with one multiplication and addition. */
    double readHistories() {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * last[i] + age[i];
        }
        return sum;
    }

    /** The floor of what is done with the spend. */
    double readSpend() {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * means[i];
        }
        return sum;
    }

    /** The floor of what is done with donations. */
    long readDonations() {
        long sum = 0;
        for (int i = 0; i < donations.length; i++) {
            sum += (long) donations[i] * lastDonations[i] + opportunities[i];
        }
        return sum;
    }
}
