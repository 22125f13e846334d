package io.loyalty.testing;

import io.loyalty.tier.Criterion;
import io.loyalty.tier.CrossingRate;
import io.loyalty.tier.Downgrade;
import io.loyalty.tier.ReturnEffect;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierGrant;
import io.loyalty.tier.TierMeasure;
import io.loyalty.tier.TierPlan;
import io.loyalty.tier.TierRules;
import io.loyalty.tier.Upgrade;
import io.loyalty.tier.Validity;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.LeapDay;
import io.loyalty.time.QualificationPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Valid ladders with every policy, plans of several versions, and facts that cross their thresholds: several at one instant, on
 * the first moment of a day, coming back in part or more than once, known late.
 */
public final class TierArbitraries {

    /** When all memberships of these arbitraries begin: a leap day, so that anniversaries are worth a test. */
    public static final Instant JOINED_AT = Instant.parse("2024-02-29T10:00:00Z");

    private static final int DAYS = 900;

    private TierArbitraries() {}

    /**
     * Ladders of two to four tiers, out of five names.
     *
     * @return rules with default policies and thresholds of up to a few hundred
     */
    public static Arbitrary<TierRules> ladders() {
        Arbitrary<List<String>> names = Arbitraries.of(
                List.of("Bronze", "Silver"),
                List.of("Bronze", "Silver", "Gold"),
                List.of("Silver", "Gold", "Platinum"),
                List.of("Bronze", "Gold", "Silver"),
                List.of("Bronze", "Silver", "Gold", "Platinum"),
                List.of("Member", "Silver", "Sapphire", "Gold"));
        return Combinators.combine(
                        names,
                        Arbitraries.integers().between(20, 120),
                        Arbitraries.integers().between(0, 5))
                .as((list, step, kind) -> {
                    TierRules rules = TierRules.ladder(list.get(0));
                    for (int i = 1; i < list.size(); i++) {
                        rules = rules.with(list.get(i), criterion(kind, (long) step * i, 2L * i));
                    }
                    return rules;
                });
    }

    private static Criterion criterion(int kind, long amount, long visits) {
        switch (kind) {
            case 0:
                return Criterion.spendNet(amount);
            case 1:
                return Criterion.spendGross(amount);
            case 2:
                return Criterion.pointsEarned(1 + amount / 10);
            case 3:
                return Criterion.visits(visits);
            case 4:
                return Criterion.anyOf(Criterion.spendNet(amount), Criterion.visits(2 * visits));
            default:
                return Criterion.allOf(
                        Criterion.visits(visits),
                        Criterion.anyOf(Criterion.spendGross(amount), Criterion.pointsEarned(1 + amount / 5)));
        }
    }

    /**
     * Qualification periods of every kind.
     *
     * @return periods between twenty days and for ever
     */
    public static Arbitrary<QualificationPeriod> periods() {
        return Arbitraries.of(
                QualificationPeriod.calendarYear(),
                QualificationPeriod.calendarYear(Month.APRIL),
                QualificationPeriod.anniversary(),
                QualificationPeriod.anniversary(LeapDay.MAR_1),
                QualificationPeriod.rolling(Period.ofDays(20)),
                QualificationPeriod.rolling(Period.ofMonths(1)),
                QualificationPeriod.rolling(Period.of(0, 2, 11)),
                QualificationPeriod.rolling(Period.ofMonths(12)),
                QualificationPeriod.lifetime());
    }

    /**
     * Rules with every combination of policies that is not a contradiction.
     *
     * @return valid rules
     */
    public static Arbitrary<TierRules> rules() {
        Arbitrary<Validity> validities = Arbitraries.of(
                Validity.endOfNextPeriod(),
                Validity.endOfPeriod(),
                Validity.endOfPeriod(),
                Validity.fixed(Period.ofDays(15)),
                Validity.fixed(Period.ofMonths(5)),
                Validity.forever());
        Arbitrary<Downgrade> downgrades = Combinators.combine(
                        Arbitraries.of(Downgrade.Landing.class),
                        Arbitraries.of(Period.ZERO, Period.ZERO, Period.ofDays(10), Period.ofMonths(2)))
                .as(Downgrade::new);
        Arbitrary<ReturnEffect> effects = Arbitraries.of(
                ReturnEffect.grace(Period.ofDays(30)),
                ReturnEffect.grace(Period.ofMonths(7)),
                ReturnEffect.immediate(),
                ReturnEffect.keepToPeriodEnd());
        return Combinators.combine(
                        ladders(),
                        periods(),
                        Arbitraries.of(Upgrade.class),
                        validities,
                        downgrades,
                        effects,
                        Arbitraries.of(CrossingRate.class))
                .as((ladder, period, upgrade, validity, downgrade, effect, crossing) -> {
                    TierRules rules = ladder.with(period)
                            .with(validity)
                            .with(downgrade)
                            .with(effect)
                            .with(crossing);
                    boolean canWait = period.recurs() && !(validity instanceof Validity.EndOfPeriod);
                    return canWait ? rules.with(upgrade) : rules;
                });
    }

    /**
     * Plans of one to three versions, in zones with and without changes of the clock.
     *
     * @return valid plans
     */
    public static Arbitrary<TierPlan> plans() {
        Arbitrary<BusinessDay> days = Arbitraries.of(
                BusinessDay.midnight(ZoneId.of("Asia/Tokyo")),
                BusinessDay.midnight(ZoneId.of("America/Sao_Paulo")),
                BusinessDay.of(ZoneId.of("Europe/Berlin"), LocalTime.of(2, 30)));
        return Combinators.combine(
                        days,
                        rules(),
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.just(List.<TierRules>of())),
                                Tuple.of(1, rules().list().ofMinSize(1).ofMaxSize(2))),
                        Arbitraries.integers().between(1, DAYS / 2))
                .as((day, first, later, gap) -> {
                    TierPlan plan = TierPlan.of(first, day);
                    LocalDate from = LocalDate.of(2024, 2, 29);
                    for (TierRules rules : later) {
                        // Whole months now and then, so that rules also change on the first day of a period.
                        from = gap % 3 == 0 ? from.plusMonths(1 + gap / 30).withDayOfMonth(1) : from.plusDays(gap);
                        plan = plan.withRules(from, rules);
                    }
                    return plan;
                });
    }

    /**
     * Facts of two years and a half, in no order.
     *
     * @return up to forty facts, returns among them
     */
    public static Arbitrary<List<TierFact>> facts() {
        return Combinators.combine(Arbitraries.integers().between(0, 40), Arbitraries.randomValue(Random::nextLong))
                .as((size, seed) -> facts(size, new Random(seed)));
    }

    private static List<TierFact> facts(int size, Random random) {
        List<TierFact> facts = new ArrayList<>();
        // Some members come every few days for a while, others a few times a year.
        int spread = random.nextBoolean() ? DAYS : 120;
        while (facts.size() < size) {
            int dice = random.nextInt(10);
            if (dice < 2 && !facts.isEmpty()) {
                TierFact some = facts.get(random.nextInt(facts.size()));
                if (!some.isReturn()) {
                    facts.add(back(some, random));
                }
            } else if (dice == 2 && !facts.isEmpty()) {
                facts.add(fact(facts.get(random.nextInt(facts.size())).at(), random));
            } else {
                facts.add(fact(instant(random.nextInt(spread), random), random));
            }
        }
        return facts;
    }

    private static TierFact back(TierFact fact, Random random) {
        Instant at = random.nextInt(8) == 0
                ? fact.at()
                : fact.at().plus(Duration.ofHours(random.nextInt(random.nextBoolean() ? 24 * 20 : 24 * 200)));
        TierMeasure all = fact.measure();
        TierMeasure part = random.nextBoolean()
                ? all
                : new TierMeasure(all.netMinor() / 2, all.grossMinor() / 2, all.points() / 2, random.nextInt(2));
        return recorded(fact.takenBack(at, part), random);
    }

    private static TierFact fact(Instant at, Random random) {
        int amount = random.nextInt(60);
        return recorded(
                new TierFact(at, at, at, amount, amount + amount / 10, amount / 10, random.nextInt(3) == 0 ? 2 : 1),
                random);
    }

    private static TierFact recorded(TierFact fact, Random random) {
        return random.nextInt(4) > 0 ? fact : fact.withRecordedAt(fact.at().plus(Duration.ofDays(random.nextInt(100))));
    }

    /** Instants at odd times, and on the first moment of a day in one of the zones or another. */
    private static Instant instant(int day, Random random) {
        LocalDate date = LocalDate.of(2024, 3, 1).plusDays(day);
        switch (random.nextInt(4)) {
            case 0:
                return date.atStartOfDay(ZoneId.of("Asia/Tokyo")).toInstant().plus(Duration.ofDays(1));
            case 1:
                return date.atTime(2, 30).atZone(ZoneId.of("Europe/Berlin")).toInstant();
            case 2:
                return date.withDayOfMonth(1)
                        .plusMonths(1)
                        .atStartOfDay(ZoneId.of("America/Sao_Paulo"))
                        .toInstant();
            default:
                return date.atTime(random.nextInt(24), 17).toInstant(java.time.ZoneOffset.UTC);
        }
    }

    /**
     * Instants of four years from the joining on, for questions.
     *
     * @return instants, many of them on the first moment of a day
     */
    public static Arbitrary<Instant> questions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4 * 365),
                        Arbitraries.of(0, 3, 15, 23, 24),
                        Arbitraries.of(0, 1))
                .as((days, hours, nanos) -> JOINED_AT
                        .plus(Duration.ofDays(days))
                        .plus(Duration.ofHours(hours))
                        .minusSeconds(36_000)
                        .plusNanos(nanos))
                .map(instant -> instant.isBefore(JOINED_AT) ? JOINED_AT : instant);
    }

    /**
     * Grants of a tier that the ladder has when the grant begins.
     *
     * @param plan the plan
     * @return up to three grants, which may overlap
     */
    public static Arbitrary<List<TierGrant>> grants(TierPlan plan) {
        Arbitrary<TierGrant> grant = Combinators.combine(
                        questions(), Arbitraries.integers().between(0, 3), Arbitraries.of(1, 20, 200, 0))
                .as((from, order, length) -> {
                    TierRules rules = plan.rulesOn(plan.day().dateOf(from));
                    String tier = rules.tiers()
                            .get(Math.min(order, rules.tiers().size() - 1))
                            .name();
                    Instant until = length == 0 ? Instant.MAX : from.plus(Duration.ofDays(length));
                    return TierGrant.of(tier, from, until, "goodwill", "desk");
                });
        return grant.list().ofMaxSize(3);
    }
}
