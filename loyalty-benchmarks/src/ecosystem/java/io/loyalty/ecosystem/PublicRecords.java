package io.loyalty.ecosystem;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.survey.NetPromoterScore;
import io.loyalty.metrics.value.BgNbd;
import io.loyalty.money.Money;
import io.loyalty.points.Posting;
import io.loyalty.reward.PointsPayment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The public records of both published modules, as found in their jars, and some values of each. */
final class PublicRecords {

    /** What stands for the type variables of records. */
    static final Map<String, Class<?>> ARGUMENTS = Map.ofEntries(
            Map.entry("Applied<R>", Posting.class),
            Map.entry("Duplicate<R>", Posting.class),
            Map.entry("Rejected<R>", Posting.class),
            Map.entry("Granted<R>", PointsPayment.class),
            Map.entry("Refused<R>", PointsPayment.class),
            Map.entry("Repeated<R>", PointsPayment.class),
            Map.entry("CovariateModel<M>", BgNbd.class),
            Map.entry("Fitted<M>", BgNbd.class),
            Map.entry("GroupDifference<K>", String.class),
            Map.entry("GroupReport<K>", String.class),
            Map.entry("GroupReport<R>", NetPromoterScore.class),
            Map.entry("MixRate<K>", String.class),
            Map.entry("PairwiseComparison<K>", String.class),
            Map.entry("ValueByGroupReport<K>", String.class));

    private static final int ROUNDS = 4;
    private static final int ENOUGH = 4;

    private PublicRecords() {}

    static List<Class<?>> all() {
        List<Class<?>> types = new ArrayList<>(PublishedModule.of(Money.class).publicTypes());
        types.addAll(PublishedModule.of(Measure.class).publicTypes());
        types.removeIf(type -> !type.isRecord());
        return types;
    }

    /** Values of all records: from the fixtures, computed, and what {@link RecordMaker} makes of them. */
    static Specimens specimens() {
        Specimens specimens = new Specimens();
        CoreSpecimens.addTo(specimens);
        MetricsSpecimens.addTo(specimens);
        RecordMaker maker = new RecordMaker(specimens, ARGUMENTS, new Random(20261122));
        // What is made in one round is part of what the next one makes.
        for (int round = 0; round < ROUNDS; round++) {
            for (Class<?> type : all()) {
                if (specimens.of(type).size() < ENOUGH) {
                    maker.make(type);
                }
            }
        }
        return specimens;
    }
}
