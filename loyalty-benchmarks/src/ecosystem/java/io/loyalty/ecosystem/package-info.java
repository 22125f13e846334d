/**
 * The library among its neighbours: JSON, an SQL database, parallel streams, native images.
 *
 * <p>{@link io.loyalty.ecosystem.LoyaltyModule} is the whole configuration that Jackson needs, and
 * {@link io.loyalty.ecosystem.SqlAccounts} the whole persistence of points in a database; both are meant to be copied and changed. The
 * rest of the room proves them. All of it is compiled and run by the profile {@code ecosystem} alone, so that the default build
 * has no further library.
 */
package io.loyalty.ecosystem;
