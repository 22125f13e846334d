package io.loyalty.metrics.survey;

import java.io.Serializable;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which reasons promoters, passives and detractors gave for their scores: all that {@link ReasonReport} needs to know.
 *
 * <p>A reason is a label, such as {@code price}; text that people wrote is to be labelled first. A respondent may name several
 * reasons, each once, or none. Counts of days or shops add up by {@link #plus}. Immutable.
 *
 * @param all all respondents, whether they gave a reason or not
 * @param naming those who named a reason, by reason
 */
public record ReasonCounts(NetPromoterCounts all, SortedMap<String, NetPromoterCounts> naming) implements Serializable {

    /**
     * Copies the counts in.
     *
     * @param all all respondents, whether they gave a reason or not
     * @param naming those who named a reason, by reason
     * @throws IllegalArgumentException if more respondents named a reason than there are
     */
    public ReasonCounts {
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(all, "all");
        naming = Collections.unmodifiableSortedMap(new TreeMap<>(naming));
        naming.forEach((reason, counts) -> {
            if (counts.detractors().n() > all.detractors().n()
                    || counts.passives().n() > all.passives().n()
                    || counts.promoters().n() > all.promoters().n()) {
                // Without the reason: what people wrote does not belong into messages.
                throw new IllegalArgumentException(
                        "naming must be at most all (" + all + ") for every reason: " + counts);
            }
        });
    }

    /**
     * The respondents of both.
     *
     * @param other other counts
     * @return the sums
     * @throws ArithmeticException if a count overflows
     */
    public ReasonCounts plus(ReasonCounts other) {
        SortedMap<String, NetPromoterCounts> sums = new TreeMap<>(naming);
        other.naming.forEach((reason, counts) -> sums.merge(reason, counts, NetPromoterCounts::plus));
        return new ReasonCounts(all.plus(other.all), sums);
    }

    /**
     * What the reasons say, with 95 % intervals.
     *
     * @return the report
     */
    public ReasonReport report() {
        return report(0.95);
    }

    /**
     * What the reasons say.
     *
     * @param confidence nominal coverage of the intervals, between 0 and 1
     * @return the report
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public ReasonReport report(double confidence) {
        return ReasonReport.of(this, confidence);
    }

    /**
     * The counts in one line.
     *
     * @return all respondents, then those of each reason
     */
    @Override
    public String toString() {
        return "all: " + all + "; naming: " + naming;
    }
}
