package io.loyalty.earning;

/**
 * A compiled condition of a rule. The common part is masks: some of the first 64 answers about the fact must be yes and some no, and
 * of few classes of lines one of some must be there. The rest is nothing, or a tree.
 */
final class Gate {

    final long need;
    final long forbid;
    /** The classes that pass, if these are the same for all visits; otherwise all. */
    final long classes;
    /** Null if the masks say all. */
    private final Node rest;
    /** Whether the condition chooses among lines. */
    final boolean readsLines;

    Gate(long need, long forbid, Node rest, LineClasses lineClasses) {
        boolean isFixed = !rest.readsFacts() && (lineClasses.areFew() || !rest.readsLines());
        this.need = need;
        this.forbid = forbid;
        this.classes = isFixed ? rest.classes(lineClasses) : -1L;
        this.rest = isFixed ? null : rest;
        this.readsLines = rest.readsLines();
    }

    /** Whether the masks say all. */
    boolean isSimple() {
        return rest == null;
    }

    /** Whether nothing about the fact itself stands against it. */
    boolean isOpen(Scoring scoring) {
        long answers = scoring.facts[scoring.from];
        return (answers & need) == need && (answers & forbid) == 0;
    }

    /** For an open gate: the lines that it lets through. */
    long lines(Scoring scoring, int chunk) {
        return choice(scoring, chunk) & scoring.basket.present(chunk);
    }

    /** For an open gate: the lines that it lets through, were they all there; bits beyond the last line mean nothing. */
    long choice(Scoring scoring, int chunk) {
        return rest == null ? classes : rest.eval(scoring, chunk);
    }

    /** For an open gate: whether the condition holds for the fact as a whole. */
    boolean holds(Scoring scoring) {
        return readsLines ? picksSome(scoring) : choice(scoring, 0) != 0;
    }

    /** For an open gate: whether it lets some line through. */
    boolean picksSome(Scoring scoring) {
        long some = 0;
        for (int chunk = 0; chunk < scoring.basket.chunks; chunk++) {
            some |= lines(scoring, chunk);
        }
        return some != 0;
    }
}
