package io.loyalty.spark;

import io.loyalty.metrics.survey.AnswerAccumulator;
import io.loyalty.metrics.survey.AnswerCounts;
import io.loyalty.metrics.survey.AnswerScale;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Aggregator;

/** Counts of answers as a typed aggregator of rows {@code (group, answer)}; a null is an answer not given. */
final class AnswerAggregator extends Aggregator<Row, AnswerAccumulator, AnswerCounts> {

    private static final long serialVersionUID = 1L;

    private final AnswerScale scale;

    AnswerAggregator(AnswerScale scale) {
        this.scale = scale;
    }

    @Override
    public AnswerAccumulator zero() {
        return scale.accumulator();
    }

    @Override
    public AnswerAccumulator reduce(AnswerAccumulator answers, Row row) {
        answers.accept(row.isNullAt(1) ? AnswerScale.MISSING : row.getInt(1));
        return answers;
    }

    @Override
    public AnswerAccumulator merge(AnswerAccumulator left, AnswerAccumulator right) {
        return left.combine(right);
    }

    @Override
    public AnswerCounts finish(AnswerAccumulator answers) {
        return answers.snapshot();
    }

    @Override
    public Encoder<AnswerAccumulator> bufferEncoder() {
        return Encoders.javaSerialization(AnswerAccumulator.class);
    }

    @Override
    public Encoder<AnswerCounts> outputEncoder() {
        return Encoders.javaSerialization(AnswerCounts.class);
    }
}
