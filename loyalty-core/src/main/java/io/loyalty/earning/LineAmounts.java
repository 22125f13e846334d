package io.loyalty.earning;

import io.loyalty.money.Apportionment;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.TaxBasis;
import java.math.RoundingMode;
import java.util.List;

/**
 * What each line of a visit counts for in one earning base: whole numbers over one common divisor, so that sums stay exact. Lines
 * of excluded kinds count for 0.
 */
final class LineAmounts {

    /** Null where amounts count as they are written. */
    private final long[] above;

    private final long below;
    /** The excluded kinds, as bits by ordinal. */
    private final int excluded;

    private LineAmounts(long[] above, long below) {
        this.above = above;
        this.below = below;
        this.excluded = 0;
    }

    private LineAmounts(int excluded) {
        this.above = null;
        this.below = 1;
        this.excluded = excluded;
    }

    /** What amounts count for where nothing is to be turned or taken off: the same for all visits. */
    static LineAmounts asWritten(EarningBase base) {
        int excluded = 0;
        for (LineKind kind : base.excludedKinds()) {
            excluded |= 1 << kind.ordinal();
        }
        return new LineAmounts(excluded);
    }

    /** What a line of a visit counts for, times {@link #below()}. */
    long above(List<Line> lines, int index) {
        if (above != null) {
            return above[index];
        }
        Line line = lines.get(index);
        return isExcluded(line) ? 0 : line.amountMinor();
    }

    long below() {
        return below;
    }

    /** How many whole units of goods and services each line has left. */
    static LineAmounts units(List<Line> lines, long[] left) {
        long[] units = new long[lines.size()];
        for (int i = 0; i < units.length; i++) {
            Line line = lines.get(i);
            if (line.kind() == LineKind.GOODS || line.kind() == LineKind.SERVICE) {
                units[i] = Units.left(line, written(line, left, i)).whole();
            }
        }
        return new LineAmounts(units, 1);
    }

    /**
     * The amounts of a visit.
     *
     * @param asWritten the amounts as written
     * @param left what is left of each line as written, or null if nothing came back
     * @param paidWithPoints the money that points stood for, in minor units
     */
    static LineAmounts of(EarningBase base, LineAmounts asWritten, List<Line> lines, long[] left, long paidWithPoints) {
        long[] above = new long[lines.size()];
        long[] shares = null;
        if (paidWithPoints > 0 && base.pointsPaid() == PointsPaid.PRO_RATA_REMOVED) {
            // However the shop rounded the tax of the bill, points that cover each line rounded down paid for all of
            // it.
            if (paidWithPoints >= sum(withTax(lines, left, RoundingMode.FLOOR))) {
                return new LineAmounts(above, 1);
            }
            long[] weights = withTax(lines, left, RoundingMode.HALF_UP);
            shares = Apportionment.EARLIER_FIRST.split(Math.min(paidWithPoints, sum(weights)), weights);
        }
        long common = 1;
        boolean turned = false;
        for (int i = 0; i < above.length; i++) {
            Line line = lines.get(i);
            if (!asWritten.isExcluded(line)) {
                long share = shares == null ? 0 : shares[i];
                above[i] = Math.max(0, written(line, left, i) - share);
                if (isTurned(line, base.tax(), share)) {
                    turned = true;
                    long divisor = divisor(line, base.tax());
                    common = common % divisor == 0
                            ? common
                            : Exact.times(common, divisor / Exact.gcd(common, divisor), "tax");
                }
            }
        }
        if (turned) {
            for (int i = 0; i < above.length; i++) {
                Line line = lines.get(i);
                if (!asWritten.isExcluded(line)) {
                    long share = shares == null ? 0 : shares[i];
                    above[i] = isTurned(line, base.tax(), share)
                            ? turned(line, base.tax(), written(line, left, i), share, common)
                            : Exact.times(above[i], common, "amount");
                }
            }
        }
        return new LineAmounts(above, common);
    }

    private boolean isExcluded(Line line) {
        return (excluded >>> line.kind().ordinal() & 1) != 0;
    }

    static long written(Line line, long[] left, int index) {
        return left == null ? line.amountMinor() : left[index];
    }

    /** Whether tax must be taken off or put on. The share paid with points is money with tax, so it takes part. */
    private static boolean isTurned(Line line, TaxBasis form, long share) {
        return !line.taxRate().isZero()
                && (line.taxBasis() != form || share > 0 && line.taxBasis() == TaxBasis.EXCLUDED);
    }

    private static long divisor(Line line, TaxBasis form) {
        return form == TaxBasis.EXCLUDED
                ? taxed(line.taxRate())
                : line.taxRate().denominator();
    }

    /** The amount in the base's form, times the common divisor. */
    private static long turned(Line line, TaxBasis form, long amount, long share, long common) {
        Ratio rate = line.taxRate();
        long exact = line.taxBasis() == TaxBasis.INCLUDED
                ? Exact.times(amount - share, rate.denominator(), "amount")
                // Without tax this is amount - share / (1 + rate), with tax amount * (1 + rate) - share: one numerator.
                : Exact.times(amount, taxed(rate), "amount") - Exact.times(share, rate.denominator(), "amount");
        return Exact.times(Math.max(0, exact), common / divisor(line, form), "amount");
    }

    /** The amounts with tax, each rounded to whole minor units. */
    private static long[] withTax(List<Line> lines, long[] left, RoundingMode mode) {
        long[] amounts = new long[lines.size()];
        for (int i = 0; i < amounts.length; i++) {
            Line line = lines.get(i);
            Ratio rate = line.taxRate();
            long amount = written(line, left, i);
            amounts[i] = line.taxBasis() == TaxBasis.INCLUDED || rate.isZero()
                    ? amount
                    : Rounding.multiplyDivide(amount, taxed(rate), rate.denominator(), mode);
        }
        return amounts;
    }

    private static long sum(long[] amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum = Exact.plus(sum, amount, "amount");
        }
        return sum;
    }

    private static long taxed(Ratio rate) {
        return Exact.plus(rate.denominator(), rate.numerator(), "tax");
    }
}
