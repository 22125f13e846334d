package io.loyalty.earning;

import java.util.List;

/**
 * A condition of a rule ready to be explained: put into words and asked by itself, and so each part of a conjunction.
 *
 * @param condition the condition
 * @param words what it says
 * @param gate asks it, as part of the plan in which it stands
 * @param parts the conditions of a conjunction; none for any other condition
 */
record Requirement(Condition condition, String words, Gate gate, List<Requirement> parts) {

    /**
     * A condition with its parts.
     *
     * @param compiler of the plan's conditions
     */
    static Requirement of(Condition condition, ConditionCompiler compiler) {
        List<Requirement> parts = condition instanceof Condition.All all
                ? all.of().stream().map(part -> of(part, compiler)).toList()
                : List.of();
        return new Requirement(condition, condition.toString(), compiler.gate(compiler.node(condition)), parts);
    }

    /** The part because of which it does not hold; null if it holds. */
    Requirement failing(Scoring scoring) {
        if (gate.holds(scoring)) {
            return null;
        }
        for (Requirement part : parts) {
            Requirement failing = part.failing(scoring);
            if (failing != null) {
                return failing;
            }
        }
        return this;
    }
}
