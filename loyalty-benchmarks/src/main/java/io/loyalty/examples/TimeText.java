package io.loyalty.examples;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the times that stand in files: a date, a date and a time, a date and a time with an offset. */
final class TimeText {

    // A date misread or mistyped by centuries would stretch the whole observation; better a bad row.
    private static final int EARLIEST_YEAR = 1990;
    private static final int LATEST_YEAR = 2050;

    private static final int DATE_LENGTH = 10;

    private TimeText() {}

    /** The instant in a zone, of a date its first; empty if the text is of no known form or the year is out of range. */
    static Optional<Instant> read(String text, ZoneId zone) {
        String iso = text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                ? text.substring(0, DATE_LENGTH) + 'T' + text.substring(DATE_LENGTH + 1)
                : text;
        try {
            Instant at = parse(iso, zone);
            int year = at.atZone(zone).getYear();
            return year >= EARLIEST_YEAR && year <= LATEST_YEAR ? Optional.of(at) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant parse(String iso, ZoneId zone) {
        if (iso.length() == DATE_LENGTH) {
            return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
        }
        boolean hasOffset = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > DATE_LENGTH;
        return hasOffset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }
}
