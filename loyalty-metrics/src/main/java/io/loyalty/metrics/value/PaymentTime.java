package io.loyalty.metrics.value;

/** When within its period a cash flow is paid, as far as the discount is concerned. */
public enum PaymentTime {

    /** At the start: the flow of the first period is not discounted. */
    PERIOD_START(0),

    /** Evenly, as if in the middle. */
    MID_PERIOD(0.5),

    /** At the end: the flow of the first period is discounted for one period. */
    PERIOD_END(1);

    private final double delay;

    PaymentTime(double delay) {
        this.delay = delay;
    }

    /** Periods from the start of its own period to the payment. */
    double delay() {
        return delay;
    }
}
