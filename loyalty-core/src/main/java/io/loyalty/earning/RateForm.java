package io.loyalty.earning;

/** How an amount becomes points. */
public enum RateForm {
    /** So many points for each full step: "10 per full 200" gives 10 for 399. The default. */
    STEP("per full"),
    /** Points in exact proportion: "10 per 200" gives 19.95 for 399, before rounding. */
    PROPORTIONAL("per");

    private final String word;

    RateForm(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
