package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Wallet allocation rule: how a customer's spending falls to the brands it uses, by their rank in its esteem.
 *
 * <h2>Definition</h2>
 *
 * <p>Of b brands the one of rank r gets the share \( (1 - r / (b + 1)) \cdot 2 / b \); equal brands get the average of
 * their ranks. The shares add up to 1.
 *
 * <h2>Interpretation</h2>
 *
 * <p>An estimate from a survey, without asking for money: a better rank matters more than a better grade. With two
 * brands the first gets 2/3, with three 1/2. Average over customers, each with its own number of brands.
 *
 * <h2>Edge cases</h2>
 *
 * <p>One brand gets everything. If all are equal each gets 1/b. No brand is refused.
 *
 * <h2>Performance</h2>
 *
 * <p>By the square of the number of brands.
 *
 * <h2>References</h2>
 *
 * <p>Keiningham, T. L., Aksoy, L., Buoye, A., Cooil, B. (2011), Customer loyalty isn't enough. Grow your share of
 * wallet, Harvard Business Review 89(10), 29–31.
 *
 * @param shares the share of each brand, in the order of the input; they add up to 1
 */
public record WalletAllocation(List<Double> shares) implements Serializable {

    /**
     * Copies the list and refuses one that does not add up to 1.
     *
     * @param shares the share of each brand
     * @throws IllegalArgumentException if a share is not in [0, 1], or they do not add up to 1 within 1e-9
     */
    public WalletAllocation {
        Objects.requireNonNull(shares, "shares");
        shares = List.copyOf(shares);
        double sum = 0;
        for (int i = 0; i < shares.size(); i++) {
            if (!(shares.get(i) >= 0 && shares.get(i) <= 1)) {
                throw new IllegalArgumentException("shares[" + i + "] must be in [0, 1]: " + shares.get(i));
            }
            sum += shares.get(i);
        }
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException("shares must add up to 1: " + sum);
        }
    }

    /**
     * The shares by a customer's ratings of the brands it uses.
     *
     * @param ratings one rating for each brand, higher is better, on any scale
     * @return the shares in the order of the ratings
     * @throws IllegalArgumentException if there is no rating, or one is NaN
     */
    public static WalletAllocation ofRatings(double... ratings) {
        if (ratings.length == 0) {
            throw new IllegalArgumentException("ratings must not be empty");
        }
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < ratings.length; i++) {
            if (Double.isNaN(ratings[i])) {
                throw new IllegalArgumentException("ratings[" + i + "] must be a number: NaN");
            }
            int better = 0;
            int equal = 0;
            for (double rating : ratings) {
                better += rating > ratings[i] ? 1 : 0;
                equal += rating == ratings[i] ? 1 : 0;
            }
            shares.add(share(better + (equal + 1) / 2.0, ratings.length));
        }
        return new WalletAllocation(shares);
    }

    /**
     * The share of the brand of one rank.
     *
     * @param rank from 1, the favourite, to the number of brands; halves and the like for equal brands
     * @param brands the number of brands the customer uses, at least 1
     * @return a share in (0, 1]
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static double share(double rank, int brands) {
        if (brands < 1) {
            throw new IllegalArgumentException("brands must be at least 1: " + brands);
        }
        if (!(rank >= 1 && rank <= brands)) {
            throw new IllegalArgumentException("rank must be in [1, " + brands + "]: " + rank);
        }
        return (1 - rank / (brands + 1)) * 2 / brands;
    }
}
