package io.loyalty.benchmarks;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Occasion;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Place;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Visits as a chain of shops sees them, from a seed: two years, five stores open from 8 to 22 o'clock in Tokyo, eight categories,
 * 1 to 15 lines with a mean near 5, a few customers who come all the time and many who come now and then. Each customer has a
 * birthday.
 *
 * @param customers the customers
 * @param visits the visits, in order of time, no two at one instant
 */
record VisitData(List<Customer> customers, List<Visit> visits) {

    static final Currency YEN = Currency.getInstance("JPY");

    static final int STORES = 5;

    private static final Instant BEGIN = Instant.parse("2023-12-31T15:00:00Z");
    private static final int DAYS = 731;
    private static final int SECONDS_PER_DAY = 24 * 60 * 60;
    private static final int OPENING = 8 * 60 * 60;
    private static final int OPEN_FOR = 14 * 60 * 60;

    private static final int MOST_LINES = 15;

    private static final String[] CATEGORIES = {
        "coffee", "tea", "bakery", "dairy", "produce", "household", "books", "toys"
    };

    private static final Ratio REDUCED = Ratio.ofPercent(8);
    private static final Ratio STANDARD = Ratio.ofPercent(10);

    static VisitData of(long seed, int customers, int visits) {
        return of(seed, customers, visits, 1, MOST_LINES);
    }

    /** The same with a number of lines that is drawn from within two bounds, low numbers more often than high ones. */
    static VisitData of(long seed, int customers, int visits, int fewestLines, int mostLines) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Customer> people = new ArrayList<>(customers);
        for (int i = 0; i < customers; i++) {
            LocalDate inLeapYear = LocalDate.ofYearDay(2024, 1 + random.nextInt(366));
            people.add(Customer.of(CustomerId.of("c-" + i)).withOccasion(Occasion.birthday(MonthDay.from(inLeapYear))));
        }
        List<Place> stores = IntStream.range(0, STORES)
                .mapToObj(store -> Place.store("store-" + store))
                .toList();
        long[] seconds = seconds(random, visits);
        List<Visit> all = new ArrayList<>(visits);
        for (int i = 0; i < visits; i++) {
            // The square draws low numbers more often than high ones: the first tenth makes a third of the visits.
            double draw = random.nextDouble();
            int customer = (int) (draw * draw * customers);
            Place store = stores.get(random.nextInt(STORES));
            List<Line> lines = new ArrayList<>();
            int more = (int) (-StrictMath.log(1 - random.nextDouble()) * 4);
            int count = Math.min(mostLines, fewestLines + more);
            for (int line = 0; line < count; line++) {
                lines.add(line(random));
            }
            all.add(new Visit(
                    ActivityId.of("receipt-" + i),
                    people.get(customer).id(),
                    BEGIN.plusSeconds(seconds[i]),
                    store,
                    YEN,
                    lines,
                    List.of()));
        }
        return new VisitData(people, all);
    }

    /** Seconds from the beginning, ascending: any day, around three in the afternoon more often than early or late. */
    private static long[] seconds(SplittableRandom random, int visits) {
        long[] seconds = new long[visits];
        for (int i = 0; i < visits; i++) {
            long second = OPENING + (random.nextInt(OPEN_FOR) + random.nextInt(OPEN_FOR)) / 2;
            seconds[i] = (long) random.nextInt(DAYS) * SECONDS_PER_DAY + second;
        }
        Arrays.sort(seconds);
        for (int i = 1; i < visits; i++) {
            seconds[i] = Math.max(seconds[i], seconds[i - 1] + 1);
        }
        return seconds;
    }

    private static Line line(SplittableRandom random) {
        int category = random.nextInt(CATEGORIES.length);
        long quantity = random.nextInt(4) == 0 ? 1L + random.nextInt(3) : 1;
        long yen = 80 + random.nextInt(1_500);
        return Line.of(CATEGORIES[category], quantity, Money.ofMinor(YEN, yen))
                .withTax(category < 5 ? REDUCED : STANDARD, TaxBasis.EXCLUDED);
    }
}
