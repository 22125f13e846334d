/**
 * Published fixtures: jqwik arbitraries of valid values of this library, for suites that check formulas and rules of their own.
 *
 * <p>One class of arbitraries for each package of the core module, named after it. They come as a test jar beside the library's:
 *
 * <pre>{@code
 * <dependency>
 *   <groupId>io.loyalty</groupId><artifactId>loyalty-core</artifactId><version>0.1.0</version>
 *   <type>test-jar</type><scope>test</scope>
 * </dependency>
 * <dependency>
 *   <groupId>net.jqwik</groupId><artifactId>jqwik</artifactId><version>1.9.3</version><scope>test</scope>
 * </dependency>
 * }</pre>
 *
 * <h2>Checking a formula of your own</h2>
 *
 * <p>Say in plain whole numbers what a receipt is worth, and let the fixtures look for a receipt of which your program thinks otherwise.
 * jqwik shrinks what it finds and reports the seed.
 *
 * <pre>{@code
 * class OurPointsProperties {
 *
 *     static final CustomerId ID = CustomerId.of("c-7");
 *     static final Currency YEN = Currency.getInstance("JPY");
 *     static final BusinessDay DAY = BusinessDay.midnight(ZoneId.of("Asia/Tokyo"));
 *     static final EarningPlan PLAN = EarningPlan.of(EarningRule.earn(1)
 *             .perFull(Money.parse("JPY 100"))
 *             .basedOn(new EarningBase(TaxBasis.INCLUDED, Set.of(), PointsPaid.GROSS)));
 *
 *     @Provide
 *     Arbitrary<List<Visit>> days() {
 *         return VisitArbitraries.visitsAround(ID, Money.parse("JPY 30000"), DAY);
 *     }
 *
 *     @Property
 *     void onePointForEachFull100Yen(@ForAll("days") List<Visit> visits) {
 *         for (Visit visit : visits) {
 *             long ours = visit.amountMinor() / 100;
 *             assertEquals(ours, PLAN.award(visit, EarningContext.of(Customer.of(ID), DAY)).total());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>A whole suite of this kind, with a limit per day, a day that turns at three in the morning, returns, and the last day on which points
 * are worth anything, is {@code OwnFormulaProperties} among the library's own tests, to be copied.
 *
 * <h2>Which fixture for what</h2>
 *
 * <ul>
 *   <li>Amounts just below and above a step, ties of rounding, the bounds of {@code long}: {@link io.loyalty.testing.MoneyArbitraries}.
 *   <li>Leap days, ends of months, changes of the clock, dates without midnight, skipped dates, opening hours that cross midnight:
 *       {@link io.loyalty.testing.TimeArbitraries}.
 *   <li>Customers, birthdays on 29 February, consents given and withdrawn: {@link io.loyalty.testing.CustomerArbitraries}.
 *   <li>Receipts with several tax rates, free lines, points among the tenders; returns in many steps; days that end at a limit, a unit below
 *       it or a unit above it: {@link io.loyalty.testing.VisitArbitraries}.
 *   <li>Accounts with lots about to expire, open holds and pending points, and the moments at which they are difficult:
 *       {@link io.loyalty.testing.PointsArbitraries#ledgers} with {@link io.loyalty.testing.PointsArbitraries#moments}.
 *   <li>Rules, conditions and caps that such receipts just reach: {@link io.loyalty.testing.EarningArbitraries}.
 *   <li>Rewards, prices, stock; bills paid with points: {@link io.loyalty.testing.RewardArbitraries}.
 *   <li>Ladders with every policy, and facts that cross their thresholds: {@link io.loyalty.testing.TierArbitraries}.
 *   <li>Contact plans, and customers with a hundred days of facts: {@link io.loyalty.testing.ContactArbitraries}.
 *   <li>Whole programs and memberships with a past: {@link io.loyalty.testing.ProgramArbitraries}.
 * </ul>
 *
 * <p>The difficult values come up with fixed shares, which the library's own tests count: ten of a hundred dates are leap days, three of a
 * hundred questions about an account are asked in the very moment in which points die. jqwik's edge cases are switched off where they
 * would crowd out the rest. Give properties a fixed {@code seed} if a build must do the same thing twice.
 *
 * <p>Deliberately absent: invalid values, since types here cannot hold them; what is refused is a matter of a few examples.
 */
package io.loyalty.testing;
