package io.loyalty.benchmarks;

import io.loyalty.earning.EarningContext;
import io.loyalty.visit.Line;
import io.loyalty.visit.Visit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of {@link TwentyRules} written out by hand for speed: whole numbers, every rule a line of code at its place, one
 * look at each line of a visit. It can do these 20 rules and nothing else: no other order, no returns, no amounts near the ends of
 * the range. What it takes is what a plan of the library may aim at.
 */
final class HandWrittenProgram {

    private static final long SECONDS_PER_DAY = 24 * 60 * 60;
    private static final long SPRING = LocalDate.of(2024, 3, 1).toEpochDay();
    private static final long AFTER_SPRING = LocalDate.of(2024, 5, 1).toEpochDay();
    private static final long SUMMER = LocalDate.of(2025, 7, 1).toEpochDay();
    private static final long AFTER_SUMMER = LocalDate.of(2025, 9, 1).toEpochDay();

    private final ZoneRules zone;

    /** What a rule gave. */
    record Part(String rule, long points) {}

    HandWrittenProgram(ZoneId zone) {
        this.zone = zone.getRules();
    }

    /** What a visit earns: the points of each rule, by name. */
    List<Part> award(Visit visit, EarningContext context, long visitsBefore, long pointsToday) {
        long coffee = 0;
        long tea = 0;
        long bakery = 0;
        long dairy = 0;
        long produce = 0;
        long household = 0;
        long toys = 0;
        long books = 0;
        long all = 0;
        List<Line> lines = visit.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            long amount = line.quantity() * line.unitPrice().minorUnits()
                    - line.discount().minorUnits();
            all += amount;
            switch (line.category()) {
                case "coffee" -> coffee += amount;
                case "tea" -> tea += amount;
                case "bakery" -> bakery += amount;
                case "dairy" -> dairy += amount;
                case "produce" -> produce += amount;
                case "household" -> household += amount;
                case "books" -> books += amount;
                case "toys" -> toys += amount;
                default -> {}
            }
        }
        long local = visit.at().getEpochSecond() + zone.getOffset(visit.at()).getTotalSeconds();
        long day = Math.floorDiv(local, SECONDS_PER_DAY);
        long hour = (local - day * SECONDS_PER_DAY) / 3_600;
        int weekday = (int) Math.floorMod(day + 3, 7L);
        Month month = LocalDate.ofEpochDay(day).getMonth();

        long room = Math.max(0, TwentyRules.CAP_PER_DAY - pointsToday);
        Split split = new Split(all - books, household / 500 * 2);
        long base = split.base;
        long house = split.house;
        long forBakery = split.some(bakery, 5, 4);
        long birthday = context.customer().occasions().get(0).day().getMonth() == month ? split.all(2, 1) : 0;
        long forCoffee = split.some(coffee, 2, 1);
        long forDairy = split.some(dairy, 6, 5);
        long gold = context.tier().equals("Gold") ? split.all(3, 2) : 0;
        long happyHour = weekday < 5 && hour >= 14 && hour < 16 ? split.all(2, 1) : 0;
        long silver = context.tier().equals("Silver") ? split.all(5, 4) : 0;
        long spring = day >= SPRING && day < AFTER_SPRING ? split.all(3, 2) : 0;
        long forTea = split.some(tea, 3, 2);
        long forToys = split.some(toys, 3, 1);
        long tuesday = weekday == DayOfWeek.TUESDAY.ordinal() ? split.all(6, 5) : 0;

        List<Part> parts = new ArrayList<>(16);
        room = give(parts, room, "bakery", forBakery);
        room = give(parts, room, "base", base);
        room = give(parts, room, "big basket", all >= 10_000 ? 50 : 0);
        room = give(parts, room, "birthday", birthday);
        room = give(parts, room, "coffee", forCoffee);
        room = give(parts, room, "dairy", forDairy);
        room = give(parts, room, "first purchase", visitsBefore == 0 ? 100 : 0);
        room = give(parts, room, "gold", gold);
        room = give(parts, room, "happy hour", happyHour);
        room = give(parts, room, "household", house);
        room = give(parts, room, "much produce", produce >= 2_000 ? 20 : 0);
        room = give(parts, room, "new store", visit.place().code().equals("store-4") ? 10 : 0);
        room = give(parts, room, "silver", silver);
        room = give(parts, room, "spring", spring);
        room = give(parts, room, "summer toys", toys > 0 && day >= SUMMER && day < AFTER_SUMMER ? 30 : 0);
        room = give(parts, room, "tea", forTea);
        room = give(parts, room, "tenth visit", (visitsBefore + 1) % 10 == 0 ? 100 : 0);
        room = give(parts, room, "toys", forToys);
        room = give(parts, room, "tuesday", tuesday);
        give(parts, room, "visit", 5);
        return parts;
    }

    /** Adds a part that has points, as many as there is room for; gives the room left. */
    private static long give(List<Part> parts, long room, String rule, long points) {
        long given = Math.min(points, room);
        if (given > 0) {
            parts.add(new Part(rule, given));
        }
        return room - given;
    }

    /** The three rules that multipliers multiply, on their way from one multiplier to the next. */
    private static final class Split {

        private long sum;
        private long below = 100;
        /** As what an amount stands in the sum that no multiplier of a category has hit. */
        private long scale = 1;

        private long base;

        private long houseSum;
        private long visitSum = 5;
        private long belowWhole = 1;
        private long house;
        private long visit = 5;

        Split(long amount, long house) {
            this.sum = amount;
            this.base = amount / 100;
            this.houseSum = house;
            this.house = house;
        }

        /** What a multiplier of one category adds. */
        long some(long amount, long factor, long divisor) {
            if (amount == 0) {
                return 0;
            }
            sum = sum * divisor + amount * scale * (factor - divisor);
            scale *= divisor;
            below *= divisor;
            long before = base;
            base = sum / below;
            return base - before;
        }

        /** What a multiplier of everything adds. */
        long all(long factor, long divisor) {
            sum *= factor;
            scale *= factor;
            below *= divisor;
            houseSum *= factor;
            visitSum *= factor;
            belowWhole *= divisor;
            long before = base + house + visit;
            base = sum / below;
            house = houseSum / belowWhole;
            visit = visitSum / belowWhole;
            return base + house + visit - before;
        }
    }
}
