package io.loyalty.metrics.program;

import io.loyalty.metrics.numeric.Moments;
import io.loyalty.metrics.numeric.NeumaierSum;
import io.loyalty.metrics.program.PromotionTrail.Exposure;
import io.loyalty.metrics.program.PromotionTrail.Order;
import io.loyalty.metrics.program.PromotionTrail.Redemption;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums up what is attributed to each promotion; parts merge. */
final class PromotionTally implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Comparator<Exposure> BY_DAY_AND_NAME =
            Comparator.comparing(Exposure::day).thenComparing(Exposure::promotion);

    private final PromotionAttribution rules;
    private final SortedMap<String, Sums> promotions = new TreeMap<>();
    private long customers;
    private long orders;
    private long attributedOrders;
    private long attributedRevenue;
    private long strayRedemptions;

    PromotionTally(PromotionAttribution rules) {
        this.rules = rules;
    }

    void accept(PromotionTrail trail) {
        customers++;
        List<Order> bought = trail.orders().stream()
                .filter(order -> order.amount() > 0 && !order.day().isAfter(rules.asOf()))
                .toList();
        List<Exposure> got = trail.exposures().stream()
                .filter(exposure -> !exposure.day().isAfter(rules.asOf()) && isInAudience(bought, exposure.day()))
                .sorted(BY_DAY_AND_NAME)
                .distinct()
                .toList();
        SortedMap<String, Share> shares = new TreeMap<>();
        for (Exposure exposure : got) {
            share(shares, exposure).observed |= isOver(exposure);
        }
        for (Order order : bought) {
            attribute(order, got, shares);
        }
        for (Redemption redemption : trail.redemptions()) {
            redeem(redemption, got, shares);
        }
        shares.forEach((name, share) ->
                promotions.computeIfAbsent(name, n -> new Sums()).add(share));
    }

    PromotionTally combine(PromotionTally other) {
        other.promotions.forEach((name, sums) ->
                promotions.computeIfAbsent(name, n -> new Sums()).combine(sums));
        customers += other.customers;
        orders += other.orders;
        attributedOrders += other.attributedOrders;
        attributedRevenue = Math.addExact(attributedRevenue, other.attributedRevenue);
        strayRedemptions += other.strayRedemptions;
        return this;
    }

    PromotionResponse response() {
        List<CampaignResponse> responses = new ArrayList<>();
        for (Map.Entry<String, Sums> promotion : promotions.entrySet()) {
            responses.add(promotion.getValue().response(promotion.getKey()));
        }
        return new PromotionResponse(
                rules, responses, customers, orders, attributedOrders, attributedRevenue, strayRedemptions);
    }

    private void attribute(Order order, List<Exposure> got, Map<String, Share> shares) {
        orders++;
        List<Exposure> before =
                got.stream().filter(exposure -> reaches(exposure, order.day())).toList();
        if (before.isEmpty()) {
            return;
        }
        attributedOrders++;
        attributedRevenue = Math.addExact(attributedRevenue, order.amount());
        List<Exposure> touches = touches(before);
        for (Exposure touch : touches) {
            // An order of a promotion that is too recent belongs to nobody yet.
            if (isOver(touch)) {
                share(shares, touch).add(1.0 / touches.size(), (double) order.amount() / touches.size());
            }
        }
    }

    /** To which promotions the order belongs, each once, of those that reach it by day and name. */
    private List<Exposure> touches(List<Exposure> before) {
        if (rules.overlap() == OverlapRule.FIRST_TOUCH) {
            return before.subList(0, 1);
        }
        if (rules.overlap() == OverlapRule.LAST_TOUCH) {
            LocalDate last = before.get(before.size() - 1).day();
            return List.of(before.stream()
                    .filter(exposure -> exposure.day().equals(last))
                    .findFirst()
                    .orElseThrow());
        }
        Map<String, Exposure> byName = new TreeMap<>();
        before.forEach(exposure -> byName.put(exposure.promotion(), exposure));
        return List.copyOf(byName.values());
    }

    private void redeem(Redemption redemption, List<Exposure> got, Map<String, Share> shares) {
        boolean inTime = false;
        for (Exposure exposure : got) {
            if (exposure.promotion().equals(redemption.promotion()) && reaches(exposure, redemption.day())) {
                inTime = true;
                share(shares, exposure).redeemed |= isOver(exposure);
            }
        }
        strayRedemptions += inTime ? 0 : 1;
    }

    private static Share share(Map<String, Share> shares, Exposure exposure) {
        return shares.computeIfAbsent(exposure.promotion(), name -> new Share());
    }

    private boolean reaches(Exposure exposure, LocalDate day) {
        return !day.isBefore(exposure.day()) && !day.isAfter(exposure.day().plusDays(rules.days()));
    }

    private boolean isOver(Exposure exposure) {
        return !exposure.day().plusDays(rules.days()).isAfter(rules.asOf());
    }

    private boolean isInAudience(List<Order> bought, LocalDate day) {
        return rules.audience() == PromotionAudience.ALL
                || bought.stream()
                                .map(Order::day)
                                .filter(earlier -> earlier.isBefore(day))
                                .distinct()
                                .count()
                        >= 2;
    }

    /** What one promotion got of one customer. */
    private static final class Share {
        private boolean observed;
        private boolean redeemed;
        private double orders;
        private double revenue;

        void add(double moreOrders, double moreRevenue) {
            orders += moreOrders;
            revenue += moreRevenue;
        }
    }

    private static final class Sums implements Serializable {

        private static final long serialVersionUID = 1L;

        private final NeumaierSum orders = new NeumaierSum();
        private final Moments revenue = new Moments();
        private long tooRecent;
        private long responders;
        private long redeemers;

        void add(Share share) {
            if (!share.observed) {
                tooRecent++;
                return;
            }
            orders.add(share.orders);
            revenue.add(share.revenue);
            responders += share.orders > 0 ? 1 : 0;
            redeemers += share.redeemed ? 1 : 0;
        }

        void combine(Sums other) {
            orders.combine(other.orders);
            revenue.combine(other.revenue);
            tooRecent += other.tooRecent;
            responders += other.responders;
            redeemers += other.redeemers;
        }

        CampaignResponse response(String promotion) {
            return new CampaignResponse(
                    promotion,
                    revenue.count(),
                    tooRecent,
                    responders,
                    redeemers,
                    orders.value(),
                    revenue.sum(),
                    Rates.mean(Rates.summary(revenue), "no exposed customers"));
        }
    }
}
