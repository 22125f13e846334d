package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.program.PromotionTrail.Exposure;
import io.loyalty.metrics.program.PromotionTrail.Order;
import io.loyalty.metrics.program.PromotionTrail.Redemption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PromotionAttributionProperties {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = FIRST.plusDays(40);

    @Provide
    Arbitrary<List<PromotionTrail>> trails() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 45).map(FIRST::plusDays);
        Arbitrary<String> names = Arbitraries.of("a", "b", "c");
        Arbitrary<List<Exposure>> exposures =
                Combinators.combine(names, days).as(Exposure::new).list().ofMaxSize(5);
        Arbitrary<List<Order>> orders = Combinators.combine(
                        days, Arbitraries.longs().between(-20, 500))
                .as(Order::new)
                .list()
                .ofMaxSize(8);
        Arbitrary<List<Redemption>> redemptions =
                Combinators.combine(names, days).as(Redemption::new).list().ofMaxSize(3);
        return Combinators.combine(exposures, orders, redemptions)
                .as(PromotionTrail::new)
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 300, seed = "2026110201")
    void lastTouchIsThatOfANaiveCount(
            @ForAll("trails") List<PromotionTrail> trails, @ForAll @IntRange(max = 15) int window) {
        PromotionResponse response = PromotionAttribution.within(window, LAST).of(trails);
        for (CampaignResponse campaign : response.promotions()) {
            long revenue = 0;
            int exposed = 0;
            int responders = 0;
            for (PromotionTrail trail : trails) {
                boolean over = trail.exposures().stream()
                        .anyMatch(exposure -> exposure.promotion().equals(campaign.promotion())
                                && exposure.day().toEpochDay() + window <= LAST.toEpochDay());
                boolean responded = false;
                for (Order order : trail.orders()) {
                    Exposure touch = lastTouch(trail, order, window);
                    if (touch != null
                            && touch.promotion().equals(campaign.promotion())
                            && touch.day().toEpochDay() + window <= LAST.toEpochDay()) {
                        revenue += order.amount();
                        responded = true;
                    }
                }
                exposed += over ? 1 : 0;
                responders += responded ? 1 : 0;
            }
            assertEquals(exposed, campaign.exposed());
            assertEquals(responders, campaign.responders());
            assertEquals(revenue, campaign.revenue());
        }
    }

    private static Exposure lastTouch(PromotionTrail trail, Order order, int window) {
        Exposure best = null;
        if (order.amount() <= 0 || order.day().isAfter(LAST)) {
            return null;
        }
        for (Exposure exposure : trail.exposures()) {
            long age = order.day().toEpochDay() - exposure.day().toEpochDay();
            if (age < 0 || age > window) {
                continue;
            }
            if (best == null
                    || exposure.day().isAfter(best.day())
                    || exposure.day().equals(best.day()) && exposure.promotion().compareTo(best.promotion()) < 0) {
                best = exposure;
            }
        }
        return best;
    }

    @Property(tries = 200, seed = "2026110202")
    void everyRuleGivesAwayEachOrderOnce(
            @ForAll("trails") List<PromotionTrail> trails,
            @ForAll OverlapRule rule,
            @ForAll @IntRange(max = 15) int w) {
        // With the last day far ahead nothing is too recent.
        PromotionResponse response =
                PromotionAttribution.within(w, LAST.plusDays(100)).with(rule).of(trails);
        double orders = 0;
        double revenue = 0;
        for (CampaignResponse campaign : response.promotions()) {
            orders += campaign.orders();
            revenue += campaign.revenue();
        }
        assertEquals(response.attributedOrders(), orders, 1e-9);
        assertEquals(response.attributedRevenue(), revenue, 1e-9 * (1 + revenue));
    }

    @Property(tries = 150, seed = "2026110203")
    void orderAndSplitsDoNotMatter(
            @ForAll("trails") List<PromotionTrail> trails, @ForAll OverlapRule rule, @ForAll Random random) {
        PromotionAttribution rules = PromotionAttribution.within(9, LAST).with(rule);
        List<PromotionTrail> shuffled = new ArrayList<>();
        for (PromotionTrail trail : trails) {
            List<Exposure> exposures = new ArrayList<>(trail.exposures());
            List<Order> orders = new ArrayList<>(trail.orders());
            Collections.shuffle(exposures, random);
            Collections.shuffle(orders, random);
            shuffled.add(new PromotionTrail(exposures, orders, trail.redemptions()));
        }
        Collections.shuffle(shuffled, random);
        PromotionResponse whole = rules.of(trails);
        PromotionResponse other = shuffled.parallelStream().collect(rules.collector());
        assertEquals(whole.attributedRevenue(), other.attributedRevenue());
        assertEquals(whole.strayRedemptions(), other.strayRedemptions());
        assertEquals(names(whole), names(other));
        for (CampaignResponse campaign : whole.promotions()) {
            CampaignResponse same = other.of(campaign.promotion()).orElseThrow();
            assertEquals(campaign.exposed(), same.exposed());
            assertEquals(campaign.responders(), same.responders());
            assertEquals(campaign.redeemers(), same.redeemers());
            assertEquals(campaign.revenue(), same.revenue(), 1e-12 * (1 + campaign.revenue()));
        }
    }

    private static Set<String> names(PromotionResponse response) {
        Set<String> names = new TreeSet<>();
        response.promotions().forEach(campaign -> names.add(campaign.promotion()));
        return names;
    }
}
