package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All quantities of the purchase models over the whole space of parameters, against arithmetic of many digits. */
class PurchaseOracleTest {

    private static final double BAR = 1e-9;
    private static final double LIKELIHOOD_BAR = 1e-12;

    @Test
    void geometricDropoutAgreesEverywhere() {
        List<OracleTable.Case> cases = OracleTable.read("bg-nbd.csv");
        for (OracleTable.Case c : cases) {
            double r = c.number("r");
            double alpha = c.number("alpha");
            double a = c.number("a");
            double b = c.number("b");
            PurchaseModel model = c.count("first") == 0
                    ? new BgNbd(r, alpha, a, b, PeriodUnit.WEEK)
                    : new MbgNbd(r, alpha, a, b, PeriodUnit.WEEK);
            check(model, c);
        }
        assertTrue(cases.size() > 300);
    }

    @Test
    void paretoAgreesEverywhere() {
        List<OracleTable.Case> cases = OracleTable.read("pareto-nbd.csv");
        for (OracleTable.Case c : cases) {
            check(new ParetoNbd(c.number("r"), c.number("alpha"), c.number("s"), c.number("beta"), PeriodUnit.WEEK), c);
        }
        assertTrue(cases.size() > 150);
    }

    private static void check(PurchaseModel model, OracleTable.Case c) {
        RecencyFrequency history = RecencyFrequency.ofWeeks(c.count("x"), c.number("t_x"), c.number("T"));
        Horizon ahead = Horizon.ofWeeks(c.number("t"));
        PurchaseProcess process = PurchaseProcess.of(model);
        double alive = model.probabilityAlive(history);
        near(alive, c, "alive");
        near(model.probabilityAlive(history, ahead), c, "alive_after");
        near(model.expectedPurchases(history, ahead), c, "expected");
        near(model.probabilityOf(c.count("n"), history, ahead), c, "mass");
        // The instantaneous rate itself, so that the conversion from an annual rate does not blur the comparison.
        double delta = c.number("delta");
        near(alive * process.discounted(history.repeats(), history.age(), delta), c, "dert");
        if (c.has("det")) {
            near(alive * process.discounted(history.repeats(), history.age(), ahead.length(), delta), c, "det");
        }
        if (history.age() > 0 && c.has("ll")) {
            PurchaseColumns one = columnsOf(history);
            double want = c.number("ll");
            assertEquals(want, model.logLikelihood(one), LIKELIHOOD_BAR * Math.max(1, Math.abs(want)), c::toString);
            double[] columns = model.expectedPurchases(one, ahead);
            assertEquals(model.expectedPurchases(history, ahead), columns[0], "columns and single customers agree");
        }
    }

    private static void near(double got, OracleTable.Case c, String quantity) {
        if (c.has(quantity)) {
            double error = OracleTable.relativeError(got, c.number(quantity));
            assertTrue(error <= BAR, () -> quantity + " off by " + error + ": " + got + " in " + c);
        }
    }

    @Test
    void regularBuyersAgreeEverywhere() {
        List<OracleTable.Case> cases = OracleTable.read("regular-buyers.csv");
        for (OracleTable.Case c : cases) {
            double[] p = {c.number("r"), c.number("alpha"), c.number("a"), c.number("b")};
            int first = c.count("first");
            int k = c.count("k");
            PurchaseModel model = first == 0
                    ? new BgCnbdK(p[0], p[1], p[2], p[3], k, PeriodUnit.WEEK)
                    : new MbgCnbdK(p[0], p[1], p[2], p[3], k, PeriodUnit.WEEK);
            RecencyFrequency history = RecencyFrequency.ofWeeks(c.count("x"), c.number("t_x"), c.number("T"));
            Horizon ahead = Horizon.ofWeeks(c.number("t"));
            near(model.probabilityAlive(history), c, "alive");
            near(model.probabilityAlive(history, ahead), c, "alive_later");
            near(model.expectedPurchases(history, ahead), c, "expected");
            near(model.probabilityOf(c.count("n"), history, ahead), c, "mass");
            PurchaseProcess process = PurchaseProcess.of(model).given(history.last());
            near(
                    model.probabilityAlive(history)
                            * process.discounted(history.repeats(), history.age(), c.number("delta")),
                    c,
                    "dert");
            if (history.age() > 0) {
                PurchaseColumns one = columnsOf(history);
                double got = new ErlangDropoutLikelihood(one, first, k, c.number("sumOfLogGaps"), Execution.SEQUENTIAL)
                        .at(p, new double[4]);
                double want = c.number("ll");
                assertEquals(want, got, LIKELIHOOD_BAR * Math.max(1, Math.abs(want)), c::toString);
            }
        }
        assertTrue(cases.size() >= 40);
    }

    /** One customer as columns. */
    private static PurchaseColumns columnsOf(RecencyFrequency history) {
        return PurchaseColumns.of(
                new double[] {history.repeats()},
                new double[] {history.last()},
                new double[] {history.age()},
                PeriodUnit.WEEK,
                LocalDate.EPOCH);
    }
}
