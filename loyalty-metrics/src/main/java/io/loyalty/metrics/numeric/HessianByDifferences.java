package io.loyalty.metrics.numeric;

/**
 * The Hessian from central differences of the gradient, symmetrised.
 *
 * <p>The step is the cube root of the machine precision times the larger of 1 and |x|, which balances truncation and rounding: some ten
 * digits for a well scaled function.
 */
final class HessianByDifferences implements HessianFunction {

    private static final double STEP = 6e-6;

    private final GradientFunction function;
    private final double[] low;
    private final double[] high;
    private int evaluations;

    HessianByDifferences(GradientFunction function, double[] low, double[] high) {
        this.function = function;
        this.low = low;
        this.high = high;
    }

    int evaluations() {
        return evaluations;
    }

    @Override
    public void evaluate(double[] point, double[][] hessian) {
        int n = point.length;
        double[] x = point.clone();
        double[] up = new double[n];
        double[] down = new double[n];
        for (int i = 0; i < n; i++) {
            double step = STEP * Math.max(1, Math.abs(point[i]));
            // At a bound the difference becomes one-sided.
            x[i] = Math.min(high[i], point[i] + step);
            double right = x[i];
            function.evaluate(x, up);
            x[i] = Math.max(low[i], point[i] - step);
            double width = right - x[i];
            function.evaluate(x, down);
            x[i] = point[i];
            evaluations += 2;
            for (int j = 0; j < n; j++) {
                hessian[i][j] = (up[j] - down[j]) / width;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (hessian[i][j] + hessian[j][i]);
                hessian[i][j] = mean;
                hessian[j][i] = mean;
            }
        }
    }
}
