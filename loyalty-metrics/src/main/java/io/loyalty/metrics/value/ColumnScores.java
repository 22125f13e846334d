package io.loyalty.metrics.value;

/** Scores of whole columns: one computation for each distinct row, and for each distinct (x, T) of what depends on these alone. */
final class ColumnScores {

    /** Something that depends on x and T, given that the customer is alive. */
    @FunctionalInterface
    interface GivenAlive {
        double at(PurchaseProcess process, int x, double age);
    }

    private ColumnScores() {}

    static double[] alive(PurchaseModel model, PurchaseColumns columns) {
        return of(model, columns, (process, x, age) -> 1);
    }

    /** P(alive) times what is expected given alive. */
    static double[] of(PurchaseModel model, PurchaseColumns columns, GivenAlive given) {
        requireUnit(model, columns);
        PurchaseProcess process = PurchaseProcess.of(model);
        double[] scores = new double[columns.weight.length];
        int x = -1;
        int age = -1;
        double expected = 0;
        for (int row = 0; row < scores.length; row++) {
            // Rows are sorted by (x, T, t_x): equal pairs follow each other.
            if (columns.countOf[row] != x || columns.ageOf[row] != age || process.dependsOnLast()) {
                x = columns.countOf[row];
                age = columns.ageOf[row];
                expected = given.at(
                        process.given(columns.lasts[columns.lastOf[row]]), columns.counts[x], columns.ages[age]);
            }
            scores[row] =
                    process.alive(columns.counts[x], columns.lasts[columns.lastOf[row]], columns.ages[age]) * expected;
        }
        return columns.spread(scores);
    }

    static void requireUnit(PurchaseModel model, PurchaseColumns columns) {
        if (columns.unit() != model.unit()) {
            throw new IllegalArgumentException(
                    "columns must be in the model's unit " + model.unit() + ": " + columns.unit());
        }
    }
}
