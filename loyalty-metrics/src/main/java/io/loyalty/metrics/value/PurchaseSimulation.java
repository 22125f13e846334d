package io.loyalty.metrics.value;

import java.time.LocalDate;

/** Cohorts drawn from a purchase model, customer by customer, each from his own stream of random numbers. */
final class PurchaseSimulation {

    private PurchaseSimulation() {}

    static PurchaseColumns of(PurchaseModel model, double[] ages, LocalDate end, long seed) {
        double[] repeats = new double[ages.length];
        double[] last = new double[ages.length];
        for (int i = 0; i < ages.length; i++) {
            if (!(ages[i] >= 0 && ages[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("ages[" + i + "] must be finite and at least 0: " + ages[i]);
            }
            Draws draws = Draws.ofCustomer(seed, i);
            if (model instanceof BgNbd m) {
                double rate = draws.gamma(m.r(), m.alpha());
                coins(draws, rate, draws.beta(m.a(), m.b()), ages[i], 1, false, repeats, last, i);
            } else if (model instanceof MbgNbd m) {
                double rate = draws.gamma(m.r(), m.alpha());
                double leave = draws.beta(m.a(), m.b());
                coins(draws, rate, leave, ages[i], 1, draws.happens(leave), repeats, last, i);
            } else if (model instanceof ParetoNbd m) {
                double rate = draws.gamma(m.r(), m.alpha());
                double lifetime = draws.exponential() / draws.gamma(m.s(), m.beta());
                coins(draws, rate, 0, Math.min(lifetime, ages[i]), 1, false, repeats, last, i);
            } else if (model instanceof BgCnbdK m) {
                double rate = draws.gamma(m.r(), m.alpha());
                coins(draws, rate, draws.beta(m.a(), m.b()), ages[i], m.k(), false, repeats, last, i);
            } else if (model instanceof MbgCnbdK m) {
                double rate = draws.gamma(m.r(), m.alpha());
                double leave = draws.beta(m.a(), m.b());
                coins(draws, rate, leave, ages[i], m.k(), draws.happens(leave), repeats, last, i);
            }
        }
        return PurchaseColumns.of(repeats, last, ages, model.unit(), end);
    }

    private static void coins(
            Draws draws,
            double rate,
            double leave,
            double age,
            int k,
            boolean gone,
            double[] repeats,
            double[] last,
            int i) {
        double time = 0;
        boolean left = gone;
        while (!left) {
            for (int stage = 0; stage < k; stage++) {
                time += draws.exponential() / rate;
            }
            if (!(time <= age)) {
                break;
            }
            repeats[i]++;
            last[i] = time;
            left = draws.happens(leave);
        }
    }
}
