package io.loyalty.earning;

/**
 * A compiled condition of a rule. The common part, that some answers about the fact must be yes and some no, is two masks over
 * the first 64 answers; the rest is nothing, one question about lines, or a tree.
 */
final class Gate {

    private final long need;
    private final long forbid;
    private final Node rest;
    /** The number of the question if the rest is one about lines; otherwise -1. */
    private final int question;

    private final boolean readsNothing;
    /** Whether the condition chooses among lines. */
    final boolean readsLines;

    Gate(long need, long forbid, Node rest) {
        this.need = need;
        this.forbid = forbid;
        this.rest = rest;
        this.question = rest instanceof Node.OfLine line ? line.index() : -1;
        this.readsNothing = rest instanceof Node.True;
        this.readsLines = rest.readsLines();
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
        if (readsNothing) {
            return -1L;
        }
        return question >= 0 ? scoring.basket.answer(question, chunk) : rest.eval(scoring, chunk);
    }

    /** For an open gate: whether the condition holds for the fact as a whole. */
    boolean holds(Scoring scoring) {
        return chosen(scoring) != 0;
    }

    /**
     * 1 if nothing stands against the fact and the condition holds for it as a whole; otherwise 0. Which of many conditions hold differs
     * from fact to fact, so this takes no branch that depends on it.
     */
    long passes(Scoring scoring) {
        long answers = scoring.facts[scoring.from];
        long against = ~answers & need | answers & forbid;
        long chosen = chosen(scoring);
        return ~(against | -against) >>> 63 & (chosen | -chosen) >>> 63;
    }

    /** Some bits if the condition, for an open gate, holds for the fact as a whole; otherwise 0. */
    private long chosen(Scoring scoring) {
        if (readsLines) {
            return picked(scoring);
        }
        return readsNothing ? -1L : rest.eval(scoring, 0);
    }

    /** For an open gate: some bits if it lets some line through; otherwise 0. */
    long picked(Scoring scoring) {
        long some = 0;
        for (int chunk = 0; chunk < scoring.basket.chunks; chunk++) {
            some |= lines(scoring, chunk);
        }
        return some;
    }
}
