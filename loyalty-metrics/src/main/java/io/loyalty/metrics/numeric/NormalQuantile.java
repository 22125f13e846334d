package io.loyalty.metrics.numeric;

/**
 * Quantiles of the standard normal distribution by rational approximation.
 *
 * <p>Laid out as Wichura's algorithm AS 241 (M. J. Wichura, 1988, The percentage points of the normal distribution, Applied
 * Statistics 37, doi:10.2307/2347330): a quotient in q² around the median, quotients in \(r = \sqrt{-\log p}\) in the tail. The
 * coefficients are this library's own (rational interpolation with 45 digits, truncation error below 2e-16), and the last
 * piece reaches to the smallest subnormal probability.
 */
final class NormalQuantile {

    /** The central piece is in 0.16 − q²: all coefficients are positive there. */
    private static final double CENTRE_WIDTH = 0.4;

    private static final double[] CENTRE_P = {
        3.2038789138615007,
        99.0445264982239,
        1159.12962836921,
        6421.62441313832,
        17228.056542686292,
        20467.760150105543,
        8364.210284087769,
        524.4872343859037,
    };
    private static final double[] CENTRE_Q = {
        1.0,
        33.34671653180647,
        428.9526042072976,
        2684.4975414995392,
        8488.905608939143,
        12786.447673037637,
        7701.169603825866,
        1173.805714683595,
    };

    private static final double[] NEAR_P = {
        1.2513729290570323,
        4.42638522004254,
        5.93819917609383,
        4.104888871239603,
        1.6428293503279336,
        0.3973181203480331,
        0.05653638822286603,
        0.004131921275894056,
        0.0001074557829040195,
    };
    private static final double[] NEAR_Q = {
        1.0,
        2.1514244162837386,
        1.877031583632387,
        0.8681785228743929,
        0.2326809853096723,
        0.03597954031220527,
        0.002808361530954726,
        7.597837604480103E-05,
    };

    private static final double[] MID_P = {
        5.177341220537703,
        4.960634631571011,
        1.8333561666504077,
        0.3298100517652815,
        0.02980958883759519,
        0.0012420921184337086,
        1.77279524449355E-05,
    };
    private static final double[] MID_Q = {
        1.0,
        0.6697645043737626,
        0.16385622939090314,
        0.017804681063305905,
        0.0008282117143556368,
        1.2535223871371225E-05,
        1.4625888433309343E-12,
    };

    private static final double[] FAR_P = {
        13.888476033003887,
        5.761923907490592,
        0.9641829821636436,
        0.08317784609103977,
        0.003914987003636898,
        9.755469336960085E-05,
        1.137555865941721E-06,
        4.441696984573811E-09,
    };
    private static final double[] FAR_Q = {
        1.0,
        0.3117140793465536,
        0.03737685061893056,
        0.002157937544265306,
        6.126377734660866E-05,
        7.729697075861099E-07,
        3.1407502348520387E-09,
    };

    private NormalQuantile() {}

    /** The z with P(Z <= z) = 1/2 + q, for q in [-1/2, 1/2]. */
    static double ofCentre(double q) {
        if (Math.abs(q) <= CENTRE_WIDTH) {
            return centre(q);
        }
        // 1/2 - |q| is exact by Sterbenz.
        return Math.copySign(tail(0.5 - Math.abs(q)), q);
    }

    /** The z with P(Z > z) = p, for p in [0, 1]. */
    static double ofUpperTail(double p) {
        if (p < 0.5 - CENTRE_WIDTH) {
            return tail(p);
        }
        // 1 - p is exact for p at least 1/2.
        return p <= 0.5 + CENTRE_WIDTH ? centre(0.5 - p) : -tail(1 - p);
    }

    private static double centre(double q) {
        return q * Polynomial.ratio(CENTRE_P, CENTRE_Q, 0.16 - q * q);
    }

    /** The positive z with P(Z > z) = p, for p in [0, 0.1]. */
    private static double tail(double p) {
        if (p == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double r = Math.sqrt(-Math.log(p));
        if (r < 4) {
            return Polynomial.ratio(NEAR_P, NEAR_Q, r - 1.5);
        }
        return r < 10 ? Polynomial.ratio(MID_P, MID_Q, r - 4) : Polynomial.ratio(FAR_P, FAR_Q, r - 10);
    }
}
