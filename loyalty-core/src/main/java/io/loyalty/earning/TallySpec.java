package io.loyalty.earning;

import java.time.LocalDate;

/**
 * One number, or one row of numbers, that histories keep for a plan.
 *
 * @param key by what a history knows it, whatever the plan
 * @param kind what is counted
 * @param side on whose side
 * @param rule the rule whose awards are counted, or -1 for all rules of a currency
 * @param currency for all rules: the currency of the points
 * @param buckets by what it is counted
 * @param room whether what is taken back is taken off
 * @param span how many buckets before the latest are kept
 * @param most how many buckets are kept at most
 */
record TallySpec(
        String key,
        Kind kind,
        Side side,
        int rule,
        String currency,
        Buckets buckets,
        Cap.Room room,
        long span,
        int most) {

    /** Nothing is dropped for its age: far more than there are buckets, and far from overflow. */
    static final long FOR_EVER = Long.MAX_VALUE / 4;

    /** What is counted: points, or facts of which a rule says one of some reasons. */
    enum Kind {
        /** Points. */
        POINTS(),
        /** Facts that a rule paid. */
        PAYMENT(Reason.APPLIED, Reason.TRIMMED),
        /** Facts that count towards a milestone. */
        COUNT(Reason.APPLIED, Reason.TRIMMED, Reason.CAP_REACHED, Reason.COUNTED),
        /** Milestones reached, be it that a cap left nothing of their points. */
        REACHED(Reason.APPLIED, Reason.TRIMMED, Reason.CAP_REACHED),
        /** Purchases of a referee that qualify. */
        REFERRED(Reason.APPLIED, Reason.TRIMMED, Reason.CAP_REACHED, Reason.QUALIFIED, Reason.COUNTED),
        /** Referrals made good. */
        SETTLED(Reason.APPLIED, Reason.TRIMMED, Reason.CAP_REACHED, Reason.QUALIFIED);

        /** As bits by ordinal. */
        private final long reasons;

        Kind(Reason... reasons) {
            long bits = 0;
            for (Reason reason : reasons) {
                bits |= 1L << reason.ordinal();
            }
            this.reasons = bits;
        }

        /** Whether a rule said one of the reasons. */
        boolean isSaid(Entries entries, Compiled plan, int rule) {
            return (reasons & entries.reasons(plan, rule)) != 0;
        }

        /** What counts for a limit on how often a rule is used: what leads to a milestone, or is paid. */
        static Kind ofUse(EarningRule rule) {
            return rule.effect() instanceof Effect.Fixed fixed && !(fixed.milestone() instanceof Milestone.Each)
                    ? COUNT
                    : PAYMENT;
        }
    }

    /** Whose history counts: that of the one who acted, or that of the one who brought that one. */
    enum Side {
        /** The customer whose fact it is. */
        OWN,
        /** The customer's referrer. */
        REFERRER,
        /** Either. */
        BOTH
    }

    /** By what is counted. */
    enum Buckets {
        /** All together. */
        ONE,
        /** By business day. */
        DAY,
        /** By week of business days. */
        WEEK,
        /** By month of business days. */
        MONTH,
        /** By second. */
        SECOND,
        /** By the day of the occasion. */
        OCCASION
    }

    /** By what a cap is counted. */
    static Buckets bucketsOf(Cap.Per per) {
        return switch (per) {
            case BUSINESS_DAY -> Buckets.DAY;
            case MONTH -> Buckets.MONTH;
            default -> Buckets.ONE;
        };
    }

    /** How many buckets a cap is kept. */
    static long spanOf(Cap.Per per) {
        return switch (per) {
            case BUSINESS_DAY -> EarningHistory.DAYS_KEPT;
            case MONTH -> EarningHistory.MONTHS_KEPT;
            default -> FOR_EVER;
        };
    }

    /** The bucket of a business day, or of a second. */
    static long bucket(Buckets buckets, long day, long second) {
        return switch (buckets) {
            case ONE -> 0;
            case DAY -> day;
            case WEEK -> Math.floorDiv(day + 3, 7L);
            case MONTH -> {
                LocalDate date = LocalDate.ofEpochDay(day);
                yield date.getYear() * 12L + date.getMonthValue() - 1;
            }
            case SECOND -> second;
            case OCCASION -> throw new IllegalStateException("occasions bring their day along");
        };
    }

    /** What an award adds to this tally. */
    long contribution(Award award) {
        if (side != Side.BOTH && (side == Side.REFERRER) != award.isForReferrer()) {
            return 0;
        }
        Compiled plan = award.compiled();
        Entries entries = award.entries();
        if (kind == Kind.POINTS) {
            return rule < 0 ? entries.points(plan, currency) : entries.pointsUnder(plan, rule);
        }
        return kind.isSaid(entries, plan, rule) ? 1 : 0;
    }

    /** Where an award adds. */
    long bucketOf(Award award) {
        return buckets == Buckets.OCCASION
                ? award.entries().occasionDay(award.compiled(), rule)
                : bucket(buckets, award.day(), award.activity().at().getEpochSecond());
    }
}
