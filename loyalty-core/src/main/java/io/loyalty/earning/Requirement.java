package io.loyalty.earning;

import java.util.List;
import java.util.Map;

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
     * @param nodes what conditions of the plan were compiled to; only the conjunction of a rule is not there as a whole
     */
    static Requirement of(Condition condition, Map<Condition, Node> nodes) {
        List<Requirement> parts = condition instanceof Condition.All all
                ? all.of().stream().map(part -> of(part, nodes)).toList()
                : List.of();
        Node node = nodes.get(condition);
        if (node == null) {
            node = parts.stream()
                    .map(part -> nodes.get(part.condition()))
                    .reduce(Node.Both::new)
                    .orElseThrow();
        }
        return new Requirement(condition, condition.toString(), new Gate(0, 0, node), parts);
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
