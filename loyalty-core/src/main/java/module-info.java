/**
 * Loyalty, core: what happened, and what it earns.
 *
 * <p>An embeddable library for customer loyalty: a host application tells it what customers did, and gets back points, tiers and the
 * reasons. Everything is a pure function over immutable values. Nothing here reads a clock, a default time zone or a default locale,
 * starts a thread or stores anything, and nothing needs a library beyond the Java platform's base module.
 *
 * <h2>A first sample</h2>
 *
 * <pre>{@code
 * Program program = Program.in(ZoneId.of("Asia/Tokyo"), Currency.getInstance("JPY"))
 *         .tiers(TierRules.ladder("Bronze").with("Silver", Criterion.spendNet(100_000)))
 *         .earning(EarningRule.earn(1).perFull(Money.parse("JPY 100")).named("spend").valid(Term.of(Period.ofYears(1))))
 *         .rewards(Catalogue.of(Reward.of("coffee", Price.points(50))));
 *
 * Instant now = Instant.parse("2026-04-01T03:00:00Z");
 * Customer customer = Customer.of(CustomerId.of("c-7"));
 * Membership member = program.join(customer, now);
 *
 * Visit visit = Visit.ofAmount(ActivityId.of("receipt-1"), customer.id(), now, Place.store("ginza"), Money.parse("JPY 12800"));
 * Step step = program.record(member, visit).orElseThrow();
 * step.entries();                                // what to store
 * step.explanation();                            // 128 points, and which rule gave them
 * step.membership().ledger().balance(now);       // 128
 * step.membership().statusAt(now).tier().tier(); // Bronze
 * }</pre>
 *
 * <h2>Map</h2>
 *
 * <p>Data flows one way. A customer and a fact go into the program; out come the next membership, entries for the host to store, and
 * an explanation. The packages, ground floor first; each knows only those before it:
 *
 * <ul>
 *   <li>{@link io.loyalty.money}: exact amounts, exact fractions, one rounding.
 *   <li>{@link io.loyalty.time}: dates, hours and terms, the only package that computes with a time zone.
 *   <li>{@link io.loyalty.customer}: who; {@link io.loyalty.visit}: what happened.
 *   <li>{@link io.loyalty.points}: the ledger, heart of the library.
 *   <li>{@link io.loyalty.earning}: which points a fact earns, and why; {@link io.loyalty.reward}: what points buy, and what comes back.
 *   <li>{@link io.loyalty.tier}: standing; {@link io.loyalty.contact}: whom to reach when, by what means, and why.
 *   <li>{@link io.loyalty.program}: the front door, a configured program and a handful of verbs. Start here.
 * </ul>
 *
 * <h2>Conventions</h2>
 *
 * <p>Points are whole numbers, never negative; fractions are exact until one rounding. Instants and zones are arguments. A range of time
 * contains its beginning and not its end; what is called a last day is the last that counts. What a program refuses is a value with a reason and
 * its numbers, and has changed nothing; exceptions are for programming errors. Every command carries a key of the caller's: said
 * twice it is done once. Trying something out is doing it and dropping the result. Nothing is {@code null} unless its documentation
 * says so.
 *
 * <h2>Words</h2>
 *
 * <table class="striped">
 *   <caption>What the words of the field are called here</caption>
 *   <thead><tr><th scope="col">word</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">the configured scheme</th><td>{@link io.loyalty.program.Program}</td></tr>
 *   <tr><th scope="row">a person; a person in a program</th><td>{@link io.loyalty.customer.Customer}; {@link io.loyalty.program.Membership}</td></tr>
 *   <tr><th scope="row">a fact that happened; the chief one</th><td>{@link io.loyalty.visit.Activity}; {@link io.loyalty.visit.Visit}</td></tr>
 *   <tr><th scope="row">what comes back</th><td>{@link io.loyalty.visit.Return}</td></tr>
 *   <tr><th scope="row">give points: the rule, what it gave, the entry</th><td>{@link io.loyalty.earning.EarningRule}, {@link io.loyalty.earning.Award}, {@link io.loyalty.points.Entry.Accrual}</td></tr>
 *   <tr><th scope="row">how points were computed, and why not</th><td>{@link io.loyalty.earning.Explanation}</td></tr>
 *   <tr><th scope="row">a limit on what is given</th><td>{@link io.loyalty.earning.Cap}</td></tr>
 *   <tr><th scope="row">a batch of points with an expiry of its own; how long it lives</th><td>{@link io.loyalty.points.Lot}; {@link io.loyalty.time.Term}</td></tr>
 *   <tr><th scope="row">not yet usable (pending); becoming usable</th><td>{@link io.loyalty.points.Position#pending}; {@link io.loyalty.points.Entry.Activation}</td></tr>
 *   <tr><th scope="row">use points</th><td>{@link io.loyalty.points.Entry.Redemption}</td></tr>
 *   <tr><th scope="row">reserve points at the checkout, then use them or not</th><td>{@link io.loyalty.points.Entry.Hold}, {@link io.loyalty.points.Entry.Capture}, {@link io.loyalty.points.Entry.Release}</td></tr>
 *   <tr><th scope="row">take back earned points on a return</th><td>{@link io.loyalty.points.Entry.Clawback}</td></tr>
 *   <tr><th scope="row">undo a redemption</th><td>{@link io.loyalty.points.Entry.Restoration}</td></tr>
 *   <tr><th scope="row">points die by date; by act</th><td>{@link io.loyalty.points.Entry.Expiry}; {@link io.loyalty.points.Entry.Forfeiture}</td></tr>
 *   <tr><th scope="row">lengthen or revive a lot</th><td>{@link io.loyalty.points.Entry.Extension}; {@link io.loyalty.points.Entry.Reinstatement}</td></tr>
 *   <tr><th scope="row">change points by hand</th><td>{@link io.loyalty.points.Entry.Adjustment}</td></tr>
 *   <tr><th scope="row">owed by the customer</th><td>{@link io.loyalty.points.Position#debt}</td></tr>
 *   <tr><th scope="row">result of a command</th><td>{@link io.loyalty.points.Outcome}: applied, a duplicate, or rejected with a {@link io.loyalty.points.Reason}</td></tr>
 *   <tr><th scope="row">level; ordered levels; where a member stands</th><td>{@link io.loyalty.tier.Tier}; {@link io.loyalty.tier.TierRules}; {@link io.loyalty.tier.TierStatus}</td></tr>
 *   <tr><th scope="row">the window over which a tier is earned</th><td>{@link io.loyalty.time.QualificationPeriod}</td></tr>
 *   <tr><th scope="row">a perk of a tier; how often it may be used</th><td>{@link io.loyalty.tier.Benefit}; {@link io.loyalty.tier.Allowance}</td></tr>
 *   <tr><th scope="row">a thing to get for points; all of them</th><td>{@link io.loyalty.reward.Reward}; {@link io.loyalty.reward.Catalogue}</td></tr>
 *   <tr><th scope="row">birthday, wedding day, joining day</th><td>{@link io.loyalty.customer.Occasion}</td></tr>
 *   <tr><th scope="row">bring a friend</th><td>{@link io.loyalty.customer.Referral}</td></tr>
 *   <tr><th scope="row">a planned touch with a customer</th><td>{@link io.loyalty.contact.Contact} in a {@link io.loyalty.contact.ContactPlan}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>What points cost and are owed, breakage and liability, and all other figures are in the module {@code io.loyalty.metrics}.
 */
module io.loyalty.core {
    exports io.loyalty.contact;
    exports io.loyalty.customer;
    exports io.loyalty.earning;
    exports io.loyalty.money;
    exports io.loyalty.points;
    exports io.loyalty.program;
    exports io.loyalty.reward;
    exports io.loyalty.tier;
    exports io.loyalty.time;
    exports io.loyalty.visit;
}
