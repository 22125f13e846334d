/**
 * Immutable collections that share their parts with the collections they were made from, for values with a long history: a
 * list, a map from numbers, an index of keys.
 *
 * <p>Inside the module only. Each does what the ledger and the membership need and nothing more; for all else the collections of
 * the Java platform serve.
 *
 * @serial exclude
 */
package io.loyalty.persistent;
