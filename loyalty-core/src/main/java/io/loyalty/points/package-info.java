/** The ledger. */
package io.loyalty.points;
