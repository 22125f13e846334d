package io.loyalty.earning;

import io.loyalty.money.Ratio;
import java.util.List;

/** A compiled multiplier. */
final class MultiplierRule {

    final int rule;
    final Gate gate;
    final Ratio factor;
    final List<Compiled.Times> times;

    MultiplierRule(int rule, Gate gate, EarningRule source, List<Compiled.Times> times) {
        this.rule = rule;
        this.gate = gate;
        this.factor = ((Effect.Multiply) source.effect()).factor();
        this.times = times;
    }

    boolean reduces() {
        return factor.compareTo(Ratio.ONE) < 0;
    }
}
