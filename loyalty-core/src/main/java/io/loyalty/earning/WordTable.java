package io.loyalty.earning;

import java.util.Arrays;
import java.util.Map;

/**
 * Numbers above 0 by word, in a table so wide that of a few dozen words each is found at the first look. Which word comes next cannot
 * be foreseen, so each further look would be a branch that the processor guesses wrong.
 */
final class WordTable {

    /** A table grows to so many places, or four for each word, to have no two words meet. */
    private static final int WIDEST = 1_024;

    private final String[] words;
    private final int[] numbers;

    WordTable(Map<String, Integer> numbersByWord) {
        int width = Integer.highestOneBit(Math.max(1, numbersByWord.size())) << 1;
        while (width < Math.max(WIDEST, 4 * numbersByWord.size()) && !areApart(numbersByWord, width)) {
            width <<= 1;
        }
        words = new String[width];
        numbers = new int[width];
        Arrays.fill(words, "");
        numbersByWord.forEach((word, number) -> {
            int at = place(word, words.length);
            while (numbers[at] != 0) {
                at = at + 1 & words.length - 1;
            }
            words[at] = word;
            numbers[at] = number;
        });
    }

    private static boolean areApart(Map<String, Integer> numbersByWord, int width) {
        long places = numbersByWord.keySet().stream()
                .mapToInt(word -> place(word, width))
                .distinct()
                .count();
        return places == numbersByWord.size();
    }

    private static int place(String word, int width) {
        int hash = word.hashCode();
        return (hash ^ hash >>> 16) & width - 1;
    }

    /** The number of a word; 0 if it is not there. */
    int get(String word) {
        int at = place(word, words.length);
        // Words are mostly the very ones of the rules, or none of them: neither is a branch (for lines and tiers a
        // tenth of scoring).
        while (numbers[at] != 0 & words[at] != word && !words[at].equals(word)) {
            at = at + 1 & words.length - 1;
        }
        return numbers[at];
    }
}
