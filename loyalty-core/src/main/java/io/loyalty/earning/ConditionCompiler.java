package io.loyalty.earning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the conditions of a plan apart into questions, each asked once however many rules ask it. */
final class ConditionCompiler {

    private final List<Condition> facts = new ArrayList<>();
    private final List<LineCondition> lines = new ArrayList<>();
    private final List<SumQuestion> sums = new ArrayList<>();
    private final List<EarningBase> bases = new ArrayList<>();
    private final Map<Condition, Node> nodes = new HashMap<>();

    /** The number of a base, the same for equal ones. */
    int base(EarningBase base) {
        int index = bases.indexOf(base);
        if (index < 0) {
            bases.add(base);
            index = bases.size() - 1;
        }
        return index;
    }

    Gate gate(Condition condition) {
        long need = 0;
        long forbid = 0;
        Node rest = null;
        for (Condition part : condition instanceof Condition.All all ? all.of() : List.of(condition)) {
            Node node = node(part);
            if (node instanceof Node.Fact fact && fact.index() < 64) {
                need |= 1L << fact.index();
            } else if (node instanceof Node.Inverse inverse
                    && inverse.of() instanceof Node.Fact fact
                    && fact.index() < 64) {
                forbid |= 1L << fact.index();
            } else if (!(node instanceof Node.True)) {
                rest = rest == null ? node : new Node.Both(rest, node);
            }
        }
        return new Gate(need, forbid, rest == null ? new Node.True() : rest);
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
            return new Node.True();
        }
        if (condition instanceof Condition.Not not) {
            return new Node.Inverse(node(not.negated()));
        }
        if (condition instanceof Condition.All all) {
            return all.of().stream().map(this::node).reduce(Node.Both::new).orElseThrow();
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().map(this::node).reduce(Node.Either::new).orElseThrow();
        }
        if (condition instanceof LineCondition line) {
            lines.add(line);
            return new Node.OfLine(lines.size() - 1);
        }
        if (condition instanceof VisitCondition.Contains contains) {
            return sum(new SumQuestion(ofLines(contains.lines()), -1, null));
        }
        if (condition instanceof VisitCondition.SpendAtLeast spend) {
            return sum(new SumQuestion(ofLines(spend.lines()), base(spend.base()), spend.amount()));
        }
        facts.add(condition);
        return new Node.Fact(facts.size() - 1);
    }

    private Gate ofLines(Condition condition) {
        return new Gate(0, 0, node(condition));
    }

    /** What a sum asks of lines is compiled before, so sums are answered in the order of their numbers. */
    private Node sum(SumQuestion question) {
        sums.add(question);
        return new Node.Sum(sums.size() - 1);
    }

    FactAtoms factAtoms() {
        return new FactAtoms(facts);
    }

    LineClasses lineClasses() {
        return new LineClasses(lines, bases);
    }

    /** The number of the question whether a line's kind counts in the first base; those of the other bases come after it. */
    int firstKindQuestion() {
        return lines.size();
    }

    SumQuestion[] sums() {
        return sums.toArray(SumQuestion[]::new);
    }

    EarningBase[] bases() {
        return bases.toArray(EarningBase[]::new);
    }

    Map<Condition, Node> nodes() {
        return nodes;
    }
}
