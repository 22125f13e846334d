package io.loyalty.reward;

import io.loyalty.money.Apportionment;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.visit.Line;
import io.loyalty.visit.Return;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedList;
import java.util.List;

/**
 * What a customer gets back, in points and in money, when something paid partly with points comes back.
 *
 * <pre>{@code
 * Refund refund = ReturnPolicy.PROPORTIONAL.refund(visit, earlierReturns, back);
 * refund.points(); refund.money();
 * }</pre>
 *
 * <p>What was paid is what the tenders say: all of it, a visit that lists its points alone is taken to be paid with them alone. Without
 * tenders it is the lines' amounts with tax, each rounded half up, in money. It is split over the lines in proportion to those amounts,
 * left-over minor units to the earlier lines: with tenders that add up to the lines, each line keeps its own amount. Of a line of which
 * a part came back, what stays paid is its share of the line's part, rounded down. A refund is what was still paid before, less what is
 * still paid after. So the refunds of any sequence of returns add up, in points and in money, to what was paid if all comes back; and
 * what has come back in total never depends on the order, nor on how often the customer came.
 *
 * <p>The policy splits what stays paid between points and money. Points stand for money at the rate at which they were given; a
 * fraction of a point goes back only when the value that came back fills it, and what is left over comes with the last return.
 *
 * <p>What the returned part had earned is another matter: see {@link io.loyalty.earning.Award#remainingAfter(Collection, Money)}, which
 * wants {@link Paid#pointsValue()} of {@link Refund#left()}.
 */
public enum ReturnPolicy {
    /** Points and money in the proportion in which they were paid, line by line: the default of a program. */
    PROPORTIONAL {
        @Override
        long valueKept(long[] paid, long[] kept, long value) {
            long[] values = Apportionment.EARLIER_FIRST.split(value, paid);
            long sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += share(values[i], kept[i], paid[i], RoundingMode.FLOOR);
            }
            return sum;
        }
    },
    /** Money first; points when all money has gone back. */
    CASH_FIRST {
        @Override
        long valueKept(long[] paid, long[] kept, long value) {
            return Math.min(value, sum(kept));
        }
    },
    /** Points first; money when all points have gone back. */
    POINTS_FIRST {
        @Override
        long valueKept(long[] paid, long[] kept, long value) {
            return Math.max(0, sum(kept) - (sum(paid) - value));
        }
    };

    /**
     * What goes back for a return.
     *
     * @param visit the visit of which something comes back
     * @param earlier the returns of that visit before
     * @param back what comes back now
     * @return what is due, and what is still paid
     * @throws IllegalArgumentException if the returns do not fit the visit, see {@link Return#check}
     * @throws ArithmeticException if the lines with tax sum up to more than a {@code long} holds
     */
    public Refund refund(Visit visit, Collection<Return> earlier, Return back) {
        List<Return> all = new ArrayList<>(earlier);
        all.add(back);
        Paid left = stillPaid(visit, all);
        return new Refund(stillPaid(visit, earlier).minus(left), left);
    }

    /**
     * What is still paid for the part of a visit that has not come back.
     *
     * @param visit the visit
     * @param returns all returns of that visit so far
     * @return points and money; nothing if all came back
     * @throws IllegalArgumentException if a return does not fit the visit and the returns before it
     * @throws ArithmeticException if the lines with tax sum up to more than a {@code long} holds
     */
    public Paid stillPaid(Visit visit, Collection<Return> returns) {
        long[] amounts = visit.lines().stream().mapToLong(Line::amountMinor).toArray();
        long[] left = Return.remaining(visit, returns).stream()
                .mapToLong(Money::minorUnits)
                .toArray();
        long[] weights = withTax(visit.lines());
        if (visit.amountMinor() == 0) {
            // A visit without amount comes back as a whole: it is one thing.
            amounts = new long[] {1};
            left = new long[] {returns.isEmpty() ? 1 : 0};
            weights = amounts;
        }
        boolean known = !visit.tenders().isEmpty();
        long total = known ? visit.tendered().minorUnits() : visit.amountMinor() == 0 ? 0 : sum(weights);
        long[] paid = Apportionment.EARLIER_FIRST.split(total, weights);
        long[] kept = shares(paid, left, amounts);
        long value = visit.paidWithPoints().minorUnits();
        long valueKept = valueKept(paid, kept, value);
        long points = visit.pointsTendered();
        // Points that stood for no money go back in proportion to the goods.
        long pointsKept = value > 0
                ? share(points, valueKept, value, RoundingMode.CEILING)
                : share(points, sum(shares(weights, left, amounts)), sum(weights), RoundingMode.CEILING);
        long moneyKept = sum(kept) - valueKept;
        return new Paid(
                pointsKept,
                Money.ofMinor(visit.currency(), valueKept),
                Money.ofMinor(visit.currency(), moneyKept),
                byTender(visit, moneyKept));
    }

    /** How much of the value of the points stays paid. */
    abstract long valueKept(long[] paid, long[] kept, long value);

    /** Money goes back to the tenders in the order of the receipt, so it stays with the last of them longest. */
    private static List<Money> byTender(Visit visit, long moneyKept) {
        LinkedList<Money> kept = new LinkedList<>();
        long rest = moneyKept;
        for (int i = visit.tenders().size() - 1; i >= 0; i--) {
            Tender tender = visit.tenders().get(i);
            long part = tender.kind() == TenderKind.POINTS
                    ? 0
                    : Math.min(rest, tender.amount().minorUnits());
            rest -= part;
            kept.addFirst(Money.ofMinor(visit.currency(), part));
        }
        return kept;
    }

    private static long[] withTax(List<Line> lines) {
        long[] amounts = new long[lines.size()];
        for (int i = 0; i < amounts.length; i++) {
            Line line = lines.get(i);
            Ratio rate = line.taxRate();
            amounts[i] = line.taxBasis() == TaxBasis.INCLUDED || rate.isZero()
                    ? line.amountMinor()
                    : Rounding.multiplyDivide(
                            line.amountMinor(),
                            Math.addExact(rate.numerator(), rate.denominator()),
                            rate.denominator(),
                            RoundingMode.HALF_UP);
        }
        return amounts;
    }

    private static long[] shares(long[] wholes, long[] parts, long[] of) {
        long[] shares = new long[wholes.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(wholes[i], parts[i], of[i], RoundingMode.FLOOR);
        }
        return shares;
    }

    /** {@code whole * part / of}; nothing of nothing. */
    private static long share(long whole, long part, long of, RoundingMode mode) {
        return of == 0 ? 0 : Rounding.multiplyDivide(whole, part, of, mode);
    }

    private static long sum(long[] amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum = Math.addExact(sum, amount);
        }
        return sum;
    }
}
