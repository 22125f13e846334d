package io.loyalty.contact;

import io.loyalty.visit.AttributeValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that a rule may say once, as the naive oracle sees it.
 *
 * @param rule the rule
 * @param subject what about
 * @param due from when on
 * @param last until when
 * @param fact not before this instant
 * @param content what to say on a date
 */
record NaiveSaying(
        ContactRule rule,
        String subject,
        LocalDate due,
        LocalDate last,
        Instant fact,
        Function<LocalDate, Optional<Map<String, AttributeValue>>> content) {

    int priority() {
        return rule.manner().priority();
    }

    int purpose() {
        return rule.purpose().ordinal();
    }

    Optional<Map<String, AttributeValue>> on(LocalDate date) {
        return content.apply(date);
    }
}
