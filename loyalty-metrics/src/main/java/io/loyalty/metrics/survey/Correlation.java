package io.loyalty.metrics.survey;

/** How the association of two questions is measured. */
public enum Correlation {

    /** Pearson's correlation of the ranks, ties sharing their mean rank: any rising relation counts. */
    SPEARMAN,

    /** Pearson's correlation of the answers themselves: a straight relation counts. */
    PEARSON
}
