package io.loyalty.examples;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Interval;
import io.loyalty.metrics.purchase.PurchaseHistory;
import io.loyalty.metrics.purchase.PurchaseRules;
import io.loyalty.metrics.purchase.RepeatRate;
import io.loyalty.metrics.purchase.Rfm;
import io.loyalty.metrics.purchase.RfmScores;
import io.loyalty.metrics.purchase.SegmentMap;
import io.loyalty.metrics.purchase.SegmentSize;
import io.loyalty.metrics.purchase.StringKeyPurchases;
import io.loyalty.metrics.survey.NetPromoterScore;
import io.loyalty.metrics.value.SimpleLifetimeValue;
import io.loyalty.money.Money;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.DoubleFunction;

/** What a shop's facts mean, in numbers. */
final class Figures {

    private final PrintStream out;
    private final Shop shop;
    private final Arguments.Lifetime lifetime;
    private final Currency currency;
    private final PurchaseHistory all;
    private final PurchaseHistory lastYear;
    private final LocalDate yearBegins;

    Figures(PrintStream out, Shop shop, Arguments.Lifetime lifetime) {
        this.out = out;
        this.shop = shop;
        this.lifetime = lifetime;
        this.currency = shop.program().currency();
        ZoneId zone = shop.program().day().zone();
        this.yearBegins = shop.lastDay().minusYears(1).plusDays(1);
        this.all = history(PurchaseRules.asOf(shop.lastDay(), zone));
        this.lastYear = history(PurchaseRules.asOf(shop.lastDay(), zone).from(yearBegins));
    }

    void print() {
        out.println();
        out.println("Figures on " + shop.lastDay());
        netPromoterScore();
        repeatRate();
        lifetimeValue();
        segments();
    }

    private PurchaseHistory history(PurchaseRules rules) {
        StringKeyPurchases purchases = rules.stringKeys();
        for (Transaction one : shop.transactions()) {
            purchases.accept(one.customer().value(), one.at().getEpochSecond(), one.amountMinor());
        }
        return purchases.snapshot();
    }

    private void netPromoterScore() {
        NetPromoterScore score = NetPromoterScore.of(
                shop.answers().stream().mapToInt(Integer::intValue).toArray());
        out.println("  Net Promoter Score  "
                + text(score.score(), value -> Text.decimal(value, 1), Text.count(score.base(), "answer")));
    }

    private void repeatRate() {
        RepeatRate repeat = RepeatRate.of(lastYear);
        String base = Text.number(repeat.repeaters()) + " of " + Text.count(repeat.customers(), "customer")
                + " bought on two days or more since " + yearBegins;
        out.println("  repeat rate         " + text(repeat.rate(), Text::percent, base));
    }

    private void lifetimeValue() {
        if (lastYear.customers() == 0) {
            out.println("  lifetime value      undefined: nobody bought since " + yearBegins);
            return;
        }
        double perCustomer = units(lastYear.revenue()) / lastYear.customers();
        SimpleLifetimeValue value = SimpleLifetimeValue.ofYearlyRetentionCost(
                perCustomer, lifetime.years(), lifetime.acquisitionCost(), lifetime.yearlyRetentionCost());
        out.println("  lifetime value      " + amount(value.value()) + " = " + amount(value.annualRevenue())
                + " a year and customer since " + yearBegins + " x " + Text.decimal(value.years(), 1)
                + " years assumed - costs of " + amount(value.acquisitionCost() + value.retentionCost()));
    }

    private void segments() {
        RfmScores scores = Rfm.withDefaults().score(all);
        out.println();
        out.println("RFM segments, " + scores);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("segment", "customers", "share", "revenue", "share"));
        for (SegmentSize size : scores.segments(SegmentMap.common()).sizes()) {
            rows.add(List.of(
                    size.segment(),
                    Text.number(size.customers()),
                    share(size.customers(), all.customers()),
                    amount(size.money() / units()),
                    share(size.money(), all.revenue())));
        }
        Text.table(rows).forEach(out::println);
        if (all.customersWithoutPurchase() > 0) {
            out.println(
                    "  left out: " + Text.count(all.customersWithoutPurchase(), "customer") + " without a purchase");
        }
    }

    private static String text(Estimate estimate, DoubleFunction<String> form, String base) {
        if (!estimate.isDefined()) {
            return estimate.value().toString();
        }
        Interval interval = estimate.interval().orElseThrow();
        return form.apply(estimate.value().orElseThrow()) + " [" + form.apply(interval.lower()) + ", "
                + form.apply(interval.upper()) + "] (" + Text.decimal(100 * interval.confidence(), 0) + " % "
                + interval.method() + "), " + base;
    }

    private static String share(double part, double whole) {
        return whole > 0 ? Text.percent(part / whole) : "-";
    }

    private String amount(double units) {
        return Text.money(Money.ofMinor(currency, Math.round(units * units())));
    }

    private double units(long minor) {
        return minor / units();
    }

    /** Minor units in one unit of the currency. */
    private double units() {
        return Math.pow(10, currency.getDefaultFractionDigits());
    }
}
