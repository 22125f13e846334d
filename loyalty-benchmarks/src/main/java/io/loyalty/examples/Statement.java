package io.loyalty.examples;

import io.loyalty.earning.Explanation;
import io.loyalty.money.Money;
import io.loyalty.points.Allocation;
import io.loyalty.points.Entry;
import io.loyalty.points.Outcome;
import io.loyalty.points.Position;
import io.loyalty.program.Membership;
import io.loyalty.program.Status;
import io.loyalty.program.Step;
import io.loyalty.visit.Activity;
import io.loyalty.visit.OccasionReached;
import io.loyalty.visit.ReferralMade;
import io.loyalty.visit.Return;
import io.loyalty.visit.ReturnedLine;
import io.loyalty.visit.SignUp;
import io.loyalty.visit.Visit;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One member's statement: what happened, which points came of it and why, and how the member stands. */
final class Statement implements Play.Listener {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int LATEST = 10;
    private static final int MONTHS_AHEAD = 6;

    private record Happening(Instant at, String text, List<Explanation> why) {}

    private final List<Happening> happenings = new ArrayList<>();
    private final Play play;
    private final Membership membership;

    private Statement(Play play, Shop.Member member) {
        this.play = play;
        this.membership = Play.member(play.shop(), member, play.closing(), this);
        addExpiries();
    }

    /** The statement of the member whom the user named, or of one that has much to show. */
    static Statement of(Play play, Optional<String> wanted) {
        int chosen = wanted.isPresent() ? find(play, wanted.get()) : telling(play);
        return new Statement(play, play.shop().members().get(chosen));
    }

    private static int find(Play play, String id) {
        for (int i = 0; i < play.memberships().size(); i++) {
            if (play.memberships().get(i).customer().id().value().equals(id)) {
                return i;
            }
        }
        throw new UserError("There is no customer '" + id + "'.");
    }

    /** A member with as many kinds of entries and rules as any, and among those with the fewest entries. */
    private static int telling(Play play) {
        int best = 0;
        int bestKinds = -1;
        int bestEntries = 0;
        for (int i = 0; i < play.memberships().size(); i++) {
            List<Entry> entries = play.memberships().get(i).ledger().entries();
            Set<String> kinds = new HashSet<>();
            entries.forEach(entry -> kinds.add(entry.getClass().getName()));
            if (kinds.size() > bestKinds || kinds.size() == bestKinds && entries.size() < bestEntries) {
                best = i;
                bestKinds = kinds.size();
                bestEntries = entries.size();
            }
        }
        return best;
    }

    @Override
    public void recorded(Activity activity, Outcome<Step> outcome) {
        if (outcome instanceof Outcome.Rejected<Step> rejected) {
            happenings.add(
                    new Happening(activity.at(), text(activity) + ", refused: " + rejected.rejection(), List.of()));
        } else {
            happenings.add(new Happening(
                    activity.at(), text(activity), outcome.orElseThrow().explanations()));
        }
    }

    @Override
    public void redeemed(Instant at, long points) {
        happenings.add(new Happening(at, "reward for " + Text.count(points, "point"), List.of()));
    }

    private void addExpiries() {
        for (Entry entry : membership.ledger().entries()) {
            if (entry instanceof Entry.Expiry expiry) {
                long points = expiry.allocations().stream()
                        .mapToLong(Allocation::points)
                        .sum();
                happenings.add(new Happening(
                        expiry.stamp().effectiveAt(), Text.count(points, "point") + " expired", List.of()));
            }
        }
        happenings.sort(Comparator.comparing(Happening::at));
    }

    void print(PrintStream out) {
        out.println();
        out.println("Statement of " + membership.customer().id() + " on "
                + play.shop().lastDay());
        int first = Math.max(0, happenings.size() - LATEST);
        if (first > 0) {
            out.println("  ... " + Text.number(first) + " earlier");
        }
        for (Happening happening : happenings.subList(first, happenings.size())) {
            out.println("  " + time(happening.at()) + "  " + happening.text());
            happening.why().forEach(why -> out.println(why(why).indent(6).stripTrailing()));
        }
        Status status = membership.statusAt(play.closing());
        Position points = status.points();
        out.println(
                "  points  " + Text.number(points.available()) + " available, " + Text.number(points.debt()) + " owed");
        points.expiringThrough(play.shop().lastDay().plusMonths(MONTHS_AHEAD))
                .forEach(
                        (day, expiring) -> out.println("          " + Text.number(expiring) + " valid through " + day));
        out.println("  tier    " + status.tier().tier() + " since "
                + time(status.tier().since()) + ", by reason of "
                + status.tier().reason());
        status.progress()
                .next()
                .ifPresent(next -> out.println("  next    "
                        + TierText.target(next, play.shop().program().currency())));
    }

    /** The rules that gave points, and what caps cut off. */
    private static String why(Explanation why) {
        List<String> lines = new ArrayList<>();
        lines.add(Text.count(why.total(), "point"));
        why.verdicts().stream().filter(verdict -> verdict.points() > 0).forEach(verdict -> lines.add("  " + verdict));
        why.cuts().forEach(cut -> lines.add("  " + cut));
        return String.join("\n", lines);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(play.shop().program().day().zone()));
    }

    private static String text(Activity activity) {
        if (activity instanceof Visit visit) {
            return "visit of " + Text.money(visit.amount());
        }
        if (activity instanceof Return back) {
            Optional<Money> amount =
                    back.lines().stream().map(ReturnedLine::amount).reduce(Money::plus);
            return "return of " + amount.map(Text::money).orElse("nothing") + "; what the visit is worth now:";
        }
        if (activity instanceof SignUp) {
            return "joined";
        }
        if (activity instanceof ReferralMade referral) {
            return "brought " + referral.referee();
        }
        if (activity instanceof OccasionReached occasion) {
            return occasion.kind().toLowerCase(Locale.ROOT);
        }
        return activity.getClass().getSimpleName();
    }
}
