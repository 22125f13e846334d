package io.loyalty.program;

import io.loyalty.earning.Explanation;
import io.loyalty.points.Reason;
import io.loyalty.program.MemberDifference.FactDifference;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One member under both programs, fact by fact. */
final class Comparison {

    private static final int MOST_FACTS = 5;

    private static final Comparator<FactDifference> GREATEST_FIRST = Comparator.comparingLong(
                    (FactDifference difference) -> -Math.abs(difference.points()))
            .thenComparing(difference -> difference.fact().value());

    private final Simulation simulation;

    Comparison(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Keeps the last that was said of each fact: of a visit of which some came back, what it is worth then. */
    private static final class Explanations implements Playback.Witness {

        private final Map<ActivityId, Explanation> byFact = new LinkedHashMap<>();

        @Override
        public void recorded(Activity activity, Step step) {
            step.explanations().forEach(explanation -> byFact.put(explanation.activity(), explanation));
        }

        @Override
        public void refused(Activity activity, Reason reason) {
            // Found by what is missing.
        }

        @Override
        public void notRedeemed(Reason reason, long missed) {
            // Seen in the points.
        }

        Explanation of(ActivityId fact) {
            return byFact.getOrDefault(fact, new Explanation(fact, 0, List.of(), List.of()));
        }
    }

    MemberDifference explain(MemberHistory history) {
        Explanations before = new Explanations();
        Explanations after = new Explanations();
        Membership one = simulation.playback(simulation.baseline()).play(history, before);
        Membership other = simulation.playback(simulation.variant()).play(history, after);
        Set<ActivityId> facts = new LinkedHashSet<>(before.byFact.keySet());
        facts.addAll(after.byFact.keySet());
        List<FactDifference> differences = new ArrayList<>();
        for (ActivityId fact : facts) {
            FactDifference difference = new FactDifference(fact, before.of(fact), after.of(fact));
            if (difference.points() != 0) {
                differences.add(difference);
            }
        }
        differences.sort(GREATEST_FIRST);
        return new MemberDifference(
                history.customer().id(),
                figures(one),
                figures(other),
                tier(one),
                tier(other),
                differences.subList(0, Math.min(MOST_FACTS, differences.size())));
    }

    private PointsFigures figures(Membership member) {
        return new PointsColumns(simulation.pointCurrency()).add(member.ledger(), simulation.months());
    }

    private String tier(Membership member) {
        return member.tiers().statusAt(simulation.end().minusNanos(1)).tier().name();
    }
}
