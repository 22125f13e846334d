package io.loyalty.testing;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
    private static final List<List<String>> TAX_RATES = List.of(
            List.of("0"),
            List.of("0", "8%", "10%"),
            List.of("0", "7%", "19%"),
            List.of("0", "5.5%", "20%"),
            List.of("0", "8.875%"));

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

    /**
     * Currencies with no, two and three decimals.
     *
     * @return JPY, EUR, BHD
     */
    public static Arbitrary<Currency> currencies() {
        return Arbitraries.of("JPY", "EUR", "BHD").map(Currency::getInstance);
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
     * Prices in minor units.
     *
     * @return numbers from 0 to a thousand million, leaning towards those around a full step
     */
    public static Arbitrary<Long> prices() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        2,
                        Arbitraries.of(
                                0L,
                                1L,
                                99L,
                                100L,
                                101L,
                                199L,
                                200L,
                                201L,
                                333L,
                                999L,
                                1_000L,
                                1_001L,
                                10_000L,
                                1_000_000_000L)),
                Tuple.of(5, Arbitraries.longs().between(0, 20_000)));
    }

    /**
     * Lines in a currency, with any tax rate of this class.
     *
     * @param currency the currency
     * @return lines of all kinds, with and without discount, some of them free
     */
    public static Arbitrary<Line> lines(Currency currency) {
        return Arbitraries.of(TAX_RATES).flatMap(rates -> lines(currency, rates));
    }

    private static Arbitrary<Line> lines(Currency currency, List<String> taxRates) {
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
        Arbitrary<Integer> discounts = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(0)),
                Tuple.of(3, Arbitraries.integers().between(0, 100)));
        Arbitrary<Line> untaxed = Combinators.combine(texts, texts, texts, kinds, quantities, prices(), discounts)
                .as((sku, category, brand, kind, quantity, price, discountPercent) -> Line.of(
                                category, quantity, Money.ofMinor(currency, price))
                        .withSku(sku)
                        .withBrand(brand)
                        .withKind(kind)
                        .withDiscount(Money.ofMinor(currency, price * quantity * discountPercent / 100)));
        return Combinators.combine(untaxed, Arbitraries.of(taxRates).map(Ratio::parse), Arbitraries.of(TaxBasis.class))
                .as(Line::withTax)
                .withoutEdgeCases();
    }

    /**
     * Visits of any customer in any currency.
     *
     * @return visits, with and without lines, with and without tenders
     */
    public static Arbitrary<Visit> visits() {
        return Combinators.combine(CustomerArbitraries.customerIds(), currencies())
                .flatAs(VisitArbitraries::visits)
                .withoutEdgeCases();
    }

    /**
     * Visits of one customer in one currency, as a program sees them.
     *
     * @param customer the customer
     * @param currency the currency
     * @return visits, with and without lines, with and without tenders
     */
    public static Arbitrary<Visit> visits(CustomerId customer, Currency currency) {
        Arbitrary<List<Line>> lists = Arbitraries.of(TAX_RATES)
                .flatMap(rates -> lines(currency, rates).list().ofMaxSize(6));
        Arbitrary<Integer> payments = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(UNKNOWN)),
                Tuple.of(3, Arbitraries.of(0, 100)),
                Tuple.of(2, Arbitraries.integers().between(1, 99)));
        return Combinators.combine(
                        activityIds(),
                        CustomerArbitraries.instants(),
                        places(),
                        lists,
                        payments,
                        Arbitraries.of(TenderKind.class))
                .as((id, at, place, lines, pointsPercent, kind) -> {
                    Visit unpaid = new Visit(id, customer, at, place, currency, lines, List.of());
                    return pointsPercent == UNKNOWN
                            ? unpaid
                            : new Visit(id, customer, at, place, currency, lines, paid(unpaid, pointsPercent, kind));
                })
                .withoutEdgeCases();
    }

    /** A payment of which a share is by points, one for each minor unit. */
    private static List<Tender> paid(Visit visit, int pointsPercent, TenderKind kind) {
        long total = visit.amountMinor();
        long points = kind == TenderKind.POINTS ? total : total * pointsPercent / 100;
        List<Tender> tenders = new ArrayList<>();
        if (points > 0) {
            tenders.add(Tender.points(points, Money.ofMinor(visit.currency(), points)));
        }
        if (total > points) {
            tenders.add(Tender.of(kind, Money.ofMinor(visit.currency(), total - points)));
        }
        return tenders;
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
                long amount = left[line] * percentByLine.get(step).get(line) / 100;
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
                Combinators.combine(currencies(), Arbitraries.longs())
                        .as((currency, minor) -> new AttributeValue.Amount(Money.ofMinor(currency, minor))));
    }

    /**
     * Activities of any kind and any customer.
     *
     * @return activities
     */
    public static Arbitrary<Activity> activities() {
        return CustomerArbitraries.customerIds().flatMap(VisitArbitraries::activities);
    }

    /**
     * Activities of any kind of one customer.
     *
     * @param customer the customer
     * @return activities; a return stands for itself, without its visit
     */
    public static Arbitrary<Activity> activities(CustomerId customer) {
        Arbitrary<Visit> visits = currencies().flatMap(currency -> visits(customer, currency));
        return Arbitraries.<Activity>frequencyOf(
                        Tuple.of(5, visits),
                        Tuple.of(1, visits.flatMap(VisitArbitraries::wholes)),
                        Tuple.of(1, reviews(customer)),
                        Tuple.of(
                                1,
                                Combinators.combine(activityIds(), CustomerArbitraries.instants(), places())
                                        .as((id, at, place) -> new SignUp(id, customer, at, place))),
                        Tuple.of(1, referralsBy(customer)),
                        Tuple.of(1, occasionsOf(customer)),
                        Tuple.of(1, customActivities(customer)))
                .withoutEdgeCases();
    }

    private static Arbitrary<Return> wholes(Visit visit) {
        return activityIds()
                .filter(id -> !id.equals(visit.id()))
                .map(id -> Return.whole(id, visit.at().plus(Duration.ofDays(1)), visit));
    }

    private static Arbitrary<Review> reviews(CustomerId customer) {
        return Combinators.combine(
                        activityIds(),
                        CustomerArbitraries.instants(),
                        CustomerArbitraries.codes(),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(ReviewOrigin.class))
                .as((id, at, product, rating, origin) -> new Review(id, customer, at, product, rating, origin));
    }

    private static Arbitrary<ReferralMade> referralsBy(CustomerId customer) {
        return Combinators.combine(
                        activityIds(),
                        CustomerArbitraries.instants(),
                        CustomerArbitraries.customerIds().filter(referee -> !referee.equals(customer)))
                .as((id, at, referee) -> new ReferralMade(id, customer, at, referee));
    }

    private static Arbitrary<OccasionReached> occasionsOf(CustomerId customer) {
        return Combinators.combine(activityIds(), CustomerArbitraries.instants(), CustomerArbitraries.occasions())
                .as((id, at, occasion) -> {
                    int year = at.atOffset(ZoneOffset.UTC).getYear();
                    LocalDate day = LeapDay.FEB_28.in(occasion.day(), year).orElseThrow();
                    return new OccasionReached(id, customer, at, occasion.kind(), day);
                });
    }

    private static Arbitrary<CustomActivity> customActivities(CustomerId customer) {
        return Combinators.combine(
                        activityIds(),
                        CustomerArbitraries.instants(),
                        CustomerArbitraries.codes(),
                        Arbitraries.maps(CustomerArbitraries.codes(), attributeValues())
                                .ofMaxSize(3))
                .as((id, at, type, payload) -> new CustomActivity(id, customer, at, type, payload));
    }
}
