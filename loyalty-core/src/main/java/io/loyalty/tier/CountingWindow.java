package io.loyalty.tier;

import io.loyalty.time.DateWindow;
import java.time.Instant;
import java.time.LocalDate;

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

    /**
     * The facts from head to here, excluded, and their sums are spare where periods roll: not needed for a tier that is held while
     * earned, or not seen any more from the end of a term.
     */
    private int spareEnd;

    private long spareNet;
    private long spareGross;
    private long sparePoints;
    private long spareVisits;

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
            head = Math.min(size, facts.firstSince(rules.span.firstSeenFrom(day)));
            stayTo = head < size ? facts.dayOf(head) + rules.span.least : RuleVersion.NEVER;
        }
        for (int i = head; i < size; i++) {
            addFact(facts.get(i));
        }
        spareEnd = head;
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
        spareEnd = other.spareEnd;
        spareNet = other.spareNet;
        spareGross = other.spareGross;
        sparePoints = other.sparePoints;
        spareVisits = other.spareVisits;
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
            drop(facts.startOf(rules.span.firstSeenFrom(newDay)), facts);
            stayTo = head < end ? facts.dayOf(head) + rules.span.least : RuleVersion.NEVER;
        }
        day = newDay;
    }

    /** Counts the next fact. */
    void add(TierFact fact) {
        takeNotice();
        end++;
        addFact(fact);
    }

    /**
     * Counts facts as long as they are before a second and their sums do not meet a criterion; gives the number of the first
     * that is not counted.
     */
    int addWhile(TierFact[] facts, int from, int to, long second, Enough enough) {
        long sumNet = net;
        long sumGross = gross;
        long sumPoints = points;
        long sumVisits = visits;
        int next = from;
        while (next < to) {
            TierFact fact = facts[next];
            if (fact.at().getEpochSecond() >= second) {
                break;
            }
            long moreNet = sumNet + fact.netMinor();
            long moreGross = sumGross + fact.grossMinor();
            long morePoints = sumPoints + fact.points();
            long moreVisits = sumVisits + fact.visits();
            if ((moreNet | moreGross | morePoints | moreVisits) < 0
                    || Enough.isMet(enough, moreNet, moreGross, morePoints, moreVisits)) {
                break;
            }
            sumNet = moreNet;
            sumGross = moreGross;
            sumPoints = morePoints;
            sumVisits = moreVisits;
            next++;
        }
        if (next > from) {
            takeNotice();
            end += next - from;
            net = sumNet;
            gross = sumGross;
            points = sumPoints;
            visits = sumVisits;
        }
        return next;
    }

    /** Takes over the sums of facts that were counted elsewhere, up to a number. */
    void addUpTo(int newEnd, TierMeasure sums) {
        if (newEnd > end) {
            takeNotice();
            end = newEnd;
            net = sums.netMinor();
            gross = sums.grossMinor();
            points = sums.points();
            visits = sums.visits();
        }
    }

    /** Where nothing was seen so far, nothing is known of when the first fact leaves. */
    private void takeNotice() {
        if (head == end) {
            stayTo = Long.MIN_VALUE;
        }
    }

    int end() {
        return end;
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

    boolean isEmpty() {
        return head == end;
    }

    boolean meets(int level) {
        return Enough.isMet(rules.enoughFor(level), net, gross, points, visits);
    }

    boolean meets(Enough enough) {
        return Enough.isMet(enough, net, gross, points, visits);
    }

    /** The highest tier that the sums earn. */
    int earned() {
        return rules.earned(net, gross, points, visits);
    }

    /** The highest tier that the sums of the period before earn, where periods recur. */
    int earnedBefore() {
        return rules.earned(netBefore, grossBefore, pointsBefore, visitsBefore);
    }

    TierMeasure measure() {
        return new TierMeasure(net, gross, points, visits);
    }

    private void addFact(TierFact fact) {
        net += fact.netMinor();
        gross += fact.grossMinor();
        points += fact.points();
        visits += fact.visits();
        // Nothing added is below 0, so a sum that does not fit has become negative.
        if ((net | gross | points | visits) < 0) {
            throw new ArithmeticException("sums of what counts together must fit a long: netMinor " + net
                    + ", grossMinor " + gross + ", points " + points + ", visits " + visits);
        }
    }

    private void drop(Instant before, NetFacts facts) {
        int next = head;
        while (next < end) {
            TierFact fact = facts.get(next);
            if (!fact.at().isBefore(before)) {
                break;
            }
            net -= fact.netMinor();
            gross -= fact.grossMinor();
            points -= fact.points();
            visits -= fact.visits();
            if (next < spareEnd) {
                spare(fact, -1);
            }
            next++;
        }
        head = next;
        spareEnd = Math.max(spareEnd, head);
    }

    /** Takes all facts so far as spare. */
    void spareAll() {
        spareEnd = end;
        spareNet = net;
        spareGross = gross;
        sparePoints = points;
        spareVisits = visits;
    }

    /** What of the facts so far counts from a day on, where periods roll. */
    TierMeasure measureSince(long first, NetFacts facts) {
        while (spareEnd > head && facts.dayOf(spareEnd - 1) >= first) {
            spare(facts.get(--spareEnd), -1);
        }
        while (spareEnd < end && facts.dayOf(spareEnd) < first) {
            spare(facts.get(spareEnd++), 1);
        }
        return new TierMeasure(net - spareNet, gross - spareGross, points - sparePoints, visits - spareVisits);
    }

    /**
     * A day until which what has been counted is enough for a criterion, where periods roll; the given day if it is not enough
     * on that.
     *
     * <p>It is no longer enough on the day on which the newest fact leaves without which, and without those before it, there is
     * not enough. That day is told a little too early as long as it is later than the given day: for most, newer facts have come
     * until then, and months need not be counted.
     */
    long sureUntil(long today, Enough enough, NetFacts facts) {
        if (!Enough.isMet(enough, net, gross, points, visits)) {
            return today;
        }
        long leftNet = net - spareNet;
        long leftGross = gross - spareGross;
        long leftPoints = points - sparePoints;
        long leftVisits = visits - spareVisits;
        int needed = spareEnd;
        // What was spare for a lower tier may be needed for a higher one.
        while (!Enough.isMet(enough, leftNet, leftGross, leftPoints, leftVisits)) {
            TierFact fact = facts.get(--needed);
            leftNet += fact.netMinor();
            leftGross += fact.grossMinor();
            leftPoints += fact.points();
            leftVisits += fact.visits();
        }
        TierFact next = facts.get(needed);
        while (Enough.isMet(
                enough,
                leftNet - next.netMinor(),
                leftGross - next.grossMinor(),
                leftPoints - next.points(),
                leftVisits - next.visits())) {
            leftNet -= next.netMinor();
            leftGross -= next.grossMinor();
            leftPoints -= next.points();
            leftVisits -= next.visits();
            next = facts.get(++needed);
        }
        spareEnd = needed;
        spareNet = net - leftNet;
        spareGross = gross - leftGross;
        sparePoints = points - leftPoints;
        spareVisits = visits - leftVisits;
        long leaving = facts.dayOf(needed);
        long soonest = leaving + rules.span.least;
        return soonest > today ? soonest : rules.span.firstBlindTo(leaving);
    }

    private void spare(TierFact fact, int sign) {
        spareNet += sign * fact.netMinor();
        spareGross += sign * fact.grossMinor();
        sparePoints += sign * fact.points();
        spareVisits += sign * fact.visits();
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
}
