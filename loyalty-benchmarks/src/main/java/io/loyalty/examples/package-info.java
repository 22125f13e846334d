/**
 * Runnable examples.
 *
 * <p>Start with {@link io.loyalty.examples.Quickstart}: it plays a program over two made-up years of a café, or over a CSV of
 * the user's own, and prints what came of it. {@link io.loyalty.examples.ReadmeSample} is the sample of the README.
 *
 * <p>{@link io.loyalty.examples.StampCard}, {@link io.loyalty.examples.ConsumptionTaxShop} and {@link io.loyalty.examples.Hotel} are three
 * shops in short. {@link io.loyalty.examples.LifetimeValue} predicts what the customers of a CSV will still bring.
 *
 * <p>The Quickstart's rooms, in the order of the data: {@code Arguments} reads the command line; {@code MadeUpShop} or
 * {@code CsvShop} gives a {@code Shop}, the facts and a program; {@code Play} records them member by member; {@code Report},
 * {@code Statement}, {@code WeekAhead}, {@code WhatIf} and {@code Figures} print.
 *
 * <p>Deliberately absent: anything that a program in production would import. Examples show the library, they add nothing to
 * it.
 *
 * @serial exclude
 */
package io.loyalty.examples;
