/**
 * Who stays, who leaves, and how well leaving can be foreseen.
 *
 * @serial exclude
 */
package io.loyalty.metrics.retention;
