package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertEstimate;
import static io.loyalty.metrics.retention.Approx.assertInterval;
import static io.loyalty.metrics.retention.Approx.assertUndefined;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Estimate;
import org.junit.jupiter.api.Test;

class ConfidenceTest {

    @Test
    void aShareHasItsBinomialError() {
        Estimate share = Confidence.share(3, 12, "nobody");
        assertEstimate(.25, Math.sqrt(.25 * .75 / 12), 1e-16, share);
        assertEquals(12, share.n());
        assertEquals("Wilson", share.interval().orElseThrow().method());
        assertUndefined("nobody", Confidence.share(0, 0, "nobody").value());
    }

    @Test
    void aDifferenceAddsTheVariances() {
        Estimate difference = Confidence.difference(3, 12, 4, 5, "nobody");
        assertEstimate(.25 - .8, Math.sqrt(.25 * .75 / 12 + .8 * .2 / 5), 1e-15, difference);
        assertEquals(17, difference.n());
        assertUndefined("nobody", Confidence.difference(0, 0, 4, 5, "nobody").value());
        assertUndefined("nobody", Confidence.difference(4, 5, 0, 0, "nobody").value());
        assertEquals(5, Confidence.difference(0, 0, 4, 5, "nobody").n());
    }

    @Test
    void anIntervalByTheNormalIsCutOff() {
        double reach = 1.959963984540054;
        assertInterval(2 - reach, 2 + reach, 1e-14, Confidence.normal(2, 1, 9, 0, 10, "normal"));
        assertInterval(0, 2.5, 0, Confidence.normal(1, 1, 9, 0, 2.5, "normal"));
    }
}
