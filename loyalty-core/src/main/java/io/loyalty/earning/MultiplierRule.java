package io.loyalty.earning;

import io.loyalty.money.Ratio;
import java.util.List;

/** A compiled multiplier. */
final class MultiplierRule {

    final int rule;
    final Gate gate;
    final Ratio factor;
    /** The factor's parts. */
    final long above;

    final long below;
    /** Numbers up to here can be multiplied with either part of the factor without overflow. */
    final long room;

    final List<Compiled.Times> times;

    MultiplierRule(int rule, Gate gate, EarningRule source, List<Compiled.Times> times) {
        this.rule = rule;
        this.gate = gate;
        this.factor = ((Effect.Multiply) source.effect()).factor();
        this.above = factor.numerator();
        this.below = factor.denominator();
        this.room = Long.MAX_VALUE / Math.max(above, below);
        this.times = times;
    }

    boolean reduces() {
        return factor.compareTo(Ratio.ONE) < 0;
    }
}
