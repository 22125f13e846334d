package io.loyalty.examples;

import io.loyalty.customer.CustomerId;
import java.time.Instant;

/**
 * What the metrics look at: one purchase or return.
 *
 * @param customer whose
 * @param at when
 * @param amountMinor the amount in minor units, negative for a return
 */
record Transaction(CustomerId customer, Instant at, long amountMinor) {}
