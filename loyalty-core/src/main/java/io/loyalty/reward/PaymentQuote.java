package io.loyalty.reward;

import io.loyalty.money.Money;
import io.loyalty.points.Rejection;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How many points can pay of a bill, and if none, why not.
 *
 * @param bill the bill
 * @param least the fewest points that may be used; 0 if none may
 * @param most the most points that may be used without any of them being wasted; 0 if none may
 * @param value what the most points pay
 * @param obstacles all reasons why points cannot pay; empty if they can
 */
public record PaymentQuote(Money bill, long least, long most, Money value, List<Rejection> obstacles)
        implements Serializable {

    /**
     * Copies the list and refuses numbers out of order.
     *
     * @param bill the bill
     * @param least the fewest points that may be used
     * @param most the most points that may be used without any of them being wasted
     * @param value what the most points pay
     * @param obstacles all reasons why points cannot pay; empty if they can
     * @throws IllegalArgumentException if {@code least} is not in 0 to {@code most}, or the value exceeds the bill
     */
    public PaymentQuote {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(obstacles, "obstacles");
        obstacles = List.copyOf(obstacles);
        Objects.requireNonNull(bill, "bill");
        if (least < 0 || least > most) {
            throw new IllegalArgumentException("least must be in [0, " + most + "]: " + least);
        }
        if (value.compareTo(bill) > 0) {
            throw new IllegalArgumentException("value must be at most " + bill + ": " + value);
        }
    }

    static PaymentQuote none(Money bill, List<Rejection> obstacles) {
        return new PaymentQuote(bill, 0, 0, Money.zero(bill.currency()), obstacles);
    }

    /**
     * Whether points can pay any of it.
     *
     * @return true if nothing stands against it
     */
    public boolean isPossible() {
        return obstacles.isEmpty();
    }
}
