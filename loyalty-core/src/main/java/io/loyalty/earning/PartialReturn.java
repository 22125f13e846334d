package io.loyalty.earning;

/** What a visit is still worth when a part of it has come back. */
public enum PartialReturn {
    /** What the rules give for what remains: the default. */
    RECOMPUTE,
    /**
     * The same part of what each rule gave as remains of the visit's amount, rounded down. Counted from the whole each time, so any
     * split of a return takes back as much as one.
     */
    PRO_RATA
}
