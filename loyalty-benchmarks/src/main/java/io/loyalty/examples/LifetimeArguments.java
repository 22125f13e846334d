package io.loyalty.examples;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user wants predicted.
 *
 * @param csv the file of transactions
 * @param columns names of the file's columns
 * @param zone where its days begin and end
 * @param currency what its amounts are in
 * @param end the last day that the file covers
 * @param calibrationEnd the last day to fit to in the check; empty for the middle of the file
 * @param model which model to predict with; empty for the one of the lowest AIC
 * @param months how far ahead to value
 * @param discount the annual effective rate
 * @param margin the share of an amount that remains
 * @param top how many customers to list
 * @param zeroAmounts whether an amount of 0 is a purchase
 */
record LifetimeArguments(
        Path csv,
        Arguments.Columns columns,
        ZoneId zone,
        Currency currency,
        LocalDate end,
        Optional<LocalDate> calibrationEnd,
        Optional<Model> model,
        double months,
        double discount,
        double margin,
        int top,
        ZeroAmount zeroAmounts) {

    static final String USAGE = """
            Predicts what customers will still bring, from a file of their transactions.

              --csv FILE             the file, with a header line; one line for each purchase, negative
                                     amounts for returns
              --end DAY              the last day that the file covers; the last purchase does not tell it
              --customer NAME        the column of the customer (customer)
              --time NAME            the column of the time (time): 2024-02-29, 2024-02-29T13:45,
                                     2024-02-29 13:45:30 or 2024-02-29T13:45:30+09:00
              --amount NAME          the column of the amount (amount)
              --zone ZONE            where its days begin and end (UTC)
              --currency CODE        what its amounts are in (USD)
              --zero-amounts WORD    what an amount of 0 is: purchase or nothing (nothing)
              --calibration-end DAY  the last day to fit to in the check (the middle of the file)
              --model NAME           bg-nbd, mbg-nbd or pareto-nbd (the one with the lowest AIC)
              --months N             how far ahead to value, 1 to 600 (12)
              --discount N           percent a year, effective (10)
              --margin N             percent of an amount that remains (100)
              --top N                how many customers to list, 0 to 1000 (10)
              --help                 this text
            """;

    private static final List<String> OPTIONS = List.of(
            "--csv",
            "--end",
            "--customer",
            "--time",
            "--amount",
            "--zone",
            "--currency",
            "--zero-amounts",
            "--calibration-end",
            "--model",
            "--months",
            "--discount",
            "--margin",
            "--top");

    /** The models of customers who leave without a word. */
    enum Model {
        BG_NBD("bg-nbd", "BG/NBD"),
        MBG_NBD("mbg-nbd", "MBG/NBD"),
        PARETO_NBD("pareto-nbd", "Pareto/NBD");

        final String word;
        final String title;

        Model(String word, String title) {
            this.word = word;
            this.title = title;
        }
    }

    /** What an amount of 0 is. */
    enum ZeroAmount {
        PURCHASE,
        NOTHING
    }

    /** Reads {@code --name value} pairs. */
    static LifetimeArguments parse(String... args) {
        Map<String, String> values = Arguments.values(OPTIONS, args);
        LocalDate end = day("--end", required(values, "--end", "the last day that the file covers"));
        Optional<LocalDate> calibrationEnd =
                Arguments.given(values, "--calibration-end").map(text -> day("--calibration-end", text));
        if (calibrationEnd.isPresent() && !calibrationEnd.get().isBefore(end)) {
            throw new UserError("The option --calibration-end must be a day before --end, " + end + ".");
        }
        double margin = Arguments.decimal(
                "--margin", Arguments.given(values, "--margin").orElse("100"), 100);
        if (!(margin > 0)) {
            throw new UserError("The option --margin must be above 0.");
        }
        return new LifetimeArguments(
                Arguments.path(required(values, "--csv", "the file of transactions")),
                new Arguments.Columns(
                        Arguments.given(values, "--customer").orElse("customer"),
                        Arguments.given(values, "--time").orElse("time"),
                        Arguments.given(values, "--amount").orElse("amount")),
                Arguments.zone(Arguments.given(values, "--zone").orElse("UTC")),
                Arguments.currency(Arguments.given(values, "--currency").orElse("USD")),
                end,
                calibrationEnd,
                Arguments.given(values, "--model").map(LifetimeArguments::model),
                Arguments.number("--months", Arguments.given(values, "--months").orElse("12"), 1, 600),
                Arguments.decimal(
                                "--discount",
                                Arguments.given(values, "--discount").orElse("10"),
                                1000)
                        / 100,
                margin / 100,
                (int) Arguments.number("--top", Arguments.given(values, "--top").orElse("10"), 0, 1000),
                zeroAmount(Arguments.given(values, "--zero-amounts").orElse("nothing")));
    }

    private static String required(Map<String, String> values, String option, String what) {
        return Arguments.given(values, option)
                .orElseThrow(() ->
                        new UserError("The option " + option + " is needed: " + what + "; --help lists all options."));
    }

    private static LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UserError("The option " + option + " must be a day like 2024-02-29, not '" + text + "'.");
        }
    }

    private static Model model(String text) {
        for (Model model : Model.values()) {
            if (model.word.equals(text)) {
                return model;
            }
        }
        throw new UserError("The option --model must be bg-nbd, mbg-nbd or pareto-nbd, not '" + text + "'.");
    }

    private static ZeroAmount zeroAmount(String text) {
        if (text.equals("purchase")) {
            return ZeroAmount.PURCHASE;
        }
        if (text.equals("nothing")) {
            return ZeroAmount.NOTHING;
        }
        throw new UserError("The option --zero-amounts must be purchase or nothing, not '" + text + "'.");
    }
}
