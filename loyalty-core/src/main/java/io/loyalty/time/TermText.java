package io.loyalty.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.Arrays;
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
            switch (words[0] + "/" + words.length) {
                case NEVER + "/1":
                    return Term.never();
                case UNTIL + "/2":
                    return Term.until(LocalDate.parse(words[1]));
                case FISCAL_YEAR + "/3":
                    return Term.endOfFiscalYear(Month.valueOf(words[1]), Term.FiscalYear.valueOf(words[2]));
                case SLIDING + "/3":
                    return Term.sliding(
                            Period.parse(words[1]),
                            Arrays.stream(words[2].split(",", -1))
                                    .map(Renewal::valueOf)
                                    .toList());
                case END_OF + "/4":
                    if (words[2].equals(AFTER)) {
                        return Term.endOf(CalendarUnit.valueOf(words[1]), Period.parse(words[3]));
                    }
                    break;
                default:
                    if (words.length == 1) {
                        return Term.of(Period.parse(text));
                    }
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw unreadable(text, e);
        }
        throw unreadable(text, null);
    }

    static String list(Set<Renewal> renewals) {
        return renewals.stream().map(Renewal::name).collect(Collectors.joining(","));
    }

    private static IllegalArgumentException unreadable(String text, RuntimeException cause) {
        return new IllegalArgumentException(
                "term must read like 'P12M', 'END_OF MONTH AFTER P12M', 'FISCAL_YEAR APRIL NEXT', 'UNTIL 2026-03-31',"
                        + " 'SLIDING P1Y ACCRUAL,REDEMPTION' or 'NEVER': '" + text + "'",
                cause);
    }
}
