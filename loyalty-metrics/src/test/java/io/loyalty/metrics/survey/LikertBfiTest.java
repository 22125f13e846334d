package io.loyalty.metrics.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.metrics.ReferenceRows;
import io.loyalty.metrics.experiment.ProportionTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The 25 items of {@code likert_bfi.csv} against a second computation with NumPy and SciPy; {@code likert_bfi_figures.csv} says how its
 * figures were made.
 */
@Tag("real-data")
class LikertBfiTest {

    private static final AnswerScale SIX = AnswerScale.of(1, 6);
    private static final Set<String> REVERSED = Set.of("A1", "C4", "C5", "E1", "E2", "O2", "O5");
    private static final int MEN = 1;
    private static final int WOMEN = 2;
    private static final Map<String, Double> FIGURES = new HashMap<>();

    private static List<String> header;
    private static List<int[]> rows;

    @BeforeAll
    static void read() throws IOException {
        for (Map<String, String> row : ReferenceRows.of(LikertBfiTest.class, "likert_bfi_figures.csv")) {
            FIGURES.put(row.get("of") + " " + row.get("figure"), Double.parseDouble(row.get("value")));
        }
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("loyalty.data"), "likert_bfi.csv"));
        header = List.of(lines.get(0).split(","));
        rows = lines.stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToInt(cell -> cell.isEmpty() ? AnswerScale.MISSING : Integer.parseInt(cell))
                        .toArray())
                .toList();
        assertEquals(2800, rows.size());
    }

    @Test
    void reliabilitiesOfTheFiveScales() {
        for (String trait : List.of("A", "C", "E", "N", "O")) {
            LikertScale scale = scale(trait);
            LikertScaleCounts counts = rows.stream().collect(scale.collector(row -> items(row, scale)));
            ScaleReliability reliability = scale.reliability(counts);
            check(trait, "complete", reliability.alpha().n(), 0);
            check(trait, "alpha", reliability.alpha().value().orElseThrow(), 1e-13);
            check(trait, "standardError", reliability.alpha().standardError().orElseThrow(), 1e-13);
            check(trait, "lower", reliability.alpha().interval().orElseThrow().lower(), 1e-12);
            check(trait, "upper", reliability.alpha().interval().orElseThrow().upper(), 1e-12);
            check(trait, "lambda2", reliability.lambda2().orElseThrow(), 1e-13);
            check(trait, "meanCorrelation", reliability.meanCorrelation().orElseThrow(), 1e-13);
            check(trait, "standardizedAlpha", reliability.standardizedAlpha().orElseThrow(), 1e-13);
            for (ItemReliability item : reliability.items()) {
                check(trait, item.name() + " mean", item.mean().orElseThrow(), 1e-13);
                check(trait, item.name() + " sd", item.standardDeviation().orElseThrow(), 1e-13);
                check(trait, item.name() + " itemTotal", item.itemTotal().orElseThrow(), 1e-13);
                check(trait, item.name() + " itemRest", item.itemRest().orElseThrow(), 1e-13);
                check(
                        trait,
                        item.name() + " alphaIfDeleted",
                        item.alphaIfDeleted().orElseThrow(),
                        1e-13);
            }
            // The optimiser of the second computation stops at about half of the digits.
            check(trait, "omega", reliability.omega().orElseThrow(), 1e-7);
            assertTrue(reliability.factor().converged());
            assertFalse(reliability.factor().isHeywood());
            assertEquals(List.of(), reliability.warnings());
            check(trait, "scored", scale.mean(counts).n(), 0);
            check(trait, "score mean", scale.mean(counts).value().orElseThrow(), 1e-12);
            check(trait, "score se", scale.mean(counts).standardError().orElseThrow(), 1e-13);
            Comparison gender = scale.difference(
                    scale.count(group(WOMEN, row -> items(row, scale))),
                    scale.count(group(MEN, row -> items(row, scale))));
            check(trait, "women minus men", gender.difference().value().orElseThrow(), 1e-12);
            checkRelative(trait, "women minus men p", gender.pValue().orElseThrow(), 1e-9);
        }
    }

    @Test
    void itemsAndTheirDifferenceBetweenGroups() {
        LikertQuestion question = LikertQuestion.withDefaults().withTop(SIX, 2);
        for (String name : List.of("A1", "N4", "O3")) {
            LikertItem item = rows.stream().collect(question.collector(answer(name)));
            check(name, "n", item.base(), 0);
            check(name, "mean", item.mean().value().orElseThrow(), 1e-13);
            check(name, "sd", item.standardDeviation().orElseThrow(), 1e-13);
            check(name, "median", item.median().orElseThrow(), 0);
            check(name, "top2", item.top().value().orElseThrow(), 1e-15);
            check(name, "top2 lower", item.top().interval().orElseThrow().lower(), 1e-14);
            check(name, "top2 upper", item.top().interval().orElseThrow().upper(), 1e-14);
            check(name, "net", item.net().value().orElseThrow(), 1e-14);
            check(name, "polarisation", item.polarisation().orElseThrow(), 1e-14);
            LikertItem women = of(WOMEN).stream().collect(question.collector(answer(name)));
            LikertItem men = of(MEN).stream().collect(question.collector(answer(name)));
            Comparison ranks = women.rankMinus(men, 0.95);
            check(name, "women over men delta", ranks.difference().value().orElseThrow(), 1e-13);
            checkRelative(name, "women over men p", ranks.pValue().orElseThrow(), 1e-10);
            checkRelative(
                    name,
                    "women over men fisher",
                    women.topMinus(men, 0.95, ProportionTest.FISHER).pValue().orElseThrow(),
                    1e-9);
        }
    }

    @Test
    void correlationsAndExplainedVariance() {
        for (String[] pair : new String[][] {{"A3", "A5"}, {"N1", "N2"}}) {
            DriverAnalysis analysis = DriverAnalysis.of(SIX, SIX, pair[1]);
            DriverCounts counts = rows.stream().collect(analysis.collector(answer(pair[0]), row ->
                    new int[] {answer(pair[1]).applyAsInt(row)}));
            check(
                    pair[0] + " " + pair[1],
                    "spearman",
                    analysis.report(counts)
                            .drivers()
                            .get(0)
                            .importance()
                            .value()
                            .orElseThrow(),
                    1e-13);
            check(
                    pair[0] + " " + pair[1],
                    "pearson",
                    analysis.with(Correlation.PEARSON)
                            .report(counts)
                            .drivers()
                            .get(0)
                            .importance()
                            .value()
                            .orElseThrow(),
                    1e-13);
        }
        DriverAnalysis analysis = DriverAnalysis.of(SIX, SIX, "A3", "A5", "N4");
        DriverCounts counts = rows.stream().collect(analysis.collector(answer("E4"), row -> new int[] {
            answer("A3").applyAsInt(row),
            answer("A5").applyAsInt(row),
            answer("N4").applyAsInt(row)
        }));
        check("E4 by A3 A5 N4", "r2", analysis.report(counts).rSquared().orElseThrow(), 1e-12);
    }

    private static LikertScale scale(String trait) {
        String[] names = new String[5];
        Arrays.setAll(names, i -> trait + (i + 1));
        return LikertScale.of(SIX, names)
                .withReversed(Arrays.stream(names).filter(REVERSED::contains).toArray(String[]::new));
    }

    private static int[] items(int[] row, LikertScale scale) {
        return scale.items().stream()
                .mapToInt(name -> answer(name).applyAsInt(row))
                .toArray();
    }

    private static ToIntFunction<int[]> answer(String name) {
        int column = header.indexOf(name);
        return row -> row[column];
    }

    private static List<int[]> of(int gender) {
        return rows.stream()
                .filter(row -> answer("gender").applyAsInt(row) == gender)
                .toList();
    }

    private static int[][] group(int gender, UnaryOperator<int[]> items) {
        return of(gender).stream().map(items).toArray(int[][]::new);
    }

    private static void check(String of, String figure, double actual, double tolerance) {
        assertEquals(FIGURES.get(of + " " + figure), actual, tolerance, of + " " + figure);
    }

    private static void checkRelative(String of, String figure, double actual, double tolerance) {
        check(of, figure, actual, tolerance * FIGURES.get(of + " " + figure));
    }
}
