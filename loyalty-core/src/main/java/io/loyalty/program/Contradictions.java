package io.loyalty.program;

import io.loyalty.earning.Condition;
import io.loyalty.earning.CustomerCondition;
import io.loyalty.earning.EarningPlan;
import io.loyalty.earning.EarningRule;
import io.loyalty.earning.Effect;
import io.loyalty.earning.PointTerms;
import io.loyalty.earning.VisitCondition;
import io.loyalty.points.Activation;
import io.loyalty.points.LedgerPolicy.ExpiryClock;
import io.loyalty.reward.Price;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.reward.Reward;
import io.loyalty.time.BusinessDay;
import io.loyalty.time.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;

/** What parts of a program, each right by itself, cannot mean together. The first contradiction found is refused by name. */
final class Contradictions {

    /** Four years hold every distance between two calendar dates. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    private static final int DAYS = 1461;

    private final Settings settings;
    private final Set<String> tiers;

    private Contradictions(Settings settings) {
        this.settings = settings;
        tiers = settings.tiers().names();
    }

    static Settings check(Settings settings) {
        new Contradictions(settings).check();
        return settings;
    }

    private void check() {
        if (!settings.ledger().zone().equals(settings.day().zone())) {
            throw new IllegalArgumentException("ledger must be in zone "
                    + settings.day().zone() + ": " + settings.ledger().zone());
        }
        for (EarningPlan plan : settings.earning().values()) {
            plan.rules().forEach(this::rule);
        }
        settings.rewards().rewards().forEach(this::reward);
        for (RedemptionPolicy policy : settings.payment()) {
            currency("payment", policy.currency());
        }
        if (settings.guestWindow().isNegative()) {
            throw new IllegalArgumentException("guest window must not be negative: " + settings.guestWindow());
        }
    }

    private void rule(EarningRule rule) {
        String name = "rule '" + rule.id() + "'";
        if (rule.effect() instanceof Effect.Spend spend) {
            currency(name, spend.per().currency());
        }
        condition(name, rule.condition());
        for (String tier : rule.terms().termByTier().keySet()) {
            tier(name, tier);
        }
        life(name, rule.terms());
    }

    private void condition(String name, Condition condition) {
        if (condition instanceof Condition.All all) {
            all.of().forEach(part -> condition(name, part));
        } else if (condition instanceof Condition.Any any) {
            any.of().forEach(part -> condition(name, part));
        } else if (condition instanceof Condition.Not not) {
            condition(name, not.negated());
        } else if (condition instanceof CustomerCondition.InTier in) {
            in.tiers().stream().sorted().forEach(tier -> tier(name, tier));
        } else if (condition instanceof VisitCondition.SpendAtLeast spend) {
            currency(name, spend.amount().currency());
        }
    }

    private void reward(Reward reward) {
        String name = "reward '" + reward.id() + "'";
        reward.prices().forEach(price -> price(name, price));
        reward.pricesByTier().forEach((tier, prices) -> {
            tier(name, tier);
            prices.forEach(price -> price(name, price));
        });
        reward.tiers().stream().sorted().forEach(tier -> tier(name, tier));
    }

    private void price(String name, Price price) {
        price.money().ifPresent(money -> currency(name, money.currency()));
    }

    private void currency(String name, Currency currency) {
        if (!currency.equals(settings.currency())) {
            throw new IllegalArgumentException(name + " must be in " + settings.currency() + ": " + currency);
        }
    }

    private void tier(String name, String tier) {
        if (!tiers.contains(tier)) {
            throw new IllegalArgumentException(name + " must name tiers of the ladder " + tiers + ": '" + tier + "'");
        }
    }

    /** Points that would die before they become usable, whenever in the four years they are earned. */
    private void life(String name, PointTerms terms) {
        boolean fromActivation = settings.ledger().expiryClock() == ExpiryClock.FROM_ACTIVATION;
        term(name, terms.activation(), terms.term(), fromActivation);
        terms.termByTier().values().forEach(term -> term(name, terms.activation(), term, fromActivation));
    }

    private void term(String name, Activation activation, Term term, boolean fromActivation) {
        boolean dated = term instanceof Term.OnDate;
        if (activation instanceof Activation.On on && term instanceof Term.OnDate end) {
            require(name, activation, term, !end.lastValid().isBefore(on.date()));
        } else if (activation instanceof Activation.After && !dated && !fromActivation) {
            BusinessDay day = BusinessDay.midnight(settings.day().zone());
            for (int i = 0; i < DAYS; i++) {
                Instant earned = day.startOf(FIRST_DAY.plusDays(i));
                Instant active = activation.activatesAt(earned, day.zone());
                require(
                        name,
                        activation,
                        term,
                        term.expiresAt(earned, day.zone()).isAfter(active));
            }
        }
    }

    private static void require(String name, Activation activation, Term term, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(
                    name + " must not let points expire before they become usable: " + activation + " and " + term);
        }
    }
}
