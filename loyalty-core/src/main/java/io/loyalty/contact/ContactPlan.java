package io.loyalty.contact;

import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.ContactPreferences;
import io.loyalty.time.DateWindow;
import io.loyalty.time.WeeklyHours;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * All contact rules of a program and the limits over them: whom to reach when, by what means, and why.
 *
 * <pre>{@code
 * ContactPlan plan = ContactPlan.in(ZoneId.of("Asia/Tokyo"))
 *         .with(ContactRule.send("thank-you").afterEvery(Purchases.every()).notAgainWithin(Period.ofMonths(1)))
 *         .with(ContactRule.send("birthday-card").beforeBirthday(7).withPriority(-1))
 *         .with(ContactRule.send("we-miss-you").whenOverdue(Ratio.parse("1.5")))
 *         .atMost(2, Period.ofMonths(1))
 *         .apart(Period.ofDays(5));
 * ContactSchedule nextWeek = plan.due(facts, DateWindow.ofDates(monday, sunday));
 * }</pre>
 *
 * <p>Each date is decided on its own, from what has happened by its end, the contacts before it, and what can be foreseen: contacts
 * that are due go by rank (priority, then purpose, then the date on which they were due, then the rule's id), and none takes the room
 * that one of higher rank will need within the periods of the limits. What cannot go out is tried again on the next date, until
 * the patience of its rule is at an end; then it is dropped, with the obstacle that it met last. So the order of rules never matters,
 * and a week planned day by day, each day knowing the contacts made before, gives the same contacts as the week planned at once.
 *
 * <p>Every date is one of the customer's calendar: that of {@link ContactPreferences#zone()}, or the plan's zone where the customer has
 * given neither quiet hours nor a zone other than that of {@link ContactPreferences#NONE}. Letters and words in person disturb nobody's
 * quiet hours; all other channels keep them. A plan is made once and shared by all. Immutable.
 *
 * @param zone the calendar of customers of whom no other is known
 * @param rules the rules, sorted by id
 * @param caps how many contacts there may be; all of the limits hold
 * @param gap how long after a contact the next one may follow, whatever it says; zero for the same date
 * @param hours the hours of the week in which a channel is used, by the customer's clock; all hours for a channel that is missing
 * @param closed dates on which nobody is reached
 */
public record ContactPlan(
        ZoneId zone,
        List<ContactRule> rules,
        List<ContactCap> caps,
        Period gap,
        Map<ContactChannel, WeeklyHours> hours,
        Set<LocalDate> closed)
        implements Serializable {

    private static final WeeklyHours WAKING = WeeklyHours.daily(LocalTime.of(9, 0), LocalTime.of(20, 0));

    /**
     * Copies and sorts the collections and refuses two rules with one id.
     *
     * @param zone the calendar of customers of whom no other is known
     * @param rules the rules, in any order
     * @param caps how many contacts there may be
     * @param gap how long after a contact the next one may follow, no part negative
     * @param hours the hours of the week in which a channel is used
     * @param closed dates on which nobody is reached
     * @throws IllegalArgumentException if two rules have the same id or a part of the gap is negative
     */
    public ContactPlan {
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(caps, "caps");
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(closed, "closed");
        Objects.requireNonNull(zone, "zone");
        List<ContactRule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparing(ContactRule::id));
        rules = List.copyOf(sorted);
        Set<String> ids = new HashSet<>();
        for (ContactRule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("rules must have ids of their own: '" + rule.id() + "'");
            }
        }
        caps = List.copyOf(caps);
        if (Objects.requireNonNull(gap, "gap").isNegative()) {
            throw new IllegalArgumentException("gap must not be negative in any part: " + gap);
        }
        Map<ContactChannel, WeeklyHours> byChannel = new EnumMap<>(ContactChannel.class);
        byChannel.putAll(hours);
        hours = Collections.unmodifiableMap(byChannel);
        closed = Collections.unmodifiableSet(new TreeSet<>(closed));
    }

    /**
     * A plan without rules and limits, which telephones and sends messages from 9 to 20 o'clock.
     *
     * @param zone the calendar of customers of whom no other is known
     * @return the plan
     */
    public static ContactPlan in(ZoneId zone) {
        return new ContactPlan(
                zone,
                List.of(),
                List.of(),
                Period.ZERO,
                Map.of(ContactChannel.TELEPHONE, WAKING, ContactChannel.MESSAGE, WAKING),
                Set.of());
    }

    /**
     * With more rules.
     *
     * @param more the rules, in any order
     * @return the changed copy
     * @throws IllegalArgumentException if two rules have the same id
     */
    public ContactPlan with(ContactRule... more) {
        return with(Arrays.asList(more));
    }

    /**
     * With more rules.
     *
     * @param more the rules, in any order
     * @return the changed copy
     * @throws IllegalArgumentException if two rules have the same id
     */
    public ContactPlan with(Collection<ContactRule> more) {
        List<ContactRule> all = new ArrayList<>(rules);
        all.addAll(more);
        return new ContactPlan(zone, all, caps, gap, hours, closed);
    }

    /**
     * With another limit, over all channels.
     *
     * @param most how many contacts, at least 0
     * @param within within any period of this length
     * @return the changed copy
     * @throws IllegalArgumentException if the number is below 0 or the period is not positive
     */
    public ContactPlan atMost(int most, Period within) {
        return with(ContactCap.of(most, within));
    }

    /**
     * With another limit.
     *
     * @param cap the limit, beside those there are
     * @return the changed copy
     */
    public ContactPlan with(ContactCap cap) {
        List<ContactCap> all = new ArrayList<>(caps);
        all.add(cap);
        return new ContactPlan(zone, rules, all, gap, hours, closed);
    }

    /**
     * With a distance between contacts.
     *
     * @param distance how long after a contact the next one may follow; a day for no two on one date
     * @return the changed copy
     * @throws IllegalArgumentException if a part of the period is negative
     */
    public ContactPlan apart(Period distance) {
        return new ContactPlan(zone, rules, caps, distance, hours, closed);
    }

    /**
     * With other hours of a channel.
     *
     * @param channel the channel
     * @param week when it is used, by the customer's clock
     * @return the changed copy
     */
    public ContactPlan during(ContactChannel channel, WeeklyHours week) {
        Map<ContactChannel, WeeklyHours> changed = new EnumMap<>(ContactChannel.class);
        changed.putAll(hours);
        changed.put(Objects.requireNonNull(channel, "channel"), Objects.requireNonNull(week, "week"));
        return new ContactPlan(zone, rules, caps, gap, changed, closed);
    }

    /**
     * With more dates on which nobody is reached.
     *
     * @param dates holidays, for example
     * @return the changed copy
     */
    public ContactPlan notOn(LocalDate... dates) {
        Set<LocalDate> all = new TreeSet<>(closed);
        all.addAll(Arrays.asList(dates));
        return new ContactPlan(zone, rules, caps, gap, hours, all);
    }

    /**
     * The contacts that are due on some dates.
     *
     * <p>Takes time in proportion to the number of facts and of rules, and to the dates with what is due on them.
     *
     * @param facts what is known of the customer, the contacts made so far among it
     * @param dates the dates, by the customer's calendar, within the years 1 to 9999
     * @return what goes out, what was dropped, and what waits
     * @throws IllegalArgumentException if the dates have an open end or lie outside those years
     */
    public ContactSchedule due(ContactFacts facts, DateWindow dates) {
        Objects.requireNonNull(facts, "facts");
        if (dates.from().getYear() < 1 || dates.to().getYear() > 9999) {
            throw new IllegalArgumentException("dates must lie within the years 1 to 9999: " + dates);
        }
        return new Planner(this, facts, dates).schedule();
    }

    /**
     * The calendar of a customer.
     *
     * @param preferences the customer's
     * @return the customer's zone, or the plan's if it is not known
     */
    public ZoneId zoneOf(ContactPreferences preferences) {
        boolean unknown = preferences.quiet().isEmpty() && preferences.zone().equals(ContactPreferences.NONE.zone());
        return unknown ? zone : preferences.zone();
    }

    /**
     * The ids of the rules.
     *
     * @return for example {@code ContactPlan[birthday-card, thank-you]}
     */
    @Override
    public String toString() {
        return "ContactPlan" + rules.stream().map(ContactRule::id).toList();
    }
}
