package io.loyalty.tier;

import io.loyalty.calendar.DayTable;
import io.loyalty.time.BusinessDay;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Tier rules and the dates from which they are in force.
 *
 * <p>Opens histories, and folds a member's facts into one. Immutable.
 */
public final class TierPlan implements Serializable {

    private static final long serialVersionUID = 1L;

    private final BusinessDay day;
    private final List<LocalDate> starts;
    private final List<TierRules> versions;
    private final transient DayTable days;
    private final transient RuleVersion[] ready;

    private TierPlan(BusinessDay day, List<LocalDate> starts, List<TierRules> versions) {
        this.day = Objects.requireNonNull(day, "day");
        this.starts = List.copyOf(starts);
        this.versions = List.copyOf(versions);
        days = new DayTable(day);
        ready = new RuleVersion[versions.size()];
        for (int i = 0; i < ready.length; i++) {
            ready[i] = new RuleVersion(
                    versions.get(i),
                    versions.get(Math.max(0, i - 1)).tiers(),
                    starts.get(i).toEpochDay(),
                    i + 1 < ready.length ? starts.get(i + 1).toEpochDay() : RuleVersion.NEVER);
        }
    }

    /**
     * Rules that are always in force, with days that turn at midnight.
     *
     * @param rules the rules
     * @param zone the program's zone
     * @return the plan
     */
    public static TierPlan of(TierRules rules, ZoneId zone) {
        return of(rules, BusinessDay.midnight(zone));
    }

    /**
     * Rules that are always in force.
     *
     * @param rules the rules
     * @param day when days turn
     * @return the plan
     */
    public static TierPlan of(TierRules rules, BusinessDay day) {
        return new TierPlan(day, List.of(LocalDate.MIN), List.of(rules));
    }

    /**
     * The plan with other rules from a date on.
     *
     * <p>Members keep the tier of the same name, and how long they were to hold it. Members of a tier that the new ladder
     * lacks come to the next lower one that it has.
     *
     * @param from the first date on which they are in force, after that of all rules so far
     * @param rules the rules
     * @return the changed copy
     * @throws IllegalArgumentException if rules are in force from that date or a later one already
     */
    public TierPlan withRules(LocalDate from, TierRules rules) {
        LocalDate last = starts.get(starts.size() - 1);
        if (!from.isAfter(last)) {
            throw new IllegalArgumentException("from must be after " + last + ": " + from);
        }
        List<LocalDate> moreStarts = new ArrayList<>(starts);
        moreStarts.add(from);
        List<TierRules> moreVersions = new ArrayList<>(versions);
        moreVersions.add(Objects.requireNonNull(rules, "rules"));
        return new TierPlan(day, moreStarts, moreVersions);
    }

    /**
     * The rules in force on a date.
     *
     * @param date any date
     * @return the rules
     */
    public TierRules rulesOn(LocalDate date) {
        return version(versionOn(date.toEpochDay())).rules;
    }

    /**
     * The rules in force at an instant.
     *
     * @param instant any instant
     * @return the rules on its business day
     */
    public TierRules rulesAt(Instant instant) {
        return version(versions.size() == 1 ? 0 : versionOn(dayOf(instant))).rules;
    }

    /**
     * The plan with days that turn elsewhere or at another hour.
     *
     * @param other the business day
     * @return the changed copy
     */
    public TierPlan with(BusinessDay other) {
        return new TierPlan(other, starts, versions);
    }

    /**
     * The names of all tiers that there are at any time.
     *
     * @return the names, from the lowest, those of earlier rules first
     */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (TierRules rules : versions) {
            rules.tiers().forEach(tier -> names.add(tier.name()));
        }
        return Collections.unmodifiableSet(names);
    }

    /**
     * When days turn.
     *
     * @return the business day
     */
    public BusinessDay day() {
        return day;
    }

    /**
     * The history of a member about whom nothing is known yet.
     *
     * @param joinedAt when the membership began
     * @return a history in which the member holds the lowest tier
     */
    public TierHistory open(Instant joinedAt) {
        return TierHistory.of(this, joinedAt);
    }

    /**
     * The history of a member, from all that is known.
     *
     * @param joinedAt when the membership began
     * @param facts the facts, in any order, none before {@code joinedAt}
     * @return the history, equal to adding the facts one by one in any order
     * @throws IllegalArgumentException if a fact is before {@code joinedAt}
     */
    public TierHistory replay(Instant joinedAt, Collection<TierFact> facts) {
        return open(joinedAt).plusAll(facts);
    }

    /**
     * The standing of a member at an instant, without a history to go on from: the quickest way to judge many members for one
     * date.
     *
     * @param joinedAt when the membership began
     * @param facts the facts, in any order, none before {@code joinedAt}; those after {@code asOf} are left out
     * @param asOf the instant
     * @return the status, equal to that of {@link #replay}
     * @throws IllegalArgumentException if a fact or {@code asOf} is before {@code joinedAt}
     */
    public TierStatus statusAt(Instant joinedAt, Collection<TierFact> facts, Instant asOf) {
        return Verdict.of(this, joinedAt, facts, asOf);
    }

    DayTable days() {
        return days;
    }

    RuleVersion version(int index) {
        return ready[index];
    }

    int versionOn(long epochDay) {
        int index = ready.length - 1;
        while (ready[index].from > epochDay) {
            index--;
        }
        return index;
    }

    long dayOf(Instant instant) {
        return day.epochDayOf(instant);
    }

    /** The instants, after one, at which other rules come into force. */
    List<Instant> changesAfter(Instant instant) {
        return starts.stream()
                .skip(1)
                .map(day::startOf)
                .filter(instant::isBefore)
                .toList();
    }

    /** What has been made ready is not written, but made again. */
    private Object readResolve() {
        return new TierPlan(day, starts, versions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TierPlan plan
                && day.equals(plan.day)
                && starts.equals(plan.starts)
                && versions.equals(plan.versions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(day, starts, versions);
    }

    @Override
    public String toString() {
        return "TierPlan[" + day + ", " + starts.size() + " versions]";
    }
}
