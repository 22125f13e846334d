package io.loyalty.metrics.retention;

import io.loyalty.metrics.Measure;
import java.io.Serializable;

/**
 * What it is worth to contact customers who may leave, and how many of them to contact.
 *
 * <h2>Definition</h2>
 *
 * <p>Contacting a customer costs c. Of those who would leave, a share γ can be saved; each is then worth V, less the
 * incentive δ that it took. Of the others, a share ψ takes the incentive too, without need. So a contact of a would-be leaver
 * brings \( \gamma (V - \delta) - c \), one of another customer \( -\psi \delta - c \); a campaign costs A besides. With
 * ψ = 1 it is the profit of Neslin and others (2006). A customer who leaves with probability p is worth contacting if p is above
 * \( (c + \psi \delta) / (\gamma (V - \delta) + \psi \delta) \).
 *
 * <h2>Interpretation</h2>
 *
 * <p>Profits of a score are counted on customers whose outcome is known, as if they had been contacted: γ must come from an
 * experiment, never from the score. The best share found on one set of customers is too favourable for it: confirm it on
 * another. All amounts in one unit.
 *
 * <h2>Edge cases</h2>
 *
 * <p>If saving a customer is worth no more than it takes, no probability is high enough and the break-even is undefined.
 * Contacting nobody brings 0, without the campaign's cost, and is the best policy if nothing brings more. Customers of equal
 * scores are contacted together in the best policy, and in proportion if a share is given.
 *
 * <h2>Performance</h2>
 *
 * <p>Linear in the different scores.
 *
 * <h2>References</h2>
 *
 * <p>Neslin, S. A., Gupta, S., Kamakura, W., Lu, J., Mason, C. H. (2006), Defection detection, Journal of Marketing Research
 * 43(2), 204–211, doi:10.1509/jmkr.43.2.204. Verbeke, W., Dejaeger, K., Martens, D., Hur, J., Baesens, B. (2012), New insights
 * into churn prediction in the telecommunication sector: a profit driven data mining approach, European Journal of
 * Operational Research 218, 211–229, doi:10.1016/j.ejor.2011.09.031.
 */
public final class ContactPolicy implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double customerValue;
    private final double savedShare;
    private final double contactCost;
    private final double incentive;
    private final double takenByOthers;
    private final double campaignCost;

    private ContactPolicy(
            double customerValue,
            double savedShare,
            double contactCost,
            double incentive,
            double takenByOthers,
            double campaignCost) {
        this.customerValue = customerValue;
        this.savedShare = savedShare;
        this.contactCost = contactCost;
        this.incentive = incentive;
        this.takenByOthers = takenByOthers;
        this.campaignCost = campaignCost;
    }

    /**
     * A policy without costs so far.
     *
     * @param customerValue V: what a saved customer is worth, at least 0
     * @param savedShare γ: the share of would-be leavers who stay if contacted, from 0 to 1
     * @return the policy
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static ContactPolicy of(double customerValue, double savedShare) {
        return new ContactPolicy(amount(customerValue, "customerValue"), share(savedShare, "savedShare"), 0, 0, 1, 0);
    }

    /**
     * The same policy with a cost of each contact.
     *
     * @param cost c, at least 0
     * @return the changed copy
     * @throws IllegalArgumentException if the cost is negative or not finite
     */
    public ContactPolicy withContactCost(double cost) {
        return new ContactPolicy(
                customerValue, savedShare, amount(cost, "cost"), incentive, takenByOthers, campaignCost);
    }

    /**
     * The same policy with an incentive, which every saved customer takes and every other customer too.
     *
     * @param cost δ: what one incentive costs, at least 0
     * @return the changed copy
     * @throws IllegalArgumentException if the cost is negative or not finite
     */
    public ContactPolicy withIncentive(double cost) {
        return withIncentive(cost, 1);
    }

    /**
     * The same policy with an incentive, which every saved customer takes.
     *
     * @param cost δ: what one incentive costs, at least 0
     * @param takenByOthers ψ: the share of the customers who would have stayed anyway that take it, from 0 to 1
     * @return the changed copy
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ContactPolicy withIncentive(double cost, double takenByOthers) {
        return new ContactPolicy(
                customerValue,
                savedShare,
                contactCost,
                amount(cost, "cost"),
                share(takenByOthers, "takenByOthers"),
                campaignCost);
    }

    /**
     * The same policy with a cost that does not depend on the number of contacts.
     *
     * @param cost A, at least 0
     * @return the changed copy
     * @throws IllegalArgumentException if the cost is negative or not finite
     */
    public ContactPolicy withCampaignCost(double cost) {
        return new ContactPolicy(
                customerValue, savedShare, contactCost, incentive, takenByOthers, amount(cost, "cost"));
    }

    /**
     * What contacting one customer is expected to bring, the campaign's cost aside.
     *
     * @param probability the probability that the customer leaves if nobody does anything
     * @return the expected profit, possibly negative
     * @throws IllegalArgumentException if the probability is not in [0, 1]
     */
    public double worth(double probability) {
        share(probability, "probability");
        return probability * perLeaver() + (1 - probability) * perOther();
    }

    /**
     * The probability of leaving from which on a contact pays.
     *
     * @return the break-even, from 0 to 1; undefined if no contact can pay
     */
    public Measure breakEven() {
        double leaver = perLeaver();
        double other = perOther();
        if (!(leaver > 0)) {
            return Measure.undefined("no contact can pay");
        }
        return Measure.of(other < 0 ? -other / (leaver - other) : 0);
    }

    /**
     * The profit of contacting a share of the customers, those with the highest scores.
     *
     * @param outcomes scores and who left
     * @param share the share of the customers who are contacted, from 0 to 1
     * @return the profit; 0 if nobody is contacted
     * @throws IllegalArgumentException if the share is not in [0, 1]
     */
    public ContactProfit profit(ScoredOutcomes outcomes, double share) {
        share(share, "share");
        double contacts = share * outcomes.customers();
        // A share of a tie may be rounded up beyond the contacts themselves.
        double leavers = Math.min(contacts, outcomes.eventsAmong(contacts));
        return profit(outcomes.customers(), contacts, leavers, lowestScore(outcomes, contacts));
    }

    /**
     * The share of customers whose contact brings the highest profit; the smallest of several.
     *
     * @param outcomes scores and who left
     * @return the best of all policies that contact everybody from some score on, or nobody
     */
    public ContactProfit best(ScoredOutcomes outcomes) {
        ContactProfit best = profit(outcomes, 0);
        double most = best.profit();
        long events = 0;
        long passed = 0;
        for (int row = 0; row < outcomes.size(); row++) {
            events += outcomes.events(row);
            passed += outcomes.events(row) + outcomes.others(row);
            double profit = amount(passed, events);
            if (profit > most) {
                most = profit;
                best = profit(outcomes.customers(), passed, events, Measure.of(outcomes.score(row)));
            }
        }
        return best;
    }

    private ContactProfit profit(long customers, double contacts, double leavers, Measure score) {
        return new ContactProfit(
                customers == 0 ? 0 : Math.min(1, contacts / customers),
                contacts,
                leavers,
                score,
                amount(contacts, leavers));
    }

    private double amount(double contacts, double leavers) {
        return contacts == 0 ? 0 : leavers * perLeaver() + (contacts - leavers) * perOther() - campaignCost;
    }

    private double perLeaver() {
        return savedShare * (customerValue - incentive) - contactCost;
    }

    private double perOther() {
        return -takenByOthers * incentive - contactCost;
    }

    private static Measure lowestScore(ScoredOutcomes outcomes, double contacts) {
        long passed = 0;
        for (int row = 0; row < outcomes.size() && contacts > 0; row++) {
            passed += outcomes.events(row) + outcomes.others(row);
            if (passed >= contacts) {
                return Measure.of(outcomes.score(row));
            }
        }
        return Measure.undefined("nobody is contacted");
    }

    private static double amount(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and at least 0: " + value);
        }
        return value;
    }

    private static double share(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1]: " + value);
        }
        return value;
    }

    /**
     * One readable line.
     *
     * @return for example {@code a contact of a leaver brings 28.0, of another customer -11.0}
     */
    @Override
    public String toString() {
        return "a contact of a leaver brings " + perLeaver() + ", of another customer " + perOther();
    }
}
