package io.loyalty.metrics.survey;

import io.loyalty.metrics.Measure;
import java.util.Objects;

/**
 * How one item goes with the rest of its scale.
 *
 * @param name the item
 * @param key whether it is reversed; its figures are those after reversing
 * @param mean the mean answer
 * @param standardDeviation the standard deviation of the sample (n − 1), in levels
 * @param itemTotal the correlation with the sum of all items, itself included
 * @param itemRest the correlation with the sum of the other items
 * @param alphaIfDeleted Cronbach's alpha of the other items; undefined for a scale of two
 */
public record ItemReliability(
        String name,
        ItemKey key,
        Measure mean,
        Measure standardDeviation,
        Measure itemTotal,
        Measure itemRest,
        Measure alphaIfDeleted) {

    /**
     * Refuses missing parts.
     *
     * @param name the item
     * @param key whether it is reversed
     * @param mean the mean answer
     * @param standardDeviation the standard deviation of the sample (n − 1), in levels
     * @param itemTotal the correlation with the sum of all items, itself included
     * @param itemRest the correlation with the sum of the other items
     * @param alphaIfDeleted Cronbach's alpha of the other items
     */
    public ItemReliability {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(standardDeviation, "standardDeviation");
        Objects.requireNonNull(itemTotal, "itemTotal");
        Objects.requireNonNull(itemRest, "itemRest");
        Objects.requireNonNull(alphaIfDeleted, "alphaIfDeleted");
    }

    /**
     * The item in one line.
     *
     * @return name, correlation with the rest and alpha without it
     */
    @Override
    public String toString() {
        return name + ": item-rest " + itemRest + ", alpha if deleted " + alphaIfDeleted;
    }
}
