package io.loyalty.metrics.program;

import static io.loyalty.metrics.program.Refusals.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Referral;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferralGraphTest {

    private static final CustomerId A = CustomerId.of("a");
    private static final CustomerId B = CustomerId.of("b");
    private static final CustomerId C = CustomerId.of("c");
    private static final CustomerId D = CustomerId.of("d");
    private static final CustomerId E = CustomerId.of("e");

    /** a brought b and c, c brought d; e brought nobody. */
    private static final ReferralGraph USUAL = graph("a b", "a c", "c d");

    private static ReferralGraph graph(String... pairs) {
        return ReferralGraph.of(
                Arrays.stream(pairs).map(ReferralGraphTest::referral).toList());
    }

    private static Referral referral(String pair) {
        String[] ids = pair.split(" ");
        return new Referral(CustomerId.of(ids[0]), CustomerId.of(ids[1]), Instant.EPOCH);
    }

    @Test
    void fourCustomersByHand() {
        assertEquals(3, USUAL.referred());
        assertEquals(2, USUAL.referrers());
        assertEquals(Optional.of(A), USUAL.referrerOf(C));
        assertEquals(Optional.empty(), USUAL.referrerOf(A));
        assertEquals(List.of(B, C), USUAL.broughtBy(A));
        assertEquals(List.of(), USUAL.broughtBy(E));
        assertEquals(3, USUAL.followersOf(A));
        assertEquals(1, USUAL.followersOf(C));
        assertEquals(0, USUAL.followersOf(E));
        assertEquals(List.of(1, 2, 1), USUAL.generations());
        assertEquals("3 referred by 2, generations [1, 2, 1]", USUAL.toString());
    }

    @Test
    void valueCountsDirectRefereesInPart() {
        Map<CustomerId, Double> values = Map.of(A, 100.0, B, 40.0, C, 60.0, D, 1_000.0);
        assertEquals(150, USUAL.valueWithReferrals(A, values::get, 0.5));
        assertEquals(1_060, USUAL.valueWithReferrals(C, values::get, 1));
        assertEquals(40, USUAL.valueWithReferrals(B, values::get, 1));
        assertEquals(
                "attribution must be in [0, 1]: NaN",
                message(() -> USUAL.valueWithReferrals(A, values::get, Double.NaN)));
    }

    @Test
    void circlesAreRefused() {
        assertEquals("referrals[1] must not close a circle: b to a", message(() -> graph("a b", "b a")));
        assertEquals("referrals[3] must not close a circle: d to a", message(() -> graph("a b", "b c", "c d", "d a")));
        assertEquals("referrals[3] must not close a circle: a to c", message(() -> graph("c d", "e a", "d e", "a c")));
    }

    @Test
    void nobodyIsBroughtTwiceOrByHimself() {
        assertEquals("referrals[1] must bring somebody new: b", message(() -> graph("a b", "c b")));
        assertEquals("referrals[1] must bring somebody new: b", message(() -> graph("a b", "a b")));
        assertEquals("referee must differ from the referrer: a", message(() -> graph("a a")));
    }

    @Test
    void noReferralsMakeAnEmptyGraph() {
        assertEquals(List.of(), graph().generations());
        assertEquals(0, graph().referred());
    }

    @Test
    void longChainsTakeNoStack() {
        List<Referral> chain = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            chain.add(referral(i + " " + (i + 1)));
        }
        assertEquals(50_000, ReferralGraph.of(chain).followersOf(CustomerId.of("0")));
        Collections.reverse(chain);
        assertEquals(50_001, ReferralGraph.of(chain).generations().size());
    }

    @Test
    void refereesMayCountForNothing() {
        Map<CustomerId, Double> values = Map.of(A, 100.0, B, 40.0, C, 60.0);
        assertEquals(100, USUAL.valueWithReferrals(A, values::get, 0));
        assertEquals(
                "attribution must be in [0, 1]: 1.5", message(() -> USUAL.valueWithReferrals(A, values::get, 1.5)));
        assertEquals(
                "attribution must be in [0, 1]: -0.5", message(() -> USUAL.valueWithReferrals(A, values::get, -0.5)));
    }
}
