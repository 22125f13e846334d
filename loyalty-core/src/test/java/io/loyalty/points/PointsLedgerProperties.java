package io.loyalty.points;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.points.Dice.Step;
import io.loyalty.testing.TimeArbitraries;
import io.loyalty.time.Term;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The ledger against its oracle, step by step, under random policies, terms, zones and defaults.
 *
 * <p>With {@code -Dloyalty.tries=100} each of the random sequences is run in a hundred variations: 100,000 sequences of
 * commands instead of 1,000.
 */
class PointsLedgerProperties {

    private static final int VARIATIONS = Integer.getInteger("loyalty.tries", 1);

    private static final Map<String, Integer> REACHED = new TreeMap<>();

    /** Reasons that other rooms give, or that no sequence of commands on one copy can give. */
    private static final Set<Reason> NOT_FROM_COMMANDS = EnumSet.of(
            Reason.BEFORE_JOINING,
            Reason.FOREIGN_CURRENCY,
            Reason.UNKNOWN_VISIT,
            Reason.UNKNOWN_REFERRAL,
            Reason.ALREADY_REFERRED,
            Reason.REFERRAL_CYCLE,
            Reason.RETURN_DOES_NOT_FIT,
            Reason.VERSION_CONFLICT,
            Reason.IN_DEBT,
            Reason.NOT_EMPTY,
            Reason.UNKNOWN_REWARD,
            Reason.NO_SUCH_PRICE,
            Reason.OTHER_TIER,
            Reason.NOT_YET_VALID,
            Reason.NO_LONGER_VALID,
            Reason.OUT_OF_STOCK,
            Reason.LIMIT_REACHED,
            Reason.CANCEL_EXCEEDS_REDEMPTION,
            Reason.NOTHING_TO_PAY,
            Reason.BILL_TOO_SMALL,
            Reason.NOT_A_STEP,
            Reason.BELOW_MINIMUM,
            Reason.ABOVE_MAXIMUM,
            Reason.ABOVE_SHARE,
            Reason.POINTS_WASTED);

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> any = Arbitraries.integers().withDistribution(RandomDistribution.uniform());
        Arbitrary<Step> step = Combinators.combine(any, any, any, any, any).as(Step::new);
        // Some histories are long enough for several of the states that a journal keeps for questions about the past.
        return Arbitraries.frequencyOf(
                Tuple.of(14, step.list().ofMinSize(50).ofMaxSize(70)),
                Tuple.of(1, step.list().ofMinSize(230).ofMaxSize(300)));
    }

    @Provide
    Arbitrary<List<Term>> terms() {
        return TimeArbitraries.terms().list().ofSize(3);
    }

    @Provide
    Arbitrary<LocalDate> starts() {
        // Around changes of clocks, a skipped date, a leap day, and the turn of a year.
        return Arbitraries.of("2018-10-20", "2018-02-01", "2011-12-18", "2024-02-10", "2025-12-15", "2019-03-01")
                .map(LocalDate::parse);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return TimeArbitraries.zones();
    }

    @Property(tries = 1000, seed = "3141592653589793", edgeCases = EdgeCasesMode.NONE)
    void ledgerAgreesWithTheOracle(
            @ForAll("steps") List<Step> steps,
            @ForAll("zones") ZoneId zone,
            @ForAll("starts") LocalDate start,
            @ForAll("terms") List<Term> terms,
            @ForAll int policies) {
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        try {
            for (int variation = 0; variation < VARIATIONS; variation++) {
                Trial trial = new Trial(zone, start, terms, policies ^ variation, REACHED);
                for (Step step : steps) {
                    trial.run(step.varied(variation));
                }
                trial.finish(policies ^ variation);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }

    /** A test that never meets a refusal or an entry proves nothing about it. */
    @AfterContainer
    static void everyEntryAndEveryReasonWasMet() {
        Set<String> expected = Stream.of(Entry.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(HashSet::new));
        EnumSet.complementOf(EnumSet.copyOf(NOT_FROM_COMMANDS)).forEach(reason -> expected.add(reason.name()));
        expected.add("more than two checkpoints");
        expected.removeAll(REACHED.keySet());
        assertEquals(Set.of(), expected, "not met in " + REACHED);
    }
}
