package io.loyalty.benchmarks;

import io.loyalty.visit.Line;
import io.loyalty.visit.Visit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of {@link ScoreVisitBenchmark} as in-house code often has it: amounts as {@link BigDecimal}, a list of rule
 * objects walked for each visit, a {@link ZonedDateTime} for each date, and an account whose tier and balance are found by
 * folding its list. It is right, and it is not made slow on purpose.
 */
final class NaiveProgram {

    private static final BigDecimal SILVER = BigDecimal.valueOf(ScoreVisitBenchmark.SILVER_YEN);
    private static final BigDecimal GOLD = BigDecimal.valueOf(ScoreVisitBenchmark.GOLD_YEN);

    interface Rule {

        boolean applies(String tier);

        BigDecimal points(Visit visit);

        ZonedDateTime expiresAt(ZonedDateTime earnedAt);
    }

    record PerAmount(BigDecimal points, BigDecimal step, String onlyTier) implements Rule {

        @Override
        public boolean applies(String tier) {
            return onlyTier.isEmpty() || onlyTier.equals(tier);
        }

        @Override
        public BigDecimal points(Visit visit) {
            return net(visit).divide(step, 0, RoundingMode.FLOOR).multiply(points);
        }

        @Override
        public ZonedDateTime expiresAt(ZonedDateTime earnedAt) {
            ZonedDateTime yearLater = earnedAt.plusYears(1);
            return yearLater.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay(yearLater.getZone());
        }
    }

    record PerVisit(BigDecimal points) implements Rule {

        @Override
        public boolean applies(String tier) {
            return true;
        }

        @Override
        public BigDecimal points(Visit visit) {
            return points;
        }

        @Override
        public ZonedDateTime expiresAt(ZonedDateTime earnedAt) {
            return earnedAt.plusMonths(6).plusDays(1).toLocalDate().atStartOfDay(earnedAt.getZone());
        }
    }

    record Entry(BigDecimal points, ZonedDateTime earnedAt, ZonedDateTime expiresAt) {}

    record Past(ZonedDateTime at, BigDecimal net) {}

    record Account(List<Past> visits, List<Entry> entries) {

        BigDecimal balance(ZonedDateTime at) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Entry entry : entries) {
                if (at.isBefore(entry.expiresAt())) {
                    sum = sum.add(entry.points());
                }
            }
            return sum;
        }

        String tier(ZonedDateTime at) {
            BigDecimal thisYear = BigDecimal.ZERO;
            BigDecimal yearBefore = BigDecimal.ZERO;
            for (Past visit : visits) {
                if (visit.at().getYear() == at.getYear()) {
                    thisYear = thisYear.add(visit.net());
                } else if (visit.at().getYear() == at.getYear() - 1) {
                    yearBefore = yearBefore.add(visit.net());
                }
            }
            BigDecimal better = thisYear.max(yearBefore);
            return better.compareTo(GOLD) >= 0 ? "Gold" : better.compareTo(SILVER) >= 0 ? "Silver" : "Bronze";
        }
    }

    record Recorded(Account account, BigDecimal balance) {}

    private final List<Rule> rules = List.of(
            new PerAmount(BigDecimal.ONE, BigDecimal.valueOf(100), ""),
            new PerVisit(BigDecimal.valueOf(5)),
            new PerAmount(BigDecimal.ONE, BigDecimal.valueOf(200), "Gold"));

    private final ZoneId zone;

    NaiveProgram(ZoneId zone) {
        this.zone = zone;
    }

    List<Entry> award(Visit visit, String tier) {
        ZonedDateTime at = local(visit.at());
        List<Entry> entries = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.applies(tier)) {
                BigDecimal points = rule.points(visit);
                if (points.signum() > 0) {
                    entries.add(new Entry(points, at, rule.expiresAt(at)));
                }
            }
        }
        return entries;
    }

    Recorded record(Account account, Visit visit) {
        ZonedDateTime at = local(visit.at());
        List<Entry> entries = new ArrayList<>(account.entries());
        entries.addAll(award(visit, account.tier(at)));
        List<Past> visits = new ArrayList<>(account.visits());
        visits.add(new Past(at, net(visit)));
        Account next = new Account(visits, entries);
        return new Recorded(next, next.balance(at));
    }

    private ZonedDateTime local(Instant at) {
        return at.atZone(zone);
    }

    private static BigDecimal net(Visit visit) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : visit.lines()) {
            sum = sum.add(line.unitPrice().toBigDecimal().multiply(BigDecimal.valueOf(line.quantity())));
        }
        return sum;
    }
}
