/**
 * Program figures.
 *
 * @serial exclude
 */
package io.loyalty.metrics.program;
