package io.loyalty.metrics.program;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;

/**
 * Sums up sales by customer and tier for {@link RevenueByTier}, by either classification; parts merge.
 *
 * <p>Memory grows with customers and tiers, never with sales. Accumulators over any parts of the sales {@linkplain #combine combine} to what
 * one over all of them would hold, in any order. For one thread at a time; {@link Serializable} so that a cluster can send it about.
 */
public final class TierRevenueAccumulator implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int NO_TIER = -1;

    private final List<String> ladder;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Member> members = new HashMap<>();

    private TierRevenueAccumulator(List<String> ladder) {
        this.ladder = List.copyOf(ladder);
        requireDistinct(ladder);
        for (String tier : ladder) {
            places.put(tier, places.size());
        }
    }

    /**
     * An accumulator that has seen nothing.
     *
     * @param ladder names of the tiers, lowest first
     * @return the accumulator
     * @throws IllegalArgumentException if a tier is named twice
     */
    public static TierRevenueAccumulator ofLadder(List<String> ladder) {
        return new TierRevenueAccumulator(ladder);
    }

    /**
     * A collector of sales to the figures, for {@code groupingBy} and parallel streams.
     *
     * @param ladder names of the tiers, lowest first
     * @param classification by which tier revenue is counted
     * @return the collector
     * @throws IllegalArgumentException if a tier is named twice
     */
    public static Collector<TierSale, ?, RevenueByTier> collector(
            List<String> ladder, TierClassification classification) {
        Objects.requireNonNull(classification, "classification");
        requireDistinct(ladder);
        return Collector.of(
                () -> ofLadder(ladder),
                TierRevenueAccumulator::accept,
                TierRevenueAccumulator::combine,
                accumulator -> accumulator.report(classification));
    }

    /**
     * Takes a sale in.
     *
     * @param sale the sale
     * @throws IllegalArgumentException if a tier is not of the ladder, or the customer's tier at the start differs from that of an earlier
     *     sale
     * @throws ArithmeticException if a sum overflows
     */
    public void accept(TierSale sale) {
        int start = sale.tierAtStart().equals(TierSale.NONE) ? NO_TIER : place(sale.tierAtStart());
        int now = sale.tierAtPurchase().equals(TierSale.NONE) && start == NO_TIER && sale.amount() == 0
                ? NO_TIER
                : place(sale.tierAtPurchase());
        Member member = members.computeIfAbsent(sale.customer(), key -> new Member(start, ladder.size()));
        member.requireStart(start);
        if (now != NO_TIER && sale.amount() != 0) {
            member.revenue[now] = Math.addExact(member.revenue[now], sale.amount());
            member.bought[now] = true;
        }
    }

    /**
     * Takes in everything that another accumulator has seen.
     *
     * @param other an accumulator of the same ladder; it is left as it is
     * @return this accumulator
     * @throws IllegalArgumentException if the ladders differ, or a customer's tier at the start does
     * @throws ArithmeticException if a sum overflows
     */
    public TierRevenueAccumulator combine(TierRevenueAccumulator other) {
        if (!ladder.equals(other.ladder)) {
            throw new IllegalArgumentException("ladders must be equal: " + ladder + " and " + other.ladder);
        }
        other.members.forEach((customer, member) -> members.computeIfAbsent(
                        customer, key -> new Member(member.start, ladder.size()))
                .add(member));
        return this;
    }

    /**
     * The figures of all sales so far.
     *
     * @param classification by which tier revenue is counted
     * @return the figures
     * @throws ArithmeticException if a sum overflows
     */
    public RevenueByTier report(TierClassification classification) {
        List<List<Long>> columns = new ArrayList<>();
        ladder.forEach(tier -> columns.add(new ArrayList<>()));
        boolean moved = false;
        long unclassified = 0;
        long unclassifiedRevenue = 0;
        for (Member member : members.values()) {
            if (classification == TierClassification.AT_PURCHASE && member.tiers() > 0) {
                moved |= member.tiers() > 1;
                for (int tier = 0; tier < ladder.size(); tier++) {
                    if (member.bought[tier]) {
                        columns.get(tier).add(member.revenue[tier]);
                    }
                }
            } else if (member.start != NO_TIER) {
                columns.get(member.start).add(member.total());
            } else {
                unclassified++;
                unclassifiedRevenue = Math.addExact(unclassifiedRevenue, member.total());
            }
        }
        // A hash table has no order; sums of whole numbers and sorted columns need none.
        return RevenueByTier.of(
                classification,
                ladder,
                columns.stream()
                        .map(column ->
                                column.stream().mapToLong(Long::longValue).toArray())
                        .toList(),
                moved ? Optional.of("customers stand in several tiers") : Optional.empty(),
                unclassified,
                unclassifiedRevenue);
    }

    static void requireDistinct(List<String> ladder) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ladder.size(); i++) {
            if (ladder.get(i).equals(TierSale.NONE) || !seen.add(ladder.get(i))) {
                throw new IllegalArgumentException("ladder[" + i + "] must be new and not empty: " + ladder.get(i));
            }
        }
    }

    private int place(String tier) {
        Integer place = places.get(tier);
        if (place == null) {
            throw new IllegalArgumentException("tier must be one of " + ladder + ": " + tier);
        }
        return place;
    }

    private static final class Member implements Serializable {

        private static final long serialVersionUID = 1L;

        private final int start;
        private final long[] revenue;
        private final boolean[] bought;

        Member(int start, int tiers) {
            this.start = start;
            this.revenue = new long[tiers];
            this.bought = new boolean[tiers];
        }

        void requireStart(int other) {
            if (start != other) {
                throw new IllegalArgumentException("tierAtStart must be the same in all sales of a customer");
            }
        }

        void add(Member other) {
            requireStart(other.start);
            for (int i = 0; i < revenue.length; i++) {
                revenue[i] = Math.addExact(revenue[i], other.revenue[i]);
                bought[i] |= other.bought[i];
            }
        }

        int tiers() {
            int count = 0;
            for (boolean there : bought) {
                count += there ? 1 : 0;
            }
            return count;
        }

        long total() {
            return Arrays.stream(revenue).reduce(0, Math::addExact);
        }
    }
}
