package io.loyalty.earning;

import java.io.Serializable;
import java.util.List;

/**
 * How an award came about: what every rule of the plan said, in the order of priority and id.
 *
 * @param total the sum of all points
 * @param verdicts what each rule said
 */
public record Explanation(long total, List<Verdict> verdicts) implements Serializable {

    /**
     * What one rule said.
     *
     * @param ruleId the rule
     * @param reason whether it applied, and if not, why
     * @param points the points that it gave; 0 if it did not apply
     * @param text what it reckoned with, in plain words
     */
    public record Verdict(String ruleId, Reason reason, long points, String text) implements Serializable {

        /**
         * One line of the statement.
         *
         * @return for example {@code 19 base: 1 per full JPY 100 of JPY 1990}
         */
        @Override
        public String toString() {
            return (reason == Reason.APPLIED ? points : "-") + " " + ruleId + ": " + text;
        }
    }

    /**
     * Copies the list.
     *
     * @param total the sum of all points
     * @param verdicts what each rule said
     */
    public Explanation {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * A short statement, one line for each rule.
     *
     * @return the statement
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(total + " points");
        for (Verdict verdict : verdicts) {
            text.append('\n').append(verdict);
        }
        return text.toString();
    }
}
