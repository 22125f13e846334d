/**
 * Long columns: their keys numbered, their rows put together; not exported.
 *
 * <p>Start with {@link io.loyalty.metrics.column.LongRows} and {@link io.loyalty.metrics.column.TextRows}, which give each
 * key the number of its row. {@link io.loyalty.metrics.column.RowBatch} brings transactions of neighbouring rows together, so that
 * whoever adds them up stays within the nearest cache.
 *
 * <p>Deliberately absent: what a row means. That is known where rows are added up.
 *
 * @serial exclude
 */
package io.loyalty.metrics.column;
