package io.loyalty.benchmarks;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Occasion;
import io.loyalty.earning.Award;
import io.loyalty.earning.EarningContext;
import io.loyalty.earning.EarningHistory;
import io.loyalty.earning.EarningPlan;
import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.time.BusinessDay;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Visit;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How cost grows with size: one line for each ten times as much, in two tables in Markdown. Transactions to purchase summaries by
 * customer, and visits scored against {@link TwentyRules 20 rules}, ten for each customer, with the history of each customer kept.
 * One core; time is of one run after a warm-up, so it is no benchmark, but it shows whether a line is straight.
 *
 * <pre>{@code
 * java -Xms6g -Xmx6g -XX:+UseParallelGC -cp loyalty-benchmarks/target/benchmarks.jar io.loyalty.benchmarks.Scale
 * }</pre>
 *
 * <p>It goes up to 10,000,000 transactions and 1,000,000 customers, or as far as two arguments say.
 */
public final class Scale {

    private static final int SMALLEST = 10_000;
    private static final int TRANSACTIONS_PER_CUSTOMER = 10;
    private static final int VISITS_PER_CUSTOMER = 10;
    private static final int DAYS = 730;
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    private final PrintStream out;

    private Scale(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints both tables.
     *
     * @param args up to how many transactions, and up to how many customers; nothing for the full size
     */
    public static void main(String[] args) {
        int transactions = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        int customers = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8), SMALLEST, transactions, customers);
    }

    /** Prints both tables, from one size up to others. */
    static void run(PrintStream out, int smallest, int mostTransactions, int mostCustomers) {
        Scale scale = new Scale(out);
        scale.summaries(smallest, mostTransactions);
        scale.scoring(smallest, mostCustomers);
    }

    private void summaries(int smallest, int most) {
        out.println("| transactions | customers | time | for a transaction | heap of the summaries | for a customer |");
        out.println("|--:|--:|--:|--:|--:|--:|");
        summarize(Columns.of(smallest));
        for (long n = smallest; n <= most; n *= 10) {
            Columns columns = Columns.of((int) n);
            long before = heap();
            long start = System.nanoTime();
            PurchaseHistory history = summarize(columns);
            long nanos = System.nanoTime() - start;
            print(n, history.customers(), nanos, heap() - before);
            Reference.reachabilityFence(history);
        }
    }

    private static PurchaseHistory summarize(Columns columns) {
        return PurchaseRules.asOf(LAST, ZONE).summarize(columns.customers, columns.seconds, columns.amounts);
    }

    private void scoring(int smallest, int most) {
        out.println();
        out.println("| visits | customers | time | for a visit | heap of the histories | for a customer |");
        out.println("|--:|--:|--:|--:|--:|--:|");
        Visits visits = new Visits();
        EarningPlan plan = TwentyRules.in(ZONE).earning();
        visits.play(plan, visits.contexts(smallest));
        for (long n = smallest; n <= most; n *= 10) {
            EarningContext[] contexts = visits.contexts((int) n);
            long before = heap();
            long start = System.nanoTime();
            EarningHistory[] histories = visits.play(plan, contexts);
            long nanos = System.nanoTime() - start;
            print(n * VISITS_PER_CUSTOMER, (int) n, nanos, heap() - before);
            Reference.reachabilityFence(histories);
        }
    }

    private void print(long n, int customers, long nanos, long bytes) {
        // What the runtime itself takes and gives back in between is of this size.
        String memory = bytes < 100_000
                ? "below what can be seen |"
                : String.format(Locale.ROOT, "%,.1f MB | %,.0f B", bytes / 1e6, (double) bytes / customers);
        out.printf(
                Locale.ROOT,
                "| %,d | %,d | %,.1f ms | %,.0f ns | %s |%n",
                n,
                customers,
                nanos / 1e6,
                (double) nanos / n,
                memory);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Transactions of two years, in the order of time: few customers make most of them. */
    private static final class Columns {

        private final long[] customers;
        private final long[] seconds;
        private final long[] amounts;

        private Columns(int n) {
            customers = new long[n];
            seconds = new long[n];
            amounts = new long[n];
        }

        static Columns of(int n) {
            Columns columns = new Columns(n);
            SplittableRandom random = new SplittableRandom(42);
            long start = LAST.minusDays(DAYS).atStartOfDay(ZONE).toEpochSecond();
            for (int i = 0; i < n; i++) {
                double uniform = random.nextDouble();
                columns.customers[i] = (long) (uniform * uniform * n / TRANSACTIONS_PER_CUSTOMER);
                columns.seconds[i] = start + (long) ((double) i / n * DAYS * 86_400);
                columns.amounts[i] = random.nextInt(1, 10_000);
            }
            return columns;
        }
    }

    /** Visits made as they are scored: the baskets of some thousand receipts, over and over. */
    private static final class Visits {

        private final List<Visit> receipts = VisitData.of(42, 1, 5_000).visits();

        EarningContext[] contexts(int customers) {
            SplittableRandom random = new SplittableRandom(43);
            BusinessDay day = BusinessDay.midnight(ZONE);
            EarningContext[] contexts = new EarningContext[customers];
            for (int c = 0; c < customers; c++) {
                MonthDay birthday = MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28));
                Customer customer = Customer.of(CustomerId.of("c-" + c)).withOccasion(Occasion.birthday(birthday));
                contexts[c] = EarningContext.of(customer, day).withTier("Silver");
            }
            return contexts;
        }

        /** All customers come once, then all come again, and so on. */
        EarningHistory[] play(EarningPlan plan, EarningContext[] contexts) {
            EarningHistory[] histories = new EarningHistory[contexts.length];
            Arrays.fill(histories, EarningHistory.empty());
            Duration round = Duration.ofDays(DAYS / VISITS_PER_CUSTOMER);
            Instant at = receipts.get(0).at();
            for (int visit = 0; visit < VISITS_PER_CUSTOMER; visit++) {
                for (int c = 0; c < contexts.length; c++) {
                    Visit basket = receipts.get((31 * c + visit) % receipts.size());
                    Visit next = new Visit(
                            ActivityId.of("receipt-" + c + "-" + visit),
                            contexts[c].customer().id(),
                            at.plusSeconds(c % 36_000),
                            basket.place(),
                            basket.currency(),
                            basket.lines(),
                            basket.tenders());
                    Award award = plan.award(next, contexts[c].with(histories[c]));
                    histories[c] = histories[c].after(award);
                }
                at = at.plus(round);
            }
            return histories;
        }
    }
}
