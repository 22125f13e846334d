package io.loyalty.examples;

import io.loyalty.money.Money;
import io.loyalty.tier.Criterion;
import io.loyalty.tier.CriterionProgress;
import io.loyalty.tier.TierBasis;
import io.loyalty.tier.TierTarget;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/** How criteria of tiers and the way to them read. */
final class TierText {

    private TierText() {}

    static String criterion(Criterion criterion, Currency currency) {
        if (criterion instanceof Criterion.Threshold threshold) {
            return amount(threshold.basis(), threshold.minimum(), currency);
        }
        if (criterion instanceof Criterion.AnyOf any) {
            return joined(any.criteria(), " or ", currency);
        }
        if (criterion instanceof Criterion.AllOf all) {
            return all.criteria().isEmpty() ? "everybody" : joined(all.criteria(), " and ", currency);
        }
        throw new IllegalArgumentException("criterion must be of a known kind: " + criterion);
    }

    static String target(TierTarget target, Currency currency) {
        return target.tier() + " with "
                + target.criteria().stream().map(one -> progress(one, currency)).collect(Collectors.joining(" or "));
    }

    private static String progress(CriterionProgress one, Currency currency) {
        return amount(one.basis(), one.remaining(), currency) + " more";
    }

    private static String joined(List<Criterion> criteria, String word, Currency currency) {
        return criteria.stream().map(one -> criterion(one, currency)).collect(Collectors.joining(word));
    }

    private static String amount(TierBasis basis, long amount, Currency currency) {
        return switch (basis) {
            case SPEND_NET -> Text.money(Money.ofMinor(currency, amount)) + " without tax";
            case SPEND_GROSS -> Text.money(Money.ofMinor(currency, amount));
            case POINTS_EARNED -> Text.count(amount, "point");
            case VISITS -> Text.count(amount, "visit");
        };
    }
}
