package io.loyalty.earning;

/** Why a rule did or did not give points for a fact. The names are stable. */
public enum Reason {
    /** It applied. */
    APPLIED,
    /** It is about another kind of fact. */
    OTHER_ACTIVITY,
    /** Its condition did not hold. */
    CONDITION_NOT_MET,
    /** Its amount is in another currency than the visit. */
    OTHER_CURRENCY,
    /** What counts did not reach the first point. */
    BELOW_FIRST_POINT,
    /** A cap left no room. */
    CAP_REACHED
}
