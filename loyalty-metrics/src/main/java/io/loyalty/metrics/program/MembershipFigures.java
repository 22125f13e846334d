package io.loyalty.metrics.program;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.Measure;
import java.io.Serializable;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * How far a program reaches: enrolment, active rate, penetration.
 *
 * <pre>{@code
 * MembershipFigures figures = customers.map(c -> MembershipFigures.ofCustomer(c.standing(), c.receipts(), c.sales()))
 *         .collect(MembershipFigures.collector());
 * figures.penetration();
 * }</pre>
 *
 * <h2>Definition</h2>
 *
 * <p>Enrolment = members / customers. Active rate = active members / members, active who earned or redeemed at least once in the period.
 * Penetration = sales to members / all sales; of receipts likewise.
 *
 * <h2>Interpretation</h2>
 *
 * <p>Members buy more than others, and did so before they joined: the best customers enrol. That a member's receipt is larger says nothing
 * about what the program causes; {@link PromotionLift} and {@link DifferenceInDifferences} do. Where others are anonymous, their customers
 * cannot be counted, and only members, sales and receipts are known.
 *
 * <h2>Edge cases</h2>
 *
 * <p>Empty bases and sales that are not above 0 leave a share undefined. Sales may be negative after returns, so penetration may leave
 * [0, 1].
 *
 * <h2>Performance</h2>
 *
 * <p>Seven whole numbers; {@link #plus} is exact, associative and commutative.
 *
 * <h2>References</h2>
 *
 * <p>E. B. Wilson, 1927, Probable inference, the law of succession, and statistical inference, JASA 22, 209–212,
 * doi:10.1080/01621459.1927.10502953.
 *
 * @param customers number of customers, members included
 * @param members number of them who are enrolled
 * @param activeMembers number of those who earned or redeemed in the period
 * @param receipts number of receipts, those of members included
 * @param memberReceipts number of receipts of members
 * @param sales sum of all receipts, in minor units
 * @param memberSales sum of the members' receipts
 */
public record MembershipFigures(
        long customers,
        long members,
        long activeMembers,
        long receipts,
        long memberReceipts,
        long sales,
        long memberSales)
        implements Serializable {

    /** Nobody and nothing. */
    public static final MembershipFigures ZERO = new MembershipFigures(0, 0, 0, 0, 0, 0, 0);

    /**
     * Refuses parts that exceed their whole.
     *
     * @param customers number of customers, members included
     * @param members number of them who are enrolled
     * @param activeMembers number of those who earned or redeemed in the period
     * @param receipts number of receipts, those of members included
     * @param memberReceipts number of receipts of members
     * @param sales sum of all receipts, in minor units
     * @param memberSales sum of the members' receipts
     * @throws IllegalArgumentException if a part exceeds its whole or a count is negative
     */
    public MembershipFigures {
        Rates.requirePart(members, customers, "members");
        Rates.requirePart(activeMembers, members, "activeMembers");
        Rates.requirePart(memberReceipts, receipts, "memberReceipts");
    }

    /**
     * What one customer adds.
     *
     * @param standing how the customer stands to the program
     * @param receipts number of receipts in the period
     * @param sales sum of the receipts, in minor units
     * @return figures of one customer
     * @throws IllegalArgumentException if the number of receipts is negative
     */
    public static MembershipFigures ofCustomer(MemberStanding standing, long receipts, long sales) {
        boolean member = standing != MemberStanding.NON_MEMBER;
        return new MembershipFigures(
                1,
                member ? 1 : 0,
                standing == MemberStanding.ACTIVE_MEMBER ? 1 : 0,
                receipts,
                member ? receipts : 0,
                sales,
                member ? sales : 0);
    }

    /**
     * What receipts without a customer add: sales to nobody known.
     *
     * @param receipts number of receipts
     * @param sales their sum, in minor units
     * @return figures without customers
     * @throws IllegalArgumentException if the number is negative
     */
    public static MembershipFigures ofAnonymous(long receipts, long sales) {
        return new MembershipFigures(0, 0, 0, receipts, 0, sales, 0);
    }

    /**
     * A collector of figures to their sum, for {@code groupingBy} and parallel streams.
     *
     * @return the collector
     */
    public static Collector<MembershipFigures, ?, MembershipFigures> collector() {
        return Collectors.reducing(ZERO, MembershipFigures::plus);
    }

    /**
     * Both figures together, of different customers and receipts.
     *
     * @param other the other figures
     * @return the sums
     * @throws ArithmeticException if a sum overflows
     */
    public MembershipFigures plus(MembershipFigures other) {
        return new MembershipFigures(
                Math.addExact(customers, other.customers),
                Math.addExact(members, other.members),
                Math.addExact(activeMembers, other.activeMembers),
                Math.addExact(receipts, other.receipts),
                Math.addExact(memberReceipts, other.memberReceipts),
                Math.addExact(sales, other.sales),
                Math.addExact(memberSales, other.memberSales));
    }

    /**
     * The share of customers who are enrolled.
     *
     * @return the share with a 95 % Wilson interval; undefined without customers
     */
    public Estimate enrolment() {
        return Rates.share(members, customers, "no customers");
    }

    /**
     * The share of members who earned or redeemed in the period.
     *
     * @return the share with a 95 % Wilson interval; undefined without members
     */
    public Estimate activeRate() {
        return Rates.share(activeMembers, members, "no members");
    }

    /**
     * The share of sales that members make.
     *
     * @return memberSales / sales; undefined unless sales are above 0
     */
    public Measure penetration() {
        return Rates.ratio(memberSales, sales, "sales are not above 0");
    }

    /**
     * The share of receipts that are of members.
     *
     * @return memberReceipts / receipts; undefined without receipts
     */
    public Measure receiptPenetration() {
        return Rates.ratio(memberReceipts, receipts, "no receipts");
    }

    /**
     * What a member's receipt is worth compared with another, as observed: not what membership causes.
     *
     * @return mean receipt of members / mean receipt of others; undefined unless both have receipts, and others sales above 0
     */
    public Measure receiptRatio() {
        long otherReceipts = receipts - memberReceipts;
        double otherSales = (double) sales - memberSales;
        if (memberReceipts == 0 || otherReceipts == 0) {
            return Measure.undefined(memberReceipts == 0 ? "no receipts of members" : "no receipts of others");
        }
        return Rates.ratio(
                (double) memberSales / memberReceipts, otherSales / otherReceipts, "sales of others not above 0");
    }

    /**
     * One readable line.
     *
     * @return enrolment, active rate and penetration
     */
    @Override
    public String toString() {
        return "enrolment " + enrolment() + "; active " + activeRate() + "; penetration " + penetration();
    }
}
