package io.loyalty.metrics.purchase;

/** The unit of a column of times. */
public enum TimeColumn {
    /** Seconds since 1970-01-01T00:00Z; the day follows from the zone. */
    EPOCH_SECONDS,
    /** Milliseconds since 1970-01-01T00:00Z; the day follows from the zone. */
    EPOCH_MILLIS,
    /** Days since 1970-01-01, already local, as {@link java.time.LocalDate#toEpochDay()} gives them; no zone is applied. */
    EPOCH_DAYS
}
