package io.loyalty.examples;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.program.Program;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A shop made of the rows of a file, under a plain program that fits any of them. */
final class CsvShop {

    private static final long REWARD_PRICE = 250;
    private static final Place PLACE = Place.store("shop");

    private CsvShop() {}

    static Shop of(String title, List<CsvRows.Purchase> rows, ZoneId zone, Currency currency) {
        List<CsvRows.Purchase> inOrder = new ArrayList<>(rows);
        inOrder.sort(Comparator.comparing(CsvRows.Purchase::at).thenComparing(CsvRows.Purchase::line));
        Map<CustomerId, List<CsvRows.Purchase>> byCustomer = new TreeMap<>();
        List<Transaction> transactions = new ArrayList<>(rows.size());
        for (CsvRows.Purchase row : inOrder) {
            byCustomer.computeIfAbsent(row.customer(), id -> new ArrayList<>()).add(row);
            transactions.add(
                    new Transaction(row.customer(), row.at(), row.amount().minorUnits()));
        }
        List<Shop.Member> members = new ArrayList<>(byCustomer.size());
        Unmatched unmatched = new Unmatched();
        byCustomer.forEach((id, purchases) -> {
            Shop.Member member = member(id, purchases, unmatched);
            if (!member.activities().isEmpty()) {
                members.add(member);
            }
        });
        if (members.isEmpty()) {
            throw new UserError("The file has returns alone; it needs a row with a purchase.");
        }
        LocalDate lastDay = inOrder.get(inOrder.size() - 1).at().atZone(zone).toLocalDate();
        return new Shop(
                title,
                program(zone, currency),
                REWARD_PRICE,
                "after each visit as many rewards as the points suffice for",
                members,
                transactions,
                List.of(),
                lastDay,
                remarks(rows, byCustomer.size() - members.size(), unmatched, currency));
    }

    /** One point per unit of money, or per hundred where it is small; valid a year, to the end of the month. */
    private static Program program(ZoneId zone, Currency currency) {
        Money step = Money.ofMinor(currency, 100);
        return Program.in(zone, currency)
                .tiers(TierRules.ladder("Bronze")
                        .with("Silver", Criterion.spendNet(250 * step.minorUnits()))
                        .with("Gold", Criterion.spendNet(1_000 * step.minorUnits())))
                .earning(EarningRule.earn(1).perFull(step).named("base").valid(Term.endOfMonth(Period.ofMonths(12))));
    }

    private static final class Unmatched {
        int returns;
        long minor;
    }

    private static Shop.Member member(CustomerId id, List<CsvRows.Purchase> purchases, Unmatched unmatched) {
        ReturnMatching matching = new ReturnMatching();
        List<Activity> activities = new ArrayList<>();
        Set<ActivityId> wishes = new HashSet<>();
        for (CsvRows.Purchase row : purchases) {
            String name = "line-" + row.line();
            if (row.amount().isNegative()) {
                activities.addAll(
                        matching.returned(name, row.at(), -row.amount().minorUnits()));
            } else {
                Visit visit = Visit.ofAmount(ActivityId.of(name), id, row.at(), PLACE, row.amount());
                matching.bought(visit);
                activities.add(visit);
                wishes.add(visit.id());
            }
        }
        unmatched.returns += matching.unmatched();
        unmatched.minor += matching.unmatchedMinor();
        return new Shop.Member(Customer.of(id), activities, wishes);
    }

    private static List<String> remarks(
            List<CsvRows.Purchase> rows, int returnsAlone, Unmatched unmatched, Currency currency) {
        List<String> remarks = new ArrayList<>();
        long zero = rows.stream().filter(row -> row.amount().isZero()).count();
        if (zero > 0) {
            remarks.add(Text.count(zero, "row")
                    + " with an amount of 0: a visit to the program, no purchase to the metrics");
        }
        long negative = rows.stream().filter(row -> row.amount().isNegative()).count();
        if (negative > 0) {
            remarks.add(
                    Text.count(negative, "row")
                            + " with a negative amount: a return of the customer's latest visits with something left, newest first");
        }
        if (unmatched.returns > 0) {
            remarks.add(Text.count(unmatched.returns, "return") + " of more than was left, "
                    + Text.money(Money.ofMinor(currency, unmatched.minor))
                    + " in all: the program knows no visit for it, the metrics count it");
        }
        if (returnsAlone > 0) {
            remarks.add(Text.count(returnsAlone, "customer") + " with returns alone: no members");
        }
        return remarks;
    }
}
