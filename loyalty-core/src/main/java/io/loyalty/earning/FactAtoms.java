package io.loyalty.earning;

import io.loyalty.calendar.DayTable;
import io.loyalty.calendar.DayTables;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.DateWindow;
import io.loyalty.time.LeapDay;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.Activity;
import io.loyalty.visit.AttributeValue;
import io.loyalty.visit.Channel;
import io.loyalty.visit.CustomActivity;
import io.loyalty.visit.Place;
import io.loyalty.visit.Review;
import io.loyalty.visit.ReviewOrigin;
import io.loyalty.visit.SignUp;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All questions that the conditions of a plan ask of a fact as a whole, of the customer and of the moment. They are asked once
 * for each fact; the answers, one bit each, are all that the rules, and later returns, need to know of the context.
 */
final class FactAtoms {

    private final int size;
    private final Map<Place, long[]> byPlace = new HashMap<>();
    private final Map<Channel, long[]> byChannel = new EnumMap<>(Channel.class);
    private final Map<TenderKind, long[]> byTender = new EnumMap<>(TenderKind.class);
    private final WordTable tiers;
    /** By the number of a tier; first for those of which nobody asks. */
    private final long[][] byTier;
    /** From Monday on; empty if no question is about days of the week. */
    private final long[][] byDay;

    private final Map<String, long[]> bySegment = new HashMap<>();
    private final String[] segments;
    private final List<Question<CustomerCondition.HasAttribute>> attributes = new ArrayList<>();
    private final List<Question<CustomerCondition.OnOccasion>> occasions = new ArrayList<>();
    private final List<Question<Days>> windows = new ArrayList<>();
    private final List<Question<WeeklyHours>> hours = new ArrayList<>();
    private final List<Question<FactCondition>> ofFacts = new ArrayList<>();
    private int firstPurchase = -1;

    /** A condition and the number of its answer. */
    private record Question<C>(C condition, int index) {}

    /** Days counted from 1970-01-01, the last one excluded. */
    private record Days(long from, long to) {

        static Days of(DateWindow window) {
            return new Days(
                    window.from().toEpochDay(),
                    window.to().equals(LocalDate.MAX)
                            ? Long.MAX_VALUE
                            : window.to().toEpochDay());
        }
    }

    FactAtoms(List<Condition> conditions) {
        size = conditions.size();
        Map<DayOfWeek, long[]> days = new EnumMap<>(DayOfWeek.class);
        Map<String, long[]> inTiers = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            Condition condition = conditions.get(i);
            if (condition instanceof VisitCondition.AtPlace places) {
                enter(byPlace, places.places(), i);
            } else if (condition instanceof VisitCondition.ThroughChannel channels) {
                enter(byChannel, channels.channels(), i);
            } else if (condition instanceof VisitCondition.PaidBy tenders) {
                enter(byTender, tenders.tenders(), i);
            } else if (condition instanceof VisitCondition.FirstPurchase) {
                firstPurchase = i;
            } else if (condition instanceof CustomerCondition.InTier inTier) {
                enter(inTiers, inTier.tiers(), i);
            } else if (condition instanceof CustomerCondition.InSegment inSegment) {
                enter(bySegment, inSegment.segments(), i);
            } else if (condition instanceof CustomerCondition.HasAttribute attribute) {
                attributes.add(new Question<>(attribute, i));
            } else if (condition instanceof CustomerCondition.OnOccasion occasion) {
                occasions.add(new Question<>(occasion, i));
            } else if (condition instanceof TimeCondition.During during) {
                windows.add(new Question<>(Days.of(during.window()), i));
            } else if (condition instanceof TimeCondition.AtHours at) {
                hours.add(new Question<>(at.hours(), i));
            } else if (condition instanceof TimeCondition.OnDays on) {
                enter(days, on.days(), i);
            } else {
                ofFacts.add(new Question<>((FactCondition) condition, i));
            }
        }
        long[] none = new long[Math.max(1, size + 63 >> 6)];
        byDay = days.isEmpty()
                ? new long[0][]
                : Arrays.stream(DayOfWeek.values())
                        .map(day -> days.getOrDefault(day, none))
                        .toArray(long[][]::new);
        byTier = Stream.concat(Stream.of(none), inTiers.values().stream()).toArray(long[][]::new);
        Map<String, Integer> numbers = new HashMap<>();
        inTiers.keySet().forEach(tier -> numbers.put(tier, numbers.size() + 1));
        tiers = new WordTable(numbers);
        segments = bySegment.keySet().stream().sorted().toArray(String[]::new);
    }

    /** The number of questions. */
    int size() {
        return size;
    }

    /** The answers, in so many words. */
    long[] ask(Activity activity, EarningContext context, DayTables tables, long day, int words) {
        long[] answers = new long[words];
        Place place = null;
        if (activity instanceof Visit visit) {
            place = visit.place();
            askVisit(answers, visit, context);
        } else if (activity instanceof SignUp signUp) {
            place = signUp.place();
        } else {
            askFact(answers, activity);
        }
        if (place != null && !byPlace.isEmpty()) {
            merge(answers, byPlace.get(place));
        }
        if (place != null && !byChannel.isEmpty()) {
            merge(answers, byChannel.get(place.channel()));
        }
        askCustomer(answers, context, day);
        askTime(answers, activity, place, context, tables, day);
        return answers;
    }

    private void askVisit(long[] answers, Visit visit, EarningContext context) {
        if (!byTender.isEmpty()) {
            List<Tender> tenders = visit.tenders();
            for (int i = 0; i < tenders.size(); i++) {
                merge(answers, byTender.get(tenders.get(i).kind()));
            }
        }
        if (firstPurchase >= 0) {
            mark(answers, firstPurchase, context.history().purchases() == 0 && visit.amountMinor() > 0);
        }
    }

    private void askCustomer(long[] answers, EarningContext context, long day) {
        if (byTier.length > 1) {
            merge(answers, byTier[tiers.get(context.tier())]);
        }
        if (segments.length > 0 && !context.customer().segments().isEmpty()) {
            for (String segment : segments) {
                if (context.customer().isIn(segment)) {
                    merge(answers, bySegment.get(segment));
                }
            }
        }
        for (int i = 0; i < attributes.size(); i++) {
            CustomerCondition.HasAttribute attribute = attributes.get(i).condition();
            String value = context.customer().attributes().get(attribute.name());
            mark(
                    answers,
                    attributes.get(i).index(),
                    value != null && attribute.values().contains(value));
        }
        LocalDate date = occasions.isEmpty() ? null : LocalDate.ofEpochDay(day);
        for (int i = 0; i < occasions.size(); i++) {
            CustomerCondition.OnOccasion occasion = occasions.get(i).condition();
            LeapDay leapDay = occasion.leapDay();
            boolean holds = occasion.span() == CustomerCondition.OnOccasion.Span.DAY
                    ? Occasions.isOn(date, context.customer(), occasion.kind(), leapDay)
                    : Occasions.isInMonthOf(date, context.customer(), occasion.kind(), leapDay);
            mark(answers, occasions.get(i).index(), holds);
        }
    }

    private void askTime(
            long[] answers, Activity activity, Place place, EarningContext context, DayTables tables, long day) {
        for (int i = 0; i < windows.size(); i++) {
            Days days = windows.get(i).condition();
            mark(answers, windows.get(i).index(), day >= days.from() & day < days.to());
        }
        if (hours.isEmpty() && byDay.length == 0) {
            return;
        }
        BusinessDay own = context.businessDay();
        ZoneId zone = place == null || context.storeZones().isEmpty()
                ? own.zone()
                : context.storeZones().getOrDefault(place, own.zone());
        boolean isOwn = zone == own.zone() || zone.equals(own.zone());
        DayTable stores = tables.of(isOwn ? own : BusinessDay.of(zone, own.cutOff()));
        for (int i = 0; i < hours.size(); i++) {
            WeeklyHours some = hours.get(i).condition();
            mark(answers, hours.get(i).index(), some.contains(activity.at(), stores.offsetAt(activity.at())));
        }
        if (byDay.length > 0) {
            // The epoch began on a Thursday, three days after a Monday.
            long days = (isOwn ? day : stores.epochDayOf(activity.at())) + 3;
            merge(answers, byDay[(int) Math.floorMod(days, 7L)]);
        }
    }

    private void askFact(long[] answers, Activity activity) {
        for (int i = 0; i < ofFacts.size(); i++) {
            mark(answers, ofFacts.get(i).index(), holds(ofFacts.get(i).condition(), activity));
        }
    }

    private static boolean holds(FactCondition condition, Activity activity) {
        if (activity instanceof Review review) {
            return condition instanceof FactCondition.VerifiedPurchase
                            && review.origin() == ReviewOrigin.VERIFIED_PURCHASE
                    || condition instanceof FactCondition.RatedAtLeast rated && review.rating() >= rated.stars()
                    || condition instanceof FactCondition.OfProduct of
                            && of.products().contains(review.product());
        }
        if (activity instanceof CustomActivity custom) {
            if (condition instanceof FactCondition.PayloadIs is) {
                return is.value().equals(custom.payload().get(is.name()));
            }
            return condition instanceof FactCondition.PayloadAtLeast least
                    && custom.payload().get(least.name()) instanceof AttributeValue.Number number
                    && number.value().compareTo(least.minimum()) >= 0;
        }
        return false;
    }

    private <K> void enter(Map<K, long[]> map, Collection<K> keys, int index) {
        for (K key : keys) {
            mark(map.computeIfAbsent(key, k -> new long[Math.max(1, size + 63 >> 6)]), index, true);
        }
    }

    /** Which answers are yes cannot be foreseen, so each is written without a branch. */
    private static void mark(long[] answers, int index, boolean holds) {
        answers[index >> 6] |= (holds ? 1L : 0) << index;
    }

    private static void merge(long[] answers, long[] more) {
        if (more != null) {
            // Nearly always it is one word.
            answers[0] |= more[0];
            for (int i = 1; i < more.length; i++) {
                answers[i] |= more[i];
            }
        }
    }
}
