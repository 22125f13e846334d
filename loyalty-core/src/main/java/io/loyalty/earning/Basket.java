package io.loyalty.earning;

import io.loyalty.visit.Activity;
import io.loyalty.visit.Line;
import io.loyalty.visit.Tender;
import io.loyalty.visit.Visit;
import java.util.List;

/**
 * The lines of a visit as a plan looks at them: in classes, see {@link LineClasses}, of which 64 are a chunk. A fact that is no visit
 * has none.
 */
final class Basket {

    /** How many words of bits the classes are. */
    final int chunks;
    /** What is left of each line as written; null if nothing came back. */
    final long[] left;

    final long paidWithPoints;

    private final Compiled plan;
    /** Null if the fact is no visit. */
    private final Visit visit;
    /** What the classes say to each question. */
    private final long[] answers;

    /** If there are few classes, those of which a line is there. */
    private final long present;
    /** For each class, the sum of its lines' amounts as written; where there are few, for all that never count but one. */
    private final long[] written;

    /** What lines, and classes of them, count for in the earning base that was asked for last. */
    private LineAmounts amounts;

    private long[] sums;
    private int amountsOf = -1;

    /**
     * What is left of a fact.
     *
     * @param left what is left of each line as written; null if nothing came back
     */
    Basket(Compiled plan, Activity activity, long[] left, long paidWithPoints) {
        this.plan = plan;
        this.visit = activity instanceof Visit some ? some : null;
        List<Line> lines = lines();
        LineClasses all = plan.lineClasses;
        int classes = all.count(lines);
        this.chunks = classes + 63 >> 6;
        this.left = left;
        this.paidWithPoints = paidWithPoints;
        this.answers = all.answers(lines, chunks);
        this.written = new long[all.areFew() ? all.counted() + 1 : classes];
        long there = 0;
        for (int i = 0; i < lines.size(); i++) {
            int lineClass = classOf(i);
            long amount = visit.amountMinor(i);
            // All of them together fit, or there would be no such visit.
            written[Math.min(lineClass, written.length - 1)] += amount;
            there |= isThere(i, amount) ? 1L << lineClass : 0;
        }
        this.present = there;
    }

    /** What there is of a new fact. */
    static Basket of(Compiled plan, Activity activity) {
        return new Basket(plan, activity, null, activity instanceof Visit visit ? paidWithPoints(visit) : 0);
    }

    static long paidWithPoints(Visit visit) {
        List<Tender> tenders = visit.tenders();
        long sum = 0;
        for (int i = 0; i < tenders.size(); i++) {
            sum += tenders.get(i).points() > 0 ? tenders.get(i).amount().minorUnits() : 0;
        }
        return sum;
    }

    List<Line> lines() {
        return visit == null ? List.of() : visit.lines();
    }

    /** The class of a line. */
    int classOf(int line) {
        return plan.lineClasses.areFew() ? plan.lineClasses.of(visit, line) : line;
    }

    /** The classes of a chunk that say yes to a question. */
    long answer(int question, int chunk) {
        return answers[question * chunks + chunk];
    }

    /** The classes of a chunk whose lines count in an earning base. */
    long counting(int lineBase, int chunk) {
        return answer(plan.firstKindQuestion + lineBase, chunk);
    }

    /** The classes of a chunk of which a line is there: one that did not come back altogether. */
    long present(int chunk) {
        if (plan.lineClasses.areFew()) {
            return present;
        }
        long bits = 0;
        for (int i = chunk << 6; i < Math.min(chunk + 1 << 6, written.length); i++) {
            bits |= isThere(i, written[i]) ? 1L << i : 0;
        }
        return bits;
    }

    private boolean isThere(int line, long amount) {
        return left == null || left[line] > 0 || amount == 0;
    }

    /** What each line counts for in an earning base. */
    LineAmounts amounts(int lineBase) {
        int base = paidWithPoints == 0 ? plan.likeWithoutPoints[lineBase] : lineBase;
        if (amountsOf != base) {
            boolean asWritten = isAsWritten(plan.lineBases[base]);
            amounts = asWritten
                    ? plan.asWritten[base]
                    : LineAmounts.of(plan.lineBases[base], plan.asWritten[base], lines(), left, paidWithPoints);
            sums = asWritten ? written : sums(amounts);
            amountsOf = base;
        }
        return amounts;
    }

    private boolean isAsWritten(EarningBase base) {
        return left == null && paidWithPoints == 0 && visit.isIn(base.tax());
    }

    /** What the lines of each class count for in an earning base; without meaning for classes that do not count in it. */
    long[] sums(int lineBase) {
        amounts(lineBase);
        return sums;
    }

    /** What the lines of each class count for together. */
    long[] sums(LineAmounts ofLines) {
        long[] byClass = new long[plan.lineClasses.count(lines())];
        List<Line> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            int lineClass = classOf(i);
            byClass[lineClass] = Exact.plus(byClass[lineClass], ofLines.above(lines, i), "amount");
        }
        return byClass;
    }

    /** How many units each line has left. */
    LineAmounts units() {
        return LineAmounts.units(lines(), left);
    }
}
