package io.loyalty.benchmarks;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Place;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Visits as a chain of shops sees them, from a seed: two years, five stores, eight categories, 1 to 15 lines with a mean near
 * 5, a few customers who come all the time and many who come now and then.
 *
 * @param customers the customers
 * @param visits the visits, in order of time, no two at one instant
 */
record VisitData(List<Customer> customers, List<Visit> visits) {

    static final Currency YEN = Currency.getInstance("JPY");

    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final long TWO_YEARS_SECONDS = 731L * 24 * 60 * 60;

    private static final String[] CATEGORIES = {
        "coffee", "tea", "bakery", "dairy", "produce", "household", "books", "toys"
    };

    private static final Ratio REDUCED = Ratio.ofPercent(8);
    private static final Ratio STANDARD = Ratio.ofPercent(10);

    static VisitData of(long seed, int customers, int visits) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Customer> people = new ArrayList<>(customers);
        for (int i = 0; i < customers; i++) {
            people.add(Customer.of(CustomerId.of("c-" + i)));
        }
        List<Visit> all = new ArrayList<>(visits);
        for (int i = 0; i < visits; i++) {
            // The square draws low numbers more often than high ones: the first tenth makes a third of the visits.
            double draw = random.nextDouble();
            int customer = (int) (draw * draw * customers);
            int store = random.nextInt(5);
            List<Line> lines = new ArrayList<>();
            int count = 1 + Math.min(14, (int) (-StrictMath.log(1 - random.nextDouble()) * 4));
            for (int line = 0; line < count; line++) {
                lines.add(line(random));
            }
            all.add(new Visit(
                    ActivityId.of("receipt-" + i),
                    people.get(customer).id(),
                    BEGIN.plusSeconds(TWO_YEARS_SECONDS * i / visits),
                    Place.store("store-" + store),
                    YEN,
                    lines,
                    List.of()));
        }
        return new VisitData(people, all);
    }

    private static Line line(SplittableRandom random) {
        int category = random.nextInt(CATEGORIES.length);
        long quantity = random.nextInt(4) == 0 ? 1L + random.nextInt(3) : 1;
        long yen = 80 + random.nextInt(1_500);
        return Line.of(CATEGORIES[category], quantity, Money.ofMinor(YEN, yen))
                .withTax(category < 5 ? REDUCED : STANDARD, TaxBasis.EXCLUDED);
    }
}
