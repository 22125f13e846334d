package io.loyalty.metrics.monitor;

import io.loyalty.metrics.Measure;
import io.loyalty.metrics.numeric.NeumaierSum;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The change of a figure between two periods, divided among its drivers without a remainder.
 *
 * <h2>Definition</h2>
 *
 * <p>A figure is a formula of drivers, V = f(x<sub>1</sub>, …, x<sub>k</sub>); \( \Delta V = V_1 - V_0 = \sum_i c_i \).
 *
 * <ul>
 *   <li>{@link #lmdi}, for products of positive drivers: \( c_i = L(V_1, V_0) \ln(x_{i1} / x_{i0}) \) with the logarithmic mean
 *       \( L(a, b) = (a - b) / \ln(a/b) \), L(a, a) = a.
 *   <li>{@link #shapley(List)} and {@link #shapley(List, ToDoubleFunction)}: the mean of what a driver adds over all k! orders in which the
 *       drivers could have gone from the old to the new value. For products, for zeros and negative drivers, and for any formula.
 *   <li>{@link #sequential}: what each driver adds if they change in the order given.
 * </ul>
 *
 * <h2>Interpretation</h2>
 *
 * <p>Contributions are in the unit of the figure and add up to its change: 5 orders × 40 × 30 % = 60 became 4.5 × 44 × 28 % = 55.44,
 * −4.56, of which frequency −6.08, order value +5.50, margin −3.98. It is arithmetic and no proof of cause. LMDI and Shapley give the
 * opposite signs when the periods are swapped and do not depend on the order of the drivers; the sequential split does depend
 * on it and is here for comparison with reports that use it.
 *
 * <h2>Edge cases</h2>
 *
 * <p>A driver that did not change contributes exactly 0. LMDI with a driver that is not positive is undefined, and says so:
 * take Shapley. Drivers that differ by 1e-9 keep their digits in LMDI and in the product form of Shapley, though the
 * difference of the two figures has lost half of its own. A formula that gives no finite number is refused. No drivers, or two
 * of one name, are refused.
 *
 * <h2>Performance</h2>
 *
 * <p>LMDI and the sequential split: linear in k. Shapley of a product: k² multiplications. Shapley of a formula: 2<sup>k</sup>
 * evaluations and as many numbers in memory, for k up to {@value #MOST_DRIVERS}.
 *
 * <h2>References</h2>
 *
 * <p>Ang, B. W. (2004), Decomposition analysis for policymaking in energy: which is the preferred method?, Energy Policy 32, 1131–1139,
 * doi:10.1016/S0301-4215(03)00076-4. Shapley, L. S. (1953), A value for n-person games, Annals of Mathematics Studies 28, 307–317,
 * doi:10.1515/9781400881970-018. Owen, G. (1972), Multilinear extensions of games, Management Science 18, 64–79,
 * doi:10.1287/mnsc.18.5.64 (the product form).
 *
 * @param before the figure in the earlier period
 * @param after the figure in the later period
 * @param method how the change was divided
 * @param contributions one for each driver, in the order given
 */
public record ChangeDecomposition(
        double before, double after, DecompositionMethod method, List<Contribution> contributions)
        implements Serializable {

    /** The most drivers for the Shapley split of a formula. */
    public static final int MOST_DRIVERS = 15;

    private static final String NOT_POSITIVE = "LMDI needs positive drivers";

    /**
     * Copies the list in.
     *
     * @param before the figure in the earlier period
     * @param after the figure in the later period
     * @param method how the change was divided
     * @param contributions one for each driver, in the order given
     * @throws IllegalArgumentException if a figure is not finite or there are no contributions
     */
    public ChangeDecomposition {
        Objects.requireNonNull(contributions, "contributions");
        if (!Double.isFinite(before) || !Double.isFinite(after)) {
            throw new IllegalArgumentException("before and after must be finite: " + before + " and " + after);
        }
        Objects.requireNonNull(method, "method");
        contributions = List.copyOf(contributions);
        if (contributions.isEmpty()) {
            throw new IllegalArgumentException("contributions must not be empty");
        }
    }

    /**
     * Divides the change of a product of drivers by the logarithmic mean Divisia index.
     *
     * @param drivers the factors, each with its two values
     * @return the contributions; undefined if a driver is not positive
     * @throws IllegalArgumentException if there are no drivers, two of one name, or a product that is not finite
     */
    public static ChangeDecomposition lmdi(List<Driver> drivers) {
        List<Driver> factors = checked(drivers);
        double before = product(values(factors, 0));
        double after = product(values(factors, -1));
        List<Contribution> contributions = new ArrayList<>();
        if (factors.stream().allMatch(d -> d.before() > 0 && d.after() > 0)) {
            NeumaierSum total = new NeumaierSum();
            factors.forEach(d -> total.add(logRatio(d)));
            // L(V1, V0) = √(V0 V1) sinh(r/2)/(r/2), r = ln(V1/V0): no difference of V1 and V0, and the same for swapped
            // periods.
            double half = total.value() / 2;
            double mean = Math.sqrt(before) * Math.sqrt(after) * (half == 0 ? 1 : Math.sinh(half) / half);
            factors.forEach(d -> contributions.add(new Contribution(d, Measure.of(mean * logRatio(d)))));
        } else {
            factors.forEach(d -> contributions.add(new Contribution(d, Measure.undefined(NOT_POSITIVE))));
        }
        return new ChangeDecomposition(before, after, DecompositionMethod.LMDI, contributions);
    }

    /**
     * Divides the change of a product of drivers by Shapley's value.
     *
     * @param drivers the factors, each with its two values; zeros and negative ones are welcome
     * @return the contributions
     * @throws IllegalArgumentException if there are no drivers, two of one name, or a product that is not finite
     */
    public static ChangeDecomposition shapley(List<Driver> drivers) {
        List<Driver> factors = checked(drivers);
        double before = product(values(factors, 0));
        double after = product(values(factors, -1));
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            contributions.add(new Contribution(factors.get(i), Measure.of(Shapley.ofFactor(factors, i))));
        }
        return new ChangeDecomposition(before, after, DecompositionMethod.SHAPLEY, contributions);
    }

    /**
     * Divides the change of any formula by Shapley's value.
     *
     * @param drivers the drivers, at most {@value #MOST_DRIVERS}, each with its two values
     * @param formula gives the figure for the drivers' values, in the order given; called for every mixture of old and new values
     * @return the contributions
     * @throws IllegalArgumentException if there are no drivers, too many, two of one name, or a figure that is not finite
     */
    public static ChangeDecomposition shapley(List<Driver> drivers, ToDoubleFunction<double[]> formula) {
        List<Driver> all = checked(drivers);
        Objects.requireNonNull(formula, "formula");
        if (all.size() > MOST_DRIVERS) {
            throw new IllegalArgumentException("drivers must be at most " + MOST_DRIVERS + ": " + all.size());
        }
        double[] figures = new double[1 << all.size()];
        for (int mask = 0; mask < figures.length; mask++) {
            figures[mask] = figure(formula, values(all, mask));
        }
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            contributions.add(new Contribution(all.get(i), Measure.of(Shapley.of(figures, all.size(), i))));
        }
        return new ChangeDecomposition(
                figures[0], figures[figures.length - 1], DecompositionMethod.SHAPLEY, contributions);
    }

    /**
     * Divides the change of any formula one driver after the other; another order gives other contributions.
     *
     * @param drivers the drivers, in the order in which they are taken to change
     * @param formula gives the figure for the drivers' values, in the order given
     * @return the contributions
     * @throws IllegalArgumentException if there are no drivers, two of one name, or a figure that is not finite
     */
    public static ChangeDecomposition sequential(List<Driver> drivers, ToDoubleFunction<double[]> formula) {
        List<Driver> all = checked(drivers);
        Objects.requireNonNull(formula, "formula");
        double[] values = values(all, 0);
        double before = figure(formula, values.clone());
        double last = before;
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i).after();
            double next = figure(formula, values.clone());
            contributions.add(new Contribution(all.get(i), Measure.of(next - last)));
            last = next;
        }
        return new ChangeDecomposition(before, last, DecompositionMethod.SEQUENTIAL, contributions);
    }

    /**
     * The change of the figure.
     *
     * @return the sum of the contributions where they are defined, which keeps digits that after − before
     *     loses; otherwise that difference
     */
    public double change() {
        NeumaierSum sum = new NeumaierSum();
        for (Contribution contribution : contributions) {
            if (!contribution.effect().isDefined()) {
                return after - before;
            }
            sum.add(contribution.effect().orElseThrow());
        }
        return sum.value();
    }

    /**
     * The driver that moved the figure most, in either direction; the first of equals.
     *
     * @return its contribution; empty if the contributions are undefined or all 0
     */
    public Optional<Contribution> strongest() {
        Contribution strongest = null;
        double largest = 0;
        for (Contribution contribution : contributions) {
            double size = Math.abs(contribution.effect().value().orElse(0));
            if (size > largest) {
                largest = size;
                strongest = contribution;
            }
        }
        return Optional.ofNullable(strongest);
    }

    /**
     * The change and its parts in one line.
     *
     * @return for example {@code 60.0 to 55.44 (LMDI): frequency 5.0 to 4.5: -6.1, margin 0.3 to 0.35: 1.5}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(before + " to " + after + " (" + method + ")");
        String separator = ": ";
        for (Contribution contribution : contributions) {
            text.append(separator).append(contribution);
            separator = ", ";
        }
        return text.toString();
    }

    private static List<Driver> checked(List<Driver> drivers) {
        List<Driver> copy = List.copyOf(drivers);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("drivers must not be empty");
        }
        Set<String> names = new HashSet<>();
        for (Driver driver : copy) {
            if (!names.add(driver.name())) {
                throw new IllegalArgumentException("drivers must have different names: " + driver.name());
            }
        }
        return copy;
    }

    /** The values of the drivers, new for those whose bit is set. */
    private static double[] values(List<Driver> drivers, int mask) {
        double[] values = new double[drivers.size()];
        for (int i = 0; i < values.length; i++) {
            // A mask of -1 takes every new value, whatever the number of drivers.
            boolean isNew = mask == -1 || (mask >> i & 1) == 1;
            values[i] = isNew ? drivers.get(i).after() : drivers.get(i).before();
        }
        return values;
    }

    private static double product(double[] factors) {
        return figure(
                x -> {
                    double product = 1;
                    for (double factor : x) {
                        product *= factor;
                    }
                    return product;
                },
                factors);
    }

    private static double figure(ToDoubleFunction<double[]> formula, double[] values) {
        double figure = formula.applyAsDouble(values);
        if (!Double.isFinite(figure)) {
            throw new IllegalArgumentException("formula must give a finite figure: " + figure);
        }
        return figure;
    }

    /** ln(after / before): exactly opposite for swapped periods, and accurate for equal and nearly equal values. */
    private static double logRatio(Driver driver) {
        double a = driver.after();
        double b = driver.before();
        if (a <= 2 * b && b <= 2 * a) {
            double u = (a - b) / (a + b);
            return Math.log1p(u) - Math.log1p(-u);
        }
        double ratio = a > b ? a / b : b / a;
        double log = ratio < Double.POSITIVE_INFINITY ? Math.log(ratio) : Math.abs(Math.log(a) - Math.log(b));
        return a > b ? log : -log;
    }
}
