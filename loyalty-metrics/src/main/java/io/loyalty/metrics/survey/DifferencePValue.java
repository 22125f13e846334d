package io.loyalty.metrics.survey;

/** How the p-value of a difference of two Net Promoter Scores is computed. */
public enum DifferencePValue {

    /** z of the difference after adding 3/4 detractors, 3/2 passives and 3/4 promoters to each group: the default. */
    ADJUSTED("adjusted z"),

    /** z of the observed difference; none where the answers of each group agree. */
    UNADJUSTED("z");

    private final String text;

    DifferencePValue(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
