/**
 * Loyalty, core: what happened, and what it earns.
 *
 * <p>Pure functions over immutable values; nothing here reads a clock, a default time zone or a default locale, and
 * nothing needs a library beyond the Java platform's base module.
 */
module io.loyalty.core {
    exports io.loyalty.contact;
    exports io.loyalty.customer;
    exports io.loyalty.earning;
    exports io.loyalty.money;
    exports io.loyalty.points;
    exports io.loyalty.program;
    exports io.loyalty.reward;
    exports io.loyalty.tier;
    exports io.loyalty.time;
    exports io.loyalty.visit;
}
