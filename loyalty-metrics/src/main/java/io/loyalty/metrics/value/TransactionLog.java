package io.loyalty.metrics.value;

import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.RefundPolicy;
import io.loyalty.metrics.purchase.ZeroAmounts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Transactions of many customers by day, and the rules by which they become purchases: the entrance to the purchase models.
 *
 * <pre>{@code
 * TransactionLog log = TransactionLog.of(customers, epochDays, amounts).with(MergePolicy.DAY);
 * CustomerBase base = log.upTo(LocalDate.of(1997, 9, 30), PeriodUnit.WEEK);
 * Fitted<MbgNbd> fit = MbgNbd.fit(base.columns());
 * }</pre>
 *
 * <p>Without other options the transactions of a day are one purchase, refunds are taken from the customer's purchases before them, and
 * amounts of 0 are no purchase. The end of observation is an argument wherever it matters. Customers are in ascending order of their
 * keys, whatever order the transactions came in. Immutable; the arrays passed in are not kept.
 *
 * <p>Facts in other forms (visits and returns, instants with a zone, streams, many machines) go through
 * {@link io.loyalty.metrics.purchase.PurchaseRules} and come here by {@link #from(PurchaseHistory)} and
 * {@link CustomerBase#from(PurchaseHistory, PeriodUnit)}.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the transactions, some 0.1 µs each.
 */
public final class TransactionLog {

    /** Parts of a cent that are left by adding and subtracting amounts are no money. */
    private static final double NOTHING = 1e-9;

    private final String[] names;
    private final long[] keys;
    /** Transactions of customer i are at start[i] to start[i + 1] − 1, by day, purchases before refunds. */
    private final int[] start;

    private final int[] days;
    private final double[] amounts;
    private final MergePolicy merge;
    private final RefundPolicy refunds;
    private final ZeroAmounts zeros;

    private TransactionLog(
            String[] names,
            long[] keys,
            int[] start,
            int[] days,
            double[] amounts,
            MergePolicy merge,
            RefundPolicy refunds,
            ZeroAmounts zeros) {
        this.names = names;
        this.keys = keys;
        this.start = start;
        this.days = days;
        this.amounts = amounts;
        this.merge = merge;
        this.refunds = refunds;
        this.zeros = zeros;
    }

    /**
     * A log whose customers are numbers.
     *
     * @param customers one key for each transaction, at least 0
     * @param epochDays its day, counted from 1970-01-01
     * @param amounts its amount in units of money, negative for a refund
     * @return the log
     * @throws IllegalArgumentException if the columns are empty or differ in length, a key is negative, or an amount is not finite
     */
    public static TransactionLog of(long[] customers, int[] epochDays, double[] amounts) {
        checkLengths(customers.length, epochDays.length, amounts.length);
        for (int i = 0; i < customers.length; i++) {
            if (customers[i] < 0) {
                throw new IllegalArgumentException("customers[" + i + "] must be at least 0: " + customers[i]);
            }
        }
        RowCodes codes = RowCodes.of(customers.clone());
        return sorted(new String[0], codes.values, codes.codes, codes.values.length, epochDays, amounts);
    }

    /**
     * A log whose customers are texts.
     *
     * @param customers one key for each transaction
     * @param epochDays its day, counted from 1970-01-01
     * @param amounts its amount in units of money, negative for a refund
     * @return the log
     * @throws IllegalArgumentException if the columns are empty or differ in length, or an amount is not finite
     */
    public static TransactionLog of(String[] customers, int[] epochDays, double[] amounts) {
        checkLengths(customers.length, epochDays.length, amounts.length);
        Map<String, Integer> seen = new HashMap<>();
        int[] code = new int[customers.length];
        for (int i = 0; i < code.length; i++) {
            Objects.requireNonNull(customers[i], "customers[" + i + "]");
            Integer known = seen.putIfAbsent(customers[i], seen.size());
            code[i] = known == null ? seen.size() - 1 : known;
        }
        String[] names = seen.keySet().toArray(new String[0]);
        Arrays.sort(names);
        int[] rank = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            rank[seen.get(names[i])] = i;
        }
        for (int i = 0; i < code.length; i++) {
            code[i] = rank[code[i]];
        }
        return sorted(names, new long[0], code, names.length, epochDays, amounts);
    }

    /**
     * The days of purchase that a history of the {@code purchase} room knows, without amounts: for fits, holdouts and tracking of
     * purchases. Its merging of receipts, refunds and amounts of 0 has been done; days are merged here, or weeks.
     *
     * @param history the histories
     * @return the log; its customers are in ascending order of their keys as texts
     */
    public static TransactionLog from(PurchaseHistory history) {
        int end = Math.toIntExact(history.rules().asOf().toEpochDay());
        int total = 0;
        int[][] ago = new int[history.customers()][];
        for (int i = 0; i < ago.length; i++) {
            ago[i] = history.purchaseDaysAgo(i);
            total += ago[i].length;
        }
        String[] customers = new String[total];
        int[] epochDays = new int[total];
        int next = 0;
        for (int i = 0; i < ago.length; i++) {
            for (int daysAgo : ago[i]) {
                customers[next] = history.customer(i);
                epochDays[next++] = end - daysAgo;
            }
        }
        double[] amounts = new double[total];
        Arrays.fill(amounts, 1);
        TransactionLog log = of(customers, epochDays, amounts);
        return new TransactionLog(
                log.names, log.keys, log.start, log.days, new double[0], log.merge, log.refunds, log.zeros);
    }

    private static void checkLengths(int customers, int days, int amounts) {
        if (customers == 0) {
            throw new IllegalArgumentException("customers must not be empty");
        }
        if (days != customers || amounts != customers) {
            throw new IllegalArgumentException("customers, epochDays and amounts must have one length: " + customers
                    + ", " + days + " and " + amounts);
        }
    }

    private static TransactionLog sorted(
            String[] names, long[] keys, int[] code, int customers, int[] epochDays, double[] amounts) {
        int[] start = new int[customers + 1];
        for (int i = 0; i < code.length; i++) {
            if (!Double.isFinite(amounts[i])) {
                throw new IllegalArgumentException("amounts[" + i + "] must be finite: " + amounts[i]);
            }
            start[code[i] + 1]++;
        }
        for (int i = 0; i < customers; i++) {
            start[i + 1] += start[i];
        }
        int[] days = new int[code.length];
        double[] values = new double[code.length];
        int[] next = Arrays.copyOf(start, customers);
        for (int i = 0; i < code.length; i++) {
            int at = next[code[i]]++;
            days[at] = epochDays[i];
            values[at] = amounts[i];
        }
        for (int i = 0; i < customers; i++) {
            sort(days, values, start[i], start[i + 1]);
        }
        return new TransactionLog(
                names, keys, start, days, values, MergePolicy.DAY, RefundPolicy.NET, ZeroAmounts.LEFT_OUT);
    }

    /** By day, and within a day from the largest amount to the smallest: what is bought comes before what is given back. */
    private static void sort(int[] days, double[] values, int from, int to) {
        if (to - from > 40) {
            Integer[] order = new Integer[to - from];
            Arrays.setAll(order, i -> from + i);
            Arrays.sort(
                    order,
                    (i, j) -> days[i] == days[j]
                            ? Double.compare(values[j], values[i])
                            : Integer.compare(days[i], days[j]));
            int[] day = new int[order.length];
            double[] value = new double[order.length];
            for (int i = 0; i < order.length; i++) {
                day[i] = days[order[i]];
                value[i] = values[order[i]];
            }
            System.arraycopy(day, 0, days, from, day.length);
            System.arraycopy(value, 0, values, from, value.length);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int day = days[i];
            double value = values[i];
            int j = i - 1;
            while (j >= from && (days[j] > day || days[j] == day && values[j] < value)) {
                days[j + 1] = days[j];
                values[j + 1] = values[j];
                j--;
            }
            days[j + 1] = day;
            values[j + 1] = value;
        }
    }

    /**
     * The same log with another merging.
     *
     * @param policy which transactions are one purchase
     * @return the log
     */
    public TransactionLog with(MergePolicy policy) {
        Objects.requireNonNull(policy, "policy");
        return new TransactionLog(names, keys, start, days, amounts, policy, refunds, zeros);
    }

    /**
     * The same log with another treatment of refunds. {@link RefundPolicy#NET} takes a refund from the customer's purchases up to its day,
     * latest first; a purchase of which nothing is left is none. {@link RefundPolicy#GROSS} counts and drops it.
     *
     * @param policy what a negative amount does
     * @return the log
     * @throws IllegalArgumentException if the policy is {@link RefundPolicy#NET_AND_SEEN}, since to the models a refund is no purchase
     */
    public TransactionLog with(RefundPolicy policy) {
        if (Objects.requireNonNull(policy, "policy") == RefundPolicy.NET_AND_SEEN) {
            throw new IllegalArgumentException("policy must be NET, GROSS or REFUSE: " + policy);
        }
        return new TransactionLog(names, keys, start, days, amounts, merge, policy, zeros);
    }

    /**
     * The same log with another treatment of amounts of 0.
     *
     * @param meaning what an amount of 0 is
     * @return the log
     */
    public TransactionLog with(ZeroAmounts meaning) {
        Objects.requireNonNull(meaning, "meaning");
        return new TransactionLog(names, keys, start, days, amounts, merge, refunds, meaning);
    }

    /**
     * The customers as they stood at the end of a day.
     *
     * @param end the last day of observation
     * @param unit the unit of the models to come
     * @return one summary for each customer with a purchase
     * @throws IllegalArgumentException if nobody bought anything, or there is a refund and they are refused
     */
    public CustomerBase upTo(LocalDate end, PeriodUnit unit) {
        return new LogSummary(this, end, unit).base();
    }

    /**
     * The customers as they stood at the end of a day, and what they bought after it.
     *
     * @param calibrationEnd the last day of observation
     * @param holdoutEnd the last day of the time to check predictions with
     * @param unit the unit of the models to come
     * @return summaries up to the first day, purchases between the two
     * @throws IllegalArgumentException if the second day is not after the first, nobody bought anything, or weeks are merged and
     *     the first day is not a Sunday
     */
    public Holdout split(LocalDate calibrationEnd, LocalDate holdoutEnd, PeriodUnit unit) {
        return LogSummary.split(this, calibrationEnd, holdoutEnd, unit);
    }

    int customers() {
        return start.length - 1;
    }

    String key(int customer) {
        return names.length == 0 ? Long.toString(keys[customer]) : names[customer];
    }

    MergePolicy merge() {
        return merge;
    }

    boolean hasAmounts() {
        return amounts.length > 0;
    }

    int transactions() {
        return days.length;
    }

    /** The purchases of one customer up to a day, by period, after merging and refunds; reused from customer to customer. */
    static final class Purchases {
        int[] period = new int[16];
        double[] amount = new double[16];
        int count;
        long merged;
        long refunds;
        long refundsBeyond;
        long zeroAmounts;
        long afterEnd;

        private void add(int p, double a, boolean merging) {
            if (count > 0 && merging && period[count - 1] == p) {
                amount[count - 1] += a;
                merged++;
                return;
            }
            if (count == period.length) {
                period = Arrays.copyOf(period, 2 * count);
                amount = Arrays.copyOf(amount, 2 * count);
            }
            period[count] = p;
            amount[count++] = a;
        }

        private void refund(double a) {
            double left = a;
            while (left > NOTHING * a && count > 0) {
                double last = amount[count - 1];
                if (last > left * (1 + NOTHING)) {
                    amount[count - 1] -= left;
                    return;
                }
                left -= last;
                count--;
            }
            if (left > NOTHING * a) {
                refundsBeyond++;
            }
        }
    }

    /** Fills in the purchases of a customer up to a day. */
    void purchases(int customer, int lastDay, Purchases into) {
        into.count = 0;
        for (int i = start[customer]; i < start[customer + 1]; i++) {
            if (days[i] > lastDay) {
                into.afterEnd += start[customer + 1] - i;
                return;
            }
            double amount = hasAmounts() ? amounts[i] : 1;
            if (amount < 0) {
                into.refunds++;
                if (refunds == RefundPolicy.REFUSE) {
                    throw new IllegalArgumentException(
                            "amounts must not be negative, since refunds are refused: " + amount);
                }
                if (refunds == RefundPolicy.NET) {
                    into.refund(-amount);
                }
            } else if (amount == 0 && zeros == ZeroAmounts.LEFT_OUT) {
                into.zeroAmounts++;
            } else {
                into.add(merge.period(days[i]), amount, merge != MergePolicy.EACH);
            }
        }
    }
}
