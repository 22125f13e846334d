package io.loyalty.program;

import io.loyalty.money.Money;
import io.loyalty.points.Command;
import io.loyalty.points.Outcome;
import io.loyalty.points.Outcome.Applied;
import io.loyalty.points.Outcome.Duplicate;
import io.loyalty.points.Outcome.Rejected;
import io.loyalty.points.Position;
import io.loyalty.points.Posting;
import io.loyalty.reward.Decision;
import io.loyalty.reward.PaymentQuote;
import io.loyalty.reward.PointsPayment;
import io.loyalty.reward.Price;
import io.loyalty.reward.Redemption;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.reward.Reward;
import io.loyalty.reward.RewardContext;
import io.loyalty.reward.Stock;
import io.loyalty.reward.Wish;
import java.time.Instant;

/** What members do with rewards and bills: the catalogue decides, the ledger does it, and the membership remembers. */
final class RewardCounter {

    private final Settings settings;

    RewardCounter(Settings settings) {
        this.settings = settings;
    }

    /** What the catalogue must know: tier, points of every currency that a price names, uses, and the stock in question. */
    RewardContext context(Membership membership, Stock stock, Instant at) {
        RewardContext context = RewardContext.of(membership.customer().id(), settings.day())
                .withTier(membership.tiers().statusAt(at).tier().name())
                .with(membership.uses())
                .with(stock);
        for (Reward reward : settings.rewards().rewards()) {
            for (Price price : reward.pricesIn(context.tier())) {
                String currency = price.currency();
                if (!context.points().containsKey(currency)) {
                    Position account = membership.ledger().asOf(at, currency);
                    context = context.with(account);
                }
            }
        }
        return context;
    }

    PaymentQuote quotePayment(Membership membership, Money bill, Instant at) {
        RedemptionPolicy policy = policy();
        return policy.quote(bill, available(membership, policy, at));
    }

    Decision<PointsPayment> pay(Membership membership, Money bill, long points, Instant at) {
        RedemptionPolicy policy = policy();
        return policy.pay(bill, points, available(membership, policy, at));
    }

    private RedemptionPolicy policy() {
        if (settings.payment().isEmpty()) {
            throw new IllegalStateException("points do not pay bills in this program");
        }
        return settings.payment().get(0);
    }

    private static long available(Membership membership, RedemptionPolicy policy, Instant at) {
        return membership.ledger().asOf(at, policy.pointCurrency()).available();
    }

    Outcome<RewardStep> redeem(Membership membership, Command command, Wish wish, Stock stock) {
        return done(membership, settings.rewards().redeem(command, wish, context(membership, stock, command.at())));
    }

    Outcome<RewardStep> hold(Membership membership, Command command, Wish wish, Instant lapsesAt, Stock stock) {
        return done(
                membership, settings.rewards().hold(command, wish, lapsesAt, context(membership, stock, command.at())));
    }

    Outcome<RewardStep> capture(Membership membership, Command command, String hold, long quantity, Stock stock) {
        return done(
                membership,
                settings.rewards().capture(command, hold, quantity, context(membership, stock, command.at())));
    }

    Outcome<RewardStep> release(Membership membership, Command command, String hold, Stock stock) {
        return done(membership, settings.rewards().release(command, hold, context(membership, stock, command.at())));
    }

    Outcome<RewardStep> cancel(Membership membership, Command command, String redemption, long quantity, Stock stock) {
        return done(
                membership,
                settings.rewards().cancel(command, redemption, quantity, context(membership, stock, command.at())));
    }

    private static Outcome<RewardStep> done(Membership membership, Decision<Redemption> decision) {
        if (decision.isRefused()) {
            return new Rejected<>(decision.obstacles().get(0));
        }
        Redemption redemption = decision.orElseThrow();
        Outcome<Posting> outcome = redemption.applyTo(membership.ledger());
        if (outcome instanceof Rejected<Posting> rejected) {
            return new Rejected<>(rejected.rejection());
        }
        Posting posting = outcome.orElseThrow();
        Membership next = membership.with(posting.ledger()).with(redemption.uses());
        RewardStep step = new RewardStep(Step.of(next, posting.entries()), redemption);
        return outcome instanceof Duplicate ? new Duplicate<>(step) : new Applied<>(step);
    }
}
