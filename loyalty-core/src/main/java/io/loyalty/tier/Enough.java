package io.loyalty.tier;

import java.util.List;

/** What is enough for a tier, made ready for judging: so much of each basis, or so much as the next in the row asks for. */
final class Enough {

    /** Nothing is. */
    static final Enough NEVER = null;

    /** Anything is. */
    static final Enough ALWAYS = new Enough(TierMeasure.ZERO, NEVER);

    private final long net;
    private final long gross;
    private final long points;
    private final long visits;
    private final Enough or;

    private Enough(TierMeasure least, Enough or) {
        net = least.netMinor();
        gross = least.grossMinor();
        points = least.points();
        visits = least.visits();
        this.or = or;
    }

    static Enough any(List<TierMeasure> least) {
        Enough any = NEVER;
        for (int i = least.size() - 1; i >= 0; i--) {
            any = new Enough(least.get(i), any);
        }
        return any;
    }

    static boolean isMet(Enough enough, long net, long gross, long points, long visits) {
        for (Enough one = enough; one != null; one = one.or) {
            if (net >= one.net && gross >= one.gross && points >= one.points && visits >= one.visits) {
                return true;
            }
        }
        return false;
    }
}
