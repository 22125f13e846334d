package io.loyalty.program;

import io.loyalty.earning.Award;
import io.loyalty.earning.AwardPart;
import io.loyalty.points.Reason;
import io.loyalty.tier.TierFact;
import io.loyalty.tier.TierStatus;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Return;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums over the members of one program: whole numbers only, so that the order of members leaves no trace. */
final class ProgramTally implements Serializable, Playback.Witness {

    private static final long serialVersionUID = 1L;

    private final Months months;
    private final PointsColumns points;
    private final List<String> tiers;
    /** By tier and month: how many members stand in the tier at the month's end. */
    private final long[][] members;

    private final SortedMap<String, Long> issuedByRule = new TreeMap<>();
    private final SortedMap<Reason, Long> refusedFacts = new TreeMap<>();
    private final SortedMap<Reason, Long> refusedRedemptions = new TreeMap<>();
    private long pointsNotRedeemed;

    ProgramTally(Program program, String currency, Months months) {
        this.months = months;
        points = new PointsColumns(currency);
        tiers = List.copyOf(program.tiers().names());
        members = new long[tiers.size()][0];
    }

    // ---- counting -----------------------------------------------------------------------------------------------

    @Override
    public void recorded(Activity activity, Step step) {
        if (activity instanceof Return) {
            return;
        }
        for (Award award : step.awards()) {
            for (AwardPart part : award.parts()) {
                issuedByRule.merge(part.ruleId(), part.points(), Math::addExact);
            }
        }
    }

    @Override
    public void refused(Activity activity, Reason reason) {
        refusedFacts.merge(reason, 1L, Math::addExact);
    }

    @Override
    public void notRedeemed(Reason reason, long missed) {
        refusedRedemptions.merge(reason, 1L, Math::addExact);
        pointsNotRedeemed = Math.addExact(pointsNotRedeemed, missed);
    }

    /** Counts a membership that was played to the end; gives what became of its points in all. */
    PointsFigures add(Membership member) {
        int joined = months.indexOf(member.joinedAt());
        reach(joined);
        TierStatus status = member.tiers().statusAt(member.joinedAt());
        List<TierFact> facts = member.tiers().facts();
        int known = 0;
        for (int month = joined; month >= 0; month--) {
            Instant end = months.endOf(month);
            int before = known;
            while (known < facts.size() && facts.get(known).at().isBefore(end)) {
                known++;
            }
            // Without new facts the standing lasts as long as it says.
            if (known > before || end.isAfter(status.until())) {
                status = member.tiers().statusAt(end.minusNanos(1));
            }
            members[tiers.indexOf(status.tier().name())][month]++;
        }
        return points.add(member.ledger(), months);
    }

    private void reach(int month) {
        if (month >= members[0].length) {
            for (int tier = 0; tier < members.length; tier++) {
                members[tier] = Arrays.copyOf(members[tier], month + 1);
            }
        }
    }

    void add(ProgramTally other) {
        points.add(other.points);
        if (other.members[0].length > 0) {
            reach(other.members[0].length - 1);
        }
        for (int tier = 0; tier < members.length; tier++) {
            for (int month = 0; month < other.members[tier].length; month++) {
                members[tier][month] += other.members[tier][month];
            }
        }
        other.issuedByRule.forEach((rule, sum) -> issuedByRule.merge(rule, sum, Math::addExact));
        other.refusedFacts.forEach((reason, count) -> refusedFacts.merge(reason, count, Math::addExact));
        other.refusedRedemptions.forEach((reason, count) -> refusedRedemptions.merge(reason, count, Math::addExact));
        pointsNotRedeemed = Math.addExact(pointsNotRedeemed, other.pointsNotRedeemed);
    }

    // ---- what it comes to ---------------------------------------------------------------------------------------

    ProgramFigures figures() {
        List<MonthFigures> rows = new ArrayList<>();
        PointsFigures before = new PointsFigures(0, 0, 0, 0, 0, 0);
        PointsFigures total = before;
        for (int month = members[0].length - 1; month >= 0; month--) {
            PointsFigures row = points.month(month, before);
            Map<String, Long> byTier = new LinkedHashMap<>();
            for (int tier = 0; tier < members.length; tier++) {
                byTier.put(tiers.get(tier), members[tier][month]);
            }
            rows.add(new MonthFigures(months.month(month), row, byTier));
            total = total.plus(row);
            before = row;
        }
        return new ProgramFigures(total, rows, issuedByRule, refusedFacts, refusedRedemptions, pointsNotRedeemed);
    }
}
