package io.loyalty.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.testing.TierArbitraries;
import io.loyalty.time.DateWindow;
import io.loyalty.time.QualificationPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TierHistoryProperties {

    private static final Instant JOINED = TierArbitraries.JOINED_AT;

    /** A plan, facts, grants and instants at which to ask. */
    record Case(TierPlan plan, List<TierFact> facts, List<TierGrant> grants, List<Instant> questions) {

        TierHistory earned() {
            return plan.replay(JOINED, facts);
        }

        TierHistory history() {
            TierHistory history = earned();
            for (TierGrant grant : grants) {
                history = history.plus(grant);
            }
            return history;
        }

        NaiveTiers naive(Instant asOf) {
            return new NaiveTiers(plan, JOINED, facts, asOf);
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return cases(TierArbitraries.facts());
    }

    /** Members with so many facts that the fold has places to go back to. */
    @Provide
    Arbitrary<Case> longCases() {
        return cases(TierArbitraries.facts().list().ofSize(20).map(lists -> {
            List<TierFact> all = new ArrayList<>();
            lists.forEach(all::addAll);
            return all;
        }));
    }

    private static Arbitrary<Case> cases(Arbitrary<List<TierFact>> facts) {
        return TierArbitraries.plans()
                .flatMap(plan -> Combinators.combine(
                                facts,
                                TierArbitraries.grants(plan),
                                TierArbitraries.questions().list().ofSize(3))
                        .as((some, grants, questions) -> new Case(plan, some, grants, questions)));
    }

    @Property(tries = 300, seed = "20261101")
    void standingIsThatOfTheDefinition(@ForAll("cases") Case some) {
        TierHistory history = some.earned();
        for (Instant asOf : some.questions()) {
            assertEquals(some.naive(asOf).statuses(), history.statusesUntil(asOf), () -> "as of " + asOf);
        }
    }

    @Property(tries = 5, seed = "20261102")
    void standingOfLongHistoriesIsThatOfTheDefinition(@ForAll("longCases") Case some) {
        TierHistory history = some.earned();
        for (Instant asOf : some.questions().subList(0, 1)) {
            assertEquals(some.naive(asOf).statuses(), history.statusesUntil(asOf), () -> "as of " + asOf);
        }
    }

    @Property(tries = 150, seed = "20261103")
    void addingOneByOneInAnyOrderIsRecomputing(@ForAll("cases") Case some, @ForAll Random random) {
        assertSameInAnyOrder(some, random);
    }

    @Property(tries = 10, seed = "20261104")
    void addingToLongHistoriesIsRecomputing(@ForAll("longCases") Case some, @ForAll Random random) {
        assertSameInAnyOrder(some, random);
    }

    private static void assertSameInAnyOrder(Case some, Random random) {
        List<TierFact> shuffled = new ArrayList<>(some.facts());
        Collections.shuffle(shuffled, random);
        List<TierFact> sorted = new ArrayList<>(some.facts());
        sorted.sort(TierFact.ORDER);
        TierHistory recomputed = some.earned();
        TierHistory inOrder = some.plan().open(JOINED);
        for (TierFact fact : sorted) {
            inOrder = inOrder.plus(fact);
        }
        TierHistory inDisorder = some.plan().open(JOINED);
        for (TierFact fact : shuffled) {
            inDisorder = inDisorder.plus(fact);
        }
        assertEquals(recomputed, inOrder);
        assertEquals(recomputed, inDisorder);
        assertEquals(recomputed.hashCode(), inDisorder.hashCode());
        for (Instant asOf : some.questions()) {
            assertEquals(recomputed.statusesUntil(asOf), inOrder.statusesUntil(asOf));
            assertEquals(recomputed.statusesUntil(asOf), inDisorder.statusesUntil(asOf));
            assertEquals(recomputed.progressAt(asOf), inOrder.progressAt(asOf));
            assertEquals(recomputed.progressAt(asOf), inDisorder.progressAt(asOf));
        }
    }

    /** Histories of one line, and branches off it, which share what they have in common: none sees what another has added. */
    @Property(tries = 40, seed = "20261115")
    void everyVersionKeepsItsOwnStanding(@ForAll("longCases") Case some, @ForAll Random random) {
        List<TierFact> facts = new ArrayList<>(some.facts());
        facts.sort(TierFact.ORDER);
        List<TierHistory> versions = new ArrayList<>();
        TierHistory last = some.plan().open(JOINED);
        for (TierFact fact : facts) {
            last = last.plus(fact);
            versions.add(last);
        }
        for (int i = 0; i < 8 && !facts.isEmpty(); i++) {
            int place = random.nextInt(facts.size());
            Instant asOf = facts.get(place).at().plusSeconds(random.nextInt(40 * 86_400));
            List<TierFact> known = new ArrayList<>(facts.subList(0, place + 1));
            TierHistory branch = versions.get(place);
            for (int j = random.nextInt(3); j > 0; j--) {
                TierFact other = TierFact.visit(asOf.minusSeconds(random.nextInt(3) * 86_400L), 3 + j, 3, 1);
                known.add(other);
                branch = branch.plus(other);
            }
            TierHistory anew = some.plan().replay(JOINED, known);
            assertEquals(anew, branch);
            assertEquals(anew.statusesUntil(asOf), branch.statusesUntil(asOf));
            assertEquals(anew.progressAt(asOf), branch.progressAt(asOf));
            assertEquals(anew.nextChangeAt(asOf), branch.nextChangeAt(asOf));
        }
    }

    @Property(tries = 200, seed = "20261116")
    void theTierIsThatOfTheStatus(@ForAll("cases") Case some, @ForAll Random random) {
        TierHistory history = some.plan().open(JOINED);
        List<TierFact> facts = new ArrayList<>(some.facts());
        facts.sort(TierFact.ORDER);
        for (TierFact fact : facts) {
            history = history.plus(fact);
            Instant later = fact.at().plusSeconds(random.nextInt(10 * 86_400));
            assertEquals(history.statusAt(fact.at()).tier(), history.tierAt(fact.at()));
            assertEquals(history.statusAt(later).tier(), history.tierAt(later));
        }
        for (TierGrant grant : some.grants()) {
            history = history.plus(grant);
        }
        for (Instant asOf : some.questions()) {
            assertEquals(history.statusAt(asOf).tier(), history.tierAt(asOf));
        }
    }

    @Property(tries = 100, seed = "20261105")
    void aQuestionSeesNothingLater(@ForAll("longCases") Case some) {
        Instant asOf = some.questions().get(0);
        List<TierFact> until =
                some.facts().stream().filter(fact -> !fact.at().isAfter(asOf)).toList();
        assertEquals(
                some.plan().replay(JOINED, until).statusAt(asOf), some.earned().statusAt(asOf));
        assertEquals(
                some.plan().replay(JOINED, until).progressAt(asOf),
                some.earned().progressAt(asOf));
    }

    @Property(tries = 200, seed = "20261106")
    void consecutiveStandingsAreOfDifferentTiersAndFollowEachOther(@ForAll("cases") Case some) {
        TierHistory history = some.history();
        Instant asOf = some.questions().get(0);
        List<TierStatus> statuses = history.statusesUntil(asOf);
        assertEquals(JOINED, statuses.get(0).since());
        assertEquals(history.statusAt(asOf), statuses.get(statuses.size() - 1));
        for (int i = 1; i < statuses.size(); i++) {
            TierStatus before = statuses.get(i - 1);
            TierStatus status = statuses.get(i);
            assertEquals(before.until(), status.since());
            assertNotEquals(before.tier().name(), status.tier().name());
            assertEquals(
                    status.tier().name(),
                    history.statusAt(status.since()).tier().name());
            assertEquals(
                    before.tier().name(),
                    history.statusAt(status.since().minusNanos(1)).tier().name());
        }
    }

    @Property(tries = 200, seed = "20261107")
    void nothingChangesBeforeTheNextChange(@ForAll("cases") Case some, @ForAll Random random) {
        TierHistory history = some.history();
        Instant asOf = some.questions().get(0);
        TierStatus status = history.statusAt(asOf);
        Optional<Instant> next = history.nextChangeAt(asOf);
        Instant before = next.orElse(asOf.plus(Duration.ofDays(3_000))).minusNanos(1);
        long seconds = Duration.between(asOf, before).getSeconds();
        Instant between = asOf.plusSeconds((long) (random.nextDouble() * seconds));
        for (Instant instant : List.of(before, between)) {
            TierStatus then = history.statusAt(instant);
            assertEquals(status.tier().name(), then.tier().name());
            assertEquals(status.since(), then.since());
            assertEquals(status.until(), then.until());
        }
        if (next.isPresent() && next.get().equals(status.until()) && isQuiet(some, asOf)) {
            TierStatus then = history.statusAt(next.get());
            assertNotEquals(status.tier().name(), then.tier().name());
            assertEquals(next.get(), then.since());
        }
    }

    @Property(tries = 60, seed = "20261113")
    void theNextStandingBeginsWhereThePresentOneEnds(@ForAll("cases") Case some) {
        TierHistory history = some.history();
        for (Instant asOf : some.questions()) {
            TierHistory then = some.plan()
                    .replay(
                            JOINED,
                            some.facts().stream()
                                    .filter(fact -> !fact.at().isAfter(asOf))
                                    .toList());
            for (TierGrant grant : some.grants()) {
                then = grant.from().isAfter(asOf) ? then : then.plus(grant);
            }
            TierStatus present = history.statusAt(asOf);
            Optional<TierStatus> next = history.nextStatusAt(asOf);
            assertEquals(present.isOpenEnded(), next.isEmpty());
            if (next.isPresent()) {
                assertEquals(present.until(), next.get().since());
                assertEquals(then.statusAt(present.until()).tier(), next.get().tier());
                assertEquals(then.statusAt(present.until()).until(), next.get().until());
            }
        }
    }

    @Property(tries = 150, seed = "20261114")
    void aStatusWithoutHistoryIsThatOfTheHistory(@ForAll("cases") Case some, @ForAll("rules") TierRules rules) {
        List<TierFact> inOrder = some.facts().stream()
                .filter(fact -> !fact.isReturn())
                .sorted(TierFact.ORDER)
                .toList();
        List<TierFact> alone = new ArrayList<>();
        for (TierFact fact : inOrder) {
            if (alone.isEmpty() || alone.get(alone.size() - 1).at().isBefore(fact.at())) {
                alone.add(fact);
            }
        }
        TierRules whileEarned = rules.with(Upgrade.IMMEDIATE)
                .with(Validity.endOfPeriod())
                .with(Downgrade.full())
                .with(QualificationPeriod.rolling(rules.tiers().size() == 2 ? Period.ofDays(20) : Period.ofMonths(2)));
        for (TierPlan plan :
                List.of(some.plan(), TierPlan.of(whileEarned, some.plan().day()))) {
            for (Instant asOf : some.questions()) {
                for (List<TierFact> facts : List.of(some.facts(), inOrder, alone)) {
                    assertEquals(plan.replay(JOINED, facts).statusAt(asOf), plan.statusAt(JOINED, facts, asOf));
                }
            }
        }
    }

    private static boolean isQuiet(Case some, Instant asOf) {
        return some.facts().stream().noneMatch(fact -> fact.at().isAfter(asOf))
                && some.grants().stream().noneMatch(grant -> grant.from().isAfter(asOf));
    }

    @Property(tries = 120, seed = "20261108")
    void nothingRemainsExactlyWhenTheTierIsQualifiedFor(@ForAll("cases") Case some) {
        TierHistory history = some.history();
        for (Instant asOf : some.questions()) {
            LocalDate date = some.plan().day().dateOf(asOf);
            TierRules rules = some.plan().rulesOn(date);
            NaiveTiers naive = some.naive(asOf);
            DateWindow window = rules.period().windowAt(date, some.plan().day().dateOf(JOINED));
            Tier qualified = rules.qualifiedFor(naive.measure(window));
            Progress progress = history.progressAt(asOf);
            assertEquals(history.statusAt(asOf), progress.status());
            assertEquals(
                    rules.tiers().size() - 1 - progress.status().tier().order(),
                    progress.higher().size());
            for (TierTarget target : progress.higher()) {
                assertEquals(window, target.window());
                assertTarget(target, rules, naive);
                assertEquals(qualified.isAtLeast(target.tier()), target.isMet());
            }
            assertEquals(progress.status().tier(), progress.keep().tier());
            assertTarget(progress.keep(), rules, naive);
        }
    }

    private static void assertTarget(TierTarget target, TierRules rules, NaiveTiers naive) {
        TierMeasure measure = naive.measure(target.window());
        assertEquals(rules.qualifiedFor(measure).isAtLeast(target.tier()), target.isMet());
        for (CriterionProgress one : target.criteria()) {
            assertEquals(measure.of(one.basis()), one.reached());
            assertTrue(one.remaining() == 0 || one.remaining() == one.required() - one.reached());
        }
    }

    @Property(tries = 200, seed = "20261109")
    void whatBecomesKnownLaterChangesNoAnswerAsKnownBefore(@ForAll("cases") Case some) {
        Instant asOf = some.questions().get(0);
        Instant knownAt = some.questions().get(1);
        TierHistory history = some.history();
        TierHistory known = some.plan()
                .replay(
                        JOINED,
                        some.facts().stream()
                                .filter(fact -> !fact.recordedAt().isAfter(knownAt))
                                .toList());
        for (TierGrant grant : some.grants()) {
            known = grant.recordedAt().isAfter(knownAt) ? known : known.plus(grant);
        }
        assertEquals(known, history.knownAt(knownAt));
        assertEquals(known.statusAt(asOf), history.statusAt(asOf, knownAt));
    }

    @Property(tries = 250, seed = "20261110")
    void grantsAndFactsGiveTheHigherTier(@ForAll("cases") Case some) {
        TierHistory history = some.history();
        TierHistory earned = some.earned();
        for (Instant asOf : some.questions()) {
            Tier tier = earned.statusAt(asOf).tier();
            TierGrant last = null;
            for (TierGrant grant : history.grants()) {
                last = grant.from().isAfter(asOf) ? last : grant;
            }
            if (last != null && last.until().isAfter(asOf)) {
                Tier granted = granted(some.plan(), last, asOf);
                tier = granted.isAtLeast(tier) ? granted : tier;
            }
            assertEquals(tier, history.statusAt(asOf).tier());
        }
    }

    private static Tier granted(TierPlan plan, TierGrant grant, Instant asOf) {
        TierRules rules = plan.rulesOn(plan.day().dateOf(grant.from()));
        Tier tier = rules.tier(grant.tier()).orElseThrow();
        for (LocalDate date = plan.day().dateOf(grant.from());
                !date.isAfter(plan.day().dateOf(asOf));
                date = date.plusDays(1)) {
            TierRules next = plan.rulesOn(date);
            for (int i = tier.order(); next != rules && i >= 0; i--) {
                Optional<Tier> same = next.tier(rules.tiers().get(i).name());
                if (same.isPresent()) {
                    tier = same.get();
                    break;
                }
                tier = i == 0 ? next.lowest() : tier;
            }
            rules = next;
        }
        return tier;
    }

    @Property(tries = 150, seed = "20261111")
    void sharesOfAVisitAddUpAndEndAtTheTierReached(@ForAll("cases") Case some) {
        TierHistory history = some.history();
        Instant at = some.questions().get(0);
        TierFact visit = TierFact.visit(at, 170, 187, 17);
        List<TierShare> shares = history.shares(visit);
        assertEquals(170, shares.stream().mapToLong(TierShare::netMinor).sum());
        assertEquals(187, shares.stream().mapToLong(TierShare::grossMinor).sum());
        Tier before = history.statusAt(at).tier();
        Tier after = some.history().plus(visit).statusAt(at).tier();
        TierRules rules = some.plan().rulesOn(some.plan().day().dateOf(at));
        Tier first = shares.get(0).tier();
        Tier last = shares.get(shares.size() - 1).tier();
        switch (rules.crossingRate()) {
            case BEFORE:
                assertEquals(
                        List.of(before),
                        List.of(first, last).stream().distinct().toList());
                break;
            case AFTER:
                assertEquals(
                        List.of(after), List.of(first, last).stream().distinct().toList());
                break;
            default:
                assertTrue(first.isAtLeast(before) && after.isAtLeast(last));
                for (int i = 1; i < shares.size(); i++) {
                    assertFalse(shares.get(i - 1).tier().isAtLeast(shares.get(i).tier()));
                }
        }
    }

    @Provide
    Arbitrary<TierRules> rules() {
        return TierArbitraries.rules();
    }

    @Property(tries = 300, seed = "20261112")
    void higherTiersAskForMore(
            @ForAll("rules") TierRules rules, @ForAll("amounts") long amount, @ForAll("amounts") long visits) {
        TierMeasure measure = new TierMeasure(amount, amount, amount / 10, visits / 10);
        TierMeasure more = measure.plus(new TierMeasure(1, 1, 1, 1));
        assertTrue(rules.qualifiedFor(more).isAtLeast(rules.qualifiedFor(measure)));
        assertEquals(rules.lowest(), rules.qualifiedFor(TierMeasure.ZERO));
    }

    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.longs().between(0, 500);
    }
}
