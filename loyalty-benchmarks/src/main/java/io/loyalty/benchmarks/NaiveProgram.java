package io.loyalty.benchmarks;

import io.loyalty.visit.Visit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The program of {@link TwentyRules} as in-house code often has it: amounts as {@link BigDecimal}, a list of rule objects walked
 * for each visit, a {@link ZonedDateTime} for each condition on time, and an account whose tier, count of visits, points of the
 * day and balance are found by folding its lists. It is right, it has its data in the form that it wants, and it is not made slow
 * on purpose: a condition is asked once for a visit, not once for a line.
 */
final class NaiveProgram {

    private static final BigDecimal SILVER = BigDecimal.valueOf(TwentyRules.SILVER_YEN);
    private static final BigDecimal GOLD = BigDecimal.valueOf(TwentyRules.GOLD_YEN);
    private static final BigDecimal CAP_PER_DAY = BigDecimal.valueOf(TwentyRules.CAP_PER_DAY);

    record Item(String category, BigDecimal price, BigDecimal quantity) {

        BigDecimal amount() {
            return price.multiply(quantity);
        }
    }

    record Receipt(Instant at, String store, List<Item> items) {

        static Receipt of(Visit visit) {
            return new Receipt(
                    visit.at(),
                    visit.place().code(),
                    visit.lines().stream()
                            .map(line -> new Item(
                                    line.category(),
                                    line.unitPrice().toBigDecimal(),
                                    BigDecimal.valueOf(line.quantity())))
                            .toList());
        }

        BigDecimal amount() {
            BigDecimal sum = BigDecimal.ZERO;
            for (Item item : items) {
                sum = sum.add(item.amount());
            }
            return sum;
        }

        BigDecimal amount(String category) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Item item : items) {
                if (item.category().equals(category)) {
                    sum = sum.add(item.amount());
                }
            }
            return sum;
        }
    }

    record Member(String tier, MonthDay birthday, int visitsBefore, BigDecimal pointsToday) {}

    interface Condition {
        boolean holds(Receipt receipt, Member member);
    }

    /** A rule that gives points. */
    interface Rule {
        String name();

        Condition condition();

        /** Adds the points of this rule, and what each multiplier adds to them, to the points by rule. */
        void earn(Receipt receipt, List<Multiplier> multipliers, Map<String, BigDecimal> points);
    }

    record Multiplier(String name, Condition condition, String category, BigDecimal factor) {

        boolean isAbout(Item item) {
            return category.isEmpty() || category.equals(item.category());
        }
    }

    record PerAmount(String name, Condition condition, BigDecimal points, BigDecimal amount, String except)
            implements Rule {

        @Override
        public void earn(Receipt receipt, List<Multiplier> multipliers, Map<String, BigDecimal> byRule) {
            List<Item> items = new ArrayList<>();
            List<BigDecimal> weighted = new ArrayList<>();
            for (Item item : receipt.items()) {
                if (!item.category().equals(except)) {
                    items.add(item);
                    weighted.add(item.amount());
                }
            }
            BigDecimal before = points(weighted);
            byRule.merge(name, before, BigDecimal::add);
            for (Multiplier multiplier : multipliers) {
                for (int i = 0; i < items.size(); i++) {
                    if (multiplier.isAbout(items.get(i))) {
                        weighted.set(i, weighted.get(i).multiply(multiplier.factor()));
                    }
                }
                BigDecimal after = points(weighted);
                byRule.merge(multiplier.name(), after.subtract(before), BigDecimal::add);
                before = after;
            }
        }

        private BigDecimal points(List<BigDecimal> weighted) {
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal one : weighted) {
                sum = sum.add(one);
            }
            return sum.multiply(points).divide(amount, 0, RoundingMode.FLOOR);
        }
    }

    record PerFull(String name, Condition condition, BigDecimal points, BigDecimal step, String category)
            implements Rule {

        @Override
        public void earn(Receipt receipt, List<Multiplier> multipliers, Map<String, BigDecimal> byRule) {
            BigDecimal steps = receipt.amount(category).divide(step, 0, RoundingMode.FLOOR);
            multiply(name, steps.multiply(points), multipliers, byRule);
        }
    }

    record PerVisit(String name, Condition condition, BigDecimal points) implements Rule {

        @Override
        public void earn(Receipt receipt, List<Multiplier> multipliers, Map<String, BigDecimal> byRule) {
            multiply(name, points, multipliers, byRule);
        }
    }

    record Bonus(String name, Condition condition, BigDecimal points) implements Rule {

        @Override
        public void earn(Receipt receipt, List<Multiplier> multipliers, Map<String, BigDecimal> byRule) {
            byRule.merge(name, points, BigDecimal::add);
        }
    }

    private static void multiply(
            String name, BigDecimal points, List<Multiplier> multipliers, Map<String, BigDecimal> byRule) {
        byRule.merge(name, points, BigDecimal::add);
        BigDecimal product = points;
        BigDecimal before = points;
        for (Multiplier multiplier : multipliers) {
            if (multiplier.category().isEmpty()) {
                product = product.multiply(multiplier.factor());
                BigDecimal after = product.setScale(0, RoundingMode.FLOOR);
                byRule.merge(multiplier.name(), after.subtract(before), BigDecimal::add);
                before = after;
            }
        }
    }

    /** What a rule gave. */
    record Part(String rule, BigDecimal points) {}

    record Entry(String rule, BigDecimal points, ZonedDateTime earnedAt, ZonedDateTime expiresAt) {

        static Entry of(Part part, ZonedDateTime earnedAt) {
            ZonedDateTime expiresAt = earnedAt.plusYears(1)
                    .toLocalDate()
                    .withDayOfMonth(1)
                    .plusMonths(1)
                    .atStartOfDay(earnedAt.getZone());
            return new Entry(part.rule(), part.points(), earnedAt, expiresAt);
        }
    }

    record Past(ZonedDateTime at, BigDecimal net) {}

    record Account(MonthDay birthday, List<Past> visits, List<Entry> entries) {

        BigDecimal balance(ZonedDateTime at) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Entry entry : entries) {
                if (at.isBefore(entry.expiresAt())) {
                    sum = sum.add(entry.points());
                }
            }
            return sum;
        }

        BigDecimal pointsOn(LocalDate day) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Entry entry : entries) {
                if (entry.earnedAt().toLocalDate().equals(day)) {
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

        Member member(ZonedDateTime at) {
            return member(at, tier(at));
        }

        Member member(ZonedDateTime at, String tier) {
            return new Member(tier, birthday, visits.size(), pointsOn(at.toLocalDate()));
        }
    }

    record Recorded(Account account, BigDecimal balance) {}

    private static final Condition ALWAYS = (receipt, member) -> true;

    private final ZoneId zone;
    private final List<Rule> rules;
    private final List<Multiplier> multipliers;

    NaiveProgram(ZoneId zone) {
        this.zone = zone;
        rules = List.of(
                new PerAmount("base", ALWAYS, BigDecimal.ONE, BigDecimal.valueOf(100), "books"),
                new PerFull("household", ALWAYS, BigDecimal.valueOf(2), BigDecimal.valueOf(500), "household"),
                new PerVisit("visit", ALWAYS, BigDecimal.valueOf(5)),
                bonus(
                        "big basket",
                        50,
                        (receipt, member) -> receipt.amount().compareTo(BigDecimal.valueOf(10_000)) >= 0),
                bonus(
                        "much produce",
                        20,
                        (receipt, member) -> receipt.amount("produce").compareTo(BigDecimal.valueOf(2_000)) >= 0),
                bonus(
                        "summer toys",
                        30,
                        (receipt, member) -> isWithin(receipt.at(), LocalDate.of(2025, 7, 1), LocalDate.of(2025, 8, 31))
                                && receipt.items().stream()
                                        .anyMatch(item -> item.category().equals("toys"))),
                bonus("new store", 10, (receipt, member) -> receipt.store().equals("store-4")),
                bonus("first purchase", 100, (receipt, member) -> member.visitsBefore() == 0),
                bonus("tenth visit", 100, (receipt, member) -> (member.visitsBefore() + 1) % 10 == 0));
        // By name: what each adds is on top of those before it.
        multipliers = List.of(
                onCategory("bakery", "1.25"),
                multiplier(
                        "birthday",
                        "2",
                        (receipt, member) -> local(receipt.at()).getMonth()
                                == member.birthday().getMonth()),
                onCategory("coffee", "2"),
                onCategory("dairy", "1.2"),
                multiplier("gold", "1.5", (receipt, member) -> member.tier().equals("Gold")),
                multiplier("happy hour", "2", (receipt, member) -> isHappyHour(local(receipt.at()))),
                multiplier("silver", "1.25", (receipt, member) -> member.tier().equals("Silver")),
                multiplier(
                        "spring",
                        "1.5",
                        (receipt, member) ->
                                isWithin(receipt.at(), LocalDate.of(2024, 3, 1), LocalDate.of(2024, 4, 30))),
                onCategory("tea", "1.5"),
                onCategory("toys", "3"),
                multiplier(
                        "tuesday",
                        "1.2",
                        (receipt, member) -> local(receipt.at()).getDayOfWeek() == DayOfWeek.TUESDAY));
    }

    private static Rule bonus(String name, long points, Condition condition) {
        return new Bonus(name, condition, BigDecimal.valueOf(points));
    }

    private static Multiplier onCategory(String category, String factor) {
        return new Multiplier(category, ALWAYS, category, new BigDecimal(factor));
    }

    private static Multiplier multiplier(String name, String factor, Condition condition) {
        return new Multiplier(name, condition, "", new BigDecimal(factor));
    }

    private boolean isWithin(Instant at, LocalDate first, LocalDate last) {
        LocalDate day = local(at).toLocalDate();
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static boolean isHappyHour(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        return at.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && !time.isBefore(LocalTime.of(14, 0))
                && time.isBefore(LocalTime.of(16, 0));
    }

    int size() {
        return rules.size() + multipliers.size();
    }

    /** What a receipt earns: the points of each rule, by name. */
    List<Part> award(Receipt receipt, Member member) {
        List<Multiplier> holding = new ArrayList<>();
        for (Multiplier multiplier : multipliers) {
            if (multiplier.condition().holds(receipt, member)) {
                holding.add(multiplier);
            }
        }
        Map<String, BigDecimal> byRule = new TreeMap<>();
        for (Rule rule : rules) {
            if (rule.condition().holds(receipt, member)) {
                rule.earn(receipt, holding, byRule);
            }
        }
        // What exceeds the cap is cut from the last rule backward.
        BigDecimal room = CAP_PER_DAY.subtract(member.pointsToday()).max(BigDecimal.ZERO);
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> entry : byRule.entrySet()) {
            BigDecimal points = entry.getValue().min(room);
            if (points.signum() > 0) {
                parts.add(new Part(entry.getKey(), points));
                room = room.subtract(points);
            }
        }
        return parts;
    }

    Recorded record(Account account, Receipt receipt) {
        ZonedDateTime at = local(receipt.at());
        List<Entry> entries = new ArrayList<>(account.entries());
        for (Part part : award(receipt, account.member(at))) {
            entries.add(Entry.of(part, at));
        }
        List<Past> visits = new ArrayList<>(account.visits());
        visits.add(new Past(at, receipt.amount()));
        Account next = new Account(account.birthday(), visits, entries);
        return new Recorded(next, next.balance(at));
    }

    ZonedDateTime local(Instant at) {
        return at.atZone(zone);
    }
}
