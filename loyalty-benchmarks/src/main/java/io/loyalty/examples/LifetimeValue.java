package io.loyalty.examples;

import io.loyalty.metrics.purchase.ZeroAmounts;
import io.loyalty.metrics.value.BgNbd;
import io.loyalty.metrics.value.CustomerBase;
import io.loyalty.metrics.value.Fitted;
import io.loyalty.metrics.value.GammaGamma;
import io.loyalty.metrics.value.Holdout;
import io.loyalty.metrics.value.MbgNbd;
import io.loyalty.metrics.value.ParetoNbd;
import io.loyalty.metrics.value.PeriodUnit;
import io.loyalty.metrics.value.PurchaseColumns;
import io.loyalty.metrics.value.PurchaseModel;
import io.loyalty.metrics.value.TransactionLog;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts what the customers of a CSV of transactions will still bring: checks three models against the second half of the file, fits the
 * best to all of it, and lists who is probably a customer still and who is worth most, with intervals.
 *
 * <pre>{@code
 * mvn -B -ntp -q -pl loyalty-benchmarks -am package -DskipTests
 * java -cp loyalty-benchmarks/target/benchmarks.jar io.loyalty.examples.LifetimeValue \
 *     --csv sales.csv --end 2024-12-31 --customer id --time day --amount total --currency EUR
 * }</pre>
 */
public final class LifetimeValue {

    private static final long PROGRESS_EVERY = 100_000;

    private static final int OK = 0;
    private static final int USER_ERROR = 2;

    private LifetimeValue() {}

    /**
     * Runs and ends the process: with 0, or with 2 if there is something for the user to put right.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(args, out, err);
        if (code != OK) {
            System.exit(code);
        }
    }

    /** Runs and gives the exit code. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        if (Arrays.asList(args).contains("--help")) {
            out.print(LifetimeArguments.USAGE);
            return OK;
        }
        long begin = System.nanoTime();
        try {
            LifetimeArguments arguments = LifetimeArguments.parse(args);
            CsvRows rows = CsvRows.read(
                    arguments.csv(),
                    arguments.columns(),
                    arguments.zone(),
                    arguments.currency(),
                    new Progress(err, PROGRESS_EVERY));
            predict(arguments, rows, new LifetimeReport(out, arguments));
        } catch (UserError e) {
            err.println(e.getMessage());
            return USER_ERROR;
        }
        out.println();
        out.println("Took " + Text.decimal((System.nanoTime() - begin) / 1e9, 2) + " s");
        return OK;
    }

    private static void predict(LifetimeArguments arguments, CsvRows rows, LifetimeReport report) {
        TransactionLog log = log(arguments, rows.purchases());
        LocalDate first = rows.purchases().stream()
                .map(row -> row.at().atZone(arguments.zone()).toLocalDate())
                .min(LocalDate::compareTo)
                .orElseThrow();
        if (first.isAfter(arguments.end())) {
            throw new UserError("The file begins on " + first + ", after the day given by --end.");
        }
        CustomerBase base = base(log, arguments);
        report.data(rows, first, base);
        LocalDate calibrationEnd = arguments
                .calibrationEnd()
                .orElseGet(() -> LocalDate.ofEpochDay(
                        (first.toEpochDay() + arguments.end().toEpochDay()) / 2));
        if (calibrationEnd.isAfter(first)) {
            Holdout holdout = log.split(calibrationEnd, arguments.end(), PeriodUnit.WEEK);
            report.holdout(calibrationEnd, holdout, fits(holdout.calibration().columns()), arguments.model());
        }
        Map<LifetimeArguments.Model, Fitted<? extends PurchaseModel>> fits = fits(base.columns());
        LifetimeArguments.Model chosen = arguments.model().orElseGet(() -> lowestAic(fits));
        report.fits(fits, chosen);
        report.values(base, fits.get(chosen), GammaGamma.fit(base.spend()));
    }

    private static TransactionLog log(LifetimeArguments arguments, List<CsvRows.Purchase> rows) {
        String[] customers = new String[rows.size()];
        int[] days = new int[rows.size()];
        double[] amounts = new double[rows.size()];
        for (int i = 0; i < customers.length; i++) {
            CsvRows.Purchase row = rows.get(i);
            customers[i] = row.customer().value();
            days[i] = (int) row.at().atZone(arguments.zone()).toLocalDate().toEpochDay();
            amounts[i] = row.amount().toBigDecimal().doubleValue();
        }
        return TransactionLog.of(customers, days, amounts)
                .with(
                        arguments.zeroAmounts() == LifetimeArguments.ZeroAmount.PURCHASE
                                ? ZeroAmounts.ORDERS
                                : ZeroAmounts.LEFT_OUT);
    }

    private static CustomerBase base(TransactionLog log, LifetimeArguments arguments) {
        try {
            CustomerBase base = log.upTo(arguments.end(), PeriodUnit.WEEK);
            if (Arrays.stream(base.spendPurchases()).anyMatch(x -> x > 0)) {
                return base;
            }
        } catch (IllegalArgumentException e) {
            throw new UserError("Nobody bought anything before the last day, so there is nothing to predict from.");
        }
        throw new UserError("Nobody bought on two days, so there is nothing to predict from.");
    }

    private static Map<LifetimeArguments.Model, Fitted<? extends PurchaseModel>> fits(PurchaseColumns columns) {
        Map<LifetimeArguments.Model, Fitted<? extends PurchaseModel>> fits =
                new EnumMap<>(LifetimeArguments.Model.class);
        fits.put(LifetimeArguments.Model.BG_NBD, BgNbd.fit(columns));
        fits.put(LifetimeArguments.Model.MBG_NBD, MbgNbd.fit(columns));
        fits.put(LifetimeArguments.Model.PARETO_NBD, ParetoNbd.fit(columns));
        return fits;
    }

    /** All three have four parameters: the lowest AIC is the highest likelihood. */
    static LifetimeArguments.Model lowestAic(Map<LifetimeArguments.Model, Fitted<? extends PurchaseModel>> fits) {
        LifetimeArguments.Model best = LifetimeArguments.Model.BG_NBD;
        for (LifetimeArguments.Model model : fits.keySet()) {
            best = fits.get(model).aic() < fits.get(best).aic() ? model : best;
        }
        return best;
    }
}
