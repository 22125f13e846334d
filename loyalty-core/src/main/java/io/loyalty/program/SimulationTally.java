package io.loyalty.program;

import io.loyalty.program.GainsAndLosses.Band;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A simulation under way: members come one after the other, and only sums are kept of them.
 *
 * <p>Members are independent, so a history may be cut anywhere between members, each part be played elsewhere, and the parts be
 * {@link #combine combined}: the result is the same to the last digit, whatever the cuts and whatever the order. Changes as it goes;
 * to be used by one thread at a time. Memory grows with months, tiers and the top differences, not with members or facts.
 */
public final class SimulationTally implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The digits of a {@code long}. */
    private static final int DIGITS = 19;

    private static final Comparator<Candidate> GREATEST_FIRST = Comparator.comparingLong(
                    (Candidate candidate) -> -Math.abs(candidate.gain()))
            .thenComparing(candidate -> candidate.history().customer().id());

    /** A member whose difference may be among the greatest. */
    private record Candidate(MemberHistory history, long gain) implements Serializable {}

    private final Simulation simulation;
    private final ProgramTally baseline;
    private final ProgramTally variant;
    /** By the number of digits of a gain, those of losses below {@link #DIGITS}: how many members, and their points. */
    private final long[] members = new long[2 * DIGITS + 1];

    private final long[] points = new long[2 * DIGITS + 1];
    private final List<Candidate> top = new ArrayList<>();

    SimulationTally(Simulation simulation) {
        this.simulation = simulation;
        Months months = simulation.months();
        baseline = new ProgramTally(simulation.baseline(), simulation.pointCurrency(), months);
        variant = new ProgramTally(simulation.variant(), simulation.pointCurrency(), months);
    }

    /**
     * Plays a member's history under both programs. One who joined after the last day is passed over.
     *
     * @param history all that the member did; no member twice
     * @throws IllegalArgumentException if the member joined more than a thousand years before the last day
     * @throws ArithmeticException if a sum does not fit
     */
    public void accept(MemberHistory history) {
        if (!history.joinedAt().isBefore(simulation.end())) {
            return;
        }
        PointsFigures before =
                baseline.add(simulation.playback(simulation.baseline()).play(history, baseline));
        PointsFigures after =
                variant.add(simulation.playback(simulation.variant()).play(history, variant));
        long gain = Math.subtractExact(after.kept(), before.kept());
        int band = DIGITS + Long.signum(gain) * (gain == 0 ? 0 : digits(gain));
        members[band]++;
        points[band] = Math.addExact(points[band], gain);
        if (gain != 0) {
            add(new Candidate(history, gain));
        }
    }

    /**
     * Adds what another tally of the same simulation has counted.
     *
     * @param other the other, which is not to be used any more
     * @return this tally
     * @throws IllegalArgumentException if it is a tally of another simulation
     * @throws ArithmeticException if a sum does not fit
     */
    public SimulationTally combine(SimulationTally other) {
        if (!simulation.equals(other.simulation)) {
            throw new IllegalArgumentException("tallies must be of one simulation");
        }
        baseline.add(other.baseline);
        variant.add(other.variant);
        for (int band = 0; band < members.length; band++) {
            members[band] += other.members[band];
            points[band] = Math.addExact(points[band], other.points[band]);
        }
        other.top.forEach(this::add);
        return this;
    }

    private void add(Candidate candidate) {
        if (top.size() == simulation.explained()
                && (top.isEmpty() || GREATEST_FIRST.compare(candidate, top.get(top.size() - 1)) >= 0)) {
            return;
        }
        int place = top.size();
        while (place > 0 && GREATEST_FIRST.compare(candidate, top.get(place - 1)) < 0) {
            place--;
        }
        top.add(place, candidate);
        if (top.size() > simulation.explained()) {
            top.remove(top.size() - 1);
        }
    }

    /**
     * What it comes to so far. The members with the greatest differences are played once more, to explain them.
     *
     * @return the result
     */
    public SimulationResult result() {
        List<Band> bands = new ArrayList<>();
        for (int band = 0; band < members.length; band++) {
            if (members[band] > 0 && band != DIGITS) {
                long sign = band < DIGITS ? -1 : 1;
                int digits = Math.abs(band - DIGITS);
                long small = sign * power(digits - 1);
                long great = sign * (digits == DIGITS ? Long.MAX_VALUE : power(digits) - 1);
                bands.add(new Band(Math.min(small, great), Math.max(small, great), members[band], points[band]));
            }
        }
        Comparison comparison = new Comparison(simulation);
        return new SimulationResult(
                baseline.figures(),
                variant.figures(),
                new GainsAndLosses(members[DIGITS], bands),
                top.stream()
                        .map(candidate -> comparison.explain(candidate.history()))
                        .toList());
    }

    private static int digits(long gain) {
        int digits = 1;
        for (long rest = Math.absExact(gain); rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
