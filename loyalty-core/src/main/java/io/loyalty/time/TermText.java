package io.loyalty.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of the text form of terms. */
final class TermText {

    static final String END_OF = "END_OF";
    static final String AFTER = "AFTER";
    static final String FISCAL_YEAR = "FISCAL_YEAR";
    static final String UNTIL = "UNTIL";
    static final String SLIDING = "SLIDING";
    static final String NEVER = "NEVER";

    private TermText() {}

    static Term parse(String text) {
        String[] words = text.split(" ", -1);
        try {
            return switch (words[0] + "/" + words.length) {
                case NEVER + "/1" -> Term.never();
                case UNTIL + "/2" -> Term.until(LocalDate.parse(words[1]));
                case FISCAL_YEAR + "/3" ->
                    Term.endOfFiscalYear(Month.valueOf(words[1]), Term.FiscalYear.valueOf(words[2]));
                case SLIDING + "/3" -> Term.sliding(Period.parse(words[1]), renewals(words[2]));
                case END_OF + "/4" -> {
                    if (!words[2].equals(AFTER)) {
                        throw new IllegalArgumentException("must be " + AFTER + ": " + words[2]);
                    }
                    yield Term.endOf(CalendarUnit.valueOf(words[1]), Period.parse(words[3]));
                }
                // A period holds no space, so any other number of words is refused as well.
                default -> Term.of(Period.parse(text));
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "term must read like 'P12M', 'END_OF MONTH AFTER P12M', 'FISCAL_YEAR APRIL NEXT', 'UNTIL 2026-03-31',"
                            + " 'SLIDING P1Y ACCRUAL,REDEMPTION' or 'NEVER': '" + text + "'",
                    e);
        }
    }

    private static List<Renewal> renewals(String list) {
        return Arrays.stream(list.split(",", -1)).map(Renewal::valueOf).toList();
    }

    static String list(Set<Renewal> renewals) {
        return renewals.stream().map(Renewal::name).collect(Collectors.joining(","));
    }
}
