package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertEstimate;
import static io.loyalty.metrics.retention.Approx.assertInterval;
import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Figures of 7,043 telephone customers (tenure in months, churned or not) against a second computation: Python 3.11 with
 * statsmodels 0.13.5 ({@code SurvfuncRight}, {@code survdiff}, {@code Logit} and {@code GLM} with a tolerance of 1e-14), SciPy
 * 1.10.1 ({@code mannwhitneyu}, {@code ks_2samp}) and NumPy 1.24.2 (DeLong's placements by {@code searchsorted}, average
 * precision, bins, gain with ties in proportion, restricted means and the ridge by hand), no code in common.
 */
@Tag("real-data")
class TelcoRealDataTest {

    private static final List<String> FEATURES = List.of("tenure", "charges", "senior", "one year", "two years");

    private final List<String[]> rows = RealData.rows("telco_churn.csv");

    private Map<String, LifeTable> byContract() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row[3],
                        TreeMap::new,
                        LifeTable.collector(row -> Double.parseDouble(row[2]), row -> row[1].equals("1"))));
    }

    private LifeTable everybody() {
        return byContract().values().stream().reduce(LifeTable::plus).orElseThrow();
    }

    private boolean[] churned() {
        boolean[] churned = new boolean[rows.size()];
        for (int i = 0; i < churned.length; i++) {
            churned[i] = rows.get(i)[1].equals("1");
        }
        return churned;
    }

    private double[][] features() {
        List<double[]> features = new ArrayList<>();
        for (String[] row : rows) {
            features.add(new double[] {
                Double.parseDouble(row[2]),
                Double.parseDouble(row[4]),
                Double.parseDouble(row[7]),
                row[3].equals("One year") ? 1 : 0,
                row[3].equals("Two year") ? 1 : 0
            });
        }
        return features.toArray(new double[0][]);
    }

    /** A score with many ties: the shorter the tenure, the higher. */
    private double[] tenureScores() {
        return rows.stream().mapToDouble(row -> -Double.parseDouble(row[2])).toArray();
    }

    private ScoredOutcomes modelled() {
        LogisticModel model = LogisticRegression.withDefaults().fit(FEATURES, features(), churned());
        return ScoredOutcomes.of(model.probabilities(features()), churned());
    }

    @Test
    void survivalOfAll() {
        SurvivalCurve curve = KaplanMeier.withDefaults().estimate(everybody());
        assertEquals(
                "7043 customers, 1869 events at 73 different times",
                curve.table().toString());
        assertEquals(11, curve.table().censored(0));
        assertEstimate(0.8431995538158313, 0.004492160254841062, 1e-14, curve.at(12));
        assertInterval(0.8341686858114631, 0.8517833206931245, 1e-14, curve.at(12));
        assertEstimate(0.5927901520522303, 0.00991876687076276, 1e-14, curve.at(72));
        assertInterval(0.5730628910042943, 0.6119362091926647, 1e-14, curve.at(72));
        assertTrue(!curve.median().isDefined());
        assertEstimate(46.81735187333182, 0.27697112245028455, 1e-12, curve.restrictedMean(60));
        assertEstimate(
                0.23492894677769627,
                0.006546283841210946,
                1e-14,
                CumulativeHazard.of(everybody()).at(24));
    }

    @Test
    void survivalByContract() {
        Map<String, LifeTable> groups = byContract();
        SurvivalCurve monthly = KaplanMeier.withDefaults().estimate(groups.get("Month-to-month"));
        assertMeasure(35, 0, monthly.median().value());
        assertEstimate(0.12895190061439438, 0.03098223787527717, 1e-14, monthly.at(72));
        assertInterval(0.07594478309947576, 0.19639627104996601, 1e-14, monthly.at(72));
        assertEstimate(33.50207906991764, 0.4543651850904027, 1e-12, monthly.restrictedMean(60));
        SurvivalCurve yearly = KaplanMeier.withDefaults().estimate(groups.get("One year"));
        assertEstimate(0.9165468041589913, 0.008979689732759179, 1e-14, yearly.at(48));
        assertEstimate(57.34163182533829, 0.2494508765619555, 1e-12, yearly.restrictedMean(60));
    }

    @Test
    void logRankByContractAndAge() {
        LogRankTest contracts = LogRankTest.of(byContract().values());
        assertMeasure(2352.8725382593416, 1e-9, contracts.chiSquare());
        assertEquals(2, contracts.degreesOfFreedom());
        // The tail that the other tool gives as 0 is exp(−χ²/2).
        assertMeasure(0, 1e-300, contracts.pValue());
        Map<String, LifeTable> byAge = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row[7],
                        LifeTable.collector(row -> Double.parseDouble(row[2]), row -> row[1].equals("1"))));
        LogRankTest ages = LogRankTest.of(byAge.values());
        assertMeasure(109.48969338813728, 1e-10, ages.chiSquare());
        assertTrue(ages.pValue().orElseThrow() > 0 && ages.pValue().orElseThrow() < 1e-24);
    }

    @Test
    void hazardIsThatOfTheCurve() {
        DiscreteHazard hazard = DiscreteHazard.of(everybody(), 1);
        assertEquals(73, hazard.periods().size());
        assertMeasure(1 - 0.8431995538158313, 1e-14, hazard.churnWithin(0, 13).value());
    }

    @Test
    void logisticRegression() {
        LogisticModel model = LogisticRegression.withDefaults().fit(FEATURES, features(), churned());
        assertEquals(FitStatus.CONVERGED, model.status());
        assertEquals(Separation.NONE, model.separation());
        assertEstimate(-1.6012522999557077, 0.08978501448353342, 1e-12, model.intercept());
        double[] coefficients = {
            -0.03678067345051006, 0.027412316945557944, 0.4623725620322164, -1.0050277501472547, -1.9280579153421797
        };
        double[] errors = {
            0.0020586919024660495, 0.0013645437823798234, 0.0801884287035558, 0.10113422805534418, 0.16690915384042204
        };
        for (int j = 0; j < coefficients.length; j++) {
            assertEstimate(
                    coefficients[j],
                    errors[j],
                    1e-12,
                    model.coefficients().get(j).estimate());
        }
        assertMeasure(-3056.3602676254795, 1e-9, model.logLikelihood());
        // The other tool finds the log-likelihood of the intercept alone by an iteration that stops 1e-11 early.
        assertMeasure(0.24998636700121046, 1e-11, model.pseudoR2());
        assertMeasure(8.113855434579023e-09, 1e-20, model.coefficients().get(2).pValue());
    }

    @Test
    void ridge() {
        LogisticModel model = LogisticRegression.withDefaults().withRidge(10).fit(FEATURES, features(), churned());
        double[] expected = {
            -0.03615485614472122, 0.026802279334608027, 0.4634904895209986, -0.9959714042247322, -1.865078605849023
        };
        assertMeasure(-1.5762812491493774, 1e-12, model.intercept().value());
        for (int j = 0; j < expected.length; j++) {
            assertMeasure(
                    expected[j], 1e-12, model.coefficients().get(j).estimate().value());
        }
    }

    @Test
    void orderOfTheScores() {
        ScoredOutcomes model = modelled();
        ScoredOutcomes tenure = ScoredOutcomes.of(tenureScores(), churned());
        assertEstimate(
                0.8291053985819951,
                0.005168726947959201,
                1e-12,
                RocAuc.of(model).auc());
        assertEstimate(
                0.7398671755286288,
                0.006502425252838734,
                1e-14,
                RocAuc.of(tenure).auc());
        LogisticModel fit = LogisticRegression.withDefaults().fit(FEATURES, features(), churned());
        Estimate difference = RocAuc.difference(fit.probabilities(features()), tenureScores(), churned());
        assertEstimate(0.08923822305336626, 0.005335551292694733, 1e-12, difference);
        assertMeasure(0.6161666772754717, 1e-12, AveragePrecision.of(model).value());
        assertMeasure(0.4837368870121712, 1e-14, AveragePrecision.of(tenure).value());
        assertMeasure(0.516556007183301, 1e-12, KolmogorovSmirnov.of(model).distance());
        assertMeasure(0.35736012242138376, 1e-14, KolmogorovSmirnov.of(tenure).distance());
        assertMeasure(0.26928838951310863, 1e-12, model.gain(0.1));
        assertMeasure(0.48368111289459603, 1e-12, model.gain(0.2));
        assertMeasure(0.22552144453286935, 1e-14, tenure.gain(0.1));
        assertMeasure(
                2.2552144453286935, 1e-13, LiftTable.of(tenure).slices().get(0).lift());
    }

    @Test
    void probabilities() {
        ScoredOutcomes model = modelled();
        BrierScore brier = BrierScore.of(model);
        assertEstimate(0.14243461846084182, 0.002297515922624793, 1e-12, brier.score());
        assertMeasure(0.0006580536660053056, 1e-12, brier.reliability());
        assertMeasure(0.05255430419057848, 1e-12, brier.resolution());
        assertMeasure(0.19494870246863305, 1e-14, brier.uncertainty());
        assertEstimate(
                0.43395715854401246,
                0.006312389622847973,
                1e-12,
                LogLoss.of(model).loss());
        Calibration calibration = Calibration.of(model);
        assertEquals(
                List.of(2501L, 881L, 920L, 609L, 661L, 678L, 566L, 214L, 13L, 0L),
                calibration.bins().stream().map(CalibrationBin::customers).toList());
        assertMeasure(0.014462775996651814, 1e-12, calibration.expectedError());
        assertEstimate(1, 0.02910719928358492, 1e-10, calibration.slope());
    }

    @Test
    void overconfidentProbabilitiesHaveASmallSlope() {
        LogisticModel fit = LogisticRegression.withDefaults().fit(FEATURES, features(), churned());
        double[] probabilities = fit.probabilities(features());
        for (int i = 0; i < probabilities.length; i++) {
            double logOdds = 2 * Math.log(probabilities[i] / (1 - probabilities[i])) + 0.5;
            probabilities[i] = 1 / (1 + Math.exp(-logOdds));
        }
        Calibration calibration = Calibration.of(ScoredOutcomes.of(probabilities, churned()));
        assertEstimate(0.5, 0.01455359964179246, 1e-11, calibration.slope());
        assertEstimate(-0.25, 0.03306233358439653, 1e-11, calibration.intercept());
        assertEstimate(-0.060538022428067696, 0.03812689729180377, 1e-11, calibration.inTheLarge());
    }

    @Test
    void bestContactPolicy() {
        ContactPolicy policy =
                ContactPolicy.of(200, 0.3).withContactCost(1).withIncentive(20).withCampaignCost(500);
        ContactProfit best = policy.best(modelled());
        assertEquals(3185, best.contacts());
        assertEquals(1554, best.leavers());
        assertEquals(47_611, best.profit(), 1e-9);
        assertMeasure(0.24951168016004605, 1e-12, best.lowestScore());
    }
}
