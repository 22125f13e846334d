package io.loyalty.examples;

import static java.util.stream.Collectors.groupingBy;

import io.loyalty.metrics.survey.NetPromoterScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The README's sample of a metric by segment, word for word. */
public final class ReadmeSegments {

    private ReadmeSegments() {}

    /**
     * Runs the sample.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        record Answer(String store, int score) {}
        List<Answer> answers = new ArrayList<>();
        IntStream.of(10, 9, 9, 8, 10, 7, 9, 9, 10, 3).forEach(score -> answers.add(new Answer("ginza", score)));
        IntStream.of(7, 6, 8, 9, 2, 7, 5, 10, 6, 8).forEach(score -> answers.add(new Answer("kyoto", score)));

        Map<String, NetPromoterScore> byStore = answers.stream()
                .collect(groupingBy(Answer::store, TreeMap::new, NetPromoterScore.collector(Answer::score)));
        byStore.forEach((store, nps) -> System.out.println(store + ": " + nps));
        System.out.println("difference: "
                + byStore.get("ginza").minus(byStore.get("kyoto")).difference());
    }
}
