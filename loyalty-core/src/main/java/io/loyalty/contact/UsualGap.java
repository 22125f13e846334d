package io.loyalty.contact;

import io.loyalty.money.Ratio;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How many days usually lie between two visits. */
final class UsualGap {

    private static final long SECONDS_PER_DAY = 86_400;

    private UsualGap() {}

    /** The gap as it was known on the date of a visit; empty if there were too few. */
    static Optional<Ratio> days(Known known, LocalDate visit) {
        Rhythm rhythm = known.facts.rhythm();
        if (rhythm instanceof Rhythm.Given given) {
            return Optional.of(Ratio.of(given.gap().getSeconds(), SECONDS_PER_DAY)
                    .plus(Ratio.of(given.gap().getNano(), 1_000_000_000L * SECONDS_PER_DAY)));
        }
        List<Long> gaps = new ArrayList<>();
        LocalDate before = null;
        for (LocalDate date : known.visits.headMap(visit, true).keySet()) {
            if (before != null) {
                gaps.add(ChronoUnit.DAYS.between(before, date));
            }
            before = date;
        }
        if (gaps.size() < ((Rhythm.Own) rhythm).fewestGaps()) {
            return Optional.empty();
        }
        Collections.sort(gaps);
        int middle = gaps.size() / 2;
        long twice = gaps.get(middle) + gaps.get(gaps.size() % 2 == 0 ? middle - 1 : middle);
        return Optional.of(Ratio.of(twice, 2));
    }
}
