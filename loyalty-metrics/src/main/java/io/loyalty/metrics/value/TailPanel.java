package io.loyalty.metrics.value;

/**
 * {@link DropoutTail} R and its derivatives for one x over a stretch of times, as polynomials.
 *
 * <p>R is an analytic function of u = ln(1 + time / m), m the smaller of α and β, whose nearest singularity lies π away in the imaginary
 * direction: the polynomials interpolate at {@value #NODES} Chebyshev nodes. They run over v, from −1 to 1 over the panel.
 */
final class TailPanel {

    static final int NODES = 13;

    /** A panel is not to be wider than this in u, and is wide enough to be read safely if it is no narrower than the other. */
    static final double WIDTH = 0.4;

    static final double NARROWEST = 1e-3;

    private static final double AGREEMENT = 2e-14;

    /** No polynomials: each time is computed by itself. */
    static final TailPanel NONE = new TailPanel(0, 1, new double[0][]);

    private final double middle;
    private final double inverse;
    private final double[][] coefficients;

    private TailPanel(double middle, double half, double[][] coefficients) {
        this.middle = middle;
        this.inverse = 1 / half;
        this.coefficients = coefficients;
    }

    /** The panel around some u, for the parameters r, α, s, β. */
    static TailPanel of(double[] p, double x, double middle, double half) {
        double[][] samples = new double[5][NODES];
        for (int j = 0; j < NODES; j++) {
            double[] truth = truth(p, x, middle + half * NODE[j]);
            for (int f = 0; f < truth.length; f++) {
                samples[f][j] = truth[f];
            }
        }
        double[][] coefficients = new double[5][NODES];
        for (int f = 0; f < 5; f++) {
            for (int k = 0; k < NODES; k++) {
                double sum = 0;
                for (int j = 0; j < NODES; j++) {
                    sum += COSINE[k][j] * samples[f][j];
                }
                // Chebyshev's polynomial T_k in powers of v.
                for (int m = 0; m <= k; m++) {
                    coefficients[f][m] += sum * CHEBYSHEV[k][m];
                }
            }
        }
        return new TailPanel(middle, half, coefficients);
    }

    /** Whether the polynomials give what R itself gives, at two places between the nodes. */
    boolean agrees(double[] p, double x) {
        return agrees(p, x, 0.97) && agrees(p, x, -0.27);
    }

    private boolean agrees(double[] p, double x, double v) {
        double[] truth = truth(p, x, middle + v / inverse);
        for (int i = 0; i < truth.length; i++) {
            // The derivatives only steer the search; the value is the likelihood.
            double allowed = i == 0 ? AGREEMENT : 1e-11;
            double size = Math.abs(truth[i]) + (i == 0 ? 0 : Math.abs(coefficients[i][0]));
            if (Math.abs(polynomial(coefficients[i], v) - truth[i]) > allowed * size) {
                return false;
            }
        }
        return true;
    }

    private static double[] truth(double[] p, double x, double u) {
        double t = Math.min(p[1], p[3]) * Math.expm1(u);
        DropoutTail tail = new DropoutTail();
        tail.compute(p[0] + x, p[2], p[1] + t, p[3] + t);
        return new double[] {tail.value, tail.byK, tail.byA, tail.byS, tail.byB};
    }

    /** v of a u. */
    double place(double u) {
        return (u - middle) * inverse;
    }

    /** R at v. */
    double value(double v) {
        return polynomial(coefficients[0], v);
    }

    /** In two chains of even and odd powers: a single one would wait for each product. */
    private static double polynomial(double[] c, double v) {
        double square = v * v;
        double even = c[NODES - 1];
        double odd = 0;
        for (int k = NODES - 3; k >= 0; k -= 2) {
            even = even * square + c[k];
            odd = odd * square + c[k + 1];
        }
        return even + odd * v;
    }

    /** Adds w, w v, w v², … to the moments from an index on. */
    static void addMoments(double[] moments, int from, double w, double v) {
        double square = v * v;
        double even = w;
        double odd = w * v;
        for (int k = from; k < from + NODES - 1; k += 2) {
            moments[k] += even;
            moments[k + 1] += odd;
            even *= square;
            odd *= square;
        }
        moments[from + NODES - 1] += even;
    }

    /** Adds the derivatives of Σ w R by (r, α, s, β), given the moments Σ w v^k. */
    void addSlopes(double[] slopes, double[] moments, int from) {
        for (int j = 0; j < 4; j++) {
            double sum = 0;
            for (int k = 0; k < NODES; k++) {
                sum += coefficients[j + 1][k] * moments[from + k];
            }
            slopes[j] += sum;
        }
    }

    private static final double[] NODE = new double[NODES];
    private static final double[][] COSINE = new double[NODES][NODES];
    private static final double[][] CHEBYSHEV = new double[NODES][NODES];

    static {
        for (int j = 0; j < NODES; j++) {
            NODE[j] = StrictMath.cos(Math.PI * (j + 0.5) / NODES);
            for (int k = 0; k < NODES; k++) {
                COSINE[k][j] = (k == 0 ? 1.0 : 2.0) / NODES * StrictMath.cos(Math.PI * k * (j + 0.5) / NODES);
            }
        }
        CHEBYSHEV[0][0] = 1;
        CHEBYSHEV[1][1] = 1;
        for (int k = 2; k < NODES; k++) {
            for (int m = 0; m <= k; m++) {
                CHEBYSHEV[k][m] = (m > 0 ? 2 * CHEBYSHEV[k - 1][m - 1] : 0) - CHEBYSHEV[k - 2][m];
            }
        }
    }
}
