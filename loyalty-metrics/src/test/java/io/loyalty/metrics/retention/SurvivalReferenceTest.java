package io.loyalty.metrics.retention;

import static io.loyalty.metrics.retention.Approx.assertMeasure;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.metrics.Estimate;
import io.loyalty.metrics.ReferenceRows;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Curves and log-rank tests of simulated lives against statsmodels; the origin is in the headers of the tables. */
class SurvivalReferenceTest {

    private static LifeTable table(String group, boolean entered) {
        LifeTimes lives = new LifeTimes();
        for (Map<String, String> row : ReferenceRows.of(SurvivalReferenceTest.class, "survival_data.csv")) {
            if (group.isEmpty() || row.get("group").equals(group)) {
                lives.acceptEntered(
                        entered ? Double.parseDouble(row.get("entry")) : 0,
                        Double.parseDouble(row.get("time")),
                        row.get("event").equals("1"),
                        1);
            }
        }
        return lives.snapshot();
    }

    private static List<LifeTable> groups(boolean entered) {
        return List.of(table("0", entered), table("1", entered), table("2", entered));
    }

    @Test
    void curvesAreThoseOfAnotherTool() {
        Map<String, SurvivalCurve> curves = new TreeMap<>();
        curves.put("whole", KaplanMeier.withDefaults().estimate(table("", false)));
        curves.put("entered", KaplanMeier.withDefaults().estimate(table("", true)));
        for (Map<String, String> row : ReferenceRows.of(SurvivalReferenceTest.class, "survival_expected.csv")) {
            Estimate ours = curves.get(row.get("kind")).at(Double.parseDouble(row.get("time")));
            String where = row.toString();
            assertEquals(Double.parseDouble(row.get("survival")), ours.value().orElseThrow(), 1e-14, where);
            assertEquals(
                    Double.parseDouble(row.get("error")), ours.standardError().orElseThrow(), 1e-14, where);
            assertEquals(
                    Double.parseDouble(row.get("lower")),
                    ours.interval().orElseThrow().lower(),
                    1e-13,
                    where);
            assertEquals(
                    Double.parseDouble(row.get("upper")),
                    ours.interval().orElseThrow().upper(),
                    1e-13,
                    where);
        }
    }

    @Test
    void logRankIsThatOfAnotherTool() {
        // survdiff(time, event, group) and with entry=entry, statsmodels 0.13.5.
        LogRankTest whole = LogRankTest.of(groups(false));
        assertMeasure(10.78769473778205, 1e-12, whole.chiSquare());
        assertMeasure(0.004544455461911512, 1e-15, whole.pValue());
        assertMeasure(10.168863242644411, 1e-12, LogRankTest.of(groups(true)).chiSquare());
    }
}
