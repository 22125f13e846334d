package io.loyalty.ecosystem;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.loyalty.contact.Moment;
import io.loyalty.contact.Purchases;
import io.loyalty.contact.Rhythm;
import io.loyalty.earning.Award;
import io.loyalty.earning.Condition;
import io.loyalty.earning.EarningHistory;
import io.loyalty.earning.Effect;
import io.loyalty.earning.Milestone;
import io.loyalty.earning.Trigger;
import io.loyalty.metrics.Measure;
import io.loyalty.metrics.program.PointsAnalysis;
import io.loyalty.metrics.program.PromotionAttribution;
import io.loyalty.metrics.purchase.RfmScoring;
import io.loyalty.metrics.survey.DriverCounts;
import io.loyalty.metrics.survey.ItemMoments;
import io.loyalty.metrics.survey.WeightedCount;
import io.loyalty.metrics.value.Band;
import io.loyalty.metrics.value.ValueModel;
import io.loyalty.points.Activation;
import io.loyalty.points.Entry;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.points.Outcome;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Position;
import io.loyalty.program.MemberHistory;
import io.loyalty.program.Membership;
import io.loyalty.reward.Decision;
import io.loyalty.reward.Limit;
import io.loyalty.reward.PointsMove;
import io.loyalty.reward.Price;
import io.loyalty.tier.Benefit;
import io.loyalty.tier.BenefitOutcome;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.ReturnEffect;
import io.loyalty.tier.TierHistory;
import io.loyalty.tier.Validity;
import io.loyalty.time.QualificationPeriod;
import io.loyalty.time.Term;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.Activity;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.Channel;
import io.loyalty.visit.Place;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * What Jackson must be told of the library, all of it.
 *
 * <p>Records, ids, money and enums bind by themselves. There are four things that Jackson cannot know:
 *
 * <ol>
 *   <li>Which of its records stands behind a sealed interface: written as {@code "@type"}, the simple name of the record.
 *   <li>How values that are no records are made: the {@link JsonForms forms} of measures, weighted counts, ledgers and the like.
 *   <li>How the past that a membership carries is kept: as a {@link Snapshot}.
 *   <li>How a place becomes the key of a map.
 * </ol>
 */
final class LoyaltyModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /** The roots of all sealed families; what lies below them is found by itself. */
    private static final List<Class<?>> FAMILIES = List.of(
            Activation.class,
            Activity.class,
            AttributeValue.class,
            Band.class,
            Benefit.class,
            BenefitOutcome.class,
            Condition.class,
            Criterion.class,
            Decision.class,
            Effect.class,
            Entry.class,
            LedgerPolicy.DeadLots.class,
            LedgerPolicy.Shortfall.class,
            LedgerPolicy.TransferExpiry.class,
            Limit.class,
            MemberHistory.Deed.class,
            Milestone.class,
            Moment.class,
            Outcome.class,
            PointsMove.class,
            Price.class,
            Purchases.class,
            QualificationPeriod.class,
            ReturnEffect.class,
            Rhythm.class,
            RfmScoring.class,
            Term.class,
            Trigger.class,
            Validity.class,
            ValueModel.class);

    /** The module with everything in it. */
    LoyaltyModule() {
        super("loyalty");
        FAMILIES.forEach(this::addFamily);

        addForm(Measure.class, Object.class, JsonForms::of, JsonForms::measure);
        addForm(WeeklyHours.class, String.class, WeeklyHours::toString, WeeklyHours::parse);
        addForm(PointsLedger.class, JsonForms.Ledger.class, JsonForms.Ledger::of, JsonForms.Ledger::value);
        addForm(WeightedCount.class, JsonForms.Count.class, JsonForms.Count::of, JsonForms.Count::value);
        addForm(ItemMoments.class, JsonForms.Moments.class, JsonForms.Moments::of, JsonForms.Moments::value);
        addForm(DriverCounts.CrossTable.class, long[][].class, JsonForms::of, DriverCounts.CrossTable::of);
        addForm(PointsAnalysis.class, JsonForms.Analysis.class, JsonForms.Analysis::of, JsonForms.Analysis::value);
        addForm(
                PromotionAttribution.class,
                JsonForms.Attribution.class,
                JsonForms.Attribution::of,
                JsonForms.Attribution::value);
        // A view of a ledger at an instant: written for those who show it; who wants one asks a ledger.
        addWritten(Position.class, JsonForms.Standing.class, JsonForms.Standing::of);

        addSnapshot(Award.class);
        addSnapshot(EarningHistory.class);
        addSnapshot(Membership.class);
        addSnapshot(TierHistory.class);

        addKeySerializer(Place.class, new PlaceWriter());
        addKeyDeserializer(Place.class, new PlaceReader());
    }

    /**
     * A mapper with the module, and dates and durations as ISO texts.
     *
     * @return the mapper
     */
    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule(), new LoyaltyModule())
                // Claims such as isEmpty() are no parts of a record.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                // Nothing is nullable: what is missing is refused, not made up.
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .build();
    }

    private void addFamily(Class<?> family) {
        setMixInAnnotation(family, Typed.class);
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                addFamily(member);
            } else {
                registerSubtypes(new NamedType(member, member.getSimpleName()));
            }
        }
    }

    private <T> void addSnapshot(Class<T> type) {
        addForm(type, byte[].class, Snapshot::of, bytes -> Snapshot.read(bytes, type));
    }

    private <T, F> void addForm(Class<T> type, Class<F> form, Function<T, F> write, Function<F, T> read) {
        addWritten(type, form, write);
        addDeserializer(type, new StdDelegatingDeserializer<>(new Conversion<>(form, type, read)));
    }

    private <T, F> void addWritten(Class<T> type, Class<F> form, Function<T, F> write) {
        addSerializer(new StdDelegatingSerializer(type, new Conversion<>(type, form, write)));
    }

    /** Makes Jackson write which record it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
    private interface Typed {}

    /** A function that knows its types at run time. */
    private static final class Conversion<A, B> extends StdConverter<A, B> {

        private final Class<A> from;
        private final Class<B> into;
        private final Function<A, B> function;

        Conversion(Class<A> from, Class<B> into, Function<A, B> function) {
            this.from = from;
            this.into = into;
            this.function = function;
        }

        @Override
        public B convert(A value) {
            return function.apply(value);
        }

        @Override
        public JavaType getInputType(TypeFactory types) {
            return types.constructType(from);
        }

        @Override
        public JavaType getOutputType(TypeFactory types) {
            return types.constructType(into);
        }
    }

    private static final class PlaceWriter extends JsonSerializer<Place> {

        @Override
        public void serialize(Place place, JsonGenerator out, SerializerProvider context) throws IOException {
            out.writeFieldName(place.channel() + ":" + place.code());
        }
    }

    private static final class PlaceReader extends KeyDeserializer {

        @Override
        public Place deserializeKey(String key, DeserializationContext context) {
            int colon = key.indexOf(':');
            return new Place(Channel.valueOf(key.substring(0, colon)), key.substring(colon + 1));
        }
    }
}
