package io.loyalty.examples;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user asked for.
 *
 * @param csv the file to play; empty for the made-up shop
 * @param columns names of the file's columns
 * @param zone where its days begin and end
 * @param currency what its amounts are in
 * @param seed of the made-up shop
 * @param customers how many the made-up shop has
 * @param statementOf whose statement to print; empty for one that has much to show
 * @param lifetime what to reckon the lifetime value with
 */
record Arguments(
        Optional<Path> csv,
        Columns columns,
        ZoneId zone,
        Currency currency,
        long seed,
        int customers,
        Optional<String> statementOf,
        Lifetime lifetime) {

    static final String USAGE = """
            Plays a loyalty program and prints what came of it.

            Without arguments: over two years of a made-up shop.
              --seed N          another made-up shop (1)
              --customers N     how many customers it has, 1 to 100000 (400)

            Over a file of your own, one line for each purchase, negative amounts for returns:
              --csv FILE        the file, with a header line
              --customer NAME   the column of the customer (customer)
              --time NAME       the column of the time (time): 2024-02-29, 2024-02-29T13:45,
                                2024-02-29 13:45:30 or 2024-02-29T13:45:30+09:00
              --amount NAME     the column of the amount (amount)
              --zone ZONE       where its days begin and end (UTC)
              --currency CODE   what its amounts are in (USD)

            For both:
              --statement ID    whose statement to print
              --years N         how many years a customer is assumed to stay (3)
              --acquisition N   what winning a customer costs (0)
              --retention N     what keeping a customer costs a year (0)
              --help            this text
            """;

    private static final List<String> OPTIONS = List.of(
            "--csv",
            "--customer",
            "--time",
            "--amount",
            "--zone",
            "--currency",
            "--seed",
            "--customers",
            "--statement",
            "--years",
            "--acquisition",
            "--retention");

    private static final int MOST_CUSTOMERS = 100_000;
    private static final int MOST_YEARS = 100;
    private static final double MOST_COST = 1e12;

    /**
     * Names of the columns of a file.
     *
     * @param customer the column of the customer
     * @param time the column of the time
     * @param amount the column of the amount
     */
    record Columns(String customer, String time, String amount) {}

    /**
     * What is assumed of a customer's life.
     *
     * @param years how many years a customer stays
     * @param acquisitionCost what winning a customer costs, in units of the currency
     * @param yearlyRetentionCost what keeping a customer costs a year, in units of the currency
     */
    record Lifetime(double years, double acquisitionCost, double yearlyRetentionCost) {}

    /** Reads {@code --name value} pairs. */
    static Arguments parse(String... args) {
        Map<String, String> values = values(OPTIONS, args);
        return new Arguments(
                given(values, "--csv").map(Arguments::path),
                new Columns(
                        given(values, "--customer").orElse("customer"),
                        given(values, "--time").orElse("time"),
                        given(values, "--amount").orElse("amount")),
                zone(given(values, "--zone").orElse("UTC")),
                currency(given(values, "--currency").orElse("USD")),
                number("--seed", given(values, "--seed").orElse("1"), Long.MIN_VALUE, Long.MAX_VALUE),
                (int) number("--customers", given(values, "--customers").orElse("400"), 1, MOST_CUSTOMERS),
                given(values, "--statement"),
                new Lifetime(
                        decimal("--years", given(values, "--years").orElse("3"), MOST_YEARS),
                        decimal("--acquisition", given(values, "--acquisition").orElse("0"), MOST_COST),
                        decimal("--retention", given(values, "--retention").orElse("0"), MOST_COST)));
    }

    /** The values of options by name, blank where not given. */
    static Map<String, String> values(List<String> options, String... args) {
        Map<String, String> values = new LinkedHashMap<>();
        options.forEach(name -> values.put(name, ""));
        for (int i = 0; i < args.length; i += 2) {
            if (!values.containsKey(args[i])) {
                throw new UserError("There is no option '" + args[i] + "'; --help lists what there is.");
            }
            if (i + 1 == args.length || args[i + 1].isBlank()) {
                throw new UserError("The option " + args[i] + " needs a value after it.");
            }
            if (!values.put(args[i], args[i + 1]).isEmpty()) {
                throw new UserError("The option " + args[i] + " is given twice.");
            }
        }
        return values;
    }

    static Optional<String> given(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UserError("'" + text + "' is no name of a file.");
        }
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new UserError("There is no time zone '" + text + "'; try one like Europe/London or Asia/Tokyo.");
        }
    }

    static Currency currency(String text) {
        try {
            Currency currency = Currency.getInstance(text);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // Not known: answered below, together with what is known but is no money, such as XAU.
        }
        throw new UserError("There is no currency '" + text + "'; try a code of three letters like GBP or JPY.");
    }

    static long number(String option, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // No whole number: answered below, together with those out of range.
        }
        throw new UserError("The option " + option + " must be a whole number from " + least + " to " + most + ", not '"
                + text + "'.");
    }

    static double decimal(String option, String text, double most) {
        if (text.matches("\\d{1,15}(\\.\\d{1,9})?") && Double.parseDouble(text) <= most) {
            return Double.parseDouble(text);
        }
        throw new UserError("The option " + option + " must be a number from 0 to " + Text.decimal(most, 0) + ", not '"
                + text + "'.");
    }
}
