package io.loyalty.metrics.survey;

/** How safe a customer is by the Secure Customer Index. */
public enum SecureClass {

    /** All three answers are in the top. */
    SECURE,

    /** All three answers are at least good, but not all in the top. */
    FAVORABLE,

    /** The lowest answer is in the middle. */
    VULNERABLE,

    /** An answer is bad. */
    AT_RISK,

    /** An answer is missing, and those given do not decide. */
    INCOMPLETE
}
