package io.loyalty.earning;

import java.util.Arrays;
import java.util.Map;

/**
 * Numbers by word, in a table so wide that of a few dozen words each is found at the first look. Which word comes next cannot be
 * foreseen, so each further look would be a branch that the processor guesses wrong.
 */
final class WordTable {

    private static final int[] NOTHING = {};
    /** A table grows to so many places, or four for each word, to have no two words meet. */
    private static final int WIDEST = 1_024;

    private final String[] words;
    private final int[][] numbers;
    private final boolean isEmpty;

    WordTable(Map<String, int[]> numbersByWord) {
        isEmpty = numbersByWord.isEmpty();
        int width = Integer.highestOneBit(Math.max(1, numbersByWord.size())) << 1;
        while (width < Math.max(WIDEST, 4 * numbersByWord.size()) && !areApart(numbersByWord, width)) {
            width <<= 1;
        }
        words = new String[width];
        numbers = new int[width][];
        Arrays.fill(words, "");
        Arrays.fill(numbers, NOTHING);
        numbersByWord.forEach((word, theirs) -> {
            int at = place(word, words.length);
            while (numbers[at] != NOTHING) {
                at = at + 1 & words.length - 1;
            }
            words[at] = word;
            numbers[at] = theirs;
        });
    }

    private static boolean areApart(Map<String, int[]> numbersByWord, int width) {
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

    boolean isEmpty() {
        return isEmpty;
    }

    /** The numbers of a word; none if it is not there. */
    int[] get(String word) {
        int at = place(word, words.length);
        while (!words[at].equals(word)) {
            if (numbers[at] == NOTHING) {
                return NOTHING;
            }
            at = at + 1 & words.length - 1;
        }
        return numbers[at];
    }
}
