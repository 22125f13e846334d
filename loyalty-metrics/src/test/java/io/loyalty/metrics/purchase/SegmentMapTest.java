package io.loyalty.metrics.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SegmentMapTest {

    private static final ScoreRange HIGH = new ScoreRange(2, 3);
    private static final SegmentRule GOOD = SegmentRule.of("Good", HIGH, HIGH);
    private static final SegmentRule RECENT = SegmentRule.of("Recent", HIGH, ScoreRange.ANY);
    private static final SegmentRule ALL = SegmentRule.of("All", ScoreRange.ANY, ScoreRange.ANY);

    @Test
    void theCommonMapCoversEveryCellOnce() {
        SegmentMap map = SegmentMap.common();
        assertEquals(11, map.names().size());
        assertEquals(List.of(), map.overlaps());
        assertEquals(List.of(), map.unreached());
        assertEquals("Champions", map.segment(new RfmScore(5, 5, 1)));
        assertEquals("Loyal", map.segment(new RfmScore(4, 5, 1)));
        assertEquals("Potential loyalist", map.segment(new RfmScore(4, 2, 3)));
        assertEquals("New", map.segment(new RfmScore(5, 1, 3)));
        assertEquals("Promising", map.segment(new RfmScore(4, 1, 3)));
        assertEquals("Need attention", map.segment(new RfmScore(3, 3, 3)));
        assertEquals("About to sleep", map.segment(new RfmScore(3, 2, 3)));
        assertEquals("At risk", map.segment(new RfmScore(1, 4, 3)));
        assertEquals("Cannot lose", map.segment(new RfmScore(1, 5, 3)));
        assertEquals("Hibernating", map.segment(new RfmScore(2, 2, 3)));
        assertEquals("Lost", map.segment(new RfmScore(1, 2, 3)));
    }

    @Test
    void theFirstRuleWinsAndOverlapsAreReported() {
        SegmentMap map = SegmentMap.of(3, List.of(GOOD, RECENT, ALL));
        assertEquals("Good", map.segment(new RfmScore(2, 2, 1)));
        assertEquals("Recent", map.segment(new RfmScore(2, 1, 1)));
        assertEquals("All", map.segment(new RfmScore(1, 3, 3)));
        assertEquals(
                "Good before Recent in 12 cells, Good before All in 12 cells, Recent before All in 18 cells",
                map.overlaps().stream().map(SegmentOverlap::toString).collect(Collectors.joining(", ")));
    }

    @Test
    void rulesThatNeverApplyAreReported() {
        SegmentRule beyond = SegmentRule.of("Beyond", new ScoreRange(4, 5), ScoreRange.ANY);
        SegmentMap map = SegmentMap.of(3, List.of(RECENT, GOOD, beyond, ALL));
        assertEquals(List.of(GOOD, beyond), map.unreached());
    }

    @Test
    void aMapWithHolesIsRefusedUnlessTheRestHasAName() {
        refused("rules must apply to every score: none to 111", () -> SegmentMap.of(3, List.of(RECENT)));
        SegmentMap map = SegmentMap.withRest(3, List.of(RECENT), "Others");
        assertEquals("Others", map.segment(new RfmScore(1, 1, 1)));
        assertEquals(List.of("Recent", "Others"), map.names());
    }

    @Test
    void severalBlocksMayShareAName() {
        SegmentMap map = SegmentMap.withRest(
                3, List.of(GOOD, SegmentRule.of("Good", ScoreRange.only(1), ScoreRange.only(3))), "Rest");
        assertEquals("Good", map.segment(new RfmScore(1, 3, 2)));
        assertEquals(List.of("Good", "Rest"), map.names());
        assertTrue(map.overlaps().isEmpty());
    }

    @Test
    void segmentsAreCountedWithTheirMoney() {
        RfmScores scores = Rfm.withDefaults()
                .score(new int[] {1, 2, 3, 4, 5}, new double[] {9, 8, 1, 1, 1}, new double[] {50, 40, 30, 20, 10});
        RfmSegments segments = scores.segments(SegmentMap.common());
        assertEquals("Champions", segments.segment(0));
        assertEquals("Loyal", segments.segment(1));
        assertEquals("About to sleep 1, Champions 1, Hibernating 1, Lost 1, Loyal 1", sorted(segments.toString()));
        assertEquals(new SegmentSize("Champions", 1, 50), segments.sizes().get(0));
        assertEquals(
                150, segments.sizes().stream().mapToDouble(SegmentSize::money).sum());
        assertEquals(11, segments.sizes().size());
    }

    @Test
    void aMapForOtherScoresIsRefused() {
        RfmScores scores = Rfm.withDefaults().score(new int[1], new double[1], new double[1]);
        refused("map must be for 5 groups: 3", () -> scores.segments(SegmentMap.of(3, List.of(ALL))));
        refused(
                "score must be at most 3 in each dimension: 141",
                () -> SegmentMap.of(3, List.of(ALL)).segment(new RfmScore(1, 4, 1)));
        refused("groups must be in [2, 100]: 1", () -> SegmentMap.of(1, List.of(ALL)));
        refused("range must be 1 ≤ lowest ≤ highest: 3 and 2", () -> new ScoreRange(3, 2));
        refused("segment must not be blank", () -> SegmentRule.of(" ", HIGH, HIGH));
        refused("rest must not be blank", () -> SegmentMap.withRest(3, List.of(ALL), ""));
    }

    private static String sorted(String list) {
        return java.util.Arrays.stream(list.split(", ")).sorted().collect(Collectors.joining(", "));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void aMapKnowsItsRulesAndMayBeFineOrCoarse() {
        SegmentRule all = SegmentRule.of("All", ScoreRange.ANY, ScoreRange.ANY);
        for (int groups : new int[] {2, 100}) {
            SegmentMap map = SegmentMap.of(groups, List.of(all));
            assertEquals(groups, map.groups());
            assertEquals(List.of(all), map.rules());
            assertEquals(List.of(), map.unreached());
            assertEquals("All", map.segment(new RfmScore(groups, 1, groups)));
        }
        refused("groups must be in [2, 100]: 1", () -> SegmentMap.of(1, List.of(all)));
        refused("groups must be in [2, 100]: 101", () -> SegmentMap.of(101, List.of(all)));
    }
}
