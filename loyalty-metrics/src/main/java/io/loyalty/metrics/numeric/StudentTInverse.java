package io.loyalty.metrics.numeric;

/** Inverse of the upper tail of Student's t distribution, for probabilities below one half. */
final class StudentTInverse extends TailSolver {

    /** Nearer to the median, the probability of ±t is inverted. */
    private static final double CENTRE = 0.45;

    /** Fewer degrees of freedom have tails too heavy for a normal start. */
    private static final double LEAST_DF = 2.5;

    private final double df;

    private StudentTInverse(double df) {
        this.df = df;
    }

    /** The t with P(T > t) = q, for q in (0, 1/2]. */
    static double of(double df, double q) {
        if (q <= CENTRE && df >= LEAST_DF) {
            double z = Normal.isf(q);
            double start = Math.sqrt(df * Math.expm1(Math.min(z * z / (df - 0.5), 600)));
            return new StudentTInverse(df).solve(q, true, start, Double.POSITIVE_INFINITY);
        }
        double far = far(df, q);
        if (far > StudentT.FAR) {
            return far;
        }
        // 1 - 2q is exact from 1/4 on, and so is 2q always.
        BetaInverse.Split split =
                q < 0.25 ? BetaInverse.of(0.5, 0.5 * df, 2 * q, true) : BetaInverse.of(0.5, 0.5 * df, 1 - 2 * q, false);
        return Math.sqrt(df) * Math.sqrt(split.share() / split.rest());
    }

    /** The inverse of the power law, with one Newton step in logarithms against the rounding of 1/df; 0 if it is not that far out. */
    private static double far(double df, double q) {
        if (Math.log(q) > -300 * df) {
            return 0;
        }
        double t = Math.pow(q * (df / StudentT.farKernel(df, 1)), -1 / df);
        return t > StudentT.FAR && t < Double.POSITIVE_INFINITY
                ? t * Math.pow(StudentT.farKernel(df, t) / df / q, 1 / df)
                : t;
    }

    @Override
    double tail(double t) {
        return StudentT.sf(df, t);
    }

    @Override
    double density(double t) {
        return t * StudentT.pdf(df, t);
    }

    @Override
    double pull(double t) {
        double share = t * t / (df + t * t);
        return 1 - (df + 1) * share;
    }
}
