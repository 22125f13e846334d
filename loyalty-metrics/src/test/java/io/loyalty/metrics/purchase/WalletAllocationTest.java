package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class WalletAllocationTest {

    @Test
    void sharesFallByRank() {
        WalletAllocation three = WalletAllocation.ofRatings(7, 9, 4);
        assertEquals(1 / 3.0, three.shares().get(0), 1e-15);
        assertEquals(1 / 2.0, three.shares().get(1), 1e-15);
        assertEquals(1 / 6.0, three.shares().get(2), 1e-15);
        assertEquals(2 / 3.0, WalletAllocation.share(1, 2), 1e-15);
    }

    @Test
    void equalBrandsShareTheirRanks() {
        WalletAllocation tied = WalletAllocation.ofRatings(9, 9, 4);
        assertEquals(tied.shares().get(0), tied.shares().get(1));
        assertEquals(5 / 12.0, tied.shares().get(0), 1e-15);
        assertEquals(0.25, WalletAllocation.ofRatings(5, 5, 5, 5).shares().get(3), 1e-15);
    }

    @Test
    void theOnlyBrandGetsEverything() {
        assertEquals(List.of(1.0), WalletAllocation.ofRatings(2).shares());
    }

    @Test
    void badNumbersAreRefused() {
        refused("ratings must not be empty", WalletAllocation::ofRatings);
        refused("ratings[1] must be a number: NaN", () -> WalletAllocation.ofRatings(1, Double.NaN));
        refused("rank must be in [1, 3]: 3.5", () -> WalletAllocation.share(3.5, 3));
        refused("brands must be at least 1: 0", () -> WalletAllocation.share(1, 0));
        refused("shares must add up to 1: 0.9", () -> new WalletAllocation(List.of(0.5, 0.4)));
        refused("shares[0] must be in [0, 1]: -0.5", () -> new WalletAllocation(List.of(-0.5, 1.5)));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void oneBrandMayHaveEverything() {
        assertEquals(List.of(1.0, 0.0), new WalletAllocation(List.of(1.0, 0.0)).shares());
    }
}
