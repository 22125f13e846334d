package io.loyalty.tier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What makes a list of tiers a ladder. */
final class Ladder {

    private Ladder() {}

    static void check(List<Tier> tiers) {
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("tiers must not be empty");
        }
        if (!tiers.get(0).criterion().isMet(TierMeasure.ZERO)) {
            throw new IllegalArgumentException("tiers[0] must ask for nothing, everybody holds it: "
                    + tiers.get(0).name() + " " + tiers.get(0).criterion());
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            if (!names.add(tier.name())) {
                throw new IllegalArgumentException("tiers[" + i + "] must have a name of its own: " + tier.name());
            }
            if (tier.order() != i) {
                throw new IllegalArgumentException(
                        "tiers[" + i + "] must have its place as order: " + tier.name() + " " + tier.order());
            }
            if (i > 0) {
                if (tier.criterion().isMet(TierMeasure.ZERO)) {
                    throw new IllegalArgumentException(
                            "tiers[" + i + "] must ask for something: " + tier.name() + " " + tier.criterion());
                }
                checkAbove(tier, tiers.get(i - 1));
            }
        }
    }

    /**
     * Refuses a tier that asks for less than the one under it: for less of something that both count, and for nothing more of
     * the rest that the lower one counts. A way round by something else, such as visits in place of spend, is no contradiction.
     */
    private static void checkAbove(Tier higher, Tier lower) {
        for (TierMeasure least : leastMeasures(higher.criterion())) {
            if (!lower.criterion().isMet(least)) {
                for (TierMeasure other : leastMeasures(lower.criterion())) {
                    if (isLess(least, other)) {
                        throw new IllegalArgumentException(
                                "threshold of " + higher.name() + " must not lie below that of " + lower.name() + ": "
                                        + higher.criterion() + " and " + lower.criterion());
                    }
                }
            }
        }
    }

    private static boolean isLess(TierMeasure least, TierMeasure than) {
        boolean less = false;
        for (TierBasis basis : TierBasis.values()) {
            long asked = least.of(basis);
            if (than.of(basis) > 0 && asked > than.of(basis)) {
                return false;
            }
            less |= asked > 0 && asked < than.of(basis);
        }
        return less;
    }

    /** For each tier of one ladder that of another with its name, or with the name of the next lower one that is there. */
    static int[] mapping(List<Tier> from, List<Tier> to) {
        int[] mapping = new int[from.size()];
        for (int i = 0; i < mapping.length; i++) {
            String name = from.get(i).name();
            mapping[i] = to.stream()
                    .filter(tier -> tier.name().equals(name))
                    .findFirst()
                    .map(Tier::order)
                    .orElse(i == 0 ? 0 : mapping[i - 1]);
        }
        return mapping;
    }

    /** The measures that just meet a criterion, none of which meets another: its disjunctive normal form. */
    static List<TierMeasure> leastMeasures(Criterion criterion) {
        List<TierMeasure> least = new ArrayList<>();
        if (criterion instanceof Criterion.Threshold threshold) {
            long minimum = threshold.minimum();
            TierBasis basis = threshold.basis();
            least.add(new TierMeasure(
                    basis == TierBasis.SPEND_NET ? minimum : 0,
                    basis == TierBasis.SPEND_GROSS ? minimum : 0,
                    basis == TierBasis.POINTS_EARNED ? minimum : 0,
                    basis == TierBasis.VISITS ? minimum : 0));
        } else if (criterion instanceof Criterion.AnyOf any) {
            any.criteria().forEach(one -> leastMeasures(one).forEach(measure -> addLeast(least, measure)));
        } else if (criterion instanceof Criterion.AllOf all) {
            least.add(TierMeasure.ZERO);
            for (Criterion one : all.criteria()) {
                List<TierMeasure> joined = new ArrayList<>();
                for (TierMeasure left : least) {
                    for (TierMeasure right : leastMeasures(one)) {
                        addLeast(joined, join(left, right));
                    }
                }
                least.clear();
                least.addAll(joined);
            }
        }
        return least;
    }

    private static void addLeast(List<TierMeasure> least, TierMeasure measure) {
        if (least.stream().noneMatch(other -> join(other, measure).equals(measure))) {
            least.removeIf(other -> join(other, measure).equals(other));
            least.add(measure);
        }
    }

    private static TierMeasure join(TierMeasure left, TierMeasure right) {
        return new TierMeasure(
                Math.max(left.netMinor(), right.netMinor()),
                Math.max(left.grossMinor(), right.grossMinor()),
                Math.max(left.points(), right.points()),
                Math.max(left.visits(), right.visits()));
    }
}
