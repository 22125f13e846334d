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
        Arbitrary<Integer> discounts = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(0)),
                Tuple.of(3, Arbitraries.integers().between(0, 100)));
        Arbitrary<Tax> taxes = Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.of(TaxBasis.class))
                .as(Tax::new);
        return Combinators.combine(texts, texts, texts, kinds, quantities, prices(), discounts, taxes)
                .as(Draft::new)
                .withoutEdgeCases();
    }

    /**
     * Visits of any customer in any currency.
     *
     * @return visits, with and without lines, with and without tenders
     */
    public static Arbitrary<Visit> visits() {
        return visits(CustomerArbitraries.customerIds(), currencies());
    }

    /**
     * Visits of one customer in one currency, as a program sees them.
     *
     * @param customer the customer
     * @param currency the currency
     * @return visits, with and without lines, with and without tenders
     */
    public static Arbitrary<Visit> visits(CustomerId customer, Currency currency) {
        return visits(Arbitraries.just(customer), Arbitraries.just(currency));
    }

    private static Arbitrary<Visit> visits(Arbitrary<CustomerId> customers, Arbitrary<Currency> currencies) {
        Arbitrary<Integer> payments = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(UNKNOWN)),
                Tuple.of(3, Arbitraries.of(0, 100)),
                Tuple.of(2, Arbitraries.integers().between(1, 99)));
        Arbitrary<Visit> unpaid = Combinators.combine(
                        activityIds(),
                        customers,
                        CustomerArbitraries.instants(),
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
        Arbitrary<Visit> visits = visits(Arbitraries.just(customer), currencies());
        return Arbitraries.<Activity>frequencyOf(
                        Tuple.of(5, visits),
                        Tuple.of(
                                1,
                                Combinators.combine(activityIds(), visits)
                                        .filter((id, visit) -> !id.equals(visit.id()))
                                        .as((id, visit) ->
                                                Return.whole(id, visit.at().plus(Duration.ofDays(1)), visit))),
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
