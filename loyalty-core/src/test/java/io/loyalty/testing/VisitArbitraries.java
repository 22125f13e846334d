package io.loyalty.testing;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Apportionment;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.LeapDay;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.Channel;
import io.loyalty.visit.CustomActivity;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.OccasionReached;
import io.loyalty.visit.Place;
import io.loyalty.visit.ReferralMade;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Review;
import io.loyalty.visit.ReviewOrigin;
import io.loyalty.visit.SignUp;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Valid activities and their parts: visits without lines, lines that are free, prices just below and above a full hundred,
 * several tax rates in one visit, returns in many steps.
 */
public final class VisitArbitraries {

    /** The tax rates that may meet in one visit, by country. */
    private static final List<List<Ratio>> TAX_RATES = List.of(
            List.of(Ratio.ZERO),
            List.of(Ratio.ZERO, Ratio.ofPercent(8), Ratio.ofPercent(10)),
            List.of(Ratio.ZERO, Ratio.ofPercent(7), Ratio.ofPercent(19)),
            List.of(Ratio.ZERO, Ratio.parse("5.5%"), Ratio.ofPercent(20)),
            List.of(Ratio.ZERO, Ratio.parse("8.875%")));

    /** Stands for a visit of which it is not known how it was paid. */
    private static final int UNKNOWN = -1;

    private VisitArbitraries() {}

    /**
     * Ids of activities.
     *
     * @return ids that hardly ever collide
     */
    public static Arbitrary<ActivityId> activityIds() {
        return Arbitraries.frequencyOf(
                        Tuple.of(12, Arbitraries.longs().between(1, 1L << 60).map(n -> "a-" + n)),
                        Tuple.of(1, CustomerArbitraries.codes()))
                .map(ActivityId::of);
    }

    /** Instants that are difficult in Tokyo, which has one offset, or in Berlin, which has two. */
    private static Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(
                        TimeArbitraries.instantsIn(ZoneId.of("Asia/Tokyo")),
                        TimeArbitraries.instantsIn(ZoneId.of("Europe/Berlin")))
                .withoutEdgeCases();
    }

    /**
     * Places of every channel.
     *
     * @return few places, so that visits meet
     */
    public static Arbitrary<Place> places() {
        return Combinators.combine(Arbitraries.of(Channel.class), Arbitraries.of("ginza", "web", "nord", "店"))
                .as(Place::new);
    }

    /**
     * Lines in a currency, with any tax rate of this class.
     *
     * @param currency the currency
     * @return lines of all kinds, with and without discount, some of them free
     */
    public static Arbitrary<Line> lines(Currency currency) {
        return Combinators.combine(drafts(), Arbitraries.of(TAX_RATES))
                .as((draft, rates) -> draft.line(currency, rates))
                .withoutEdgeCases();
    }

    /** A line before it is known in which country it was sold. Keeps the arbitraries free of flat maps, which are slow. */
    private record Draft(
            String sku,
            String category,
            String brand,
            LineKind kind,
            long quantity,
            long price,
            int discountPercent,
            Tax tax) {

        Line line(Currency currency, List<Ratio> rates) {
            return new Line(
                    sku,
                    category,
                    brand,
                    kind,
                    quantity,
                    Money.ofMinor(currency, price),
                    Money.ofMinor(currency, price * quantity * discountPercent / 100),
                    rates.get(tax.rate() % rates.size()),
                    tax.basis());
        }
    }

    /** Which of the country's rates, counted round and round, and in which form the price stands. */
    private record Tax(int rate, TaxBasis basis) {}

    private static Arbitrary<Draft> drafts() {
        Arbitrary<String> texts = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just("")),
                Tuple.of(6, Arbitraries.of("coffee", "tea", "cake", "books", "wine", "treatment")),
                Tuple.of(1, CustomerArbitraries.codes()));
        Arbitrary<LineKind> kinds = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(LineKind.GOODS)), Tuple.of(3, Arbitraries.of(LineKind.class)));
        Arbitrary<Long> quantities = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(1L)),
                Tuple.of(4, Arbitraries.longs().between(2, 12)),
                Tuple.of(1, Arbitraries.longs().between(13, 1_000)));
        Arbitrary<Long> prices =
                MoneyArbitraries.prices(Currency.getInstance("JPY")).map(Money::minorUnits);
        Arbitrary<Integer> discounts = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.just(100)),
                Tuple.of(3, Arbitraries.integers().between(1, 99)));
        Arbitrary<Tax> taxes = Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.of(TaxBasis.class))
                .as(Tax::new);
        return Combinators.combine(texts, texts, texts, kinds, quantities, prices, discounts, taxes)
                .as(Draft::new)
                .withoutEdgeCases();
    }

    /**
     * Visits of any customer in any currency.
     *
     * @return visits, with and without lines, with and without tenders
     */
    public static Arbitrary<Visit> visits() {
        return visits(CustomerArbitraries.customerIds(), MoneyArbitraries.currencies(), instants());
    }

    /**
     * Visits of one customer in one currency, as a program sees them.
     *
     * @param customer the customer
     * @param currency the currency
     * @return visits, with and without lines, with and without tenders
     */
    public static Arbitrary<Visit> visits(CustomerId customer, Currency currency) {
        return visits(Arbitraries.just(customer), Arbitraries.just(currency), instants());
    }

    /**
     * Visits put together of any customers, currencies and instants, for example such that meet on one business day.
     *
     * @param customers the customers
     * @param currencies the currencies
     * @param instants when the visits take place
     * @return visits, with and without lines, with and without tenders
     */
    public static Arbitrary<Visit> visits(
            Arbitrary<CustomerId> customers, Arbitrary<Currency> currencies, Arbitrary<Instant> instants) {
        Arbitrary<Integer> payments = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(UNKNOWN)),
                Tuple.of(3, Arbitraries.of(0, 100)),
                Tuple.of(2, Arbitraries.integers().between(1, 99)));
        Arbitrary<Visit> unpaid = Combinators.combine(
                        activityIds(),
                        customers,
                        instants,
                        places(),
                        currencies,
                        drafts().list().ofMaxSize(6),
                        Arbitraries.of(TAX_RATES))
                .as((id, customer, at, place, currency, drafts, rates) -> {
                    List<Line> lines = drafts.stream()
                            .map(draft -> draft.line(currency, rates))
                            .toList();
                    return new Visit(id, customer, at, place, currency, lines, List.of());
                });
        return Combinators.combine(unpaid, payments, Arbitraries.of(TenderKind.class))
                .as(VisitArbitraries::paid)
                .withoutEdgeCases();
    }

    /** The visit with a payment of which a share is by points, one for each minor unit. */
    private static Visit paid(Visit visit, int pointsPercent, TenderKind kind) {
        if (pointsPercent == UNKNOWN) {
            return visit;
        }
        long total = visit.amountMinor();
        long points = kind == TenderKind.POINTS ? total : total * pointsPercent / 100;
        Visit paid = visit;
        if (points > 0) {
            paid = paid.withTender(Tender.points(points, Money.ofMinor(visit.currency(), points)));
        }
        if (total > points) {
            paid = paid.withTender(Tender.of(kind, Money.ofMinor(visit.currency(), total - points)));
        }
        return paid;
    }

    /**
     * Visits that bring a sum to its limit: two to five of one customer, from the first to the last moment of a business day, sometimes
     * into the next, whose amounts together come to a unit below the limit, to the limit itself, to a unit above it, or anywhere near.
     * For caps of a day and for the thresholds of tiers.
     *
     * @param customer the customer
     * @param limit the sum, above 0
     * @param day when days begin and end
     * @return visits in the order of time, each with one line that is not taxed
     */
    public static Arbitrary<List<Visit>> visitsAround(CustomerId customer, Money limit, BusinessDay day) {
        Arbitrary<Long> misses = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(-1L, 0L, 1L)),
                Tuple.of(2, Arbitraries.longs().between(-limit.minorUnits() / 2, limit.minorUnits())));
        Arbitrary<List<Integer>> shares =
                Arbitraries.integers().between(1, 100).list().ofMinSize(2).ofMaxSize(5);
        return Combinators.combine(TimeArbitraries.dates(), shares, misses, Arbitraries.of(Ending.class))
                .as((date, parts, miss, ending) -> {
                    long sum = Math.max(0, limit.minorUnits() + miss);
                    long[] amounts = Apportionment.LARGEST_REMAINDER.split(
                            sum, parts.stream().mapToLong(Integer::longValue).toArray());
                    Instant start = day.startOf(date);
                    Duration step = Duration.between(start, day.endOf(date)).dividedBy(amounts.length);
                    List<Visit> visits = new ArrayList<>();
                    for (int i = 0; i < amounts.length; i++) {
                        boolean last = i == amounts.length - 1;
                        Instant at = last ? ending.at(day, date) : start.plus(step.multipliedBy(i));
                        visits.add(Visit.ofAmount(
                                ActivityId.of("visit-" + (i + 1)),
                                customer,
                                at,
                                Place.store("ginza"),
                                Money.ofMinor(limit.currency(), amounts[i])));
                    }
                    return List.copyOf(visits);
                })
                .withoutEdgeCases();
    }

    /** When the last visit of a day takes place. */
    private enum Ending {
        HOUR_BEFORE_THE_END,
        LAST_MOMENT,
        FIRST_MOMENT_OF_THE_NEXT;

        Instant at(BusinessDay day, LocalDate date) {
            Instant end = day.endOf(date);
            Instant before = this == LAST_MOMENT ? end.minusNanos(1) : end.minus(Duration.ofHours(1));
            // A date that a zone skipped has no moment but its end.
            return this == FIRST_MOMENT_OF_THE_NEXT || before.isBefore(day.startOf(date)) ? end : before;
        }
    }

    /**
     * Returns of a visit, one after the other, each of which fits the visit and the returns before it.
     *
     * @param visit the visit
     * @return up to five returns, days apart, that bring back nothing, some or all of the visit
     */
    public static Arbitrary<List<Return>> returnsOf(Visit visit) {
        Arbitrary<Integer> shares = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(0, 100)),
                Tuple.of(2, Arbitraries.integers().between(1, 99)));
        return shares.withoutEdgeCases()
                .list()
                .ofSize(visit.lines().size())
                .list()
                .ofMaxSize(5)
                .map(steps -> returns(visit, steps))
                .withoutEdgeCases();
    }

    private static List<Return> returns(Visit visit, List<List<Integer>> percentByLine) {
        long[] left = visit.lines().stream().mapToLong(Line::amountMinor).toArray();
        boolean worthless = visit.amountMinor() == 0;
        List<Return> returns = new ArrayList<>();
        for (int step = 0; step < percentByLine.size(); step++) {
            List<ReturnedLine> lines = new ArrayList<>();
            for (int line = 0; line < left.length; line++) {
                long amount = Ratio.ofPercent(percentByLine.get(step).get(line)).times(left[line], RoundingMode.FLOOR);
                if (amount > 0) {
                    lines.add(new ReturnedLine(line, Money.ofMinor(visit.currency(), amount)));
                    left[line] -= amount;
                }
            }
            if (!lines.isEmpty() || worthless && returns.isEmpty()) {
                ActivityId id = ActivityId.of(
                        "return-" + step + "-" + Integer.toHexString(visit.id().hashCode()));
                Instant at = visit.at().plus(Duration.ofDays(step));
                returns.add(new Return(id, visit.customer(), at, visit.id(), lines));
            }
        }
        return List.copyOf(returns);
    }

    /**
     * Values of every type that a payload may hold.
     *
     * @return values
     */
    public static Arbitrary<AttributeValue> attributeValues() {
        Arbitrary<Ratio> numbers = Combinators.combine(
                        Arbitraries.longs().between(-1_000_000, 1_000_000),
                        Arbitraries.longs().between(1, 1_000))
                .as(Ratio::of);
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20).map(AttributeValue.Text::new),
                numbers.map(AttributeValue.Number::new),
                Arbitraries.of(true, false).map(AttributeValue.Flag::new),
                Arbitraries.integers()
                        .between(0, 14_000)
                        .map(day ->
                                new AttributeValue.Day(LocalDate.of(2000, 1, 1).plusDays(day))),
                Combinators.combine(MoneyArbitraries.currencies(), Arbitraries.longs())
                        .as((currency, minor) -> new AttributeValue.Amount(Money.ofMinor(currency, minor))));
    }

    /**
     * Activities of any kind and any customer.
     *
     * @return activities
     */
    public static Arbitrary<Activity> activities() {
        return activities(CustomerArbitraries.customerIds());
    }

    /**
     * Activities of any kind of one customer.
     *
     * @param customer the customer
     * @return activities; a return stands for itself, without its visit
     */
    public static Arbitrary<Activity> activities(CustomerId customer) {
        return activities(Arbitraries.just(customer));
    }

    private static Arbitrary<Activity> activities(Arbitrary<CustomerId> customers) {
        Arbitrary<Visit> visits = visits(customers, MoneyArbitraries.currencies(), instants());
        return Arbitraries.<Activity>frequencyOf(
                        Tuple.of(5, visits),
                        Tuple.of(1, wholesOf(visits)),
                        Tuple.of(1, reviews(customers)),
                        Tuple.of(1, signUps(customers)),
                        Tuple.of(1, referrals(customers)),
                        Tuple.of(1, occasions(customers)),
                        Tuple.of(1, customActivities(customers)))
                .withoutEdgeCases();
    }

    private static Arbitrary<Return> wholesOf(Arbitrary<Visit> visits) {
        return Combinators.combine(activityIds(), visits)
                .filter((id, visit) -> !id.equals(visit.id()))
                .as((id, visit) -> Return.whole(id, visit.at().plus(Duration.ofDays(1)), visit));
    }

    private static Arbitrary<Review> reviews(Arbitrary<CustomerId> customers) {
        return Combinators.combine(
                        activityIds(),
                        customers,
                        instants(),
                        CustomerArbitraries.codes(),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(ReviewOrigin.class))
                .as(Review::new);
    }

    private static Arbitrary<SignUp> signUps(Arbitrary<CustomerId> customers) {
        return Combinators.combine(activityIds(), customers, instants(), places())
                .as(SignUp::new);
    }

    private static Arbitrary<ReferralMade> referrals(Arbitrary<CustomerId> customers) {
        return Combinators.combine(activityIds(), customers, instants(), CustomerArbitraries.customerIds())
                .filter((id, referrer, at, referee) -> !referee.equals(referrer))
                .as(ReferralMade::new);
    }

    private static Arbitrary<OccasionReached> occasions(Arbitrary<CustomerId> customers) {
        return Combinators.combine(activityIds(), customers, instants(), CustomerArbitraries.occasions())
                .as((id, customer, at, occasion) -> {
                    int year = at.atOffset(ZoneOffset.UTC).getYear();
                    LocalDate day = LeapDay.FEB_28.in(occasion.day(), year).orElseThrow();
                    return new OccasionReached(id, customer, at, occasion.kind(), day);
                });
    }

    private static Arbitrary<CustomActivity> customActivities(Arbitrary<CustomerId> customers) {
        return Combinators.combine(
                        activityIds(),
                        customers,
                        instants(),
                        CustomerArbitraries.codes(),
                        Arbitraries.maps(CustomerArbitraries.codes(), attributeValues())
                                .ofMaxSize(3))
                .as(CustomActivity::new);
    }
}
