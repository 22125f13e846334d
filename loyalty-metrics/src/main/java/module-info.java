/**
 * Loyalty, metrics: what it means, in numbers.
 *
 * <p>Calculators of customer loyalty. Each is stateless: numbers or facts in, a result record out. A result carries what a careful reader
 * asks next: the estimate, its interval, how many observations it rests on, the method. What cannot be computed is a
 * {@link io.loyalty.metrics.Measure} that says why, never 0 and never NaN. Nothing is rounded.
 *
 * <h2>A first sample</h2>
 *
 * <p>The Net Promoter Score of each store, with its interval; {@code parallelStream()} gives the same.
 *
 * <pre>{@code
 * record Answer(String store, int score) {}
 *
 * Map<String, NetPromoterScore> byStore = answers.stream()
 *         .collect(Collectors.groupingBy(Answer::store, NetPromoterScore.collector(Answer::score)));
 *
 * NetPromoterScore ginza = byStore.get("ginza");
 * ginza.score();                      // 60.0 [7.03941, 85.2683] (95 % adjusted Wald), n = 10
 * ginza.minus(byStore.get("kyoto"));  // the difference, its interval and its p-value
 * }</pre>
 *
 * <h2>Map</h2>
 *
 * <ul>
 *   <li>{@link io.loyalty.metrics.survey}: what customers say.
 *   <li>{@link io.loyalty.metrics.purchase}: what they buy; the entrance for facts and columns of transactions.
 *   <li>{@link io.loyalty.metrics.retention}: who stays, who leaves, and how well leaving can be foreseen.
 *   <li>{@link io.loyalty.metrics.value}: what they are worth.
 *   <li>{@link io.loyalty.metrics.program}: how a loyalty program does, and what it owes.
 *   <li>{@link io.loyalty.metrics.experiment}: what a treatment changed, and how certain that is.
 *   <li>{@link io.loyalty.metrics.monitor}: whether a number has moved, and what moved it.
 *   <li>{@link io.loyalty.metrics}: the words that all of them share.
 * </ul>
 *
 * <h2>From question to type</h2>
 *
 * <table class="striped">
 *   <caption>Where to start</caption>
 *   <thead><tr><th scope="col">question</th><th scope="col">start with</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">would they recommend us</th><td>{@link io.loyalty.metrics.survey.NetPromoterScore}</td></tr>
 *   <tr><th scope="row">are they satisfied, was it easy</th><td>{@link io.loyalty.metrics.survey.CustomerSatisfaction}, {@link io.loyalty.metrics.survey.CustomerEffort}</td></tr>
 *   <tr><th scope="row">who are our best customers</th><td>{@link io.loyalty.metrics.purchase.Rfm} with {@link io.loyalty.metrics.purchase.SegmentMap}</td></tr>
 *   <tr><th scope="row">how many come again, how often, for how much</th><td>{@link io.loyalty.metrics.purchase.RepeatRate}, {@link io.loyalty.metrics.purchase.OrderFigures}</td></tr>
 *   <tr><th scope="row">who should have come by now</th><td>{@link io.loyalty.metrics.purchase.VisitRhythm}, {@link io.loyalty.metrics.purchase.Overdue}</td></tr>
 *   <tr><th scope="row">who stays, who leaves</th><td>{@link io.loyalty.metrics.retention.PeriodRetention}, {@link io.loyalty.metrics.retention.Cohorts}</td></tr>
 *   <tr><th scope="row">for how long do they stay</th><td>{@link io.loyalty.metrics.retention.KaplanMeier}</td></tr>
 *   <tr><th scope="row">who is about to leave, and can we tell</th><td>{@link io.loyalty.metrics.retention.LogisticRegression}, {@link io.loyalty.metrics.retention.RocAuc}</td></tr>
 *   <tr><th scope="row">what is a customer worth</th><td>{@link io.loyalty.metrics.value.SimpleLifetimeValue}, {@link io.loyalty.metrics.value.RetentionValue}</td></tr>
 *   <tr><th scope="row">what will this customer still bring</th><td>{@link io.loyalty.metrics.value.MbgNbd}, {@link io.loyalty.metrics.value.PredictedLifetimeValue}</td></tr>
 *   <tr><th scope="row">what do points cost us, how many will be used</th><td>{@link io.loyalty.metrics.program.PointsAnalysis}, {@link io.loyalty.metrics.program.RedemptionForecast}</td></tr>
 *   <tr><th scope="row">what do we owe for points</th><td>{@link io.loyalty.metrics.program.PointsLiability}</td></tr>
 *   <tr><th scope="row">did the promotion work</th><td>{@link io.loyalty.metrics.program.PromotionLift}</td></tr>
 *   <tr><th scope="row">does the change work, and when may we look</th><td>{@link io.loyalty.metrics.experiment.Experiment}, {@link io.loyalty.metrics.experiment.SequentialTest}</td></tr>
 *   <tr><th scope="row">has the number moved, and what moved it</th><td>{@link io.loyalty.metrics.monitor.EwmaChart}, {@link io.loyalty.metrics.monitor.ChangeDecomposition}</td></tr>
 *   </tbody>
 * </table>
 *
 * <h2>How to read a calculator</h2>
 *
 * <p>The page of every calculator has the same sections: Definition, with the formula and its symbols; Interpretation; Edge cases;
 * Performance; References. A calculator without options is one static method, {@code NetPromoterScore.of(answers)}. One with options is its
 * own configuration: {@code KaplanMeier.withDefaults()}, changed by {@code with}, then the verb with the data.
 *
 * <p><b>Groups</b> are not a feature of any calculator: {@code groupingBy(segment, collector)} is. <b>Shards</b>: raw values and sufficient
 * counts give equal results, counts add up by {@code plus}, accumulators by {@code accept} and {@code combine}, in any order; all are
 * serializable, which is what parallel streams and engines such as Spark need. <b>Chance</b>: whatever draws takes a seed, and gives the
 * same on every machine and with any number of threads.
 */
module io.loyalty.metrics {
    requires transitive io.loyalty.core;

    exports io.loyalty.metrics.experiment;
    exports io.loyalty.metrics.monitor;
    exports io.loyalty.metrics.program;
    exports io.loyalty.metrics.purchase;
    exports io.loyalty.metrics.retention;
    exports io.loyalty.metrics.survey;
    exports io.loyalty.metrics.value;
    exports io.loyalty.metrics;
}
