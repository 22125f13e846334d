package io.loyalty.tier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a visit is paid at which tier.
 *
 * <p>A split visit is counted as if its amount came in one unit after the other: gross amount and points grow in proportion,
 * rounded down, and the visit itself counts with the last unit.
 */
final class Crossing {

    private final TierRules rules;
    private final TierMeasure before;
    private final TierFact visit;

    Crossing(TierRules rules, TierMeasure before, TierFact visit) {
        this.rules = rules;
        this.before = before;
        this.visit = visit;
    }

    /** The shares, for a member of one tier whom the visit may lift to another at once. */
    List<TierShare> shares(Tier from, Tier to) {
        CrossingRate rate = rules.crossingRate();
        if (to.order() <= from.order() || rate == CrossingRate.BEFORE) {
            return List.of(new TierShare(from, visit.netMinor(), visit.grossMinor()));
        }
        if (rate == CrossingRate.AFTER) {
            return List.of(new TierShare(to, visit.netMinor(), visit.grossMinor()));
        }
        List<TierShare> shares = new ArrayList<>();
        long paid = 0;
        Tier tier = from;
        for (Tier next : rules.tiers().subList(from.order() + 1, to.order() + 1)) {
            long reached = least(next, paid);
            addShare(shares, tier, paid, reached);
            paid = reached;
            tier = next;
        }
        addShare(shares, tier, paid, visit.netMinor());
        return shares.isEmpty() ? List.of(new TierShare(from, 0, visit.grossMinor())) : List.copyOf(shares);
    }

    private void addShare(List<TierShare> shares, Tier tier, long from, long to) {
        if (to > from) {
            shares.add(new TierShare(tier, to - from, part(visit.grossMinor(), to) - part(visit.grossMinor(), from)));
        }
    }

    /** The least net amount, from one known to be too little, with which a tier is reached that the whole visit reaches. */
    private long least(Tier tier, long from) {
        long low = from;
        long high = visit.netMinor();
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (rules.qualifiedFor(before.plus(partOf(middle))).isAtLeast(tier)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private TierMeasure partOf(long net) {
        return new TierMeasure(
                net,
                part(visit.grossMinor(), net),
                part(visit.points(), net),
                net == visit.netMinor() ? visit.visits() : 0);
    }

    private long part(long whole, long net) {
        return net == visit.netMinor()
                ? whole
                : BigInteger.valueOf(whole)
                        .multiply(BigInteger.valueOf(net))
                        .divide(BigInteger.valueOf(visit.netMinor()))
                        .longValueExact();
    }
}
