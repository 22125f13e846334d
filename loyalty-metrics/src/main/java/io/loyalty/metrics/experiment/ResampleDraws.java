package io.loyalty.metrics.experiment;

/**
 * Draws with replacement for one group of one resample.
 *
 * <p>A counter put through SplitMix64's mixing function (Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195). Each resample and group starts at a place of its
 * own, so resamples may be taken in any order. A draw is one of n with probability 1/n up to n/2<sup>63</sup>.
 */
final class ResampleDraws {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    ResampleDraws(long seed, int resample, int group) {
        state = mix(mix(seed + GAMMA * (resample + 1L)) + GAMMA * (group + 1L));
    }

    /** The sum of as many draws as there are values. */
    double sum(double[] values) {
        long doubled = 2L * values.length;
        long counter = state;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            counter += GAMMA;
            sum += values[(int) Math.multiplyHigh(mix(counter) >>> 1, doubled)];
        }
        state = counter;
        return sum;
    }

    /** As many draws as there are values. */
    void fill(double[] values, double[] drawn) {
        long doubled = 2L * values.length;
        long counter = state;
        for (int i = 0; i < values.length; i++) {
            counter += GAMMA;
            drawn[i] = values[(int) Math.multiplyHigh(mix(counter) >>> 1, doubled)];
        }
        state = counter;
    }

    private static long mix(long seed) {
        long z = (seed ^ seed >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
