package io.loyalty.metrics.numeric;

/**
 * The step that minimises a quadratic model gᵀs + sᵀHs/2 within a ball: the subproblem of a trust-region method.
 *
 * <p>Solved exactly in the eigenvectors of H: s = −Σ (vᵢ·g)/(λᵢ + μ) vᵢ with the smallest μ ≥ 0 that makes H + μ positive semidefinite and keeps
 * the step within the radius, found by Newton's method on 1/radius − 1/|s| (J. J. Moré, D. C. Sorensen, 1983, Computing a trust region
 * step, SIAM J. Sci. Stat. Comput. 4, doi:10.1137/0904038). In the hard case a part along the lowest eigenvector fills the radius.
 */
final class TrustRegionStep {

    private static final int MOST_ITERATIONS = 60;

    private TrustRegionStep() {}

    static double[] of(double[][] hessian, double[] gradient, double radius) {
        SymmetricEigen eigen = SymmetricEigen.of(hessian);
        int n = gradient.length;
        double[] parts = new double[n];
        double size = 0;
        for (int i = 0; i < n; i++) {
            parts[i] = eigen.along(i, gradient);
            size = Math.max(size, Math.abs(eigen.value(i)));
        }
        double lowest = eigen.value(0);
        double floor = 0x1p-48 * size;
        if (lowest > floor && length(eigen, parts, 0) <= radius) {
            return step(eigen, parts, 0);
        }
        // mu is larger than -lowest; the length of the step falls from there on.
        double low = Math.max(0, -lowest) + Math.max(floor, Double.MIN_NORMAL);
        if (length(eigen, parts, low) < radius) {
            return hardCase(eigen, parts, low, radius);
        }
        double mu = Math.max(low, norm(parts) / radius - eigen.value(n - 1));
        double high = norm(parts) / radius + Math.max(0, -lowest);
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double length = length(eigen, parts, mu);
            if (Math.abs(length - radius) <= 1e-6 * radius) {
                break;
            }
            if (length > radius) {
                low = mu;
            } else {
                high = mu;
            }
            double next = mu + (length / radius - 1) * length * length / slope(eigen, parts, mu);
            mu = next > low && next < high ? next : 0.5 * (low + high);
        }
        return step(eigen, parts, mu);
    }

    private static double[] hardCase(SymmetricEigen eigen, double[] parts, double mu, double radius) {
        double[] step = step(eigen, parts, mu);
        double length = norm(step);
        if (eigen.value(0) < 0) {
            // Downhill along the lowest eigenvector, to the rim.
            double rest = Math.sqrt(Math.max(0, radius * radius - length * length));
            eigen.addTo(step, 0, parts[0] > 0 ? -rest : rest);
        }
        return step;
    }

    private static double length(SymmetricEigen eigen, double[] parts, double mu) {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            double part = parts[i] / (eigen.value(i) + mu);
            sum += part * part;
        }
        return Math.sqrt(sum);
    }

    private static double slope(SymmetricEigen eigen, double[] parts, double mu) {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            double divisor = eigen.value(i) + mu;
            sum += parts[i] * parts[i] / (divisor * divisor * divisor);
        }
        return sum;
    }

    private static double[] step(SymmetricEigen eigen, double[] parts, double mu) {
        double[] step = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            eigen.addTo(step, i, -parts[i] / (eigen.value(i) + mu));
        }
        return step;
    }

    static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
