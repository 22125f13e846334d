package io.loyalty.tier;

/**
 * The sums of some facts, known to fit.
 *
 * <p>Local to a method they are held in registers: kept as fields of {@link LookBack} they cost a tenth of the judging.
 */
final class Sums {

    private long net;
    private long gross;
    private long points;
    private long visits;

    Sums copy() {
        Sums copy = new Sums();
        copy.net = net;
        copy.gross = gross;
        copy.points = points;
        copy.visits = visits;
        return copy;
    }

    void add(TierFact fact) {
        net += fact.netMinor();
        gross += fact.grossMinor();
        points += fact.points();
        visits += fact.visits();
    }

    void subtract(TierFact fact) {
        net -= fact.netMinor();
        gross -= fact.grossMinor();
        points -= fact.points();
        visits -= fact.visits();
    }

    boolean meet(Enough enough) {
        return Enough.isMet(enough, net, gross, points, visits);
    }

    /** The highest tier for which they are enough. */
    int earned(RuleVersion rules) {
        return rules.earned(net, gross, points, visits);
    }
}
