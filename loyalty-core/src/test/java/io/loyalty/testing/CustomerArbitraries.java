package io.loyalty.testing;

import io.loyalty.customer.Consent;
import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.ContactPreferences;
import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.customer.Occasion;
import io.loyalty.customer.Referral;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Valid customers and their parts: short and long ids, leap-day birthdays, consents withdrawn in the instant of the grant. */
public final class CustomerArbitraries {

    private CustomerArbitraries() {}

    /**
     * Texts that pass as ids, kinds, purposes, names and codes.
     *
     * @return texts of 1 to 200 printable characters, of several scripts, with spaces inside
     */
    public static Arbitrary<String> codes() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Arbitraries.strings()
                                .alpha()
                                .numeric()
                                .withChars('-', '_')
                                .ofMinLength(1)
                                .ofMaxLength(12)),
                Tuple.of(1, Arbitraries.of("a", "a".repeat(200), "two words", "会員", "naïve", "\uD83C\uDF38", "𝒳")));
    }

    /**
     * Ids of customers.
     *
     * @return ids that collide now and then
     */
    public static Arbitrary<CustomerId> customerIds() {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.integers().between(1, 50).map(n -> "c-" + n)), Tuple.of(1, codes()))
                .map(CustomerId::of);
    }

    /**
     * Occasions of the known kinds and of others.
     *
     * @return occasions with and without a year, leaning towards 29 February
     */
    public static Arbitrary<Occasion> occasions() {
        Arbitrary<String> kinds = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Occasion.BIRTHDAY, Occasion.WEDDING_DAY, Occasion.JOINING_DAY)),
                Tuple.of(1, codes()));
        Arbitrary<Integer> years = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(0, 1, 4, 1900, 1904, 2000, 2004, 9999)),
                Tuple.of(3, Arbitraries.integers().between(1920, 2026)));
        return Combinators.combine(kinds, TimeArbitraries.yearlyDays(), years)
                .as((kind, day, year) -> new Occasion(kind, day, year == 0 || day.isValidYear(year) ? year : 0))
                .withoutEdgeCases();
    }

    /**
     * Customers with few or many particulars.
     *
     * @return customers
     */
    public static Arbitrary<Customer> customers() {
        return Combinators.combine(
                        customerIds(),
                        occasions().list().uniqueElements(Occasion::kind).ofMaxSize(4),
                        Arbitraries.maps(codes(), Arbitraries.strings().ofMaxLength(20))
                                .ofMaxSize(4),
                        codes().set().ofMaxSize(4),
                        contactPreferences())
                .as(Customer::new)
                .withoutEdgeCases();
    }

    /**
     * Consents, grants and withdrawals.
     *
     * @return consents for few purposes, so that decisions meet
     */
    public static Arbitrary<Consent> consents() {
        return Combinators.combine(
                        Arbitraries.of(ContactChannel.class),
                        Arbitraries.of(Consent.MARKETING, Consent.SERVICE, Consent.RESEARCH),
                        Arbitraries.of(Consent.Decision.class),
                        TimeArbitraries.instants())
                .as(Consent::new)
                .withoutEdgeCases();
    }

    /**
     * Contact preferences, among them {@link ContactPreferences#NONE}.
     *
     * @return preferences with up to eight consents and quiet hours of any kind
     */
    public static Arbitrary<ContactPreferences> contactPreferences() {
        Arbitrary<ContactPreferences> some = Combinators.combine(
                        Arbitraries.of(ContactChannel.class)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(5),
                        consents().list().ofMaxSize(8),
                        TimeArbitraries.weeklyHours(),
                        TimeArbitraries.zones())
                .as(ContactPreferences::new);
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(ContactPreferences.NONE)), Tuple.of(6, some))
                .withoutEdgeCases();
    }

    /**
     * Referrals of one customer by another.
     *
     * @return referrals
     */
    public static Arbitrary<Referral> referrals() {
        return Combinators.combine(customerIds(), customerIds(), TimeArbitraries.instants())
                .filter((referrer, referee, at) -> !referrer.equals(referee))
                .as(Referral::new)
                .withoutEdgeCases();
    }
}
