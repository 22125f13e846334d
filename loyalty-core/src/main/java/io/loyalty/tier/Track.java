package io.loyalty.tier;

import java.time.LocalDate;
import java.time.Period;

/**
 * The tier that a member's net facts earn, carried along as facts come and days go by.
 *
 * <p>Days begin before their facts: on the first moment of a day rules change, periods end and tiers run out; then the facts of
 * the day are counted one by one. Returns are not known here: what they take back has never been counted, which is why a
 * return starts an earlier copy anew.
 */
final class Track {

    private final TierPlan plan;
    private final LocalDate joined;

    private int version;
    private RuleVersion rules;
    private CountingWindow window;
    private int level;

    /** The first day on which the tier has run out; never for the lowest tier and for those held while earned. */
    private long termEnd = RuleVersion.NEVER;

    private boolean whileEarned;
    /** The first day after the grace period, if one is running. */
    private long graceEnd = RuleVersion.NEVER;
    /** The next day on which something may change without facts. */
    private long due;
    /** Why the level changed last. */
    private TierReason cause = TierReason.JOINED;

    Track(TierPlan plan, long joinedDay) {
        this.plan = plan;
        joined = LocalDate.ofEpochDay(joinedDay);
        version = plan.versionOn(joinedDay);
        rules = plan.version(version);
        window = new CountingWindow(rules, joined, joinedDay, null, 0);
        due = rules.to;
    }

    private Track(Track other) {
        plan = other.plan;
        joined = other.joined;
        version = other.version;
        rules = other.rules;
        window = other.window.copy();
        level = other.level;
        termEnd = other.termEnd;
        whileEarned = other.whileEarned;
        graceEnd = other.graceEnd;
        due = other.due;
        cause = other.cause;
    }

    Track copy() {
        return new Track(this);
    }

    int level() {
        return level;
    }

    int version() {
        return version;
    }

    RuleVersion rules() {
        return rules;
    }

    LocalDate joined() {
        return joined;
    }

    TierReason cause() {
        return cause;
    }

    /** How many facts have been counted. */
    int size() {
        return window.end();
    }

    /** What is counted: no less than what lies in the window. */
    TierMeasure counted() {
        return window.measure();
    }

    long due() {
        return due;
    }

    /** The window, moved to a day up to which nothing is due. */
    CountingWindow windowOn(long day, NetFacts facts) {
        window.moveTo(Math.max(day, window.day()), facts);
        return window;
    }

    /** The day on which a tier held for a term is judged, or never. */
    long judgedOn() {
        return graceEnd == RuleVersion.NEVER && !whileEarned ? termEnd : RuleVersion.NEVER;
    }

    /** Begins all days up to one. */
    void runTo(long day, NetFacts facts) {
        while (due <= day) {
            begin(due, facts);
        }
    }

    /** The first day to which the track must be turned before facts are counted. */
    long quietTo() {
        return rules.recurring ? Math.min(due, window.to()) : due;
    }

    /**
     * What the sums must meet before a fact can change more than them.
     *
     * <p>A window that lags behind counts too much: only if that is enough need it be known how much there is.
     */
    Enough watched() {
        if (!rules.immediate) {
            // The first fact of a period makes its end a day on which something is due.
            return due > window.to()
                    ? Enough.ALWAYS
                    : graceEnd != RuleVersion.NEVER ? rules.enoughFor(level) : Enough.NEVER;
        }
        boolean again = graceEnd != RuleVersion.NEVER || rules.recurring && termEnd < requalifiedTo();
        return rules.enoughFor(again ? level : level + 1);
    }

    /** Begins all days up to one, on which facts are to be counted. */
    void turnTo(long day, NetFacts facts) {
        runTo(day, facts);
        if (rules.recurring) {
            window.moveTo(day, facts);
        }
    }

    /** Counts the next fact, to whose day the track has been turned. Tells whether it must be judged. */
    boolean count(TierFact fact) {
        window.add(fact);
        return window.meets(watched());
    }

    /** Counts facts that change nothing but the sums, before a second; gives the number of the first that is not one. */
    int countQuiet(TierFact[] facts, int from, int to, long second) {
        return window.addWhile(facts, from, to, second, watched());
    }

    /** Takes over the sums of facts that changed nothing else. */
    void countQuiet(int size, TierMeasure sums) {
        window.addUpTo(size, sums);
    }

    /** Judges the member after facts of a day have been counted. Tells whether the level changed. */
    boolean judge(long day, NetFacts facts) {
        int before = level;
        window.moveTo(day, facts);
        if (rules.immediate) {
            judge(TierReason.QUALIFIED, facts);
        } else {
            if (graceEnd != RuleVersion.NEVER && window.meets(level)) {
                reach(facts);
            }
            refresh(facts);
        }
        return level != before;
    }

    /** Does what is due on the first moment of a day. */
    void begin(long day, NetFacts facts) {
        if (day == rules.to) {
            changeRules(day, facts);
        }
        if (!rules.immediate) {
            turnPeriod(day, facts);
        }
        if (graceEnd != RuleVersion.NEVER) {
            if (graceEnd <= day) {
                settle(day, facts);
            }
        } else if (whileEarned) {
            long sure = window.sureUntil(day, rules.enoughFor(level), facts);
            if (sure > day) {
                // The commonest case by far: the tier stays, and nothing else can be due where periods roll.
                due = Math.min(rules.to, sure);
                return;
            }
            settle(day, facts);
        } else if (termEnd <= day && runsOut()) {
            settle(day, facts);
        }
        refresh(facts);
    }

    private void judge(TierReason reason, NetFacts facts) {
        if (level < rules.top && window.meets(level + 1)) {
            level = window.earned();
            cause = reason;
            reach(facts);
        } else if (graceEnd != RuleVersion.NEVER) {
            if (window.meets(level)) {
                reach(facts);
            }
        } else if (rules.recurring && termEnd < requalifiedTo() && window.meets(level)) {
            termEnd = requalifiedTo();
            refresh(facts);
        }
    }

    private long requalifiedTo() {
        return rules.endOfNextPeriod ? window.nextTo() : rules.endOfPeriod ? window.to() : Long.MIN_VALUE;
    }

    /** Starts the term of a tier that the facts of the window's day earn. */
    private void reach(NetFacts facts) {
        graceEnd = RuleVersion.NEVER;
        whileEarned = rules.heldWhileEarned();
        spare();
        if (whileEarned || rules.isForever()) {
            termEnd = RuleVersion.NEVER;
        } else if (rules.recurring && (rules.endOfNextPeriod || rules.endOfPeriod)) {
            termEnd = requalifiedTo();
        } else {
            termEnd = RuleVersion.plus(window.day(), rules.length) + 1;
        }
        refresh(facts);
    }

    private void changeRules(long day, NetFacts facts) {
        RuleVersion next = plan.version(++version);
        int mapped = next.mapped(level);
        boolean wasLowest = level == 0;
        if (!next.tier(mapped).name().equals(rules.tier(level).name())) {
            cause = TierReason.RULES_CHANGED;
        }
        level = mapped;
        rules = next;
        window = new CountingWindow(rules, joined, day, facts, size());
        if (level == 0) {
            standOnLowest();
        } else if (wasLowest || (whileEarned ? !rules.heldWhileEarned() : termEnd < day)) {
            // Held without a term so far: because everybody did, because earned day by day, or because there was no way
            // down.
            hold(day);
        }
        if (rules.immediate) {
            judge(TierReason.RULES_CHANGED, facts);
        }
    }

    /** Moves up at the beginning of a period, where upgrades wait for it. */
    private void turnPeriod(long day, NetFacts facts) {
        window.moveTo(day, facts);
        if (window.from() != day) {
            return;
        }
        int earned = window.earnedBefore();
        if (earned > level) {
            level = earned;
            cause = TierReason.QUALIFIED;
            reach(facts);
            if (rules.endOfNextPeriod) {
                termEnd = window.to();
            }
        }
    }

    /** Judges a tier that has run out: it is earned anew, or held for a while in grace, or lost. */
    private void settle(long day, NetFacts facts) {
        int earned = earnedOn(day, facts);
        boolean kept = earned >= level || !rules.canFall;
        if (!kept && graceEnd == RuleVersion.NEVER) {
            Period grace = rules.rules.downgrade().grace();
            if (!grace.isZero()) {
                graceEnd = RuleVersion.plus(day, grace);
                return;
            }
        }
        graceEnd = RuleVersion.NEVER;
        if (!kept) {
            boolean soft = rules.rules.downgrade().landing() == Downgrade.Landing.ONE_LEVEL;
            level = soft ? Math.max(earned, level - 1) : earned;
            cause = TierReason.RAN_OUT;
        }
        if (level == 0) {
            standOnLowest();
        } else {
            hold(day);
        }
    }

    /** The highest tier that is earned, seen from the first moment of a day. */
    private int earnedOn(long day, NetFacts facts) {
        if (rules.recurring) {
            window.moveTo(day, facts);
            if (rules.endOfNextPeriod) {
                return Math.max(window.earnedBefore(), rules.immediate ? window.earned() : 0);
            }
            return window.from() == day && !rules.endOfPeriod ? window.earnedBefore() : window.earned();
        }
        if (rules.endOfPeriod || rules.lifetime) {
            window.moveTo(day, facts);
            return window.earned();
        }
        if (window.day() >= day) {
            return new CountingWindow(rules, joined, day - 1, facts, size()).earned();
        }
        TierMeasure seen = window.measureSince(rules.span.firstSeenFrom(day - 1), facts);
        return rules.earned(seen.netMinor(), seen.grossMinor(), seen.points(), seen.visits());
    }

    /**
     * Starts the term of a tier that is kept, or on which the member has come down, on the first moment of a day, on which the
     * window stands where the term depends on it.
     */
    private void hold(long day) {
        whileEarned = false;
        if (rules.isForever()) {
            termEnd = RuleVersion.NEVER;
        } else if (rules.recurring && (rules.endOfNextPeriod || rules.endOfPeriod)) {
            boolean earnedNow = rules.endOfNextPeriod && rules.immediate && window.meets(level);
            termEnd = earnedNow ? window.nextTo() : window.to();
        } else {
            whileEarned = rules.heldWhileEarned() && window.meets(level);
            termEnd = whileEarned ? RuleVersion.NEVER : RuleVersion.plus(day, rules.length);
        }
        spare();
    }

    /** What counted so far is mostly not seen any more from the end of a term. */
    private void spare() {
        if (!whileEarned) {
            window.spareAll();
        }
    }

    private void standOnLowest() {
        termEnd = RuleVersion.NEVER;
        graceEnd = RuleVersion.NEVER;
        whileEarned = false;
    }

    /** Whether the end of the term can change anything: there is a way down, and not everything ever counted stays enough. */
    private boolean runsOut() {
        return rules.canFall && !(rules.lifetime && window.meets(level));
    }

    private void refresh(NetFacts facts) {
        due = rules.to;
        if (graceEnd != RuleVersion.NEVER) {
            due = Math.min(due, graceEnd);
        } else if (whileEarned) {
            due = Math.min(due, window.sureUntil(window.day(), rules.enoughFor(level), facts));
        } else if (termEnd < due && runsOut()) {
            due = termEnd;
        }
        if (!rules.immediate && !window.isEmpty()) {
            due = Math.min(due, window.to());
        }
    }
}
