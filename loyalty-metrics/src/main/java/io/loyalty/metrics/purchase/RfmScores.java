package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The RFM scores of many customers, by customer number, with what lies behind them. Immutable. */
public final class RfmScores implements Serializable {

    private static final long serialVersionUID = 1L;

    private final RfmScoring scoring;
    private final byte[] recency;
    private final byte[] frequency;
    private final byte[] monetary;
    private final double[] days;
    private final double[] counts;
    private final double[] money;

    RfmScores(
            RfmScoring scoring,
            byte[] recency,
            byte[] frequency,
            byte[] monetary,
            double[] days,
            double[] counts,
            double[] money) {
        this.scoring = scoring;
        this.recency = recency;
        this.frequency = frequency;
        this.monetary = monetary;
        this.days = days;
        this.counts = counts;
        this.money = money;
    }

    /**
     * The rule that gave the scores.
     *
     * @return the rule
     */
    public RfmScoring scoring() {
        return scoring;
    }

    /**
     * The number of customers.
     *
     * @return how many are scored
     */
    public int customers() {
        return recency.length;
    }

    /**
     * The scores of one customer.
     *
     * @param index the customer's number, from 0
     * @return recency, frequency and money
     * @throws IndexOutOfBoundsException if there is no such customer
     */
    public RfmScore score(int index) {
        Objects.checkIndex(index, customers());
        return new RfmScore(recency[index], frequency[index], monetary[index]);
    }

    /**
     * Who has which score in one dimension: how many customers, and between which values. This is what to look at
     * first: it shows scores that nobody has, and values that differ little.
     *
     * @param dimension the dimension
     * @return one band for each score, from 1 upwards
     */
    public List<ScoreBand> bands(RfmDimension dimension) {
        byte[] scores = scores(dimension);
        double[] values = values(dimension);
        int groups = scoring.groups();
        int[] customers = new int[groups];
        double[] lowest = new double[groups];
        double[] highest = new double[groups];
        for (int i = 0; i < scores.length; i++) {
            int band = scores[i] - 1;
            lowest[band] = customers[band] == 0 ? values[i] : Math.min(lowest[band], values[i]);
            highest[band] = customers[band] == 0 ? values[i] : Math.max(highest[band], values[i]);
            customers[band]++;
        }
        List<ScoreBand> bands = new ArrayList<>();
        for (int band = 0; band < groups; band++) {
            boolean empty = customers[band] == 0;
            Measure none = Measure.undefined("nobody has this score");
            bands.add(new ScoreBand(
                    band + 1,
                    customers[band],
                    empty ? none : Measure.of(lowest[band]),
                    empty ? none : Measure.of(highest[band])));
        }
        return List.copyOf(bands);
    }

    /**
     * The customers filed into the segments of a map.
     *
     * @param map names for every combination of scores
     * @return the segments, by customer number
     * @throws IllegalArgumentException if the map is for another number of groups
     */
    public RfmSegments segments(SegmentMap map) {
        if (map.groups() != scoring.groups()) {
            throw new IllegalArgumentException("map must be for " + scoring.groups() + " groups: " + map.groups());
        }
        byte[] segments = new byte[customers()];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = map.indexOf(recency[i], frequency[i], monetary[i]);
        }
        return new RfmSegments(map.names(), segments, money);
    }

    /**
     * One readable line.
     *
     * @return for example {@code 4338 customers scored by Midrank[groups=5]}
     */
    @Override
    public String toString() {
        return customers() + (customers() == 1 ? " customer" : " customers") + " scored by " + scoring;
    }

    private byte[] scores(RfmDimension dimension) {
        return dimension == RfmDimension.RECENCY ? recency : dimension == RfmDimension.FREQUENCY ? frequency : monetary;
    }

    private double[] values(RfmDimension dimension) {
        return dimension == RfmDimension.RECENCY ? days : dimension == RfmDimension.FREQUENCY ? counts : money;
    }
}
