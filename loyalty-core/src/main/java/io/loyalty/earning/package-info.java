/**
 * Which points a fact earns, and why.
 *
 * <p>Start with {@link io.loyalty.earning.EarningRule}: each rule reads as the sentence a shop owner would say. Rules go into
 * an {@link io.loyalty.earning.EarningPlan}, which is compiled once; {@code plan.award(activity, context)} answers with an
 * {@link io.loyalty.earning.Award}: how many points, under which rules, and, as {@link io.loyalty.earning.Explanation}, what
 * every rule said. What the rules must know of the past is in the {@link io.loyalty.earning.EarningHistory}, a small value
 * that each award moves on.
 *
 * <p>Deliberately absent: the ledger that keeps the points (room {@code points}), what points buy, and any memory: the same
 * fact, context and plan give the same award, however often they are asked.
 *
 * @serial exclude
 */
package io.loyalty.earning;
