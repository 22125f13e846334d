/**
 * Which points a fact earns, and why.
 *
 * <p>Start with {@link io.loyalty.earning.EarningRule}: each rule reads as the sentence a shop owner would say, an
 * {@link io.loyalty.earning.Effect} under a {@link io.loyalty.earning.Condition}, within {@link io.loyalty.earning.Cap}s. Rules go
 * into an {@link io.loyalty.earning.EarningPlan}, which is compiled once; {@code plan.award(activity, context)} answers with an
 * {@link io.loyalty.earning.Award}: how many points, under which rules and on which terms, and, as
 * {@link io.loyalty.earning.Explanation}, what every rule said.
 *
 * <pre>{@code
 * EarningPlan plan = EarningPlan.of(
 *         EarningRule.earn(1).perFull(Money.parse("JPY 100")).named("base"),
 *         EarningRule.multiply("double tuesday", Ratio.of(2)).on(DayOfWeek.TUESDAY),
 *         EarningRule.earn(100).onEveryVisit(10).named("stamp card"));
 * Award award = plan.award(visit, EarningContext.of(customer, businessDay).with(history));
 * EarningHistory next = history.after(award);
 * }</pre>
 *
 * <p>What the rules must know of the past is in the {@link io.loyalty.earning.EarningHistory}, a small value that each award moves
 * on. When something comes back, {@link io.loyalty.earning.Award#remainingAfter} says what the visit is still worth, and
 * {@link io.loyalty.earning.Award#clawback} what must be given back. Every fraction is exact until the one rounding of its rule.
 *
 * <p>Deliberately absent: the ledger that keeps the points (room {@code points}), what points buy, and any memory: the same
 * fact, context and plan give the same award, however often they are asked.
 *
 * @serial exclude
 */
package io.loyalty.earning;
