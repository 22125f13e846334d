package io.loyalty.examples;

import io.loyalty.earning.EarningRule;
import io.loyalty.earning.Explanation;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.program.MemberDifference;
import io.loyalty.program.MemberDifference.FactDifference;
import io.loyalty.program.MemberHistory;
import io.loyalty.program.MonthFigures;
import io.loyalty.program.PointsFigures;
import io.loyalty.program.Program;
import io.loyalty.program.Simulation;
import io.loyalty.program.SimulationResult;
import java.io.PrintStream;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What double points on Tuesdays would have cost and given, had everybody done the same. */
final class WhatIf {

    private static final String RULE = "tuesday";
    private static final int MONTHS = 6;
    private static final int EXPLAINED = 3;
    private static final int PROGRESS_EVERY = 1_000;

    private final PrintStream out;
    private final Program today;
    private final SimulationResult result;

    private WhatIf(PrintStream out, Program today, SimulationResult result) {
        this.out = out;
        this.today = today;
        this.result = result;
    }

    static WhatIf of(PrintStream out, Play play, Progress progress) {
        Program today = play.shop().program();
        SimulationResult result = Simulation.of(
                        today, doubledOnTuesdays(today), play.shop().lastDay())
                .explaining(EXPLAINED)
                .run(
                        () -> play.memberships().stream().map(MemberHistory::of).iterator(),
                        PROGRESS_EVERY,
                        done -> progress.step("thousand members simulated"));
        return new WhatIf(out, today, result);
    }

    private static Program doubledOnTuesdays(Program today) {
        List<EarningRule> rules = new ArrayList<>(today.earning().rules());
        rules.add(EarningRule.multiply(RULE, Ratio.of(2)).on(DayOfWeek.TUESDAY));
        return today.earning(rules.toArray(new EarningRule[0]));
    }

    void print() {
        out.println();
        out.println("What if points were doubled on Tuesdays?");
        points();
        months();
        members();
    }

    private void points() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("points", "today", "doubled", "difference"));
        rows.add(row("issued", PointsFigures::issued));
        rows.add(row("redeemed", PointsFigures::redeemed));
        rows.add(row("expired", PointsFigures::expired));
        rows.add(row("taken back", PointsFigures::clawedBack));
        rows.add(row("outstanding", PointsFigures::outstanding));
        Money unit = Money.ofMinor(today.currency(), 1);
        Money before = result.baseline().points().cost(1, unit).atMost();
        Money after = result.variant().points().cost(1, unit).atMost();
        rows.add(List.of(
                "cost at " + Text.money(unit) + " a point",
                Text.money(before),
                Text.money(after),
                Text.money(after.minus(before))));
        Text.table(rows).forEach(out::println);
    }

    private List<String> row(String name, ToLongFunction<PointsFigures> figure) {
        long before = figure.applyAsLong(result.baseline().points());
        long after = figure.applyAsLong(result.variant().points());
        return List.of(name, Text.number(before), Text.number(after), Text.number(after - before));
    }

    /** The last months, each as today and as doubled. */
    private void months() {
        List<MonthFigures> before = result.baseline().months();
        List<MonthFigures> after = result.variant().months();
        List<String> head = new ArrayList<>(List.of("month", "issued", "doubled", "outstanding", "doubled"));
        before.get(0).membersByTier().keySet().forEach(tier -> head.add("in " + tier));
        List<List<String>> rows = new ArrayList<>();
        rows.add(head);
        for (int i = Math.max(0, before.size() - MONTHS); i < before.size(); i++) {
            PointsFigures one = before.get(i).points();
            PointsFigures other = after.get(i).points();
            List<String> row = new ArrayList<>(List.of(
                    before.get(i).month().toString(),
                    Text.number(one.issued()),
                    Text.number(other.issued()),
                    Text.number(one.outstanding()),
                    Text.number(other.outstanding())));
            before.get(i).membersByTier().values().forEach(members -> row.add(Text.number(members)));
            rows.add(row);
        }
        Text.table(rows).forEach(out::println);
    }

    private void members() {
        out.println("  " + Text.count(result.gainsAndLosses().gaining(), "member") + " gain "
                + Text.count(result.gainsAndLosses().gained(), "point") + ", "
                + Text.number(result.gainsAndLosses().losing()) + " lose "
                + Text.number(result.gainsAndLosses().lost()));
        for (MemberDifference member : result.top()) {
            out.println("  " + member.customer() + " has " + Text.number(member.gain()) + " more, such as by");
            member.facts().stream().limit(1).forEach(this::fact);
        }
    }

    private void fact(FactDifference fact) {
        String why = fact.variant().verdicts().stream()
                .filter(verdict -> verdict.ruleId().equals(RULE))
                .map(Explanation.Verdict::toString)
                .collect(Collectors.joining());
        out.println("      " + fact.fact() + ": " + Text.number(fact.baseline().total()) + " would be "
                + Text.number(fact.variant().total()) + "; " + why);
    }
}
