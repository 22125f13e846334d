/**
 * How fast: JMH benchmarks, one class per question, each beside the naive way of writing the same.
 *
 * <p>Start with {@link io.loyalty.benchmarks.ScoreVisitBenchmark}. To run them:
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar ScoreVisit
 * }</pre>
 *
 * <p>Of the core: {@code ScoreVisitBenchmark} (one visit: rules alone, and all of recording), {@code LedgerBenchmark} (an account of 10
 * to 1,000,000 entries), {@code TierBenchmark} (judging all members), {@code SimulationBenchmark} (a history under two programs). Of
 * the metrics: {@code PurchaseBenchmark}, {@code RfmBenchmark}, {@code NetPromoterBenchmark}, {@code RetentionBenchmark},
 * {@code ProgramFiguresBenchmark}, {@code ExperimentBenchmark}, {@code NumericBenchmark}, {@code LifetimeValueBenchmark}. The classes
 * named {@code Naive…} are what they are compared with.
 *
 * <p>Deliberately absent: any assertion of speed in the build. The tests run every benchmark for a moment, which shows that it
 * runs and that its contenders agree, not how fast it is.
 *
 * @serial exclude
 */
package io.loyalty.benchmarks;
