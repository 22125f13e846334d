package io.loyalty.visit;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.text.Code;
import java.io.Serializable;
import java.util.Objects;

/**
 * One line of a visit: so many units of a product, at a price, with its own tax rate.
 *
 * <p>Unit price and discount stand as the shop writes them, with or without tax as {@link TaxBasis} says. The line's
 * {@link #amount()} is in that same form; {@link #net()} and {@link #gross()} turn it, exactly, into the form without and with
 * tax. No line is below 0: a price reduction is the line's discount, a thing brought back is a {@link Return}.
 *
 * <p>The texts that say what was bought may be empty where unknown; otherwise they have at most 200 printable characters and
 * neither begin nor end with a space. Immutable.
 *
 * @param sku the product's code, or empty
 * @param category the product's category, or empty
 * @param brand the product's brand, or empty
 * @param kind what the line charges for
 * @param quantity the number of units, at least 1
 * @param unitPrice the price of one unit before the discount, at least 0
 * @param discount the reduction of the whole line, from 0 to the full price of all units
 * @param taxRate the tax rate, at least 0: 1/10 for ten per cent
 * @param taxBasis whether unit price and discount stand with or without tax
 */
public record Line(
        String sku,
        String category,
        String brand,
        LineKind kind,
        long quantity,
        Money unitPrice,
        Money discount,
        Ratio taxRate,
        TaxBasis taxBasis)
        implements Serializable {

    /**
     * Refuses numbers out of range.
     *
     * @param sku the product's code, or empty
     * @param category the product's category, or empty
     * @param brand the product's brand, or empty
     * @param kind what the line charges for
     * @param quantity the number of units, at least 1
     * @param unitPrice the price of one unit before the discount, at least 0
     * @param discount the reduction of the whole line, from 0 to the full price of all units
     * @param taxRate the tax rate, at least 0
     * @param taxBasis whether unit price and discount stand with or without tax
     * @throws IllegalArgumentException if a number is out of its range, a text is no proper code, or the discount is in
     *     another currency than the price
     * @throws ArithmeticException if the full price of all units does not fit
     */
    public Line {
        requireCodeOrEmpty(sku, "sku");
        requireCodeOrEmpty(category, "category");
        requireCodeOrEmpty(brand, "brand");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unitPrice, "unitPrice");
        Objects.requireNonNull(discount, "discount");
        Objects.requireNonNull(taxRate, "taxRate");
        Objects.requireNonNull(taxBasis, "taxBasis");
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1: " + quantity);
        }
        if (unitPrice.isNegative()) {
            throw new IllegalArgumentException("unitPrice must be at least 0: " + unitPrice);
        }
        if (!discount.currency().equals(unitPrice.currency())) {
            throw new IllegalArgumentException("discount must be in " + unitPrice.currency() + ": " + discount);
        }
        long full = unitPrice.minorUnits() * quantity;
        if (full < 0 || Math.multiplyHigh(unitPrice.minorUnits(), quantity) != 0) {
            throw new ArithmeticException("line overflow: " + quantity + " * " + unitPrice);
        }
        if (discount.minorUnits() < 0 || discount.minorUnits() > full) {
            throw new IllegalArgumentException(
                    "discount must be in [0, " + Money.ofMinor(unitPrice.currency(), full) + "]: " + discount);
        }
        if (taxRate.isNegative()) {
            throw new IllegalArgumentException("taxRate must be at least 0: " + taxRate);
        }
        // Most lines have no discount: without a zero of its own for each, a million of visits take less memory to go
        // through.
        discount = discount.isZero() ? Money.zero(discount.currency()) : discount;
    }

    /**
     * One unit of goods of a category, without tax.
     *
     * @param category the product's category, or empty
     * @param amount the price, at least 0
     * @return the line
     * @throws IllegalArgumentException if the amount is below 0 or the category is no proper code
     */
    public static Line of(String category, Money amount) {
        return of(category, 1, amount);
    }

    /**
     * Some units of goods of a category, without tax.
     *
     * @param category the product's category, or empty
     * @param quantity the number of units, at least 1
     * @param unitPrice the price of one unit, at least 0
     * @return the line
     * @throws IllegalArgumentException if a number is out of its range or the category is no proper code
     * @throws ArithmeticException if the price of all units does not fit
     */
    public static Line of(String category, long quantity, Money unitPrice) {
        return new Line(
                "",
                category,
                "",
                LineKind.GOODS,
                quantity,
                unitPrice,
                Money.zero(unitPrice.currency()),
                Ratio.ZERO,
                TaxBasis.EXCLUDED);
    }

    /**
     * The line's amount as the shop wrote it: unit price × quantity − discount.
     *
     * @return an amount of at least 0, with or without tax as {@link #taxBasis()} says
     */
    public Money amount() {
        return Money.ofMinor(unitPrice.currency(), amountMinor());
    }

    /**
     * The number of minor units of {@link #amount()}, for loops over many lines.
     *
     * @return a number of at least 0
     */
    public long amountMinor() {
        // Both steps were proved to fit when the line was made.
        return unitPrice.minorUnits() * quantity - discount.minorUnits();
    }

    /**
     * The exact amount without tax.
     *
     * @return a number of minor units, in general not whole
     * @throws ArithmeticException if the fraction does not fit, which takes a tax rate of many digits or an amount near the end
     *     of the range
     */
    public Ratio net() {
        return share(TaxBasis.EXCLUDED).times(amountMinor());
    }

    /**
     * The exact amount with tax.
     *
     * @return a number of minor units, in general not whole
     * @throws ArithmeticException if the fraction does not fit, which takes a tax rate of many digits or an amount near the end
     *     of the range
     */
    public Ratio gross() {
        return share(TaxBasis.INCLUDED).times(amountMinor());
    }

    /** What one minor unit of the amount is with or without tax. */
    Ratio share(TaxBasis form) {
        return isIn(form) ? Ratio.ONE : Ratio.of(shareAbove(form), shareBelow(form));
    }

    /** The numerator of the share in the other form than the amount's. */
    long shareAbove(TaxBasis form) {
        return form == TaxBasis.INCLUDED ? taxed() : taxRate.denominator();
    }

    /** The denominator of the share in the other form than the amount's. */
    long shareBelow(TaxBasis form) {
        return form == TaxBasis.INCLUDED ? taxRate.denominator() : taxed();
    }

    /** Whether the amount stands in a form as it is. */
    boolean isIn(TaxBasis form) {
        return taxBasis == form || taxRate.isZero();
    }

    boolean isTaxedAs(Line other) {
        return taxBasis == other.taxBasis
                && taxRate.numerator() == other.taxRate.numerator()
                && taxRate.denominator() == other.taxRate.denominator();
    }

    /** The numerator of 1 + tax rate over the rate's denominator. */
    private long taxed() {
        return Math.addExact(taxRate.denominator(), taxRate.numerator());
    }

    /**
     * The part of {@link #amount()} that falls to some consecutive units.
     *
     * <p>The amount is split evenly; minor units left over go one each to the earlier units. So the parts of any split of all
     * units add up to the amount.
     *
     * @param from the index of the first unit, counted from 0
     * @param to the index after the last unit, at most the quantity
     * @return the part of units {@code from} to {@code to - 1}
     * @throws IllegalArgumentException if the range is not within the line's units
     */
    public Money amountOfUnits(long from, long to) {
        if (from < 0 || to < from || to > quantity) {
            throw new IllegalArgumentException(
                    "units must be a range within [0, " + quantity + "): [" + from + ", " + to + ")");
        }
        long amount = amountMinor();
        long each = amount / quantity;
        long withOneMore = amount % quantity;
        return Money.ofMinor(
                unitPrice.currency(), each * (to - from) + Math.min(to, withOneMore) - Math.min(from, withOneMore));
    }

    /**
     * This line with another product code.
     *
     * @param newSku the product's code, or empty
     * @return the changed copy
     * @throws IllegalArgumentException if the text is no proper code
     */
    public Line withSku(String newSku) {
        return new Line(newSku, category, brand, kind, quantity, unitPrice, discount, taxRate, taxBasis);
    }

    /**
     * This line with another brand.
     *
     * @param newBrand the product's brand, or empty
     * @return the changed copy
     * @throws IllegalArgumentException if the text is no proper code
     */
    public Line withBrand(String newBrand) {
        return new Line(sku, category, newBrand, kind, quantity, unitPrice, discount, taxRate, taxBasis);
    }

    /**
     * This line with another kind.
     *
     * @param newKind what the line charges for
     * @return the changed copy
     */
    public Line withKind(LineKind newKind) {
        return new Line(sku, category, brand, newKind, quantity, unitPrice, discount, taxRate, taxBasis);
    }

    /**
     * This line with another discount.
     *
     * @param newDiscount the reduction of the whole line, from 0 to the full price of all units
     * @return the changed copy
     * @throws IllegalArgumentException if the discount is out of range or in another currency
     */
    public Line withDiscount(Money newDiscount) {
        return new Line(sku, category, brand, kind, quantity, unitPrice, newDiscount, taxRate, taxBasis);
    }

    /**
     * This line with another tax rate, and the word whether its price stands with or without that tax.
     *
     * @param newTaxRate the tax rate, at least 0
     * @param newTaxBasis whether unit price and discount stand with or without tax
     * @return the changed copy; unit price and discount stay as they are
     * @throws IllegalArgumentException if the rate is below 0
     */
    public Line withTax(Ratio newTaxRate, TaxBasis newTaxBasis) {
        return new Line(sku, category, brand, kind, quantity, unitPrice, discount, newTaxRate, newTaxBasis);
    }

    private static void requireCodeOrEmpty(String text, String name) {
        if (!Objects.requireNonNull(text, name).isEmpty()) {
            Code.require(text, name);
        }
    }
}
