package io.loyalty.program;

import io.loyalty.visit.ActivityId;

/**
 * The ledger keys of what a fact writes: the fact's id, a slash, and what it is. A slash within the id is escaped, so that no two
 * facts can meet in one key.
 */
final class Keys {

    private Keys() {}

    /** What a rule gives. */
    static String rule(ActivityId fact, String ruleId) {
        return escaped(fact) + "/" + ruleId;
    }

    /** What a rule gives to the one who brought the customer whose fact it is. */
    static String referral(ActivityId fact, String ruleId) {
        return "referral/" + escaped(fact) + "/" + ruleId;
    }

    /** What a rule gave to that one, taken back. */
    static String referralClawback(ActivityId fact, int times) {
        return "referral/" + escaped(fact) + "//" + times;
    }

    /** The points that pay a bill; no rule has an empty id. */
    static String payment(ActivityId fact) {
        return escaped(fact) + "/";
    }

    private static String escaped(ActivityId fact) {
        String id = fact.value();
        return id.indexOf('/') < 0 && id.indexOf('%') < 0
                ? id
                : id.replace("%", "%25").replace("/", "%2F");
    }
}
