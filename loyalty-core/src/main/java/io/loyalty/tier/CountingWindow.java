package io.loyalty.tier;

import io.loyalty.time.DateWindow;
import io.loyalty.time.QualificationPeriod;
import java.time.LocalDate;
import java.time.Period;

/**
 * The sums of what counts on a day, carried along as days go by.
 *
 * <p>Where periods recur, the sums are those of the period around the day, and those of the period before it are kept; where
 * periods roll, facts leave on the day that no longer looks back as far as theirs. The window is only ever moved forward, so a
 * whole history costs a constant time for each fact. A window that is not moved along counts too much, never too little.
 */
final class CountingWindow {

    private final RuleVersion rules;
    private final LocalDate joined;

    /** The facts summed are those numbered from head, included, to end, excluded. */
    private int head;

    private int end;
    private long net;
    private long gross;
    private long points;
    private long visits;

    private long netBefore;
    private long grossBefore;
    private long pointsBefore;
    private long visitsBefore;

    /** The day to which the window was moved last. */
    private long day;
    /** The first day and the first day after the period, where periods recur. */
    private long from;

    private long to;
    private long nextTo;
    /** A day before which the head has not left, where periods roll. */
    private long stayTo = RuleVersion.NEVER;

    /** The window on a day over the facts there are already. */
    CountingWindow(RuleVersion rules, LocalDate joined, long day, NetFacts facts, int size) {
        this.rules = rules;
        this.joined = joined;
        this.day = day;
        this.end = size;
        if (rules.recurring) {
            setPeriod(day);
            int first = size == 0
                    ? 0
                    : facts.firstSince(rules.window(from - 1, joined).from().toEpochDay());
            head = size == 0 ? 0 : Math.min(size, facts.firstSince(from));
            for (int i = first; i < head; i++) {
                addFact(facts.get(i));
            }
            keepAsBefore();
        } else if (size > 0 && !rules.lifetime) {
            head = Math.min(
                    size, facts.firstSince(rules.window(day, joined).from().toEpochDay()));
            stayTo = head < size ? facts.dayOf(head) + rules.leastSpan : RuleVersion.NEVER;
        }
        for (int i = head; i < size; i++) {
            addFact(facts.get(i));
        }
    }

    private CountingWindow(CountingWindow other) {
        rules = other.rules;
        joined = other.joined;
        head = other.head;
        end = other.end;
        net = other.net;
        gross = other.gross;
        points = other.points;
        visits = other.visits;
        netBefore = other.netBefore;
        grossBefore = other.grossBefore;
        pointsBefore = other.pointsBefore;
        visitsBefore = other.visitsBefore;
        day = other.day;
        from = other.from;
        to = other.to;
        nextTo = other.nextTo;
        stayTo = other.stayTo;
    }

    CountingWindow copy() {
        return new CountingWindow(this);
    }

    void moveTo(long newDay, NetFacts facts) {
        if (rules.recurring) {
            if (newDay >= to) {
                turnTo(newDay);
            }
        } else if (newDay >= stayTo && !rules.lifetime) {
            long first = rules.window(newDay, joined).from().toEpochDay();
            long headDay = RuleVersion.NEVER;
            while (head < end && (headDay = facts.dayOf(head)) < first) {
                TierFact gone = facts.get(head++);
                net -= gone.netMinor();
                gross -= gone.grossMinor();
                points -= gone.points();
                visits -= gone.visits();
            }
            stayTo = head < end ? headDay + rules.leastSpan : RuleVersion.NEVER;
        }
        day = newDay;
    }

    /** Counts the next fact. */
    void add(TierFact fact) {
        if (head == end) {
            stayTo = Long.MIN_VALUE;
        }
        end++;
        addFact(fact);
    }

    long day() {
        return day;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    long nextTo() {
        return nextTo;
    }

    /** The first day on which a fact leaves, where periods roll. */
    long leaveAt(NetFacts facts) {
        return head == end ? RuleVersion.NEVER : leave(facts.dayOf(head));
    }

    boolean isEmpty() {
        return head == end;
    }

    boolean meets(int level) {
        return rules.isMet(level, net, gross, points, visits);
    }

    /** The highest tier that the sums earn. */
    int earned() {
        int level = 0;
        while (level < rules.top && meets(level + 1)) {
            level++;
        }
        return level;
    }

    /** The highest tier that the sums of the period before earn, where periods recur. */
    int earnedBefore() {
        int level = 0;
        while (level < rules.top && rules.isMet(level + 1, netBefore, grossBefore, pointsBefore, visitsBefore)) {
            level++;
        }
        return level;
    }

    TierMeasure measure() {
        return new TierMeasure(net, gross, points, visits);
    }

    private void addFact(TierFact fact) {
        net = Math.addExact(net, fact.netMinor());
        gross = Math.addExact(gross, fact.grossMinor());
        points = Math.addExact(points, fact.points());
        visits = Math.addExact(visits, fact.visits());
    }

    private void turnTo(long newDay) {
        boolean adjacent = newDay < nextTo;
        if (!adjacent) {
            head = end;
            clear();
        }
        keepAsBefore();
        head = end;
        setPeriod(newDay);
    }

    private void setPeriod(long around) {
        DateWindow period = rules.window(around, joined);
        from = period.from().toEpochDay();
        to = period.to().toEpochDay();
        nextTo = rules.window(to, joined).to().toEpochDay();
    }

    private void keepAsBefore() {
        netBefore = net;
        grossBefore = gross;
        pointsBefore = points;
        visitsBefore = visits;
        clear();
    }

    private void clear() {
        net = 0;
        gross = 0;
        points = 0;
        visits = 0;
    }

    /**
     * The first day whose look back no longer reaches a day: the first d with d - period at or after it.
     *
     * <p>Where d - period falls into a month without that day of the month, its last day stands in; so the day of the month is
     * reached where there is one, and otherwise only by the first of the following month.
     */
    private long leave(long factDay) {
        Period period = ((QualificationPeriod.Rolling) rules.rules.period()).period();
        long months = period.toTotalMonths();
        long shifted = factDay + period.getDays();
        if (months == 0) {
            return shifted;
        }
        LocalDate date = LocalDate.ofEpochDay(shifted);
        LocalDate later = date.plusMonths(months);
        return later.toEpochDay() + (later.getDayOfMonth() < date.getDayOfMonth() ? 1 : 0);
    }
}
