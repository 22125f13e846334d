package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgBbTest {

    private static final LocalDate END = LocalDate.of(2001, 12, 31);
    private static final BgBb DONATIONS = new BgBb(1.204, .750, .657, 2.783, PeriodUnit.YEAR);

    @Test
    void oneOpportunityByHand() {
        BgBb model = new BgBb(1, 1, 1, 2, PeriodUnit.YEAR);
        // bought with (1 − 1/3) 1/2; silent: gone 1/3, or there and not buying 1/3
        assertEquals(1.0 / 3, model.probabilityOf(1, 1), 1e-15);
        assertEquals(.5, model.probabilityAlive(new OpportunityHistory(0, 0, 1), 0), 1e-15);
    }

    /** Fader, Hardie and Shang (2010), six opportunities: log-likelihood, P(alive at 7), E[Y over 5], DERT at 10 %. */
    @ParameterizedTest
    @CsvSource({
        "6, 6, -2.182248448, .9304025424, 3.752115608, 5.90867832",
        "5, 6, -4.295124765, .9304025424, 3.231277794, 5.088484216",
        "4, 6, -5.384936538, .9304025424, 2.710439981, 4.268290113",
        "3, 6, -5.809372079, .9304025424, 2.189602167, 3.44809601",
        "2, 6, -5.652016269, .9304025424, 1.668764354, 2.627901907",
        "1, 6, -4.884145542, .9304025424, 1.147926541, 1.807707803",
        "5, 5, -3.716999307, .5219082863, 1.812581737, 2.854379643",
        "4, 5, -5.095675639, .6967010677, 2.029623031, 3.196167405",
        "3, 5, -5.615894746, .76673405, 1.804426, 2.841536322",
        "2, 5, -5.506584593, .8044715946, 1.44289537, 2.272212662",
        "1, 5, -4.767622683, .828067336, 1.021665816, 1.608877574",
        "4, 4, -3.848303519, .2001334342, .5830268479, .9181268533",
        "3, 4, -5.059307947, .4394628571, 1.034228498, 1.628660773",
        "2, 4, -5.195697601, .5895141164, 1.057348942, 1.665069903",
        "1, 4, -4.570990414, .6802512435, .8392909748, 1.321681127",
        "3, 3, -3.527345169, .09497278938, .22350823, .3519716265",
        "2, 3, -4.51606663, .2987681022, .5358686552, .8438640586",
        "1, 3, -4.224770872, .4811805985, .5936784937, .9349006298",
        "2, 2, -3.011787922, .06637954735, .1190579533, .1874875993",
        "1, 2, -3.588050933, .254556477, .3140706551, .4945856324",
        "1, 1, -2.288531686, .06940809321, .08563539834, .1348551256",
        "0, 0, -1.167262473, .1080165842, .07280287748, .1146469962"
    })
    void donations(int x, int last, double logLikelihood, double alive, double expected, double dert) {
        OpportunityHistory h = new OpportunityHistory(x, last, 6);
        OpportunityColumns one =
                OpportunityColumns.of(new int[] {x}, new int[] {last}, new int[] {6}, PeriodUnit.YEAR, END);
        assertEquals(logLikelihood, DONATIONS.logLikelihood(one), 1e-9 * 6);
        assertEquals(alive, DONATIONS.probabilityAlive(h), 1e-9);
        assertEquals(expected, DONATIONS.expectedPurchases(h, 5), 1e-9 * 4);
        assertEquals(dert, DONATIONS.discountedPurchases(h, AnnualRate.of(.1)), 1e-9 * 6);
        assertEquals(DONATIONS.expectedPurchases(h, 5), DONATIONS.expectedPurchases(one, 5)[0]);
        assertEquals(DONATIONS.probabilityAlive(h), DONATIONS.probabilityAlive(one)[0]);
    }

    @Test
    void newDonors() {
        double[] expected = {
            .49849028, .92321746, 1.2966495, 1.6319845, 1.9377072, 2.2196314, 2.4819344, 2.7277304, 2.9594103,
            3.1788543, 3.3875711
        };
        for (int n = 1; n <= 11; n++) {
            assertEquals(expected[n - 1], DONATIONS.expectedPurchases(n), 6e-8);
        }
    }

    @Test
    void agreesEverywhere() {
        List<OracleTable.Case> cases = OracleTable.read("bg-bb.csv");
        for (OracleTable.Case c : cases) {
            BgBb model = new BgBb(
                    c.number("alpha"), c.number("beta"), c.number("gamma"), c.number("delta"), PeriodUnit.YEAR);
            OpportunityHistory h = new OpportunityHistory(c.count("x"), c.count("t_x"), c.count("n"));
            int ahead = c.count("h");
            near(model.probabilityAlive(h, 0), c, "alive");
            near(model.probabilityAlive(h), c, "alive_next");
            near(model.expectedPurchases(h, ahead), c, "expected");
            near(model.probabilityOf(c.count("N"), h, ahead), c, "mass");
            near(model.discounted(h, c.number("d")), c, "dert");
            if (h.opportunities() > 0) {
                double want = c.number("ll");
                double got = model.logLikelihood(OpportunityColumns.of(
                        new int[] {h.purchases()},
                        new int[] {h.last()},
                        new int[] {h.opportunities()},
                        PeriodUnit.YEAR,
                        END));
                assertEquals(want, got, 1e-12 * Math.max(1, Math.abs(want)), c::toString);
            }
        }
        assertTrue(cases.size() > 200);
    }

    private static void near(double got, OracleTable.Case c, String quantity) {
        if (c.number(quantity) != 0) {
            double error = OracleTable.relativeError(got, c.number(quantity));
            assertTrue(error <= 1e-11, () -> quantity + " off by " + error + ": " + got + " in " + c);
        } else {
            assertEquals(0, got, c::toString);
        }
    }

    @Test
    void hundredsOfOpportunitiesDoNotUnderflow() {
        OpportunityHistory daily = new OpportunityHistory(300, 364, 365);
        assertEquals(0.988212356936731, DONATIONS.probabilityAlive(daily), 1e-13);
        OpportunityColumns one =
                OpportunityColumns.of(new int[] {300}, new int[] {364}, new int[] {365}, PeriodUnit.DAY, END);
        assertEquals(-176.968778181734, DONATIONS.logLikelihood(one), 1e-10);
    }

    @Test
    void dailyOpportunitiesAreFitted() {
        int[] days = new int[200];
        Arrays.fill(days, 365);
        Fitted<BgBb> fit = BgBb.fit(new BgBb(1.2, 20, .5, 100, PeriodUnit.DAY).simulate(days, END, 1));
        assertEquals(FitStatus.CONVERGED, fit.status());
        assertTrue(Double.isFinite(fit.logLikelihood()));
    }

    @Test
    void noDiscountMayDiverge() {
        OpportunityHistory h = new OpportunityHistory(3, 5, 6);
        assertEquals(Double.POSITIVE_INFINITY, DONATIONS.discountedPurchases(h, AnnualRate.of(0)));
        BgBb mortal = new BgBb(1.2, .75, 2, 3, PeriodUnit.YEAR);
        assertEquals(mortal.expectedPurchases(h, 200_000_000), mortal.discountedPurchases(h, AnnualRate.of(0)), 1e-6);
    }

    @Test
    void finiteHorizonsAddUpToTheInfinite() {
        OpportunityHistory h = new OpportunityHistory(3, 5, 6);
        AnnualRate rate = AnnualRate.of(.1);
        assertEquals(DONATIONS.discountedPurchases(h, rate), DONATIONS.discountedPurchases(h, 1000, rate), 1e-13);
        assertEquals(DONATIONS.expectedPurchases(h, 7), DONATIONS.discountedPurchases(h, 7, AnnualRate.of(0)), 1e-14);
    }

    @Test
    void pathFollowsThePurchases() {
        double[] path = DONATIONS.probabilityAlivePath(new boolean[] {true, false, false, true});
        assertEquals(DONATIONS.probabilityAlive(new OpportunityHistory(1, 1, 3)), path[2]);
        assertEquals(DONATIONS.probabilityAlive(new OpportunityHistory(2, 4, 4)), path[3]);
        assertTrue(path[2] < path[1] && path[3] > path[2]);
    }

    @Test
    void simulationIsRecovered() {
        int[] years = new int[30000];
        Arrays.setAll(years, i -> 4 + i % 8);
        Fitted<BgBb> fit = BgBb.fit(DONATIONS.simulate(years, END, 6));
        assertEquals(FitStatus.CONVERGED, fit.status());
        List<Double> truth = DONATIONS.parameters();
        for (int i = 0; i < 4; i++) {
            double error = fit.standardErrors().get(i).orElseThrow();
            assertEquals(truth.get(i), fit.model().parameters().get(i), 4 * error);
        }
        assertEquals(fit, Fitted.parse(fit.toString(), BgBb::parse));
    }

    @Test
    void lowerSummitsAreLeftBehind() {
        // Most leave at once, which a search from the usual side mistakes for customers who never buy.
        BgBb truth = new BgBb(5.96, 3.01, 1.046, .1298, PeriodUnit.WEEK);
        int[] weeks = new int[1000];
        Arrays.setAll(weeks, i -> 14 + i % 15);
        OpportunityColumns cohort = truth.simulate(weeks, END, 8);
        Fitted<BgBb> fit = BgBb.fit(cohort);
        assertTrue(fit.logLikelihood() >= truth.logLikelihood(cohort), fit::toString);
    }

    @Test
    void impossibleRowsAreNamed() {
        assertEquals(
                "purchases[1] must be in [1, last = 2], or 0 if last is 0: 3",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> OpportunityColumns.of(
                                        new int[] {0, 3}, new int[] {0, 2}, new int[] {4, 4}, PeriodUnit.DAY, END))
                        .getMessage());
        assertEquals(
                "last[0] must be in [0, opportunities = 1]: 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> OpportunityColumns.of(
                                        new int[] {1}, new int[] {2}, new int[] {1}, PeriodUnit.DAY, END))
                        .getMessage());
        assertEquals(
                "purchases must be in [1, last = 2], or 0 if last is 0: 0",
                assertThrows(IllegalArgumentException.class, () -> new OpportunityHistory(0, 2, 3))
                        .getMessage());
    }

    @Test
    void opportunitiesAheadAreNotBelowNothing() {
        OpportunityHistory history = new OpportunityHistory(2, 3, 6);
        String expected = "opportunities must be at least 0: -1";
        for (Executable call : List.<Executable>of(
                () -> DONATIONS.probabilityAlive(history, -1),
                () -> DONATIONS.expectedPurchases(history, -1),
                () -> DONATIONS.probabilityOf(0, history, -1),
                () -> DONATIONS.discountedPurchases(history, -1, AnnualRate.of(.1)))) {
            assertEquals(
                    expected, assertThrows(IllegalArgumentException.class, call).getMessage());
        }
    }

    @Test
    void discountedPurchasesOfColumnsAreThoseOfEach() {
        OpportunityColumns columns = OpportunityColumns.of(
                new int[] {2, 0, 2}, new int[] {3, 0, 3}, new int[] {6, 6, 6}, PeriodUnit.YEAR, END);
        AnnualRate tenth = AnnualRate.of(.1);
        double two = DONATIONS.discountedPurchases(new OpportunityHistory(2, 3, 6), tenth);
        double none = DONATIONS.discountedPurchases(new OpportunityHistory(0, 0, 6), tenth);
        assertArrayEquals(new double[] {two, none, two}, DONATIONS.discountedPurchases(columns, tenth));
    }

    /** By sums over how long a customer stays, mpmath 1.2.1 with 40 digits. */
    @Test
    void thousandsOfOpportunitiesAheadNeitherOverflowNorVanish() {
        BgBb daily = new BgBb(100, 900, .5, 5000, PeriodUnit.DAY);
        assertEquals(.0040952531837105597, daily.probabilityOf(350, 4000), 1e-11 * .004);
        assertEquals(.0061647379633397379, daily.probabilityOf(420, 4000), 1e-11 * .006);
        BgBb rare = new BgBb(2, 1000, .5, 9000, PeriodUnit.DAY);
        assertEquals(.00477003998613581, rare.probabilityOf(60, 20_000), 1e-11 * .005);
        BgBb often = new BgBb(400, 100, 1.5, 200, PeriodUnit.DAY);
        assertEquals(.00062687671118658976, often.probabilityOf(690, 900), 1e-11 * .0006);
    }

    @Test
    void lifetimesWithoutDiscountByHand() {
        // E[(1 − θ) / θ] of Beta(3, 4) is 4 / 2, propensity 1 / 4
        assertEquals(
                .5,
                new BgBb(1, 3, 3, 4, PeriodUnit.YEAR)
                        .discountedPurchases(OpportunityHistory.ofNewCustomer(), AnnualRate.of(0)),
                1e-15);
        assertEquals(
                Double.POSITIVE_INFINITY,
                new BgBb(1, 3, 1, 4, PeriodUnit.YEAR)
                        .discountedPurchases(OpportunityHistory.ofNewCustomer(), AnnualRate.of(0)));
    }

    @Test
    void longHorizonsAreTheSumOfTheirOpportunities() {
        for (double gamma : new double[] {.4, 1, 2.5}) {
            BgBb model = new BgBb(1, 1, gamma, 9, PeriodUnit.WEEK);
            double sum = 0;
            for (int j = 1; j <= 300; j++) {
                sum += .5 * model.probabilityAlive(OpportunityHistory.ofNewCustomer(), j);
            }
            assertEquals(sum, model.expectedPurchases(300), 1e-12 * sum);
        }
    }

    @Test
    void parametersAreExchangedInTheirOrder() {
        assertEquals(new BgBb(2, 3, 5, 7, PeriodUnit.YEAR), DONATIONS.withParameters(List.of(2.0, 3.0, 5.0, 7.0)));
        assertEquals(
                "parameters must be 4 numbers: 0",
                assertThrows(IllegalArgumentException.class, () -> DONATIONS.withParameters(List.of()))
                        .getMessage());
    }
}
