package io.loyalty.metrics.value;

/**
 * The integral of a positive function that is given by its logarithm, over a finite range, in logarithms.
 *
 * <p>The highest point is found first; panels grow from there to both sides until the function has vanished, and each is
 * halved until the Kronrod rule of 21 points and the Gauss rule of 10 agree. No random choice, no allocation that depends on the
 * data; some hundred evaluations for a smooth function with one peak.
 */
final class LogIntegral {

    /** A function u → ln g(u); −∞ stands for zero. */
    @FunctionalInterface
    interface LogFunction {
        double at(double u);
    }

    private static final int SCAN = 48;
    private static final double VANISHED = 46;
    private static final double AGREEMENT = 1e-8;
    private static final int DEEPEST = 24;

    /** Abscissae of the Kronrod rule; those with odd index belong to the Gauss rule. */
    private static final double[] NODE = {
        0.995657163025808080735527280689003,
        0.973906528517171720077964012084452,
        0.930157491355708226001207180059508,
        0.865063366688984510732096688423493,
        0.780817726586416897063717578345042,
        0.679409568299024406234327365114874,
        0.562757134668604683339000099272694,
        0.433395394129247190799265943165784,
        0.294392862701460198131126603103866,
        0.148874338981631210884826001129720,
        0
    };

    private static final double[] KRONROD = {
        0.011694638867371874278064396062192, 0.032558162307964727478818972459390,
        0.054755896574351996031381300244580, 0.075039674810919952767043140916190,
        0.093125454583697605535065465083366, 0.109387158802297641899210590325805,
        0.123491976262065851077958109585166, 0.134709217311473325928054001771707,
        0.142775938577060080797094273138717, 0.147739104901338491374841515972068,
        0.149445554002916905664936468389821
    };

    private static final double[] GAUSS = {
        0.066671344308688137593568809893332, 0.149451349150580593145863396957697,
        0.219086362515982043995534934228163, 0.269266719309996355091226921569469,
        0.295524224714752870173815619188769
    };

    private final LogFunction g;
    private double top;

    private LogIntegral(LogFunction g) {
        this.g = g;
    }

    /** ln ∫ exp(g(u)) du over [low, high]; −∞ if the integrand is zero throughout. */
    static double of(LogFunction g, double low, double high) {
        return new LogIntegral(g).integrate(low, high);
    }

    private double integrate(double low, double high) {
        if (!(high > low)) {
            return Double.NEGATIVE_INFINITY;
        }
        double step = (high - low) / SCAN;
        int best = 0;
        top = g.at(low);
        for (int i = 1; i <= SCAN; i++) {
            double value = g.at(i == SCAN ? high : low + i * step);
            if (value > top) {
                top = value;
                best = i;
            }
        }
        if (top == Double.NEGATIVE_INFINITY) {
            return top;
        }
        double mode = golden(Math.max(low, low + (best - 1) * step), Math.min(high, low + (best + 1) * step));
        top = Math.max(top, g.at(mode));
        double width = Math.min(Math.min(width(mode, high), width(mode, low)), 3);
        // Scaled to 1 at the mode, the integral is at least about a third of the width.
        double tolerance = AGREEMENT * width / 3;
        return top + Math.log(side(mode, high, width, tolerance) + side(mode, low, width, tolerance));
    }

    /** The highest point of a unimodal stretch, to within what matters for placing panels. */
    private double golden(double from, double to) {
        double a = from;
        double b = to;
        double ratio = 0.6180339887498949;
        double x1 = b - ratio * (b - a);
        double x2 = a + ratio * (b - a);
        double f1 = g.at(x1);
        double f2 = g.at(x2);
        for (int i = 0; i < 80; i++) {
            // Equal heights alone may be the two flanks of a narrow peak.
            if (Math.abs(f1 - f2) < 0.02 && Math.abs(g.at(0.5 * (x1 + x2)) - f1) < 0.02) {
                break;
            }
            if (f1 > f2) {
                b = x2;
                x2 = x1;
                f2 = f1;
                x1 = b - ratio * (b - a);
                f1 = g.at(x1);
            } else {
                a = x1;
                x1 = x2;
                f1 = f2;
                x2 = a + ratio * (b - a);
                f2 = g.at(x2);
            }
        }
        return f1 > f2 ? x1 : x2;
    }

    /** The distance towards an end over which the logarithm falls by about 1. */
    private double width(double mode, double end) {
        double reach = Math.abs(end - mode);
        if (reach == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double direction = Math.signum(end - mode);
        double w = Math.min(reach, 3);
        while (w > 1e-12 * (1 + Math.abs(mode)) && top - g.at(mode + direction * w) > 2) {
            w *= 0.5;
        }
        return w;
    }

    private double side(double mode, double end, double width, double tolerance) {
        double direction = Math.signum(end - mode);
        double from = mode;
        double w = width;
        double sum = 0;
        while ((end - from) * direction > 0) {
            double to = from + direction * w;
            if ((end - to) * direction < 0.25 * w) {
                to = end;
            }
            sum += panel(Math.min(from, to), Math.max(from, to), tolerance, 0);
            from = to;
            if (top - g.at(from) > VANISHED) {
                break;
            }
            w = Math.min(2 * w, 16);
        }
        return sum;
    }

    private double panel(double from, double to, double tolerance, int depth) {
        double half = 0.5 * (to - from);
        double middle = 0.5 * (to + from);
        double centre = Math.exp(g.at(middle) - top);
        double kronrod = KRONROD[10] * centre;
        double gauss = 0;
        for (int i = 0; i < 10; i++) {
            double dx = half * NODE[i];
            double pair = Math.exp(g.at(middle - dx) - top) + Math.exp(g.at(middle + dx) - top);
            kronrod += KRONROD[i] * pair;
            if ((i & 1) == 1) {
                gauss += GAUSS[i >> 1] * pair;
            }
        }
        kronrod *= half;
        gauss *= half;
        if (!(Math.abs(kronrod - gauss) > tolerance) || depth == DEEPEST) {
            return kronrod;
        }
        return panel(from, middle, tolerance, depth + 1) + panel(middle, to, tolerance, depth + 1);
    }
}
