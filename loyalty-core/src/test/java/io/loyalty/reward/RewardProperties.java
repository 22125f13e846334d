package io.loyalty.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.CustomerId;
import io.loyalty.points.Command;
import io.loyalty.points.Grant;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointType;
import io.loyalty.points.PointType.Nature;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import io.loyalty.points.Rejection;
import io.loyalty.testing.RewardArbitraries;
import io.loyalty.time.DateWindow;
import io.loyalty.time.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two customers, three rewards, and commands of every kind in random order, valid and not. */
class RewardProperties {

    private static final long POINTS = 500;

    private static final long STOCK = 5;

    private static final Instant START = Till.at("2026-03-20T22:00");

    private static final List<String> TIERS = List.of("Gold", "Bronze");

    /** One command, as numbers that are taken modulo what there is to choose from. */
    private record Roll(int verb, int customer, int reward, int price, int quantity, int hours, int key) {}

    @Provide
    Arbitrary<Catalogue> catalogues() {
        return RewardArbitraries.catalogues(Till.JPY);
    }

    @Provide
    Arbitrary<List<Roll>> scripts() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 11);
        return Combinators.combine(
                        Arbitraries.of(0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 4),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 2),
                        small,
                        Arbitraries.of(1, 1, 1, 2, 2, 3, 4),
                        Arbitraries.of(0, 0, 1, 1, 3, 10, 50),
                        small)
                .as(Roll::new)
                .withoutEdgeCases()
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    /** The shop and its two customers, moved on by rolls. */
    private static final class World {
        final Catalogue catalogue;
        final UnaryOperator<String> names;
        final List<RewardContext> contexts = new ArrayList<>();
        final List<PointsLedger> ledgers = new ArrayList<>();
        final Map<String, Stock> stocks = new TreeMap<>();
        final List<List<String>> keys = List.of(new ArrayList<>(), new ArrayList<>());
        Instant now = START;
        int count;

        World(Catalogue catalogue, UnaryOperator<String> names) {
            this.catalogue = catalogue;
            this.names = names;
            for (int c = 0; c < 2; c++) {
                CustomerId id = CustomerId.of(names.apply("c" + c));
                contexts.add(RewardContext.of(id, Till.FIVE).withTier(TIERS.get(c)));
                ledgers.add(Till.ledger(POINTS)
                        .accrue(
                                Command.of("miles", START.minusSeconds(1)),
                                Grant.of(POINTS, Term.never()).with(new PointType("miles", Nature.REGULAR)))
                        .orElseThrow()
                        .ledger());
            }
            for (Reward reward : catalogue.rewards()) {
                stocks.put(reward.id(), Stock.of(reward.id(), STOCK));
            }
        }

        RewardContext context(int customer) {
            RewardContext context = contexts.get(customer)
                    .with(ledgers.get(customer).asOf(now))
                    .with(ledgers.get(customer).asOf(now, "miles"));
            for (Stock stock : stocks.values()) {
                context = context.with(stock);
            }
            return context;
        }

        String id(int reward) {
            return names.apply(List.of("coffee", "mug", "concert").get(reward));
        }

        Wish wish(Roll roll) {
            Reward reward = catalogue.reward(id(roll.reward())).orElseThrow();
            List<Price> prices = reward.pricesIn(TIERS.get(roll.customer()));
            return new Wish(reward.id(), prices.get(roll.price() % prices.size()), roll.quantity());
        }

        /** The key of one of the last things that the verb may be about, or now and then of any other. */
        String knownKey(Roll roll) {
            List<String> known = keys.get(roll.customer());
            if (roll.key() > 0) {
                known = contexts.get(roll.customer()).uses().uses().stream()
                        .filter(use -> roll.verb() == 4 ? use.captured() > 0 : !use.isAtOnce())
                        .map(use -> roll.key() % 2 == 0
                                ? use.key()
                                : use.redemptionKey().orElse(use.key()))
                        .toList();
            }
            return known.isEmpty() ? names.apply("none") : known.get(Math.max(0, known.size() - 1 - roll.key() % 3));
        }

        Decision<Redemption> decide(Roll roll, String target, Command command) {
            RewardContext context = context(roll.customer());
            return switch (roll.verb()) {
                case 0 -> catalogue.redeem(command, wish(roll), context);
                case 1 -> catalogue.hold(command, wish(roll), now.plus(Duration.ofHours(60)), context);
                case 2 -> catalogue.capture(command, target, roll.quantity(), context);
                case 3 -> catalogue.release(command, target, context);
                default -> catalogue.cancel(command, target, roll.quantity(), context);
            };
        }

        Decision<Redemption> move(Roll roll) {
            now = now.plus(Duration.ofHours(roll.hours()));
            Command command = Command.of(names.apply("k" + count++), now);
            String target = knownKey(roll);
            Decision<Redemption> decision = decide(roll, target, command);
            if (decision instanceof Decision.Granted<Redemption> granted) {
                Redemption redemption = granted.result();
                Outcome<Posting> outcome = redemption.applyTo(ledgers.get(roll.customer()));
                assertInstanceOf(Outcome.Applied.class, outcome, () -> roll + " " + outcome);
                keep(roll.customer(), redemption, outcome.orElseThrow().ledger());
                keys.get(roll.customer()).add(command.key());
                assertRepeated(redemption, roll.customer(), decide(roll, target, command));
            } else {
                assertTrue(decision.isRefused(), "no key was used before");
                assertLedgerAgrees(roll, target, command, decision.obstacles().get(0));
            }
            return decision;
        }

        private void keep(int customer, Redemption redemption, PointsLedger ledger) {
            contexts.set(customer, contexts.get(customer).with(redemption.uses()));
            ledgers.set(customer, ledger);
            if (!redemption.stock().isUnlimited()) {
                stocks.put(redemption.stock().reward(), redemption.stock());
            }
        }

        /** Invariant 6: the same command again changes nothing. */
        private void assertRepeated(Redemption first, int customer, Decision<Redemption> again) {
            assertInstanceOf(Decision.Repeated.class, again);
            assertEquals(first, again.orElseThrow());
            assertInstanceOf(Outcome.Duplicate.class, again.orElseThrow().applyTo(ledgers.get(customer)));
        }

        /** A hold that the catalogue does not resolve, the ledger does not resolve for the same reason. */
        private void assertLedgerAgrees(Roll roll, String hold, Command command, Rejection obstacle) {
            if (roll.verb() != 2 && roll.verb() != 3) {
                return;
            }
            long points = contexts.get(roll.customer())
                    .uses()
                    .find(hold)
                    .map(use -> use.price().points() * roll.quantity())
                    .orElse(1L);
            PointsMove move = roll.verb() == 2 ? new PointsMove.Capture(hold, points) : new PointsMove.Release(hold);
            Outcome<Posting> outcome = move.applyTo(ledgers.get(roll.customer()), command);
            Outcome.Rejected<?> rejected = assertInstanceOf(Outcome.Rejected.class, outcome);
            assertEquals(obstacle.reason().name(), rejected.rejection().reason().name());
        }
    }

    @Property(tries = 80, seed = "1")
    void stockPointsAndLimitsAreKept(@ForAll("catalogues") Catalogue catalogue, @ForAll("scripts") List<Roll> script) {
        World world = new World(catalogue, UnaryOperator.identity());
        for (Roll roll : script) {
            world.move(roll);
            assertKept(world, world.now);
        }
        assertKept(world, world.now.plus(Duration.ofDays(2)));
    }

    private static void assertKept(World world, Instant at) {
        for (Reward reward : world.catalogue.rewards()) {
            long counted = 0;
            long kept = 0;
            for (RewardContext context : world.contexts) {
                for (RewardUse use : context.uses().uses()) {
                    if (use.reward().equals(reward.id())) {
                        counted += use.counted(at);
                        kept += use.kept();
                    }
                }
                assertWithinLimits(reward, context, at);
            }
            Stock stock = world.stocks.get(reward.id());
            boolean countedAtAll = reward.supply() == Reward.Supply.WHILE_STOCK_LASTS;
            assertEquals(countedAtAll ? STOCK - kept : STOCK, stock.onHand());
            assertEquals(countedAtAll ? STOCK - counted : STOCK, stock.available(at));
        }
        for (int c = 0; c < 2; c++) {
            for (String currency : List.of("points", "miles")) {
                long spent = world.contexts.get(c).uses().uses().stream()
                        .filter(use -> use.price().currency().equals(currency))
                        .mapToLong(use -> use.price().points() * use.counted(at))
                        .sum();
                assertEquals(
                        POINTS - spent, world.ledgers.get(c).asOf(at, currency).available());
            }
        }
    }

    /** Invariant 11, date by date. */
    private static void assertWithinLimits(Reward reward, RewardContext context, Instant at) {
        for (Limit limit : reward.limits()) {
            for (int day = 0; day < 130; day++) {
                DateWindow window = limit.windowAt(LocalDate.of(2026, 3, 19).plusDays(day));
                long counted = 0;
                for (RewardUse use : context.uses().uses()) {
                    if (use.reward().equals(reward.id()) && window.contains(Till.FIVE.dateOf(use.at()))) {
                        counted += use.counted(at);
                    }
                }
                assertTrue(counted <= limit.most(), limit::toString);
            }
        }
    }

    @Property(tries = 80, seed = "2")
    void theMostThatIsQuotedIsExact(@ForAll("catalogues") Catalogue catalogue, @ForAll("scripts") List<Roll> script) {
        World world = new World(catalogue, UnaryOperator.identity());
        for (Roll roll : script) {
            world.move(roll);
            RewardContext context = world.context(roll.customer());
            String id = world.id(roll.reward());
            Quote one = catalogue.quote(id, 1, context, world.now);
            for (Offer offer : one.offers()) {
                long most = 0;
                while (isPossible(world, id, offer.price(), most + 1, context)) {
                    most++;
                }
                assertEquals(most, offer.most());
                assertEquals(most >= 1, offer.isPossible());
                Quote beyond = catalogue.quote(id, most + 3, context, world.now);
                assertEquals(most, beyond.offer(offer.price()).orElseThrow().most());
                assertFalse(beyond.offer(offer.price()).orElseThrow().isPossible());
            }
        }
    }

    /** The rules again, in the plainest words. */
    private static boolean isPossible(World world, String id, Price price, long quantity, RewardContext context) {
        Reward reward = world.catalogue.reward(id).orElseThrow();
        LocalDate today = Till.FIVE.dateOf(world.now);
        boolean possible = quantity * price.points() <= context.points().get(price.currency());
        possible &= !today.isBefore(reward.window().from())
                && today.isBefore(reward.window().to());
        possible &= reward.tiers().isEmpty() || reward.tiers().contains(context.tier());
        possible &= reward.supply() == Reward.Supply.UNLIMITED
                || quantity <= world.stocks.get(id).available(world.now);
        for (Limit limit : reward.limits()) {
            long used = 0;
            for (RewardUse use : context.uses().uses()) {
                boolean counts = use.changes().isEmpty()
                        ? use.lapsesAt().isAfter(world.now)
                        : use.changes().get(0).kind() == RewardUse.Kind.CAPTURED;
                if (counts && use.reward().equals(id) && limit.windowAt(today).contains(Till.FIVE.dateOf(use.at()))) {
                    used += use.changes().isEmpty() ? use.quantity() : use.kept();
                }
            }
            possible &= used + quantity <= limit.most();
        }
        return possible;
    }

    @Property(tries = 60, seed = "3")
    void namesAndOrderOfRewardsDoNotMatter(
            @ForAll("catalogues") Catalogue catalogue, @ForAll("scripts") List<Roll> script) {
        List<Reward> renamed = new ArrayList<>();
        for (Reward reward : catalogue.rewards()) {
            renamed.add(new Reward(
                    "z-" + reward.id(),
                    reward.prices(),
                    reward.pricesByTier(),
                    reward.tiers(),
                    reward.limits(),
                    reward.window(),
                    reward.supply()));
        }
        Collections.reverse(renamed);
        World world = new World(catalogue, UnaryOperator.identity());
        World other = new World(Catalogue.of(renamed), name -> "z-" + name);
        for (Roll roll : script) {
            Decision<Redemption> decision = world.move(roll);
            Decision<Redemption> likewise = other.move(roll);
            assertEquals(decision.obstacles(), likewise.obstacles());
            if (!decision.isRefused()) {
                assertEquals(
                        decision.orElseThrow().amount(), likewise.orElseThrow().amount());
            }
            for (int c = 0; c < 2; c++) {
                assertEquals(
                        world.ledgers.get(c).balance(world.now),
                        other.ledgers.get(c).balance(other.now));
            }
        }
    }

    @Property(tries = 60, seed = "4")
    void whatAnotherCustomerDoesChangesLimitsAndPointsOfNobodyElse(
            @ForAll("catalogues") Catalogue catalogue, @ForAll("scripts") List<Roll> script) {
        List<Reward> endless = catalogue.rewards().stream()
                .map(reward -> new Reward(
                        reward.id(),
                        reward.prices(),
                        reward.pricesByTier(),
                        reward.tiers(),
                        reward.limits(),
                        reward.window(),
                        Reward.Supply.UNLIMITED))
                .toList();
        World both = new World(Catalogue.of(endless), UnaryOperator.identity());
        World alone = new World(Catalogue.of(endless), UnaryOperator.identity());
        for (Roll roll : script) {
            Roll mine = new Roll(
                    roll.verb(),
                    0,
                    roll.reward(),
                    roll.price(),
                    roll.quantity(),
                    roll.customer() == 0 ? roll.hours() : 0,
                    roll.key());
            if (roll.customer() == 0) {
                alone.count = both.count;
                Decision<Redemption> decision = both.move(mine);
                assertEquals(decision, alone.move(mine));
            } else {
                both.move(new Roll(roll.verb(), 1, roll.reward(), roll.price(), roll.quantity(), 0, roll.key()));
            }
        }
        assertEquals(alone.contexts.get(0), both.contexts.get(0));
    }

    @Property(tries = 25, seed = "5")
    void valuesSurviveBeingWrittenDown(
            @ForAll("catalogues") Catalogue catalogue, @ForAll("scripts") List<Roll> script) {
        World world = new World(catalogue, UnaryOperator.identity());
        script.forEach(world::move);
        assertEquals(catalogue, Till.copied(catalogue));
        assertEquals(world.contexts, Till.copied(new ArrayList<>(world.contexts)));
        assertEquals(world.stocks, Till.copied(new TreeMap<>(world.stocks)));
    }
}
