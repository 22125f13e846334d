/**
 * What customers say: Net Promoter Score and the counting of answers.
 *
 * <p>Start with {@link io.loyalty.metrics.survey.NetPromoterScore}. Answers are first counted, by
 * {@link io.loyalty.metrics.survey.AnswerScale}, and then scored; counts from a database or from another machine score the same as
 * the answers themselves.
 *
 * <p>Deliberately absent: the sending of surveys, and the storing of what was answered.
 *
 * @serial exclude
 */
package io.loyalty.metrics.survey;
