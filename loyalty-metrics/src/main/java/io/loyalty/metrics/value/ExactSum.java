package io.loyalty.metrics.value;

/** A running sum with Neumaier's compensation. */
final class ExactSum {

    private double sum;
    private double lost;

    void add(double x) {
        double next = sum + x;
        lost += Math.abs(sum) >= Math.abs(x) ? (sum - next) + x : (x - next) + sum;
        sum = next;
    }

    double value() {
        return sum + lost;
    }
}
