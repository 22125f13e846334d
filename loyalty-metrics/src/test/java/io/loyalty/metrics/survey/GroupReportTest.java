package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.experiment.MultipleTesting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupReportTest {

    private static final Map<String, NetPromoterCounts> SHOPS = Map.of(
            "south", NetPromoterCounts.of(25, 35, 40),
            "north", NetPromoterCounts.of(40, 30, 30),
            "west", NetPromoterCounts.of(1, 2, 6),
            "east", NetPromoterCounts.of(1, 3, 6));

    @Test
    void smallBasesAreWithheldAndNamed() {
        GroupReport<String, NetPromoterCounts> report = GroupReport.of(SHOPS, NetPromoterCounts::base);
        assertEquals(Set.of("east", "north", "south"), report.shown().keySet());
        assertEquals(Map.of("west", 9L), report.suppressed());
        assertEquals(
                List.of("east", "north", "south"), List.copyOf(report.shown().keySet()));
        assertEquals(
                Map.of("east", 10L, "west", 9L),
                GroupReport.of(SHOPS, NetPromoterCounts::base, 50).suppressed());
        assertEquals(
                "minimumBase must be at least 0: -1",
                assertThrows(IllegalArgumentException.class, () -> GroupReport.of(SHOPS, NetPromoterCounts::base, -1))
                        .getMessage());
    }

    @Test
    void pairsOfGroupsAreComparedInOrderAndAdjusted() {
        List<PairwiseComparison<String>> pairs = NetPromoterComparison.withDefaults()
                .pairwise(
                        Map.of("b", SHOPS.get("north"), "a", SHOPS.get("south"), "c", NetPromoterCounts.of(0, 0, 0)),
                        MultipleTesting.HOLM);
        assertEquals(
                List.of("a", "a", "b"),
                pairs.stream().map(PairwiseComparison::first).toList());
        assertEquals(
                List.of("b", "c", "c"),
                pairs.stream().map(PairwiseComparison::second).toList());
        assertEquals(Measure.of(25), pairs.get(0).comparison().difference().value());
        // The empty group makes no comparison, so that there is nothing to adjust for.
        assertEquals(pairs.get(0).comparison().pValue(), pairs.get(0).adjustedPValue());
        assertEquals(Measure.undefined("a group without answers"), pairs.get(1).adjustedPValue());
    }

    @Test
    void eachPairIsAdjustedForAllOfThem() {
        Map<String, NetPromoterCounts> shops = Map.of(
                "a", NetPromoterCounts.of(25, 35, 40),
                "b", NetPromoterCounts.of(40, 30, 30),
                "c", NetPromoterCounts.of(30, 35, 35));
        List<PairwiseComparison<String>> pairs =
                NetPromoterComparison.withDefaults().pairwise(shops, MultipleTesting.BONFERRONI);
        assertEquals(3, pairs.size());
        for (PairwiseComparison<String> pair : pairs) {
            double alone = pair.comparison().pValue().orElseThrow();
            assertEquals(Math.min(1, 3 * alone), pair.adjustedPValue().orElseThrow(), 1e-15);
        }
    }

    @Test
    void aMinimumOfNobodyWithholdsNothing() {
        GroupReport<String, NetPromoterCounts> report = GroupReport.of(SHOPS, NetPromoterCounts::base, 0);
        assertEquals(SHOPS, report.shown());
        assertEquals(report.shown() + ", base below 0: {}", report.toString());
    }

    @Test
    void pairsReadAsOneLine() {
        PairwiseComparison<String> pair = NetPromoterComparison.withDefaults()
                .pairwise(SHOPS, MultipleTesting.NONE)
                .get(0);
        assertEquals(
                pair.first() + " - " + pair.second() + ": " + pair.comparison() + ", adjusted p = "
                        + pair.adjustedPValue(),
                pair.toString());
    }
}
