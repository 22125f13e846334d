package io.loyalty.metrics.experiment;

/** What a t test assumes of the variances of two groups. */
public enum VarianceAssumption {

    /** Nothing: Welch's test with Satterthwaite's degrees of freedom. */
    UNEQUAL("Welch t"),

    /** That they are equal: Student's test with n1 + n2 − 2 degrees of freedom. */
    EQUAL("Student t");

    private final String test;

    VarianceAssumption(String test) {
        this.test = test;
    }

    /** The name of the test. */
    String test() {
        return test;
    }
}
