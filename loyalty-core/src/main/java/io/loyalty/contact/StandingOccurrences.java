package io.loyalty.contact;

import io.loyalty.money.Ratio;
import io.loyalty.tier.BenefitStanding;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.CriterionProgress;
import io.loyalty.tier.Progress;
import io.loyalty.tier.TierBasis;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierMeasure;
import io.loyalty.tier.TierRules;
import io.loyalty.tier.TierStatus;
import io.loyalty.tier.TierTarget;
import io.loyalty.visit.AttributeValue;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What points, tiers and benefits give occasion to say. */
final class StandingOccurrences {

    private final Known known;
    private final LocalDate from;
    private final LocalDate to;
    private final Occurrences into;

    StandingOccurrences(Known known, LocalDate from, LocalDate to, Occurrences into) {
        this.known = known;
        this.from = from;
        this.to = to;
        this.into = into;
    }

    void add(ContactRule rule) {
        Moment moment = rule.moment();
        if (moment instanceof Moment.BeforePointsExpire before) {
            addExpiries(rule, before);
        } else if (moment instanceof Moment.NearNextTier near) {
            addNearTiers(rule, near);
        } else if (moment instanceof Moment.BeforeTierEnds before) {
            addTierEnds(rule, before);
        } else if (moment instanceof Moment.BeforeBenefitLapses before) {
            addBenefits(rule, before);
        }
    }

    // ---- points -------------------------------------------------------------------------------------------------

    private void addExpiries(ContactRule rule, Moment.BeforePointsExpire before) {
        Map<LocalDate, NavigableMap<LocalDate, Long>> byDate = new HashMap<>();
        Set<LocalDate> lastDays = new TreeSet<>();
        for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
            lastDays.addAll(dying(byDate, before, date).keySet());
        }
        for (LocalDate lastDay : lastDays) {
            into.addBefore(rule, before.currency() + " " + lastDay, lastDay, before.days(), date -> {
                long points = dying(byDate, before, date).getOrDefault(lastDay, 0L);
                return points < before.atLeast()
                        ? Optional.empty()
                        : Optional.of(
                                Map.of("points", Occurrences.number(points), "lastDay", Occurrences.day(lastDay)));
            });
        }
    }

    /** The points that, seen from a date, die within the days of the rule, by last valid day. */
    private NavigableMap<LocalDate, Long> dying(
            Map<LocalDate, NavigableMap<LocalDate, Long>> byDate, Moment.BeforePointsExpire before, LocalDate date) {
        return byDate.computeIfAbsent(
                date,
                any -> known.facts
                        .points()
                        .asOf(known.lastOf(date), before.currency())
                        .expiringThrough(date.plusDays(before.days())));
    }

    // ---- tiers --------------------------------------------------------------------------------------------------

    /** A higher tier that is near, and since when that is one piece of news. */
    private record Near(String subject, TierTarget target) {}

    private void addNearTiers(ContactRule rule, Moment.NearNextTier near) {
        TreeMap<LocalDate, Instant> turns = new TreeMap<>();
        LocalDate first = from.minusDays(rule.manner().patienceDays());
        for (TierFact fact : known.facts.tiers().facts()) {
            LocalDate date = known.day.dateOf(fact.at());
            if (!fact.isReturn() && !date.isBefore(first) && date.isBefore(to)) {
                turns.put(date, fact.at());
            }
        }
        Map<LocalDate, Optional<Near>> byDate = new HashMap<>();
        turns.forEach((date, fact) -> {
            Optional<Near> now = nearOn(byDate, near.share(), date);
            LocalDate dayBefore = date.minusDays(1);
            boolean isNews = now.isPresent()
                    && (dayBefore.isBefore(known.joined)
                            || !nearOn(byDate, near.share(), dayBefore)
                                    .map(Near::subject)
                                    .equals(now.map(Near::subject)));
            if (isNews) {
                String subject = now.orElseThrow().subject();
                into.add(
                        rule,
                        subject,
                        date,
                        fact,
                        on -> nearOn(byDate, near.share(), on)
                                .filter(then -> then.subject().equals(subject))
                                .map(then -> parameters(then.target())));
            }
        });
    }

    private Optional<Near> nearOn(Map<LocalDate, Optional<Near>> byDate, Ratio share, LocalDate date) {
        return byDate.computeIfAbsent(date, any -> {
            Progress progress = known.facts.tiers().progressAt(known.lastOf(date));
            TierRules rules = known.facts
                    .tiers()
                    .plan()
                    .rulesOn(known.facts.tiers().plan().day().dateOf(known.lastOf(date)));
            return progress.next()
                    .filter(target -> !target.isMet() && isNear(target.tier().criterion(), reached(target), share))
                    .map(target -> new Near(
                            target.tier() + " "
                                    + (rules.period().recurs()
                                            ? target.window().from()
                                            : progress.status().since()),
                            target));
        });
    }

    private static TierMeasure reached(TierTarget target) {
        long[] reached = new long[TierBasis.values().length];
        for (CriterionProgress one : target.criteria()) {
            reached[one.basis().ordinal()] = one.reached();
        }
        return new TierMeasure(
                reached[TierBasis.SPEND_NET.ordinal()],
                reached[TierBasis.SPEND_GROSS.ordinal()],
                reached[TierBasis.POINTS_EARNED.ordinal()],
                reached[TierBasis.VISITS.ordinal()]);
    }

    /** Whether a share of each threshold would be enough. */
    private static boolean isNear(Criterion criterion, TierMeasure measure, Ratio share) {
        if (criterion instanceof Criterion.Threshold threshold) {
            return measure.of(threshold.basis()) >= share.times(threshold.minimum(), RoundingMode.CEILING);
        }
        if (criterion instanceof Criterion.AnyOf any) {
            return any.criteria().stream().anyMatch(one -> isNear(one, measure, share));
        }
        return ((Criterion.AllOf) criterion).criteria().stream().allMatch(one -> isNear(one, measure, share));
    }

    private static Map<String, AttributeValue> parameters(TierTarget target) {
        Map<String, AttributeValue> parameters = new TreeMap<>();
        parameters.put("tier", Occurrences.text(target.tier().name()));
        for (CriterionProgress one : target.criteria()) {
            if (one.remaining() > 0) {
                parameters.put("remaining." + one.basis(), Occurrences.number(one.remaining()));
            }
        }
        return parameters;
    }

    private void addTierEnds(ContactRule rule, Moment.BeforeTierEnds before) {
        Map<String, TierStatus> ending = new TreeMap<>();
        for (Instant turn : known.turns(from, to)) {
            TierStatus status = known.facts.tiers().statusAt(turn);
            if (!status.isOpenEnded()) {
                ending.put(status.tier() + " " + status.until(), status);
            }
        }
        ending.forEach((subject, end) -> {
            LocalDate lastDay = known.day.dateOf(end.until().minusNanos(1));
            into.addBefore(rule, subject, lastDay, before.days(), date -> {
                TierStatus status = known.standingOn(date);
                boolean stands = status.until().equals(end.until())
                        && status.tier().name().equals(end.tier().name());
                return stands ? loss(status, date, lastDay) : Optional.empty();
            });
        });
    }

    private Optional<Map<String, AttributeValue>> loss(TierStatus status, LocalDate date, LocalDate lastDay) {
        Instant now = known.lastOf(date);
        return known.facts
                .tiers()
                .nextStatusAt(now)
                .filter(next -> !next.tier().isAtLeast(status.tier()))
                .map(next -> {
                    Map<String, AttributeValue> parameters =
                            parameters(known.facts.tiers().progressAt(now).keep());
                    parameters.put("nextTier", Occurrences.text(next.tier().name()));
                    parameters.put("lastDay", Occurrences.day(lastDay));
                    return parameters;
                });
    }

    // ---- benefits -----------------------------------------------------------------------------------------------

    private void addBenefits(ContactRule rule, Moment.BeforeBenefitLapses before) {
        Map<String, BenefitStanding> lapsing = new TreeMap<>();
        Instant end = known.day.startOf(to);
        Instant at = from.isAfter(known.joined) ? known.day.startOf(from) : known.facts.joinedAt();
        while (at.isBefore(end)) {
            Instant next = known.facts.tiers().nextChangeAt(at).orElse(Instant.MAX);
            for (BenefitStanding standing : standings(at)) {
                if (isMeant(standing, before)) {
                    lapsing.put(subject(standing), standing);
                }
                next = standing.renewsAt().isBefore(next) ? standing.renewsAt() : next;
            }
            at = next;
        }
        lapsing.forEach((subject, lapse) -> {
            LocalDate lastDay = known.day.dateOf(lapsesAt(lapse).minusNanos(1));
            into.addBefore(
                    rule,
                    subject,
                    lastDay,
                    before.days(),
                    date -> standings(known.lastOf(date)).stream()
                            .filter(then ->
                                    isMeant(then, before) && subject(then).equals(subject) && then.remaining() > 0)
                            .findFirst()
                            .map(then -> Map.of(
                                    "benefit", Occurrences.text(then.benefit().id()),
                                    "remaining", Occurrences.number(then.remaining()),
                                    "lastDay", Occurrences.day(lastDay))));
        });
    }

    private List<BenefitStanding> standings(Instant at) {
        return known.facts.benefits().standingsAt(known.facts.tiers(), at);
    }

    private static boolean isMeant(BenefitStanding standing, Moment.BeforeBenefitLapses before) {
        return (before.benefits().isEmpty()
                        || before.benefits().contains(standing.benefit().id()))
                && !standing.benefit().allowance().isUnlimited()
                && lapsesAt(standing).isBefore(Instant.MAX);
    }

    private static String subject(BenefitStanding standing) {
        return standing.benefit().id() + " " + lapsesAt(standing);
    }

    private static Instant lapsesAt(BenefitStanding standing) {
        return standing.renewsAt().isBefore(standing.endsAt()) ? standing.renewsAt() : standing.endsAt();
    }
}
