package io.loyalty.points;

import io.loyalty.persistent.Chain;
import io.loyalty.persistent.KeyIndex;
import java.time.Instant;

/**
 * What finds things in a history again. Immutable; nearly every entry leaves it as it is.
 *
 * @param base sequence number of the last entry before the history
 * @param keys where the entries' keys stand
 * @param past the states after 0, {@link #STRIDE}, twice as many … entries
 * @param late positions of the entries that took effect before something written earlier, and that matter for the time between
 */
record HistoryIndex(int base, KeyIndex keys, Chain<State> past, Chain<Integer> late) {

    /** One state in this many entries is kept for questions about the past. */
    static final int STRIDE = 16;

    static HistoryIndex startingAfter(int base, State start) {
        return new HistoryIndex(base, KeyIndex.EMPTY, Chain.<State>empty().append(start), Chain.empty());
    }

    /** With the key of an entry. */
    HistoryIndex with(String key, int position) {
        KeyIndex longer = keys.plus(key, position);
        return longer == keys ? this : new HistoryIndex(base, longer, past, late);
    }

    /** With the state after as many entries as are kept, and {@link #STRIDE} more. */
    HistoryIndex with(State state) {
        return new HistoryIndex(base, keys, past.append(state), late);
    }

    /** With an entry that took effect before something written earlier. */
    HistoryIndex withLate(int position) {
        return new HistoryIndex(base, keys, past, late.append(position));
    }

    /** For the first entries alone. */
    HistoryIndex take(int length) {
        Chain<Integer> lateThen = late;
        while (!lateThen.isEmpty() && lateThen.last() >= length) {
            lateThen = lateThen.take(lateThen.size() - 1);
        }
        return new HistoryIndex(base, keys, past.take(length / STRIDE + 1), lateThen);
    }

    /** The last of the kept states whose clock is not after an instant. */
    int lastKeptBy(Instant at) {
        int low = 0;
        int high = past.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (past.get(middle).clock().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }
}
