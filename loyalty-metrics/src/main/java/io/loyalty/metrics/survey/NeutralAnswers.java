package io.loyalty.metrics.survey;

/** Whether the middle level of a scale with an odd number of levels counts in the base of net agreement. */
public enum NeutralAnswers {

    /** Neutral answers are answers: they count in the base. */
    IN_BASE,

    /** Only those who agree or disagree count. */
    EXCLUDED
}
