package io.loyalty.metrics.retention;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/** Room to sort pairs in, which the logs of a table share. */
final class PairRoom implements Serializable {

    private static final long serialVersionUID = 1L;

    private transient Pairs pairs = new Pairs(0);

    /** Room for so many pairs at least, with whatever is in it. */
    Pairs atLeast(int length) {
        if (pairs.length() < length) {
            pairs = new Pairs(length);
        }
        return pairs;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        pairs = new Pairs(0);
    }
}
