/**
 * The accumulators of the metrics on Apache Spark: purchase summaries, Net Promoter Scores by group, and lifetime values of
 * transactions in a Dataset.
 *
 * <p>Start at {@link io.loyalty.spark.CustomerFigures}, the three steps; {@link io.loyalty.spark.SparkJob} is a job to submit. An
 * accumulator becomes an {@link org.apache.spark.sql.expressions.Aggregator} by naming its three verbs: {@code accept},
 * {@code combine}, {@code snapshot}. Compiled by the profile {@code spark} alone.
 */
package io.loyalty.spark;
