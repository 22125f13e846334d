package io.loyalty.earning;

import io.loyalty.money.Apportionment;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.visit.Line;
import io.loyalty.visit.TaxBasis;
import java.math.RoundingMode;
import java.util.List;

/**
 * What each line of a visit counts for in one earning base: whole numbers over one common divisor, so that sums stay exact. Lines
 * of excluded kinds count for 0.
 */
final class LineAmounts {

    private final long[] above;
    private final long below;

    private LineAmounts(long[] above, long below) {
        this.above = above;
        this.below = below;
    }

    long above(int line) {
        return above[line];
    }

    long below() {
        return below;
    }

    /**
     * The amounts of a visit.
     *
     * @param left what is left of each line as written, or null if nothing came back
     * @param paidWithPoints the money that points stood for, in minor units
     */
    static LineAmounts of(EarningBase base, List<Line> lines, long[] left, long paidWithPoints) {
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
        for (int i = 0; i < above.length; i++) {
            Line line = lines.get(i);
            if (!line.taxRate().isZero() && !base.excludedKinds().contains(line.kind())) {
                long divisor = divisor(line, base.tax(), shares == null ? 0 : shares[i]);
                common = Exact.times(common, divisor / Exact.gcd(common, divisor), "tax");
            }
        }
        for (int i = 0; i < above.length; i++) {
            Line line = lines.get(i);
            if (!base.excludedKinds().contains(line.kind())) {
                long share = shares == null ? 0 : shares[i];
                long amount = written(line, left, i);
                above[i] = line.taxRate().isZero()
                        ? Exact.times(Math.max(0, amount - share), common, "amount")
                        : scaled(line, base.tax(), amount, share, common);
            }
        }
        return new LineAmounts(above, common);
    }

    /** Whole numbers as they are. */
    static LineAmounts ofWholes(long[] numbers) {
        return new LineAmounts(numbers, 1);
    }

    static long written(Line line, long[] left, int index) {
        return left == null ? line.amountMinor() : left[index];
    }

    /** By what an amount of the line is divided when it is turned into the base's form. */
    private static long divisor(Line line, TaxBasis form, long share) {
        Ratio rate = line.taxRate();
        if (form == TaxBasis.EXCLUDED) {
            return line.taxBasis() == TaxBasis.INCLUDED || share > 0 ? taxed(rate) : 1;
        }
        return line.taxBasis() == TaxBasis.EXCLUDED ? rate.denominator() : 1;
    }

    /** The amount in the base's form, times the common divisor. The share paid with points is money with tax. */
    private static long scaled(Line line, TaxBasis form, long amount, long share, long common) {
        Ratio rate = line.taxRate();
        long times = common / divisor(line, form, share);
        long exact;
        if (line.taxBasis() == TaxBasis.INCLUDED) {
            long rest = Math.max(0, amount - share);
            exact = form == TaxBasis.INCLUDED ? rest : Exact.times(rest, rate.denominator(), "amount");
        } else if (share == 0) {
            exact = form == TaxBasis.EXCLUDED ? amount : Exact.times(amount, taxed(rate), "amount");
        } else {
            // Without tax this is amount - share / (1 + rate), with tax amount * (1 + rate) - share: one numerator.
            long whole = Exact.times(amount, taxed(rate), "amount");
            exact = Math.max(0, whole - Exact.times(share, rate.denominator(), "amount"));
        }
        return Exact.times(exact, times, "amount");
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
