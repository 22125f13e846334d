package io.loyalty.metrics.experiment;

/** How an interval is read from the figures of the resamples. */
public enum BootstrapInterval {

    /** Their quantiles. Simple; too short for few values, and off to one side for skewed ones. */
    PERCENTILE("bootstrap percentile"),

    /** Their quantiles, corrected for bias and for a spread that changes with the figure; needs five values in each group. */
    BCA("bootstrap BCa");

    private final String text;

    BootstrapInterval(String text) {
        this.text = text;
    }

    /**
     * The name of the method.
     *
     * @return for example {@code bootstrap BCa}
     */
    @Override
    public String toString() {
        return text;
    }
}
