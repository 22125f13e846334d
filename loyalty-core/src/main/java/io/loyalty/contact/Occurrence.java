package io.loyalty.contact;

import io.loyalty.visit.AttributeValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Something that a rule may say once, and the dates on which it may. */
final class Occurrence {

    /** By priority, then purpose. */
    static final Comparator<Occurrence> BY_RANK = Comparator.<Occurrence>comparingInt(
                    one -> one.rule.manner().priority())
            .thenComparing(one -> one.rule.purpose());

    /** By rank, then age; no two that say different things are equal. */
    static final Comparator<Occurrence> ORDER = BY_RANK.thenComparing((Occurrence one) -> one.due)
            .thenComparing(one -> one.rule.id())
            .thenComparing(one -> one.subject)
            .thenComparing(one -> one.last);

    final ContactRule rule;
    final String subject;
    /** The first and the last date on which it may be said. */
    final LocalDate due;

    final LocalDate last;
    /** The fact of which it speaks. */
    final Instant notBefore;

    private final Function<LocalDate, Optional<Map<String, AttributeValue>>> content;

    Occurrence(
            ContactRule rule,
            String subject,
            LocalDate due,
            LocalDate last,
            Instant notBefore,
            Function<LocalDate, Optional<Map<String, AttributeValue>>> content) {
        this.rule = rule;
        this.subject = subject;
        this.due = due;
        this.last = last;
        this.notBefore = notBefore;
        this.content = content;
    }

    boolean isOpenOn(LocalDate date) {
        return !date.isBefore(due) && !date.isAfter(last);
    }

    /** What is to be said on a date; nothing if there is no reason for it any more. */
    Optional<Map<String, AttributeValue>> on(LocalDate date) {
        return content.apply(date);
    }
}
