package io.loyalty.metrics.experiment;

/** What the signed-rank test does with pairs of equal values. */
public enum ZeroDifferences {

    /** They are left out before ranking (Wilcoxon). */
    DROP,

    /** They are ranked, and their ranks are left out (Pratt): better where many pairs are equal. */
    RANK
}
