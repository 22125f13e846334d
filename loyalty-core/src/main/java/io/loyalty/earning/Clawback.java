package io.loyalty.earning;

import java.util.ArrayList;
import java.util.List;

/** What is lost from one award to a smaller one, by part, and what is kept. */
final class Clawback {

    private Clawback() {}

    /**
     * By part what is lost. Where a part is greater than before, that is set off against what the others of its currency lost, the last
     * of them first.
     */
    static List<AwardPart> losses(List<AwardPart> before, List<AwardPart> remaining) {
        List<AwardPart> losses = new ArrayList<>();
        for (AwardPart part : before) {
            long loss = part.points() - pointsLike(part, remaining);
            if (loss > 0) {
                losses.add(part.with(loss));
            }
        }
        for (AwardPart part : remaining) {
            long gain = part.points() - pointsLike(part, before);
            if (gain > 0) {
                setOff(losses, part.type().currency(), gain);
            }
        }
        return List.copyOf(losses);
    }

    /** By part what is left after losses. */
    static List<AwardPart> kept(List<AwardPart> before, List<AwardPart> losses) {
        List<AwardPart> kept = new ArrayList<>();
        for (AwardPart part : before) {
            long left = part.points() - pointsLike(part, losses);
            if (left > 0) {
                kept.add(part.with(left));
            }
        }
        return List.copyOf(kept);
    }

    private static long pointsLike(AwardPart part, List<AwardPart> parts) {
        for (AwardPart other : parts) {
            if (other.ruleId().equals(part.ruleId()) && other.hasTermsOf(part)) {
                return other.points();
            }
        }
        return 0;
    }

    private static void setOff(List<AwardPart> losses, String currency, long gain) {
        long rest = gain;
        for (int i = losses.size() - 1; i >= 0 && rest > 0; i--) {
            AwardPart loss = losses.get(i);
            if (loss.type().currency().equals(currency)) {
                long off = Math.min(rest, loss.points());
                rest -= off;
                if (off == loss.points()) {
                    losses.remove(i);
                } else {
                    losses.set(i, loss.with(loss.points() - off));
                }
            }
        }
    }
}
