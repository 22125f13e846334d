package io.loyalty.examples;

import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Occasion;
import io.loyalty.earning.Cap;
import io.loyalty.earning.Condition;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.program.Program;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.TierRules;
import io.loyalty.time.Term;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.ReferralMade;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Two years of a café that does not exist. The same seed gives the same café, on any machine and any Java.
 *
 * <p>Customers have one of four rhythms; some drift away, a few of those come back. Some tell their birthday, some are brought
 * by others, some bring goods back, and some save their points until they die.
 */
final class MadeUpShop {

    static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    static final Currency YEN = Currency.getInstance("JPY");
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private static final int REWARD_PRICE = 100;
    private static final double BROUGHT_BY_ANOTHER = 0.15;

    private MadeUpShop() {}

    static Shop of(long seed, int customers) {
        SplittableRandom random = new SplittableRandom(seed);
        List<MadeUpCustomer> people = new ArrayList<>(customers);
        for (int i = 1; i <= customers; i++) {
            people.add(new MadeUpCustomer(String.format(Locale.ROOT, "c-%04d", i), random.split()));
        }
        introduce(people, random);
        List<Shop.Member> members = new ArrayList<>(customers);
        List<Transaction> transactions = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        for (MadeUpCustomer person : people) {
            Shop.Member member = person.member();
            members.add(member);
            member.activities().forEach(activity -> addTransaction(transactions, activity));
            person.answer().ifPresent(answers::add);
        }
        transactions.sort(Comparator.comparing(Transaction::at).thenComparing(Transaction::customer));
        return new Shop(
                "A made-up café of " + Text.count(customers, "customer") + " from seed " + seed,
                program(),
                REWARD_PRICE,
                "now and then, when the points suffice",
                members,
                transactions,
                answers,
                LAST_DAY,
                List.of());
    }

    private static Program program() {
        Term year = Term.endOfMonth(Period.ofMonths(12));
        return Program.in(ZONE, YEN)
                .tiers(TierRules.ladder("Bronze")
                        .with("Silver", Criterion.anyOf(Criterion.spendNet(30_000), Criterion.visits(30)))
                        .with("Gold", Criterion.anyOf(Criterion.spendNet(120_000), Criterion.visits(120))))
                .earning(
                        EarningRule.earn(1)
                                .perFull(Money.parse("JPY 100"))
                                .named("spend")
                                .valid(year),
                        EarningRule.earn(2)
                                .perVisit()
                                .named("stamp")
                                .atMost(Cap.times(1, Cap.Per.BUSINESS_DAY))
                                .valid(year),
                        EarningRule.multiply("gold", Ratio.of(3, 2)).forTier("Gold"),
                        EarningRule.multiply("quiet hours", Ratio.of(2))
                                .when(Condition.hours(WeeklyHours.parse("MON-FRI 14:00-16:00"))),
                        EarningRule.earn(20).onSignUp().named("welcome").valid(year),
                        EarningRule.earn(50)
                                .onOccasion(Occasion.BIRTHDAY)
                                .named("birthday")
                                .valid(Term.of(Period.ofMonths(1))),
                        EarningRule.earn(100).onReferralMade().named("friend").valid(year));
    }

    /** Lets some customers be brought by one who was there before. */
    private static void introduce(List<MadeUpCustomer> people, SplittableRandom random) {
        for (MadeUpCustomer person : people) {
            MadeUpCustomer other = people.get(random.nextInt(people.size()));
            if (random.nextDouble() < BROUGHT_BY_ANOTHER && other.joinedAt().isBefore(person.joinedAt())) {
                other.add(new ReferralMade(
                        ActivityId.of("referral-of-" + person.id()), other.id(), person.joinedAt(), person.id()));
            }
        }
    }

    private static void addTransaction(List<Transaction> transactions, Activity activity) {
        CustomerId customer = activity.customer();
        Instant at = activity.at();
        if (activity instanceof Visit visit) {
            transactions.add(new Transaction(customer, at, visit.amountMinor()));
        } else if (activity instanceof Return back) {
            long minor = 0;
            for (ReturnedLine line : back.lines()) {
                minor += line.amount().minorUnits();
            }
            transactions.add(new Transaction(customer, at, -minor));
        }
    }
}
