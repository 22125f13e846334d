package io.loyalty.tier;

import io.loyalty.calendar.DayTable;
import io.loyalty.persistent.Chain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fold from facts to the standing shown: the tier that the net facts earn, or the higher one that a return may not take yet.
 *
 * <p>Facts of one instant are taken together. A return changes what counted at an earlier instant, so the track is run again
 * from there. A fold that a {@link Course} holds is never changed again; to go on, it is copied, and copies share nearly everything.
 */
final class Fold {

    /** How many facts lie between two places to which a fold can go back. */
    private static final int STRIDE = 128;

    private final TierPlan plan;
    private final DayTable.Cursor clock;
    private final long joinedDay;

    private Chain<TierFact> events = Chain.empty();
    /** What counts: the events themselves, as long as there is no difference. */
    private Chain<TierFact> counting = Chain.empty();

    private final NetFacts net;

    private Track track;
    private Halt halts;
    private Mark marks;
    private Change shown;
    /** The tier that is held although what earned it came back; 0 if none is. */
    private int held;
    /** The first day on which it no longer is. */
    private long heldTo = RuleVersion.NEVER;

    Fold(TierPlan plan, Instant joinedAt) {
        this.plan = plan;
        clock = plan.days().new Cursor();
        joinedDay = clock.dayOf(joinedAt);
        net = new NetFacts(counting, clock);
        track = new Track(plan, joinedDay);
        shown = new Change(joinedAt, track.rules().tier(0), track.version(), TierReason.JOINED, null);
    }

    private Fold(Fold other) {
        plan = other.plan;
        clock = other.clock.copy();
        joinedDay = other.joinedDay;
        events = other.events;
        counting = other.counting;
        net = other.net.copy();
        track = other.track.copy();
        halts = other.halts;
        marks = other.marks;
        shown = other.shown;
        held = other.held;
        heldTo = other.heldTo;
    }

    /** A place in the net facts from which the track can be run again. */
    private record Halt(Track track, Halt before) {}

    /** A place in the events from which the fold can go on; jump leads far back, so that any is found in few steps. */
    private record Mark(Instant last, Fold fold, int depth, Mark before, Mark jump) {}

    Fold copy() {
        return new Fold(this);
    }

    /** A copy that has taken in more facts, which changed nothing but the sums. */
    Fold after(Chain<TierFact> moreEvents, Chain<TierFact> moreNet, TierMeasure counted) {
        Fold copy = copy();
        copy.events = moreEvents;
        copy.setCounting(moreNet);
        copy.track.countQuiet(moreNet.size(), counted);
        return copy;
    }

    Chain<TierFact> events() {
        return events;
    }

    Chain<TierFact> counting() {
        return counting;
    }

    private void setCounting(Chain<TierFact> facts) {
        counting = facts;
        net.read(facts);
    }

    /** The number of facts from which on there must be another place to go back to. */
    int markDue() {
        return (marks == null ? 0 : marks.fold.events.size()) + STRIDE;
    }

    /** A second before which no day begins on which something may change. */
    long quietBefore() {
        return clock.notBefore(Math.min(track.quietTo(), heldTo));
    }

    Track track() {
        return track;
    }

    NetFacts net() {
        return net;
    }

    Change shown() {
        return shown;
    }

    int level() {
        return Math.max(track.level(), held);
    }

    Tier tier() {
        return rules().tier(level());
    }

    RuleVersion rules() {
        return track.rules();
    }

    /** A copy as it was before an instant or earlier; null if it would be the very beginning. */
    Fold before(Instant instant) {
        Mark mark = marks;
        while (mark != null && !mark.last.isBefore(instant)) {
            mark = mark.jump != null && !mark.jump.last.isBefore(instant) ? mark.jump : mark.before;
        }
        if (mark == null) {
            return null;
        }
        Fold copy = mark.fold.copy();
        copy.marks = mark;
        return copy;
    }

    /** Takes in facts that are in order, of instants after all before. */
    void add(TierFact[] facts, int from, int to) {
        int next = from;
        while (next < to) {
            int alone = alone(facts, next, to);
            if (alone > next) {
                addAlone(facts, next, alone);
                next = alone;
            } else {
                Instant at = facts[next].at();
                int end = next + 1;
                while (end < to && facts[end].at().equals(at)) {
                    end++;
                }
                addTogether(Arrays.asList(facts).subList(next, end));
                next = end;
            }
        }
    }

    /** Takes in the first facts of those that are in order, each of an instant of its own and after all before, none of them a return. */
    void addAlone(TierFact[] facts, int size) {
        for (int from = 0; from < size; from += STRIDE) {
            addAlone(facts, from, Math.min(size, from + STRIDE));
        }
    }

    /** The end of a run of facts, each of an instant of its own, none of them a return. */
    private static int alone(TierFact[] facts, int from, int to) {
        int end = Math.min(to, from + STRIDE);
        int next = from;
        while (next < end
                && !facts[next].isReturn()
                && (next + 1 == to || !facts[next + 1].at().equals(facts[next].at()))) {
            next++;
        }
        return next;
    }

    private void addAlone(TierFact[] facts, int from, int to) {
        Chain<TierFact> longer = events.appendAll(facts, from, to);
        setCounting(counting == events ? longer : counting.appendAll(facts, from, to));
        events = longer;
        count(facts, from, to);
        mark(facts[to - 1].at());
    }

    /** Takes in facts of that kind without keeping them: nothing can be added afterwards. */
    void countAlone(TierFact[] facts, int size) {
        net.read(Arrays.asList(facts));
        count(facts, 0, size);
    }

    private void count(TierFact[] facts, int from, int to) {
        int next = from;
        while (next < to) {
            TierFact fact = facts[next++];
            long day = clock.dayOf(fact.at());
            turnTo(day);
            if (track.count(fact) && track.judge(day, net)) {
                letGo();
                show(fact.at(), TierReason.QUALIFIED);
            }
            next = track.countQuiet(facts, next, to, quietBefore());
        }
    }

    private void addTogether(List<TierFact> facts) {
        Instant at = facts.get(0).at();
        long day = clock.dayOf(at);
        turnTo(day);
        TierFact own = null;
        List<TierFact> returns = new ArrayList<>();
        for (TierFact fact : facts) {
            events = events.append(fact);
            if (fact.isReturn()) {
                returns.add(fact);
            } else {
                own = own == null ? fact : NetFacts.plus(own, fact);
            }
        }
        int before = level();
        Fold untouched = returns.isEmpty() ? this : copy();
        int changed = Integer.MAX_VALUE;
        for (TierFact back : returns) {
            if (back.countsAt().equals(at)) {
                own = own == null ? null : NetFacts.minus(own, back);
            } else {
                int index = net.indexAt(back.countsAt());
                if (index >= 0) {
                    setCounting(counting.with(index, NetFacts.minus(counting.get(index), back)));
                    changed = Math.min(changed, index);
                }
            }
        }
        if (changed < net.size()) {
            runAgain(changed, day);
        }
        if (own != null) {
            setCounting(counting.append(own));
            if (track.count(own)) {
                track.judge(day, net);
            }
        }
        letGo();
        if (track.level() < before && held == 0) {
            hold(before, day, untouched);
        }
        show(at, level() < before ? TierReason.RETURNED : TierReason.QUALIFIED);
        mark(at);
    }

    long dayOf(Instant instant) {
        return clock.dayOf(instant);
    }

    /** Begins all days up to that of an instant. */
    void runTo(Instant instant) {
        runTo(clock.dayOf(instant));
    }

    /** Begins all days up to one. */
    void runTo(long day) {
        while (next() <= day) {
            beginNext();
        }
    }

    private void turnTo(long day) {
        runTo(day);
        track.turnTo(day, net);
    }

    /** The next day on which something may change without facts. */
    long next() {
        return Math.min(track.due(), heldTo);
    }

    void beginNext() {
        long day = next();
        TierReason reason = TierReason.RETURNED;
        if (track.due() == day) {
            RuleVersion rules = track.rules();
            track.begin(day, net);
            reason = track.cause();
            if (held > 0 && track.rules() != rules) {
                String name = rules.tier(held).name();
                held = track.rules().mapped(held);
                reason = track.rules().tier(held).name().equals(name) ? reason : TierReason.RULES_CHANGED;
            }
            letGo();
        }
        if (heldTo <= day) {
            held = 0;
            heldTo = RuleVersion.NEVER;
            reason = TierReason.RETURNED;
        }
        if (track.rules().tier(level()) != shown.tier) {
            show(clock.startOf(day), reason);
        }
    }

    /** Forgets what is held if the facts earn as much. */
    private void letGo() {
        if (track.level() >= held) {
            held = 0;
            heldTo = RuleVersion.NEVER;
        }
    }

    private void show(Instant at, TierReason reason) {
        shown = shown.then(at, track.rules().tier(level()), track.version(), reason);
    }

    /** Keeps the tier that a return has taken, as long as the rules say and the tier would have lasted anyway. */
    private void hold(int before, long day, Fold untouched) {
        ReturnEffect effect = track.rules().rules.returnEffect();
        if (effect instanceof ReturnEffect.Immediate) {
            return;
        }
        long end = untouched.firstDayBelow(before);
        if (effect instanceof ReturnEffect.Grace grace) {
            end = Math.min(end, RuleVersion.plus(day, grace.period()) + 1);
        }
        held = before;
        heldTo = end;
    }

    private long firstDayBelow(int level) {
        int wanted = level;
        for (long day = track.due(); day != RuleVersion.NEVER; day = track.due()) {
            RuleVersion rules = track.rules();
            track.begin(day, net);
            if (track.rules() != rules) {
                wanted = track.rules().mapped(wanted);
            }
            if (track.level() < wanted) {
                return day;
            }
        }
        return RuleVersion.NEVER;
    }

    private void runAgain(int changed, long day) {
        while (halts != null && halts.track.size() > changed) {
            halts = halts.before;
        }
        track = halts == null ? new Track(plan, joinedDay) : halts.track.copy();
        for (int i = track.size(); i < net.size(); i++) {
            long factDay = net.dayOf(i);
            track.turnTo(factDay, net);
            if (track.count(net.get(i))) {
                track.judge(factDay, net);
            }
            halt();
        }
        track.turnTo(day, net);
    }

    private void halt() {
        if (track.size() - (halts == null ? 0 : halts.track.size()) >= STRIDE) {
            halts = new Halt(track.copy(), halts);
        }
    }

    private void mark(Instant at) {
        halt();
        if (events.size() >= markDue()) {
            Mark jump = marks;
            if (marks != null
                    && marks.jump != null
                    && marks.depth - marks.jump.depth == marks.jump.depth - depth(marks.jump.jump)) {
                jump = marks.jump.jump;
            }
            marks = new Mark(at, copy(), marks == null ? 1 : marks.depth + 1, marks, jump);
        }
    }

    private static int depth(Mark mark) {
        return mark == null ? 0 : mark.depth;
    }
}
