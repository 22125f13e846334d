package io.loyalty.earning;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a customer earns on joining for visits made before.
 *
 * @param awards the awards, in the order of the visits
 * @param history what the customer did until joining
 */
public record EarlierAwards(List<Award> awards, EarningHistory history) implements Serializable {

    /**
     * Copies the list.
     *
     * @param awards the awards, in the order of the visits
     * @param history what the customer did until joining
     */
    public EarlierAwards {
        Objects.requireNonNull(awards, "awards");
        awards = List.copyOf(awards);
        Objects.requireNonNull(history, "history");
    }

    /**
     * The sum of all points.
     *
     * @return a number of at least 0
     * @throws ArithmeticException if it exceeds the range of {@code long}
     */
    public long total() {
        long sum = 0;
        for (Award award : awards) {
            sum = Exact.plus(sum, award.total(), "points");
        }
        return sum;
    }
}
