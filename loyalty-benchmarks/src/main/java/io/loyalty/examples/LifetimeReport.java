package io.loyalty.examples;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.value.AliveBand;
import io.loyalty.metrics.value.AnnualRate;
import io.loyalty.metrics.value.CustomerBase;
import io.loyalty.metrics.value.CustomerValue;
import io.loyalty.metrics.value.CustomerValues;
import io.loyalty.metrics.value.Fitted;
import io.loyalty.metrics.value.GammaGamma;
import io.loyalty.metrics.value.Holdout;
import io.loyalty.metrics.value.HoldoutEvaluation;
import io.loyalty.metrics.value.Horizon;
import io.loyalty.metrics.value.LogCounts;
import io.loyalty.metrics.value.PredictedLifetimeValue;
import io.loyalty.metrics.value.PurchaseModel;
import io.loyalty.metrics.value.PurchaseRange;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** What the models say, in tables. */
final class LifetimeReport {

    private static final double[] BANDS = {.2, .4, .6, .8, .95};
    private static final double RANGE = .8;

    private final PrintStream out;
    private final LifetimeArguments arguments;

    LifetimeReport(PrintStream out, LifetimeArguments arguments) {
        this.out = out;
        this.arguments = arguments;
    }

    void data(CsvRows rows, LocalDate first, CustomerBase base) {
        LogCounts counts = base.counts();
        out.println(arguments.csv().getFileName() + ", "
                + Text.count(rows.purchases().size(), "row")
                + (rows.bad() == 0 ? "" : " and " + Text.count(rows.bad(), "bad row"))
                + ", " + first + " to " + arguments.end() + " in " + arguments.zone());
        out.println("  " + Text.count(base.size(), "customer") + "; transactions of a day are one purchase: "
                + Text.number(counts.merged()) + " merged");
        line(counts.refunds(), "return", ", taken from the purchases before");
        line(counts.refundsBeyond(), "return", " of more than was bought before: the rest dropped");
        line(counts.zeroAmounts(), "amount", " of 0 left out");
        line(counts.afterEnd(), "transaction", " after the last day not looked at");
        line(counts.customersWithoutPurchase(), "customer", " with nothing bought, or all of it given back");
    }

    private void line(long number, String what, String rest) {
        if (number > 0) {
            out.println("  " + Text.count(number, what) + rest);
        }
    }

    void holdout(
            LocalDate calibrationEnd,
            Holdout holdout,
            Map<LifetimeArguments.Model, Fitted<? extends PurchaseModel>> fits,
            Optional<LifetimeArguments.Model> asked) {
        heading("Check: fitted up to " + calibrationEnd + ", then "
                + Text.decimal(holdout.horizon().length(), 1) + " weeks predicted for "
                + Text.count(holdout.calibration().size(), "customer"));
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("model", "status", "expected", "actual", "off by", "MAE", "RMSE"));
        fits.forEach((model, fit) -> {
            HoldoutEvaluation check = HoldoutEvaluation.of(fit.model(), holdout);
            table.add(List.of(
                    model.title,
                    status(fit),
                    Text.decimal(check.expected(), 1),
                    Text.decimal(check.actual(), 0),
                    shown(check.bias(), Text::percent),
                    Text.decimal(check.meanAbsoluteError(), 3),
                    Text.decimal(check.rootMeanSquareError(), 3)));
        });
        LifetimeArguments.Model model = asked.orElseGet(() -> LifetimeValue.lowestAic(fits));
        HoldoutEvaluation check = HoldoutEvaluation.of(fits.get(model).model(), holdout);
        table.add(List.of(
                "rate so far",
                "-",
                "",
                "",
                "",
                Text.decimal(check.naiveMeanAbsoluteError(), 3),
                Text.decimal(check.naiveRootMeanSquareError(), 3)));
        Text.table(table).forEach(out::println);
        heading("Purchases in the check by repeat purchases before it, " + model.title);
        List<List<String>> groups = new ArrayList<>();
        groups.add(List.of("repeats", "customers", "expected each", "actual each"));
        for (HoldoutEvaluation.Group group : check.byFrequency()) {
            boolean last =
                    group.equals(check.byFrequency().get(check.byFrequency().size() - 1));
            groups.add(List.of(
                    group.repeats() + (last && group.repeats() == 7 ? " and more" : ""),
                    Text.number(group.customers()),
                    Text.decimal(group.expected(), 3),
                    Text.decimal(group.actual(), 3)));
        }
        Text.table(groups).forEach(out::println);
    }

    void fits(Map<LifetimeArguments.Model, Fitted<? extends PurchaseModel>> fits, LifetimeArguments.Model chosen) {
        heading("Fits to everything up to " + arguments.end());
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("model", "status", "log-likelihood", "AIC", "gradient"));
        fits.forEach((model, fit) -> table.add(List.of(
                model.title + (model == chosen ? " *" : ""),
                status(fit),
                Text.decimal(fit.logLikelihood(), 4),
                Text.decimal(fit.aic(), 2),
                String.format(Locale.ROOT, "%.1e", fit.gradientNorm()))));
        Text.table(table).forEach(out::println);
        out.println("  * " + fits.get(chosen).model());
        out.println("    standard errors " + errors(fits.get(chosen)));
    }

    void values(CustomerBase base, Fitted<? extends PurchaseModel> purchases, Fitted<GammaGamma> spend) {
        out.println("  spend: " + spend.model() + ", " + status(spend) + ", standard errors " + errors(spend));
        out.println("    correlation of frequency and spend "
                + shown(base.spend().correlation(), r -> Text.decimal(r, 3)) + ", taken as 0 by the model");
        Horizon horizon = Horizon.ofMonths(arguments.months());
        PredictedLifetimeValue calculator = PredictedLifetimeValue.of(
                        purchases, spend, AnnualRate.of(arguments.discount()))
                .withMargin(arguments.margin())
                .over(horizon);
        CustomerValues values = calculator.score(base.columns(), base.spendPurchases(), base.meanSpends());
        bands(values);
        top(base, purchases.model(), values, horizon);
    }

    private void bands(CustomerValues values) {
        heading("Who is a customer still on " + arguments.end() + "; value over "
                + Text.decimal(arguments.months(), 0) + " months at " + Text.percent(arguments.discount())
                + " a year, margin " + Text.percent(arguments.margin()));
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("P(alive)", "customers", "alive of them", "value"));
        for (AliveBand band : values.aliveBands(BANDS)) {
            table.add(List.of(
                    Text.decimal(band.from(), 2) + " to " + Text.decimal(band.to(), 2),
                    Text.number(band.customers()),
                    Text.decimal(band.expectedAlive(), 1),
                    amount(band.value())));
        }
        double alive = 0;
        for (double p : values.alive()) {
            alive += p;
        }
        table.add(List.of("all", Text.number(values.size()), Text.decimal(alive, 1), amount(values.total())));
        Text.table(table).forEach(out::println);
    }

    private void top(CustomerBase base, PurchaseModel model, CustomerValues values, Horizon horizon) {
        if (arguments.top() == 0) {
            return;
        }
        heading(
                "Customers of the highest value, with 95 % intervals of what is expected, and the range of purchases that "
                        + Text.decimal(100 * RANGE, 0) + " % of such customers make");
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("customer", "P(alive)", "purchases", "range", "spend each", "value"));
        for (int row : values.top(arguments.top())) {
            CustomerValue customer = values.customer(row);
            PurchaseRange range = model.purchaseRange(base.columns().history(row), horizon, RANGE);
            table.add(List.of(
                    base.key(row),
                    shown(customer.alive(), 3),
                    shown(customer.purchases(), 1),
                    range.least() + " to " + range.most(),
                    shown(customer.spend(), 2),
                    shown(customer.value(), 2)));
        }
        Text.table(table).forEach(out::println);
    }

    private static String status(Fitted<?> fit) {
        return fit.status() + (fit.findings().isEmpty() ? "" : " " + fit.findings());
    }

    private static String errors(Fitted<?> fit) {
        if (!fit.standardErrors().get(0).isDefined()) {
            return fit.standardErrors().get(0).toString();
        }
        List<String> errors = new ArrayList<>();
        fit.standardErrors().forEach(error -> errors.add(shown(error, e -> Text.decimal(e, 4))));
        return String.join(", ", errors);
    }

    private static String shown(Measure measure, DoubleFunction<String> form) {
        return measure.isDefined() ? form.apply(measure.orElseThrow()) : measure.toString();
    }

    private static String shown(Estimate estimate, int digits) {
        if (!estimate.isDefined()) {
            return estimate.value().toString();
        }
        String value = Text.decimal(estimate.value().orElseThrow(), digits);
        return estimate.interval()
                .map(i -> value + " [" + Text.decimal(i.lower(), digits) + ", " + Text.decimal(i.upper(), digits) + "]")
                .orElse(value);
    }

    private String amount(double units) {
        return Double.isFinite(units)
                ? arguments.currency().getCurrencyCode() + " " + Text.decimal(units, 2)
                : "infinite";
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }
}
