package io.loyalty.metrics.survey;

import static io.loyalty.metrics.survey.Approx.assertEstimate;
import static io.loyalty.metrics.survey.Approx.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Measure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SatisfactionLoyaltyTest {

    private static final int MISSING = AnswerScale.MISSING;
    private static final SatisfactionLoyaltyRule ATTITUDE = SatisfactionLoyaltyRule.attitude();

    @Test
    void everyPairOfAnswersHasAQuadrant() {
        assertEquals(Optional.of(LoyaltyQuadrant.LOYALIST), ATTITUDE.classify(8, 8));
        assertEquals(Optional.of(LoyaltyQuadrant.MERCENARY), ATTITUDE.classify(10, 7));
        assertEquals(Optional.of(LoyaltyQuadrant.HOSTAGE), ATTITUDE.classify(7, 8));
        assertEquals(Optional.of(LoyaltyQuadrant.DEFECTOR), ATTITUDE.classify(0, 0));
        assertEquals(Optional.empty(), ATTITUDE.classify(MISSING, 8));
        for (int satisfied = 0; satisfied <= 10; satisfied++) {
            for (int loyal = 0; loyal <= 10; loyal++) {
                assertEquals(true, ATTITUDE.classify(satisfied, loyal).isPresent());
            }
        }
    }

    @Test
    void apostlesAndTerroristsSitInTheCorners() {
        SatisfactionLoyaltyCounts counts =
                ATTITUDE.count(new int[] {10, 10, 9, 0, 0, 1, 9, 3}, new int[] {10, 9, 10, 0, 1, 0, 2, 9});
        assertEquals(1, counts.apostles().n());
        assertEquals(3, counts.loyalists().n());
        assertEquals(1, counts.terrorists().n());
        assertEquals(3, counts.defectors().n());
        SatisfactionLoyaltyCounts wider = ATTITUDE.withApostles(9, 9)
                .withTerrorists(1, 1)
                .count(new int[] {10, 10, 9, 0, 0, 1, 9, 3}, new int[] {10, 9, 10, 0, 1, 0, 2, 9});
        assertEquals(3, wider.apostles().n());
        assertEquals(3, wider.terrorists().n());
    }

    @Test
    void wellKnownStatementsAreCellsOfTheTable() {
        SatisfactionLoyalty table = SatisfactionLoyalty.of(SatisfactionLoyaltyCounts.of(42, 18, 25, 30));
        assertEstimate(0.3, 1 - 0.801018, 1 - 0.574913, 5e-7, table.satisfiedNotLoyal());
        assertEquals(25.0 / 55, table.dissatisfiedLoyal().value().orElseThrow(), 1e-15);
        assertEquals(42.0 / 115, table.loyalists().value().orElseThrow(), 1e-15);
        // scipy.stats.contingency: chi2 = n phi^2 without correction, here by the definition.
        double phi = (42.0 * 30 - 18.0 * 25) / Math.sqrt(60.0 * 55 * 67 * 48);
        assertEquals(phi, table.phi().orElseThrow(), 1e-15);
        // Python 3.11 fractions: all tables of these margins that are at most as probable.
        assertEquals(0.0087143911391417, table.pValue().orElseThrow(), 1e-14);
    }

    @Test
    void behaviourIsASecondAxis() {
        record Customer(int satisfied, boolean repeated) {}
        SatisfactionLoyaltyRule rule = SatisfactionLoyaltyRule.behaviour();
        SatisfactionLoyalty table = List.of(
                        new Customer(10, true),
                        new Customer(9, false),
                        new Customer(8, true),
                        new Customer(2, true),
                        new Customer(0, false))
                .stream()
                .collect(rule.behaviourCollector(Customer::satisfied, Customer::repeated));
        assertEquals(2, table.counts().loyalists().n());
        assertEquals(1, table.counts().apostles().n());
        assertEquals(1, table.counts().mercenaries().n());
        assertEquals(1, table.counts().hostages().n());
        assertEquals(1, table.counts().terrorists().n());
        assertEquals(1.0 / 3, table.satisfiedNotLoyal().value().orElseThrow(), 1e-15);
    }

    @Test
    void emptyMarginsAreUndefined() {
        SatisfactionLoyalty onlySatisfied = SatisfactionLoyalty.of(SatisfactionLoyaltyCounts.of(3, 2, 0, 0));
        assertEquals(
                Measure.undefined("no answers"),
                onlySatisfied.dissatisfiedLoyal().value());
        for (SatisfactionLoyaltyCounts counts : List.of(
                SatisfactionLoyaltyCounts.of(3, 2, 0, 0),
                SatisfactionLoyaltyCounts.of(0, 0, 3, 2),
                SatisfactionLoyaltyCounts.of(3, 0, 2, 0),
                SatisfactionLoyaltyCounts.of(0, 3, 0, 2))) {
            assertEquals(
                    Measure.undefined("an empty row or column"),
                    SatisfactionLoyalty.of(counts).phi());
        }
        assertEquals(Measure.of(1), onlySatisfied.pValue());
        SatisfactionLoyalty none = SatisfactionLoyalty.of(SatisfactionLoyaltyCounts.of(0, 0, 0, 0));
        assertEquals(Measure.undefined("no answers"), none.loyalists().value());
        assertEquals(Measure.undefined("no answers"), none.pValue());
    }

    @Test
    void perfectAssociationIsOne() {
        assertEquals(
                Measure.of(1),
                SatisfactionLoyalty.of(SatisfactionLoyaltyCounts.of(5, 0, 0, 7)).phi());
        assertEquals(
                Measure.of(-1),
                SatisfactionLoyalty.of(SatisfactionLoyaltyCounts.of(0, 5, 7, 0)).phi());
    }

    @Test
    void ownScalesAndCuts() {
        SatisfactionLoyaltyRule rule =
                ATTITUDE.withSatisfaction(AnswerScale.ONE_TO_FIVE, 4).withLoyalty(AnswerScale.ONE_TO_SEVEN, 6);
        assertEquals(Optional.of(LoyaltyQuadrant.LOYALIST), rule.classify(4, 6));
        assertEquals("satisfied from 4 on 1 to 5, loyal from 6 on 1 to 7", rule.toString());
        assertEquals(
                "cuts must fit on the scale 1 to 5: high from 1, apostle from 5, terrorist up to 1",
                refusal(() -> rule.withSatisfaction(AnswerScale.ONE_TO_FIVE, 1)));
        assertEquals(
                "cuts must fit on the scale 1 to 5: high from 4, apostle from 3, terrorist up to 1",
                refusal(() -> rule.withApostles(3, 6)));
        assertEquals(
                "cuts must fit on the scale 1 to 5: high from 4, apostle from 5, terrorist up to 4",
                refusal(() -> rule.withTerrorists(4, 1)));
        // All who are satisfied and loyal may be apostles, and all who are neither terrorists.
        SatisfactionLoyaltyCounts counts =
                rule.withApostles(4, 6).withTerrorists(3, 5).count(new int[] {4, 3}, new int[] {6, 5});
        assertEquals(1, counts.apostles().n());
        assertEquals(1, counts.terrorists().n());
    }

    @Test
    void missingAndInvalidAnswersStandApart() {
        assertEquals(
                "loyal[1] must be in [0, 10]: 11", refusal(() -> ATTITUDE.count(new int[] {1, 1}, new int[] {1, 11})));
        assertEquals(
                "satisfied and loyal must have one length: 1 and 2",
                refusal(() -> ATTITUDE.count(new int[1], new int[2])));
        SatisfactionLoyaltyRule dropping = ATTITUDE.withLoyalty(AnswerScale.ZERO_TO_TEN.with(InvalidAnswers.DROP), 8);
        SatisfactionLoyaltyCounts counts = dropping.count(new int[] {9, MISSING, 9}, new int[] {11, 11, MISSING});
        assertEquals(new Excluded(1, 2, 0), counts.excluded());
    }

    @Test
    void weightsCount() {
        SatisfactionLoyaltyAccumulator accumulator = ATTITUDE.accumulator();
        accumulator.accept(9, 9, 3);
        accumulator.accept(9, 1, 1);
        accumulator.accept(1, 1);
        SatisfactionLoyalty table = ATTITUDE.withConfidence(0.9).table(accumulator.snapshot());
        assertEquals(Measure.of(0.25), table.satisfiedNotLoyal().value());
        assertEquals(Measure.undefined("weighted answers have no exact test"), table.pValue());
        assertEquals(0.9, table.loyalists().interval().orElseThrow().confidence());
        assertEquals(
                "2 loyalists (0 apostles), 1 mercenaries, 0 hostages, 1 defectors (1 terrorists)",
                ATTITUDE.count(new int[] {9, 9, 9, 0}, new int[] {9, 9, 1, 0}).toString());
    }

    @Test
    void tablesAndAccumulatorsReadAsOneLine() {
        SatisfactionLoyalty table = SatisfactionLoyalty.of(SatisfactionLoyaltyCounts.of(42, 18, 25, 30));
        assertEquals(
                table.counts() + "; satisfied but not loyal " + table.satisfiedNotLoyal() + "; dissatisfied but loyal "
                        + table.dissatisfiedLoyal() + "; phi " + table.phi(),
                table.toString());
        SatisfactionLoyaltyAccumulator accumulator = ATTITUDE.accumulator();
        accumulator.accept(10, 2);
        assertEquals(accumulator.snapshot().toString(), accumulator.toString());
    }
}
