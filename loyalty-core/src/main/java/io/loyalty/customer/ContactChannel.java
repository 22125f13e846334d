package io.loyalty.customer;

/** By what means a customer is reached. */
public enum ContactChannel {
    /** A letter or a card by post. */
    LETTER,
    /** A call. */
    TELEPHONE,
    /** An e-mail. */
    EMAIL,
    /** A short message: SMS, a messenger, a notification of an app. */
    MESSAGE,
    /** A word from the staff while the customer is there. */
    IN_PERSON
}
