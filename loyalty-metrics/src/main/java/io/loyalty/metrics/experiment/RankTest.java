package io.loyalty.metrics.experiment;

/** How the p-value of a rank test is computed. */
public enum RankTest {

    /**
     * From the exact distribution of the ranks, ties included, where the samples are small; by the normal approximation otherwise.
     */
    EXACT_IF_SMALL,

    /** By the normal approximation with corrections for ties and continuity, however small the samples. */
    NORMAL
}
