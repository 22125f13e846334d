package io.loyalty.tier;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** What came of the wish to use a benefit. */
public sealed interface BenefitOutcome extends Serializable {

    /**
     * It has been used.
     *
     * @param uses all uses, this one included
     * @param standing what is left
     */
    record Used(BenefitUses uses, BenefitStanding standing) implements BenefitOutcome {

        /**
         * Refuses missing parts.
         *
         * @param uses all uses, this one included
         * @param standing what is left
         */
        public Used {
            Objects.requireNonNull(uses, "uses");
            Objects.requireNonNull(standing, "standing");
        }
    }

    /**
     * This very use is known already; nothing changes.
     *
     * @param use the use
     */
    record Duplicate(BenefitUse use) implements BenefitOutcome {

        /**
         * Refuses a missing use.
         *
         * @param use the use
         */
        public Duplicate {
            Objects.requireNonNull(use, "use");
        }
    }

    /**
     * It has not been used; nothing changes.
     *
     * @param reason why
     * @param used how often the benefit has been used within the present period of its allowance
     * @param allowed how often it may be used within it; 0 if the present tier does not grant it
     * @param renewsAt when the allowance begins anew; {@link Instant#MAX} if that is not in sight
     */
    record Refused(Reason reason, long used, long allowed, Instant renewsAt) implements BenefitOutcome {

        /**
         * Refuses missing parts.
         *
         * @param reason why
         * @param used how often the benefit has been used within the present period of its allowance
         * @param allowed how often it may be used within it
         * @param renewsAt when the allowance begins anew
         */
        public Refused {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(renewsAt, "renewsAt");
        }
    }

    /** Why a benefit cannot be used. */
    enum Reason {
        /** The tier held at that instant does not grant it. */
        NOT_IN_TIER,
        /** The allowance is used up. */
        USED_UP,
        /** The key names another use. */
        KEY_REUSED
    }
}
