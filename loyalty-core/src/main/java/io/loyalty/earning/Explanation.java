package io.loyalty.earning;

import io.loyalty.visit.ActivityId;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How an award came about: what every rule of the plan said, in the order of priority and id, and what the caps cut.
 *
 * @param activity the fact
 * @param total the sum of all points
 * @param verdicts what each rule said; the points sum to the total
 * @param cuts what caps cut off; the verdicts stand after that
 */
public record Explanation(ActivityId activity, long total, List<Verdict> verdicts, List<Cut> cuts)
        implements Serializable {

    /**
     * What one rule said.
     *
     * @param ruleId the rule
     * @param reason what became of it, and why
     * @param points the points that it gave; 0 if it did not apply, and for multipliers below 1, which lower others'
     * @param text what it reckoned with, in plain words
     */
    public record Verdict(String ruleId, Reason reason, long points, String text) implements Serializable {

        /**
         * Refuses missing parts.
         *
         * @param ruleId the rule
         * @param reason what became of it, and why
         * @param points the points that it gave
         * @param text what it reckoned with, in plain words
         */
        public Verdict {
            Objects.requireNonNull(ruleId, "ruleId");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(text, "text");
        }

        /**
         * One line of the statement.
         *
         * @return for example {@code base: 19, 1 per full JPY 100, of JPY 1990}
         */
        @Override
        public String toString() {
            return ruleId + ": " + (reason == Reason.APPLIED ? Long.toString(points) : points + " " + reason) + ", "
                    + text;
        }
    }

    /**
     * What one cap cut off.
     *
     * @param ruleId the rule whose cap it is, or empty for one over all rules
     * @param cap the cap
     * @param points how many points it cut off, above 0
     */
    public record Cut(String ruleId, Cap cap, long points) implements Serializable {

        /**
         * Refuses missing parts.
         *
         * @param ruleId the rule whose cap it is, or empty for one over all rules
         * @param cap the cap
         * @param points how many points it cut off
         */
        public Cut {
            Objects.requireNonNull(ruleId, "ruleId");
            Objects.requireNonNull(cap, "cap");
        }

        /**
         * One line of the statement.
         *
         * @return for example {@code cut 20 of all: at most 100 POINTS per BUSINESS_DAY}
         */
        @Override
        public String toString() {
            return "cut " + points + " of " + (ruleId.isEmpty() ? "all" : ruleId) + ": at most " + cap;
        }
    }

    /**
     * Copies the lists.
     *
     * @param activity the fact
     * @param total the sum of all points
     * @param verdicts what each rule said
     * @param cuts what caps cut off
     */
    public Explanation {
        Objects.requireNonNull(verdicts, "verdicts");
        Objects.requireNonNull(cuts, "cuts");
        Objects.requireNonNull(activity, "activity");
        verdicts = List.copyOf(verdicts);
        cuts = List.copyOf(cuts);
    }

    /**
     * What one rule said.
     *
     * @param ruleId the rule
     * @return its verdict
     * @throws IllegalArgumentException if the plan has no such rule
     */
    public Verdict verdict(String ruleId) {
        return verdicts.stream()
                .filter(verdict -> verdict.ruleId().equals(ruleId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rule must be one of the plan: '" + ruleId + "'"));
    }

    /**
     * A short statement: the total, one line for each rule, one for each cap that cut something.
     *
     * @return the lines, without a line break at the end
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(total + " points for " + activity);
        verdicts.forEach(verdict -> text.append("\n  ").append(verdict));
        cuts.forEach(cut -> text.append("\n  ").append(cut));
        return text.toString();
    }
}
