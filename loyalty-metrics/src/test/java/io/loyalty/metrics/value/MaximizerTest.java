package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Climbs whose summits are known beforehand. */
class MaximizerTest {

    private static final double CUSTOMERS = 100;

    /** Σ height e^−|u − centre|², whose summits are next to the centres. */
    private static Likelihood hills(double[][] centres, double... heights) {
        return LogLikelihoods.of((u, g) -> {
            double sum = 0;
            for (int k = 0; k < centres.length; k++) {
                double square = 0;
                for (int i = 0; i < u.length; i++) {
                    square += (u[i] - centres[k][i]) * (u[i] - centres[k][i]);
                }
                double hill = heights[k] * Math.exp(-square);
                sum += hill;
                for (int i = 0; i < u.length; i++) {
                    g[i] = (k == 0 ? 0 : g[i]) - 2 * hill * (u[i] - centres[k][i]);
                }
            }
            return sum;
        });
    }

    @Test
    void theSummitOfAParabolaHasItsCurvatureForErrors() {
        Likelihood likelihood = LogLikelihoods.of(LogLikelihoods.parabola(new double[] {1, -.5}, 100, 25));
        Maximum found = Maximizer.maximize(likelihood, LogLikelihoods.logs(2, -5, 5), CUSTOMERS, 0);
        assertEquals(FitStatus.CONVERGED, found.status());
        assertEquals(List.of(), found.findings());
        assertArrayEquals(new double[] {Math.E, Math.exp(-.5)}, found.parameters(), 1e-9);
        assertEquals(0, found.logLikelihood(), 1e-12);
        assertTrue(found.gradientNorm() <= 1e-9);
        // The error of ln p is one over the root of the weight, that of p is p times as large.
        assertEquals(Math.E / 10, Math.sqrt(found.covariance()[0][0]), 1e-8);
        assertEquals(Math.exp(-.5) / 5, Math.sqrt(found.covariance()[1][1]), 1e-8);
        assertEquals(0, found.covariance()[0][1], 1e-9);
    }

    @Test
    void aPenaltyDrawsToTheStartAndTakesFromTheScatter() {
        // Per customer (u − 3)² / 2 and u² / 4: the lowest point is at 2.
        Likelihood likelihood = LogLikelihoods.of(LogLikelihoods.parabola(new double[] {3, 3}, 100, 100));
        Maximum found = Maximizer.maximize(likelihood, LogLikelihoods.logs(2, -5, 5), CUSTOMERS, .25);
        assertEquals(FitStatus.CONVERGED, found.status());
        assertEquals(List.of(FitFinding.PENALISED), found.findings());
        assertEquals(Math.exp(2), found.parameters()[0], 1e-8);
        // Of the likelihood alone, then less 100 times the penalty of 2.
        assertEquals(-100, found.logLikelihood(), 1e-8);
        assertEquals(-100 - 200, found.penalised(), 1e-8);
        // 100 customers, curvature 1 of the likelihood and 3/2 of all: (2/3)² / 100 is the variance of u.
        assertEquals(Math.exp(2) * 2 / 3 / 10, Math.sqrt(found.covariance()[0][0]), 1e-7);
    }

    @Test
    void aSlopeWithoutEndIsALimitOfTheBox() {
        for (int side = -1; side <= 1; side += 2) {
            double slope = side;
            Likelihood likelihood = LogLikelihoods.of((u, g) -> {
                g[0] = slope;
                g[1] = -u[1];
                return slope * u[0] - .5 * u[1] * u[1];
            });
            Maximum found = Maximizer.maximize(likelihood, LogLikelihoods.logs(2, -5, 5), 1, 0);
            assertEquals(FitStatus.BOUNDARY, found.status());
            assertEquals(List.of(side < 0 ? FitFinding.NO_DROPOUT : FitFinding.ALWAYS_BUYING), found.findings());
            assertEquals(Math.exp(5 * side), found.parameters()[0], 1e-12 * Math.exp(5 * side));
            assertEquals(1, found.parameters()[1], 1e-9);
            assertEquals(0, found.covariance().length);
        }
    }

    @Test
    void aRidgeThatIsLevelIsNotIdentified() {
        Likelihood likelihood = LogLikelihoods.of((u, g) -> {
            double away = u[0] + u[1] - 1;
            g[0] = -2 * away;
            g[1] = -2 * away;
            return -away * away;
        });
        Maximum found = Maximizer.maximize(likelihood, LogLikelihoods.logs(2, -5, 5), 1, 0);
        assertEquals(FitStatus.NOT_IDENTIFIED, found.status());
        assertEquals(List.of(FitFinding.FLAT_DIRECTION), found.findings());
        assertEquals(1, Math.log(found.parameters()[0] * found.parameters()[1]), 1e-6);
    }

    @Test
    void aGradientThatDoesNotBelongToTheValueEndsTheSearch() {
        // No step pays, and the slopes of the gradient are no curvature to divide by.
        Likelihood likelihood = LogLikelihoods.of((u, g) -> {
            g[0] = 1;
            g[1] = 1;
            return 7;
        });
        Maximum found = Maximizer.maximize(likelihood, LogLikelihoods.logs(2, -5, 5), 1, 0);
        assertEquals(FitStatus.NOT_CONVERGED, found.status());
        assertEquals(List.of(FitFinding.ITERATIONS_EXHAUSTED), found.findings());
        assertEquals(1, found.gradientNorm());
    }

    /** Rising to the one end of the box from the start, with a hill at the other side. */
    private static Likelihood slopeAndHill(int side, double height) {
        return LogLikelihoods.of((u, g) -> {
            double hill = height * Math.exp(-2 * (side * u[0] - 2.5) * (side * u[0] - 2.5));
            g[0] = side * (-4 * (side * u[0] - 2.5) * hill - 1);
            g[1] = -u[1];
            return hill - side * u[0] - .5 * u[1] * u[1];
        });
    }

    @Test
    void beforeALimitIsReportedBothSidesAreSearched() {
        for (int side = -1; side <= 1; side += 2) {
            Maximum found = Maximizer.maximize(slopeAndHill(side, 9), LogLikelihoods.logs(2, -4, 4), 1, 0);
            assertEquals(FitStatus.CONVERGED, found.status());
            assertEquals(2.5 * side, Math.log(found.parameters()[0]), .1);
            Maximum low = Maximizer.maximize(slopeAndHill(side, 5), LogLikelihoods.logs(2, -4, 4), 1, 0);
            assertEquals(FitStatus.BOUNDARY, low.status(), "the hill is lower than the limit");
            assertEquals(4, low.logLikelihood(), 1e-12);
        }
    }

    @Test
    void aLimitAtWhichCustomersAreAlikeIsAnAnswer() {
        for (FitFinding alike : List.of(
                FitFinding.ONE_RATE_FOR_ALL, FitFinding.ONE_DROPOUT_FOR_ALL, FitFinding.DROPOUT_NOT_IDENTIFIED)) {
            Coordinates coordinates = new Coordinates()
                    .with(Coordinates.Block.LOG, new Coordinates.Axis(0, -4, 4, alike, FitFinding.NO_DROPOUT))
                    .with(Coordinates.Block.LOG, new Coordinates.Axis(0, -4, 4, alike, alike));
            Maximum found = Maximizer.maximize(slopeAndHill(1, 9), coordinates, 1, 0);
            assertEquals(FitStatus.BOUNDARY, found.status(), "there is a higher hill, but no reason to look for it");
            assertEquals(List.of(alike), found.findings());
        }
    }

    @Test
    void ofFourCoordinatesAllSidesOfTwoAreSearched() {
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                double[] far = {2.5 * j, 0, 2.5 * i, 0};
                Likelihood likelihood = hills(new double[][] {new double[4], far}, 1, 3);
                Maximum found = Maximizer.maximizeFromAllSides(likelihood, LogLikelihoods.logs(4, -5, 5), 1, 0);
                assertEquals(FitStatus.CONVERGED, found.status());
                assertEquals(far[0], Math.log(found.parameters()[0]), .02);
                assertEquals(far[2], Math.log(found.parameters()[2]), .02);
            }
        }
    }

    @Test
    void ofTwoCoordinatesBothSidesOfTheFirstAreSearched() {
        for (int i = -1; i <= 1; i++) {
            double[] far = {2.5 * i, 0};
            Likelihood likelihood = hills(new double[][] {new double[2], far}, 1, 3);
            Maximum found = Maximizer.maximizeFromAllSides(likelihood, LogLikelihoods.logs(2, -5, 5), 1, 0);
            assertEquals(far[0], Math.log(found.parameters()[0]), .02);
        }
    }

    @Test
    void equalSummitsLeaveTheFirst() {
        Maximum found = new Maximum(new double[1], -7, -7, 0, FitStatus.CONVERGED, List.of(), new double[0][]);
        Maximum equal = new Maximum(new double[1], -7, -7 + 1e-10, 0, FitStatus.CONVERGED, List.of(), new double[0][]);
        Maximum higher = new Maximum(new double[1], -7, -6.9, 0, FitStatus.CONVERGED, List.of(), new double[0][]);
        assertSame(found, found.orBetter(equal));
        assertSame(found, found.orBetter(found));
        assertSame(higher, found.orBetter(higher));
        assertSame(higher, higher.orBetter(found));
    }

    @Test
    void otherUnitsDivideParametersAndErrors() {
        Maximum found = new Maximum(
                new double[] {6, 8}, -7, -7, 0, FitStatus.CONVERGED, List.of(), new double[][] {{4, 6}, {6, 36}});
        Maximum other = found.dividedBy(new double[] {2, 4});
        assertArrayEquals(new double[] {3, 2}, other.parameters());
        assertArrayEquals(new double[][] {{1, .75}, {.75, 2.25}}, other.covariance());
        assertArrayEquals(new double[][] {{4, 6}, {6, 36}}, found.covariance());
    }

    // ---- samples ------------------------------------------------------------------------------------------------

    /** −100 ln cosh(u − 3) − 50 v²: from afar Newton's steps go astray. */
    private static final LogLikelihoods.Surface ROOF = (u, g) -> {
        g[0] = -100 * Math.tanh(u[0] - 3);
        g[1] = -100 * u[1];
        return -100 * Math.log(Math.cosh(u[0] - 3)) - 50 * u[1] * u[1];
    };

    private static Maximum begunWith(LogLikelihoods.Surface sample, int[] calls) {
        Likelihood whole = LogLikelihoods.of((u, g) -> {
            calls[0]++;
            return ROOF.at(u, g);
        });
        return Maximizer.maximize(
                LogLikelihoods.withSample(whole, LogLikelihoods.of(sample), 10),
                LogLikelihoods.logs(2, -5, 5),
                CUSTOMERS,
                0);
    }

    private static void assertOnTheRoof(Maximum found) {
        assertEquals(FitStatus.CONVERGED, found.status());
        assertEquals(Math.exp(3), found.parameters()[0], 1e-7);
        assertEquals(1, found.parameters()[1], 1e-9);
        // One-sided differences mended by those of the sample are good to some five digits.
        assertEquals(Math.exp(3) / 10, Math.sqrt(found.covariance()[0][0]), 1e-4);
        assertEquals(.1, Math.sqrt(found.covariance()[1][1]), 1e-5);
    }

    @Test
    void aGoodSampleSavesPasses() {
        int[] plain = {0};
        Maximum found = Maximizer.maximize(
                LogLikelihoods.of((u, g) -> {
                    plain[0]++;
                    return ROOF.at(u, g);
                }),
                LogLikelihoods.logs(2, -5, 5),
                CUSTOMERS,
                0);
        assertOnTheRoof(found);
        int[] calls = {0};
        assertOnTheRoof(begunWith(LogLikelihoods.parabola(new double[] {3.01, .01}, 10, 10), calls));
        assertTrue(calls[0] < plain[0], calls[0] + " with a sample, " + plain[0] + " without");
    }

    @Test
    void aSampleThatMisleadsIsLeftBehind() {
        assertOnTheRoof(begunWith(LogLikelihoods.parabola(new double[] {-4, 2}, 10, 10), new int[1]));
    }

    @Test
    void aSampleWithoutASummitIsNotUsed() {
        assertOnTheRoof(begunWith(
                (u, g) -> {
                    g[0] = -1;
                    g[1] = -1;
                    return -u[0] - u[1];
                },
                new int[1]));
    }
}
