/**
 * How a loyalty program does: who takes part, which points are used, what they cost and are owed, what tiers bring, what promotions and
 * referrals cause.
 *
 * <p>Start with {@link io.loyalty.metrics.program.PointsAnalysis} if there are ledgers: one pass over their entries gives a
 * {@link io.loyalty.metrics.program.PointsReport} with active rate, earn and redeem figures, expiry, what is outstanding, and redemption by
 * vintage of issue. Without ledgers every calculator takes counts:
 *
 * <ul>
 *   <li>{@link io.loyalty.metrics.program.MembershipFigures}: enrolment, active rate, penetration.
 *   <li>{@link io.loyalty.metrics.program.PointsFlow}: issued, redeemed, expired, and their ratios;
 *       {@link io.loyalty.metrics.program.RewardCost}: cost per point and of sales.
 *   <li>{@link io.loyalty.metrics.program.RedemptionForecast}: which share of points will ever be redeemed, and breakage, by chain ladder on
 *       a {@link io.loyalty.metrics.program.RedemptionTriangle}.
 *   <li>{@link io.loyalty.metrics.program.PointsPromise}, {@link io.loyalty.metrics.program.PointsLiability},
 *       {@link io.loyalty.metrics.program.LiabilityMovement}: the liability for points under IFRS 15, with catch-up.
 *   <li>{@link io.loyalty.metrics.program.RevenueByTier}: revenue by tier at the start of the period or at the purchase, with tests.
 *   <li>{@link io.loyalty.metrics.program.PromotionAttribution}: purchases after promotions, attributed to them, never called caused;
 *       {@link io.loyalty.metrics.program.PromotionLift}: what a promotion caused, against a hold-out;
 *       {@link io.loyalty.metrics.program.DifferenceInDifferences}: where there are numbers from before.
 *   <li>{@link io.loyalty.metrics.program.ReferralFigures}, {@link io.loyalty.metrics.program.ReferralGraph}: referral rates, K, who brought
 *       whom.
 * </ul>
 *
 * <p>Partial sums add up by {@code plus} or {@code combine}, in any order and from any number of machines, and each calculator has a
 * {@code Collector}, so that {@code groupingBy(region, MembershipFigures.collector())} works. Points and money are whole numbers; ratios
 * are of the sums; nothing is rounded but amounts that are booked. What has no number says why.
 *
 * <p>Tests are those of {@link io.loyalty.metrics.experiment}.
 *
 * <p>Deliberately absent: the choice of who is held out, and tests of experiments in general; lifetime values, which a room of their own
 * gives; booking entries and tax; the points rules themselves, which are the core's.
 *
 * @serial exclude
 */
package io.loyalty.metrics.program;
