package io.loyalty.earning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordTableTest {

    @Test
    void everyWordIsFoundAndNoOther() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            numbers.put("sku-" + i, i + 1);
        }
        WordTable table = new WordTable(numbers);
        for (int i = 0; i < 1_000; i++) {
            // A text of its own, as a host reads it.
            String word = new StringBuilder("sku-").append(i).toString();
            assertEquals(i + 1, table.get(word));
        }
        for (int i = 1_000; i < 3_000; i++) {
            assertEquals(0, table.get("sku-" + i));
        }
        assertEquals(0, table.get(""));
    }

    @Test
    void wordsWithTheSameHashAreToldApart() {
        assertEquals("AaBB".hashCode(), "BBAa".hashCode());
        WordTable table = new WordTable(Map.of("AaAa", 1, "AaBB", 2, "BBAa", 3));
        assertEquals(1, table.get("AaAa"));
        assertEquals(2, table.get("AaBB"));
        assertEquals(3, table.get("BBAa"));
        assertEquals(0, table.get("BBBB"), "the same hash, but not there");
    }

    @Test
    void anEmptyTableHasNothing() {
        WordTable table = new WordTable(Map.of());
        assertEquals(0, table.get(""));
        assertEquals(0, table.get("tea"));
    }
}
