package io.loyalty.reward;

import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.time.DateWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Looks at one reward from all sides: dates, tier, stock, limits, points. */
final class Quoting {

    private final Reward reward;
    private final long quantity;
    private final RewardContext context;
    private final Instant at;
    private final LocalDate date;
    private final List<Rejection> obstacles = new ArrayList<>();
    /** How many could be had if they cost nothing. */
    private long room = Long.MAX_VALUE;

    private Quoting(Reward reward, long quantity, RewardContext context, Instant at) {
        this.reward = reward;
        this.quantity = quantity;
        this.context = context;
        this.at = at;
        this.date = context.businessDay().dateOf(at);
    }

    static Quote quote(Reward reward, long quantity, RewardContext context, Instant at) {
        Quoting quoting = new Quoting(reward, quantity, context, at);
        quoting.lookAtDates();
        quoting.lookAtTier();
        quoting.lookAtStock();
        reward.limits().forEach(quoting::lookAt);
        List<Offer> offers =
                reward.pricesIn(context.tier()).stream().map(quoting::offer).toList();
        return new Quote(reward.id(), quantity, quoting.obstacles, offers);
    }

    private void lookAtDates() {
        if (reward.window().contains(date)) {
            return;
        }
        room = 0;
        boolean early = date.isBefore(reward.window().from());
        obstacles.add(
                early
                        ? Rejection.of(
                                Reason.NOT_YET_VALID,
                                "from",
                                startOf(reward.window().from()))
                        : Rejection.of(
                                Reason.NO_LONGER_VALID,
                                "until",
                                startOf(reward.window().to())));
    }

    private void lookAtTier() {
        if (!reward.isFor(context.tier())) {
            room = 0;
            obstacles.add(Rejection.of(Reason.OTHER_TIER));
        }
    }

    private void lookAtStock() {
        if (reward.supply() == Reward.Supply.UNLIMITED) {
            return;
        }
        Stock stock = context.stocks().get(reward.id());
        long left = stock == null ? 0 : stock.available(at);
        room = Math.min(room, left);
        if (left < quantity) {
            obstacles.add(Rejection.of(Reason.OUT_OF_STOCK, "requested", quantity, "left", left));
        }
    }

    private void lookAt(Limit limit) {
        SortedSet<LocalDate> dates = context.uses().dates(reward.id(), context.businessDay(), at);
        long used = used(limit, date, dates);
        long left = Math.max(0, limit.most() - used);
        room = Math.min(room, left);
        if (left < quantity) {
            LocalDate renewal = renewal(limit, used, dates);
            obstacles.add(new Rejection(
                    Reason.LIMIT_REACHED,
                    Map.of(
                            "requested", quantity,
                            "limit", limit.most(),
                            "used", used,
                            "left", left,
                            "renewsAt", renewal.equals(LocalDate.MAX) ? Long.MAX_VALUE : startOf(renewal))));
        }
    }

    /**
     * The most that counts in any period with a date. A rolling period may begin before the date and end after it, so that what is
     * had on the date meets uses that were entered before but are dated later.
     */
    private long used(Limit limit, LocalDate day, SortedSet<LocalDate> dates) {
        long used = counted(limit.windowAt(day));
        for (LocalDate later : dates.tailSet(day)) {
            DateWindow window = limit.windowAt(later);
            if (window.contains(day)) {
                used = Math.max(used, counted(window));
            }
        }
        return used;
    }

    private long counted(DateWindow window) {
        return context.uses().counted(reward.id(), window, context.businessDay(), at);
    }

    /** The first later date on which more can be had, as far as uses are known. */
    private LocalDate renewal(Limit limit, long used, SortedSet<LocalDate> dates) {
        return dates.stream()
                .map(limit::countsUntil)
                .filter(day -> day.isAfter(date) && !day.equals(LocalDate.MAX))
                .sorted()
                .filter(day -> used(limit, day, dates) < used)
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    private Offer offer(Price price) {
        List<Rejection> all = new ArrayList<>(obstacles);
        long available = context.available(price.currency());
        if (quantity > price.mostTimes()) {
            all.add(Rejection.of(Reason.OVERFLOW, "requested", quantity, "most", price.mostTimes()));
        } else if (price.points() * quantity > available) {
            all.add(Quoting.insufficient(price.points() * quantity, available));
        }
        return new Offer(price, Math.min(room, Math.min(available / price.points(), price.mostTimes())), all);
    }

    private long startOf(LocalDate day) {
        return Rejection.millis(context.businessDay().startOf(day));
    }

    static Rejection insufficient(long requested, long available) {
        return new Rejection(
                Reason.INSUFFICIENT_POINTS,
                Map.of("requested", requested, "available", available, "missing", requested - available));
    }
}
