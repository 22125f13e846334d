package io.loyalty.earning;

import io.loyalty.points.Grant;
import io.loyalty.text.KeyPart;
import java.util.ArrayList;
import java.util.List;

/** The parts of an award as a ledger takes them: those on the same terms are one grant, whose source is the award's and a number. */
final class AwardGrants {

    private AwardGrants() {}

    static List<Grant> of(Award award) {
        List<AwardPart> parts = award.parts();
        List<Grant> grants = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            AwardPart part = parts.get(i);
            if (like(parts, part) == i) {
                long points = part.points();
                for (int j = i + 1; j < parts.size(); j++) {
                    // Their sum is in range, as that of all parts is.
                    points += parts.get(j).hasTermsOf(part) ? parts.get(j).points() : 0;
                }
                String source = source(award, grants.size() + 1);
                grants.add(new Grant(points, part.type(), part.activation(), part.term(), source));
            }
        }
        return List.copyOf(grants);
    }

    /** All points of an award, which are on the same terms. */
    static Grant of(Award award, PointTerms terms) {
        return new Grant(award.total(), terms.type(), terms.activation(), terms.termIn(award.tier()), source(award, 1));
    }

    static String sourceOf(Award award, AwardPart part) {
        List<AwardPart> parts = award.parts();
        int last = like(parts, part);
        if (last == parts.size()) {
            throw new IllegalArgumentException("part must have terms of this award: " + part);
        }
        int number = 0;
        for (int i = 0; i <= last; i++) {
            number += like(parts, parts.get(i)) == i ? 1 : 0;
        }
        return source(award, number);
    }

    private static String source(Award award, int number) {
        String fact = KeyPart.of(award.activity().id().value());
        return (award.isForReferrer() ? "referral/" : "") + fact + "/" + number;
    }

    /** The first of some parts with the terms of one, or how many they are. */
    private static int like(List<AwardPart> parts, AwardPart part) {
        int i = 0;
        while (i < parts.size() && !parts.get(i).hasTermsOf(part)) {
            i++;
        }
        return i;
    }
}
