package io.loyalty.metrics.survey;

/** What becomes of an answer that is neither on the scale nor missing, such as 6.5 or 11 on a scale from 0 to 10. */
public enum InvalidAnswers {

    /** It is refused with an {@link IllegalArgumentException} that names its place. */
    STRICT,

    /** It is left out of the base and counted. */
    DROP
}
