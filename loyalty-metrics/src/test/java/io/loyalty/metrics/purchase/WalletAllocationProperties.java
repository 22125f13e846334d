package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WalletAllocationProperties {

    @Property(tries = 300, seed = "20260416")
    void sharesAddUpToOneAndFollowTheRatings(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 7) Integer> ratings) {
        List<Double> shares = WalletAllocation.ofRatings(
                        ratings.stream().mapToDouble(Integer::doubleValue).toArray())
                .shares();
        assertEquals(1, shares.stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
        for (int i = 0; i < shares.size(); i++) {
            for (int j = 0; j < shares.size(); j++) {
                assertTrue(ratings.get(i) <= ratings.get(j) || shares.get(i) > shares.get(j));
            }
        }
    }
}
