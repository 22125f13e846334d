package io.loyalty.earning;

import io.loyalty.customer.Customer;
import io.loyalty.time.BusinessDay;
import io.loyalty.visit.Place;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a plan must know besides the fact itself.
 *
 * @param customer who earns
 * @param tier the name of the customer's tier, or empty for none
 * @param businessDay the program's zone, and the time at which its day turns
 * @param storeZones the zones of the places that have one of their own; all others are in the program's
 * @param history what the customer did before
 */
public record EarningContext(
        Customer customer, String tier, BusinessDay businessDay, Map<Place, ZoneId> storeZones, EarningHistory history)
        implements Serializable {

    /**
     * Copies the map.
     *
     * @param customer who earns
     * @param tier the name of the customer's tier, or empty for none
     * @param businessDay the program's zone, and the time at which its day turns
     * @param storeZones the zones of the places that have one of their own
     * @param history what the customer did before
     */
    public EarningContext {
        Objects.requireNonNull(storeZones, "storeZones");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(businessDay, "businessDay");
        storeZones = Map.copyOf(storeZones);
        Objects.requireNonNull(history, "history");
    }

    /**
     * A customer without tier and without a past, in a program whose stores are all in its own zone.
     *
     * @param customer who earns
     * @param businessDay the program's zone, and the time at which its day turns
     * @return the context
     */
    public static EarningContext of(Customer customer, BusinessDay businessDay) {
        return new EarningContext(customer, "", businessDay, Map.of(), EarningHistory.empty());
    }

    /**
     * This context with another tier.
     *
     * @param other the name of the customer's tier, or empty for none
     * @return the changed copy
     */
    public EarningContext withTier(String other) {
        return new EarningContext(customer, other, businessDay, storeZones, history);
    }

    /**
     * This context with another past.
     *
     * @param other what the customer did before
     * @return the changed copy
     */
    public EarningContext with(EarningHistory other) {
        return new EarningContext(customer, tier, businessDay, storeZones, other);
    }

    /**
     * This context with a place in a zone of its own.
     *
     * @param place the place
     * @param zone its zone
     * @return the changed copy
     */
    public EarningContext withZone(Place place, ZoneId zone) {
        Map<Place, ZoneId> more = new HashMap<>(storeZones);
        more.put(place, zone);
        return new EarningContext(customer, tier, businessDay, more, history);
    }
}
