package io.loyalty.ecosystem;

import io.loyalty.program.Membership;
import io.loyalty.testing.ContactArbitraries;
import io.loyalty.testing.CustomerArbitraries;
import io.loyalty.testing.EarningArbitraries;
import io.loyalty.testing.MoneyArbitraries;
import io.loyalty.testing.PointsArbitraries;
import io.loyalty.testing.ProgramArbitraries;
import io.loyalty.testing.RewardArbitraries;
import io.loyalty.testing.TierArbitraries;
import io.loyalty.testing.TimeArbitraries;
import io.loyalty.testing.VisitArbitraries;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitrary;

/** Values of the core, from its published fixtures. */
final class CoreSpecimens {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final Currency YEN = Currency.getInstance("JPY");
    private static final int OF_EACH = 12;

    private CoreSpecimens() {}

    static void addTo(Specimens specimens) {
        List<Arbitrary<?>> fixtures = List.of(
                MoneyArbitraries.money(),
                MoneyArbitraries.ratios(),
                MoneyArbitraries.roundings(),
                TimeArbitraries.businessDays(),
                TimeArbitraries.dateWindows(),
                TimeArbitraries.weeklyHours(),
                TimeArbitraries.terms(),
                TimeArbitraries.qualificationPeriods(),
                CustomerArbitraries.customers(),
                CustomerArbitraries.referrals(),
                VisitArbitraries.activities(),
                VisitArbitraries.attributeValues(),
                PointsArbitraries.policies(ZONE),
                PointsArbitraries.grants(),
                PointsArbitraries.policies(ZONE).flatMap(PointsArbitraries::ledgers),
                EarningArbitraries.rules(YEN),
                EarningArbitraries.conditions(YEN),
                RewardArbitraries.catalogues(YEN),
                RewardArbitraries.redemptionPolicies(YEN),
                TierArbitraries.rules(),
                TierArbitraries.plans().flatMap(TierArbitraries::grants),
                ContactArbitraries.plans(),
                ContactArbitraries.facts(),
                ProgramArbitraries.programs(ZONE, YEN).flatMap(ProgramArbitraries::memberships));
        for (Arbitrary<?> fixture : fixtures) {
            fixture.sampleStream().limit(OF_EACH).forEach(specimens::add);
        }
        for (Object membership : specimens.of(Membership.class)) {
            specimens.add(((Membership) membership).statusAt(((Membership) membership).joinedAt()));
        }
    }
}
