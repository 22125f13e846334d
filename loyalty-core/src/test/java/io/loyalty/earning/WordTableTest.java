package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordTableTest {

    @Test
    void everyWordIsFoundAndNoOther() {
        Map<String, int[]> numbers = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            numbers.put("sku-" + i, new int[] {i, i + 1});
        }
        WordTable table = new WordTable(numbers);
        for (int i = 0; i < 1_000; i++) {
            // A text of its own, as a host reads it.
            assertArrayEquals(
                    new int[] {i, i + 1},
                    table.get(new StringBuilder("sku-").append(i).toString()));
        }
        for (int i = 1_000; i < 3_000; i++) {
            assertEquals(0, table.get("sku-" + i).length);
        }
    }

    @Test
    void wordsWithTheSameHashAreToldApart() {
        assertEquals("AaBB".hashCode(), "BBAa".hashCode());
        WordTable table = new WordTable(Map.of("AaAa", new int[] {1}, "AaBB", new int[] {2}, "BBAa", new int[] {3}));
        assertArrayEquals(new int[] {1}, table.get("AaAa"));
        assertArrayEquals(new int[] {2}, table.get("AaBB"));
        assertArrayEquals(new int[] {3}, table.get("BBAa"));
        assertEquals(0, table.get("BBBB").length, "the same hash, but not there");
    }

    @Test
    void anEmptyTableHasNothing() {
        WordTable table = new WordTable(Map.of());
        assertTrue(table.isEmpty());
        assertEquals(0, table.get("").length);
        assertEquals(0, table.get("tea").length);
        assertFalse(new WordTable(Map.of("tea", new int[] {1})).isEmpty());
    }
}
