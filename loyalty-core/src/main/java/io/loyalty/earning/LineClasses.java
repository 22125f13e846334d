package io.loyalty.earning;

import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import io.loyalty.visit.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All questions that the conditions and earning bases of a plan ask of a line, turned round: lines that answer all of them alike are
 * of one class, and rules look at classes instead of lines.
 *
 * <p>If the words of a plan tell few classes apart, these are numbered once and for all, and what each class answers is known before
 * any visit comes. Otherwise each line of a visit is a class of its own, by its index.
 */
final class LineClasses {

    /** So many classes are one word of bits. */
    private static final int FEW = 64;

    private static final int[] NOTHING = {};

    private final int questions;
    private final Feature category;
    private final Feature sku;
    private final Feature brand;
    private final Feature kind;
    /** For each kind of line its answers, by the number that {@link #kind} has for them. */
    private final int[] kindAnswers = new int[LineKind.values().length];
    /** These in another order: kinds that count in some base come first. */
    private final int[] kindRanks = new int[LineKind.values().length];

    private final int count;
    private final int counted;
    /** If there are few classes: for each question those that say yes. */
    private final long[] answers;

    /**
     * Numbers the questions: first the conditions, then for each base whether the line's kind counts in it.
     */
    LineClasses(List<LineCondition> conditions, List<EarningBase> bases) {
        questions = conditions.size() + bases.size();
        Map<String, int[]> categories = new TreeMap<>();
        Map<String, int[]> skus = new TreeMap<>();
        Map<String, int[]> brands = new TreeMap<>();
        Map<String, int[]> kinds = new TreeMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            LineCondition condition = conditions.get(i);
            if (condition instanceof LineCondition.InCategory of) {
                enter(categories, of.categories(), i);
            } else if (condition instanceof LineCondition.OfSku of) {
                enter(skus, of.skus(), i);
            } else if (condition instanceof LineCondition.OfBrand of) {
                enter(brands, of.brands(), i);
            } else if (condition instanceof LineCondition.OfKind of) {
                enter(kinds, of.kinds().stream().map(LineKind::name).toList(), i);
            }
        }
        for (int b = 0; b < bases.size(); b++) {
            for (LineKind each : LineKind.values()) {
                if (!bases.get(b).excludedKinds().contains(each)) {
                    enter(kinds, List.of(each.name()), conditions.size() + b);
                }
            }
        }
        category = new Feature(categories);
        sku = new Feature(skus);
        brand = new Feature(brands);
        kind = new Feature(kinds);
        // Of what kinds answer, what counts in some base comes first: questions about bases have the last numbers.
        List<Integer> order = IntStream.range(0, kind.size())
                .boxed()
                .sorted(Comparator.comparing(answers -> !isCounted(answers, conditions.size())))
                .toList();
        for (LineKind each : LineKind.values()) {
            kindAnswers[each.ordinal()] = kind.answers(each.name());
            kindRanks[each.ordinal()] = order.indexOf(kindAnswers[each.ordinal()]);
        }
        long classes = (long) category.size() * sku.size() * brand.size() * kind.size();
        count = classes <= FEW ? (int) classes : 0;
        int kindsCounted = (int) order.stream()
                .filter(answers -> isCounted(answers, conditions.size()))
                .count();
        counted = count / kind.size() * kindsCounted;
        answers = new long[questions];
        for (int c = 0; c < count; c++) {
            int rest = c;
            for (Feature feature : List.of(brand, sku, category)) {
                enter(feature.questions(rest % feature.size()), c);
                rest /= feature.size();
            }
            enter(kind.questions(order.get(rest)), c);
        }
    }

    private boolean isCounted(int kindAnswer, int firstBase) {
        return Arrays.stream(kind.questions(kindAnswer)).anyMatch(question -> question >= firstBase);
    }

    private void enter(int[] yes, int lineClass) {
        for (int question : yes) {
            answers[question] |= 1L << lineClass;
        }
    }

    /** Whether there are few classes, the same for all visits. */
    boolean areFew() {
        return count > 0;
    }

    /** How many classes there are if they are few; otherwise 0. */
    int few() {
        return count;
    }

    /** If there are few classes: how many may count in some base. They are the first; all others come after them. */
    int counted() {
        return counted;
    }

    /** Where there are few classes: the numbers of some that are given as bits. */
    int[] few(long some) {
        return IntStream.range(0, count).filter(c -> (some >>> c & 1) != 0).toArray();
    }

    /** Where there are few classes: those that say yes to a question. */
    long answer(int question) {
        return answers[question];
    }

    /** How many classes a visit has. */
    int count(List<Line> lines) {
        return areFew() ? count : lines.size();
    }

    /** The class of a line among few. */
    int of(Visit visit, int line) {
        int number = kindRanks[visit.kind(line).ordinal()];
        number = category.isAsked() ? number * category.size() + category.answers(visit.category(line)) : number;
        number = sku.isAsked()
                ? number * sku.size() + sku.answers(visit.lines().get(line).sku())
                : number;
        return brand.isAsked()
                ? number * brand.size() + brand.answers(visit.lines().get(line).brand())
                : number;
    }

    /**
     * What the classes of a visit answer: for question {@code q}, the bits of the classes that say yes are in words {@code q * chunks}
     * and after.
     *
     * @param lines the visit's lines
     * @param chunks the number of words for all classes
     */
    long[] answers(List<Line> lines, int chunks) {
        if (areFew()) {
            return answers;
        }
        long[] byLine = new long[questions * chunks];
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            mark(byLine, kind.questions(kindAnswers[line.kind().ordinal()]), i, chunks);
            mark(byLine, category.questions(category.answers(line.category())), i, chunks);
            mark(byLine, sku.questions(sku.answers(line.sku())), i, chunks);
            mark(byLine, brand.questions(brand.answers(line.brand())), i, chunks);
        }
        return byLine;
    }

    private static void mark(long[] answers, int[] yes, int line, int chunks) {
        for (int question : yes) {
            answers[question * chunks + (line >> 6)] |= 1L << line;
        }
    }

    private static void enter(Map<String, int[]> map, Iterable<String> words, int question) {
        for (String word : words) {
            int[] before = map.getOrDefault(word, NOTHING);
            int[] longer = Arrays.copyOf(before, before.length + 1);
            longer[before.length] = question;
            map.put(word, longer);
        }
    }

    /** One thing that a line says, in a word: words to which the same questions say yes have one number, from 1; all others have 0. */
    private static final class Feature {

        private final WordTable numbers;
        private final int[][] questions;

        Feature(Map<String, int[]> questionsByWord) {
            List<int[]> sets = new ArrayList<>(List.of(NOTHING));
            Map<String, Integer> byWord = new HashMap<>();
            questionsByWord.forEach((word, set) -> {
                int number = 0;
                while (number < sets.size() && !Arrays.equals(sets.get(number), set)) {
                    number++;
                }
                if (number == sets.size()) {
                    sets.add(set);
                }
                byWord.put(word, number);
            });
            numbers = new WordTable(byWord);
            questions = sets.toArray(int[][]::new);
        }

        boolean isAsked() {
            return questions.length > 1;
        }

        int size() {
            return questions.length;
        }

        int answers(String word) {
            return numbers.get(word);
        }

        int[] questions(int answers) {
            return questions[answers];
        }
    }
}
