package io.loyalty.earning;

import io.loyalty.customer.CustomerId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whether one customer may count as brought by another, and if not, why. */
public enum ReferralCheck {
    /** The referral may be entered. */
    ACCEPTED,
    /** Nobody brings oneself. */
    SELF_REFERRAL,
    /** The referee was brought by somebody already. */
    ALREADY_REFERRED,
    /** The referee brought the referrer, be it by way of others. */
    CYCLE;

    /**
     * Judges a referral.
     *
     * @param referrer who brought the other
     * @param referee who was brought
     * @param referrerOf who brought a customer, if anybody, among the referrals accepted so far
     * @return {@link #ACCEPTED}, or the first reason against it in the order of the constants; takes as many look-ups as there are
     *     referrals above the referrer
     */
    public static ReferralCheck of(
            CustomerId referrer, CustomerId referee, Function<CustomerId, Optional<CustomerId>> referrerOf) {
        Objects.requireNonNull(referrerOf, "referrerOf");
        if (Objects.requireNonNull(referrer, "referrer").equals(Objects.requireNonNull(referee, "referee"))) {
            return SELF_REFERRAL;
        }
        if (referrerOf.apply(referee).isPresent()) {
            return ALREADY_REFERRED;
        }
        // The set keeps a host's table that has a cycle already from being walked round for ever.
        Set<CustomerId> seen = new HashSet<>();
        Optional<CustomerId> above = Optional.of(referrer);
        while (above.isPresent() && seen.add(above.get())) {
            if (above.get().equals(referee)) {
                return CYCLE;
            }
            above = referrerOf.apply(above.get());
        }
        return ACCEPTED;
    }
}
