package io.loyalty.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns JMH's results into a table in Markdown: of each benchmark the time with its error, the bytes allocated if they were counted,
 * how many times faster than the naive way it is, and how many times as long as the floor it takes.
 *
 * <p>The rivals are found by name, in the same class and under the same parameters. The naive way of {@code rebuild} is
 * {@code rebuildNaively} or {@code naiveRebuild}, its floor {@code rebuildFloor} or {@code floorRebuild}; they are rivals of
 * {@code rebuildInParallel} too if that has none of its very name. One just called {@code naive} or {@code floor} serves all others.
 *
 * <pre>{@code
 * java -jar loyalty-benchmarks/target/benchmarks.jar ScoreVisit -prof gc -rf json -rff results.json
 * java -cp loyalty-benchmarks/target/benchmarks.jar io.loyalty.benchmarks.ResultTable results.json
 * }</pre>
 */
public final class ResultTable {

    /** What a benchmark is compared with. */
    private enum Rival {
        /** The naive way. */
        NAIVE("naive", "Naively"),
        /** The least that any way must do. */
        FLOOR("floor", "Floor");

        private final String word;
        private final String ending;

        Rival(String word, String ending) {
            this.word = word;
            this.ending = ending;
        }

        boolean is(String method) {
            return method.endsWith(ending) || beginsWithWord(method, word);
        }

        /** How well a method suits as rival of another: 0 if not at all, more for a name nearer to it. */
        int fit(String method, String contender) {
            if (!is(method)) {
                return 0;
            }
            String whose = method.endsWith(ending)
                    ? method.substring(0, method.length() - ending.length())
                    : decapitalized(method.substring(word.length()));
            return whose.isEmpty() || beginsWithWord(contender, whose) ? 1 + whose.length() : 0;
        }

        private static String decapitalized(String name) {
            return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        }

        private static boolean beginsWithWord(String name, String word) {
            return name.startsWith(word)
                    && (name.length() == word.length() || Character.isUpperCase(name.charAt(word.length())));
        }
    }

    private ResultTable() {}

    /**
     * Prints the table.
     *
     * @param files JMH's results, written with {@code -rf json}
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] files) throws IOException {
        List<Measured> all = new ArrayList<>();
        for (String file : files) {
            all.addAll(Measured.parse(Files.readString(Path.of(file))));
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(of(all));
    }

    /** The table: by class, in each class in the order measured. */
    static String of(List<Measured> all) {
        List<Measured> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Measured::benchmark));
        StringBuilder table = new StringBuilder("""
                | benchmark | parameters | time | allocated | faster than naive | times the floor |
                |---|---|--:|--:|--:|--:|
                """);
        for (Measured one : sorted) {
            table.append("| ").append(one.benchmark().replaceFirst("Benchmark$", ""));
            table.append(".").append(one.method());
            table.append(" | ").append(parameters(one));
            table.append(" | ").append(time(one));
            table.append(" | ").append(bytes(one));
            table.append(" | ").append(ratio(one, Rival.NAIVE, sorted));
            table.append(" | ").append(ratio(one, Rival.FLOOR, sorted));
            table.append(" |\n");
        }
        return table.toString();
    }

    private static String parameters(Measured one) {
        return one.parameters().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Three digits at least, and as many decimals of both numbers. */
    private static String time(Measured one) {
        int decimals = decimals(one.score(), 3);
        String error = Double.isNaN(one.error()) ? "" : " ± " + rounded(one.error(), decimals, RoundingMode.UP);
        return rounded(one.score(), decimals, RoundingMode.HALF_EVEN) + error + " "
                + one.unit().replace("/op", "");
    }

    private static String bytes(Measured one) {
        return Double.isNaN(one.bytesPerOperation())
                ? ""
                : rounded(one.bytesPerOperation(), 0, RoundingMode.HALF_EVEN) + " B";
    }

    private static String ratio(Measured one, Rival rival, List<Measured> all) {
        if (Rival.NAIVE.is(one.method()) || Rival.FLOOR.is(one.method())) {
            return "";
        }
        return rivalOf(one, rival, all)
                .map(other -> rival == Rival.NAIVE ? other.nanos() / one.nanos() : one.nanos() / other.nanos())
                .map(ratio -> rounded(ratio, decimals(ratio, 2), RoundingMode.HALF_EVEN) + " ×")
                .orElse("");
    }

    private static Optional<Measured> rivalOf(Measured one, Rival rival, List<Measured> all) {
        return all.stream()
                .filter(other -> rival.fit(other.method(), one.method()) > 0 && one.isComparableWith(other))
                .max(Comparator.comparingInt(other -> rival.fit(other.method(), one.method())));
    }

    /** How many decimals it takes to show so many digits. */
    private static int decimals(double value, int digits) {
        BigDecimal exact = new BigDecimal(value);
        return Math.max(0, digits - (exact.precision() - exact.scale()));
    }

    private static String rounded(double value, int decimals, RoundingMode mode) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", new BigDecimal(value).setScale(decimals, mode));
    }
}
