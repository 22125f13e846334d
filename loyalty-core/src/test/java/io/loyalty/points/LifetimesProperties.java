package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.testing.TimeArbitraries;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Points that are given live as long as their term says. */
class LifetimesProperties {

    @Provide
    Arbitrary<Tuple2<ZoneId, Instant>> starts() {
        return TimeArbitraries.zones()
                .flatMap(zone -> TimeArbitraries.instantsIn(zone).map(instant -> Tuple.of(zone, instant)));
    }

    @Provide
    Arbitrary<Term> terms() {
        return TimeArbitraries.terms();
    }

    @Property(tries = 2_000, seed = "20261123")
    void expiryIsThatOfTheTerm(@ForAll("terms") Term term, @ForAll("starts") Tuple2<ZoneId, Instant> start) {
        Instant expected = term.expiresAt(start.get2(), start.get1());
        assertEquals(expected, Lifetimes.expiry(term, start.get2(), start.get1()));
        LedgerPolicy policy = LedgerPolicy.in(start.get1());
        assertEquals(expected, Lifetimes.firstExpiry(policy, term, start.get2(), Instant.MAX));
        LedgerPolicy later = policy.with(LedgerPolicy.ExpiryClock.FROM_ACTIVATION);
        assertEquals(expected, Lifetimes.firstExpiry(later, term, Instant.EPOCH, start.get2()));
        assertEquals(Instant.MAX, Lifetimes.firstExpiry(later, term, start.get2(), Instant.MAX));
    }
}
