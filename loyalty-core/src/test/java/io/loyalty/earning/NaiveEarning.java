package io.loyalty.earning;

import io.loyalty.money.Ratio;
import io.loyalty.money.Rounding;
import io.loyalty.time.BusinessDay;
import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.TaxBasis;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The rules of earning written down once more, as plainly as possible: wide fractions, one line at a time, no bits, no compilation.
 * For rules about visits that look at no past and have no caps.
 */
final class NaiveEarning {

    /** An exact fraction of any size. */
    record Wide(BigInteger above, BigInteger below) implements Comparable<Wide> {

        static final Wide ZERO = of(0);
        static final Wide ONE = of(1);

        static Wide of(long whole) {
            return new Wide(BigInteger.valueOf(whole), BigInteger.ONE);
        }

        static Wide of(Ratio ratio) {
            return new Wide(BigInteger.valueOf(ratio.numerator()), BigInteger.valueOf(ratio.denominator()));
        }

        Wide plus(Wide other) {
            return new Wide(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
        }

        Wide minus(Wide other) {
            return plus(new Wide(other.above.negate(), other.below));
        }

        Wide times(Wide other) {
            return new Wide(above.multiply(other.above), below.multiply(other.below));
        }

        Wide over(Wide other) {
            return new Wide(above.multiply(other.below), below.multiply(other.above));
        }

        Wide orZero() {
            return above.signum() < 0 ? ZERO : this;
        }

        BigInteger rounded(RoundingMode mode) {
            return new BigDecimal(above).divide(new BigDecimal(below), 0, mode).toBigInteger();
        }

        Wide floor() {
            return new Wide(rounded(RoundingMode.FLOOR), BigInteger.ONE);
        }

        @Override
        public int compareTo(Wide other) {
            return above.multiply(other.below).compareTo(other.above.multiply(below));
        }
    }

    private final EarningPlan plan;
    private final Visit visit;
    private final EarningContext context;

    NaiveEarning(EarningPlan plan, Visit visit, EarningContext context) {
        this.plan = plan;
        this.visit = visit;
        this.context = context;
    }

    long total() {
        BigInteger total = BigInteger.ZERO;
        for (EarningRule rule : plan.rules()) {
            total = total.add(points(rule));
        }
        return total.longValueExact();
    }

    /** What a rule gives, together with all that multipliers make of it. */
    BigInteger points(EarningRule rule) {
        Effect effect = rule.effect();
        if (effect instanceof Effect.Fixed fixed) {
            return holdsSomewhere(rule.condition()) ? BigInteger.valueOf(fixed.points()) : BigInteger.ZERO;
        }
        if (effect instanceof Effect.PerVisit perVisit) {
            List<EarningRule> multipliers = new ArrayList<>();
            for (EarningRule other : plan.rules()) {
                if (isMultiplier(other) && !readsLines(other.condition()) && holdsSomewhere(other.condition())) {
                    multipliers.add(other);
                }
            }
            Wide points = Wide.of(perVisit.points()).times(stacked(multipliers));
            return holdsSomewhere(rule.condition()) ? points.rounded(perVisit.mode()) : BigInteger.ZERO;
        }
        if (effect instanceof Effect.PerUnit perUnit) {
            return multiplied(rule, units(), perUnit.points(), 1, RateForm.PROPORTIONAL, perUnit.rounding());
        }
        if (effect instanceof Effect.Spend spend) {
            if (!spend.per().currency().equals(visit.currency())) {
                return BigInteger.ZERO;
            }
            return multiplied(
                    rule,
                    amounts(spend.base()),
                    spend.points(),
                    spend.per().minorUnits(),
                    spend.form(),
                    spend.rounding());
        }
        return BigInteger.ZERO;
    }

    private BigInteger multiplied(
            EarningRule rule, List<Wide> amounts, long points, long per, RateForm form, Rounding rounding) {
        List<Wide> chosen = new ArrayList<>();
        List<Wide> factors = new ArrayList<>();
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < amounts.size(); i++) {
            if (!holds(rule.condition(), i)) {
                continue;
            }
            Wide factor = factor(i);
            Wide amount = amounts.get(i);
            if (rounding.scope() == Rounding.Scope.TRANSACTION) {
                chosen.add(amount);
                factors.add(factor);
            } else if (rounding.scope() == Rounding.Scope.LINE) {
                sum = sum.add(one(amount, points, per, form).times(factor).rounded(rounding.mode()));
            } else {
                for (Wide unit : units(i, amount, per == 1 && rule.effect() instanceof Effect.PerUnit)) {
                    sum = sum.add(one(unit, points, per, form).times(factor).rounded(rounding.mode()));
                }
            }
        }
        if (rounding.scope() != Rounding.Scope.TRANSACTION) {
            return sum;
        }
        Wide exact = Wide.ZERO;
        if (form == RateForm.PROPORTIONAL) {
            for (int i = 0; i < chosen.size(); i++) {
                exact = exact.plus(one(chosen.get(i), points, per, form).times(factors.get(i)));
            }
            return exact.rounded(rounding.mode());
        }
        Wide lower = Wide.ZERO;
        for (Wide level : new TreeSet<>(factors)) {
            Wide amount = Wide.ZERO;
            for (int i = 0; i < chosen.size(); i++) {
                amount = factors.get(i).compareTo(level) >= 0 ? amount.plus(chosen.get(i)) : amount;
            }
            exact = exact.plus(one(amount, points, per, form).times(level.minus(lower)));
            lower = level;
        }
        return exact.rounded(rounding.mode());
    }

    private static Wide one(Wide amount, long points, long per, RateForm form) {
        Wide steps = amount.over(Wide.of(per));
        return (form == RateForm.STEP ? steps.floor() : steps).times(Wide.of(points));
    }

    /** The amounts of the single units of a line. */
    private List<Wide> units(int index, Wide amount, boolean counted) {
        Line line = visit.lines().get(index);
        List<Wide> units = new ArrayList<>();
        for (long unit = 0; unit < line.quantity(); unit++) {
            long written = line.amountOfUnits(unit, unit + 1).minorUnits();
            if (counted) {
                units.add(amount.over(Wide.of(line.quantity())));
            } else if (line.amountMinor() > 0) {
                units.add(amount.times(Wide.of(written)).over(Wide.of(line.amountMinor())));
            }
        }
        return units;
    }

    private List<Wide> units() {
        return visit.lines().stream()
                .map(line -> line.kind() == LineKind.GOODS || line.kind() == LineKind.SERVICE
                        ? Wide.of(line.quantity())
                        : Wide.ZERO)
                .toList();
    }

    private List<Wide> amounts(EarningBase base) {
        long points = visit.tenders().stream()
                .filter(tender -> tender.kind() == TenderKind.POINTS)
                .mapToLong(tender -> tender.amount().minorUnits())
                .sum();
        List<BigInteger> weights = new ArrayList<>();
        BigInteger floors = BigInteger.ZERO;
        BigInteger weight = BigInteger.ZERO;
        for (Line line : visit.lines()) {
            Wide gross = withTax(line);
            floors = floors.add(gross.rounded(RoundingMode.FLOOR));
            weights.add(gross.rounded(RoundingMode.HALF_UP));
            weight = weight.add(weights.get(weights.size() - 1));
        }
        boolean removed = points > 0 && base.pointsPaid() == PointsPaid.PRO_RATA_REMOVED;
        boolean all = removed && BigInteger.valueOf(points).compareTo(floors) >= 0;
        BigInteger spread = BigInteger.valueOf(points).min(weight);
        List<BigInteger> shares = new ArrayList<>();
        BigInteger rest = spread;
        for (BigInteger one : weights) {
            BigInteger share = weight.signum() == 0
                    ? BigInteger.ZERO
                    : spread.multiply(one).divide(weight);
            shares.add(share);
            rest = rest.subtract(share);
        }
        for (int i = 0; rest.signum() > 0; i++) {
            if (weights.get(i).signum() > 0) {
                shares.set(i, shares.get(i).add(BigInteger.ONE));
                rest = rest.subtract(BigInteger.ONE);
            }
        }
        List<Wide> amounts = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Line line = visit.lines().get(i);
            Wide gross = withTax(line);
            if (removed) {
                gross = gross.minus(new Wide(shares.get(i), BigInteger.ONE)).orZero();
            }
            Wide amount = base.tax() == TaxBasis.INCLUDED ? gross : gross.over(taxed(line));
            amounts.add(all || base.excludedKinds().contains(line.kind()) ? Wide.ZERO : amount);
        }
        return amounts;
    }

    private static Wide withTax(Line line) {
        Wide written = Wide.of(line.amountMinor());
        return line.taxBasis() == TaxBasis.INCLUDED ? written : written.times(taxed(line));
    }

    private static Wide taxed(Line line) {
        return Wide.ONE.plus(Wide.of(line.taxRate()));
    }

    private static boolean isMultiplier(EarningRule rule) {
        return rule.effect() instanceof Effect.Multiply;
    }

    private Wide factor(int line) {
        List<EarningRule> multipliers = new ArrayList<>();
        for (EarningRule rule : plan.rules()) {
            if (isMultiplier(rule) && holds(rule.condition(), line)) {
                multipliers.add(rule);
            }
        }
        return stacked(multipliers);
    }

    private Wide stacked(List<EarningRule> multipliers) {
        Wide result = Wide.ONE;
        Wide best = null;
        for (EarningRule rule : multipliers) {
            Wide factor = Wide.of(((Effect.Multiply) rule.effect()).factor());
            switch (plan.stacking()) {
                case MULTIPLY -> result = result.times(factor);
                case ADD -> result = result.plus(factor.minus(Wide.ONE));
                case BEST_OF -> best = best == null || factor.compareTo(best) > 0 ? factor : best;
                case FIRST_MATCH -> best = best == null ? factor : best;
            }
        }
        return best == null ? result.orZero() : best;
    }

    private boolean holdsSomewhere(Condition condition) {
        if (!readsLines(condition)) {
            return holds(condition, -1);
        }
        for (int i = 0; i < visit.lines().size(); i++) {
            if (holds(condition, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean readsLines(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().anyMatch(NaiveEarning::readsLines);
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(NaiveEarning::readsLines);
        }
        return condition instanceof Condition.Not not ? readsLines(not.negated()) : condition instanceof LineCondition;
    }

    private boolean holds(Condition condition, int index) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().allMatch(part -> holds(part, index));
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(part -> holds(part, index));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.negated(), index);
        }
        if (condition instanceof LineCondition) {
            return holdsForLine(condition, visit.lines().get(index));
        }
        return condition instanceof Condition.Always || holdsForVisit(condition);
    }

    private static boolean holdsForLine(Condition condition, Line line) {
        return condition instanceof LineCondition.InCategory in
                        && in.categories().contains(line.category())
                || condition instanceof LineCondition.OfSku of && of.skus().contains(line.sku())
                || condition instanceof LineCondition.OfBrand brand
                        && brand.brands().contains(line.brand())
                || condition instanceof LineCondition.OfKind kind
                        && kind.kinds().contains(line.kind());
    }

    private boolean holdsForVisit(Condition condition) {
        if (condition instanceof VisitCondition.Contains contains) {
            return !visit.lines().isEmpty() && lines(contains.lines()).size() > 0;
        }
        if (condition instanceof VisitCondition.SpendAtLeast spend) {
            List<Wide> amounts = amounts(spend.base());
            Wide sum = Wide.ZERO;
            for (int line : lines(spend.lines())) {
                sum = sum.plus(amounts.get(line));
            }
            return spend.amount().currency().equals(visit.currency())
                    && sum.compareTo(Wide.of(spend.amount().minorUnits())) >= 0;
        }
        BusinessDay business = context.businessDay();
        return condition instanceof VisitCondition.ThroughChannel through
                        && through.channels().contains(visit.place().channel())
                || condition instanceof VisitCondition.PaidBy by
                        && visit.tenders().stream()
                                .anyMatch(tender -> by.tenders().contains(tender.kind()))
                || condition instanceof CustomerCondition.InTier in
                        && in.tiers().contains(context.tier())
                || condition instanceof CustomerCondition.InSegment in
                        && in.segments().stream().anyMatch(context.customer()::isIn)
                || condition instanceof CustomerCondition.HasAttribute has
                        && context.customer()
                                .attribute(has.name())
                                .filter(has.values()::contains)
                                .isPresent()
                || condition instanceof CustomerCondition.OnOccasion on
                        && context.customer()
                                .occasion(on.kind())
                                .flatMap(occasion ->
                                        occasion.in(business.dateOf(visit.at()).getYear(), on.leapDay()))
                                .filter(day -> day.getMonth()
                                        == business.dateOf(visit.at()).getMonth())
                                .isPresent()
                || condition instanceof TimeCondition.OnDays on
                        && on.days().contains(business.dateOf(visit.at()).getDayOfWeek())
                || condition instanceof TimeCondition.During during
                        && during.window().contains(business.dateOf(visit.at()))
                || condition instanceof TimeCondition.AtHours at && at.hours().contains(visit.at(), business.zone());
    }

    private List<Integer> lines(Condition condition) {
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < visit.lines().size(); i++) {
            if (holds(condition, i)) {
                lines.add(i);
            }
        }
        return lines;
    }
}
