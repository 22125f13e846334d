package io.loyalty.metrics.retention;

/** On which scale a survival probability plus and minus some standard errors gives its interval. */
public enum SurvivalInterval {
    /** On log(−log S): stays within 0 and 1 by itself, and holds its coverage best with few customers. */
    LOG_LOG("log-log"),
    /** On S itself, cut off at 0 and 1. */
    PLAIN("plain"),
    /** On log S, cut off at 1. */
    LOG("log");

    private final String label;

    SurvivalInterval(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
