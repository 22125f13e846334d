package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class VintagePointsTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    /** 100 issued, 20 moved in, 40 taken back; of the 80 left 30 redeemed, 16 expired, 8 forfeited. */
    private static final VintagePoints USUAL = new VintagePoints(JANUARY, 100, 20, 40, 30, 16, 8);

    @Test
    void everyPointIsRedeemedDeadOrOutstanding() {
        assertEquals(80, USUAL.netIssued());
        assertEquals(26, USUAL.outstanding());
        assertEquals(Measure.of(0.375), USUAL.redeemedShare());
        assertEquals(Measure.of(0.3), USUAL.deadShare());
        assertEquals(Measure.of(0.325), USUAL.outstandingShare());
    }

    @Test
    void nothingIssuedHasNoShares() {
        Measure none = Measure.undefined("no points issued, or all taken back");
        VintagePoints back = new VintagePoints(JANUARY, 100, 0, 100, 0, 0, 0);
        assertEquals(none, back.redeemedShare());
        assertEquals(none, back.deadShare());
        assertEquals(none, back.outstandingShare());
    }

    @Test
    void lineAddsUp() {
        assertEquals("2026-01-01: 80 issued, 30 redeemed, 24 dead, 26 outstanding", USUAL.toString());
    }
}
