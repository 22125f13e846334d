package io.loyalty.earning;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The portions of a visit that earn at different tiers. The answers of each portion stand behind those of the whole, in one array.
 *
 * <p>Never changed once made.
 */
final class Shares implements Serializable {

    private static final long serialVersionUID = 1;

    /** The whole in one piece. */
    static final Shares WHOLE = new Shares(new long[0], 1);

    /** In lowest terms; empty for the whole. */
    private final long[] weights;

    private final long sum;

    private Shares(long[] weights, long sum) {
        this.weights = weights;
        this.sum = sum;
    }

    /** The portions that are not empty; the whole if there is none. */
    static Shares of(List<TierPortion> portions) {
        long[] weights = portions.stream()
                .mapToLong(TierPortion::amount)
                .filter(w -> w > 0)
                .toArray();
        long sum = 0;
        long common = 0;
        for (long weight : weights) {
            sum = Exact.plus(sum, weight, "portions");
            common = Exact.gcd(weight, common);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= common;
        }
        return weights.length == 0 ? WHOLE : new Shares(weights, sum / common);
    }

    boolean isWhole() {
        return weights.length == 0;
    }

    int size() {
        return Math.max(1, weights.length);
    }

    long weight(int share) {
        return isWhole() ? 1 : weights[share];
    }

    long sum() {
        return sum;
    }

    /** How many sets of answers there are: of the whole, and of each portion. */
    int sets() {
        return 1 + weights.length;
    }

    private Object readResolve() {
        return isWhole() ? WHOLE : this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shares that && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }
}
