package io.loyalty.metrics.survey;

/** How the p-value of a difference of two shares is computed. */
public enum SharePValue {

    /** z with the pooled share; none if all answers of both groups fall on one side. Weights enter through the effective numbers. */
    POOLED_Z("pooled z"),

    /** Fisher's exact test, two-sided; none with weights. */
    FISHER("Fisher");

    private final String text;

    SharePValue(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
