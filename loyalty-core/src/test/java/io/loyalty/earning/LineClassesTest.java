package io.loyalty.earning;

import static io.loyalty.earning.Shop.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.visit.Line;
import io.loyalty.visit.LineKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineClassesTest {

    private static final Line TEA = line("tea", 100);
    private static final Line CAKE = line("cake", 100);
    private static final Line OTHER = line("other", 100);

    private static LineClasses classes(List<EarningBase> bases, Condition... conditions) {
        List<LineCondition> lineConditions = new ArrayList<>();
        for (Condition condition : conditions) {
            lineConditions.add((LineCondition) condition);
        }
        return new LineClasses(lineConditions, bases);
    }

    private static int of(LineClasses classes, Line line) {
        return classes.of(Shop.visit(line), 0);
    }

    /** Whether a line, among these, says yes to a question. */
    private static boolean says(LineClasses classes, List<Line> lines, int line, int question) {
        int chunks = classes.count(lines) + 63 >> 6;
        int lineClass = classes.areFew() ? of(classes, lines.get(line)) : line;
        long answer = classes.answers(lines, chunks)[question * chunks + (lineClass >> 6)];
        return (answer >>> lineClass & 1) != 0;
    }

    @Test
    void linesThatAnswerAlikeAreOfOneClass() {
        LineClasses classes = classes(List.of(), Condition.category("tea", "cake"), Condition.category("milk"));
        assertTrue(classes.areFew());
        assertEquals(3, classes.count(List.of(TEA)), "tea and cake, milk, all others");
        assertEquals(of(classes, TEA), of(classes, CAKE));
        assertNotEquals(of(classes, TEA), of(classes, OTHER));
        assertNotEquals(of(classes, line("milk", 1)), of(classes, OTHER));
        assertEquals(of(classes, line("", 1)), of(classes, OTHER), "no category is like one that no rule names");
    }

    @Test
    void aPlanWithoutConditionsHasOneClass() {
        LineClasses classes = classes(List.of());
        assertEquals(1, classes.count(List.of(TEA, CAKE)));
        assertEquals(0, of(classes, TEA));
        assertEquals(0, classes.answers(List.of(TEA), 1).length);
    }

    @Test
    void everyFeatureOfALineIsAsked() {
        LineClasses classes = classes(
                List.of(),
                Condition.category("tea"),
                Condition.sku("t-1"),
                Condition.brand("b"),
                Condition.lineKind(LineKind.SERVICE));
        assertEquals(16, classes.count(List.of()));
        for (int bits = 0; bits < 16; bits++) {
            Line line = line((bits & 1) != 0 ? "tea" : "cake", 100)
                    .withSku((bits & 2) != 0 ? "t-1" : "t-2")
                    .withBrand((bits & 4) != 0 ? "b" : "")
                    .withKind((bits & 8) != 0 ? LineKind.SERVICE : LineKind.GOODS);
            for (int question = 0; question < 4; question++) {
                assertEquals((bits >> question & 1) != 0, says(classes, List.of(line), 0, question), line::toString);
            }
        }
    }

    @Test
    void kindsCountInABaseUnlessExcluded() {
        EarningBase all = EarningBase.DEFAULT.excluding();
        LineClasses classes = classes(List.of(EarningBase.DEFAULT, all), Condition.category("tea"));
        for (LineKind kind : LineKind.values()) {
            List<Line> lines = List.of(TEA.withKind(kind));
            assertTrue(says(classes, lines, 0, 0));
            assertEquals(!EarningBase.DEFAULT.excludedKinds().contains(kind), says(classes, lines, 0, 1));
            assertTrue(says(classes, lines, 0, 2));
        }
    }

    @Test
    void wordsThatTellTooManyClassesApartMakeEachLineOne() {
        Condition[] conditions = new Condition[64];
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = Condition.category("c" + i);
        }
        LineClasses many = classes(List.of(EarningBase.DEFAULT), conditions);
        assertFalse(many.areFew());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            lines.add(line("c" + i % 65, 100).withKind(i % 3 == 0 ? LineKind.FEE : LineKind.GOODS));
        }
        assertEquals(130, many.count(lines));
        for (int i = 0; i < 130; i++) {
            for (int question = 0; question < 64; question++) {
                assertEquals(question == i % 65, says(many, lines, i, question));
            }
            assertEquals(i % 3 != 0, says(many, lines, i, 64));
        }
    }

    /** 63 categories and all others are 64 classes; with kinds to tell apart they would be 128. */
    @Test
    void aWordOfBitsIsTheMostThatFewCanBe() {
        Condition[] conditions = new Condition[63];
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = Condition.category("c" + i);
        }
        LineClasses full = classes(List.of(), conditions);
        assertEquals(64, full.count(List.of()));
        for (int i = 0; i < 63; i++) {
            assertTrue(says(full, List.of(line("c" + i, 1)), 0, i));
            assertFalse(says(full, List.of(line("c" + i, 1)), 0, (i + 1) % 63));
        }
        assertFalse(classes(List.of(EarningBase.DEFAULT), conditions).areFew());
    }

    @Test
    void whatCountsInSomeBaseComesFirst() {
        EarningBase noCards = EarningBase.DEFAULT.excluding(LineKind.GIFT_CARD);
        LineClasses classes = classes(List.of(EarningBase.DEFAULT, noCards), Condition.category("tea"));
        Line fee = line("tea", 1).withKind(LineKind.FEE);
        Line card = line("tea", 1).withKind(LineKind.GIFT_CARD);
        assertEquals(6, classes.few(), "tea or not, counting in both, in one, in none");
        assertEquals(4, classes.counted());
        assertTrue(of(classes, TEA) < 4);
        assertTrue(of(classes, fee) < 4);
        assertTrue(of(classes, card) >= 4);
        assertTrue(says(classes, List.of(card), 0, 0), "still tea");
        assertEquals(0, classes(List.of(), Condition.category("tea")).counted());
    }
}
