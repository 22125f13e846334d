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
    private final WordTable byCategory;
    private final WordTable bySku;
    private final WordTable byBrand;
    private final int[][] byKind = new int[LineKind.values().length][0];

    LineAtoms(List<LineCondition> conditions) {
        size = conditions.size();
        Map<String, int[]> categories = new HashMap<>();
        Map<String, int[]> skus = new HashMap<>();
        Map<String, int[]> brands = new HashMap<>();
        for (int i = 0; i < size; i++) {
            LineCondition condition = conditions.get(i);
            if (condition instanceof LineCondition.InCategory category) {
                enter(categories, category.categories(), i);
            } else if (condition instanceof LineCondition.OfSku sku) {
                enter(skus, sku.skus(), i);
            } else if (condition instanceof LineCondition.OfBrand brand) {
                enter(brands, brand.brands(), i);
            } else if (condition instanceof LineCondition.OfKind kinds) {
                for (LineKind kind : kinds.kinds()) {
                    byKind[kind.ordinal()] = appended(byKind[kind.ordinal()], i);
                }
            }
        }
        byCategory = new WordTable(categories);
        bySku = new WordTable(skus);
        byBrand = new WordTable(brands);
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
        for (int question : questions) {
            answers[question * chunks + (line >> 6)] |= 1L << line;
        }
    }

    private static void enter(Map<String, int[]> map, Iterable<String> words, int question) {
        for (String word : words) {
            map.put(word, appended(map.getOrDefault(word, new int[0]), question));
        }
    }

    private static int[] appended(int[] questions, int question) {
        int[] longer = Arrays.copyOf(questions, questions.length + 1);
        longer[questions.length] = question;
        return longer;
    }
}
