package io.loyalty.metrics.value;

/**
 * The distinct x, T and t_x of customers, and for each customer one number that holds the places of his three among them: its order is
 * that of (x, T, t_x).
 *
 * <p>What is needed on the way is let go as soon as it has been used, so that the peak is some 45 bytes a customer.
 */
final class RowKeys {

    final int[] counts;
    final double[] ages;
    final double[] lasts;
    private final int bitsOfLast;
    private final int bitsOfRest;
    /** The distinct pairs (T, t_x), if all three places would not fit into one number. */
    private final long[] pairs;

    private long[] keys;

    /** Keys of at most so many bits. */
    RowKeys(double[] repeats, double[] last, double[] age, int bits, Execution execution) {
        keys = new long[repeats.length];
        lasts = add(RowCodes.of(last, execution), 0).numbers();
        bitsOfLast = bits(lasts.length);
        ages = add(RowCodes.of(age, execution), bitsOfLast).numbers();
        long[] whole = new long[repeats.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (long) repeats[i];
        }
        RowCodes x = RowCodes.of(whole, execution);
        counts = new int[x.values.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (int) x.values[i];
        }
        int narrow = bits(ages.length) + bitsOfLast;
        if (bits(counts.length) + narrow <= bits) {
            pairs = new long[0];
            bitsOfRest = narrow;
        } else {
            RowCodes both = RowCodes.of(keys, execution);
            pairs = both.values;
            bitsOfRest = bits(pairs.length);
            keys = new long[repeats.length];
            add(both, 0);
        }
        add(x, bitsOfRest);
    }

    private RowCodes add(RowCodes codes, int shift) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] |= (long) codes.codes[i] << shift;
        }
        return codes;
    }

    /** How many bits it takes to number so many. */
    private static int bits(int values) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(values - 1);
    }

    /** The keys, which are not kept here any longer. */
    long[] take() {
        long[] taken = keys;
        keys = new long[0];
        return taken;
    }

    /** The place of x in {@link #counts}. */
    int countOf(long key) {
        return (int) (key >>> bitsOfRest);
    }

    /** The place of T in {@link #ages}. */
    int ageOf(long key) {
        return (int) (rest(key) >>> bitsOfLast);
    }

    /** The place of t_x in {@link #lasts}. */
    int lastOf(long key) {
        return (int) (rest(key) & ((1L << bitsOfLast) - 1));
    }

    private long rest(long key) {
        long rest = key & ((1L << bitsOfRest) - 1);
        return pairs.length == 0 ? rest : pairs[(int) rest];
    }
}
