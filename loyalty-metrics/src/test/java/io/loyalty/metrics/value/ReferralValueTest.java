package io.loyalty.metrics.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ReferralValueTest {

    @Test
    void ownValueAndWhatTheFriendsBring() {
        // One who would not have come otherwise, one who would, one half and half.
        ReferralValue value = new ReferralValue(
                200,
                List.of(
                        new ReferredCustomer(100, 1, 15),
                        new ReferredCustomer(300, 0, 15),
                        ReferredCustomer.of(80, 0.5)));
        assertEquals(170, value.ofReferrals());
        assertEquals(370, value.value());
        assertEquals(115, value.referred().get(0).contribution());
        assertEquals("370.0 = 200.0 own + 170.0 by 3 referrals", value.toString());
    }

    @Test
    void withoutReferralsItIsTheOwnValue() {
        ReferralValue value = new ReferralValue(-20, List.of());
        assertEquals(-20, value.value());
        assertEquals(0, value.ofReferrals());
    }

    @Test
    void friendsMayCostMoreThanTheyBring() {
        assertEquals(90, new ReferralValue(100, List.of(ReferredCustomer.of(-20, 0.5))).value());
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertRefused("own must be finite: NaN", () -> new ReferralValue(Double.NaN, List.of()));
        assertRefused("value must be finite: NaN", () -> ReferredCustomer.of(Double.NaN, 1));
        assertRefused("attribution must be in [0, 1]: 1.5", () -> ReferredCustomer.of(1, 1.5));
        assertRefused("attribution must be in [0, 1]: NaN", () -> ReferredCustomer.of(1, Double.NaN));
        assertRefused("savedAcquisitionCost must be finite and at least 0: -1.0", () -> new ReferredCustomer(1, 1, -1));
        ReferredCustomer huge = ReferredCustomer.of(1.7e308, 1);
        assertRefused("value must be finite: Infinity", () -> new ReferralValue(1, List.of(huge, huge)));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
