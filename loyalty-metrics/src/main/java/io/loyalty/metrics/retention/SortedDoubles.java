package io.loyalty.metrics.retention;

import java.util.Arrays;

/** Sorting of long columns of numbers, where the general sort would take most of a calculation's time. */
final class SortedDoubles {

    private SortedDoubles() {}

    /** Sorts in place, ascending; -0 comes before 0. */
    static void sort(double[] values) {
        Arrays.sort(values);
    }
}
