package io.loyalty.examples;

import io.loyalty.earning.Condition;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.Effect;
import io.loyalty.money.Money;
import io.loyalty.points.Position;
import io.loyalty.points.Totals;
import io.loyalty.program.Membership;
import io.loyalty.tier.Tier;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.Visit;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What came of a program: its figures and its tiers. */
final class Report {

    private final PrintStream out;
    private final Play play;

    Report(PrintStream out, Play play) {
        this.out = out;
        this.play = play;
    }

    void print() {
        Shop shop = play.shop();
        LocalDate from = shop.program().day().dateOf(shop.transactions().get(0).at());
        out.println(shop.title() + ", " + from + " to " + shop.lastDay() + " in "
                + shop.program().day().zone());
        shop.remarks().forEach(remark -> out.println("  " + remark));
        program(shop);
        points();
        tiers();
    }

    private void program(Shop shop) {
        heading("Program");
        for (EarningRule rule : shop.program().earning().rules()) {
            out.println("  earn    " + rule.id() + ": " + rule.effect()
                    + (rule.condition().equals(Condition.always()) ? "" : ", " + rule.condition())
                    + (rule.effect() instanceof Effect.Multiply
                            ? ""
                            : ", valid " + rule.terms().term()));
        }
        for (Tier tier : shop.program().tiers().rulesOn(shop.lastDay()).tiers()) {
            out.println("  tier    " + tier.name() + " for "
                    + TierText.criterion(tier.criterion(), shop.program().currency()));
        }
        out.println("  reward  " + Text.count(shop.rewardPrice(), "point") + "; " + shop.rewardRule());
        play.refused()
                .forEach((reason, count) -> out.println("  refused " + Text.count(count, "fact") + ": " + reason));
    }

    private void points() {
        Points sum = new Points();
        play.memberships().forEach(membership -> sum.add(membership.ledger().asOf(play.closing())));
        Facts facts = facts();
        heading("Points on " + play.shop().lastDay());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("members", Text.number(play.memberships().size())));
        rows.add(List.of("visits", Text.number(facts.visits)));
        rows.add(List.of("spent", Text.money(facts.spent)));
        rows.add(List.of("returns", Text.number(facts.returns)));
        rows.add(List.of("returned", Text.money(facts.returned)));
        rows.add(List.of("points issued", Text.number(sum.issued)));
        rows.add(List.of("redeemed", Text.number(sum.redeemed)));
        rows.add(List.of("expired", Text.number(sum.expired)));
        rows.add(List.of("taken back", Text.number(sum.takenBack)));
        rows.add(List.of("outstanding", Text.number(sum.outstanding)));
        rows.add(List.of("owed by members", Text.number(sum.debt)));
        Text.table(rows).forEach(out::println);
        out.println("  issued + owed = redeemed + expired + taken back + outstanding: "
                + (sum.balances() ? "yes" : "NO, the books do not balance"));
    }

    private void tiers() {
        heading("Tiers on " + play.shop().lastDay());
        List<TierLine> lines = new ArrayList<>();
        for (Tier tier :
                play.shop().program().tiers().rulesOn(play.shop().lastDay()).tiers()) {
            lines.add(new TierLine(tier.name()));
        }
        for (Membership membership : play.memberships()) {
            TierLine line =
                    lines.get(membership.tiers().statusAt(play.closing()).tier().order());
            line.members++;
            line.outstanding += membership.ledger().balance(play.closing());
            for (Activity activity : membership.activities()) {
                if (activity instanceof Visit) {
                    line.visits++;
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("tier", "members", "share", "visits", "points outstanding"));
        for (TierLine line : lines) {
            double share = (double) line.members / play.memberships().size();
            rows.add(List.of(
                    line.name,
                    Text.number(line.members),
                    Text.percent(share),
                    Text.number(line.visits),
                    Text.number(line.outstanding)));
        }
        Text.table(rows).forEach(out::println);
    }

    private Facts facts() {
        Facts facts = new Facts(Money.zero(play.shop().program().currency()));
        for (Shop.Member member : play.shop().members()) {
            for (Activity activity : member.activities()) {
                if (activity instanceof Visit visit) {
                    facts.visits++;
                    facts.spent = facts.spent.plus(visit.amount());
                } else if (activity instanceof Return back) {
                    facts.returns++;
                    for (ReturnedLine line : back.lines()) {
                        facts.returned = facts.returned.plus(line.amount());
                    }
                }
            }
        }
        return facts;
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private static final class Facts {
        long visits;
        long returns;
        Money spent;
        Money returned;

        Facts(Money nothing) {
            spent = nothing;
            returned = nothing;
        }
    }

    private static final class TierLine {
        final String name;
        long members;
        long visits;
        long outstanding;

        TierLine(String name) {
            this.name = name;
        }
    }

    private static final class Points {
        long issued;
        long redeemed;
        long expired;
        long takenBack;
        long outstanding;
        long debt;

        void add(Position position) {
            Totals totals = position.totals();
            issued += totals.accrued();
            redeemed += totals.redeemed();
            expired += totals.expired();
            takenBack += totals.clawedBack();
            outstanding += position.balance() + position.pending();
            debt += position.debt();
        }

        boolean balances() {
            return issued + debt == redeemed + expired + takenBack + outstanding;
        }
    }
}
