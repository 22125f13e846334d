package io.loyalty.earning;

/** A compiled condition: answers with one bit for each of 64 lines of a visit. */
interface Node {

    /** All ones or all zeros where the condition does not look at lines; bits beyond the last line mean nothing. */
    long eval(Scoring scoring, int chunk);

    /** Whether the answer may differ from line to line. */
    boolean readsLines();

    /** A question about the fact as a whole, asked beforehand. */
    record Fact(int index) implements Node {
        @Override
        public long eval(Scoring scoring, int chunk) {
            return bit(scoring.facts, (scoring.from << 6) + index);
        }

        @Override
        public boolean readsLines() {
            return false;
        }
    }

    /** A question about sums or quantities of lines, asked beforehand. */
    record Sum(int index) implements Node {
        @Override
        public long eval(Scoring scoring, int chunk) {
            return bit(scoring.facts, (scoring.from + scoring.plan.factWords << 6) + index);
        }

        @Override
        public boolean readsLines() {
            return false;
        }
    }

    /** A question about each line, asked beforehand. */
    record OfLine(int index) implements Node {
        @Override
        public long eval(Scoring scoring, int chunk) {
            return scoring.basket.answer(index, chunk);
        }

        @Override
        public boolean readsLines() {
            return true;
        }
    }

    /** Always. */
    record True() implements Node {
        @Override
        public long eval(Scoring scoring, int chunk) {
            return -1L;
        }

        @Override
        public boolean readsLines() {
            return false;
        }
    }

    /** The opposite. */
    record Inverse(Node of) implements Node {
        @Override
        public long eval(Scoring scoring, int chunk) {
            return ~of.eval(scoring, chunk);
        }

        @Override
        public boolean readsLines() {
            return of.readsLines();
        }
    }

    /** Two nodes, both of which must hold. */
    record Both(Node left, Node right) implements Node {
        @Override
        public long eval(Scoring scoring, int chunk) {
            long bits = left.eval(scoring, chunk);
            return bits == 0 ? 0 : bits & right.eval(scoring, chunk);
        }

        @Override
        public boolean readsLines() {
            return left.readsLines() || right.readsLines();
        }
    }

    /** Two nodes, one of which must hold. */
    record Either(Node left, Node right) implements Node {
        @Override
        public long eval(Scoring scoring, int chunk) {
            long bits = left.eval(scoring, chunk);
            return bits == -1L ? bits : bits | right.eval(scoring, chunk);
        }

        @Override
        public boolean readsLines() {
            return left.readsLines() || right.readsLines();
        }
    }

    private static long bit(long[] words, int index) {
        return -(words[index >> 6] >>> index & 1);
    }
}
