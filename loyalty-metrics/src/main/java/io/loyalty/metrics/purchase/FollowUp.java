package io.loyalty.metrics.purchase;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Follow-up after the first purchase: how many customers are contacted in time, and how many of them come again.
 *
 * <h2>Definition</h2>
 *
 * <p>A customer is reached if a contact falls on the day of the first purchase of the window or on one of the d days
 * after. The share reached is among customers whose d days are over. The comparison begins on day d: of the customers
 * who have not come again by then, those reached are compared with those not, by whether they come later. The lift is
 * the ratio of the two rates, less 1.
 *
 * <h2>Interpretation</h2>
 *
 * <p>An observation, not an effect: whoever is contacted differs from the others, if only by leaving an address. Only a
 * hold-out group chosen by chance says what the contact did. Beginning on day d keeps out the worst mistake, to count
 * as reached only those who did not come again before they could be.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Contacts before the first purchase, after the end of observation, or of customers without a purchase are counted
 * apart and do not reach anybody. Customers of fewer than d days are left out. Empty groups leave rates and lift
 * undefined, as does a rate of 0 among those not reached for the lift.
 *
 * <h2>Performance</h2>
 *
 * <p>One pass over contacts and customers, and a hash table of the customers' keys.
 *
 * <h2>References</h2>
 *
 * <p>Anderson, J. R., Cain, K. C., Gelber, R. D. (1983), Analysis of survival by tumor response, Journal of Clinical
 * Oncology 1(11), 710–719, doi:10.1200/JCO.1983.1.11.710, for the comparison from a landmark.
 *
 * @param customers number of customers whose days are over
 * @param tooNew number of customers left out because they are not
 * @param contacts number of contacts after the first purchase of a customer
 * @param strayContacts number of other contacts
 * @param perCustomer contacts per customer, of all customers
 * @param reached share of the customers reached in time, with a 95 % Wilson interval
 * @param backBefore number of customers who came again within the days and so are in neither group
 * @param amongReached share of those reached who came later
 * @param amongOthers share of those not reached who came later
 * @param difference the first share less the second, with Newcombe's 95 % interval
 * @param lift the first share over the second, less 1
 */
public record FollowUp(
        int customers,
        int tooNew,
        long contacts,
        long strayContacts,
        Measure perCustomer,
        Estimate reached,
        int backBefore,
        RepeatRate amongReached,
        RepeatRate amongOthers,
        Estimate difference,
        Measure lift) {

    /**
     * Refuses missing parts.
     *
     * @param customers number of customers whose days are over
     * @param tooNew number of customers left out because they are not
     * @param contacts number of contacts after the first purchase of a customer
     * @param strayContacts number of other contacts
     * @param perCustomer contacts per customer, of all customers
     * @param reached share of the customers reached in time
     * @param backBefore number of customers who came again within the days
     * @param amongReached share of those reached who came later
     * @param amongOthers share of those not reached who came later
     * @param difference the first share less the second
     * @param lift the first share over the second, less 1
     */
    public FollowUp {
        Objects.requireNonNull(perCustomer, "perCustomer");
        Objects.requireNonNull(reached, "reached");
        Objects.requireNonNull(amongReached, "amongReached");
        Objects.requireNonNull(amongOthers, "amongOthers");
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(lift, "lift");
    }

    /**
     * The follow-up of a history's customers.
     *
     * @param history summaries of a window
     * @param withinDays d: the days after the first purchase in which a contact is in time, at least 0
     * @param customers the customer of each contact
     * @param days the day of each contact, in the zone of the history
     * @return the figures
     * @throws IllegalArgumentException if the columns differ in length or the number of days is negative
     */
    public static FollowUp of(PurchaseHistory history, int withinDays, String[] customers, LocalDate[] days) {
        if (withinDays < 0) {
            throw new IllegalArgumentException("withinDays must be at least 0: " + withinDays);
        }
        if (customers.length != days.length) {
            throw new IllegalArgumentException(
                    "columns must be equally long: " + customers.length + " and " + days.length);
        }
        Tally tally = new Tally(history, withinDays);
        for (int i = 0; i < customers.length; i++) {
            tally.addContact(customers[i], days[i]);
        }
        for (int i = 0; i < history.customers(); i++) {
            tally.addCustomer(i);
        }
        return tally.figures();
    }

    /**
     * One readable line.
     *
     * @return the share reached and the two rates
     */
    @Override
    public String toString() {
        return "reached " + reached + "; came later: " + amongReached.rate() + " of those reached, "
                + amongOthers.rate() + " of the others";
    }

    private static final class Tally {

        private final PurchaseHistory history;
        private final int withinDays;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final boolean[] inTime;
        private long contacts;
        private long strays;
        private int tooNew;
        private int customers;
        private int reached;
        private int backBefore;
        private int reachedAtRisk;
        private int reachedAndBack;
        private int othersAtRisk;
        private int othersAndBack;

        Tally(PurchaseHistory history, int withinDays) {
            this.history = history;
            this.withinDays = withinDays;
            for (int i = 0; i < history.customers(); i++) {
                numbers.put(history.customer(i), i);
            }
            inTime = new boolean[history.customers()];
        }

        void addContact(String customer, LocalDate day) {
            Integer number = numbers.get(customer);
            long daysAgo = ChronoUnit.DAYS.between(day, history.rules().asOf());
            if (number == null || daysAgo < 0 || daysAgo > firstDaysAgo(number)) {
                strays++;
                return;
            }
            contacts++;
            inTime[number] |= firstDaysAgo(number) - daysAgo <= withinDays;
        }

        void addCustomer(int number) {
            int first = firstDaysAgo(number);
            if (first < withinDays) {
                tooNew++;
                return;
            }
            customers++;
            reached += inTime[number] ? 1 : 0;
            boolean before = false;
            boolean later = false;
            for (int daysAgo : history.purchaseDaysAgo(number)) {
                before |= daysAgo < first && first - daysAgo <= withinDays;
                later |= first - daysAgo > withinDays;
            }
            if (before) {
                backBefore++;
            } else if (inTime[number]) {
                reachedAtRisk++;
                reachedAndBack += later ? 1 : 0;
            } else {
                othersAtRisk++;
                othersAndBack += later ? 1 : 0;
            }
        }

        FollowUp figures() {
            int all = customers + tooNew;
            RepeatRate amongReached = RepeatRate.of(reachedAndBack, reachedAtRisk);
            RepeatRate amongOthers = RepeatRate.of(othersAndBack, othersAtRisk);
            return new FollowUp(
                    customers,
                    tooNew,
                    contacts,
                    strays,
                    all == 0 ? Measure.undefined("no customers") : Measure.of((double) contacts / all),
                    RepeatRate.of(reached, customers).rate(),
                    backBefore,
                    amongReached,
                    amongOthers,
                    amongReached.minus(amongOthers),
                    lift(amongReached.rate().value(), amongOthers.rate().value()));
        }

        private int firstDaysAgo(int number) {
            Buyers buyers = history.buyers();
            return buyers.clock().visitDay(buyers.clock().period(buyers.first(number)));
        }

        private static Measure lift(Measure ofReached, Measure ofOthers) {
            if (!ofReached.isDefined() || !ofOthers.isDefined()) {
                return Measure.undefined("no customers on one side");
            }
            return ofOthers.orElseThrow() == 0
                    ? Measure.undefined("nobody came among the others")
                    : Measure.of(ofReached.orElseThrow() / ofOthers.orElseThrow() - 1);
        }
    }
}
