package io.loyalty.contact;

import io.loyalty.customer.Occasion;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Lot;
import io.loyalty.tier.BenefitStanding;
import io.loyalty.tier.CriterionProgress;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierGrant;
import io.loyalty.tier.TierHistory;
import io.loyalty.tier.TierStatus;
import io.loyalty.tier.TierTarget;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.LeapDay;
import io.loyalty.visit.Activity;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.CustomActivity;
import io.loyalty.visit.ReferralMade;
import io.loyalty.visit.Return;
import io.loyalty.visit.Review;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** All that rules may say within 400 days of joining, by looking at every date. */
final class NaiveSayings {

    private static final int LIFE = 400;

    private final ContactFacts facts;
    private final BusinessDay day;
    private final LocalDate joined;
    private final List<LocalDate> life = new ArrayList<>();

    NaiveSayings(ContactFacts facts, BusinessDay day) {
        this.facts = facts;
        this.day = day;
        this.joined = day.dateOf(facts.joinedAt());
        for (int i = 0; i < LIFE; i++) {
            life.add(joined.plusDays(i));
        }
    }

    List<NaiveSaying> of(ContactRule rule) {
        Moment moment = rule.moment();
        List<NaiveSaying> all = new ArrayList<>();
        if (moment instanceof Moment.AfterPurchase after) {
            purchases().forEach(visit -> all.add(purchase(rule, after, visit)));
        } else if (moment instanceof Moment.AfterJoining after) {
            all.add(after(rule, "joining", facts.joinedAt(), after.later(), date -> Map.of("joined", day(joined))));
        } else if (moment instanceof Moment.BeforeOccasion before) {
            life.forEach(date -> occasion(rule, before, date).ifPresent(all::add));
        } else if (moment instanceof Moment.BeforePointsExpire before) {
            life.forEach(date -> all.add(
                    before(rule, "points " + date, date, before.days(), on -> dying(on, date, before.atLeast()))));
        } else if (moment instanceof Moment.NearNextTier near) {
            life.forEach(date -> near(rule, near.share(), date).ifPresent(all::add));
        } else if (moment instanceof Moment.BeforeTierEnds before) {
            Map<String, NaiveSaying> ends = new TreeMap<>();
            life.forEach(date -> tierEnd(rule, before, date).ifPresent(one -> ends.put(one.subject(), one)));
            all.addAll(ends.values());
        } else if (moment instanceof Moment.BeforeBenefitLapses before) {
            Map<String, NaiveSaying> ends = new TreeMap<>();
            life.forEach(date -> benefits(rule, before, date).forEach(one -> ends.put(one.subject(), one)));
            all.addAll(ends.values());
        } else if (moment instanceof Moment.WhenOverdue || moment instanceof Moment.WhenAway) {
            lastVisits().forEach((date, visit) -> lapse(rule, date, visit).ifPresent(all::add));
        } else {
            facts.activities().forEach(activity -> answer(rule, activity).ifPresent(all::add));
        }
        all.removeIf(one -> one.due().isBefore(joined) || one.last().isBefore(one.due()));
        return all.stream()
                .map(one -> new NaiveSaying(
                        rule,
                        one.subject(),
                        one.due(),
                        one.last(),
                        one.fact(),
                        date -> isMeant(rule, date) ? one.content().apply(date) : Optional.empty()))
                .toList();
    }

    private boolean isMeant(ContactRule rule, LocalDate date) {
        return rule.audience().tiers().isEmpty()
                || rule.audience()
                        .tiers()
                        .contains(facts.tiers().statusAt(end(date)).tier().name());
    }

    private Instant end(LocalDate date) {
        return day.endOf(date).minusNanos(1);
    }

    private NaiveSaying after(
            ContactRule rule,
            String subject,
            Instant fact,
            Period later,
            Function<LocalDate, Map<String, AttributeValue>> content) {
        LocalDate due = day.dateOf(fact).plus(later);
        return new NaiveSaying(
                rule,
                subject,
                due,
                due.plusDays(rule.manner().patienceDays()),
                fact,
                date -> Optional.ofNullable(content.apply(date)));
    }

    private NaiveSaying before(
            ContactRule rule,
            String subject,
            LocalDate date,
            int days,
            Function<LocalDate, Map<String, AttributeValue>> content) {
        LocalDate wanted = date.minusDays(days);
        LocalDate last = wanted.plusDays(rule.manner().patienceDays());
        return new NaiveSaying(
                rule,
                subject,
                wanted.isBefore(joined) ? joined : wanted,
                last.isAfter(date) ? date : last,
                facts.joinedAt(),
                on -> Optional.ofNullable(content.apply(on)));
    }

    // ---- purchases ----------------------------------------------------------------------------------------------

    private List<Visit> purchases() {
        return facts.activities().stream()
                .filter(one -> one instanceof Visit visit && !visit.amount().isZero())
                .map(Visit.class::cast)
                .toList();
    }

    private Money left(Visit visit, Instant now) {
        boolean back = facts.activities().stream()
                .anyMatch(one -> one instanceof Return whole
                        && whole.visit().equals(visit.id())
                        && !whole.at().isAfter(now));
        return back ? Money.zero(visit.currency()) : visit.amount();
    }

    private int number(Visit visit) {
        int number = 1;
        for (Visit other : purchases()) {
            boolean earlier = other.at().isBefore(visit.at())
                    || other.at().equals(visit.at()) && other.id().compareTo(visit.id()) < 0;
            number += earlier && !left(other, visit.at()).isZero() ? 1 : 0;
        }
        return number;
    }

    private boolean isAmong(Visit visit, Purchases which, Instant now) {
        if (which instanceof Purchases.Numbered numbered) {
            return number(visit) >= numbered.first() && number(visit) <= numbered.last();
        } else if (which instanceof Purchases.OfAtLeast enough) {
            return left(visit, now).minorUnits() >= enough.amount().minorUnits();
        }
        return ((Purchases.All) which).of().stream().allMatch(one -> isAmong(visit, one, now));
    }

    private NaiveSaying purchase(ContactRule rule, Moment.AfterPurchase after, Visit visit) {
        return after(rule, visit.id().value(), visit.at(), after.later(), date -> {
            Instant now = end(date);
            boolean answered = facts.activities().stream()
                    .anyMatch(one -> !one.at().isAfter(now)
                            && (rule.purpose() == ContactPurpose.REVIEW_REQUEST
                                            && one instanceof Review
                                            && one.at().isAfter(visit.at())
                                    || rule.purpose() == ContactPurpose.REFERRAL_INVITATION
                                            && one instanceof ReferralMade));
            if (answered || left(visit, now).isZero() || !isAmong(visit, after.which(), now)) {
                return null;
            }
            return Map.of(
                    "visit", text(visit.id().value()),
                    "purchase", number((long) number(visit)),
                    "amount", new AttributeValue.Amount(left(visit, now)));
        });
    }

    // ---- dates --------------------------------------------------------------------------------------------------

    private Optional<NaiveSaying> occasion(ContactRule rule, Moment.BeforeOccasion before, LocalDate date) {
        Occasion occasion = facts.customer()
                .occasion(before.kind())
                .or(() -> before.kind().equals(Occasion.JOINING_DAY)
                        ? Optional.of(Occasion.joiningDay(joined))
                        : Optional.empty())
                .orElse(null);
        if (occasion == null || occasion.hasYear() && date.getYear() <= occasion.year()) {
            return Optional.empty();
        }
        boolean moved = occasion.day().equals(MonthDay.of(2, 29)) && !date.isLeapYear();
        MonthDay kept =
                !moved ? occasion.day() : before.leapDay() == LeapDay.FEB_28 ? MonthDay.of(2, 28) : MonthDay.of(3, 1);
        if (moved && before.leapDay() == LeapDay.LEAP_ONLY
                || !MonthDay.from(date).equals(kept)) {
            return Optional.empty();
        }
        Map<String, AttributeValue> content = new HashMap<>(Map.of("day", day(date)));
        if (occasion.hasYear()) {
            content.put("years", number(date.getYear() - (long) occasion.year()));
        }
        return Optional.of(before(rule, "" + date.getYear(), date, before.days(), on -> content));
    }

    private TreeMap<LocalDate, Visit> lastVisits() {
        TreeMap<LocalDate, Visit> last = new TreeMap<>();
        for (Activity activity : facts.activities()) {
            if (activity instanceof Visit visit) {
                last.put(day.dateOf(visit.at()), visit);
            }
        }
        return last;
    }

    private Optional<NaiveSaying> lapse(ContactRule rule, LocalDate date, Visit visit) {
        Map<String, AttributeValue> content = new HashMap<>(Map.of("lastVisit", day(date)));
        Period later = Period.ZERO;
        if (rule.moment() instanceof Moment.WhenAway away) {
            later = away.away();
        } else if (rule.moment() instanceof Moment.WhenOverdue overdue) {
            Ratio gap = Ratio.of(100, 24);
            if (facts.rhythm() instanceof Rhythm.Own own) {
                List<LocalDate> dates = new ArrayList<>(
                        new TreeSet<>(lastVisits().headMap(date, true).keySet()));
                List<Long> gaps = new ArrayList<>();
                for (int i = 1; i < dates.size(); i++) {
                    gaps.add(ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)));
                }
                if (gaps.size() < own.fewestGaps()) {
                    return Optional.empty();
                }
                gaps.sort(null);
                int half = gaps.size() / 2;
                gap = gaps.size() % 2 == 1
                        ? Ratio.of(gaps.get(half))
                        : Ratio.of(gaps.get(half - 1) + gaps.get(half), 2);
            }
            content.put("usualGapDays", new AttributeValue.Number(gap));
            later = Period.ofDays((int) gap.times(overdue.factor()).round(RoundingMode.CEILING));
        }
        LocalDate due = date.plus(later);
        return Optional.of(new NaiveSaying(
                rule,
                visit.id().value(),
                due,
                due.plusDays(rule.manner().patienceDays()),
                visit.at(),
                on -> lastVisits().headMap(on, true).lastKey().equals(date) ? Optional.of(content) : Optional.empty()));
    }

    private Optional<NaiveSaying> answer(ContactRule rule, Activity activity) {
        Map<String, AttributeValue> content =
                new HashMap<>(Map.of("activity", text(activity.id().value())));
        Period later;
        if (rule.moment() instanceof Moment.AfterFact after
                && activity instanceof CustomActivity fact
                && fact.type().equals(after.type())) {
            later = after.later();
        } else if (rule.moment() instanceof Moment.AfterLowAnswer low
                && activity instanceof CustomActivity fact
                && fact.type().equals(low.type())
                && fact.payload().get(low.attribute()) instanceof AttributeValue.Number answer
                && answer.value().compareTo(low.atMost()) <= 0) {
            later = low.later();
            content.put("answer", answer);
        } else if (rule.moment() instanceof Moment.AfterLowRating low
                && activity instanceof Review review
                && review.rating() <= low.atMost()) {
            later = low.later();
            content.put("product", text(review.product()));
            content.put("rating", number(review.rating()));
        } else {
            return Optional.empty();
        }
        return Optional.of(after(rule, activity.id().value(), activity.at(), later, date -> content));
    }

    // ---- standing -----------------------------------------------------------------------------------------------

    private Map<String, AttributeValue> dying(LocalDate date, LocalDate lastDay, long atLeast) {
        BusinessDay ledgerDay = BusinessDay.midnight(facts.points().policy().zone());
        long points = 0;
        for (Lot lot : facts.points().asOf(end(date)).lots()) {
            if (lot.isLive(end(date))
                    && ledgerDay.dateOf(lot.expiresAt().minusNanos(1)).equals(lastDay)) {
                points += lot.remaining();
            }
        }
        return points < atLeast ? null : Map.of("points", number(points), "lastDay", day(lastDay));
    }

    /** The target that is near on a date. */
    private TierTarget nearOn(Ratio share, LocalDate date) {
        if (date.isBefore(joined)) {
            return null;
        }
        TierTarget next = facts.tiers().progressAt(end(date)).next().orElse(null);
        boolean near = next != null
                && !next.isMet()
                && next.criteria().stream()
                        .anyMatch(one -> Ratio.of(one.reached(), one.required()).compareTo(share) >= 0);
        return near ? next : null;
    }

    private String nearSubject(Ratio share, LocalDate date) {
        TierTarget near = nearOn(share, date);
        boolean recurs = facts.tiers().plan().rulesOn(date).period().recurs();
        return near == null
                ? ""
                : near.tier() + " "
                        + (recurs
                                ? near.window().from()
                                : facts.tiers().statusAt(end(date)).since());
    }

    private Optional<NaiveSaying> near(ContactRule rule, Ratio share, LocalDate date) {
        String subject = nearSubject(share, date);
        Optional<Instant> last = facts.tiers().facts().stream()
                .map(TierFact::at)
                .filter(at -> day.dateOf(at).equals(date))
                .max(Instant::compareTo);
        if (subject.isEmpty() || subject.equals(nearSubject(share, date.minusDays(1))) || last.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(after(
                rule,
                subject,
                last.get(),
                Period.ZERO,
                on -> nearSubject(share, on).equals(subject) ? remaining(nearOn(share, on)) : null));
    }

    private static Map<String, AttributeValue> remaining(TierTarget target) {
        Map<String, AttributeValue> content =
                new HashMap<>(Map.of("tier", text(target.tier().name())));
        for (CriterionProgress one : target.criteria()) {
            if (one.remaining() > 0) {
                content.put("remaining." + one.basis(), number(one.remaining()));
            }
        }
        return content;
    }

    private Optional<NaiveSaying> tierEnd(ContactRule rule, Moment.BeforeTierEnds before, LocalDate date) {
        TierStatus end = facts.tiers().statusAt(end(date));
        if (end.isOpenEnded()) {
            return Optional.empty();
        }
        LocalDate lastDay = day.dateOf(end.until().minusNanos(1));
        return Optional.of(before(rule, end.tier() + " " + end.until(), lastDay, before.days(), on -> {
            TierHistory known = facts.tiers()
                    .plan()
                    .replay(
                            facts.joinedAt(),
                            facts.tiers().facts().stream()
                                    .filter(fact -> !fact.at().isAfter(end(on)))
                                    .toList());
            for (TierGrant grant : facts.tiers().grants()) {
                known = grant.from().isAfter(end(on)) ? known : known.plus(grant);
            }
            TierStatus now = known.statusAt(end(on));
            TierStatus next = known.statusAt(end.until());
            if (!now.until().equals(end.until())
                    || !now.tier().equals(end.tier())
                    || next.tier().order() >= now.tier().order()) {
                return null;
            }
            Map<String, AttributeValue> content =
                    remaining(known.progressAt(end(on)).keep());
            content.put("nextTier", text(next.tier().name()));
            content.put("lastDay", day(lastDay));
            return content;
        }));
    }

    private static Instant lapse(BenefitStanding standing) {
        return standing.renewsAt().isBefore(standing.endsAt()) ? standing.renewsAt() : standing.endsAt();
    }

    private List<NaiveSaying> benefits(ContactRule rule, Moment.BeforeBenefitLapses before, LocalDate date) {
        List<NaiveSaying> all = new ArrayList<>();
        for (BenefitStanding standing : facts.benefits().standingsAt(facts.tiers(), end(date))) {
            String id = standing.benefit().id();
            Instant lapse = lapse(standing);
            if (!lapse.equals(Instant.MAX)
                    && (before.benefits().isEmpty() || before.benefits().contains(id))) {
                LocalDate lastDay = day.dateOf(lapse.minusNanos(1));
                all.add(before(rule, id + " " + lapse, lastDay, before.days(), on -> {
                    for (BenefitStanding then : facts.benefits().standingsAt(facts.tiers(), end(on))) {
                        if (then.benefit().id().equals(id) && lapse(then).equals(lapse) && then.remaining() > 0) {
                            return Map.of(
                                    "benefit",
                                    text(id),
                                    "remaining",
                                    number(then.remaining()),
                                    "lastDay",
                                    day(lastDay));
                        }
                    }
                    return null;
                }));
            }
        }
        return all;
    }

    private static AttributeValue text(String value) {
        return new AttributeValue.Text(value);
    }

    private static AttributeValue number(long value) {
        return new AttributeValue.Number(Ratio.of(value));
    }

    private static AttributeValue day(LocalDate value) {
        return new AttributeValue.Day(value);
    }
}
