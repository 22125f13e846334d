package io.loyalty.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loyalty.customer.CustomerId;
import io.loyalty.money.Apportionment;
import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import io.loyalty.testing.VisitArbitraries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class VisitProperties {

    @Provide
    Arbitrary<ActivityId> ids() {
        return VisitArbitraries.activityIds();
    }

    @Provide
    Arbitrary<Line> lines() {
        return Arbitraries.oneOf(
                VisitArbitraries.lines(Currency.getInstance("JPY")),
                VisitArbitraries.lines(Currency.getInstance("BHD")));
    }

    @Provide
    Arbitrary<Visit> visits() {
        return VisitArbitraries.visits();
    }

    @Provide
    Arbitrary<Activity> activities() {
        return VisitArbitraries.activities();
    }

    @Provide
    Arbitrary<Tuple2<Visit, List<Return>>> visitsWithReturns() {
        return VisitArbitraries.visits()
                .flatMap(visit -> VisitArbitraries.returnsOf(visit).map(returns -> Tuple.of(visit, returns)));
    }

    @Property(seed = "4201")
    void idsParseWhatTheyPrint(@ForAll("ids") ActivityId id) {
        assertEquals(id, ActivityId.parse(id.toString()));
    }

    @Property(seed = "4202")
    void amountsAgreeWithDecimals(@ForAll("lines") Line line) {
        BigDecimal expected = line.unitPrice()
                .toBigDecimal()
                .multiply(BigDecimal.valueOf(line.quantity()))
                .subtract(line.discount().toBigDecimal());
        assertEquals(expected, line.amount().toBigDecimal());
        assertFalse(line.amount().isNegative());
    }

    @Property(seed = "4203")
    void netAndGrossAgreeWithDecimals(@ForAll("lines") Line line) {
        BigDecimal amount = BigDecimal.valueOf(line.amountMinor());
        BigDecimal factor = decimal(line.taxRate()).add(BigDecimal.ONE);
        boolean included = line.taxBasis() == TaxBasis.INCLUDED;
        for (RoundingMode mode : List.of(RoundingMode.FLOOR, RoundingMode.CEILING, RoundingMode.HALF_EVEN)) {
            BigDecimal net = included ? amount.divide(factor, 0, mode) : amount;
            BigDecimal gross = included ? amount : amount.multiply(factor).setScale(0, mode);
            assertEquals(net.longValueExact(), line.net().round(mode));
            assertEquals(gross.longValueExact(), line.gross().round(mode));
        }
    }

    @Property(seed = "4204")
    void grossIsNetAndItsTaxExactly(@ForAll("lines") Line line) {
        assertEquals(line.gross(), line.net().times(Ratio.ONE.plus(line.taxRate())));
    }

    @Property(seed = "4205", tries = 300)
    void unitsAgreeWithTheApportionment(@ForAll("lines") Line line) {
        long[] ones = new long[(int) line.quantity()];
        Arrays.fill(ones, 1);
        long[] shares = Apportionment.EARLIER_FIRST.split(line.amountMinor(), ones);
        long sum = 0;
        for (int unit = 0; unit < shares.length; unit++) {
            assertEquals(shares[unit], line.amountOfUnits(unit, unit + 1).minorUnits());
            sum += shares[unit];
            assertEquals(sum, line.amountOfUnits(0, unit + 1).minorUnits());
        }
        assertEquals(line.amountMinor(), sum);
    }

    @Property(seed = "4206")
    void aVisitIsTheSumOfItsLines(@ForAll("visits") Visit visit) {
        Money amount = Money.zero(visit.currency());
        BigDecimal net = BigDecimal.ZERO;
        for (Line line : visit.lines()) {
            amount = amount.plus(line.amount());
            net = net.add(new BigDecimal(line.net().numerator())
                    .divide(new BigDecimal(line.net().denominator()), 40, RoundingMode.HALF_EVEN));
        }
        assertEquals(amount, visit.amount());
        BigDecimal sum = new BigDecimal(visit.net().numerator())
                .divide(new BigDecimal(visit.net().denominator()), 40, RoundingMode.HALF_EVEN);
        assertTrue(sum.subtract(net).abs().compareTo(new BigDecimal("1e-38")) < 0);
        assertTrue(visit.net().compareTo(visit.gross()) <= 0);
    }

    @Property(seed = "4207")
    void pointsAreAPartOfWhatWasTendered(@ForAll("visits") Visit visit) {
        assertTrue(visit.paidWithPoints().compareTo(visit.tendered()) <= 0);
        assertEquals(
                visit.pointsTendered() > 0,
                visit.tenders().stream().anyMatch(tender -> tender.kind() == TenderKind.POINTS));
    }

    @Property(seed = "4208")
    void visitsAreBuiltLineByLineOrAtOnce(@ForAll("visits") Visit visit) {
        Visit built = Visit.of(visit.id(), visit.customer(), visit.at(), visit.place(), visit.currency());
        for (Line line : visit.lines()) {
            built = built.withLine(line);
        }
        for (Tender tender : visit.tenders()) {
            built = built.withTender(tender);
        }
        assertEquals(visit, built);
        assertEquals(visit.hashCode(), built.hashCode());
    }

    @Property(seed = "4209")
    void anySplitOfAReturnLeavesTheSameRest(@ForAll("visitsWithReturns") Tuple2<Visit, List<Return>> sample) {
        Visit visit = sample.get1();
        List<Return> returns = sample.get2();
        BigDecimal[] left =
                visit.lines().stream().map(line -> line.amount().toBigDecimal()).toArray(BigDecimal[]::new);
        List<Return> before = new ArrayList<>();
        for (Return back : returns) {
            assertEquals(ReturnCheck.FITS, back.check(visit, before));
            for (ReturnedLine line : back.lines()) {
                left[line.line()] = left[line.line()].subtract(line.amount().toBigDecimal());
            }
            before.add(back);
        }
        assertEquals(
                List.of(left),
                Return.remaining(visit, returns).stream()
                        .map(Money::toBigDecimal)
                        .toList());
    }

    @Property(seed = "4210")
    void theRestFitsOnceAndLeavesNothing(@ForAll("visitsWithReturns") Tuple2<Visit, List<Return>> sample) {
        Visit visit = sample.get1();
        List<Return> returns = sample.get2();
        boolean nothingLeft = Return.remaining(visit, returns).stream().allMatch(Money::isZero);
        ActivityId id = ActivityId.of("the rest");
        Instant later = visit.at().plus(Duration.ofDays(9));
        if (nothingLeft && !returns.isEmpty()) {
            assertThrows(IllegalArgumentException.class, () -> Return.rest(id, later, visit, returns));
            return;
        }
        Return rest = Return.rest(id, later, visit, returns);
        assertEquals(ReturnCheck.FITS, rest.check(visit, returns));
        List<Return> all = new ArrayList<>(returns);
        all.add(rest);
        assertTrue(Return.remaining(visit, all).stream().allMatch(Money::isZero));
        Return again = new Return(ActivityId.of("again"), rest.customer(), rest.at(), rest.visit(), rest.lines());
        assertEquals(
                rest.lines().isEmpty() ? ReturnCheck.NOTHING_LEFT : ReturnCheck.MORE_THAN_LEFT,
                again.check(visit, all));
    }

    @Property(seed = "4211", tries = 500)
    void activitiesSurviveSerialization(@ForAll("activities") Activity activity)
            throws IOException, ClassNotFoundException {
        Object copy = serialCopy(activity);
        assertEquals(activity, copy);
        assertEquals(activity.toString(), copy.toString());
    }

    @Property(seed = "4212")
    void noPayloadAndNoDateIsPrinted(@ForAll("activities") Activity activity) {
        if (activity instanceof CustomActivity custom) {
            assertTrue(custom.toString().endsWith("payload=" + custom.payload().keySet() + "]"));
        } else if (activity instanceof OccasionReached reached) {
            assertFalse(reached.toString().contains(reached.day().toString()));
            assertFalse(reached.toString().contains(reached.at().toString()));
        }
    }

    @Property(seed = "4213", tries = 200)
    void publishedVisitsKeepToTheGivenCustomerAndCurrency(@ForAll("customersVisits") Visit visit) {
        assertEquals("c-7", visit.customer().value());
        assertEquals("JPY", visit.currency().getCurrencyCode());
    }

    @Provide
    Arbitrary<Visit> customersVisits() {
        return VisitArbitraries.visits(CustomerId.of("c-7"), Currency.getInstance("JPY"));
    }

    private static BigDecimal decimal(Ratio ratio) {
        return new BigDecimal(ratio.numerator()).divide(new BigDecimal(ratio.denominator()));
    }

    private static Object serialCopy(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
