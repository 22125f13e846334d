package io.loyalty.program;

import static io.loyalty.program.FrontDesk.ANN;
import static io.loyalty.program.FrontDesk.PROGRAM;
import static io.loyalty.program.FrontDesk.back;
import static io.loyalty.program.FrontDesk.day;
import static io.loyalty.program.FrontDesk.given;
import static io.loyalty.program.FrontDesk.joined;
import static io.loyalty.program.FrontDesk.visit;
import static io.loyalty.program.FrontDesk.yen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.loyalty.points.Command;
import io.loyalty.points.Entry;
import io.loyalty.points.Outcome;
import io.loyalty.visit.Tender;
import io.loyalty.visit.TenderKind;
import io.loyalty.visit.Visit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A membership made anew of what was written down. */
class RebuildingTest {

    private static Membership eventful() {
        Membership member = given(PROGRAM, ANN, 1_000);
        member = PROGRAM.record(
                        member,
                        visit(ANN, "v1", day(2, 1), 6_000, 4_000)
                                .withTender(Tender.points(1_000, yen(1_000)))
                                .withTender(Tender.of(TenderKind.CASH, yen(9_000))))
                .orElseThrow()
                .membership();
        member = PROGRAM.record(member, visit(ANN, "v2", day(2, 9), 95_000), day(2, 11))
                .orElseThrow()
                .membership();
        member = PROGRAM.record(member, back(ANN, "r1", day(2, 12), "v1", 1, 4_000))
                .orElseThrow()
                .membership();
        member = PROGRAM.redeem(member, Command.of("x", day(2, 13)), 300)
                .orElseThrow()
                .membership();
        return PROGRAM.sweep(member, day(12, 31)).orElseThrow().membership();
    }

    @Test
    void aMembershipIsRebuiltFromItsFactsAndEntries() {
        Membership member = eventful();
        Membership rebuilt = PROGRAM.rebuild(
                member.customer(), member.joinedAt(), List.of(), member.ledger().entries(), member.facts());
        assertEquals(member, rebuilt);
        Visit next = visit(ANN, "v3", day(12, 31), 12_345);
        assertEquals(PROGRAM.record(member, next), PROGRAM.record(rebuilt, next));
    }

    @Test
    void rebuildingNamesTheFactThatDoesNotFit() {
        Membership member = eventful();
        List<Entry> entries = member.ledger().entries();
        assertEquals(
                "fact 'v1' must have its entries: v1/ is missing",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PROGRAM.rebuild(
                                        member.customer(),
                                        member.joinedAt(),
                                        List.of(),
                                        entries.subList(0, 1),
                                        member.facts()))
                        .getMessage());
        assertEquals(
                "fact 'r1' could not have been recorded: UNKNOWN_VISIT",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PROGRAM.rebuild(
                                        member.customer(),
                                        member.joinedAt(),
                                        List.of(),
                                        entries,
                                        member.facts().subList(2, 3)))
                        .getMessage());
    }

    @Test
    void aSerializedMembershipIsASnapshotThatGoesOn() throws IOException, ClassNotFoundException {
        Membership member = eventful();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(member);
            out.writeObject(PROGRAM);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Membership read = (Membership) in.readObject();
            Program program = (Program) in.readObject();
            assertEquals(member, read);
            assertEquals(PROGRAM, program);
            Visit next = visit(ANN, "v3", day(12, 31), 12_345);
            assertEquals(PROGRAM.record(member, next), program.record(read, next));
            assertEquals(
                    PROGRAM.record(member, back(ANN, "r2", day(12, 31), "v2", 0, 5)),
                    program.record(read, back(ANN, "r2", day(12, 31), "v2", 0, 5)));
        }
    }

    @Test
    void twoFuturesOfOneMembershipKeepApart() {
        Membership member = joined(PROGRAM, ANN);
        Membership left = PROGRAM.record(member, visit(ANN, "left", day(2, 1), 1_000))
                .orElseThrow()
                .membership();
        Membership right = PROGRAM.record(member, visit(ANN, "right", day(2, 1), 2_000))
                .orElseThrow()
                .membership();
        assertInstanceOf(Outcome.Applied.class, PROGRAM.record(right, visit(ANN, "left", day(2, 2), 1_000)));
        assertInstanceOf(Outcome.Duplicate.class, PROGRAM.record(left, visit(ANN, "left", day(2, 1), 1_000)));
        assertInstanceOf(Outcome.Applied.class, PROGRAM.record(member, visit(ANN, "left", day(2, 1), 5_000)));
    }
}
