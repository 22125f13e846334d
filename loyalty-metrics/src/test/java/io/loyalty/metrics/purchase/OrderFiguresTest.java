package io.loyalty.metrics.purchase;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderFiguresTest {

    /**
     * Orders 1, 2, 3, 4 with revenues 100, 250, 270, 480: frequency 2.5, order value 110, deviations −10, 30, −60, 40,
     * so that v = 6200 / (4 · 3 · 2.5²).
     */
    private static final OrderFigures FIGURES =
            OrderFigures.of(new long[] {1, 2, 3, 4}, new long[] {100, 250, 270, 480}, new long[] {1, 2, 6, 11});

    /** The 0.975 quantile of Student's t with 3 degrees of freedom, by mpmath 1.2.1. */
    private static final double T3 = 3.1824463052837096;

    @Test
    void frequencyTimesOrderValueIsRevenuePerCustomer() {
        assertEquals(Measure.of(2.5), FIGURES.frequency().value());
        assertEquals(Measure.of(110), FIGURES.orderValue().value());
        assertEquals(Measure.of(275), FIGURES.revenuePerCustomer().value());
        assertEquals(Measure.of(2), FIGURES.itemsPerOrder().value());
        assertEquals(4, FIGURES.customers());
        assertEquals(10, FIGURES.orders());
    }

    @Test
    void theErrorOfTheOrderValueIsTakenOverCustomers() {
        Estimate value = FIGURES.orderValue();
        double error = Math.sqrt(6_200 / 75.0);
        assertEquals(error, value.standardError().orElseThrow(), 1e-14);
        assertEquals(110 - T3 * error, value.interval().orElseThrow().lower(), 1e-12);
        assertEquals(110 + T3 * error, value.interval().orElseThrow().upper(), 1e-12);
        assertEquals(
                "delta method by customer, t", value.interval().orElseThrow().method());
        assertEquals(Math.sqrt(5 / 3.0 / 4), FIGURES.frequency().standardError().orElseThrow(), 1e-15);
    }

    @Test
    void equalOrderValuesHaveNoErrorAtAll() {
        OrderFigures equal = OrderFigures.of(new long[] {1, 2, 7}, new long[] {333, 666, 2_331}, new long[] {0, 0, 0});
        assertEquals(Measure.of(0), equal.orderValue().standardError());
        assertEquals(Measure.undefined("no items given"), equal.itemsPerOrder().value());
    }

    @Test
    void largeRevenuesLoseNoDigits() {
        long large = 1_000_000_000_000_000_000L;
        OrderFigures figures = OrderFigures.of(
                new long[] {1, 1, 1}, new long[] {large + 1, large + 2, large + 3}, new long[] {0, 0, 0});
        assertEquals(
                Math.sqrt(1 / 3.0), figures.revenuePerCustomer().standardError().orElseThrow(), 1e-15);
    }

    @Test
    void collectorsGiveTheFiguresOfTheHistory() {
        PurchaseHistory history = PurchaseRules.asOf(LocalDate.of(2026, 3, 31), ZoneOffset.UTC)
                .with(TimeColumn.EPOCH_DAYS)
                .summarize(
                        new long[] {1, 1, 2, 3}, new long[] {20_000, 20_001, 20_500, 20_100}, new long[] {5, 6, 7, 8});
        assertEquals(
                OrderFigures.of(history), history.summaries().parallelStream().collect(OrderFigures.collector()));
        Map<Integer, OrderFigures> byOrders =
                history.summaries().stream().collect(groupingBy(PurchaseSummary::orders, OrderFigures.collector()));
        assertEquals(Measure.of(5.5), byOrders.get(2).orderValue().value());
        assertEquals(
                Measure.undefined("one customer"), byOrders.get(2).orderValue().standardError());
    }

    @Test
    void nobodyHasNoFigures() {
        OrderFigures none = OrderFigures.of(new long[0], new long[0], new long[0]);
        assertEquals(Measure.undefined("no customers"), none.frequency().value());
        assertEquals(Measure.undefined("no customers"), none.orderValue().value());
        assertEquals(
                Measure.undefined("nothing to divide by"),
                OrderFigures.of(new long[1], new long[1], new long[1])
                        .orderValue()
                        .value());
    }

    @Test
    void badColumnsAreRefused() {
        refused(
                "columns must be equally long: 1, 2 and 1",
                () -> OrderFigures.of(new long[1], new long[2], new long[1]));
        refused(
                "orders[1] must be at least 0: -1",
                () -> OrderFigures.of(new long[] {1, -1}, new long[2], new long[2]));
        refused("items[0] must be at least 0: -7", () -> OrderFigures.of(new long[1], new long[1], new long[] {-7}));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void itemsAreCountedIfAnyAreGiven() {
        OrderFigures figures = OrderFigures.of(new long[] {2, 1, 3}, new long[] {4, 5, 6}, new long[] {4, 5, 0});
        assertEquals(Measure.of(9 / 6.0), figures.itemsPerOrder().value());
        assertEquals(
                "orders per customer " + figures.frequency() + "; order value " + figures.orderValue(),
                figures.toString());
    }
}
