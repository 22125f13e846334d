package io.loyalty.earning;

import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All questions that the conditions of a plan ask of a line, turned round: from what a line says to the questions that it
 * answers with yes.
 */
final class LineAtoms {

    private final int size;
    private final Map<String, int[]> byCategory = new HashMap<>();
    private final Map<String, int[]> bySku = new HashMap<>();
    private final Map<String, int[]> byBrand = new HashMap<>();
    private final int[][] byKind = new int[LineKind.values().length][];

    LineAtoms(List<LineCondition> conditions) {
        size = conditions.size();
        for (int i = 0; i < size; i++) {
            LineCondition condition = conditions.get(i);
            if (condition instanceof LineCondition.InCategory category) {
                enter(byCategory, category.categories(), i);
            } else if (condition instanceof LineCondition.OfSku sku) {
                enter(bySku, sku.skus(), i);
            } else if (condition instanceof LineCondition.OfBrand brand) {
                enter(byBrand, brand.brands(), i);
            } else if (condition instanceof LineCondition.OfKind kinds) {
                for (LineKind kind : kinds.kinds()) {
                    byKind[kind.ordinal()] = appended(byKind[kind.ordinal()], i);
                }
            }
        }
    }

    /** The answers: for question {@code q}, the bits of the lines that say yes are in words {@code q * chunks} and after. */
    long[] ask(List<Line> lines, int chunks) {
        if (size == 0) {
            return NONE;
        }
        long[] answers = new long[size * chunks];
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!byCategory.isEmpty()) {
                mark(answers, byCategory.get(line.category()), i, chunks);
            }
            if (!bySku.isEmpty()) {
                mark(answers, bySku.get(line.sku()), i, chunks);
            }
            if (!byBrand.isEmpty()) {
                mark(answers, byBrand.get(line.brand()), i, chunks);
            }
            mark(answers, byKind[line.kind().ordinal()], i, chunks);
        }
        return answers;
    }

    private static final long[] NONE = {};

    private static void mark(long[] answers, int[] questions, int line, int chunks) {
        if (questions != null) {
            for (int question : questions) {
                answers[question * chunks + (line >> 6)] |= 1L << line;
            }
        }
    }

    private static void enter(Map<String, int[]> map, Iterable<String> words, int question) {
        for (String word : words) {
            map.put(word, appended(map.get(word), question));
        }
    }

    private static int[] appended(int[] questions, int question) {
        int length = questions == null ? 0 : questions.length;
        int[] longer = questions == null ? new int[1] : Arrays.copyOf(questions, length + 1);
        longer[length] = question;
        return longer;
    }
}
