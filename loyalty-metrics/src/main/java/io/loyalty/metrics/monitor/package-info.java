/**
 * Whether a number has moved, and what moved it.
 *
 * <ul>
 *   <li>What moved it: {@link io.loyalty.metrics.monitor.ChangeDecomposition} divides the change of a figure among its drivers
 *       (frequency × order value × margin, or any formula); {@link io.loyalty.metrics.monitor.MixRate} divides the change of
 *       an average into changed segments and a changed mix of them.
 *   <li>Whether it has moved: {@link io.loyalty.metrics.monitor.IndividualsChart} for single values and {@link
 *       io.loyalty.metrics.monitor.ProportionChart} for shares, with the {@link
 *       io.loyalty.metrics.monitor.WesternElectricRule}s; {@link io.loyalty.metrics.monitor.EwmaChart} and {@link
 *       io.loyalty.metrics.monitor.CusumChart} for small shifts that last. A {@link io.loyalty.metrics.monitor.ChartBaseline}
 *       says what is usual, apart from the window that is watched.
 *   <li>Both together for lifetime value: {@link io.loyalty.metrics.monitor.LtvMonitor}. Start there.
 * </ul>
 *
 * <p>Deliberately absent: alarms, mails, schedules, which belong to the host; the comparison of just two periods, which is a
 * two-sample test and no chart; season and holidays, which have to be taken out before a value is charted.
 *
 * @serial exclude
 */
package io.loyalty.metrics.monitor;
