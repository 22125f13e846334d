package io.loyalty.reward;

import io.loyalty.points.Command;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.reward.Decision.Granted;
import io.loyalty.reward.Decision.Refused;
import io.loyalty.reward.Decision.Repeated;
import io.loyalty.reward.RewardUse.Change;
import io.loyalty.reward.RewardUse.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** One command at the counter where rewards are handed out. */
final class Counter {

    private final Catalogue catalogue;
    private final Command command;
    private final RewardContext context;
    private final RewardUses uses;

    Counter(Catalogue catalogue, Command command, RewardContext context) {
        this.catalogue = catalogue;
        this.command = Objects.requireNonNull(command, "command");
        this.context = Objects.requireNonNull(context, "context");
        this.uses = context.uses();
    }

    // ---- wishes -------------------------------------------------------------------------------------------------

    Decision<Redemption> redeem(Wish wish) {
        Optional<RewardUse> known = uses.find(command.key());
        if (known.isPresent()) {
            RewardUse use = known.get();
            return use.isAtOnce() && isWish(use, wish)
                    ? repeated(use, redeemed(use), use.quantity())
                    : refused(Rejection.of(Reason.KEY_REUSED));
        }
        List<Rejection> obstacles = obstacles(wish);
        if (!obstacles.isEmpty()) {
            return new Refused<>(obstacles);
        }
        RewardUse use = RewardUse.redeemed(command.key(), wish.reward(), wish.price(), wish.quantity(), command.at());
        return granted(
                use, redeemed(use), use.quantity(), uses.plus(use), stock(use).taken(use.quantity()));
    }

    Decision<Redemption> hold(Wish wish, Instant lapsesAt) {
        Optional<RewardUse> known = uses.find(command.key());
        if (known.isPresent()) {
            RewardUse use = known.get();
            return use.key().equals(command.key()) && !use.isAtOnce() && isWish(use, wish)
                    ? repeated(use, held(use), use.quantity())
                    : refused(Rejection.of(Reason.KEY_REUSED));
        }
        List<Rejection> obstacles = new ArrayList<>(obstacles(wish));
        if (!lapsesAt.isAfter(command.at())) {
            obstacles.add(Rejection.of(
                    Reason.HOLD_ENDS_BEFORE_IT_BEGINS,
                    "at",
                    Rejection.millis(command.at()),
                    "lapsesAt",
                    Rejection.millis(lapsesAt)));
        }
        if (!obstacles.isEmpty()) {
            return new Refused<>(obstacles);
        }
        RewardUse use =
                RewardUse.held(command.key(), wish.reward(), wish.price(), wish.quantity(), command.at(), lapsesAt);
        // What was put aside for holds that have lapsed is no longer needed to know.
        Stock stock = stock(use)
                .swept(command.at())
                .reserved(new Stock.Reservation(uses.customer(), use.key(), use.quantity(), lapsesAt));
        return granted(use, held(use), use.quantity(), uses.plus(use), stock);
    }

    private List<Rejection> obstacles(Wish wish) {
        Quote quote = catalogue.quote(wish.reward(), wish.quantity(), context, command.at());
        Optional<Offer> offer = quote.offer(wish.price());
        if (offer.isPresent()) {
            return offer.get().obstacles();
        }
        List<Rejection> obstacles = new ArrayList<>(quote.obstacles());
        if (catalogue.reward(wish.reward()).isPresent()) {
            obstacles.add(Rejection.of(Reason.NO_SUCH_PRICE));
        }
        return obstacles;
    }

    private static boolean isWish(RewardUse use, Wish wish) {
        return use.reward().equals(wish.reward())
                && use.price().equals(wish.price())
                && use.quantity() == wish.quantity();
    }

    // ---- what becomes of them -----------------------------------------------------------------------------------

    Decision<Redemption> capture(String hold, long quantity) {
        Change change = new Change(command.key(), Kind.CAPTURED, quantity);
        Optional<RewardUse> found = heldUnder(hold);
        if (uses.find(command.key()).isPresent()) {
            return again(found, change, use -> new PointsMove.Capture(hold, points(use, quantity)));
        }
        Optional<Rejection> closed = closed(found);
        if (closed.isPresent()) {
            return refused(closed.get());
        }
        RewardUse use = found.orElseThrow();
        if (quantity > use.quantity()) {
            return refused(Rejection.of(Reason.CAPTURE_EXCEEDS_HOLD, "requested", quantity, "held", use.quantity()));
        }
        Stock stock = stock(use).released(uses.customer(), hold);
        long left = stock.available(command.at());
        if (left < quantity) {
            return refused(Rejection.of(Reason.OUT_OF_STOCK, "requested", quantity, "left", left));
        }
        return granted(
                use,
                new PointsMove.Capture(hold, points(use, quantity)),
                quantity,
                uses.with(use, use.plus(change)),
                stock.taken(quantity));
    }

    Decision<Redemption> release(String hold) {
        Optional<RewardUse> found = heldUnder(hold);
        PointsMove move = new PointsMove.Release(hold);
        if (uses.find(command.key()).isPresent()) {
            long quantity = found.map(RewardUse::quantity).orElse(1L);
            return again(found, new Change(command.key(), Kind.RELEASED, quantity), use -> move);
        }
        Optional<Rejection> closed = closed(found);
        if (closed.isPresent()) {
            return refused(closed.get());
        }
        RewardUse use = found.orElseThrow();
        Change change = new Change(command.key(), Kind.RELEASED, use.quantity());
        return granted(
                use,
                move,
                use.quantity(),
                uses.with(use, use.plus(change)),
                stock(use).released(uses.customer(), hold));
    }

    Decision<Redemption> cancel(String redemption, long quantity) {
        Change change = new Change(command.key(), Kind.CANCELLED, quantity);
        Optional<RewardUse> found = uses.find(redemption)
                .filter(use -> use.isCaptured()
                        && (use.key().equals(redemption)
                                || use.redemptionKey().orElseThrow().equals(redemption)));
        if (uses.find(command.key()).isPresent()) {
            return again(found, change, use -> restored(use, quantity));
        }
        if (found.isEmpty()) {
            return refused(Rejection.of(Reason.UNKNOWN_REDEMPTION));
        }
        RewardUse use = found.get();
        if (quantity > use.kept()) {
            return refused(Rejection.of(Reason.CANCEL_EXCEEDS_REDEMPTION, "requested", quantity, "left", use.kept()));
        }
        return granted(
                use,
                restored(use, quantity),
                quantity,
                uses.with(use, use.plus(change)),
                stock(use).plus(quantity));
    }

    private Optional<RewardUse> heldUnder(String hold) {
        return uses.find(hold).filter(use -> use.key().equals(hold) && !use.isAtOnce());
    }

    /** Why a hold cannot be resolved any more. */
    private Optional<Rejection> closed(Optional<RewardUse> found) {
        if (found.isEmpty()) {
            return Optional.of(Rejection.of(Reason.UNKNOWN_HOLD));
        }
        RewardUse use = found.get();
        if (use.isCaptured()) {
            return Optional.of(Rejection.of(Reason.HOLD_CAPTURED, "captured", use.captured()));
        }
        if (use.isReleased()) {
            return Optional.of(Rejection.of(Reason.HOLD_RELEASED));
        }
        return use.isHeld(command.at())
                ? Optional.empty()
                : Optional.of(Rejection.of(Reason.HOLD_LAPSED, "lapsedAt", Rejection.millis(use.lapsesAt())));
    }

    /** The answer to a command whose key is known: it may have been this very one. */
    private Decision<Redemption> again(Optional<RewardUse> found, Change change, Function<RewardUse, PointsMove> move) {
        return found.filter(use -> use.changes().contains(change))
                .map(use -> repeated(use, move.apply(use), change.quantity()))
                .orElseGet(() -> refused(Rejection.of(Reason.KEY_REUSED)));
    }

    // ---- moves --------------------------------------------------------------------------------------------------

    private static PointsMove redeemed(RewardUse use) {
        return new PointsMove.Redeem(points(use, use.quantity()), use.price().currency(), use.reward());
    }

    private static PointsMove held(RewardUse use) {
        return new PointsMove.Hold(points(use, use.quantity()), use.price().currency(), use.lapsesAt());
    }

    private static PointsMove restored(RewardUse use, long quantity) {
        return new PointsMove.Restore(use.redemptionKey().orElseThrow(), points(use, quantity));
    }

    private static long points(RewardUse use, long quantity) {
        return use.price().times(quantity).points();
    }

    // ---- answers ------------------------------------------------------------------------------------------------

    /** What is left of a reward; of one that the catalogue no longer has, as far as the host still counts it. */
    private Stock stock(RewardUse use) {
        Optional<Reward> reward = catalogue.reward(use.reward());
        Stock stock = context.stocks().get(use.reward());
        if (reward.isEmpty()) {
            return stock == null ? Stock.unlimited(use.reward()) : stock;
        }
        if (reward.get().supply() == Reward.Supply.UNLIMITED) {
            return Stock.unlimited(use.reward());
        }
        if (stock == null) {
            throw new IllegalArgumentException("context must have the stock of '" + use.reward() + "'");
        }
        return stock;
    }

    private Decision<Redemption> granted(
            RewardUse use, PointsMove move, long quantity, RewardUses nextUses, Stock nextStock) {
        return new Granted<>(new Redemption(command, move, use.price().times(quantity), nextUses, nextStock));
    }

    private Decision<Redemption> repeated(RewardUse use, PointsMove move, long quantity) {
        return new Repeated<>(new Redemption(command, move, use.price().times(quantity), uses, stock(use)));
    }

    private static Decision<Redemption> refused(Rejection obstacle) {
        return new Refused<>(List.of(obstacle));
    }
}
