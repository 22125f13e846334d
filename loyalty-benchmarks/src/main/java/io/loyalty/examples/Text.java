package io.loyalty.examples;

import io.loyalty.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How numbers and tables of the report look. */
final class Text {

    private Text() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    static String decimal(double number, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", number);
    }

    static String percent(double share) {
        return decimal(100 * share, 1) + " %";
    }

    static String money(Money money) {
        int digits = money.currency().getDefaultFractionDigits();
        return money.currency().getCurrencyCode() + " "
                + String.format(Locale.ROOT, "%,." + digits + "f", money.toBigDecimal());
    }

    /** Lines of aligned columns: the first one to the left, the others to the right. */
    static List<String> table(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(rows.get(0).size(), 0));
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths.set(i, Math.max(widths.get(i), row.get(i).length()));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String gap = " ".repeat(widths.get(i) - row.get(i).length());
                line.append("  ").append(i == 0 ? row.get(i) + gap : gap + row.get(i));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
