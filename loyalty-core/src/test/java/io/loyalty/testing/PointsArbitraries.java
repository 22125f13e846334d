package io.loyalty.testing;

import io.loyalty.points.Activation;
import io.loyalty.points.Command;
import io.loyalty.points.ConsumptionOrder;
import io.loyalty.points.Entry;
import io.loyalty.points.Grant;
import io.loyalty.points.HoldOverExpiry;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.LedgerPolicy.ClawbackSource;
import io.loyalty.points.LedgerPolicy.DeadLots;
import io.loyalty.points.LedgerPolicy.ExpiryClock;
import io.loyalty.points.LedgerPolicy.RestorationOrder;
import io.loyalty.points.LedgerPolicy.Shortfall;
import io.loyalty.points.LedgerPolicy.TransferExpiry;
import io.loyalty.points.Lot;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointType;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Posting;
import io.loyalty.time.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Valid policies, grants and accounts: lots about to expire, pending points, open holds, amounts up to the largest. */
public final class PointsArbitraries {

    private static final Instant START = Instant.parse("2024-02-10T15:30:00Z");

    /** Beyond it lie lots that never die or wait for an event. */
    private static final Instant FAR_AHEAD = Instant.parse("2200-01-01T00:00:00Z");

    private PointsArbitraries() {}

    /**
     * Every combination of policies.
     *
     * @param zone where days begin and end
     * @return a policy in the zone
     */
    public static Arbitrary<LedgerPolicy> policies(ZoneId zone) {
        Arbitrary<Shortfall> shortfalls = Arbitraries.of(
                Shortfall.Debt.UNLIMITED, new Shortfall.Debt(10), new Shortfall.Clamp(), new Shortfall.MoneyDue());
        Arbitrary<DeadLots> deadLots = Arbitraries.of(
                new DeadLots.Grace(Period.ofDays(7)),
                new DeadLots.Forfeit(),
                new DeadLots.Reissue(Term.of(Period.ofMonths(1))));
        Arbitrary<TransferExpiry> transfers =
                Arbitraries.of(new TransferExpiry.Keep(), new TransferExpiry.Renew(Term.of(Period.ofMonths(3))));
        return Combinators.combine(
                        Arbitraries.of(ConsumptionOrder.class),
                        Arbitraries.of(ExpiryClock.class),
                        Arbitraries.of(ClawbackSource.class),
                        shortfalls,
                        deadLots,
                        Arbitraries.of(RestorationOrder.class),
                        Arbitraries.of(HoldOverExpiry.class),
                        transfers)
                .as((order, clock, source, shortfall, dead, restoration, hold, transfer) -> LedgerPolicy.in(zone)
                        .with(order)
                        .with(clock)
                        .with(source)
                        .with(shortfall)
                        .with(dead)
                        .with(restoration)
                        .with(hold)
                        .with(transfer));
    }

    /**
     * Points to give: mostly small numbers, of either nature, usable at once or later, with terms that soon end.
     *
     * @return a grant
     */
    public static Arbitrary<Grant> grants() {
        Arbitrary<Long> points = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.longs().between(1, 100)),
                Tuple.of(1, Arbitraries.longs().between(1, 1L << 40)),
                Tuple.of(1, Arbitraries.just(1L)));
        Arbitrary<Activation> activations = Arbitraries.frequency(
                Tuple.of(6, Activation.immediate()),
                Tuple.of(2, Activation.after(Period.ofDays(3))),
                Tuple.of(1, Activation.onEvent()));
        Arbitrary<Term> terms = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(1, 30).map(days -> Term.of(Period.ofDays(days)))),
                Tuple.of(2, TimeArbitraries.terms()));
        return Combinators.combine(points, Arbitraries.of(PointType.REGULAR, PointType.PROMOTIONAL), activations, terms)
                .as((amount, type, activation, term) ->
                        Grant.of(amount, term).with(type).with(activation).from("fixture"));
    }

    /**
     * Accounts with a history of up to some forty commands from February 2024 on, at intervals of minutes to weeks: accruals,
     * redemptions, holds and their ends, restorations, clawbacks, sweeps. What the ledger refuses leaves no trace.
     *
     * @param policy how the accounts decide
     * @return an account
     */
    public static Arbitrary<PointsLedger> ledgers(LedgerPolicy policy) {
        Arbitrary<Integer> minutes = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 120), Arbitraries.integers().between(0, 20_000));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(1, 120),
                        minutes,
                        grants())
                .as(Move::new)
                .list()
                .ofMaxSize(40)
                .map(moves -> play(policy, moves));
    }

    /**
     * Instants at which an account is difficult: where a lot becomes usable or dies, a hold lapses or an entry takes effect, a nanosecond
     * to either side of it, and some hours away.
     *
     * @param ledger the account
     * @return an instant; any moment of February 2024 for an account without history
     */
    public static Arbitrary<Instant> moments(PointsLedger ledger) {
        SortedSet<Instant> turns = new TreeSet<>();
        for (Entry entry : ledger.entries()) {
            Instant at = entry.stamp().effectiveAt();
            turns.add(at);
            if (entry instanceof Entry.Hold hold) {
                turns.add(hold.lapsesAt());
            }
            for (Lot lot : ledger.asOf(at).lots()) {
                turns.add(lot.activatesAt());
                turns.add(lot.expiresAt());
            }
        }
        List<Instant> known =
                turns.stream().filter(turn -> turn.isBefore(FAR_AHEAD)).toList();
        return TimeArbitraries.around(Arbitraries.of(known.isEmpty() ? List.of(START) : known))
                .withoutEdgeCases();
    }

    private record Move(int kind, int number, int minutes, Grant grant) {}

    private static PointsLedger play(LedgerPolicy policy, List<Move> moves) {
        PointsLedger ledger = PointsLedger.open(policy);
        Instant at = START;
        List<String> spent = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            at = at.plus(Duration.ofMinutes(move.minutes));
            Command command = Command.of("c" + i, at);
            Outcome<Posting> outcome = switch (move.kind) {
                case 6, 7 -> ledger.redeem(command, move.number);
                case 8 -> ledger.hold(command, move.number, PointType.POINTS, at.plus(Duration.ofDays(10)));
                case 9 ->
                    move.number % 2 == 0
                            ? ledger.capture(command, one(held, move.number), 1)
                            : ledger.release(command, one(held, move.number));
                case 10 -> ledger.restore(command, one(spent, move.number), 1);
                case 11 -> ledger.sweep(at);
                default -> ledger.accrue(command, move.grant);
            };
            if (!outcome.isRejected()) {
                ledger = outcome.orElseThrow().ledger();
                (move.kind == 8 ? held : spent).add(command.key());
            }
        }
        return ledger;
    }

    private static String one(List<String> keys, int number) {
        return keys.isEmpty() ? "none" : keys.get(number % keys.size());
    }
}
