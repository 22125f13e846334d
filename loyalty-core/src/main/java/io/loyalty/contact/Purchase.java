package io.loyalty.contact;

import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Return;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A visit with an amount above 0, and what came back of it.
 *
 * @param visit the visit
 * @param number which of the customer's purchases it is, from 1
 * @param returns what came back, in the order of time
 */
record Purchase(Visit visit, int number, List<Return> returns) {

    /** The purchases among activities that are in the order of time. */
    static List<Purchase> among(Collection<Activity> activities) {
        Map<ActivityId, List<Return>> returns = new HashMap<>();
        for (Activity activity : activities) {
            if (activity instanceof Return back) {
                returns.computeIfAbsent(back.visit(), id -> new ArrayList<>()).add(back);
            }
        }
        List<Purchase> purchases = new ArrayList<>();
        List<Purchase> touched = new ArrayList<>();
        for (Activity activity : activities) {
            if (activity instanceof Visit visit && visit.amountMinor() > 0) {
                int number = 1 + purchases.size() - touched.size();
                for (Purchase earlier : touched) {
                    number += earlier.leftAt(visit.at()) > 0 ? 1 : 0;
                }
                Purchase purchase = new Purchase(visit, number, returns.getOrDefault(visit.id(), List.of()));
                purchases.add(purchase);
                if (!purchase.returns.isEmpty()) {
                    touched.add(purchase);
                }
            }
        }
        return purchases;
    }

    /** How much of the amount has not come back by an instant, in minor units. */
    long leftAt(Instant instant) {
        long left = visit.amountMinor();
        for (Return back : returns) {
            if (!back.at().isAfter(instant)) {
                for (int i = 0; i < back.lines().size(); i++) {
                    left -= back.lines().get(i).amount().minorUnits();
                }
            }
        }
        return Math.max(0, left);
    }

    boolean isAmong(Purchases which, Instant instant) {
        if (which instanceof Purchases.Numbered numbered) {
            return number >= numbered.first() && number <= numbered.last();
        }
        if (which instanceof Purchases.OfAtLeast enough) {
            return visit.currency().equals(enough.amount().currency())
                    && leftAt(instant) >= enough.amount().minorUnits();
        }
        return ((Purchases.All) which).of().stream().allMatch(one -> isAmong(one, instant));
    }
}
