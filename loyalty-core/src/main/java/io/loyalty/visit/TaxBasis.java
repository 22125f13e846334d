package io.loyalty.visit;

/** In which form a line's unit price and discount stand. */
public enum TaxBasis {
    /** Without tax: the tax comes on top. */
    EXCLUDED,
    /** With tax: the tax is inside. */
    INCLUDED
}
