package io.loyalty.earning;

/** A compiled condition: answers with one bit for each of 64 classes of lines. */
interface Node {

    /** Holds for everything. */
    Node ALWAYS = new True();

    /** All ones or all zeros where the condition does not look at lines; bits beyond the last class mean nothing. */
    long eval(Scoring scoring, int chunk);

    /** Whether the answer may differ from line to line. */
    boolean readsLines();

    /** Whether the answer may differ for lines of one class. */
    boolean readsFacts();

    /** Of a condition that reads no facts: which of few classes it chooses. */
    long classes(LineClasses few);

    /** Two nodes, both of which must hold. */
    static Node both(Node left, Node right) {
        if (left instanceof True || right instanceof True) {
            return left instanceof True ? right : left;
        }
        return new Both(left, right);
    }

    /** A question about the fact as a whole or a sum of its lines, asked beforehand. */
    record Answer(int index) implements Node {
        @Override
        public long eval(Scoring scoring, int chunk) {
            return -(scoring.facts[scoring.from + (index >> 6)] >>> index & 1);
        }

        @Override
        public boolean readsLines() {
            return false;
        }

        @Override
        public boolean readsFacts() {
            return true;
        }

        @Override
        public long classes(LineClasses few) {
            throw new IllegalStateException("answer " + index + " is of a fact");
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

        @Override
        public boolean readsFacts() {
            return false;
        }

        @Override
        public long classes(LineClasses few) {
            return few.answer(index);
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

        @Override
        public boolean readsFacts() {
            return false;
        }

        @Override
        public long classes(LineClasses few) {
            return -1L;
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

        @Override
        public boolean readsFacts() {
            return of.readsFacts();
        }

        @Override
        public long classes(LineClasses few) {
            return ~of.classes(few);
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

        @Override
        public boolean readsFacts() {
            return left.readsFacts() || right.readsFacts();
        }

        @Override
        public long classes(LineClasses few) {
            return left.classes(few) & right.classes(few);
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

        @Override
        public boolean readsFacts() {
            return left.readsFacts() || right.readsFacts();
        }

        @Override
        public long classes(LineClasses few) {
            return left.classes(few) | right.classes(few);
        }
    }
}
