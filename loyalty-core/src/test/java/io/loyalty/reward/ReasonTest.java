package io.loyalty.reward;

import static io.loyalty.reward.Till.NOON;
import static io.loyalty.reward.Till.POOR;
import static io.loyalty.reward.Till.RICH;
import static io.loyalty.reward.Till.at;
import static io.loyalty.reward.Till.day;
import static io.loyalty.reward.Till.key;
import static io.loyalty.reward.Till.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.points.Reason;
import io.loyalty.points.Rejection;
import io.loyalty.time.DateWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each reason can be met, and carries the numbers that it names. */
class ReasonTest {

    private static final Set<Reason> SHARED_WITH_THE_LEDGER = EnumSet.of(
            Reason.KEY_REUSED,
            Reason.FOREIGN_CURRENCY,
            Reason.INSUFFICIENT_POINTS,
            Reason.OVERFLOW,
            Reason.UNKNOWN_REDEMPTION,
            Reason.UNKNOWN_HOLD,
            Reason.HOLD_CAPTURED,
            Reason.HOLD_RELEASED,
            Reason.HOLD_LAPSED,
            Reason.CAPTURE_EXCEEDS_HOLD,
            Reason.HOLD_ENDS_BEFORE_IT_BEGINS);

    private static final Price TEN = Price.points(10);

    private static final Catalogue CATALOGUE = Catalogue.of(
            Reward.of("cup", TEN),
            Reward.of("gold", TEN).forTier("Gold"),
            Reward.of("may", TEN).during(DateWindow.since(LocalDate.of(2026, 5, 1))),
            Reward.of("march", TEN).during(DateWindow.through(LocalDate.of(2026, 3, 31))),
            Reward.of("last", TEN).whileStockLasts(),
            Reward.of("one", TEN).atMost(1, Limit.Per.DAY));

    private static final RedemptionPolicy PAYMENT = RedemptionPolicy.of(100, yen(20))
            .atLeast(20)
            .inStepsOf(3)
            .atMost(1_000)
            .atMost(Ratio.ofPercent(50));

    private static List<Rejection> redeem(String reward, long quantity, RewardContext context) {
        return CATALOGUE
                .redeem(key("k"), Wish.of(reward, TEN).times(quantity), context)
                .obstacles();
    }

    private static List<Rejection> pay(long bill, long points) {
        return PAYMENT.pay(yen(bill), points, 100_000).obstacles();
    }

    private static RewardContext after(Decision<Redemption> decision) {
        return RICH.with(decision.orElseThrow().uses());
    }

    @Test
    void eachIsMetWithItsNumbers() {
        Wish cup = Wish.of("cup", TEN);
        RewardContext held = after(CATALOGUE.hold(key("h"), cup, at("2026-04-01T13:00"), RICH));
        RewardContext captured = after(CATALOGUE.capture(key("c"), "h", 1, held));
        RewardContext released = after(CATALOGUE.release(key("r"), "h", held));
        List<Rejection> all = new ArrayList<>();
        all.addAll(redeem("cap", 1, RICH));
        all.addAll(CATALOGUE
                .redeem(key("k"), Wish.of("cup", Price.points(9)), RICH)
                .obstacles());
        all.addAll(redeem("gold", 1, RICH));
        all.addAll(redeem("may", 1, RICH));
        all.addAll(redeem("march", 1, RICH));
        all.addAll(redeem("last", 1, RICH));
        all.addAll(redeem("one", 2, RICH));
        all.addAll(redeem("cup", 1, POOR));
        all.addAll(redeem("cup", Long.MAX_VALUE, RICH));
        all.addAll(CATALOGUE.redeem(key("h"), cup, held).obstacles());
        all.addAll(CATALOGUE.capture(key("k"), "x", 1, RICH).obstacles());
        all.addAll(CATALOGUE.hold(key("k"), cup, NOON, RICH).obstacles());
        all.addAll(CATALOGUE.release(key("k", "2026-04-01T13:00"), "h", held).obstacles());
        all.addAll(CATALOGUE.release(key("k"), "h", captured).obstacles());
        all.addAll(CATALOGUE.release(key("k"), "h", released).obstacles());
        all.addAll(CATALOGUE.capture(key("k"), "h", 2, held).obstacles());
        all.addAll(CATALOGUE.cancel(key("k"), "h", 1, held).obstacles());
        all.addAll(CATALOGUE.cancel(key("k"), "h", 2, captured).obstacles());
        all.addAll(PAYMENT.quote(Money.parse("USD 1.00"), 500).obstacles());
        all.addAll(PAYMENT.quote(yen(0), 500).obstacles());
        all.addAll(PAYMENT.quote(yen(7), 500).obstacles());
        all.addAll(pay(1_000, 32));
        all.addAll(pay(1_000, 18));
        all.addAll(pay(10_000, 1_002));
        all.addAll(pay(100, 255));
        all.addAll(pay(1_000, 24));

        Map<Reason, Rejection> met = new EnumMap<>(Reason.class);
        for (Rejection obstacle : all) {
            met.put(obstacle.reason(), obstacle);
        }
        Set<Reason> expected = EnumSet.range(Reason.UNKNOWN_REWARD, Reason.POINTS_WASTED);
        expected.addAll(SHARED_WITH_THE_LEDGER);
        assertEquals(expected, met.keySet());
        assertEquals(expected.size(), all.size(), "each alone");
        met.forEach((reason, obstacle) ->
                assertEquals(new TreeSet<>(names(reason)), obstacle.numbers().keySet(), reason::name));
        assertEquals(
                day("2026-05-01").toEpochMilli(), met.get(Reason.NOT_YET_VALID).number("from"));
        assertEquals(
                day("2026-04-01").toEpochMilli(),
                met.get(Reason.NO_LONGER_VALID).number("until"));
        assertEquals(21, met.get(Reason.POINTS_WASTED).number("enough"));
    }

    private static Set<String> names(Reason reason) {
        return switch (reason) {
            case NOT_YET_VALID -> Set.of("from");
            case NO_LONGER_VALID -> Set.of("until");
            case OUT_OF_STOCK, CANCEL_EXCEEDS_REDEMPTION -> Set.of("requested", "left");
            case LIMIT_REACHED -> Set.of("requested", "limit", "used", "left", "renewsAt");
            case INSUFFICIENT_POINTS -> Set.of("requested", "available", "missing");
            case OVERFLOW, ABOVE_SHARE -> Set.of("requested", "most");
            case HOLD_ENDS_BEFORE_IT_BEGINS -> Set.of("at", "lapsesAt");
            case HOLD_LAPSED -> Set.of("lapsedAt");
            case HOLD_CAPTURED -> Set.of("captured");
            case CAPTURE_EXCEEDS_HOLD -> Set.of("requested", "held");
            case BILL_TOO_SMALL -> Set.of("minimum", "value", "most");
            case NOT_A_STEP -> Set.of("requested", "step");
            case BELOW_MINIMUM -> Set.of("requested", "minimum");
            case ABOVE_MAXIMUM -> Set.of("requested", "maximum");
            case POINTS_WASTED -> Set.of("requested", "enough");
            default -> Set.of();
        };
    }

    @Test
    void instantsBeyondMillisecondsStandForTheEnds() {
        assertEquals(Long.MAX_VALUE, Rejection.millis(Instant.MAX));
        assertEquals(Long.MIN_VALUE, Rejection.millis(Instant.MIN));
    }
}
