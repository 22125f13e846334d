package io.loyalty.examples;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.visit.Line;
import io.loyalty.visit.TaxBasis;
import java.util.SplittableRandom;

/** What a made-up café sells. Prices include the consumption tax: 10 % on what is had at the table, 8 % on food to go. */
enum Menu {
    /** Drip coffee. */
    COFFEE("drink", 420, 10),
    /** Coffee with milk. */
    LATTE("drink", 530, 10),
    /** Cake of the day. */
    CAKE("food", 480, 10),
    /** A sandwich. */
    SANDWICH("food", 680, 10),
    /** A bag of beans to go. */
    BEANS("goods", 1_380, 8),
    /** A mug to go. */
    MUG("goods", 1_980, 10);

    private static final Menu[] DRINKS = {COFFEE, COFFEE, LATTE};
    private static final Menu[] MORE = {CAKE, CAKE, SANDWICH, BEANS, MUG};

    private final String category;
    private final long yen;
    private final Ratio taxRate;

    Menu(String category, long yen, long taxPercent) {
        this.category = category;
        this.yen = yen;
        this.taxRate = Ratio.ofPercent(taxPercent);
    }

    static Line drink(SplittableRandom random) {
        long quantity = random.nextInt(8) == 0 ? 2 : 1;
        return DRINKS[random.nextInt(DRINKS.length)].line(quantity);
    }

    static Line more(SplittableRandom random) {
        return MORE[random.nextInt(MORE.length)].line(1);
    }

    /** Whether somebody might bring it back. */
    static boolean isGoods(Line line) {
        return line.category().equals("goods");
    }

    private Line line(long quantity) {
        return Line.of(category, quantity, Money.ofMinor(MadeUpShop.YEN, yen))
                .withSku(name().toLowerCase(java.util.Locale.ROOT))
                .withTax(taxRate, TaxBasis.INCLUDED);
    }
}
