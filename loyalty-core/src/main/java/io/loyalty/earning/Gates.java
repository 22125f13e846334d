package io.loyalty.earning;

import java.util.List;

/** The gates of up to 64 rules side by side, so that they are asked in one straight run. */
final class Gates {

    /** So many gates are one word of bits. */
    static final int MOST = 64;

    private static final int WIDTH = 3;
    /** The answers about the fact that matter, and how they must be. */
    private static final int CARE = 0;

    private static final int WANT = 1;
    /** Of these classes a line must be there. */
    private static final int CLASSES = 2;

    /** A bit beyond those of few classes: there is always the fact itself. */
    private static final long FACT = 1L << LineClasses.FEW;

    private final Gate[] gates;
    private final long[] masks;
    /** The gates that are not said by masks. */
    private final long trees;

    Gates(List<Gate> gates) {
        this.gates = gates.toArray(Gate[]::new);
        this.masks = new long[WIDTH * this.gates.length];
        long notSimple = 0;
        for (int i = 0; i < this.gates.length; i++) {
            Gate gate = this.gates[i];
            masks[WIDTH * i + CARE] = gate.need | gate.forbid;
            masks[WIDTH * i + WANT] = gate.need;
            masks[WIDTH * i + CLASSES] = classes(gate);
            notSimple |= gate.isSimple() ? 0 : 1L << i;
        }
        trees = notSimple;
    }

    private static long classes(Gate gate) {
        if ((gate.need & gate.forbid) != 0 || gate.classes == 0) {
            return 0;
        }
        return gate.isSimple() && gate.readsLines ? gate.classes & ~FACT : FACT;
    }

    /**
     * The gates that hold for the fact as a whole. Which ones differs from fact to fact, so for most of them this takes no branch that
     * depends on it.
     */
    long holding(Scoring scoring) {
        long answers = scoring.facts[scoring.from];
        long there = scoring.basket.present(0) | FACT;
        long holding = 0;
        for (int i = 0; i < gates.length; i++) {
            long against = (answers ^ masks[WIDTH * i + WANT]) & masks[WIDTH * i + CARE];
            long chosen = masks[WIDTH * i + CLASSES] & there;
            holding |= (~(against | -against) & (chosen | -chosen)) >>> 63 << i;
        }
        for (long bits = holding & trees; bits != 0; bits &= bits - 1) {
            holding &= gates[Long.numberOfTrailingZeros(bits)].holds(scoring) ? -1L : ~Long.lowestOneBit(bits);
        }
        return holding;
    }
}
