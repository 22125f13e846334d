/**
 * Long columns: their keys found, their rows put together; not exported.
 *
 * <p>A {@link io.loyalty.metrics.column.SegmentTable} has a row for each key, in segments. Start with its {@code addAll}, which takes
 * columns. {@link io.loyalty.metrics.column.LongRows} and {@link io.loyalty.metrics.column.TextRows} know the
 * {@link io.loyalty.metrics.column.Place} of each key; {@link io.loyalty.metrics.column.RowBatch} brings the transactions of a segment
 * together, so that whoever adds them up stays within the nearest caches. {@link io.loyalty.metrics.column.SortedDoubles} sorts,
 * {@link io.loyalty.metrics.column.PairSums} adds up two columns exactly.
 *
 * <p>Deliberately absent: what a row means. That is known where rows are added up.
 *
 * @serial exclude
 */
package io.loyalty.metrics.column;
