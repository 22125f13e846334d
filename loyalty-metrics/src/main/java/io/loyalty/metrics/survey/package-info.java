/**
 * What customers say: Net Promoter Score and its reasons, satisfaction, effort, Likert items and scales, the Secure Customer Index,
 * satisfaction against loyalty.
 *
 * <p>Start with {@link io.loyalty.metrics.survey.NetPromoterScore}. Everything here works in two steps, counting and scoring:
 *
 * <ul>
 *   <li>An {@link io.loyalty.metrics.survey.AnswerScale} reads raw answers: a level, missing, or invalid. It counts them into
 *       {@link io.loyalty.metrics.survey.AnswerCounts}, at once, by an {@link io.loyalty.metrics.survey.AnswerAccumulator}, or in a stream.
 *       Counts, with or without weights, merge by {@code plus}; counts from a database are as good as answers.
 *   <li>A {@link io.loyalty.metrics.survey.SurveyQuestion} scores counts: {@link io.loyalty.metrics.survey.NetPromoterQuestion} gives a
 *       {@link io.loyalty.metrics.survey.NetPromoterScore}, {@link io.loyalty.metrics.survey.SatisfactionQuestion} a
 *       {@link io.loyalty.metrics.survey.CustomerSatisfaction}, {@link io.loyalty.metrics.survey.EffortQuestion} a
 *       {@link io.loyalty.metrics.survey.CustomerEffort}, {@link io.loyalty.metrics.survey.LikertQuestion} a
 *       {@link io.loyalty.metrics.survey.LikertItem}. Each result has a static {@code of} for the usual form of its question.
 *   <li>Several answers per customer follow the same pattern, rule or scale, counts, result:
 *       {@link io.loyalty.metrics.survey.LikertScale} (reliability), {@link io.loyalty.metrics.survey.SecureCustomerIndex},
 *       {@link io.loyalty.metrics.survey.SatisfactionLoyalty}, {@link io.loyalty.metrics.survey.ReasonReport} (why customers scored as they
 *       did), {@link io.loyalty.metrics.survey.DriverAnalysis} (what goes with the score).
 *   <li>Two groups or periods are compared by {@code minus} on the results, first minus second, as a
 *       {@link io.loyalty.metrics.survey.Comparison}; {@link io.loyalty.metrics.survey.NetPromoterComparison} and
 *       {@link io.loyalty.metrics.survey.PairedNetPromoterCounts} have the other ways for Net Promoter Scores. Segments are
 *       {@code groupingBy}, and {@link io.loyalty.metrics.survey.GroupReport} withholds those with a small base.
 *       Tests of shares and adjustments of p-values are those of {@link io.loyalty.metrics.experiment}.
 *   <li>{@link io.loyalty.metrics.survey.NetPromoterSampleSize} says beforehand how many answers are needed.
 * </ul>
 *
 * <p>Shares and net shares are fractions; only Net Promoter Scores and indices are in points. Nothing is nullable and nothing is
 * rounded. Without weights all counts are whole numbers, so that results do not depend on order or on how the data were split; sums of
 * weights are carried in twice the precision of a {@code double}, so that order shows at most in the last digit.
 *
 * <p>Deliberately absent: the sending of surveys and the storing of answers; factor analysis beyond a single factor; item response
 * theory; the splitting of a change into mix and rate, which is the subject of monitoring.
 *
 * @serial exclude
 */
package io.loyalty.metrics.survey;
