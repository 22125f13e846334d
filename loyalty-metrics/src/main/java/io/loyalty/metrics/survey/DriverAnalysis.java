package io.loyalty.metrics.survey;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;

/**
 * Which attributes go with a score, such as the likelihood to recommend: importance, performance, explained variance.
 *
 * <h2>Definition</h2>
 *
 * <p>Respondents give a score and rate attributes. The <em>importance</em> of an attribute is its correlation with the score (Spearman
 * unless chosen otherwise), its <em>performance</em> the share of its ratings in the top box. Both are cut at their mean over the
 * attributes, or where the caller says, which makes four quadrants. R² is that of a linear regression of the score on all attributes,
 * shared out among them by Shapley's rule.
 *
 * <h2>Interpretation</h2>
 *
 * <p>An association in these answers, not an effect: attributes go with each other, and with whatever was not asked.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Correlations use everybody who gave both answers, R² those who gave all. A constant score or rating has no correlation. R² needs
 * more complete respondents than attributes plus one, variance everywhere, and at most twelve attributes; attributes that others
 * determine share without adding. A perfect correlation has no interval.
 *
 * <h2>Performance</h2>
 *
 * <p>Counting takes time by the square of the number of attributes per respondent; R² two to the number of attributes.
 *
 * <h2>References</h2>
 *
 * <p>Martilla, J. A. and James, J. C. (1977), Importance-performance analysis, Journal of Marketing 41(1), 77–79,
 * doi:10.1177/002224297704100112. Bonett, D. G. and Wright, T. A. (2000), Sample size requirements for estimating Pearson,
 * Kendall and Spearman correlations, Psychometrika 65, 23–28, doi:10.1007/BF02294183. Lipovetsky, S. and Conklin, M. (2001),
 * Analysis of regression in game theory approach, Applied Stochastic Models in Business and Industry 17, 319–330,
 * doi:10.1002/asmb.446.
 */
public final class DriverAnalysis implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AnswerScale scores;
    private final AnswerScale ratings;
    private final String[] attributes;
    private final int top;
    private final Correlation correlation;
    private final double importanceCut;
    private final double performanceCut;
    private final double confidence;

    /** Takes the names over. */
    private DriverAnalysis(
            AnswerScale scores,
            AnswerScale ratings,
            String[] attributes,
            int top,
            Correlation correlation,
            double importanceCut,
            double performanceCut,
            double confidence) {
        this.scores = scores;
        this.ratings = ratings;
        this.attributes = attributes;
        this.top = top;
        this.correlation = correlation;
        this.importanceCut = importanceCut;
        this.performanceCut = performanceCut;
        this.confidence = confidence;
    }

    /**
     * An analysis by Spearman's correlation, top 2 (top 1 of fewer than four levels), cut at the means, with 95 % intervals.
     *
     * @param scores the scale of the score, which also says what is missing and what becomes of invalid answers
     * @param ratings the scale of the ratings
     * @param attributes the names of what is rated, at least one, all different
     * @return the analysis
     * @throws IllegalArgumentException if there is no attribute or a name comes twice
     */
    public static DriverAnalysis of(AnswerScale scores, AnswerScale ratings, String... attributes) {
        Objects.requireNonNull(scores, "scores");
        List<String> names = List.of(attributes);
        if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("attributes must be at least one, all different: " + names);
        }
        int top = Math.min(2, ratings.levels() / 2);
        return new DriverAnalysis(
                scores, ratings, names.toArray(String[]::new), top, Correlation.SPEARMAN, Double.NaN, Double.NaN, 0.95);
    }

    /**
     * The analysis with another correlation.
     *
     * @param kind how the association is measured
     * @return the analysis
     */
    public DriverAnalysis with(Correlation kind) {
        Objects.requireNonNull(kind, "kind");
        return new DriverAnalysis(scores, ratings, attributes, top, kind, importanceCut, performanceCut, confidence);
    }

    /**
     * The analysis with another top box.
     *
     * @param levels how many levels of a rating make the top box
     * @return the analysis
     * @throws IllegalArgumentException if the levels are none or more than half of the scale
     */
    public DriverAnalysis withTop(int levels) {
        Shares.requireTop(ratings, levels);
        return new DriverAnalysis(
                scores, ratings, attributes, levels, correlation, importanceCut, performanceCut, confidence);
    }

    /**
     * The analysis with given cuts in place of the means.
     *
     * @param importance from which correlation on an attribute is important, in [−1, 1]
     * @param performance from which top-box share on it is done well, in [0, 1]
     * @return the analysis
     * @throws IllegalArgumentException if a cut is out of range
     */
    public DriverAnalysis withCuts(double importance, double performance) {
        if (!(importance >= -1 && importance <= 1 && performance >= 0 && performance <= 1)) {
            throw new IllegalArgumentException(
                    "importance must be in [-1, 1] and performance in [0, 1]: " + importance + " and " + performance);
        }
        return new DriverAnalysis(scores, ratings, attributes, top, correlation, importance, performance, confidence);
    }

    /**
     * The analysis with another level of confidence.
     *
     * @param level nominal coverage of the intervals, between 0 and 1
     * @return the analysis
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public DriverAnalysis withConfidence(double level) {
        Shares.requireConfidence(level);
        return new DriverAnalysis(scores, ratings, attributes, top, correlation, importanceCut, performanceCut, level);
    }

    /**
     * The scale of the score.
     *
     * @return the scale
     */
    public AnswerScale scores() {
        return scores;
    }

    /**
     * The scale of the ratings.
     *
     * @return the scale
     */
    public AnswerScale ratings() {
        return ratings;
    }

    /**
     * The names of the attributes.
     *
     * @return the names, in the order of the ratings
     */
    public List<String> attributes() {
        return List.of(attributes);
    }

    /**
     * An empty accumulator of respondents.
     *
     * @return a new accumulator
     */
    public DriverAccumulator accumulator() {
        return new DriverAccumulator(this);
    }

    /**
     * A collector that counts respondents in a stream, for {@code groupingBy} and parallel streams.
     *
     * @param score gives the raw score of an element, {@link AnswerScale#MISSING} if there is none
     * @param answers gives its raw ratings in the order of the attributes
     * @param <T> the type of the elements
     * @return the collector
     */
    public <T> Collector<T, ?, DriverCounts> collector(
            ToIntFunction<? super T> score, Function<? super T, int[]> answers) {
        return Collector.of(
                this::accumulator,
                (accumulator, element) -> accumulator.accept(score.applyAsInt(element), answers.apply(element)),
                DriverAccumulator::combine,
                DriverAccumulator::snapshot,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * What the counts say.
     *
     * @param counts respondents counted for this analysis
     * @return the report
     * @throws IllegalArgumentException if the counts have another number of attributes
     */
    public DriverReport report(DriverCounts counts) {
        if (counts.ratings().size() != attributes.length) {
            throw new IllegalArgumentException("counts must be of " + attributes.length + " attributes: "
                    + counts.ratings().size());
        }
        List<Estimate> importance = new ArrayList<>();
        List<Estimate> performance = new ArrayList<>();
        for (int i = 0; i < attributes.length; i++) {
            AnswerCounts answers = counts.ratings().get(i);
            importance.add(CrossCorrelation.of(counts.pairs().get(i), correlation, confidence));
            performance.add(Shares.estimate(
                    answers.between(answers.highest() - top + 1, answers.highest()), answers.total(), confidence));
        }
        Measure important = cut(importanceCut, importance);
        Measure well = cut(performanceCut, performance);
        Measure[] explained = new Measure[attributes.length];
        Measure rSquared = explain(counts.complete(), explained);
        List<Driver> drivers = new ArrayList<>();
        for (int i = 0; i < attributes.length; i++) {
            drivers.add(new Driver(
                    attributes[i],
                    importance.get(i),
                    performance.get(i),
                    quadrant(
                            importance.get(i).value(),
                            important,
                            performance.get(i).value(),
                            well),
                    explained[i]));
        }
        return new DriverReport(
                drivers, important, well, rSquared, counts.complete().n());
    }

    private static Measure cut(double given, List<Estimate> values) {
        if (!Double.isNaN(given)) {
            return Measure.of(given);
        }
        OptionalDouble mean = values.stream()
                .filter(Estimate::isDefined)
                .mapToDouble(value -> value.value().orElseThrow())
                .average();
        return mean.isPresent() ? Measure.of(mean.getAsDouble()) : Measure.undefined("no attribute has a figure");
    }

    private static Optional<DriverQuadrant> quadrant(
            Measure importance, Measure importantFrom, Measure performance, Measure wellFrom) {
        if (!importance.isDefined() || !performance.isDefined()) {
            return Optional.empty();
        }
        boolean important = importance.orElseThrow() >= importantFrom.orElseThrow();
        boolean well = performance.orElseThrow() >= wellFrom.orElseThrow();
        if (important) {
            return Optional.of(well ? DriverQuadrant.KEEP_UP : DriverQuadrant.CONCENTRATE);
        }
        return Optional.of(well ? DriverQuadrant.POSSIBLE_OVERKILL : DriverQuadrant.LOW_PRIORITY);
    }

    /** R², and its parts into the array. */
    private static Measure explain(ItemMoments complete, Measure[] parts) {
        String obstacle = obstacle(complete);
        if (!obstacle.isEmpty()) {
            Measure none = Measure.undefined(obstacle);
            Arrays.fill(parts, none);
            return none;
        }
        int size = complete.items();
        double[][] c = complete.covariances();
        double[][] r = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                r[i][j] = i == j ? 1 : c[i][j] / Math.sqrt(c[i][i]) / Math.sqrt(c[j][j]);
            }
        }
        ShapleyRegression regression = new ShapleyRegression(r);
        double[] shares = regression.shares();
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Measure.of(shares[i]);
        }
        return Measure.of(regression.rSquared());
    }

    private static String obstacle(ItemMoments complete) {
        if (complete.items() - 1 > ShapleyRegression.MOST_PREDICTORS) {
            return "more than " + ShapleyRegression.MOST_PREDICTORS + " attributes";
        }
        if (complete.n() <= complete.items()) {
            return "too few complete respondents";
        }
        for (int i = 0; i < complete.items(); i++) {
            if (complete.covariance(i, i) == 0) {
                return "no variance in the score or an attribute";
            }
        }
        return "";
    }

    boolean countsAlike(DriverAnalysis other) {
        return Arrays.equals(attributes, other.attributes)
                && scores.lowest() == other.scores.lowest()
                && scores.highest() == other.scores.highest()
                && ratings.lowest() == other.ratings.lowest()
                && ratings.highest() == other.ratings.highest();
    }

    /**
     * The configuration in one line.
     *
     * @return attributes, scales and correlation
     */
    @Override
    public String toString() {
        return attributes() + " rated " + ratings + " against scores " + scores + ", " + correlation + ", top " + top;
    }
}
