package io.loyalty.contact;

import io.loyalty.customer.Consent;

/**
 * What a contact is for. Of two contacts with equal priority the one whose purpose comes first here goes first.
 */
public enum ContactPurpose {
    /** To make good what went wrong: after a complaint, a low answer, a low rating. */
    RECOVERY(Consent.SERVICE),
    /** To thank for joining and to show the way. */
    WELCOME(Consent.SERVICE),
    /** To warn that points are about to die. */
    EXPIRING_POINTS(Consent.SERVICE),
    /** To warn that a tier is about to be lost. */
    TIER_AT_RISK(Consent.SERVICE),
    /** To remind of a benefit that has not been used and is about to lapse. */
    UNUSED_BENEFIT(Consent.SERVICE),
    /** To greet on a birthday, a wedding day, the day of joining. */
    OCCASION(Consent.MARKETING),
    /** To thank for a purchase, and to ask later how things are. */
    FOLLOW_UP(Consent.MARKETING),
    /** To tell that the next tier is near. */
    NEXT_TIER(Consent.MARKETING),
    /** To win back who has not come for longer than usual. */
    WIN_BACK(Consent.MARKETING),
    /** To ask for a review. */
    REVIEW_REQUEST(Consent.MARKETING),
    /** To ask to bring a friend. */
    REFERRAL_INVITATION(Consent.MARKETING);

    private final String consent;

    ContactPurpose(String consent) {
        this.consent = consent;
    }

    /**
     * The purpose for which the customer must have given consent, unless the rule names another.
     *
     * @return {@link Consent#SERVICE} for notices about the membership itself, {@link Consent#MARKETING} for all else
     */
    public String consent() {
        return consent;
    }
}
