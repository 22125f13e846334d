package io.loyalty.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReferralTest {

    private static final CustomerId ANN = CustomerId.of("c-1");
    private static final CustomerId BEN = CustomerId.of("c-2");

    @Test
    void oneBringsAnother() {
        Referral referral = new Referral(ANN, BEN, Instant.EPOCH);
        assertEquals(ANN, referral.referrer());
        assertEquals(BEN, referral.referee());
        assertEquals(Instant.EPOCH, referral.at());
    }

    @Test
    void nobodyBringsOneself() {
        assertEquals(
                "referee must differ from the referrer: c-1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Referral(ANN, CustomerId.of("c-1"), Instant.EPOCH))
                        .getMessage());
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals(
                "referrer",
                assertThrows(NullPointerException.class, () -> new Referral(null, BEN, Instant.EPOCH))
                        .getMessage());
        assertEquals(
                "referee",
                assertThrows(NullPointerException.class, () -> new Referral(ANN, null, Instant.EPOCH))
                        .getMessage());
        assertEquals(
                "at",
                assertThrows(NullPointerException.class, () -> new Referral(ANN, BEN, null))
                        .getMessage());
    }
}
