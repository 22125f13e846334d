package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static io.loyalty.metrics.retention.Approx.refusal;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.CustomerId;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.RefundPolicy;
import io.loyalty.metrics.purchase.TimeColumn;
import io.loyalty.money.Money;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CohortFactsTest {

    private static final PurchaseRules RULES = PurchaseRules.asOf(LocalDate.of(2026, 4, 30), ZoneId.of("Asia/Tokyo"));
    private static final Cohorts MONTHLY = Cohorts.by(CohortPeriod.MONTH, RULES);
    private static final Place GINZA = Place.store("ginza");
    private static final Visit FIRST = visit("v1", "c-7", "2026-02-28T15:00:00Z", GINZA, Money.ofMinor("JPY", 900));
    private static final Visit AGAIN = visit("v2", "c-7", "2026-04-02T03:00:00Z", GINZA, Money.ofMinor("JPY", 300));
    private static final Visit OTHER =
            visit("v3", "c-8", "2026-03-05T03:00:00Z", Place.store("ueno"), Money.ofMinor("JPY", 500));

    private static Visit visit(String id, String customer, String at, Place place, Money amount) {
        return Visit.ofAmount(ActivityId.of(id), CustomerId.of(customer), Instant.parse(at), place, amount);
    }

    @Test
    void visitsAreOrdersAndReturnsRefunds() {
        Return back = Return.whole(ActivityId.of("r1"), Instant.parse("2026-04-10T03:00:00Z"), FIRST);
        CohortMatrix matrix = MONTHLY.matrix(List.of(back, AGAIN, FIRST, OTHER));
        // Midnight of the 1st of March in Tokyo is in March.
        assertEquals(LocalDate.of(2026, 3, 1), matrix.start(0));
        assertEquals(2, matrix.size(0));
        assertMeasure(1, 0, matrix.cell(0, 1).orders());
        assertMeasure(300 - 900, 0, matrix.cell(0, 1).revenue());
        assertMeasure((1_400 - 600) / 2.0, 0, matrix.cell(0, 1).cumulativeRevenuePerHead());
        assertEquals(1, matrix.counts().refunds());
    }

    @Test
    void instantsOfFactsDoNotDependOnTheColumnsUnit() {
        Cohorts days = Cohorts.by(CohortPeriod.MONTH, RULES.with(TimeColumn.EPOCH_DAYS));
        assertEquals(
                MONTHLY.matrix(List.of(FIRST, AGAIN)).toString(),
                days.matrix(List.of(FIRST, AGAIN)).toString());
    }

    @Test
    void groupsAreMadeByCollectors() {
        Map<Place, CohortMatrix> byPlace =
                List.of(FIRST, AGAIN, OTHER).stream().collect(groupingBy(Visit::place, MONTHLY.<Visit>collector()));
        assertEquals(1, byPlace.get(GINZA).customers());
        List<Activity> facts = List.of(FIRST, AGAIN, OTHER);
        assertEquals(
                MONTHLY.matrix(facts).toString(),
                facts.parallelStream().collect(MONTHLY.collector()).toString());
    }

    @Test
    void lateReturnsAreCountedOnly() {
        Return late = Return.whole(ActivityId.of("r1"), Instant.parse("2026-05-10T03:00:00Z"), FIRST);
        StringKeyCohorts cohorts = MONTHLY.stringKeys();
        cohorts.accept((Activity) late);
        assertEquals(1, cohorts.matrix().counts().afterAsOf());
        assertEquals(0, cohorts.matrix().customersWithoutPurchase());
        assertThrows(NullPointerException.class, () -> cohorts.accept((Activity) null));
        StringKeyCohorts strict =
                Cohorts.by(CohortPeriod.MONTH, RULES.with(RefundPolicy.REFUSE)).stringKeys();
        Return back = Return.whole(ActivityId.of("r1"), Instant.parse("2026-04-10T03:00:00Z"), FIRST);
        assertEquals("amounts must not be a refund: -900", refusal(() -> strict.accept(back)));
    }

    @Test
    void secondCurrencyIsRefused() {
        Visit abroad = visit("v4", "c-9", "2026-04-02T03:00:00Z", Place.store("soho"), Money.ofMinor("GBP", 500));
        assertEquals("currency must be JPY: GBP", refusal(() -> MONTHLY.matrix(List.of(FIRST, abroad))));
        StringKeyCohorts one = MONTHLY.stringKeys();
        one.accept(FIRST);
        StringKeyCohorts other = MONTHLY.stringKeys();
        other.accept(abroad);
        assertEquals("currency must be JPY: GBP", refusal(() -> one.combine(other)));
    }

    @Test
    void columnsOfTextKeysAreCohortsToo() {
        String[] customers = {"a", "b", "a"};
        long[] at = {1_772_000_000L, 1_772_000_100L, 1_775_000_000L};
        long[] amounts = {5, 6, 7};
        assertEquals(
                MONTHLY.matrix(new long[] {1, 2, 1}, at, amounts).toString(),
                MONTHLY.matrix(customers, at, amounts).toString());
        assertEquals(MONTHLY.calendar(new long[] {1, 2, 1}, at, amounts), MONTHLY.calendar(customers, at, amounts));
    }

    @Test
    void factsAndColumnsOfTextKeysMeetInOneAccumulator() {
        StringKeyCohorts one = MONTHLY.stringKeys();
        one.accept("a", 1_772_000_000L, 5);
        StringKeyCohorts other = MONTHLY.stringKeys();
        other.acceptAll(new String[] {"b", "a"}, new long[] {1_772_000_100L, 1_775_000_000L}, new long[] {6, 7});
        assertEquals(
                MONTHLY.matrix(
                                new long[] {1, 2, 1},
                                new long[] {1_772_000_000L, 1_772_000_100L, 1_775_000_000L},
                                new long[] {5, 6, 7})
                        .toString(),
                one.combine(other).matrix().toString());
        assertEquals("other must be another accumulator", refusal(() -> one.combine(one)));
        assertEquals(
                "customers, at and amounts must be equally long: 1, 1 and 2",
                refusal(() -> one.acceptAll(new String[1], new long[1], new long[2])));
    }
}
