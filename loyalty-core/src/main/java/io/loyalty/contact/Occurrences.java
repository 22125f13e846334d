package io.loyalty.contact;

import io.loyalty.customer.Occasion;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.visit.Activity;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.CustomActivity;
import io.loyalty.visit.ReferralMade;
import io.loyalty.visit.Review;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the rules may have to say on some dates: all that is open on one of them.
 *
 * <p>Which occurrences there are does not depend on the dates asked for, except that those are left out which are open on none of
 * them.
 */
final class Occurrences {

    private final Known known;
    private final LocalDate from;
    /** The date before, to see what is true no more. */
    private final LocalDate seenFrom;
    /** The first date after those asked for. */
    private final LocalDate to;

    private final List<Occurrence> found = new ArrayList<>();

    Occurrences(Known known, LocalDate from, LocalDate to) {
        this.known = known;
        this.from = from.isBefore(known.joined) ? known.joined : from;
        seenFrom = this.from.equals(known.joined) ? this.from : this.from.minusDays(1);
        this.to = to;
    }

    /** Of some rules, in the order of {@link Occurrence#ORDER}. */
    List<Occurrence> of(List<ContactRule> rules) {
        if (from.isBefore(to)) {
            rules.forEach(this::add);
        }
        found.sort(Occurrence.ORDER);
        return found;
    }

    private void add(ContactRule rule) {
        Moment moment = rule.moment();
        if (moment instanceof Moment.AfterPurchase after) {
            addPurchases(rule, after);
        } else if (moment instanceof Moment.AfterJoining after) {
            LocalDate due = known.joined.plus(after.later());
            add(rule, "joining", due, known.facts.joinedAt(), date -> Optional.of(Map.of("joined", day(known.joined))));
        } else if (moment instanceof Moment.BeforeOccasion before) {
            addOccasions(rule, before);
        } else if (moment instanceof Moment.WhenOverdue overdue) {
            addLapses(rule, overdue.factor());
        } else if (moment instanceof Moment.WhenAway away) {
            addLapses(rule, away.away());
        } else if (moment instanceof Moment.AfterFact
                || moment instanceof Moment.AfterLowAnswer
                || moment instanceof Moment.AfterLowRating) {
            known.facts.activities().forEach(activity -> addFact(rule, activity));
        } else {
            new StandingOccurrences(known, seenFrom, to, this).add(rule);
        }
    }

    private void addPurchases(ContactRule rule, Moment.AfterPurchase after) {
        for (Purchase purchase : known.purchases) {
            Visit visit = purchase.visit();
            LocalDate due = known.day.dateOf(visit.at()).plus(after.later());
            add(rule, visit.id().value(), due, visit.at(), date -> {
                Instant now = known.lastOf(date);
                boolean wanted = purchase.leftAt(now) > 0
                        && purchase.isAmong(after.which(), now)
                        && !isAnswered(rule.purpose(), visit, date);
                return wanted
                        ? Optional.of(Map.of(
                                "visit", text(visit.id().value()),
                                "purchase", number(purchase.number()),
                                "amount",
                                        new AttributeValue.Amount(
                                                Money.ofMinor(visit.currency(), purchase.leftAt(now)))))
                        : Optional.empty();
            });
        }
    }

    /** Whether the customer has done already what a contact would ask for. */
    private boolean isAnswered(ContactPurpose purpose, Visit visit, LocalDate date) {
        return purpose == ContactPurpose.REVIEW_REQUEST && known.hasSince(Review.class, visit.at(), date)
                || purpose == ContactPurpose.REFERRAL_INVITATION
                        && known.hasSince(ReferralMade.class, Instant.MIN, date);
    }

    private void addOccasions(ContactRule rule, Moment.BeforeOccasion before) {
        Optional<Occasion> told = known.facts.customer().occasion(before.kind());
        if (told.isEmpty() && before.kind().equals(Occasion.JOINING_DAY)) {
            told = Optional.of(Occasion.joiningDay(known.joined));
        }
        if (told.isEmpty()) {
            return;
        }
        Occasion occasion = told.get();
        for (int year = from.getYear(); year <= to.plusDays(before.days()).getYear(); year++) {
            int years = year - occasion.year();
            Optional<LocalDate> found = occasion.in(year, before.leapDay());
            if (found.isPresent() && years > 0) {
                LocalDate date = found.get();
                Map<String, AttributeValue> parameters = new TreeMap<>(Map.of("day", day(date)));
                if (occasion.hasYear()) {
                    parameters.put("years", number(years));
                }
                addBefore(rule, Integer.toString(year), date, before.days(), any -> Optional.of(parameters));
            }
        }
    }

    private void addLapses(ContactRule rule, Ratio factor) {
        for (LocalDate last : lastVisits()) {
            Optional<Ratio> gap = UsualGap.days(known, last);
            long days = gap.map(usual -> usual.times(factor).round(RoundingMode.CEILING))
                    .orElse(Long.MAX_VALUE);
            // Nobody is waited for longer than the calendar lasts.
            if (days <= 366L * 9999) {
                addLapse(
                        rule,
                        last,
                        last.plusDays(days),
                        Map.of("usualGapDays", new AttributeValue.Number(gap.orElseThrow())));
            }
        }
    }

    private void addLapses(ContactRule rule, Period away) {
        for (LocalDate last : lastVisits()) {
            addLapse(rule, last, last.plus(away), Map.of());
        }
    }

    /** The dates of visits that were the last so far on one of the dates asked for. */
    private List<LocalDate> lastVisits() {
        LocalDate first = known.visits.floorKey(seenFrom);
        return new ArrayList<>(
                known.visits.subMap(first == null ? seenFrom : first, to).keySet());
    }

    private void addLapse(ContactRule rule, LocalDate last, LocalDate due, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> parameters = new TreeMap<>(more);
        parameters.put("lastVisit", day(last));
        Visit visit = known.visits.get(last);
        add(
                rule,
                visit.id().value(),
                due,
                visit.at(),
                date -> last.equals(known.visits.floorKey(date)) ? Optional.of(parameters) : Optional.empty());
    }

    private void addFact(ContactRule rule, Activity activity) {
        Moment moment = rule.moment();
        Map<String, AttributeValue> parameters = new TreeMap<>();
        Period later = Period.ZERO;
        if (activity instanceof CustomActivity fact
                && moment instanceof Moment.AfterFact after
                && fact.type().equals(after.type())) {
            later = after.later();
            parameters.put("activity", text(fact.id().value()));
        } else if (activity instanceof CustomActivity fact
                && moment instanceof Moment.AfterLowAnswer after
                && fact.type().equals(after.type())) {
            Optional<Ratio> answer = fact.attribute(after.attribute(), AttributeValue.Number.class)
                    .map(AttributeValue.Number::value)
                    .filter(value -> value.compareTo(after.atMost()) <= 0);
            later = after.later();
            answer.ifPresent(value -> {
                parameters.put("activity", text(fact.id().value()));
                parameters.put("answer", new AttributeValue.Number(value));
            });
        } else if (activity instanceof Review review
                && moment instanceof Moment.AfterLowRating after
                && review.rating() <= after.atMost()) {
            later = after.later();
            parameters.put("activity", text(review.id().value()));
            parameters.put("product", text(review.product()));
            parameters.put("rating", number(review.rating()));
        }
        if (!parameters.isEmpty()) {
            LocalDate due = known.day.dateOf(activity.at()).plus(later);
            add(rule, activity.id().value(), due, activity.at(), date -> Optional.of(parameters));
        }
    }

    /** Adds what may be said until a date, at the earliest some days before it and after joining. */
    void addBefore(
            ContactRule rule,
            String subject,
            LocalDate end,
            int days,
            Function<LocalDate, Optional<Map<String, AttributeValue>>> content) {
        LocalDate wanted = end.minusDays(days);
        LocalDate due = wanted.isBefore(known.joined) ? known.joined : wanted;
        LocalDate patient = wanted.plusDays(rule.manner().patienceDays());
        add(rule, subject, due, patient.isBefore(end) ? patient : end, known.facts.joinedAt(), content);
    }

    /** Adds what may be said from a date on. */
    void add(
            ContactRule rule,
            String subject,
            LocalDate due,
            Instant fact,
            Function<LocalDate, Optional<Map<String, AttributeValue>>> content) {
        add(rule, subject, due, due.plusDays(rule.manner().patienceDays()), fact, content);
    }

    private void add(
            ContactRule rule,
            String subject,
            LocalDate due,
            LocalDate last,
            Instant fact,
            Function<LocalDate, Optional<Map<String, AttributeValue>>> content) {
        boolean isOpen = !due.isBefore(known.joined) && due.isBefore(to) && !last.isBefore(from) && !last.isBefore(due);
        if (isOpen) {
            found.add(new Occurrence(
                    rule,
                    subject,
                    due,
                    last,
                    fact,
                    date -> known.isIn(rule.audience(), date) ? content.apply(date) : Optional.empty()));
        }
    }

    static AttributeValue text(String value) {
        return new AttributeValue.Text(value);
    }

    static AttributeValue number(long value) {
        return new AttributeValue.Number(Ratio.of(value));
    }

    static AttributeValue day(LocalDate value) {
        return new AttributeValue.Day(value);
    }
}
