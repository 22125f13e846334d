/**
 * Experiments and inference: what a treatment changed, compared with a control group, and how certain that is.
 *
 * <p>Start with {@link io.loyalty.metrics.experiment.Experiment}, the report of a loyalty test: allocation first, then the lifts.
 *
 * @serial exclude
 */
package io.loyalty.metrics.experiment;
