package io.loyalty.examples;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Occasion;
import io.loyalty.time.LeapDay;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.OccasionReached;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.SignUp;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** One customer of a made-up shop: a rhythm, and what comes of it by chance. */
final class MadeUpCustomer {

    private static final Place CAFE = Place.store("cafe");
    private static final int LEAP_YEAR = 2024;

    private static final double TELLS_BIRTHDAY = 0.7;
    private static final double SAVES_POINTS = 0.25;
    private static final double WANTS_REWARD = 0.3;
    private static final double BRINGS_GOODS_BACK = 0.06;
    private static final double COMES_BACK_LATER = 0.25;
    private static final double ANSWERS = 0.5;

    private static final int[] ANSWERS_OF_REGULARS = {10, 10, 10, 9, 9, 9, 8, 8, 7, 6, 5};
    private static final int[] ANSWERS_OF_OTHERS = {10, 9, 8, 8, 7, 7, 7, 6, 6, 5, 3, 1};

    private final SplittableRandom random;
    private final Rhythm rhythm;
    private final Customer customer;
    private final List<Activity> activities = new ArrayList<>();
    private final Set<ActivityId> wishes = new HashSet<>();
    private final Optional<Integer> answer;
    private int receipts;

    MadeUpCustomer(String id, SplittableRandom random) {
        this.random = random;
        this.rhythm = Rhythm.any(random);
        Customer known = Customer.of(CustomerId.of(id));
        if (random.nextDouble() < TELLS_BIRTHDAY) {
            LocalDate day = LocalDate.ofYearDay(LEAP_YEAR, 1 + random.nextInt(366));
            known = known.withOccasion(Occasion.birthday(MonthDay.from(day)));
        }
        this.customer = known;
        comeAndGo();
        addBirthdays();
        this.answer = random.nextDouble() < ANSWERS ? Optional.of(opinion()) : Optional.empty();
    }

    CustomerId id() {
        return customer.id();
    }

    Instant joinedAt() {
        return activities.get(0).at();
    }

    Optional<Integer> answer() {
        return answer;
    }

    void add(Activity activity) {
        activities.add(activity);
    }

    /** The customer with all facts, in order of time; those of one instant in the order in which they were added. */
    Shop.Member member() {
        activities.sort(Comparator.comparing(Activity::at));
        return new Shop.Member(customer, List.copyOf(activities), Set.copyOf(wishes));
    }

    private void comeAndGo() {
        long days = MadeUpShop.LAST_DAY.toEpochDay() - MadeUpShop.FIRST_DAY.toEpochDay() + 1;
        // Half of the regulars were there when the program began.
        boolean fromTheStart = rhythm != Rhythm.PASSER_BY && random.nextInt(2) == 0;
        LocalDate day = MadeUpShop.FIRST_DAY.plusDays(random.nextInt(fromTheStart ? 30 : (int) days));
        boolean saves = random.nextDouble() < SAVES_POINTS;
        while (!day.isAfter(MadeUpShop.LAST_DAY)) {
            Visit visit = visit(day);
            if (activities.isEmpty()) {
                activities.add(new SignUp(ActivityId.of("join-" + id()), id(), visit.at(), CAFE));
            }
            activities.add(visit);
            if (!saves && random.nextDouble() < WANTS_REWARD) {
                wishes.add(visit.id());
            }
            bringBack(visit, day);
            day = day.plusDays(rhythm.gapDays(random));
            if (random.nextDouble() < rhythm.driftsAway()) {
                if (rhythm == Rhythm.PASSER_BY || random.nextDouble() >= COMES_BACK_LATER) {
                    return;
                }
                day = day.plusDays(90 + random.nextInt(180));
            }
        }
    }

    private Visit visit(LocalDate day) {
        int fromHour = rhythm == Rhythm.COMMUTER ? 7 : 9;
        int hours = rhythm == Rhythm.COMMUTER ? 2 : 10;
        List<Line> lines = new ArrayList<>();
        lines.add(Menu.drink(random));
        int more = rhythm == Rhythm.COMMUTER ? random.nextInt(6) / 4 : random.nextInt(3);
        for (int i = 0; i < more; i++) {
            lines.add(Menu.more(random));
        }
        Instant at = at(day, LocalTime.of(fromHour + random.nextInt(hours), random.nextInt(60)));
        return new Visit(
                ActivityId.of("visit-" + id() + "-" + ++receipts), id(), at, CAFE, MadeUpShop.YEN, lines, List.of());
    }

    private void bringBack(Visit visit, LocalDate day) {
        for (int i = 0; i < visit.lines().size(); i++) {
            Line line = visit.lines().get(i);
            LocalDate later = day.plusDays(1 + random.nextInt(14));
            if (Menu.isGoods(line) && random.nextDouble() < BRINGS_GOODS_BACK && !later.isAfter(MadeUpShop.LAST_DAY)) {
                activities.add(new Return(
                        ActivityId.of("return-" + visit.id() + "-" + (i + 1)),
                        id(),
                        at(later, LocalTime.of(19, random.nextInt(60))),
                        visit.id(),
                        List.of(new ReturnedLine(i, line.amount()))));
            }
        }
    }

    private void addBirthdays() {
        customer.occasion(Occasion.BIRTHDAY).ifPresent(birthday -> {
            for (int year = MadeUpShop.FIRST_DAY.getYear(); year <= MadeUpShop.LAST_DAY.getYear(); year++) {
                LocalDate day = birthday.in(year, LeapDay.FEB_28).orElseThrow();
                Instant at = at(day, LocalTime.of(6, 0));
                if (at.isAfter(joinedAt())) {
                    activities.add(new OccasionReached(
                            ActivityId.of("birthday-" + id() + "-" + year), id(), at, Occasion.BIRTHDAY, day));
                }
            }
        });
    }

    private int opinion() {
        int[] answers = receipts > 10 ? ANSWERS_OF_REGULARS : ANSWERS_OF_OTHERS;
        return answers[random.nextInt(answers.length)];
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(MadeUpShop.ZONE).toInstant();
    }
}
