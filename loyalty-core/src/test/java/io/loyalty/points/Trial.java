package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.points.LedgerPolicy.ClawbackSource;
import io.loyalty.points.NaiveHistory.Answer;
import io.loyalty.time.Renewal;
import io.loyalty.time.Term;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Three accounts, each a ledger with its oracle, on which steps act. A step is five numbers that are read as a command, valid or
 * not, on what is there; after each, ledger and oracle must agree and the invariants of the domain guide must hold.
 */
final class Trial extends Agreement {

    private static final List<Locale> LOCALES = List.of(
            Locale.ROOT, Locale.forLanguageTag("tr-TR"), Locale.forLanguageTag("ar-EG-u-nu-arab"), Locale.JAPAN);
    private static final List<String> DEFAULT_ZONES = List.of("UTC", "America/Sao_Paulo", "Pacific/Kiritimati");

    private final List<Member> members = new ArrayList<>();
    private final Map<String, Integer> reached;

    Trial(ZoneId zone, LocalDate start, List<Term> terms, int policies, Map<String, Integer> reached) {
        super(zone, start.atTime(10, 0).atZone(zone).toInstant(), terms);
        this.reached = reached;
        for (int i = 0; i < 3; i++) {
            members.add(
                    new Member(List.of("ann", "ben", "cho").get(i), policy(LedgerPolicy.in(zone), policies >> 10 * i)));
        }
    }

    // ---- steps --------------------------------------------------------------------------------------------------

    void run(Step next) {
        step = next;
        number++;
        Member member = members.get(pick(step.who(), 16) < 11 ? 0 : pick(step.who(), 16) < 14 ? 1 : 2);
        try {
            run(member);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "step " + number + " of " + member.name + ": " + e.getMessage() + "\n" + member.naive.policy + "\n"
                            + member.naive.entries.stream().map(Entry::toString).collect(Collectors.joining("\n")),
                    e);
        }
    }

    /** Checks the whole history of each account. */
    void finish(int salt) {
        for (Member member : members) {
            if (member.naive.entries.size() > 130) {
                count("more than two checkpoints");
            }
        }
        finish(members, salt);
    }

    private void run(Member member) {
        pass(member.naive);
        int verb = pick(step.verb(), 100);
        if (verb < 18) {
            Instant at = verb < 13 ? now : now.minus(Duration.ofHours(pick(step.when(), 24 * 60)));
            Grant grant = grant(step.amount(), step.more());
            Command command = command(member.naive, at);
            issue(member, l -> l.accrue(command, grant), n -> n.accrue(command, grant));
        } else if (verb < 28) {
            Command command = command(member.naive, inOrder(member.naive));
            long points = amount(member.naive);
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
            List<Allocation> owed = someLots(member.naive);
            Command command = command(member.naive, inOrder(member.naive));
            member.debtBesidePoints |= member.ledger.policy().clawbackSource() == ClawbackSource.PENDING_ONLY;
            issue(member, l -> l.clawBack(command, owed), n -> n.clawBack(command, owed));
        } else if (verb < 58) {
            List<Integer> lots =
                    someLots(member.naive).stream().map(Allocation::lot).toList();
            Command command = command(member.naive, inOrder(member.naive));
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
            Command command = command(member.naive, inOrder(member.naive));
            issue(member, l -> l.snapshot(command), n -> n.snapshot(command));
        } else if (verb < 90) {
            Command command = command(member.naive, inOrder(member.naive));
            String currency = currency();
            issue(member, l -> l.forfeit(command, currency, "left"), n -> n.forfeit(command, currency, "left"));
        } else if (verb < 95) {
            LedgerPolicy other = policy(member.ledger.policy(), step.more());
            member.ledger = member.ledger.with(other);
            member.naive.change(other);
        } else if (!member.issued.isEmpty()) {
            Issued again = member.issued.get(pick(step.more(), member.issued.size()));
            issue(member, again.real(), again.naive());
        }
        members.forEach(this::check);
    }

    private void restore(Member member) {
        List<Entry> undoable = member.naive.entries.stream()
                .filter(entry -> entry instanceof Entry.Redemption
                        || entry instanceof Entry.Capture
                        || pick(step.more(), 20) == 0)
                .toList();
        String key = undoable.isEmpty()
                ? "nothing"
                : undoable.get(pick(step.more(), undoable.size())).stamp().key();
        long points = amount(member.naive);
        Command command = command(member.naive, inOrder(member.naive));
        issue(member, l -> l.restore(command, key, points), n -> n.restore(command, key, points));
    }

    private void holds(Member member, int verb) {
        Command command = command(member.naive, inOrder(member.naive));
        long points = amount(member.naive);
        if (verb < 41) {
            String currency = currency();
            Instant lapsesAt = pick(step.more(), 4) == 0
                    ? Instant.MAX
                    : command.at().plus(Duration.ofHours(pick(step.more() >> 2, 24 * 50) - 20));
            issue(
                    member,
                    l -> l.hold(command, points, currency, lapsesAt),
                    n -> n.hold(command, points, currency, lapsesAt));
            return;
        }
        List<Entry> holds = new ArrayList<>(member.naive.entries);
        holds.removeIf(entry -> !(entry instanceof Entry.Hold) && pick(step.more(), 20) > 0);
        List<NaiveLots.OpenHold> open = member.naive.account.holds;
        if (!open.isEmpty() && pick(step.more(), 5) > 0) {
            NaiveLots.OpenHold hold = open.get(pick(step.more() >> 3, open.size()));
            String key = hold.entry().stamp().key();
            long held = NaiveAccount.points(hold.held());
            long part =
                    pick(step.amount(), 3) == 0 ? points : 1 + pick(step.amount() >> 2, (int) Math.min(1000, 1 + held));
            resolve(member, verb, command, key, part);
        } else {
            String key = holds.isEmpty()
                    ? "nothing"
                    : holds.get(pick(step.more() >> 1, holds.size())).stamp().key();
            resolve(member, verb, command, key, points);
        }
    }

    private void resolve(Member member, int verb, Command command, String key, long points) {
        if (verb < 45) {
            issue(member, l -> l.capture(command, key, points), n -> n.capture(command, key, points));
        } else {
            issue(member, l -> l.release(command, key), n -> n.release(command, key));
        }
    }

    private void adjust(Member member, int verb) {
        Command command = command(member.naive, inOrder(member.naive));
        if (verb < 60) {
            Grant grant = grant(step.amount(), step.more());
            issue(
                    member,
                    l -> l.adjustUp(command, grant, "sorry", "desk"),
                    n -> n.adjustUp(command, grant, "sorry", "desk"));
        } else {
            long points = amount(member.naive);
            String currency = currency();
            issue(
                    member,
                    l -> l.adjustDown(command, points, currency, "fraud", "desk"),
                    n -> n.adjustDown(command, points, currency, "fraud", "desk"));
        }
    }

    private void dates(Member member, int verb) {
        Command command = command(member.naive, inOrder(member.naive));
        Instant until = command.at().plus(Duration.ofHours(pick(step.amount(), 24 * 50) - 24));
        List<Allocation> some = someLots(member.naive);
        List<Integer> lots = some.stream().map(Allocation::lot).toList();
        if (verb < 64) {
            issue(member, l -> l.extend(command, lots, until, "kind"), n -> n.extend(command, lots, until, "kind"));
        } else if (verb < 66) {
            Term term = term(step.amount());
            OldLots oldLots = OldLots.values()[pick(step.more(), 3)];
            String reason = term + " " + oldLots;
            issue(
                    member,
                    l -> l.changeTerm(command, term, oldLots, reason),
                    n -> n.changeTerm(command, term, oldLots, reason));
        } else if (verb < 69) {
            Instant at = pick(step.amount(), 2) == 0 ? now : now.minus(Duration.ofHours(pick(step.amount(), 1000)));
            Command late = command(member.naive, at);
            Renewal activity = Renewal.values()[pick(step.more(), 3)];
            issue(member, l -> l.renew(late, activity), n -> n.renew(late, activity));
        } else {
            issue(
                    member,
                    l -> l.reinstate(command, some, until, "back"),
                    n -> n.reinstate(command, some, until, "back"));
        }
    }

    private void move(Member from, int verb) {
        Member into = members.get(pick(step.more(), 8) % 3);
        Command command = command(from.naive, inOrder(from.naive));
        String currency = currency();
        Transfers.Account giver = new Transfers.Account(from.name, from.ledger);
        Transfers.Account taker = new Transfers.Account(into.name, into.ledger);
        Outcome<Transfer> outcome;
        Answer sent;
        if (verb < 76) {
            long points = amount(from.naive);
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
                    : merges.get(pick(step.amount(), merges.size())).stamp().key();
            if (!merges.isEmpty() && pick(step.more(), 8) > 1) {
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
        Instant at = pick(step.amount(), 5) == 0 ? now.minus(Duration.ofHours(pick(step.more(), 200))) : now;
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
}
