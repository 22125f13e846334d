package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.points.LedgerPolicy.ClawbackSource;
import io.loyalty.points.LedgerPolicy.DeadLots;
import io.loyalty.points.LedgerPolicy.ExpiryClock;
import io.loyalty.points.LedgerPolicy.RestorationOrder;
import io.loyalty.points.LedgerPolicy.Shortfall;
import io.loyalty.points.LedgerPolicy.TransferExpiry;
import io.loyalty.points.NaiveLedger.Answer;
import io.loyalty.time.CalendarUnit;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Three accounts, each a ledger with its oracle, on which steps act. A step is five numbers that are read as a command, valid or
 * not, on what is there; after each, ledger and oracle must agree and the invariants of the domain guide must hold.
 */
final class Trial {

    /** Five numbers, any values. */
    record Step(int verb, int who, int amount, int when, int more) {
        Step varied(int by) {
            return by == 0
                    ? this
                    : new Step(mix(verb, by), mix(who, by), mix(amount, by), mix(when, by), mix(more, by));
        }

        private static int mix(int value, int by) {
            int mixed = (value ^ by * 0x9E3779B9) * 0x85EBCA6B;
            return mixed ^ mixed >>> 15;
        }
    }

    private static final List<String> CURRENCIES = List.of(PointType.POINTS, "miles");
    private static final List<Locale> LOCALES = List.of(
            Locale.ROOT, Locale.forLanguageTag("tr-TR"), Locale.forLanguageTag("ar-EG-u-nu-arab"), Locale.JAPAN);
    private static final List<String> DEFAULT_ZONES = List.of("UTC", "America/Sao_Paulo", "Pacific/Kiritimati");

    /** An account: the ledger, its oracle, and what has been asked of it. */
    private static final class Member {
        final String name;
        PointsLedger ledger;
        final NaiveLedger naive;
        final List<Issued> issued = new ArrayList<>();
        final Map<Integer, PointsLedger> versions = new TreeMap<>();
        boolean debtBesidePoints;

        Member(String name, LedgerPolicy policy) {
            this.name = name;
            ledger = PointsLedger.open(policy);
            naive = new NaiveLedger(policy);
        }
    }

    private record Issued(Function<PointsLedger, Outcome<Posting>> real, Function<NaiveLedger, Answer> naive) {}

    private final ZoneId zone;
    private final List<Term> terms;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Integer> reached;
    private Instant now;
    private int number;
    private Step step;

    Trial(ZoneId zone, LocalDate start, List<Term> terms, int policies, Map<String, Integer> reached) {
        this.zone = zone;
        this.terms = terms;
        this.reached = reached;
        now = start.atTime(10, 0).atZone(zone).toInstant();
        for (int i = 0; i < 3; i++) {
            members.add(
                    new Member(List.of("ann", "ben", "cho").get(i), policy(LedgerPolicy.in(zone), policies >> 10 * i)));
        }
    }

    // ---- steps --------------------------------------------------------------------------------------------------

    void run(Step next) {
        step = next;
        number++;
        Member member = members.get(pick(step.who, 16) < 11 ? 0 : pick(step.who, 16) < 14 ? 1 : 2);
        try {
            run(member);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "step " + number + " of " + member.name + ": " + e.getMessage() + "\n" + member.naive.policy + "\n"
                            + member.naive.entries.stream().map(Entry::toString).collect(Collectors.joining("\n")),
                    e);
        }
    }

    private void run(Member member) {
        pass(member);
        int verb = pick(step.verb, 100);
        if (verb < 18) {
            Instant at = verb < 13 ? now : now.minus(Duration.ofHours(pick(step.when, 24 * 60)));
            Grant grant = grant(step.amount, step.more);
            Command command = command(member, at);
            issue(member, l -> l.accrue(command, grant), n -> n.accrue(command, grant));
        } else if (verb < 28) {
            Command command = command(member, inOrder(member));
            long points = amount(member);
            String currency = currency();
            issue(
                    member,
                    l -> l.redeem(command, points, currency, "gift"),
                    n -> n.redeem(command, points, currency, "gift"));
        } else if (verb < 35) {
            restore(member);
        } else if (verb < 48) {
            holds(member, verb);
        } else if (verb < 55) {
            List<Allocation> owed = someLots(member);
            Command command = command(member, inOrder(member));
            member.debtBesidePoints |= member.ledger.policy().clawbackSource() == ClawbackSource.PENDING_ONLY;
            issue(member, l -> l.clawBack(command, owed), n -> n.clawBack(command, owed));
        } else if (verb < 58) {
            List<Integer> lots = someLots(member).stream().map(Allocation::lot).toList();
            Command command = command(member, inOrder(member));
            issue(member, l -> l.activate(command, lots), n -> n.activate(command, lots));
        } else if (verb < 62) {
            adjust(member, verb);
        } else if (verb < 73) {
            dates(member, verb);
        } else if (verb < 81) {
            move(member, verb);
        } else if (verb < 88) {
            sweep(member);
        } else if (verb < 89) {
            Command command = command(member, inOrder(member));
            issue(member, l -> l.snapshot(command), n -> n.snapshot(command));
        } else if (verb < 90) {
            Command command = command(member, inOrder(member));
            String currency = currency();
            issue(member, l -> l.forfeit(command, currency, "left"), n -> n.forfeit(command, currency, "left"));
        } else if (verb < 95) {
            LedgerPolicy other = policy(member.ledger.policy(), step.more);
            member.ledger = member.ledger.with(other);
            member.naive.change(other);
        } else if (!member.issued.isEmpty()) {
            Issued again = member.issued.get(pick(step.more, member.issued.size()));
            issue(member, again.real, again.naive);
        }
        members.forEach(this::check);
    }

    private void restore(Member member) {
        List<Entry> undoable = member.naive.entries.stream()
                .filter(entry ->
                        entry instanceof Entry.Redemption || entry instanceof Entry.Capture || pick(step.more, 20) == 0)
                .toList();
        String key = undoable.isEmpty()
                ? "nothing"
                : undoable.get(pick(step.more, undoable.size())).stamp().key();
        long points = amount(member);
        Command command = command(member, inOrder(member));
        issue(member, l -> l.restore(command, key, points), n -> n.restore(command, key, points));
    }

    private void holds(Member member, int verb) {
        Command command = command(member, inOrder(member));
        long points = amount(member);
        if (verb < 41) {
            String currency = currency();
            Instant lapsesAt = pick(step.more, 4) == 0
                    ? Instant.MAX
                    : command.at().plus(Duration.ofHours(pick(step.more >> 2, 24 * 30) - 20));
            issue(
                    member,
                    l -> l.hold(command, points, currency, lapsesAt),
                    n -> n.hold(command, points, currency, lapsesAt));
            return;
        }
        List<Entry> holds = member.naive.entries.stream()
                .filter(entry -> entry instanceof Entry.Hold || pick(step.more, 20) == 0)
                .toList();
        String key = holds.isEmpty()
                ? "nothing"
                : holds.get(pick(step.more >> 1, holds.size())).stamp().key();
        if (verb < 45) {
            issue(member, l -> l.capture(command, key, points), n -> n.capture(command, key, points));
        } else {
            issue(member, l -> l.release(command, key), n -> n.release(command, key));
        }
    }

    private void adjust(Member member, int verb) {
        Command command = command(member, inOrder(member));
        if (verb < 60) {
            Grant grant = grant(step.amount, step.more);
            issue(
                    member,
                    l -> l.adjustUp(command, grant, "sorry", "desk"),
                    n -> n.adjustUp(command, grant, "sorry", "desk"));
        } else {
            long points = amount(member);
            String currency = currency();
            issue(
                    member,
                    l -> l.adjustDown(command, points, currency, "fraud", "desk"),
                    n -> n.adjustDown(command, points, currency, "fraud", "desk"));
        }
    }

    private void dates(Member member, int verb) {
        Command command = command(member, inOrder(member));
        Instant until = command.at().plus(Duration.ofHours(pick(step.amount, 24 * 50) - 24));
        List<Allocation> some = someLots(member);
        List<Integer> lots = some.stream().map(Allocation::lot).toList();
        if (verb < 64) {
            issue(member, l -> l.extend(command, lots, until, "kind"), n -> n.extend(command, lots, until, "kind"));
        } else if (verb < 66) {
            Term term = term(step.amount);
            OldLots oldLots = OldLots.values()[pick(step.more, 3)];
            String reason = term + " " + oldLots;
            issue(
                    member,
                    l -> l.changeTerm(command, term, oldLots, reason),
                    n -> n.changeTerm(command, term, oldLots, reason));
        } else if (verb < 69) {
            Instant at = pick(step.amount, 2) == 0 ? now : now.minus(Duration.ofHours(pick(step.amount, 1000)));
            Command late = command(member, at);
            Renewal activity = Renewal.values()[pick(step.more, 3)];
            issue(member, l -> l.renew(late, activity), n -> n.renew(late, activity));
        } else {
            issue(
                    member,
                    l -> l.reinstate(command, some, until, "back"),
                    n -> n.reinstate(command, some, until, "back"));
        }
    }

    private void move(Member from, int verb) {
        Member into = members.get(pick(step.more, 8) % 3);
        Command command = command(from, inOrder(from));
        String currency = currency();
        Transfers.Account giver = new Transfers.Account(from.name, from.ledger);
        Transfers.Account taker = new Transfers.Account(into.name, into.ledger);
        Outcome<Transfer> outcome;
        Answer sent;
        if (verb < 76) {
            long points = amount(from);
            outcome = Transfers.transfer(command, giver, taker, points, currency);
            sent = from == into
                    ? Answer.no(Reason.SAME_ACCOUNT)
                    : from.naive.send(command, into.name, points, currency);
        } else if (verb < 78) {
            outcome = Transfers.merge(command, giver, taker, currency);
            sent = from == into ? Answer.no(Reason.SAME_ACCOUNT) : from.naive.sendAll(command, into.name, currency);
        } else {
            List<Entry> merges = from.naive.entries.stream()
                    .filter(entry -> entry instanceof Entry.TransferIn)
                    .toList();
            String merge = merges.isEmpty()
                    ? "nothing"
                    : merges.get(pick(step.amount, merges.size())).stamp().key();
            if (!merges.isEmpty() && pick(step.more, 8) > 1) {
                String name = ((Entry.TransferIn) from.naive.find(merge)).account();
                into = members.stream()
                        .filter(m -> m.name.equals(name))
                        .findFirst()
                        .orElseThrow();
                taker = new Transfers.Account(into.name, into.ledger);
            }
            outcome = Transfers.unmerge(command, giver, taker, merge);
            sent = from.naive.sendBack(command, into.name, merge);
        }
        settle(command, from, into, outcome, sent);
    }

    private void settle(Command command, Member from, Member into, Outcome<Transfer> outcome, Answer sent) {
        if (sent.rejection() != null) {
            refused(sent.rejection(), outcome);
            return;
        }
        Answer received = into.naive.receive(
                command,
                from.name,
                from.naive,
                from.naive.account.copy(from.naive.policy).advance(command.at()),
                (Entry.TransferOut) sent.entry());
        if (received.rejection() == null && received.isDuplicate() != sent.isDuplicate()) {
            Entry known = received.isDuplicate() ? received.entry() : sent.entry();
            received = Answer.no(Reason.KEY_REUSED, "sequence", known.stamp().sequence());
        }
        if (received.rejection() != null) {
            from.naive.forget(command.key());
            into.naive.forget(command.key());
            refused(received.rejection(), outcome);
            return;
        }
        assertEquals(sent.isDuplicate(), outcome instanceof Outcome.Duplicate);
        Transfer transfer = outcome.orElseThrow();
        assertEquals(List.of(sent.entry()), transfer.from().entries());
        assertEquals(List.of(received.entry()), transfer.into().entries());
        if (!sent.isDuplicate()) {
            BigInteger before = moved(from).add(moved(into));
            wrote(from, transfer.from());
            wrote(into, transfer.into());
            assertEquals(before, moved(from).add(moved(into)), "what moves is neither more nor less");
        }
    }

    /** In less out, over all currencies. */
    private BigInteger moved(Member member) {
        BigInteger sum = BigInteger.ZERO;
        for (String currency : CURRENCIES) {
            Totals totals = member.ledger.asOf(now, currency).totals();
            sum = sum.add(BigInteger.valueOf(totals.transferredIn()))
                    .subtract(BigInteger.valueOf(totals.transferredOut()));
        }
        return sum;
    }

    private void sweep(Member member) {
        Instant at = pick(step.amount, 5) == 0 ? now.minus(Duration.ofHours(pick(step.more, 200))) : now;
        List<Entry> entries = member.naive.entries;
        Instant last = entries.isEmpty()
                ? Instant.MIN
                : entries.get(entries.size() - 1).stamp().recordedAt();
        Outcome<Posting> outcome = member.ledger.sweep(at);
        if (at.isBefore(last)) {
            refused(
                    Answer.no(
                                    Reason.RECORDED_OUT_OF_ORDER,
                                    "recordedAt",
                                    at.toEpochMilli(),
                                    "lastRecordedAt",
                                    last.toEpochMilli())
                            .rejection(),
                    outcome);
            return;
        }
        Posting posting = assertInstanceOf(Outcome.Applied.class, outcome).result() instanceof Posting p ? p : null;
        assertEquals(
                member.naive.sweep(at),
                posting.entries().stream().map(Trial::sorted).toList());
        Instant then = at.isBefore(member.naive.account.clock) ? member.naive.account.clock : at;
        for (Instant instant : List.of(then, then.plus(Duration.ofDays(9)), Instant.MAX)) {
            for (String currency : CURRENCIES) {
                Position before = member.ledger.asOf(instant, currency);
                Position after = posting.ledger().asOf(instant, currency);
                assertEquals(numbers(before), numbers(after), "a sweep changes no number");
            }
        }
        assertTrue(posting.ledger().sweep(at).orElseThrow().entries().isEmpty(), "sweeping again writes nothing");
        wrote(member, posting);
    }

    private static Entry sorted(Entry entry) {
        return entry instanceof Entry.Expiry expiry
                ? new Entry.Expiry(expiry.stamp(), expiry.currency(), NaiveAccount.byLot(expiry.allocations()))
                : entry;
    }

    private static List<Object> numbers(Position position) {
        return List.of(position.available(), position.held(), position.pending(), position.debt(), position.totals());
    }

    // ---- reading numbers as arguments ---------------------------------------------------------------------------

    private static int pick(int number, int of) {
        return Math.floorMod(number, of);
    }

    /** Lets time pass: not at all, a moment, some hours or weeks, or up to the edge of something that time does. */
    private void pass(Member member) {
        int kind = pick(step.when, 8);
        int size = step.when >>> 3;
        if (kind < 2) {
            now = now.plusNanos(kind);
        } else if (kind < 5) {
            now = now.plus(Duration.ofMinutes(pick(size, 60 * 24 * 6)));
        } else if (kind < 6) {
            now = now.plus(Duration.ofDays(pick(size, 30)));
        } else {
            List<Instant> edges = new ArrayList<>();
            NaiveAccount account = member.naive.account;
            account.lots.values().forEach(lot -> {
                edges.add(account.expiryOf(lot));
                edges.add(lot.activatesAt);
            });
            account.holds.forEach(hold -> edges.add(hold.entry().lapsesAt()));
            edges.removeIf(edge -> !edge.isAfter(now) || edge.isAfter(now.plus(Duration.ofDays(60))));
            edges.sort(null);
            if (!edges.isEmpty()) {
                Instant edge = edges.get(pick(size, Math.min(3, edges.size())));
                now = edge.minusNanos(pick(size >> 4, 3) == 0 ? 1 : 0);
            }
        }
    }

    private Command command(Member member, Instant at) {
        String key = "k" + number;
        if (pick(step.more * 31 + step.when, 40) == 0 && !member.naive.entries.isEmpty()) {
            String old = member.naive
                    .entries
                    .get(pick(step.amount, member.naive.entries.size()))
                    .stamp()
                    .key();
            key = old.startsWith("~") ? key : old;
        }
        Instant recordedAt = pick(step.more * 17 + step.when, 60) == 0 ? now.minusSeconds(90_000) : now;
        return new Command(key, at, recordedAt);
    }

    /** Now, or sometimes too early or ahead of time. */
    private Instant inOrder(Member member) {
        int kind = pick(step.when * 7 + step.amount, 40);
        return kind == 0 ? now.minus(Duration.ofDays(9)) : kind == 1 ? now.plus(Duration.ofDays(2)) : now;
    }

    private String currency() {
        return CURRENCIES.get(pick(step.more * 13 + step.who, 9) == 0 ? 1 : 0);
    }

    private long amount(Member member) {
        int kind = pick(step.amount, 12);
        long there = NaiveAccount.number(
                member.naive.account.copy(member.naive.policy).advance(now).available(PointType.POINTS));
        return switch (kind) {
            case 0 -> Math.max(1, there);
            case 1 -> there == Long.MAX_VALUE ? there : there + 1;
            case 2 -> Math.max(1, there / 2);
            case 3 -> pick(step.more, 30) == 0 ? Long.MAX_VALUE - pick(step.when, 3) : 7;
            default -> 1 + pick(step.amount >> 4, kind < 8 ? 30 : 120);
        };
    }

    private Grant grant(int amount, int more) {
        long points = pick(amount, 300) == 0 ? Long.MAX_VALUE - pick(more, 1000) : 1 + pick(amount >> 3, 100);
        PointType type = pick(more, 12) == 0
                ? new PointType("miles", PointType.Nature.REGULAR)
                : pick(more, 4) == 1 ? PointType.PROMOTIONAL : PointType.REGULAR;
        Activation activation = switch (pick(amount * 5 + more, 9)) {
            case 0 -> Activation.onEvent();
            case 1, 2 -> Activation.after(Period.ofDays(pick(more >> 3, 20)));
            case 3 -> Activation.on(now.atZone(zone).toLocalDate().plusDays(pick(more >> 3, 20) - 4));
            default -> Activation.immediate();
        };
        return new Grant(points, type, activation, term(more >> 5), "v" + pick(amount, 5));
    }

    private Term term(int number) {
        int size = pick(number >> 5, 40);
        return switch (pick(number, 12)) {
            case 0, 1 -> Term.of(Period.ofDays(size));
            case 2 -> Term.endOf(CalendarUnit.values()[pick(size, CalendarUnit.values().length)], Period.ofDays(size));
            case 3 -> Term.endOfFiscalYear(Month.of(1 + pick(size, 12)), Term.FiscalYear.values()[pick(size, 2)]);
            case 4 -> Term.until(now.atZone(zone).toLocalDate().plusDays(size - 5));
            case 5, 6, 7 -> Term.sliding(Period.ofDays(20));
            case 8 ->
                Term.sliding(
                        Period.ofDays(15 + pick(size, 2)),
                        List.of(
                                        Set.of(Renewal.REDEMPTION),
                                        Set.of(Renewal.VISIT),
                                        Set.of(Renewal.ACCRUAL, Renewal.VISIT))
                                .get(pick(size, 3)));
            case 9 -> terms.get(pick(size, terms.size()));
            default -> Term.never();
        };
    }

    private List<Allocation> someLots(Member member) {
        int last = member.naive.account.lastLot;
        int first = 1 + pick(step.more, Math.max(1, last));
        // Mostly one of the lots of late, now and then several, now and then one that does not exist.
        int lot = pick(step.more >> 3, 40) == 0
                ? last + 1
                : pick(step.more >> 4, 3) == 0 ? first : Math.max(1, last - pick(first, 4));
        NaiveAccount.Batch batch = member.naive.account.lots.get(lot);
        long most = batch == null ? 1 : NaiveAccount.number(batch.amount);
        long points = pick(step.amount, 4) == 0 ? most : Math.min(most, 1 + pick(step.amount >> 2, 60));
        List<Allocation> some = new ArrayList<>();
        some.add(new Allocation(lot, points));
        if (pick(step.amount >> 5, 3) == 0 && lot > 1) {
            some.add(new Allocation(lot - 1, 1 + pick(step.more, 40)));
        }
        return some;
    }

    static LedgerPolicy policy(LedgerPolicy from, int bits) {
        LedgerPolicy policy = from;
        int which = pick(bits, 3);
        int value = bits >>> 3;
        if (which != 1) {
            policy = policy.with(ConsumptionOrder.values()[pick(value, 4)])
                    .with(ClawbackSource.values()[pick(value >> 5, 5) == 0 ? 1 : 0])
                    .with(HoldOverExpiry.values()[pick(value >> 3, 2)]);
        }
        if (which != 2) {
            policy = policy.with(ExpiryClock.values()[pick(value >> 1, 2)])
                    .with(RestorationOrder.values()[pick(value >> 2, 2)])
                    .with(List.of(
                                    new DeadLots.Forfeit(),
                                    new DeadLots.Grace(Period.ofDays(pick(value, 9))),
                                    new DeadLots.Reissue(Term.endOfMonth(Period.ofDays(3))))
                            .get(pick(value >> 4, 3)));
        }
        return policy.with(List.of(
                                Shortfall.Debt.UNLIMITED,
                                new Shortfall.Debt(40),
                                new Shortfall.Clamp(),
                                new Shortfall.MoneyDue())
                        .get(pick(value >> 6, 7) > 3 ? 0 : pick(value >> 6, 7)))
                .with(List.of(
                                new TransferExpiry.Keep(),
                                new TransferExpiry.Renew(Term.of(Period.ofDays(12))),
                                new TransferExpiry.Renew(Term.sliding(Period.ofDays(20))))
                        .get(pick(value >> 2, 3)));
    }

    // ---- carrying out and comparing -----------------------------------------------------------------------------

    private void issue(
            Member member, Function<PointsLedger, Outcome<Posting>> real, Function<NaiveLedger, Answer> naive) {
        member.issued.add(new Issued(real, naive));
        Outcome<Posting> outcome = real.apply(member.ledger);
        Locale.setDefault(LOCALES.get(pick(number, LOCALES.size())));
        TimeZone.setDefault(TimeZone.getTimeZone(DEFAULT_ZONES.get(pick(number, DEFAULT_ZONES.size()))));
        assertEquals(outcome, real.apply(member.ledger), "asking again gives the same, whatever the defaults");
        Answer answer = naive.apply(member.naive);
        if (answer.rejection() != null) {
            refused(answer.rejection(), outcome);
            return;
        }
        Posting posting = outcome.orElseThrow();
        assertEquals(List.of(answer.entry()), posting.entries());
        assertEquals(answer.isDuplicate(), outcome instanceof Outcome.Duplicate);
        if (answer.isDuplicate()) {
            count("Duplicate");
            assertEquals(member.ledger, posting.ledger());
        } else {
            wrote(member, posting);
        }
    }

    private void refused(Rejection expected, Outcome<?> outcome) {
        count(expected.reason().name());
        assertEquals(new Outcome.Rejected<>(expected), outcome);
    }

    private void wrote(Member member, Posting posting) {
        member.ledger = posting.ledger();
        for (Entry entry : posting.entries()) {
            count(entry.getClass().getSimpleName());
            member.naive.add(entry);
            if (entry instanceof Entry.Opening) {
                member.versions.clear();
            }
        }
        member.versions.put(member.ledger.version(), member.ledger);
    }

    private void count(String what) {
        reached.merge(what, 1, Integer::sum);
    }

    private void check(Member member) {
        NaiveAccount account = member.naive.account;
        Instant latest = now.isAfter(account.clock) ? now : account.clock;
        NaiveAccount then = account.copy(member.naive.policy).advance(latest);
        for (String currency : CURRENCIES) {
            compare(member.ledger.asOf(latest, currency), then, currency);
            invariants(member, latest, currency);
        }
        assertEquals(
                NaiveAccount.number(then.available(PointType.POINTS).add(then.held(PointType.POINTS))),
                member.ledger.balance(latest));
        if (number % 4 == 0) {
            Instant other = latest.plus(Duration.ofMinutes(pick(step.more, 60 * 24 * 40) - 60 * 24 * 25));
            NaiveAccount past = member.naive.asOf(other);
            CURRENCIES.forEach(currency -> compare(member.ledger.asOf(other, currency), past, currency));
        }
    }

    private void compare(Position position, NaiveAccount account, String currency) {
        long available = NaiveAccount.number(account.available(currency));
        long held = NaiveAccount.number(account.held(currency));
        long debt = NaiveAccount.number(account.debt(currency));
        assertEquals(available, position.available(), "available");
        assertEquals(held, position.held(), "held");
        assertEquals(NaiveAccount.number(account.pending(currency)), position.pending(), "pending");
        assertEquals(debt, position.debt(), "debt");
        assertEquals(available + held, position.balance(), "balance");
        assertEquals(available + held - debt, position.net(), "net");
        assertEquals(account.totals(currency), position.totals());
        assertEquals(
                account.listed(currency),
                position.lots().stream().map(Trial::ungrouped).toList());
        for (PointType.Nature nature : PointType.Nature.values()) {
            assertEquals(NaiveAccount.number(account.available(currency, nature)), position.available(nature));
        }
        Instant until = position.at().plus(Duration.ofDays(pick(step.amount, 30)));
        assertEquals(NaiveAccount.number(account.expiringBy(currency, until)), position.expiringBy(until));
        assertEquals(NaiveAccount.number(account.expiringBy(currency, Instant.MAX)), position.expiringBy(Instant.MAX));
        LocalDate lastDay =
                pick(step.amount, 4) == 0 ? LocalDate.MAX : until.atZone(zone).toLocalDate();
        assertEquals(account.expiringThrough(currency, lastDay), position.expiringThrough(lastDay));
    }

    private static Lot ungrouped(Lot lot) {
        return lot.dated(lot.activatesAt(), lot.expiresAt(), 0);
    }

    /** What the domain guide says must always hold, told from the ledger's own answers. */
    private void invariants(Member member, Instant at, String currency) {
        Position position = member.ledger.asOf(at, currency);
        Totals totals = position.totals();
        assertEquals(
                sum(totals.accrued(), totals.adjustedUp(), totals.transferredIn(), position.debt()),
                sum(
                        position.pending(),
                        position.available(),
                        position.held(),
                        totals.redeemed(),
                        totals.expired(),
                        totals.forfeited(),
                        totals.clawedBack(),
                        totals.adjustedDown(),
                        totals.transferredOut()),
                "conservation");
        BigInteger pending = BigInteger.ZERO;
        BigInteger available = BigInteger.ZERO;
        BigInteger held = BigInteger.ZERO;
        for (Lot lot : position.lots()) {
            assertEquals(lot.amount(), lot.remaining() + lot.held() + lot.expired() + lot.used());
            assertTrue(lot.remaining() >= 0 && lot.remaining() <= lot.amount() && lot.used() >= 0);
            held = held.add(BigInteger.valueOf(lot.held()));
            if (lot.activatesAt().isAfter(at)) {
                pending = pending.add(BigInteger.valueOf(lot.remaining()));
            } else if (lot.isLive(at)) {
                available = available.add(BigInteger.valueOf(lot.remaining()));
            }
        }
        assertEquals(sum(position.pending()), pending, "the lots say what is pending");
        assertEquals(sum(position.available()), available, "the lots say what is available");
        assertEquals(sum(position.held()), held, "the lots say what is held");
        assertTrue(
                position.available() >= 0 && position.held() >= 0 && position.pending() >= 0 && position.debt() >= 0);
        List<Entry> entries = member.ledger.entries();
        if (!member.debtBesidePoints
                && !entries.isEmpty()
                && entries.get(entries.size() - 1) instanceof Entry.Accrual accrual
                && !accrual.activatesAt().isAfter(at)) {
            assertTrue(position.debt() == 0 || position.available() == 0, "an active accrual pays debt first");
        }
    }

    private static BigInteger sum(long... numbers) {
        BigInteger sum = BigInteger.ZERO;
        for (long number : numbers) {
            sum = sum.add(BigInteger.valueOf(number));
        }
        return sum;
    }

    /** What must hold of the whole history once all steps are done. */
    void finish(int salt) {
        for (Member member : members) {
            List<Instant> instants = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                instants.add(now.minus(Duration.ofHours(pick(salt * (i + 7), 24 * 120) - 24 * 20)));
            }
            PointsLedger replayed = PointsLedger.replay(member.ledger.policy(), member.ledger.entries());
            assertEquals(member.ledger, replayed);
            assertEquals(member.ledger.hashCode(), replayed.hashCode());
            assertEquals(fingerprint(member.ledger, instants), fingerprint(replayed, instants));
            int every = 0;
            for (Map.Entry<Integer, PointsLedger> version : member.versions.entrySet()) {
                PointsLedger then = version.getValue();
                if (version.getKey() == 0 || every++ % 7 != pick(salt, 7)) {
                    continue;
                }
                PointsLedger prefix = member.ledger.with(then.policy()).atVersion(version.getKey());
                assertEquals(then, prefix);
                assertEquals(fingerprint(then, instants), fingerprint(prefix, instants));
                Instant recorded =
                        then.entries().get(then.entries().size() - 1).stamp().recordedAt();
                PointsLedger known = member.ledger.asKnownAt(recorded);
                NaiveAccount naive = member.naive.asOf(instants.get(0), recorded);
                CURRENCIES.forEach(currency -> compare(known.asOf(instants.get(0), currency), naive, currency));
            }
            corrupt(member, salt);
            Instant from = instants.get(1);
            Instant to = instants.get(2).isBefore(from) ? from : instants.get(2);
            List<Entry> statement = new ArrayList<>();
            for (Entry entry : member.naive.entries) {
                if (!entry.stamp().effectiveAt().isBefore(from)
                        && entry.stamp().effectiveAt().isBefore(to)) {
                    statement.add(entry);
                }
            }
            statement.sort((a, b) -> a.stamp().effectiveAt().compareTo(b.stamp().effectiveAt()));
            assertEquals(statement, member.ledger.statement(from, to));
        }
    }

    /** A stream with an entry dropped, repeated or moved is refused, and the first wrong entry is named. */
    private static void corrupt(Member member, int salt) {
        List<Entry> entries = member.ledger.entries();
        if (entries.size() < 3) {
            return;
        }
        int at = 1 + pick(salt, entries.size() - 2);
        List<Entry> dropped = new ArrayList<>(entries);
        dropped.remove(at);
        refusedAt(entries.get(at + 1), member, dropped);
        List<Entry> repeated = new ArrayList<>(entries);
        repeated.add(at, entries.get(at - 1));
        refusedAt(entries.get(at - 1), member, repeated);
        List<Entry> moved = new ArrayList<>(entries);
        Collections.swap(moved, at, at + 1);
        refusedAt(entries.get(at + 1), member, moved);
    }

    private static void refusedAt(Entry wrong, Member member, List<Entry> entries) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> PointsLedger.replay(member.ledger.policy(), entries))
                .getMessage();
        String start =
                "entry " + wrong.stamp().sequence() + " ('" + wrong.stamp().key() + "') is wrong: sequence must be ";
        assertTrue(message.startsWith(start), message);
    }

    private static List<Object> fingerprint(PointsLedger ledger, List<Instant> instants) {
        List<Object> all = new ArrayList<>();
        for (Instant instant : instants) {
            for (String currency : CURRENCIES) {
                Position position = ledger.asOf(instant, currency);
                all.add(numbers(position));
                all.add(position.lots());
                all.add(position.expiringThrough(LocalDate.MAX));
            }
        }
        return all;
    }

    List<PointsLedger> ledgers() {
        return members.stream().map(member -> member.ledger).toList();
    }
}
