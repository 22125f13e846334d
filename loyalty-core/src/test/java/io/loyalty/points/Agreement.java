package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.points.NaiveHistory.Answer;
import io.loyalty.time.Term;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What must hold after each step and of the whole history: agreement with the oracle, and the invariants of the domain guide. */
abstract class Agreement extends Dice {

    /** An account: the ledger, its oracle, and what has been asked of it. */
    static final class Member {
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

    record Issued(Function<PointsLedger, Outcome<Posting>> real, Function<NaiveLedger, Answer> naive) {}

    Agreement(ZoneId zone, Instant start, List<Term> terms) {
        super(zone, start, terms);
    }

    void check(Member member) {
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
            Instant other = latest.plus(Duration.ofMinutes(pick(step.more(), 60 * 24 * 40) - 60 * 24 * 25));
            NaiveAccount past = member.naive.asOf(other);
            CURRENCIES.forEach(currency -> compare(member.ledger.asOf(other, currency), past, currency));
        }
    }

    void compare(Position position, NaiveAccount account, String currency) {
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
                position.lots().stream().map(Agreement::ungrouped).toList());
        for (PointType.Nature nature : PointType.Nature.values()) {
            assertEquals(NaiveAccount.number(account.available(currency, nature)), position.available(nature));
        }
        Instant until = position.at().plus(Duration.ofDays(pick(step.amount(), 30)));
        assertEquals(NaiveAccount.number(account.expiringBy(currency, until)), position.expiringBy(until));
        assertEquals(NaiveAccount.number(account.expiringBy(currency, Instant.MAX)), position.expiringBy(Instant.MAX));
        LocalDate lastDay =
                pick(step.amount(), 4) == 0 ? LocalDate.MAX : until.atZone(zone).toLocalDate();
        assertEquals(account.expiringThrough(currency, lastDay), position.expiringThrough(lastDay));
    }

    static Lot ungrouped(Lot lot) {
        return lot.dated(lot.activatesAt(), lot.expiresAt(), 0);
    }

    /** What the domain guide says must always hold, told from the ledger's own answers. */
    void invariants(Member member, Instant at, String currency) {
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

    static BigInteger sum(long... numbers) {
        BigInteger sum = BigInteger.ZERO;
        for (long number : numbers) {
            sum = sum.add(BigInteger.valueOf(number));
        }
        return sum;
    }

    /** What must hold of the whole history once all steps are done. */
    void finish(List<Member> members, int salt) {
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
    static void corrupt(Member member, int salt) {
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

    static void refusedAt(Entry wrong, Member member, List<Entry> entries) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> PointsLedger.replay(member.ledger.policy(), entries))
                .getMessage();
        String start =
                "entry " + wrong.stamp().sequence() + " ('" + wrong.stamp().key() + "') is wrong: sequence must be ";
        assertTrue(message.startsWith(start), message);
    }

    static List<Object> fingerprint(PointsLedger ledger, List<Instant> instants) {
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

    static List<Object> numbers(Position position) {
        return List.of(position.available(), position.held(), position.pending(), position.debt(), position.totals());
    }
}
