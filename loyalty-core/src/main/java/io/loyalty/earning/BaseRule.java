package io.loyalty.earning;

import io.loyalty.money.Rounding;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/** A compiled rule that earns on spend, per unit or per visit: all are so many points per so much of an amount. */
final class BaseRule {

    /** Of what the amount is. */
    enum Kind {
        /** Of money. */
        SPEND,
        /** Of units. */
        UNIT,
        /** Of visits, which is always one. */
        VISIT
    }

    final int rule;
    final Gate gate;
    final Kind kind;
    final long points;
    final long per;
    final RateForm form;
    final Rounding.Scope scope;
    final RoundingMode mode;
    /** For spend: the number of the earning base. */
    final int lineBase;
    /** For spend: the currency; null for all. */
    final Currency currency;

    final List<Compiled.Times> times;
    /** Whether {@link SmallBase} may try it. */
    final boolean isSimple;
    /** Whether quotients, which are never below 0, are cut off. */
    final boolean isFloored;

    BaseRule(int rule, Gate gate, EarningRule source, List<Compiled.Times> times, ConditionCompiler conditions) {
        this.rule = rule;
        this.gate = gate;
        this.times = times;
        Effect effect = source.effect();
        if (effect instanceof Effect.Spend spend) {
            kind = Kind.SPEND;
            points = spend.points();
            per = spend.per().minorUnits();
            form = spend.form();
            scope = spend.rounding().scope();
            mode = spend.rounding().mode();
            lineBase = conditions.base(spend.base());
            currency = spend.per().currency();
        } else {
            boolean units = effect instanceof Effect.PerUnit;
            Rounding rounding = effect instanceof Effect.PerUnit perUnit
                    ? perUnit.rounding()
                    : new Rounding(((Effect.PerVisit) effect).mode(), Rounding.Scope.TRANSACTION);
            kind = units ? Kind.UNIT : Kind.VISIT;
            points = units ? ((Effect.PerUnit) effect).points() : ((Effect.PerVisit) effect).points();
            per = 1;
            form = RateForm.PROPORTIONAL;
            scope = rounding.scope();
            mode = rounding.mode();
            lineBase = -1;
            currency = null;
        }
        isSimple = kind != Kind.UNIT
                && scope == Rounding.Scope.TRANSACTION
                && mode != RoundingMode.UNNECESSARY
                && points <= SmallBase.SMALL
                && times.isEmpty();
        isFloored = mode == RoundingMode.FLOOR || mode == RoundingMode.DOWN;
    }

    /** Whether it is about visits in a currency. */
    boolean isIn(Currency other) {
        return currency == null || currency.equals(other);
    }
}
