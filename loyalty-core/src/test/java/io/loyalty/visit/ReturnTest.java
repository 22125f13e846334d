package io.loyalty.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ReturnTest {

    private static final ActivityId VISIT = ActivityId.of("r-1001");
    private static final CustomerId CUSTOMER = CustomerId.of("c-7");
    private static final Instant AT = Instant.parse("2026-04-01T03:00:00Z");
    private static final Instant LATER = AT.plusSeconds(3600);

    private static final Visit EMPTY = Visit.of(VISIT, CUSTOMER, AT, Place.store("ginza"), yen(0).currency());
    private static final Visit BOUGHT = EMPTY.withLine(Line.of("tea", yen(300)))
            .withLine(Line.of("sample", yen(0)))
            .withLine(Line.of("cake", 3, yen(450)).withDiscount(yen(100)));

    @Test
    void allComesBack() {
        Return back = Return.whole(id(1), LATER, BOUGHT);
        assertEquals(back(1, line(0, 300), line(2, 1250)), back);
        assertEquals(ReturnCheck.FITS, back.check(BOUGHT, List.of()));
        assertEquals(List.of(yen(0), yen(0), yen(0)), Return.remaining(BOUGHT, List.of(back)));
    }

    @Test
    void theRestComesBack() {
        Return part = back(1, line(2, 1000));
        assertEquals(List.of(yen(300), yen(0), yen(250)), Return.remaining(BOUGHT, List.of(part)));
        Return rest = Return.rest(id(2), LATER, BOUGHT, List.of(part));
        assertEquals(back(2, line(0, 300), line(2, 250)), rest);
        assertEquals(ReturnCheck.FITS, rest.check(BOUGHT, List.of(part)));
    }

    @Test
    void unitsOfALineComeBackOneByOne() {
        Return first = back(1, ReturnedLine.ofUnits(BOUGHT, 2, 0, 1));
        Return second = back(2, ReturnedLine.ofUnits(BOUGHT, 2, 1, 2));
        assertEquals(List.of(line(2, 417)), first.lines());
        assertEquals(List.of(line(2, 833)), second.lines());
        assertEquals(ReturnCheck.FITS, second.check(BOUGHT, List.of(first)));
        assertEquals(List.of(yen(300), yen(0), yen(0)), Return.remaining(BOUGHT, List.of(first, second)));
    }

    @Test
    void aVisitWithoutAmountIsMadeVoid() {
        for (Visit visit : List.of(EMPTY, EMPTY.withLine(Line.of("sample", yen(0))))) {
            Return back = Return.whole(id(1), LATER, visit);
            assertEquals(back(1), back);
            assertEquals(ReturnCheck.FITS, back.check(visit, List.of()));
            assertEquals(ReturnCheck.NOTHING_LEFT, back(2).check(visit, List.of(back)));
        }
    }

    @Test
    void linesStandInTheOrderOfTheVisit() {
        assertEquals(back(1, line(0, 300), line(2, 1)), back(1, line(2, 1), line(0, 300)));
        assertEquals(0, back(1, line(2, 1), line(0, 300)).lines().get(0).line());
    }

    @Test
    void eachMisfitHasItsReason() {
        Return half = back(1, line(0, 150));
        assertEquals(ReturnCheck.FITS, half.check(BOUGHT, List.of()));
        assertEquals(
                ReturnCheck.OTHER_VISIT,
                new Return(id(1), CUSTOMER, LATER, id(9), half.lines()).check(BOUGHT, List.of()));
        assertEquals(
                ReturnCheck.OTHER_CUSTOMER,
                new Return(id(1), CustomerId.of("c-8"), LATER, VISIT, half.lines()).check(BOUGHT, List.of()));
        assertEquals(
                ReturnCheck.BEFORE_VISIT,
                new Return(id(1), CUSTOMER, AT.minusNanos(1), VISIT, half.lines()).check(BOUGHT, List.of()));
        assertEquals(
                ReturnCheck.OTHER_CURRENCY,
                back(1, new ReturnedLine(0, Money.ofMinor("EUR", 1))).check(BOUGHT, List.of()));
        assertEquals(ReturnCheck.NO_SUCH_LINE, back(1, line(3, 1)).check(BOUGHT, List.of()));
        assertEquals(ReturnCheck.MORE_THAN_LEFT, back(1, line(0, 301)).check(BOUGHT, List.of()));
        assertEquals(ReturnCheck.MORE_THAN_LEFT, back(2, line(0, 151)).check(BOUGHT, List.of(half)));
        assertEquals(ReturnCheck.MORE_THAN_LEFT, back(1, line(1, 1)).check(BOUGHT, List.of()));
        assertEquals(ReturnCheck.NOTHING_LISTED, back(1).check(BOUGHT, List.of()));
        assertEquals(ReturnCheck.NO_SUCH_LINE, back(1, line(0, 1)).check(EMPTY, List.of()));
    }

    @Test
    void aReturnInTheInstantOfTheVisitFits() {
        assertEquals(ReturnCheck.FITS, Return.whole(id(1), AT, BOUGHT).check(BOUGHT, List.of()));
    }

    @Test
    void returnsThatDoNotFitHaveNoRemainder() {
        Return half = back(1, line(0, 150));
        Return tooMuch = back(2, line(0, 151));
        String message = "returns[1] must fit its visit: MORE_THAN_LEFT";
        assertEquals(message, refusal(() -> Return.remaining(BOUGHT, List.of(half, tooMuch))));
        assertEquals(message, refusal(() -> Return.rest(id(3), LATER, BOUGHT, List.of(half, tooMuch))));
        assertEquals(message, refusal(() -> back(3, line(2, 1)).check(BOUGHT, List.of(half, tooMuch))));
        assertEquals(
                "returns[1] must fit its visit: NOTHING_LEFT",
                refusal(() -> Return.remaining(EMPTY, List.of(back(1), back(2)))));
    }

    @Test
    void whereNothingIsLeftThereIsNoRest() {
        Return whole = Return.whole(id(1), LATER, BOUGHT);
        assertEquals(
                "visit must have something left to return: r-1001",
                refusal(() -> Return.rest(id(2), LATER, BOUGHT, List.of(whole))));
        assertEquals(
                "visit must have something left to return: r-1001",
                refusal(() -> Return.rest(id(2), LATER, EMPTY, List.of(back(1)))));
    }

    @Test
    void nothingComesBackBeforeItWasBought() {
        assertEquals(
                "at must not be before the visit at 2026-04-01T03:00:00Z: 2026-04-01T02:59:59Z",
                refusal(() -> Return.whole(id(1), AT.minusSeconds(1), BOUGHT)));
    }

    @Test
    void aReturnIsNotItsVisit() {
        assertEquals("id must differ from the visit's: r-1001", refusal(() -> Return.whole(VISIT, LATER, BOUGHT)));
    }

    @Test
    void aLineComesBackOnceInAReturn() {
        assertEquals("lines must name each line once: 2", refusal(() -> back(1, line(2, 1), line(0, 1), line(2, 2))));
    }

    @Test
    void aReturnHasOneCurrency() {
        assertEquals(
                "lines must be in one currency: JPY and EUR",
                refusal(() -> back(1, line(0, 1), new ReturnedLine(1, Money.ofMinor("EUR", 1)))));
    }

    @Test
    void whatComesBackIsAboveZero() {
        assertEquals("amount must be above 0: JPY 0", refusal(() -> line(0, 0)));
        assertEquals("amount must be above 0: JPY -1", refusal(() -> line(0, -1)));
        assertEquals("line must be at least 0: -1", refusal(() -> line(-1, 1)));
    }

    @Test
    void unitsOfTheFirstLineCanComeBack() {
        assertEquals(line(0, 300), ReturnedLine.ofUnits(BOUGHT, 0, 0, 1));
    }

    @Test
    void unitsMustBeThere() {
        assertEquals("line must be in [0, 3): 3", refusal(() -> ReturnedLine.ofUnits(BOUGHT, 3, 0, 1)));
        assertEquals("line must be in [0, 3): -1", refusal(() -> ReturnedLine.ofUnits(BOUGHT, -1, 0, 1)));
        assertEquals("unitsBefore must be at least 0: -1", refusal(() -> ReturnedLine.ofUnits(BOUGHT, 2, -1, 1)));
        assertEquals("units must be in [1, 2]: 3", refusal(() -> ReturnedLine.ofUnits(BOUGHT, 2, 1, 3)));
        assertEquals("units must be in [1, 3]: 0", refusal(() -> ReturnedLine.ofUnits(BOUGHT, 2, 0, 0)));
        assertEquals("amount must be above 0: JPY 0", refusal(() -> ReturnedLine.ofUnits(BOUGHT, 1, 0, 1)));
    }

    @Test
    void missingPartsAreNamed() {
        List<ReturnedLine> lines = List.of(line(0, 1));
        assertEquals("id", missing(() -> new Return(null, CUSTOMER, LATER, VISIT, lines)));
        assertEquals("customer", missing(() -> new Return(id(1), null, LATER, VISIT, lines)));
        assertEquals("at", missing(() -> new Return(id(1), CUSTOMER, null, VISIT, lines)));
        assertEquals("visit", missing(() -> new Return(id(1), CUSTOMER, LATER, null, lines)));
        assertEquals("lines", missing(() -> new Return(id(1), CUSTOMER, LATER, VISIT, null)));
        assertEquals("amount", missing(() -> new ReturnedLine(0, null)));
    }

    private static ActivityId id(int number) {
        return ActivityId.of("return-" + number);
    }

    private static Return back(int number, ReturnedLine... lines) {
        return new Return(id(number), CUSTOMER, LATER, VISIT, List.of(lines));
    }

    private static ReturnedLine line(int line, long amount) {
        return new ReturnedLine(line, yen(amount));
    }

    private static Money yen(long amount) {
        return Money.ofMinor("JPY", amount);
    }

    private static String refusal(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    private static String missing(Executable call) {
        return assertThrows(NullPointerException.class, call).getMessage();
    }
}
