package io.loyalty.examples;

import io.loyalty.metrics.survey.NetPromoterScore;
import java.io.PrintStream;

/** What a shop's facts mean, in numbers. */
final class Figures {

    private Figures() {}

    static void print(PrintStream out, Play play) {
        Shop shop = play.shop();
        out.println();
        out.println("Figures");
        out.println("  "
                + NetPromoterScore.of(
                        shop.answers().stream().mapToInt(Integer::intValue).toArray()));
    }
}
