package io.loyalty.reward;

import static io.loyalty.reward.Till.ID;
import static io.loyalty.reward.Till.NOON;
import static io.loyalty.reward.Till.OTHER;
import static io.loyalty.reward.Till.POOR;
import static io.loyalty.reward.Till.RICH;
import static io.loyalty.reward.Till.assertRefused;
import static io.loyalty.reward.Till.at;
import static io.loyalty.reward.Till.copied;
import static io.loyalty.reward.Till.key;
import static io.loyalty.reward.Till.ledger;
import static io.loyalty.reward.Till.obstacle;
import static io.loyalty.reward.Till.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.points.Outcome;
import io.loyalty.points.PointsLedger;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.reward.Decision.Granted;
import io.loyalty.reward.Decision.Repeated;
import io.loyalty.reward.RewardUse.Change;
import io.loyalty.reward.RewardUse.Kind;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.DateWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Price BOTH = Price.points(300).and(yen(200));

    private static final Catalogue CATALOGUE = Catalogue.of(
            Reward.of("mug", Price.points(500)).or(BOTH).whileStockLasts(), Reward.of("coffee", Price.points(100)));

    private static final Wish MUGS = Wish.of("mug", BOTH).times(3);

    private static final Wish COFFEE = Wish.of("coffee", Price.points(100));

    private static final Instant LAPSE = at("2026-04-01T13:00");

    private static final RewardContext CONTEXT = RICH.with(Stock.of("mug", 10));

    private static RewardContext after(RewardContext context, Redemption redemption) {
        return context.with(redemption.uses()).with(redemption.stock());
    }

    private static RewardContext held() {
        return after(CONTEXT, CATALOGUE.hold(key("h"), MUGS, LAPSE, CONTEXT).orElseThrow());
    }

    private static RewardContext redeemed() {
        return after(CONTEXT, CATALOGUE.redeem(key("o"), MUGS, CONTEXT).orElseThrow());
    }

    private static Redemption granted(Decision<Redemption> decision) {
        assertInstanceOf(Granted.class, decision);
        assertFalse(decision.isRefused());
        assertEquals(List.of(), decision.obstacles());
        return decision.orElseThrow();
    }

    private static Redemption repeated(Decision<Redemption> decision) {
        assertInstanceOf(Repeated.class, decision);
        assertEquals(List.of(), decision.obstacles());
        return decision.orElseThrow();
    }

    private static void assertObstacle(Rejection obstacle, Decision<Redemption> decision) {
        assertTrue(decision.isRefused());
        assertEquals(List.of(obstacle), decision.obstacles());
    }

    // ---- at once ------------------------------------------------------------------------------------------------

    @Test
    void aRewardRedeemedCarriesAllThatIsToBeDone() {
        Redemption redemption = granted(CATALOGUE.redeem(key("o"), MUGS, CONTEXT));
        assertEquals(key("o"), redemption.command());
        assertEquals(new PointsMove.Redeem(900, "points", "mug"), redemption.move());
        assertEquals(Price.points(900).and(yen(600)), redemption.amount());
        assertEquals(Optional.of(yen(600)), redemption.moneyDue());
        assertEquals(Optional.empty(), redemption.moneyBack());
        assertEquals(Stock.of("mug", 7), redemption.stock());
        RewardUse use = redemption.uses().find("o").orElseThrow();
        assertTrue(use.isAtOnce());
        assertEquals(3, use.counted(NOON));
        assertEquals(redemption, copied(redemption));
    }

    @Test
    void whatCannotRunOutNeedsNoStock() {
        Redemption redemption = granted(CATALOGUE.redeem(key("o"), COFFEE, RICH));
        assertEquals(Stock.unlimited("coffee"), redemption.stock());
        assertEquals(Optional.empty(), redemption.moneyDue());
    }

    @Test
    void theLedgerHasTheLastWord() {
        PointsLedger ledger = ledger(1_000);
        Redemption redemption = granted(CATALOGUE.redeem(key("o"), MUGS, CONTEXT));
        PointsLedger next = redemption.applyTo(ledger).orElseThrow().ledger();
        assertEquals(100, next.balance(NOON));
        assertInstanceOf(Outcome.Duplicate.class, redemption.applyTo(next));
        assertTrue(granted(CATALOGUE.redeem(key("o-2"), MUGS, CONTEXT))
                .applyTo(next)
                .isRejected());
    }

    @Test
    void theSameAgainIsRepeatedAndChangesNothing() {
        RewardContext after = redeemed();
        Redemption again = repeated(CATALOGUE.redeem(key("o", "2026-04-02T12:00"), MUGS, after.withPoints(0)));
        assertEquals(after.uses(), again.uses());
        assertEquals(Stock.of("mug", 7), again.stock());
        assertEquals(new PointsMove.Redeem(900, "points", "mug"), again.move());
    }

    @Test
    void aKeyNamesOneThing() {
        RewardContext after = redeemed();
        Rejection reused = obstacle(Reason.KEY_REUSED);
        assertObstacle(reused, CATALOGUE.redeem(key("o"), MUGS.times(2), after));
        assertObstacle(
                reused,
                CATALOGUE.redeem(key("o"), Wish.of("mug", Price.points(500)).times(3), after));
        assertObstacle(reused, CATALOGUE.redeem(key("o"), new Wish("coffee", BOTH, 3), after));
        assertObstacle(reused, CATALOGUE.hold(key("o"), MUGS, LAPSE, after));
        assertObstacle(reused, CATALOGUE.capture(key("o"), "h", 3, after));
        assertObstacle(reused, CATALOGUE.capture(key("o"), "o", 3, after));
        assertObstacle(reused, CATALOGUE.release(key("o"), "h", after));
        assertObstacle(reused, CATALOGUE.cancel(key("o"), "o", 3, after));
        assertObstacle(reused, CATALOGUE.redeem(key("h"), MUGS, held()));
        assertObstacle(reused, CATALOGUE.hold(key("h"), COFFEE, LAPSE, held()));
    }

    @Test
    void aContextWithoutTheStockIsRefusedOnlyWhereStockMoves() {
        RewardContext without = RICH.with(redeemed().uses());
        assertObstacle(
                obstacle(Reason.OUT_OF_STOCK, Map.of("requested", 3L, "left", 0L)),
                CATALOGUE.redeem(key("o-2"), MUGS, without));
        assertRefused("context must have the stock of 'mug'", () -> CATALOGUE.cancel(key("x"), "o", 1, without));
    }

    // ---- holds --------------------------------------------------------------------------------------------------

    @Test
    void aHoldPutsPointsStockAndUseAside() {
        Redemption hold = granted(CATALOGUE.hold(key("h"), MUGS, LAPSE, CONTEXT));
        assertEquals(new PointsMove.Hold(900, "points", LAPSE), hold.move());
        assertEquals(Optional.empty(), hold.moneyDue());
        assertEquals(Price.points(900).and(yen(600)), hold.amount());
        assertEquals(10, hold.stock().onHand());
        assertEquals(7, hold.stock().available(NOON));
        assertEquals(10, hold.stock().available(LAPSE));
        RewardUse use = hold.uses().find("h").orElseThrow();
        assertFalse(use.isAtOnce());
        assertTrue(use.isHeld(NOON));
        assertFalse(use.isHeld(LAPSE));
        assertEquals(0, use.counted(LAPSE));
        assertEquals(
                hold.uses(),
                repeated(CATALOGUE.hold(key("h"), MUGS, Instant.MAX, held())).uses());
    }

    @Test
    void aHoldThatWouldEndBeforeItBeginsIsRefusedWithTheRest() {
        Decision<Redemption> decision = CATALOGUE.hold(key("h"), MUGS, NOON, POOR.with(Stock.of("mug", 10)));
        assertEquals(
                List.of(Reason.INSUFFICIENT_POINTS, Reason.HOLD_ENDS_BEFORE_IT_BEGINS),
                Till.reasons(decision.obstacles()));
        assertEquals(NOON.toEpochMilli(), decision.obstacles().get(1).number("lapsesAt"));
    }

    @Test
    void aCapturePaysAndGivesTheRestBack() {
        Redemption capture = granted(CATALOGUE.capture(key("c"), "h", 2, held()));
        assertEquals(new PointsMove.Capture("h", 600), capture.move());
        assertEquals(Optional.of(yen(400)), capture.moneyDue());
        assertEquals(Stock.of("mug", 8), capture.stock());
        RewardUse use = capture.uses().find("h").orElseThrow();
        assertEquals(2, use.captured());
        assertEquals(2, use.counted(LAPSE));
        assertEquals(Optional.of("c"), use.redemptionKey());
        assertEquals(Optional.of(use), capture.uses().find("c"));
        RewardContext after = after(held(), capture);
        assertEquals(
                capture.move(),
                repeated(CATALOGUE.capture(key("c"), "h", 2, after)).move());
        assertObstacle(obstacle(Reason.KEY_REUSED), CATALOGUE.capture(key("c"), "h", 1, after));
        assertObstacle(obstacle(Reason.KEY_REUSED), CATALOGUE.release(key("c"), "h", after));
    }

    @Test
    void aReleaseGivesAllBack() {
        Redemption release = granted(CATALOGUE.release(key("r"), "h", held()));
        assertEquals(new PointsMove.Release("h"), release.move());
        assertEquals(Optional.empty(), release.moneyDue());
        assertEquals(Optional.empty(), release.moneyBack());
        assertEquals(Stock.of("mug", 10), release.stock());
        assertEquals(0, release.uses().find("h").orElseThrow().counted(NOON));
        RewardContext after = after(held(), release);
        assertEquals(
                after.uses(), repeated(CATALOGUE.release(key("r"), "h", after)).uses());
        assertObstacle(obstacle(Reason.HOLD_RELEASED), CATALOGUE.release(key("r-2"), "h", after));
        assertObstacle(obstacle(Reason.HOLD_RELEASED), CATALOGUE.capture(key("c"), "h", 1, after));
        assertObstacle(obstacle(Reason.UNKNOWN_REDEMPTION), CATALOGUE.cancel(key("x"), "h", 1, after));
    }

    @Test
    void aHoldLapsesByItself() {
        Rejection lapsed = obstacle(Reason.HOLD_LAPSED, Map.of("lapsedAt", LAPSE.toEpochMilli()));
        assertObstacle(lapsed, CATALOGUE.capture(key("c", "2026-04-01T13:00"), "h", 1, held()));
        assertObstacle(lapsed, CATALOGUE.release(key("r", "2026-04-01T13:00"), "h", held()));
        granted(CATALOGUE.capture(key("c", "2026-04-01T12:59"), "h", 1, held()));
        Wish all = MUGS.times(10);
        assertObstacle(
                obstacle(Reason.OUT_OF_STOCK, Map.of("requested", 10L, "left", 7L)),
                CATALOGUE.redeem(key("o", "2026-04-01T12:59"), all, held()));
        granted(CATALOGUE.redeem(key("o", "2026-04-01T13:00"), all, held()));
    }

    @Test
    void whatWasGivenAwayAfterTheLapseCannotBeCapturedLate() {
        RewardContext other = RewardContext.of(OTHER, Till.MIDNIGHT).withPoints(10_000);
        Stock taken = granted(CATALOGUE.redeem(
                        key("o", "2026-04-01T13:00"),
                        MUGS.times(9),
                        other.with(held().stocks().get("mug"))))
                .stock();
        assertObstacle(
                obstacle(Reason.OUT_OF_STOCK, Map.of("requested", 2L, "left", 1L)),
                CATALOGUE.capture(key("c", "2026-04-01T12:59"), "h", 2, held().with(taken)));
        assertEquals(
                0,
                granted(CATALOGUE.capture(key("c", "2026-04-01T12:59"), "h", 1, held().with(taken)))
                        .stock()
                        .onHand());
    }

    @Test
    void holdsOfTwoCustomersUnderOneKeyDoNotMix() {
        RewardContext other = RewardContext.of(OTHER, Till.MIDNIGHT)
                .withPoints(10_000)
                .with(held().stocks().get("mug"));
        Redemption second = granted(CATALOGUE.hold(key("h"), MUGS.times(7), LAPSE, other));
        assertEquals(0, second.stock().available(NOON));
        Redemption capture = granted(CATALOGUE.capture(key("c"), "h", 3, held().with(second.stock())));
        assertEquals(7, capture.stock().onHand());
        assertEquals(
                List.of(new Stock.Reservation(OTHER, "h", 7, LAPSE)),
                capture.stock().reservations());
    }

    @Test
    void aNewHoldForgetsThoseThatHaveLapsed() {
        Redemption hold = granted(CATALOGUE.hold(key("h-2", "2026-04-01T13:00"), MUGS, Instant.MAX, held()));
        assertEquals(
                List.of(new Stock.Reservation(ID, "h-2", 3, Instant.MAX)),
                hold.stock().reservations());
    }

    @Test
    void onlyHoldsAreCapturedAndOnlyAsMuchAsIsHeld() {
        assertObstacle(obstacle(Reason.UNKNOWN_HOLD), CATALOGUE.capture(key("c"), "x", 1, held()));
        assertObstacle(obstacle(Reason.UNKNOWN_HOLD), CATALOGUE.release(key("c"), "x", held()));
        assertObstacle(obstacle(Reason.UNKNOWN_HOLD), CATALOGUE.capture(key("c"), "o", 1, redeemed()));
        assertObstacle(
                obstacle(Reason.CAPTURE_EXCEEDS_HOLD, Map.of("requested", 4L, "held", 3L)),
                CATALOGUE.capture(key("c"), "h", 4, held()));
        assertRefused("quantity must be at least 1: 0", () -> CATALOGUE.capture(key("c"), "h", 0, held()));
    }

    @Test
    void aHoldIsAPromiseThoughTheRewardIsGone() {
        RewardContext held = held();
        assertEquals(
                Stock.of("mug", 7),
                granted(Catalogue.of().capture(key("c"), "h", 3, held)).stock());
        RewardContext without = RICH.with(held.uses());
        assertEquals(
                Stock.unlimited("mug"),
                granted(Catalogue.of().capture(key("c"), "h", 3, without)).stock());
        Catalogue dearer = Catalogue.of(Reward.of("mug", Price.points(9_999)).whileStockLasts());
        assertEquals(
                new PointsMove.Capture("h", 900),
                granted(dearer.capture(key("c"), "h", 3, held)).move());
    }

    // ---- cancelling ---------------------------------------------------------------------------------------------

    @Test
    void aRedemptionIsCancelledPieceByPiece() {
        Redemption first = granted(CATALOGUE.cancel(key("x-1"), "o", 1, redeemed()));
        assertEquals(new PointsMove.Restore("o", 300), first.move());
        assertEquals(Optional.of(yen(200)), first.moneyBack());
        assertEquals(Optional.empty(), first.moneyDue());
        assertEquals(Stock.of("mug", 8), first.stock());
        RewardContext after = after(redeemed(), first);
        assertEquals(
                first.move(),
                repeated(CATALOGUE.cancel(key("x-1"), "o", 1, after)).move());
        assertObstacle(
                obstacle(Reason.CANCEL_EXCEEDS_REDEMPTION, Map.of("requested", 3L, "left", 2L)),
                CATALOGUE.cancel(key("x-2"), "o", 3, after));
        Redemption rest = granted(CATALOGUE.cancel(key("x-2"), "o", 2, after));
        assertEquals(Stock.of("mug", 10), rest.stock());
        RewardUse use = rest.uses().find("x-2").orElseThrow();
        assertEquals(3, use.captured());
        assertEquals(0, use.kept());
        assertRefused("quantity must be at least 1: 0", () -> CATALOGUE.cancel(key("x"), "o", 0, after));
    }

    @Test
    void aCaptureIsCancelledUnderItsOwnKeyOrThatOfTheHold() {
        RewardContext after = after(held(), granted(CATALOGUE.capture(key("c"), "h", 2, held())));
        PointsMove restore = new PointsMove.Restore("c", 600);
        assertEquals(restore, granted(CATALOGUE.cancel(key("x"), "h", 2, after)).move());
        assertEquals(restore, granted(CATALOGUE.cancel(key("x"), "c", 2, after)).move());
        assertObstacle(obstacle(Reason.UNKNOWN_REDEMPTION), CATALOGUE.cancel(key("x"), "h", 1, held()));
        RewardContext twice = after(after, granted(CATALOGUE.cancel(key("x"), "c", 1, after)));
        assertObstacle(obstacle(Reason.UNKNOWN_REDEMPTION), CATALOGUE.cancel(key("y"), "x", 1, twice));
    }

    @Test
    void pointsOfACaptureComeBackOnTheLedger() {
        PointsLedger ledger = ledger(1_000);
        Redemption hold = granted(CATALOGUE.hold(key("h"), MUGS, LAPSE, CONTEXT));
        ledger = hold.applyTo(ledger).orElseThrow().ledger();
        Redemption capture = granted(CATALOGUE.capture(key("c"), "h", 2, after(CONTEXT, hold)));
        ledger = capture.applyTo(ledger).orElseThrow().ledger();
        assertEquals(400, ledger.balance(NOON));
        Redemption cancel = granted(CATALOGUE.cancel(key("x"), "h", 2, after(CONTEXT, capture)));
        assertEquals(1_000, cancel.applyTo(ledger).orElseThrow().ledger().balance(NOON));
        Redemption release = granted(CATALOGUE.release(key("r"), "h", after(CONTEXT, hold)));
        assertTrue(release.applyTo(ledger).isRejected());
    }

    // ---- uses ---------------------------------------------------------------------------------------------------

    @Test
    void refusalsAreNoResults() {
        Decision<Redemption> refused = CATALOGUE.release(key("r"), "h", RICH);
        assertEquals(
                "refused: [UNKNOWN_HOLD]",
                assertThrows(IllegalStateException.class, refused::orElseThrow).getMessage());
        assertRefused("obstacles must not be empty", () -> new Decision.Refused<>(List.of()));
    }

    @Test
    void usesThatCannotHaveBeenAreRefused() {
        RewardUse held = RewardUse.held("h", "mug", BOTH, 3, NOON, LAPSE);
        assertRefused(
                "changes[0] must be possible: Change[key=c, kind=CAPTURED, quantity=4]",
                () -> held.plus(new Change("c", Kind.CAPTURED, 4)));
        assertRefused(
                "changes[0] must be possible: Change[key=c, kind=CANCELLED, quantity=1]",
                () -> held.plus(new Change("c", Kind.CANCELLED, 1)));
        RewardUse captured = held.plus(new Change("c", Kind.CAPTURED, 2));
        assertRefused(
                "changes[1] must be possible: Change[key=d, kind=CAPTURED, quantity=1]",
                () -> captured.plus(new Change("d", Kind.CAPTURED, 1)));
        assertRefused(
                "changes[1] must be possible: Change[key=c, kind=CANCELLED, quantity=1]",
                () -> captured.plus(new Change("c", Kind.CANCELLED, 1)));
        assertRefused(
                "changes[1] must be possible: Change[key=h, kind=CANCELLED, quantity=1]",
                () -> captured.plus(new Change("h", Kind.CANCELLED, 1)));
        assertRefused(
                "changes[1] must be possible: Change[key=d, kind=CANCELLED, quantity=3]",
                () -> captured.plus(new Change("d", Kind.CANCELLED, 3)));
        RewardUse released = held.plus(new Change("r", Kind.RELEASED, 3));
        assertRefused(
                "changes[1] must be possible: Change[key=d, kind=CANCELLED, quantity=1]",
                () -> released.plus(new Change("d", Kind.CANCELLED, 1)));
        assertRefused(
                "quantity must be at most 1: 2",
                () -> RewardUse.held("h", "mug", Price.points(Long.MAX_VALUE), 2, NOON, LAPSE));
        assertRefused("quantity must be at least 1: 0", () -> new Change("c", Kind.CAPTURED, 0));
        RewardUses uses = RewardUses.none(ID).plus(captured);
        assertRefused(
                "uses[1] must have keys of its own", () -> uses.plus(RewardUse.redeemed("c", "mug", BOTH, 1, NOON)));
        assertEquals(Optional.empty(), uses.find("x"));
        assertEquals(Optional.empty(), held.redemptionKey());
    }

    @Test
    void countsBeyondTheRangeStopAtItsEnd() {
        Price one = Price.points(1);
        RewardUses uses = RewardUses.none(ID)
                .plus(RewardUse.redeemed("a", "coffee", one, Long.MAX_VALUE, NOON))
                .plus(RewardUse.redeemed("b", "coffee", one, 1, NOON));
        assertEquals(Long.MAX_VALUE, uses.counted("coffee", DateWindow.always(), Till.MIDNIGHT, NOON));
    }

    @Test
    void movesOfNothingAreRefused() {
        assertRefused("points must be at least 1: 0", () -> new PointsMove.Redeem(0, "points", ""));
        assertRefused("points must be at least 1: 0", () -> new PointsMove.Hold(0, "points", LAPSE));
        assertRefused("points must be at least 1: 0", () -> new PointsMove.Capture("h", 0));
        assertRefused("points must be at least 1: 0", () -> new PointsMove.Restore("h", 0));
    }

    @Test
    void cancellationsAddUpToWhatWasCaptured() {
        RewardUse once = RewardUse.held("h", "mug", BOTH, 5, NOON, LAPSE)
                .plus(new Change("c", Kind.CAPTURED, 4))
                .plus(new Change("d", Kind.CANCELLED, 1));
        assertEquals(0, once.plus(new Change("e", Kind.CANCELLED, 3)).kept());
        assertRefused(
                "changes[2] must be possible: Change[key=e, kind=CANCELLED, quantity=4]",
                () -> once.plus(new Change("e", Kind.CANCELLED, 4)));
        assertRefused(
                "quantity must be at least 1: 0", () -> new RewardUse("h", "mug", BOTH, 0, NOON, LAPSE, List.of()));
    }

    @Test
    void usesThatWereGivenBackHaveNoDate() {
        BusinessDay day = BusinessDay.midnight(ZoneOffset.UTC);
        RewardUse kept = RewardUse.redeemed("a", "mug", BOTH, 1, NOON);
        RewardUse back = RewardUse.redeemed("b", "mug", BOTH, 1, NOON.plusSeconds(86_400 * 2))
                .plus(new Change("x", Kind.CANCELLED, 1));
        RewardUse other = RewardUse.redeemed("c", "cup", BOTH, 1, NOON.plusSeconds(86_400 * 5));
        RewardUses uses = RewardUses.none(ID).plus(kept).plus(back).plus(other);
        assertEquals(Set.of(day.dateOf(NOON)), uses.dates("mug", day, NOON));
    }
}
