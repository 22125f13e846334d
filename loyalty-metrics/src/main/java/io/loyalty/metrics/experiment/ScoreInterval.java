package io.loyalty.metrics.experiment;

import io.loyalty.metrics.Interval;
import io.loyalty.metrics.numeric.Root;
import io.loyalty.metrics.numeric.RootFinder;
import java.util.function.DoubleUnaryOperator;

/**
 * The score interval of Miettinen and Nurminen for a difference of two shares: every difference δ with
 * \( (d - \delta)^2 \le z^2 \tilde V(\delta) \), \( \tilde V \) the variance at the shares that are most likely among those that differ by
 * δ. The most likely shares are found as a root of the likelihood's slope, which has no cancellation, unlike the closed form of
 * its cubic.
 */
final class ScoreInterval {

    /** How far from the observed difference the search starts: V̂ may be 0 there although the interval has a width. */
    private static final double STEP = 1e-12;

    private final SuccessCounts first;
    private final SuccessCounts second;
    private final double difference;
    private final double zSquared;

    private ScoreInterval(SuccessCounts first, SuccessCounts second, double z) {
        this.first = first;
        this.second = second;
        this.difference = first.value() - second.value();
        this.zSquared = z * z;
    }

    static Interval of(SuccessCounts first, SuccessCounts second, double z, double confidence, String method) {
        ScoreInterval score = new ScoreInterval(first, second, z);
        return new Interval(score.bound(-1), score.bound(1), confidence, method);
    }

    /** The bound towards an end of [−1, 1]. */
    private double bound(double end) {
        double start = difference + end * STEP;
        if (Math.abs(start) >= 1 || excess(start) >= 0) {
            return difference;
        }
        return end < 0
                ? RootFinder.find(this::excess, end, start).point()
                : RootFinder.find(this::excess, start, end).point();
    }

    /** Negative for differences within the interval. */
    private double excess(double delta) {
        return (difference - delta) * (difference - delta) - zSquared * variance(delta);
    }

    private double variance(double delta) {
        double low = Math.max(0, -delta);
        double high = Math.min(1, 1 - delta);
        if (!(low < high)) {
            return 0;
        }
        double p2 = mostLikely(delta, low, high);
        double p1 = Math.max(0, Math.min(1, p2 + delta));
        double all = (double) first.n() + second.n();
        return (p1 * (1 - p1) / first.n() + p2 * (1 - p2) / second.n()) * all / (all - 1);
    }

    /** The second share that is most likely if the first is larger by delta. */
    private double mostLikely(double delta, double low, double high) {
        DoubleUnaryOperator slope = p -> pull(first.successes(), p + delta)
                - pull(first.failures(), 1 - p - delta)
                + pull(second.successes(), p)
                - pull(second.failures(), 1 - p);
        Root root = RootFinder.find(slope, low, high);
        if (root.status() != Root.Status.NO_SIGN_CHANGE) {
            return root.point();
        }
        // The likelihood only rises or only falls.
        return slope.applyAsDouble(low + (high - low) / 2) > 0 ? high : low;
    }

    private static double pull(long count, double share) {
        return count == 0 ? 0 : count / Math.max(0, share);
    }
}
