package io.loyalty.program;

import io.loyalty.text.KeyPart;
import io.loyalty.visit.ActivityId;

/**
 * The ledger keys of what a fact writes, beside the points that it earns ({@link io.loyalty.earning.Award#grants()}): the fact's id, a
 * slash, and what it is. A slash within the id is escaped, so that no two facts can meet in one key.
 */
final class Keys {

    private Keys() {}

    /** A referee's fact in the membership of the one who brought the referee. */
    static String referral(ActivityId fact) {
        return "referral/" + KeyPart.of(fact.value()) + "/";
    }

    /** What it gave to that one, taken back. */
    static String referralClawback(ActivityId fact, int times) {
        return "referral/" + KeyPart.of(fact.value()) + "//" + times;
    }

    /** The points that pay a bill; points that are earned have a number behind the slash. */
    static String payment(ActivityId fact) {
        return KeyPart.of(fact.value()) + "/";
    }
}
