package io.loyalty.program;

import io.loyalty.points.PointType;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Collector;

/**
 * What would have come of a history under another program: the same members, the same deeds, two programs, and the difference.
 *
 * <pre>{@code
 * SimulationResult result = Simulation.of(today, today.earning(withDoublePointsOnTuesdays), LocalDate.of(2025, 12, 31))
 *         .explaining(3)
 *         .run(histories, 10_000, done -> log(done + " members"));
 * }</pre>
 *
 * <p><b>Definition.</b> Each member's history is played from joining to the end of the last day under the baseline and under the
 * variant, by the verbs of {@link Program} that the real thing uses: {@link Program#record}, {@link Program#redeem}, and one
 * {@link Program#sweep} at the end. What is done or becomes known later is left out.
 * Months are those of the baseline's business days; flows are counted in the month in which they took effect, levels at the end
 * of the month, as known at the last.
 *
 * <p><b>Redemptions.</b> Members redeem what they redeemed in the history, no more and no less: nobody is assumed to behave otherwise
 * under other rules.
 *
 * <ul>
 *   <li>Points redeemed by number are redeemed whole or not at all; what is refused is counted.
 *   <li>A reward is taken at the first of its prices in the program in question that the member can pay, from unlimited stock; if there
 *       is none, the refusal is counted.
 *   <li>A visit paid with points that the member has not under a program is recorded all the same, as paid by other means in their
 *       place ({@link io.loyalty.visit.TenderKind#OTHER}); the refusal is counted. How many points pay how much of the bill stays as
 *       in the history.
 *   <li>A fact that a program refuses is counted and passed over.
 * </ul>
 *
 * <p><b>Interpretation.</b> It answers what the rules would have cost, all else equal, not how customers would have answered to them.
 * The baseline need not be what was really in force, but then redemptions of the history may be refused under it too.
 *
 * <p><b>Edge cases.</b> No members: no months and nothing but zeros. Members are played one by one, so what passes between
 * two is not played: rewards for those who brought others ({@link Program#settleReferral}), transfers, merges. Holds count when they
 * are captured, as redemptions.
 *
 * <p><b>Performance.</b> Time in proportion to the facts, memory to months and the members explained. A run uses one thread; a
 * parallel stream with {@link #collector()} uses more and gives an equal result.
 *
 * <p><b>References.</b> None: counting.
 */
public final class Simulation implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int EXPLAINED = 10;

    private final Program baseline;
    private final Program variant;
    private final LocalDate lastDay;
    private final String pointCurrency;
    private final int explained;

    private Simulation(Program baseline, Program variant, LocalDate lastDay, String pointCurrency, int explained) {
        this.baseline = Objects.requireNonNull(baseline, "baseline");
        this.variant = Objects.requireNonNull(variant, "variant");
        this.lastDay = Objects.requireNonNull(lastDay, "lastDay");
        this.pointCurrency = new PointType(pointCurrency, PointType.Nature.REGULAR).currency();
        this.explained = explained;
    }

    /**
     * A simulation of two programs, of the usual points, that explains the ten greatest differences.
     *
     * @param baseline what is compared with, such as today's program
     * @param variant what is compared
     * @param lastDay the last business day of the baseline that is played
     * @return the simulation
     * @throws IllegalArgumentException if the programs are in two currencies
     */
    public static Simulation of(Program baseline, Program variant, LocalDate lastDay) {
        if (!baseline.currency().equals(variant.currency())) {
            throw new IllegalArgumentException("variant must be in " + baseline.currency() + ": " + variant.currency());
        }
        return new Simulation(baseline, variant, lastDay, PointType.POINTS, EXPLAINED);
    }

    /**
     * This simulation with other points counted.
     *
     * @param name the name of the points
     * @return the changed copy
     * @throws IllegalArgumentException if the name is none
     */
    public Simulation counting(String name) {
        return new Simulation(baseline, variant, lastDay, name, explained);
    }

    /**
     * This simulation with another number of members explained.
     *
     * @param members how many, at least 0
     * @return the changed copy
     * @throws IllegalArgumentException if the number is below 0
     */
    public Simulation explaining(int members) {
        if (members < 0) {
            throw new IllegalArgumentException("members must be at least 0: " + members);
        }
        return new Simulation(baseline, variant, lastDay, pointCurrency, members);
    }

    /**
     * Plays all members.
     *
     * @param histories the members, each once, in any order
     * @return what came of it
     * @throws ArithmeticException if a sum does not fit
     */
    public SimulationResult run(Iterable<MemberHistory> histories) {
        return run(histories, Long.MAX_VALUE, done -> {});
    }

    /**
     * Plays all members, and tells how far it is.
     *
     * @param histories the members, each once, in any order; asked for one by one, so that they need not be there all at once
     * @param every after how many members to tell, at least 1
     * @param progress is told how many members are done
     * @return what came of it
     * @throws IllegalArgumentException if {@code every} is below 1
     * @throws ArithmeticException if a sum does not fit
     */
    public SimulationResult run(Iterable<MemberHistory> histories, long every, LongConsumer progress) {
        if (every < 1) {
            throw new IllegalArgumentException("every must be at least 1: " + every);
        }
        SimulationTally tally = tally();
        long done = 0;
        for (MemberHistory history : histories) {
            tally.accept(history);
            if (++done % every == 0) {
                progress.accept(done);
            }
        }
        return tally.result();
    }

    /**
     * A tally without members, for histories that are played part by part.
     *
     * @return the tally
     */
    public SimulationTally tally() {
        return new SimulationTally(this);
    }

    /**
     * For streams, parallel ones too: {@code histories.parallel().collect(simulation.collector())}.
     *
     * <p>A parallel stream gives each thread one stretch of its source. Where those who come most often stand together, as in the
     * order of joining, one thread has most of the work: shuffle them first.
     *
     * @return the collector; its result does not depend on order or number of threads
     */
    public Collector<MemberHistory, SimulationTally, SimulationResult> collector() {
        return Collector.of(
                this::tally,
                SimulationTally::accept,
                SimulationTally::combine,
                SimulationTally::result,
                Collector.Characteristics.UNORDERED);
    }

    // ---- for those who do it ------------------------------------------------------------------------------------

    Program baseline() {
        return baseline;
    }

    Program variant() {
        return variant;
    }

    String pointCurrency() {
        return pointCurrency;
    }

    int explained() {
        return explained;
    }

    /** The first instant that is not played. */
    Instant end() {
        return baseline.day().endOf(lastDay);
    }

    Months months() {
        return new Months(baseline.day(), lastDay);
    }

    Playback playback(Program program) {
        return new Playback(program, end());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Simulation that
                && baseline.equals(that.baseline)
                && variant.equals(that.variant)
                && lastDay.equals(that.lastDay)
                && pointCurrency.equals(that.pointCurrency)
                && explained == that.explained;
    }

    @Override
    public int hashCode() {
        return Objects.hash(lastDay, pointCurrency, explained);
    }

    /**
     * Until when, which points, how many explained.
     *
     * @return one readable line
     */
    @Override
    public String toString() {
        return "Simulation[until " + lastDay + ", " + pointCurrency + ", " + explained + " explained]";
    }
}
