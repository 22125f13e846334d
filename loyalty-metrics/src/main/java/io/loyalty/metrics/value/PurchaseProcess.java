package io.loyalty.metrics.value;

/**
 * The arithmetic behind a purchase model, in the model's time unit and on plain numbers; arguments are valid.
 *
 * <p>x, last and age are a customer's (x, t_x, T). All but {@link #alive} are given that the customer is alive at T, where t_x no
 * longer matters unless {@link #dependsOnLast} says so.
 */
abstract class PurchaseProcess {

    /** The process of a customer with this t_x, where the future of somebody alive depends on it; otherwise this one. */
    PurchaseProcess given(double lastPurchase) {
        return this;
    }

    /** Whether {@link #given} matters. */
    boolean dependsOnLast() {
        return false;
    }

    /** P(alive at T). */
    abstract double alive(int x, double last, double age);

    /** P(alive at T + t | alive at T). */
    abstract double survival(int x, double age, double t);

    /** E[purchases in (T, T + t] | alive at T]. */
    abstract double purchases(int x, double age, double t);

    /** P(n purchases in (T, T + t] | alive at T). */
    abstract double mass(int x, double age, double t, int n);

    /** E[Σ e^(−δ (time − T)) over all purchases after T | alive at T]; +∞ where it diverges. */
    abstract double discounted(int x, double age, double delta);

    /** The same over purchases in (T, T + t]. */
    double discounted(int x, double age, double t, double delta) {
        if (delta == 0 || t == 0) {
            return purchases(x, age, t);
        }
        // By parts: e^(−δ t) m(t) + δ ∫ e^(−δ τ) m(τ) dτ, in which nothing cancels; over u = ln τ.
        double high = Math.log(t);
        double low = Math.log(Math.min(t, 1 / delta)) - 23;
        double log = LogIntegral.of(
                u -> {
                    double tau = Math.exp(u);
                    return u - delta * tau + Math.log(purchases(x, age, tau));
                },
                low,
                high);
        return Math.exp(-delta * t) * purchases(x, age, t) + delta * Math.exp(log);
    }

    /** The process of a model. */
    static PurchaseProcess of(PurchaseModel model) {
        if (model instanceof BgNbd m) {
            return new GeometricDropout(m.r(), m.alpha(), m.a(), m.b(), GeometricDropout.AFTER_REPEATS);
        }
        if (model instanceof MbgNbd m) {
            return new GeometricDropout(m.r(), m.alpha(), m.a(), m.b(), GeometricDropout.AFTER_FIRST);
        }
        if (model instanceof ParetoNbd m) {
            return new LomaxDropout(m.r(), m.alpha(), m.s(), m.beta());
        }
        if (model instanceof BgCnbdK m) {
            return new ErlangDropout(m.r(), m.alpha(), m.a(), m.b(), GeometricDropout.AFTER_REPEATS, m.k(), 0);
        }
        if (model instanceof MbgCnbdK m) {
            return new ErlangDropout(m.r(), m.alpha(), m.a(), m.b(), GeometricDropout.AFTER_FIRST, m.k(), 0);
        }
        throw new IllegalStateException("no process for " + model);
    }
}
