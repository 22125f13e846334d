package io.loyalty.testing;

import io.loyalty.contact.ContactCap;
import io.loyalty.contact.ContactFacts;
import io.loyalty.contact.ContactPlan;
import io.loyalty.contact.ContactPurpose;
import io.loyalty.contact.ContactRule;
import io.loyalty.contact.MadeContact;
import io.loyalty.contact.Moment;
import io.loyalty.contact.Purchases;
import io.loyalty.contact.Rhythm;
import io.loyalty.customer.Consent;
import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.ContactPreferences;
import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Occasion;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Command;
import io.loyalty.points.Grant;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.PointType;
import io.loyalty.points.PointsLedger;
import io.loyalty.tier.Allowance;
import io.loyalty.tier.AllowancePeriod;
import io.loyalty.tier.Benefit;
import io.loyalty.tier.BenefitOutcome;
import io.loyalty.tier.BenefitUses;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierGrant;
import io.loyalty.tier.TierHistory;
import io.loyalty.tier.TierPlan;
import io.loyalty.tier.TierRules;
import io.loyalty.tier.Validity;
import io.loyalty.time.DateWindow;
import io.loyalty.time.LeapDay;
import io.loyalty.time.QualificationPeriod;
import io.loyalty.time.Term;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.CustomActivity;
import io.loyalty.visit.Place;
import io.loyalty.visit.ReferralMade;
import io.loyalty.visit.Return;
import io.loyalty.visit.Review;
import io.loyalty.visit.ReviewOrigin;
import io.loyalty.visit.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Valid contact plans with every moment and limit, and customers with a hundred days of facts around a leap day, a date without
 * midnight, a date that does not exist, or a change of the clock. All instants are whole minutes.
 */
public final class ContactArbitraries {

    private static final CustomerId ID = CustomerId.of("c-7");

    private static final int DAYS = 100;

    private static final TierRules LADDER = TierRules.ladder("Bronze")
            .with("Silver", Criterion.spendNet(2_000))
            .with("Gold", Criterion.anyOf(Criterion.spendNet(5_000), Criterion.visits(15)))
            .with("Silver", new Benefit.PriorityReservation("lounge", Allowance.of(1, AllowancePeriod.MONTH)))
            .with("Gold", new Benefit.PriorityReservation("lounge", Allowance.of(2, AllowancePeriod.MONTH)))
            .with("Gold", new Benefit.Gift("box", "box", Allowance.of(1, AllowancePeriod.STAY)));

    private static final List<TierRules> LADDERS = List.of(
            LADDER,
            LADDER.with(QualificationPeriod.anniversary()),
            LADDER.with(QualificationPeriod.rolling(Period.ofDays(40))).with(Validity.endOfPeriod()),
            LADDER.with(QualificationPeriod.rolling(Period.ofMonths(2))).with(Validity.fixed(Period.ofDays(35))));

    private ContactArbitraries() {}

    /**
     * Moments of every kind.
     *
     * @return moments with small numbers, so that many are due within weeks
     */
    public static Arbitrary<Moment> moments() {
        return Arbitraries.randomValue(ContactArbitraries::moment);
    }

    private static Moment moment(Random random) {
        Period later = any(random, Period.ZERO, Period.ofDays(1), Period.ofWeeks(2), Period.ofMonths(1));
        int days = any(random, 0, 1, 3, 7, 20);
        return switch (random.nextInt(12)) {
            case 0 -> new Moment.AfterPurchase(purchases(random), later);
            case 1 -> new Moment.AfterJoining(later);
            case 2 ->
                new Moment.BeforeOccasion(
                        any(random, Occasion.BIRTHDAY, Occasion.WEDDING_DAY, Occasion.JOINING_DAY),
                        days,
                        any(random, LeapDay.values()));
            case 3 -> new Moment.BeforePointsExpire(days, any(random, 1L, 50L), PointType.POINTS);
            case 4 -> new Moment.NearNextTier(Ratio.ofPercent(any(random, 40, 80)));
            case 5 -> new Moment.BeforeTierEnds(days);
            case 6 -> new Moment.BeforeBenefitLapses(days, random.nextBoolean() ? Set.of() : Set.of("lounge"));
            case 7 -> new Moment.WhenOverdue(any(random, Ratio.ONE, Ratio.parse("1.5"), Ratio.of(3)));
            case 8 -> new Moment.WhenAway(any(random, Period.ofDays(10), Period.ofMonths(1)));
            case 9 -> new Moment.AfterFact("COMPLAINT", later);
            case 10 -> new Moment.AfterLowAnswer("SURVEY", "score", Ratio.of(6), later);
            default -> new Moment.AfterLowRating(2, later);
        };
    }

    private static Purchases purchases(Random random) {
        return any(
                random,
                Purchases.every(),
                Purchases.first(),
                Purchases.later(),
                Purchases.number(3),
                Purchases.ofAtLeast(Money.parse("JPY 600")),
                Purchases.later().and(Purchases.ofAtLeast(Money.parse("JPY 300"))));
    }

    /**
     * Rules at every moment, for every purpose.
     *
     * @param id the name of the rules
     * @return rules with usual and unusual manners
     */
    public static Arbitrary<ContactRule> rules(String id) {
        return Arbitraries.randomValue(random -> rule(id, random));
    }

    private static ContactRule rule(String id, Random random) {
        List<ContactChannel> channels = new ArrayList<>(List.of(ContactChannel.values()));
        Collections.shuffle(channels, random);
        ContactRule rule = ContactRule.send(id)
                .at(moment(random), any(random, ContactPurpose.values()))
                .by(channels.subList(0, 1 + random.nextInt(4)).toArray(new ContactChannel[0]))
                .withPriority(any(random, -1, 0, 0, 1))
                .notAgainWithin(any(random, Period.ZERO, Period.ZERO, Period.ofDays(9), Period.ofMonths(1)));
        int patience = any(random, -1, -1, 0, 2, 10);
        rule = patience < 0 ? rule : rule.noLaterThan(patience);
        return random.nextInt(4) > 0 ? rule : rule.toTier(any(random, "Silver", "Gold"));
    }

    /**
     * Plans with and without limits.
     *
     * @return plans of up to six rules
     */
    public static Arbitrary<ContactPlan> plans() {
        return Combinators.combine(TimeArbitraries.zones(), Arbitraries.randomValue(Random::nextLong))
                .as((zone, seed) -> plan(zone, new Random(seed)));
    }

    private static ContactPlan plan(ZoneId zone, Random random) {
        String hours = any(random, "MON-SUN 00:00-24:00", "MON-FRI 09:00-12:00", "MON-SAT 22:30-01:15");
        ContactPlan plan = ContactPlan.in(zone)
                .apart(any(random, Period.ZERO, Period.ZERO, Period.ofDays(1), Period.ofDays(4)))
                .during(ContactChannel.TELEPHONE, WeeklyHours.parse(hours))
                .notOn(LocalDate.of(2024, 3, 1), LocalDate.of(2018, 11, 5));
        int rules = 1 + random.nextInt(6);
        for (int i = 1; i <= rules; i++) {
            plan = plan.with(rule("r-" + i, random));
        }
        int caps = Math.max(0, random.nextInt(4) - 1);
        for (int i = 0; i < caps; i++) {
            plan = plan.with(new ContactCap(
                    any(random, 0, 1, 1, 2, 2, 3, 4),
                    any(random, Period.ofDays(1), Period.ofDays(10), Period.ofMonths(1)),
                    random.nextBoolean()
                            ? EnumSet.allOf(ContactChannel.class)
                            : EnumSet.of(ContactChannel.TELEPHONE, ContactChannel.MESSAGE)));
        }
        return plan;
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    /**
     * Customers with a hundred days of facts.
     *
     * @return facts of members who come often or rarely, with points, a standing, and contacts made
     */
    public static Arbitrary<ContactFacts> facts() {
        return Combinators.combine(
                        Arbitraries.of(
                                LocalDate.of(2024, 2, 10),
                                LocalDate.of(2018, 10, 15),
                                LocalDate.of(2011, 12, 20),
                                LocalDate.of(2026, 3, 1)),
                        TimeArbitraries.zones(),
                        Arbitraries.oneOf(
                                Arbitraries.just(WeeklyHours.none()),
                                Arbitraries.just(WeeklyHours.parse("MON-SUN 21:00-08:30")),
                                TimeArbitraries.weeklyHours()),
                        Arbitraries.randomValue(Random::nextLong))
                .as((start, zone, quiet, seed) -> facts(start, zone, quiet, new Random(seed)));
    }

    /**
     * Dates on which much is going on.
     *
     * @param facts of whom
     * @return up to forty days within the facts and a little after
     */
    public static Arbitrary<DateWindow> dates(ContactFacts facts) {
        LocalDate start = LocalDate.ofInstant(facts.joinedAt(), ZoneId.of("Z"));
        return Arbitraries.randomValue(random -> {
            LocalDate first = start.plusDays(random.nextInt(DAYS + 10) - 3L);
            return DateWindow.of(first, first.plusDays(1 + random.nextInt(40)));
        });
    }

    private static ContactFacts facts(LocalDate start, ZoneId zone, WeeklyHours quiet, Random random) {
        Instant joined = start.atTime(10, 0).atZone(zone).toInstant();
        List<Activity> activities = activities(joined, random);
        TierHistory tiers =
                TierPlan.of(LADDERS.get(random.nextInt(LADDERS.size())), zone).open(joined);
        PointsLedger points = PointsLedger.open(LedgerPolicy.in(zone));
        for (Activity activity : activities) {
            if (activity instanceof Visit visit) {
                long amount = visit.amountMinor();
                tiers = tiers.plus(TierFact.visit(visit.at(), amount, amount, amount / 10));
            }
        }
        if (random.nextInt(4) == 0) {
            Instant from = joined.plus(Duration.ofDays(random.nextInt(DAYS)));
            tiers = tiers.plus(TierGrant.of("Gold", from, from.plus(Duration.ofDays(20)), "goodwill", "desk"));
        }
        List<Visit> inOrder = activities.stream()
                .filter(Visit.class::isInstance)
                .map(Visit.class::cast)
                .sorted(Comparator.comparing(Visit::at))
                .toList();
        for (Visit visit : inOrder) {
            Command command = Command.of(visit.id().value(), visit.at());
            long amount = visit.amountMinor() / 10;
            if (amount > 0) {
                points = points.accrue(command, Grant.of(amount, Term.of(Period.ofDays(15 + random.nextInt(40)))))
                        .orElseThrow()
                        .ledger();
            }
        }
        return ContactFacts.of(customer(start, joined, zone, quiet, random), tiers)
                .withActivities(activities)
                .with(points)
                .with(uses(tiers, joined, random))
                .with(random.nextBoolean() ? new Rhythm.Own(1 + random.nextInt(3)) : Rhythm.of(Duration.ofHours(100)))
                .withMade(made(start, random));
    }

    private static Customer customer(LocalDate start, Instant joined, ZoneId zone, WeeklyHours quiet, Random random) {
        ContactPreferences wishes = ContactPreferences.NONE.withQuiet(quiet, zone);
        List<ContactChannel> liked = new ArrayList<>(List.of(ContactChannel.values()));
        Collections.shuffle(liked, random);
        wishes = wishes.withPreferred(liked.subList(0, random.nextInt(4)).toArray(new ContactChannel[0]));
        for (String purpose : new String[] {Consent.MARKETING, Consent.SERVICE}) {
            for (ContactChannel channel : ContactChannel.values()) {
                if (random.nextInt(6) > 0) {
                    wishes = wishes.withConsent(
                            Consent.granted(channel, purpose, joined.minus(Duration.ofDays(random.nextInt(20)))));
                }
                if (random.nextInt(6) == 0) {
                    wishes = wishes.withConsent(new Consent(
                            channel, purpose, Consent.Decision.values()[random.nextInt(2)], minute(joined, random)));
                }
            }
        }
        MonthDay birthday = MonthDay.from(start.plusDays(random.nextInt(60)));
        return Customer.of(ID)
                .withContact(wishes)
                .withOccasion(Occasion.birthday(random.nextBoolean() ? birthday : MonthDay.of(2, 29)))
                .withOccasion(
                        Occasion.weddingDay(start.plusDays(random.nextInt(90)).minusYears(random.nextInt(3))));
    }

    private static Instant minute(Instant joined, Random random) {
        return joined.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
    }

    private static List<Activity> activities(Instant joined, Random random) {
        List<Activity> activities = new ArrayList<>();
        int size = random.nextInt(30);
        for (int i = 0; i < size; i++) {
            ActivityId id = ActivityId.of("a-" + i);
            Instant at = minute(joined, random);
            int dice = random.nextInt(12);
            if (dice < 7) {
                Visit visit = Visit.ofAmount(
                        id, ID, at, Place.store("ginza"), Money.parse("JPY " + random.nextInt(10) * 100));
                activities.add(visit);
                if (dice == 0) {
                    activities.add(Return.whole(
                            ActivityId.of("b-" + i), at.plus(Duration.ofHours(random.nextInt(600))), visit));
                }
            } else if (dice == 7) {
                activities.add(new ReferralMade(id, ID, at, CustomerId.of("c-8")));
            } else if (dice == 8) {
                activities.add(new Review(id, ID, at, "kettle", 1 + random.nextInt(5), ReviewOrigin.UNVERIFIED));
            } else if (dice == 9) {
                activities.add(CustomActivity.of(id, ID, at, "SURVEY")
                        .with("score", new AttributeValue.Number(Ratio.of(random.nextInt(11)))));
            } else {
                activities.add(CustomActivity.of(id, ID, at, "COMPLAINT"));
            }
        }
        return activities;
    }

    private static BenefitUses uses(TierHistory tiers, Instant joined, Random random) {
        BenefitUses uses = BenefitUses.none();
        for (int i = 0; i < 3; i++) {
            if (uses.use(tiers, "u-" + i, "lounge", minute(joined, random)) instanceof BenefitOutcome.Used used) {
                uses = used.uses();
            }
        }
        return uses;
    }

    private static List<MadeContact> made(LocalDate start, Random random) {
        List<MadeContact> made = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            ContactChannel channel = ContactChannel.values()[random.nextInt(5)];
            boolean ours = random.nextBoolean();
            made.add(new MadeContact(
                    ours ? "r-" + (1 + random.nextInt(3)) : "campaign",
                    ours ? "a-" + random.nextInt(8) : "spring",
                    start.plusDays(random.nextInt(DAYS)),
                    channel));
        }
        return made;
    }
}
