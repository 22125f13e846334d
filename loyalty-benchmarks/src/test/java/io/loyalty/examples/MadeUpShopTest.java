package io.loyalty.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.CustomerId;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.OccasionReached;
import io.loyalty.visit.ReferralMade;
import io.loyalty.visit.Return;
import io.loyalty.visit.SignUp;
import io.loyalty.visit.Visit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MadeUpShopTest {

    private static final Shop SHOP = MadeUpShop.of(1, 400);

    private static List<Activity> activities(Shop shop) {
        return shop.members().stream()
                .flatMap(member -> member.activities().stream())
                .toList();
    }

    @Test
    void theSameSeedMakesTheSameShop() {
        assertEquals(SHOP.members(), MadeUpShop.of(1, 400).members());
        assertEquals(SHOP.transactions(), MadeUpShop.of(1, 400).transactions());
        assertEquals(SHOP.answers(), MadeUpShop.of(1, 400).answers());
        assertNotEquals(SHOP.members(), MadeUpShop.of(2, 400).members());
    }

    @Test
    void everyKindOfFactHappens() {
        Map<Class<?>, Long> kinds =
                activities(SHOP).stream().collect(Collectors.groupingBy(Activity::getClass, Collectors.counting()));
        assertEquals(
                Set.of(Visit.class, Return.class, SignUp.class, OccasionReached.class, ReferralMade.class),
                kinds.keySet());
        assertEquals(400, kinds.get(SignUp.class));
        assertTrue(kinds.get(Visit.class) > 10_000);
    }

    @Test
    void everyFactHasAnIdOfItsOwnAndLiesWithinTheTwoYears() {
        Set<ActivityId> ids = new HashSet<>();
        for (Activity activity : activities(SHOP)) {
            assertTrue(ids.add(activity.id()), activity.id() + " is there twice");
            LocalDate day = activity.at().atZone(MadeUpShop.ZONE).toLocalDate();
            assertTrue(
                    !day.isBefore(MadeUpShop.FIRST_DAY) && !day.isAfter(MadeUpShop.LAST_DAY),
                    activity.id() + " " + day);
        }
    }

    @Test
    void factsAreInOrderOfTimeAndBeginWithJoining() {
        for (Shop.Member member : SHOP.members()) {
            List<Activity> sorted = member.activities().stream()
                    .sorted(Comparator.comparing(Activity::at))
                    .toList();
            assertEquals(sorted, member.activities());
            assertTrue(member.activities().get(0) instanceof SignUp);
        }
    }

    @Test
    void someDriftAwayAndSomeComeOnce() {
        Map<CustomerId, Long> visits = activities(SHOP).stream()
                .filter(Visit.class::isInstance)
                .collect(Collectors.groupingBy(Activity::customer, Collectors.counting()));
        long once = visits.values().stream().filter(count -> count == 1).count();
        long often = visits.values().stream().filter(count -> count > 100).count();
        assertTrue(once > 60, "once: " + once);
        assertTrue(often > 20, "often: " + often);
    }

    @Test
    void aShopMayHaveOneCustomer() {
        Shop shop = MadeUpShop.of(7, 1);
        assertEquals(1, shop.members().size());
        assertEquals(
                1,
                Play.of(shop, new Progress(System.err, Long.MAX_VALUE))
                        .memberships()
                        .size());
    }
}
