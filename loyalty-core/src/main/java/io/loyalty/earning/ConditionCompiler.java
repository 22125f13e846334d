package io.loyalty.earning;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the conditions of a plan apart into questions, each asked once however many rules ask it: about the fact, about single
 * lines, and about sums of lines. Answers to the first kind, then to the last, are numbered on in one row.
 */
final class ConditionCompiler {

    private final Map<Condition, Integer> facts = new LinkedHashMap<>();
    private final Map<LineCondition, Integer> lines = new LinkedHashMap<>();
    private final Map<Condition, Integer> sums = new LinkedHashMap<>();
    private final Map<EarningBase, Integer> bases = new LinkedHashMap<>();
    private final LineClasses lineClasses;
    private final Map<Condition, Node> nodes = new HashMap<>();

    ConditionCompiler(List<EarningRule> rules) {
        for (EarningRule rule : rules) {
            collect(rule.condition());
            if (rule.effect() instanceof Effect.Spend spend) {
                enter(bases, spend.base());
            }
        }
        lineClasses = new LineClasses(List.copyOf(lines.keySet()), List.copyOf(bases.keySet()));
    }

    private void collect(Condition condition) {
        if (condition instanceof Condition.Not not) {
            collect(not.negated());
        } else if (condition instanceof Condition.All all) {
            all.of().forEach(this::collect);
        } else if (condition instanceof Condition.Any any) {
            any.of().forEach(this::collect);
        } else if (condition instanceof LineCondition line) {
            enter(lines, line);
        } else if (condition instanceof VisitCondition.Contains contains) {
            collect(contains.lines());
            enter(sums, contains);
        } else if (condition instanceof VisitCondition.SpendAtLeast spend) {
            collect(spend.lines());
            enter(bases, spend.base());
            enter(sums, spend);
        } else if (!(condition instanceof Condition.Always)) {
            enter(facts, condition);
        }
    }

    private static <T> void enter(Map<T, Integer> numbers, T one) {
        numbers.putIfAbsent(one, numbers.size());
    }

    /** The number of a base, the same for equal ones. */
    int base(EarningBase base) {
        return bases.get(base);
    }

    Gate gate(Condition condition) {
        long need = 0;
        long forbid = 0;
        Node rest = Node.ALWAYS;
        for (Condition part : condition instanceof Condition.All all ? all.of() : List.of(condition)) {
            Node node = node(part);
            if (node instanceof Node.Answer answer && answer.index() < 64) {
                need |= 1L << answer.index();
            } else if (node instanceof Node.Inverse inverse
                    && inverse.of() instanceof Node.Answer answer
                    && answer.index() < 64) {
                forbid |= 1L << answer.index();
            } else {
                rest = Node.both(rest, node);
            }
        }
        return new Gate(need, forbid, rest, lineClasses);
    }

    Node node(Condition condition) {
        Node known = nodes.get(condition);
        if (known == null) {
            known = compiled(condition);
            nodes.put(condition, known);
        }
        return known;
    }

    private Node compiled(Condition condition) {
        if (condition instanceof Condition.Always) {
            return Node.ALWAYS;
        }
        if (condition instanceof Condition.Not not) {
            return new Node.Inverse(node(not.negated()));
        }
        if (condition instanceof Condition.All all) {
            return all.of().stream().map(this::node).reduce(Node::both).orElseThrow();
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().map(this::node).reduce(Node.Either::new).orElseThrow();
        }
        if (condition instanceof LineCondition line) {
            return new Node.OfLine(lines.get(line));
        }
        Integer sum = sums.get(condition);
        return new Node.Answer(sum == null ? facts.get(condition) : facts.size() + sum);
    }

    /** A condition by itself, of which no part is asked beforehand. */
    Gate gate(Node node) {
        return new Gate(0, 0, node, lineClasses);
    }

    FactAtoms factAtoms() {
        return new FactAtoms(List.copyOf(facts.keySet()));
    }

    LineClasses lineClasses() {
        return lineClasses;
    }

    /** The number of the question whether a line's kind counts in the first base; those of the other bases come after it. */
    int firstKindQuestion() {
        return lines.size();
    }

    SumQuestion[] sums() {
        return sums.keySet().stream().map(this::sum).toArray(SumQuestion[]::new);
    }

    private SumQuestion sum(Condition condition) {
        if (condition instanceof VisitCondition.SpendAtLeast spend) {
            Gate gate = gate(node(spend.lines()));
            int base = base(spend.base());
            boolean isFixed = lineClasses.areFew() && gate.isSimple();
            int[] few = isFixed ? lineClasses.few(gate.classes & lineClasses.answer(firstKindQuestion() + base)) : null;
            return new SumQuestion(gate, base, spend.amount(), few);
        }
        return new SumQuestion(gate(node(((VisitCondition.Contains) condition).lines())), -1, null, null);
    }

    EarningBase[] bases() {
        return bases.keySet().toArray(EarningBase[]::new);
    }
}
