/**
 * How fast: JMH benchmarks, one class per question, each beside the naive way of writing the same.
 *
 * <p>Start with {@link io.loyalty.benchmarks.ScoreVisitBenchmark}. To run one:
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -jar loyalty-benchmarks/target/benchmarks.jar ScoreVisit
 * }</pre>
 *
 * <p>All of them, on a machine that does nothing else, with what they allocate, and the table of the README from it; it takes some
 * hours. Each class sets its own heap, touches it first, and asks for large pages where the system has them: memory that is new to a
 * process is slow on many machines, and looking pages up is slow on virtual ones.
 *
 * <pre>{@code
 * java -jar loyalty-benchmarks/target/benchmarks.jar -prof gc -rf json -rff results.json
 * java -cp loyalty-benchmarks/target/benchmarks.jar io.loyalty.benchmarks.ResultTable results.json
 * java -Xms6g -Xmx6g -XX:+UseParallelGC -cp loyalty-benchmarks/target/benchmarks.jar io.loyalty.benchmarks.Scale
 * java -Xmx2g -cp loyalty-benchmarks/target/benchmarks.jar io.loyalty.benchmarks.LifetimeValueHeap
 * }</pre>
 *
 * <p>{@link io.loyalty.benchmarks.ResultTable} finds what to compare by name. Beside a method {@code rebuild} stand
 * {@code rebuildNaively} (or {@code naiveRebuild}), the way of in-house code, and {@code rebuildFloor} (or {@code floorRebuild}), the
 * same data merely read with one multiplication and addition an item; where one rival serves the whole class it is {@code naive} or
 * {@code floor}. A variant of a method has that method's name and more, like {@code rebuildInParallel}, and shares its rivals. Speed
 * drifts by a fifth from run to run, so only ratios within one run mean something.
 *
 * <p>Of the core: {@code ScoreVisitBenchmark} (one visit under twenty rules), {@code RecordVisitBenchmark} (all of recording, with
 * histories of different length), {@code LedgerBenchmark} (an account of 10 to 1,000,000 entries), {@code TierBenchmark} (judging all
 * members), {@code TierAppendBenchmark} (one visit more), {@code SimulationBenchmark} (a history under two programs). Of the metrics: {@code PurchaseBenchmark},
 * {@code RfmBenchmark}, {@code NetPromoterBenchmark}, {@code RetentionBenchmark}, {@code ProgramFiguresBenchmark},
 * {@code ExperimentBenchmark}, {@code NumericBenchmark}, {@code LifetimeValueBenchmark} (whole customer bases),
 * {@code FitBenchmark} (the customers of one shop). The classes named {@code Naive…} are what
 * they are compared with, {@code HandWrittenProgram} is what one plan may aim at, {@code TwentyRules} and {@code VisitData} what is scored. {@link io.loyalty.benchmarks.Scale} shows how cost
 * grows with size, {@link io.loyalty.benchmarks.LifetimeValueHeap} how much memory a fit takes.
 *
 * <p>Deliberately absent: any assertion of speed in the build. The tests run every benchmark for a moment, which shows that it
 * runs and that its contenders agree, not how fast it is.
 *
 * @serial exclude
 */
package io.loyalty.benchmarks;
