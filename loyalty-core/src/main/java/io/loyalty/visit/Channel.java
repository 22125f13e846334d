package io.loyalty.visit;

/** The way by which a customer comes to the business. */
public enum Channel {
    /** In the flesh: a shop, a café, a hotel, a stall. */
    STORE,
    /** On a web site, one's own or a marketplace. */
    ONLINE,
    /** In an application on the customer's device. */
    APP,
    /** By a call to a desk. */
    TELEPHONE
}
