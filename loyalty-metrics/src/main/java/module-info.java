/**
 * Loyalty, metrics: what it means, in numbers.
 *
 * <p>Every calculator is stateless: numbers or facts in, a result record out.
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
