package io.loyalty.earning;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.time.BusinessDay;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** A shop in Tokyo and one customer of it, for the tests of this room. */
final class Shop {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final BusinessDay MIDNIGHT = BusinessDay.midnight(TOKYO);
    static final BusinessDay FIVE = BusinessDay.of(TOKYO, LocalTime.of(5, 0));
    static final CustomerId ID = CustomerId.of("c-1");
    static final Customer CUSTOMER = Customer.of(ID);
    static final EarningContext CONTEXT = EarningContext.of(CUSTOMER, MIDNIGHT);
    static final Currency JPY = Currency.getInstance("JPY");
    /** A Wednesday at noon. */
    static final String NOON = "2026-04-01T12:00";

    private Shop() {}

    static Money yen(long amount) {
        return Money.ofMinor(JPY, amount);
    }

    static Line line(long amount) {
        return Line.of("", yen(amount));
    }

    static Line line(String category, long amount) {
        return Line.of(category, yen(amount));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    static Visit visit(Line... lines) {
        return visitAt(NOON, lines);
    }

    static Visit visitAt(String local, Line... lines) {
        return Visit.of(ActivityId.of("r-" + local), ID, at(local), Place.store("ginza"), JPY, lines);
    }

    static Visit spending(long amount) {
        return visit(line(amount));
    }

    static Return back(Visit visit, String id, int line, long amount) {
        return new Return(
                ActivityId.of(id),
                visit.customer(),
                visit.at().plusSeconds(3600),
                visit.id(),
                List.of(new ReturnedLine(line, Money.ofMinor(visit.currency(), amount))));
    }

    /** The base rule of the worked examples: 1 point per full 100. */
    static EarningRule base() {
        return EarningRule.earn(1).perFull(yen(100)).named("base");
    }

    /** A customer's awards one after the other. */
    static final class Member {
        private final EarningPlan plan;
        EarningContext context;

        Member(EarningPlan plan, EarningContext context) {
            this.plan = plan;
            this.context = context;
        }

        Member(EarningPlan plan) {
            this(plan, CONTEXT);
        }

        Award comes(String local, Line... lines) {
            return does(visitAt(local, lines));
        }

        Award does(io.loyalty.visit.Activity activity) {
            Award award = plan.award(activity, context);
            context = context.with(context.history().after(award));
            return award;
        }

        void voids(Award award) {
            context = context.with(context.history().without(award));
        }
    }
}
