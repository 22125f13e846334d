package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names for all combinations of RFM scores: rules in order, of which the first that applies gives the name.
 *
 * <p>A map is complete by construction: rules that leave a combination without a name are refused, unless the rest is
 * given a name of its own. Rules may overlap, which {@link #overlaps()} reports, and a rule may never come to apply,
 * which {@link #unreached()} reports. Immutable.
 */
public final class SegmentMap implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SEGMENTS = Byte.MAX_VALUE;
    private static final byte NONE = -1;

    private final int groups;
    private final List<SegmentRule> rules;
    private final List<String> names;
    /** The number of the segment's name by combination of scores. */
    private final byte[] cells;
    /** The number of rules' cells that no earlier rule had taken. */
    private final int[] taken;

    private SegmentMap(int groups, List<SegmentRule> rules, List<String> rest) {
        this.groups = groups;
        this.rules = List.copyOf(rules);
        cells = new byte[groups * groups * groups];
        taken = new int[this.rules.size()];
        Map<String, Integer> numbers = new LinkedHashMap<>();
        this.rules.forEach(rule -> numbers.putIfAbsent(rule.segment(), numbers.size()));
        rest.forEach(name -> numbers.putIfAbsent(name, numbers.size()));
        if (numbers.size() > MOST_SEGMENTS) {
            throw new IllegalArgumentException("segments must be at most " + MOST_SEGMENTS + ": " + numbers.size());
        }
        names = List.copyOf(numbers.keySet());
        Arrays.fill(cells, NONE);
        for (int cell = 0; cell < cells.length; cell++) {
            for (int rule = 0; rule < taken.length && cells[cell] == NONE; rule++) {
                if (this.rules.get(rule).matches(scoreOf(cell))) {
                    cells[cell] = numbers.get(this.rules.get(rule).segment()).byteValue();
                    taken[rule]++;
                }
            }
            if (cells[cell] == NONE) {
                if (rest.isEmpty()) {
                    throw new IllegalArgumentException("rules must apply to every score: none to " + scoreOf(cell));
                }
                cells[cell] = numbers.get(rest.get(0)).byteValue();
            }
        }
    }

    /**
     * The common map of eleven segments by recency and frequency, each from 1 to 5, without overlaps:
     *
     * <table>
     * <caption>Segments by recency (down) and frequency (across)</caption>
     * <tr><th>R</th><th>1</th><th>2</th><th>3</th><th>4</th><th>5</th></tr>
     * <tr><td>5</td><td>New</td><td colspan="2">Potential loyalist</td><td colspan="2">Champions</td></tr>
     * <tr><td>4</td><td>Promising</td><td colspan="2">Potential loyalist</td><td colspan="2">Loyal</td></tr>
     * <tr><td>3</td><td colspan="2">About to sleep</td><td>Need attention</td><td colspan="2">Loyal</td></tr>
     * <tr><td>2</td><td colspan="2">Hibernating</td><td colspan="2">At risk</td><td>Cannot lose</td></tr>
     * <tr><td>1</td><td colspan="2">Lost</td><td colspan="2">At risk</td><td>Cannot lose</td></tr>
     * </table>
     *
     * @return the default map
     */
    public static SegmentMap common() {
        return of(
                5,
                List.of(
                        SegmentRule.of("Champions", ScoreRange.only(5), new ScoreRange(4, 5)),
                        SegmentRule.of("Loyal", new ScoreRange(3, 4), new ScoreRange(4, 5)),
                        SegmentRule.of("Potential loyalist", new ScoreRange(4, 5), new ScoreRange(2, 3)),
                        SegmentRule.of("New", ScoreRange.only(5), ScoreRange.only(1)),
                        SegmentRule.of("Promising", ScoreRange.only(4), ScoreRange.only(1)),
                        SegmentRule.of("Need attention", ScoreRange.only(3), ScoreRange.only(3)),
                        SegmentRule.of("About to sleep", ScoreRange.only(3), new ScoreRange(1, 2)),
                        SegmentRule.of("At risk", new ScoreRange(1, 2), new ScoreRange(3, 4)),
                        SegmentRule.of("Cannot lose", new ScoreRange(1, 2), ScoreRange.only(5)),
                        SegmentRule.of("Hibernating", ScoreRange.only(2), new ScoreRange(1, 2)),
                        SegmentRule.of("Lost", ScoreRange.only(1), new ScoreRange(1, 2))));
    }

    /**
     * A map of rules that apply to every combination of scores.
     *
     * @param groups the number of scores in each dimension, from 2 to 100
     * @param rules the rules, the first that applies counts
     * @return the map
     * @throws IllegalArgumentException if a combination has no rule, or a number is out of range
     */
    public static SegmentMap of(int groups, List<SegmentRule> rules) {
        return new SegmentMap(checked(groups), rules, List.of());
    }

    /**
     * A map with a name for the rest.
     *
     * @param groups the number of scores in each dimension, from 2 to 100
     * @param rules the rules, the first that applies counts
     * @param rest the segment of combinations to which no rule applies
     * @return the map
     * @throws IllegalArgumentException if a number is out of range or the name is blank
     */
    public static SegmentMap withRest(int groups, List<SegmentRule> rules, String rest) {
        if (rest.isBlank()) {
            throw new IllegalArgumentException("rest must not be blank");
        }
        return new SegmentMap(checked(groups), rules, List.of(rest));
    }

    /**
     * The number of scores in each dimension.
     *
     * @return k
     */
    public int groups() {
        return groups;
    }

    /**
     * The rules in their order.
     *
     * @return an unmodifiable list
     */
    public List<SegmentRule> rules() {
        return rules;
    }

    /**
     * The segments, in the order of the rules, each once, the rest last.
     *
     * @return an unmodifiable list of names
     */
    public List<String> names() {
        return names;
    }

    /**
     * The segment of a customer.
     *
     * @param score scores from 1 to the number of groups
     * @return the name
     * @throws IllegalArgumentException if a score is above the number of groups
     */
    public String segment(RfmScore score) {
        if (Math.max(score.recency(), Math.max(score.frequency(), score.monetary())) > groups) {
            throw new IllegalArgumentException("score must be at most " + groups + " in each dimension: " + score);
        }
        return names.get(indexOf(score.recency(), score.frequency(), score.monetary()));
    }

    /**
     * Pairs of rules with different names that apply to the same scores.
     *
     * @return the overlaps in the order of the rules; empty if every combination has one segment
     */
    public List<SegmentOverlap> overlaps() {
        List<SegmentOverlap> overlaps = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = i + 1; j < rules.size(); j++) {
                SegmentRule winner = rules.get(i);
                SegmentRule loser = rules.get(j);
                int common = common(winner.recency(), loser.recency())
                        * common(winner.frequency(), loser.frequency())
                        * common(winner.monetary(), loser.monetary());
                if (common > 0 && !winner.segment().equals(loser.segment())) {
                    overlaps.add(new SegmentOverlap(winner, loser, common));
                }
            }
        }
        return List.copyOf(overlaps);
    }

    /**
     * Rules that never apply, because earlier ones take all their scores or because their scores do not exist.
     *
     * @return the rules in their order; empty if all are of use
     */
    public List<SegmentRule> unreached() {
        List<SegmentRule> unreached = new ArrayList<>();
        for (int rule = 0; rule < taken.length; rule++) {
            if (taken[rule] == 0) {
                unreached.add(rules.get(rule));
            }
        }
        return List.copyOf(unreached);
    }

    byte indexOf(int recency, int frequency, int monetary) {
        return cells[((recency - 1) * groups + frequency - 1) * groups + monetary - 1];
    }

    private RfmScore scoreOf(int cell) {
        return new RfmScore(cell / (groups * groups) + 1, cell / groups % groups + 1, cell % groups + 1);
    }

    private int common(ScoreRange one, ScoreRange other) {
        int highest = Math.min(groups, Math.min(one.highest(), other.highest()));
        return Math.max(0, highest - Math.max(one.lowest(), other.lowest()) + 1);
    }

    private static int checked(int groups) {
        if (groups < 2 || groups > 100) {
            throw new IllegalArgumentException("groups must be in [2, 100]: " + groups);
        }
        return groups;
    }
}
