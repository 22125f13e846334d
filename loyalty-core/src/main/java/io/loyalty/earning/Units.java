package io.loyalty.earning;

import io.loyalty.visit.Line;

/**
 * The units of a line of which a part may have come back: how many are left whole, and how much of one more.
 *
 * <p>Units come back from the first on, as {@link io.loyalty.visit.ReturnedLine#ofUnits} has it; so the last ones are left, and
 * the minor units by which the earlier units of an uneven split are dearer go first.
 *
 * @param small how many units at the lower price are left
 * @param large how many units that are one minor unit dearer are left
 * @param price the lower price
 * @param part what is left of one unit more, in minor units
 */
record Units(long small, long large, long price, long part) {

    /** How many sizes of units there are: the two prices, and the part of one unit. */
    static final int SIZES = 3;

    static Units left(Line line, long amount) {
        long whole = line.amountMinor();
        long quantity = line.quantity();
        long price = whole / quantity;
        long dearer = whole % quantity;
        if (amount == whole) {
            return new Units(quantity - dearer, dearer, price, 0);
        }
        long small = price == 0 ? quantity - dearer : Math.min(quantity - dearer, amount / price);
        long rest = amount - small * price;
        if (small < quantity - dearer) {
            return new Units(small, 0, price, rest);
        }
        return new Units(small, rest / (price + 1), price, rest % (price + 1));
    }

    long whole() {
        return small + large;
    }

    /** How many units there are of a size. */
    long number(int size) {
        return size == 0 ? small : size == 1 ? large : 1;
    }

    /** The price of one unit of a size. */
    long price(int size) {
        return size == 0 ? price : size == 1 ? price + 1 : part;
    }
}
