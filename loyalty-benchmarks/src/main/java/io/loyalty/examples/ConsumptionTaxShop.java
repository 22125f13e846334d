package io.loyalty.examples;

import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.earning.EarningRule;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.program.Membership;
import io.loyalty.program.Program;
import io.loyalty.program.Step;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.time.Term;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Line;
import io.loyalty.visit.Place;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * A Japanese shop: food at 8 % and other things at 10 % consumption tax on one receipt, a point for each full 200 yen without tax,
 * valid to the end of the month twelve months on, and a point pays a yen.
 */
public final class ConsumptionTaxShop {

    private ConsumptionTaxShop() {}

    /**
     * A receipt, one paid with points, and its return.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Program shop = Program.in(ZoneId.of("Asia/Tokyo"), Currency.getInstance("JPY"))
                .earning(EarningRule.earn(1)
                        .perFull(Money.parse("JPY 200"))
                        .named("point")
                        .valid(Term.endOfMonth(Period.ofMonths(12))))
                .payment(RedemptionPolicy.of(1, Money.parse("JPY 1")));

        CustomerId id = CustomerId.of("c-81");
        Instant july = Instant.parse("2026-07-06T02:00:00Z");
        Line tea = Line.of("food", Money.parse("JPY 10800")).withTax(Ratio.ofPercent(8), TaxBasis.INCLUDED);
        Line pot = Line.of("kitchen", Money.parse("JPY 6600")).withTax(Ratio.ofPercent(10), TaxBasis.INCLUDED);
        Visit first = Visit.of(ActivityId.of("r-1"), id, july, Place.store("kyoto"), shop.currency())
                .withLine(tea)
                .withLine(pot);
        Step earned = shop.record(shop.join(Customer.of(id), july), first).orElseThrow();
        System.out.println(earned.explanation());

        Instant later = Instant.parse("2026-07-20T02:00:00Z");
        Money bill = pot.amount();
        Tender points =
                shop.pay(earned.membership(), bill, 80, later).orElseThrow().tender();
        Visit second = Visit.of(ActivityId.of("r-2"), id, later, Place.store("kyoto"), shop.currency())
                .withLine(pot)
                .withTender(points)
                .withTender(Tender.of(TenderKind.CASH, bill.minus(points.amount())));
        Membership member =
                shop.record(earned.membership(), second).orElseThrow().membership();
        ReturnedLine all = new ReturnedLine(0, bill);
        Step back = shop.record(member, new Return(ActivityId.of("r-3"), id, later, ActivityId.of("r-2"), List.of(all)))
                .orElseThrow();
        System.out.println("back: " + back.refund().orElseThrow().points() + " points and "
                + back.refund().orElseThrow().money());
        System.out.println(
                "expiring: " + back.membership().ledger().asOf(later).expiringThrough(LocalDate.of(2027, 12, 31)));
    }
}
