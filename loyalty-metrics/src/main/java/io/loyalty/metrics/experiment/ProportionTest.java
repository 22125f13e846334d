package io.loyalty.metrics.experiment;

/** How the p-value of a difference of two shares is computed. */
public enum ProportionTest {

    /** z with the pooled share; undefined if nobody or everybody of both groups did it. */
    POOLED_Z("pooled z"),

    /**
     * Fisher's exact test; two-sided it sums the tables that are at most as probable as the observed one, up to a relative
     * tolerance of 1e-7.
     */
    FISHER("Fisher");

    private final String text;

    ProportionTest(String text) {
        this.text = text;
    }

    /**
     * The name of the test.
     *
     * @return for example {@code pooled z}
     */
    @Override
    public String toString() {
        return text;
    }
}
