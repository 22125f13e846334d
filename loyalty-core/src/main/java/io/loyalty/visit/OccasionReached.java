package io.loyalty.visit;

import io.loyalty.customer.CustomerId;
import io.loyalty.text.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A customer's birthday, wedding day or other yearly date has come.
 *
 * <p>Printed without its dates, which would tell the birthday.
 *
 * @param id the host's key of the fact
 * @param customer whose occasion it is
 * @param at when the host reported it
 * @param kind the kind of the occasion, see {@link io.loyalty.customer.Occasion}
 * @param day the date on which the occasion falls this time
 */
public record OccasionReached(ActivityId id, CustomerId customer, Instant at, String kind, LocalDate day)
        implements Activity {

    /**
     * Refuses a kind that is no proper word.
     *
     * @param id the host's key of the fact
     * @param customer whose occasion it is
     * @param at when the host reported it
     * @param kind the kind of the occasion, 1 to 200 printable characters
     * @param day the date on which the occasion falls this time
     * @throws IllegalArgumentException if the kind is blank, begins or ends with a space, has a control character, or has
     *     more than 200 characters
     */
    public OccasionReached {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(at, "at");
        Code.require(kind, "kind");
        Objects.requireNonNull(day, "day");
    }

    /**
     * The fact without its dates.
     *
     * @return for example {@code OccasionReached[id=a-1, customer=c-7, kind=BIRTHDAY]}
     */
    @Override
    public String toString() {
        return "OccasionReached[id=" + id + ", customer=" + customer + ", kind=" + kind + "]";
    }
}
