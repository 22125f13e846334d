package io.loyalty.earning;

import io.loyalty.money.Money;
import io.loyalty.visit.Activity;
import io.loyalty.visit.Line;
import io.loyalty.visit.Return;
import io.loyalty.visit.Visit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A visit with the returned amounts taken off. */
final class Remainder {

    private Remainder() {}

    static Visit of(Activity activity, Collection<Return> returns) {
        if (!(activity instanceof Visit visit)) {
            throw new IllegalArgumentException("award must be one for a visit: " + activity.id());
        }
        List<Money> left = Return.remaining(visit, returns);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Line line = visit.lines().get(i);
            lines.add(line.withDiscount(line.discount().plus(line.amount()).minus(left.get(i))));
        }
        return new Visit(
                visit.id(), visit.customer(), visit.at(), visit.place(), visit.currency(), lines, visit.tenders());
    }
}
