package io.loyalty.earning;

import java.util.List;

/**
 * The gates of up to 64 rules as tables: which of them some answers about the fact leave standing, and which of them some classes
 * of lines bring in, four bits at a time. So all are asked at once, in steps as many as there are answers and classes, not rules;
 * and no step is a branch, for which rules hold differs from fact to fact.
 */
final class Gates {

    /** So many gates are one word of bits. */
    static final int MOST = 64;

    /** So many answers or classes are looked up at once. */
    private static final int BITS = 4;

    private static final int WIDTH = 1 << BITS;

    private final Gate[] gates;
    /** For each four answers, and each way in which they may come out: the gates to which they do no harm. */
    private final long[] byAnswers;
    /** For each four classes, and each choice of them: the gates of which these let one through. */
    private final long[] byClasses;
    /** The gates that need no line. */
    private final long free;
    /** The gates of which the tables do not say all. */
    private final long trees;

    /**
     * Makes the tables.
     *
     * @param answers how many answers there are; those after the first 64 are for trees
     * @param classes how many classes of lines, if they are few; otherwise 0
     */
    Gates(List<Gate> gates, int answers, int classes) {
        this.gates = gates.toArray(Gate[]::new);
        byAnswers = new long[WIDTH * ((Math.min(answers, Long.SIZE) + BITS - 1) / BITS)];
        byClasses = new long[WIDTH * ((classes + BITS - 1) / BITS)];
        long withoutLines = 0;
        long notSimple = 0;
        for (int g = 0; g < this.gates.length; g++) {
            Gate gate = this.gates[g];
            long bit = 1L << g;
            for (int i = 0; i < byAnswers.length; i++) {
                long set = (long) i % WIDTH << i / WIDTH * BITS;
                long asked = WIDTH - 1L << i / WIDTH * BITS;
                boolean stands = (gate.need & asked & ~set) == 0 && (gate.forbid & set) == 0;
                byAnswers[i] |= stands ? bit : 0;
            }
            boolean needsLine = gate.isSimple() && gate.readsLines;
            for (int i = 0; needsLine && i < byClasses.length; i++) {
                long some = (long) i % WIDTH << i / WIDTH * BITS;
                byClasses[i] |= (gate.classes & some) != 0 ? bit : 0;
            }
            withoutLines |= needsLine || gate.classes == 0 ? 0 : bit;
            notSimple |= gate.isSimple() ? 0 : bit;
        }
        free = withoutLines;
        trees = notSimple;
    }

    /**
     * The gates that hold for the fact as a whole.
     *
     * @param asked those that are asked; others do not hold
     */
    long holding(Scoring scoring, long asked) {
        long some = free;
        long present = scoring.basket.present(0);
        for (int i = 0; i < byClasses.length; i += WIDTH) {
            some |= byClasses[i + (int) (present & WIDTH - 1)];
            present >>>= BITS;
        }
        long holding = some & asked;
        long answers = scoring.facts[scoring.from];
        for (int i = 0; i < byAnswers.length; i += WIDTH) {
            holding &= byAnswers[i + (int) (answers & WIDTH - 1)];
            answers >>>= BITS;
        }
        for (long bits = holding & trees; bits != 0; bits &= bits - 1) {
            holding &= gates[Long.numberOfTrailingZeros(bits)].holds(scoring) ? -1L : ~Long.lowestOneBit(bits);
        }
        return holding;
    }
}
