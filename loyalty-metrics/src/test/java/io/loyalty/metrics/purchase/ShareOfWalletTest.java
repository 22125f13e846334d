package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.Measure;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareOfWalletTest {

    @Test
    void ratioOfSumsAndMeanOfRatiosDiffer() {
        ShareOfWallet share = ShareOfWallet.of(new double[] {80, 10, 0, 0}, new double[] {100, 1_000, 50, 0});
        assertEquals(3, share.customers());
        assertEquals(1, share.withoutSpending());
        assertEquals(90 / 1_150.0, share.ofSums().value().orElseThrow(), 1e-16);
        assertEquals(0.81 / 3, share.ofCustomers().value().orElseThrow(), 1e-16);
    }

    /**
     * mpmath 1.2.1 with 30 digits: R = 150/400, e = o − R c, standard error sqrt(Σe²/2/3) / (400/3), bounds R ∓
     * 4.30265… of it.
     */
    @Test
    void errorsAreTakenOverCustomers() {
        ShareOfWallet share = ShareOfWallet.of(new double[] {40, 45, 65}, new double[] {100, 120, 180});
        Interval interval = share.ofSums().interval().orElseThrow();
        assertEquals(0.010825317547305483, share.ofSums().standardError().orElseThrow(), 1e-15);
        assertEquals(0.3284224179046813, interval.lower(), 1e-13);
        assertEquals(0.4215775820953187, interval.upper(), 1e-13);
        assertEquals(0.3787037037037037, share.ofCustomers().value().orElseThrow(), 1e-15);
    }

    @Test
    void intervalsStayWithinTheWallet() {
        ShareOfWallet share = ShareOfWallet.of(new double[] {0, 100}, new double[] {100, 100});
        Interval interval = share.ofCustomers().interval().orElseThrow();
        assertEquals(0, interval.lower());
        assertEquals(1, interval.upper());
        assertTrue(share.toString().startsWith("share of wallet 0.5 [0, 1]"));
    }

    @Test
    void fewCustomersSayLittle() {
        ShareOfWallet none = ShareOfWallet.of(new double[] {0}, new double[] {0});
        assertEquals(
                Measure.undefined("nobody spends in the category"),
                none.ofSums().value());
        ShareOfWallet one = ShareOfWallet.of(new double[] {3}, new double[] {4});
        assertEquals(Measure.of(0.75), one.ofCustomers().value());
        assertEquals(Measure.undefined("one customer"), one.ofSums().standardError());
    }

    @Test
    void customersAreCollected() {
        double[] own = new double[50];
        double[] category = new double[50];
        Arrays.setAll(own, i -> i % 7);
        Arrays.setAll(category, i -> i % 7 + i % 3);
        assertEquals(
                ShareOfWallet.of(own, category).toString(),
                IntStream.range(0, 50)
                        .boxed()
                        .parallel()
                        .collect(ShareOfWallet.<Integer>collector(i -> own[i], i -> category[i]))
                        .toString());
    }

    @Test
    void moreThanTheCategoryIsRefused() {
        refused(
                "own[1] must be in [0, category 5.0]: 6.0",
                () -> ShareOfWallet.of(new double[] {1, 6}, new double[] {5, 5}));
        refused(
                "own[0] must be in [0, category 5.0]: -1.0",
                () -> ShareOfWallet.of(new double[] {-1}, new double[] {5}));
        refused(
                "category[0] must be finite and at least 0: NaN",
                () -> ShareOfWallet.of(new double[1], new double[] {Double.NaN}));
        refused("columns must be equally long: 1 and 2", () -> ShareOfWallet.of(new double[1], new double[2]));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void whoSpendsNothingHasNoShare() {
        ShareOfWallet share = ShareOfWallet.of(new double[] {0, 10, 30}, new double[] {0, 40, 40});
        assertEquals(2, share.customers());
        assertEquals(1, share.withoutSpending());
        assertEquals(.5, share.ofCustomers().value().orElseThrow());
        // Shares .25 and .75: variance .125 over two customers.
        assertEquals(.25, share.ofCustomers().standardError().orElseThrow(), 1e-16);
        refused(
                "category[0] must be finite and at least 0: Infinity",
                () -> ShareOfWallet.of(new double[] {1}, new double[] {1.0 / 0}));
    }
}
