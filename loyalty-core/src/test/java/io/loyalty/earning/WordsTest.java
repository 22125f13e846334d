package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.visit.Channel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What conditions look for: in an order of its own, each once, never nothing. */
class WordsTest {

    private static String refusal(List<String> words) {
        return assertThrows(IllegalArgumentException.class, () -> Words.sorted(words, "categories"))
                .getMessage();
    }

    @Test
    void wordsAreSortedAndStandOnce() {
        assertEquals(
                List.of("coffee", "tea"), List.copyOf(Words.sorted(List.of("tea", "coffee", "tea"), "categories")));
        assertEquals(List.of("a", "b"), List.copyOf(Words.of(new String[] {"b", "a", "b"})));
    }

    @Test
    void constantsStandInTheirOwnOrder() {
        Set<Channel> channels =
                Words.ordered(Channel.class, List.of(Channel.APP, Channel.STORE, Channel.APP), "channels");
        assertEquals(List.of(Channel.STORE, Channel.APP).stream().sorted().toList(), List.copyOf(channels));
        assertThrows(UnsupportedOperationException.class, () -> channels.add(Channel.ONLINE));
    }

    @Test
    void nothingAndBlankWordsAreRefused() {
        assertEquals("categories must not be empty", refusal(List.of()));
        assertEquals("categories must not be blank", refusal(List.of("tea", " ")));
        assertThrows(
                IllegalArgumentException.class, () -> Words.ordered(Channel.class, List.<Channel>of(), "channels"));
    }

    @Test
    void alternativesReadAsASentence() {
        assertEquals("tea", Words.alternatives(List.of("tea")));
        assertEquals("coffee or tea", Words.alternatives(List.of("coffee", "tea")));
    }
}
