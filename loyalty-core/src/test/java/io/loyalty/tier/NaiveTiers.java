package io.loyalty.tier;

import io.loyalty.time.BusinessDay;
import io.loyalty.time.DateWindow;
import io.loyalty.time.QualificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The definition of standing, day by day: every day begins, every sum is added up anew, and a return starts everything over.
 */
final class NaiveTiers {

    private static final int HORIZON_DAYS = 4 * 366;

    private final TierPlan plan;
    private final BusinessDay clock;
    private final Instant joinedAt;
    private final LocalDate joined;
    private final List<TierFact> facts = new ArrayList<>();

    private final Map<Instant, LocalDate> dates = new HashMap<>();
    private Map<Instant, TierMeasure> net = new TreeMap<>();
    private Standing standing;
    private int held;
    private LocalDate heldTo = LocalDate.MAX;
    private LocalDate today;

    private final List<Step> steps = new ArrayList<>();
    private Tier shownTier;
    private Instant since;
    private TierReason reason;

    private record Step(Tier tier, Instant since, TierReason reason) {}

    /** Facts known, effective up to the instant. */
    NaiveTiers(TierPlan plan, Instant joinedAt, List<TierFact> facts, Instant asOf) {
        this.plan = plan;
        this.clock = plan.day();
        this.joinedAt = joinedAt;
        this.joined = clock.dateOf(joinedAt);
        facts.stream()
                .filter(fact -> !fact.at().isAfter(asOf))
                .sorted(TierFact.ORDER)
                .forEach(this.facts::add);
        standing = new Standing();
        today = joined;
        shownTier = standing.rules().tiers().get(0);
        since = joinedAt;
        reason = TierReason.JOINED;
        runTo(asOf);
    }

    TierStatus status() {
        TierStatus now = new TierStatus(standing.rules().tiers().get(level()), since, Instant.MAX, reason);
        List<Step> before = List.copyOf(steps);
        for (int i = 0; i < HORIZON_DAYS && before.equals(steps); i++) {
            nextDay();
        }
        return before.equals(steps) ? now : new TierStatus(now.tier(), now.since(), since, now.reason());
    }

    TierMeasure measure(DateWindow window) {
        return sum(window, null);
    }

    int level() {
        return Math.max(standing.level, held);
    }

    private void runTo(Instant asOf) {
        LocalDate last = clock.dateOf(asOf);
        int next = 0;
        while (true) {
            while (next < facts.size() && clock.dateOf(facts.get(next).at()).equals(today)) {
                Instant at = facts.get(next).at();
                List<TierFact> together = new ArrayList<>();
                while (next < facts.size() && facts.get(next).at().equals(at)) {
                    together.add(facts.get(next++));
                }
                together(at, together);
            }
            if (!today.isBefore(last)) {
                return;
            }
            nextDay();
        }
    }

    private void nextDay() {
        today = today.plusDays(1);
        TierRules before = standing.rules();
        standing.begin(today);
        TierReason why = standing.cause;
        if (held > 0 && standing.rules() != before) {
            String name = before.tiers().get(held).name();
            held = mapped(before, standing.rules(), held);
            if (!standing.rules().tiers().get(held).name().equals(name)) {
                why = TierReason.RULES_CHANGED;
            }
        }
        if (standing.level >= held) {
            held = 0;
        } else if (!today.isBefore(heldTo)) {
            held = 0;
            why = TierReason.RETURNED;
        }
        show(clock.startOf(today), why);
    }

    private void together(Instant at, List<TierFact> facts) {
        int before = level();
        Standing untouched = standing.copy();
        Map<Instant, TierMeasure> netBefore = new TreeMap<>(net);
        boolean returned = false;
        for (TierFact fact : facts) {
            if (!fact.isReturn()) {
                net.merge(at, fact.measure(), TierMeasure::plus);
            }
        }
        for (TierFact fact : facts) {
            if (fact.isReturn() && net.containsKey(fact.countsAt())) {
                TierMeasure left = net.get(fact.countsAt()).plus(fact.measure());
                net.put(
                        fact.countsAt(),
                        new TierMeasure(
                                Math.max(0, left.netMinor()),
                                Math.max(0, left.grossMinor()),
                                Math.max(0, left.points()),
                                Math.max(0, left.visits())));
                returned |= fact.countsAt().isBefore(at);
            }
        }
        if (returned) {
            standing = new Standing();
            for (LocalDate day = joined; ; day = day.plusDays(1)) {
                if (day.isAfter(joined)) {
                    standing.begin(day);
                }
                for (Instant counted : net.keySet()) {
                    if (counted.isBefore(at) && dateOf(counted).equals(day)) {
                        standing.judge(day, counted);
                    }
                }
                if (day.equals(today)) {
                    break;
                }
            }
        }
        if (net.containsKey(at)) {
            standing.judge(today, at);
        }
        if (standing.level >= held) {
            held = 0;
        }
        if (standing.level < before && held == 0) {
            hold(before, untouched, netBefore);
        }
        show(at, level() < before ? TierReason.RETURNED : TierReason.QUALIFIED);
    }

    private void hold(int level, Standing untouched, Map<Instant, TierMeasure> netBefore) {
        ReturnEffect effect = standing.rules().returnEffect();
        if (effect instanceof ReturnEffect.Immediate) {
            return;
        }
        LocalDate end = LocalDate.MAX;
        Map<Instant, TierMeasure> netAfter = net;
        net = netBefore;
        int wanted = level;
        LocalDate day = today;
        for (int i = 0; i < HORIZON_DAYS && end.equals(LocalDate.MAX); i++) {
            TierRules rules = untouched.rules();
            day = day.plusDays(1);
            untouched.begin(day);
            wanted = mapped(rules, untouched.rules(), wanted);
            end = untouched.level < wanted ? day : end;
        }
        net = netAfter;
        if (effect instanceof ReturnEffect.Grace grace) {
            LocalDate over = today.plus(grace.period()).plusDays(1);
            end = over.isBefore(end) ? over : end;
        }
        held = level;
        heldTo = end;
    }

    private void show(Instant at, TierReason why) {
        Tier tier = standing.rules().tiers().get(level());
        if (tier.name().equals(shownTier.name())) {
            return;
        }
        if (!at.equals(since) || steps.isEmpty()) {
            steps.add(new Step(shownTier, since, reason));
            reason = why;
        } else {
            Step back = steps.get(steps.size() - 1);
            if (back.tier.name().equals(tier.name())) {
                steps.remove(steps.size() - 1);
                shownTier = back.tier;
                since = back.since;
                reason = back.reason;
                return;
            }
            boolean stillLower = tier.order() < back.tier.order() && tier.order() > shownTier.order();
            reason = stillLower ? reason : why;
        }
        shownTier = tier;
        since = at;
    }

    List<TierStatus> statuses() {
        List<TierStatus> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Instant until = i + 1 < steps.size() ? steps.get(i + 1).since : since;
            all.add(new TierStatus(steps.get(i).tier, steps.get(i).since, until, steps.get(i).reason));
        }
        all.add(status());
        return all;
    }

    private static int mapped(TierRules from, TierRules to, int level) {
        if (from == to) {
            return level;
        }
        for (int i = level; i >= 0; i--) {
            var found = to.tier(from.tiers().get(i).name());
            if (found.isPresent()) {
                return found.get().order();
            }
        }
        return 0;
    }

    private LocalDate dateOf(Instant instant) {
        return dates.computeIfAbsent(instant, clock::dateOf);
    }

    /** What counts on the dates of a window, up to an instant or, without one, at all. */
    private TierMeasure sum(DateWindow window, Instant upTo) {
        TierMeasure sum = TierMeasure.ZERO;
        for (Map.Entry<Instant, TierMeasure> one : net.entrySet()) {
            if ((upTo == null || !one.getKey().isAfter(upTo)) && window.contains(dateOf(one.getKey()))) {
                sum = sum.plus(one.getValue());
            }
        }
        return sum;
    }

    /** The tier that the net facts earn. */
    private final class Standing {

        private int level;
        private LocalDate termEnd = LocalDate.MAX;
        private boolean whileEarned;
        private LocalDate graceEnd = LocalDate.MAX;
        private TierReason cause = TierReason.JOINED;
        private LocalDate date = joined;

        private Standing copy() {
            Standing copy = new Standing();
            copy.level = level;
            copy.termEnd = termEnd;
            copy.whileEarned = whileEarned;
            copy.graceEnd = graceEnd;
            copy.cause = cause;
            copy.date = date;
            return copy;
        }

        TierRules rules() {
            return plan.rulesOn(date);
        }

        private QualificationPeriod period() {
            return rules().period();
        }

        private boolean recurs() {
            return period().recurs();
        }

        private boolean lifetime() {
            return period() instanceof QualificationPeriod.Lifetime;
        }

        private DateWindow window(LocalDate day) {
            return period().windowAt(day, joined);
        }

        private boolean nextPeriod() {
            return rules().validity() instanceof Validity.EndOfNextPeriod;
        }

        private boolean thisPeriod() {
            return rules().validity() instanceof Validity.EndOfPeriod;
        }

        private boolean rollsDaily() {
            return thisPeriod() && !recurs() && !lifetime();
        }

        private Period length() {
            return rules().validity() instanceof Validity.Fixed fixed
                    ? fixed.period()
                    : ((QualificationPeriod.Rolling) period()).period();
        }

        private boolean forever() {
            return rules().validity() instanceof Validity.Forever || lifetime() && (nextPeriod() || thisPeriod());
        }

        /** The tier earned by the window around a day, of what counts before the day begins. */
        private int earnedIn(LocalDate around, LocalDate before) {
            DateWindow window = window(around).intersection(DateWindow.of(LocalDate.MIN, before));
            return rules().qualifiedFor(sum(window, null)).order();
        }

        void begin(LocalDate day) {
            TierRules old = rules();
            date = day;
            if (rules() != old) {
                changeRules(old, day);
            }
            if (rules().upgrade() == Upgrade.NEXT_PERIOD && window(day).from().equals(day)) {
                int earned = earnedIn(day.minusDays(1), day);
                if (earned > level) {
                    cause = TierReason.QUALIFIED;
                    level = earned;
                    start(day);
                    termEnd = nextPeriod() ? window(day).to() : termEnd;
                }
            }
            if (graceEnd != LocalDate.MAX) {
                if (!graceEnd.isAfter(day)) {
                    settle(day);
                }
            } else if (level > 0 && whileEarned) {
                if (earnedIn(day, day) < level) {
                    settle(day);
                }
            } else if (level > 0
                    && !termEnd.isAfter(day)
                    && canFall()
                    && !(lifetime() && earnedIn(day, day) >= level)) {
                settle(day);
            }
        }

        void judge(LocalDate day, Instant at) {
            int earned = rules().qualifiedFor(sum(window(day), at)).order();
            if (rules().upgrade() == Upgrade.IMMEDIATE) {
                judged(day, earned, TierReason.QUALIFIED);
            } else if (graceEnd != LocalDate.MAX && earned >= level) {
                start(day);
            }
        }

        private void judged(LocalDate day, int earned, TierReason why) {
            if (earned > level) {
                level = earned;
                cause = why;
                start(day);
            } else if (earned == level && level > 0) {
                if (graceEnd != LocalDate.MAX) {
                    start(day);
                } else if (recurs() && (nextPeriod() || thisPeriod())) {
                    LocalDate end = reachedTo(day);
                    termEnd = termEnd.isBefore(end) ? end : termEnd;
                }
            }
        }

        private boolean canFall() {
            return rules().downgrade().landing() != Downgrade.Landing.NEVER;
        }

        private LocalDate reachedTo(LocalDate day) {
            DateWindow window = window(day);
            return nextPeriod() ? window(window.to()).to() : window.to();
        }

        private void start(LocalDate day) {
            graceEnd = LocalDate.MAX;
            whileEarned = rollsDaily();
            if (whileEarned || forever()) {
                termEnd = LocalDate.MAX;
            } else if (recurs() && (nextPeriod() || thisPeriod())) {
                termEnd = reachedTo(day);
            } else {
                termEnd = day.plus(length()).plusDays(1);
            }
        }

        private void changeRules(TierRules old, LocalDate day) {
            int before = level;
            level = mapped(old, rules(), before);
            if (!rules().tiers()
                    .get(level)
                    .name()
                    .equals(old.tiers().get(before).name())) {
                cause = TierReason.RULES_CHANGED;
            }
            if (level == 0) {
                lowest();
            } else if (before == 0 || (whileEarned ? !rollsDaily() : termEnd.isBefore(day))) {
                keep(day);
            }
            if (rules().upgrade() == Upgrade.IMMEDIATE) {
                judged(day, earnedIn(day, day), TierReason.RULES_CHANGED);
            }
        }

        private void settle(LocalDate day) {
            int earned = earnedOn(day);
            boolean kept = earned >= level || !canFall();
            Period grace = rules().downgrade().grace();
            if (!kept && graceEnd == LocalDate.MAX && !grace.isZero()) {
                graceEnd = day.plus(grace);
                return;
            }
            graceEnd = LocalDate.MAX;
            if (!kept) {
                level = rules().downgrade().landing() == Downgrade.Landing.FULL ? earned : Math.max(earned, level - 1);
                cause = TierReason.RAN_OUT;
            }
            if (level == 0) {
                lowest();
            } else {
                keep(day);
            }
        }

        private int earnedOn(LocalDate day) {
            if (recurs() && nextPeriod()) {
                int before = earnedIn(window(day).from().minusDays(1), day);
                return rules().upgrade() == Upgrade.IMMEDIATE ? Math.max(before, earnedIn(day, day)) : before;
            }
            return thisPeriod() ? earnedIn(day, day) : earnedIn(day.minusDays(1), day);
        }

        private void keep(LocalDate day) {
            whileEarned = rollsDaily() && earnedIn(day, day) >= level;
            if (forever() || whileEarned) {
                termEnd = LocalDate.MAX;
            } else if (recurs() && (nextPeriod() || thisPeriod())) {
                DateWindow window = window(day);
                boolean earned = nextPeriod() && rules().upgrade() == Upgrade.IMMEDIATE && earnedIn(day, day) >= level;
                termEnd = earned ? window(window.to()).to() : window.to();
            } else {
                termEnd = day.plus(length());
            }
        }

        private void lowest() {
            termEnd = LocalDate.MAX;
            graceEnd = LocalDate.MAX;
            whileEarned = false;
        }
    }
}
